//! The minutes of a meeting in two versions, as two types: the full one holds words of
//! professionals, the family's holds only words that the family may see.
//!
//! Both are drafted from what was recorded ([`FullSource`], [`FamilySource`]) into text that can
//! be edited until the chair approves it; then it is locked, and corrections are added beside it.
//! The family's source has no field for anything that was not released to them, said by them or
//! made with them. Making sentences of it is `export::minutes`'.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::attendance::How;
use super::bilingual::Language;
use super::case::{CaseBrief, ClockKind, Due};
use super::meeting::{InvitedKind, Meeting, MeetingId, MeetingKind};
use super::plan::{FamilyPlan, Plan};
use super::protocol::ProtocolDecision;
use super::sharing::{Confidential, Shareable};
use super::voice::Heard;

/// The number of minutes in their own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MinutesId(pub i64);

/// Which of the two versions. The words are stable in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum MinutesKind {
    /// For professionals alone.
    Full,
    /// For the young person and family: plan and summary.
    Family,
}

impl MinutesKind {
    /// The clock that its first sending stops.
    pub const fn clock(self) -> ClockKind {
        match self {
            Self::Full => ClockKind::FullRecord,
            Self::Family => ClockKind::PlanAndSummary,
        }
    }
}

/// Minutes as kept. `T` is what their words are: [`Confidential`] or [`Shareable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes<T> {
    pub id: MinutesId,
    pub meeting: MeetingId,
    pub language: Language,
    pub words: T,
    /// Once there, the words are locked.
    pub approved: Option<Approval>,
    /// In the order in which they came.
    pub corrections: Vec<Correction<T>>,
    /// In the order in which they were sent.
    pub sent: Vec<Sent>,
    /// Counts the changes; a change names the version it was made from.
    pub version: i64,
}

/// For professionals alone.
pub type FullMinutes = Minutes<Confidential>;
/// For the young person and family.
pub type FamilyMinutes = Minutes<Shareable>;

/// Who approved minutes, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// As shown to people.
    pub by: String,
    pub at: DateTime<Utc>,
}

/// What somebody says is not right in approved minutes. It stands beside them; they stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction<T> {
    pub asked_by: Confidential,
    pub asked_on: NaiveDate,
    pub words: T,
    /// As shown to people.
    pub noted_by: String,
}

/// That minutes were sent to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub whom: String,
    pub on: NaiveDate,
    pub how: String,
    /// As shown to people.
    pub noted_by: String,
}

/// All that there is of the minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesOfMeeting {
    pub case: CaseBrief,
    pub meeting: Meeting,
    /// One for each language that there is.
    pub full: Vec<FullMinutes>,
    pub family: Vec<FamilyMinutes>,
    /// What is or was owed after the meeting, the first due first.
    pub owed: Vec<Owed>,
}

/// One thing that is or was owed after a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    pub kind: ClockKind,
    pub due: Due,
    pub is_done: bool,
}

/// Which minutes words are for, and which version of them was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    pub meeting: MeetingId,
    pub language: Language,
    /// None where there were none yet.
    pub seen: Option<(MinutesId, i64)>,
}

/// That minutes were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    pub whom: String,
    pub on: NaiveDate,
    /// By which way: handed over, by secure mail.
    pub how: String,
}

/// What somebody says is not right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting<T> {
    pub asked_by: String,
    pub on: NaiveDate,
    pub words: T,
}

/// What is wrong with an entry beside minutes, or with approving them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinutesFault {
    Empty,
    /// Nobody named whom it was sent to, or who asks for the correction.
    NobodyNamed,
    DayToCome,
    /// Before the day of the meeting.
    BeforeMeeting,
}

/// What must be mended before an entry of this day can be kept. `named` is whom or who, `words`
/// what is said, where something must be.
pub fn entry_faults(
    named: &str,
    words: Option<&str>,
    on: NaiveDate,
    meeting_on: NaiveDate,
    today: NaiveDate,
) -> Vec<MinutesFault> {
    let is_empty = words.is_some_and(|words| words.trim().is_empty());
    [
        (named.trim().is_empty(), MinutesFault::NobodyNamed),
        (is_empty, MinutesFault::Empty),
        (on > today, MinutesFault::DayToCome),
        (on < meeting_on, MinutesFault::BeforeMeeting),
    ]
    .into_iter()
    .filter_map(|(is_wrong, fault)| is_wrong.then_some(fault))
    .collect()
}

/// One person of the list in one part of the meeting, for the full minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// 1 or 2.
    pub part: u8,
    pub kind: InvitedKind,
    pub name: String,
    pub role: String,
    /// An agency's id, or empty.
    pub agency: String,
    pub how: How,
    pub represented_by: String,
    pub note: Confidential,
}

/// One thing that was said in Part 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// A section of the standing agenda, by the store's word: `since-last`, `seraf` …
    pub section: ItemSection,
    pub change: Option<ItemChange>,
    /// An agency's id, or empty.
    pub agency: String,
    pub words: Confidential,
    /// The words in which the family heard of it, where it was released.
    pub family_words: Option<Shareable>,
}

/// The sections of Part 1. The words are those of the store.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum ItemSection {
    SinceLast,
    Seraf,
    Circumstances,
    WiderRisks,
    Support,
    Other,
}

/// What has changed since the last meeting. The words are those of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ItemChange {
    Reduced,
    Increased,
    New,
}

/// Everything that was recorded of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullSource {
    pub case: CaseBrief,
    pub meeting: Meeting,
    /// The name of the one in the chair on the day; empty where nobody was.
    pub chair: String,
    pub record_taker: Confidential,
    /// Why there was no Part 2, as planned or on the day; blank where there was one.
    pub no_part2: Confidential,
    /// Why it was cut short; blank where it was not.
    pub cut_short: Confidential,
    pub attended: Vec<Attended>,
    pub items: Vec<Said>,
    pub heard: Vec<Heard>,
    /// The plan that was made at it, with the actions against those who cause the harm.
    pub plan: Option<Plan>,
    pub decision: Option<ProtocolDecision>,
    pub next_on: Option<NaiveDate>,
}

/// What of a meeting the family may have: released to them, said by them, made with them. No
/// field could hold professionals' words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilySource {
    /// What the young person is called.
    pub called: Shareable,
    pub kind: MeetingKind,
    pub day: NaiveDate,
    /// When Part 2 began by plan; none where there was none.
    pub part2_start: Option<NaiveTime>,
    /// The venue's id.
    pub venue: String,
    pub chair: Shareable,
    /// Who was there in Part 2: name, and what they are here.
    pub here: Vec<(Shareable, Shareable)>,
    /// The released words, in the order of Part 1.
    pub released: Vec<Shareable>,
    pub heard: Vec<Heard>,
    pub plan: Option<FamilyPlan>,
    pub next_on: Option<NaiveDate>,
}

/// How a line of minutes is set: what the editor takes as marks, and documents as styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    Heading,
    Point,
    Plain,
    Blank,
}

/// What a line of minutes is, and its words without the mark: `# ` a heading, `- ` a point.
pub fn line_of(line: &str) -> (LineKind, &str) {
    let line = line.trim_end();
    if let Some(heading) = line.trim_start().strip_prefix("# ") {
        return (LineKind::Heading, heading.trim());
    }
    if let Some(point) = line.trim_start().strip_prefix("- ") {
        return (LineKind::Point, point.trim());
    }
    match line.trim() {
        "" => (LineKind::Blank, ""),
        words => (LineKind::Plain, words),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn words_of_the_store_are_read_back() {
        for kind in MinutesKind::iter() {
            let word: &'static str = kind.into();
            assert_eq!(word.parse(), Ok(kind));
        }
        for section in ItemSection::iter() {
            let word: &'static str = section.into();
            assert_eq!(word.parse(), Ok(section));
        }
        assert_eq!("new".parse(), Ok(ItemChange::New));
    }

    #[test]
    fn entry_is_refused_without_a_name_without_words_and_on_days_that_cannot_be() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (held, today) = (day("2026-11-20"), day("2026-11-27"));
        let check = |named, words, on| entry_faults(named, words, day(on), held, today);
        assert_eq!(check("Mum", Some("x"), "2026-11-27"), []);
        assert_eq!(check("Mum", None, "2026-11-20"), []);
        assert_eq!(
            check(" ", Some(" "), "2026-11-28"),
            [
                MinutesFault::NobodyNamed,
                MinutesFault::Empty,
                MinutesFault::DayToCome
            ]
        );
        let before = check("Mum", None, "2026-11-19");
        assert_eq!(before, [MinutesFault::BeforeMeeting]);
    }

    #[test]
    fn lines_are_read_by_their_marks() {
        assert_eq!(
            line_of("# Who was there "),
            (LineKind::Heading, "Who was there")
        );
        assert_eq!(line_of("- Lowri"), (LineKind::Point, "Lowri"));
        assert_eq!(line_of("#no mark"), (LineKind::Plain, "#no mark"));
        assert_eq!(line_of("  "), (LineKind::Blank, ""));
    }
}
