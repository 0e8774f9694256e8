//! All that a family session holds: what was released, what was said and made by or with them.
//!
//! There is no field here for a word of professionals, and no way to make one fit.

use chrono::{DateTime, NaiveDate, Utc};

use super::Shareable;
use crate::domain::calendar::DateWindow;
use crate::domain::meeting::MeetingId;
use crate::domain::plan::FamilyPlan;
use crate::domain::voice::Speaker;

/// Somebody who is there in Part 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHere {
    pub name: Shareable,
    /// What they are here: Mum, school nurse.
    pub role: Shareable,
    /// An agency's id in the authority's data, or empty.
    pub agency: String,
    /// Whose voice is heard; none for a professional or advocate.
    pub speaker: Option<Speaker>,
}

/// The meeting as the young person and family see it.
///
/// Text of professionals does not fit into it:
///
/// ```compile_fail,E0308
/// use diogel::domain::sharing::{Confidential, FamilyView};
/// fn slip(view: &mut FamilyView, words: Confidential) {
///     view.told.push(words);
/// }
/// ```
///
/// Nor does something said in Part 1:
///
/// ```compile_fail,E0308
/// use diogel::domain::runner::Item;
/// use diogel::domain::sharing::FamilyView;
/// fn slip(view: &mut FamilyView, item: Item) {
///     view.told.push(item.words);
/// }
/// ```
///
/// Words that were released do:
///
/// ```
/// use diogel::domain::sharing::{FamilyView, Shareable};
/// fn tell(view: &mut FamilyView, words: Shareable) {
///     view.told.push(words);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyView {
    pub meeting: MeetingId,
    /// What the young person is called.
    pub called: Shareable,
    pub chair: Shareable,
    pub here: Vec<PersonHere>,
    /// What was talked about, in the words that were released, in order.
    pub told: Vec<Shareable>,
    /// What they said beforehand that they want to say: who, and in which words.
    pub wanted_to_say: Vec<(Shareable, Shareable)>,
    /// The plan that is being made together.
    pub plan: FamilyPlan,
    /// The days on which the next meeting may be.
    pub next_window: DateWindow,
    pub next_on: Option<NaiveDate>,
    /// The names of those who have already said how it is for them, at this meeting.
    pub heard: Vec<Shareable>,
    pub began_at: DateTime<Utc>,
    /// How long Part 2 is planned for.
    pub minutes: u32,
    /// The meeting has ended; what is left is to say goodbye.
    pub is_over: bool,
}
