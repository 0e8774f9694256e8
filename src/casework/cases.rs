//! Looking at cases: the list, the search, and what is due.
//!
//! One case by itself is in `page`, restricted cases in `glass`. Every look is asked for and
//! written down: a list once when it is opened and not for every key in it.

mod error;
mod glass;
mod page;
#[cfg(test)]
mod tests;

use serde_json::json;

pub use self::error::GlassError;
pub use self::glass::{break_glass, glass_seen};
pub use self::page::{by_reference, chronology, open_case, preview};
use super::{CaseworkError, Desk};
use crate::domain::case::CaseId;
use crate::domain::case_list::{
    Filter, ListPage, Look, Only, PageFrom, RowKey, Sort, Sought, Whose, sought,
};
use crate::domain::plain_text;
use crate::domain::roles::{Action, may};
use crate::domain::today::{
    About, DueCounts, DueKey, DuePage, Group, MOST_COUNTED, Moments, Unfinished,
};
use crate::store::case_list::{self, ListQuery};
use crate::store::case_record::{self, Viewer};
use crate::store::today::{self as clocks, DueQuery};
use crate::store::{draft, search};
use chrono_tz::Europe::London;

/// What is asked of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub filter: Filter,
    pub sort: Sort,
    pub from: PageFrom<RowKey>,
    pub rows: usize,
}

/// What is asked of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub typed: String,
    pub from: PageFrom<RowKey>,
    pub rows: usize,
}

/// What is asked of Today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueAsked {
    pub whose: Whose,
    pub from: PageFrom<DueKey>,
    pub rows: usize,
}

/// More rows than any screen shows at once.
const MOST_ROWS: usize = 500;
/// As many unfinished forms as anybody can have begun and not forgotten.
const MOST_UNFINISHED: usize = 10;

impl Desk<'_> {
    /// Who looks, for what a restricted case shows.
    pub(in crate::casework) fn viewer(&self) -> Viewer {
        Viewer {
            user_id: self.actor.user_id,
            role: self.actor.role,
            now: self.now,
        }
    }
}

/// One page of the list.
///
/// # Errors
/// Refused by role.
pub fn list(desk: &mut Desk<'_>, listing: &Listing, look: Look) -> Result<ListPage, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    let query = ListQuery {
        filter: listing.filter,
        sort: listing.sort,
        from: listing.from.clone(),
        rows: listing.rows.min(MOST_ROWS),
    };
    if look == Look::Begun {
        let sort: &str = listing.sort.into();
        let filter = filter_word(listing.filter);
        desk.change(|change| {
            let said = json!({ "filter": filter, "sort": sort });
            Ok(change.audit("cases-listed", None, "", &said)?)
        })?;
    }
    let viewer = desk.viewer();
    Ok(case_list::page(desk.store.connection(), &query, viewer)?)
}

/// One page of what is found by what was typed: a reference, a birth date, or the beginnings of
/// words. A search that finds nothing to look for is empty.
///
/// # Errors
/// Refused by role.
pub fn find(desk: &mut Desk<'_>, finding: &Finding, look: Look) -> Result<ListPage, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    let rows = finding.rows.min(MOST_ROWS);
    let viewer = desk.viewer();
    let found = match sought(&finding.typed, desk.today(), desk.rules) {
        Sought::Nothing => ListPage {
            rows: Vec::new(),
            has_more: false,
        },
        Sought::Reference { whole, begins } => {
            by_typed_reference(desk, finding, &whole, begins, viewer)?
        }
        Sought::Words { words, born } => search::by_words(
            desk.store.connection(),
            &words,
            born,
            &finding.from,
            rows,
            viewer,
        )?,
    };
    if look == Look::Begun {
        let typed = plain_text::clean(&finding.typed);
        let said = json!({ "typed": typed, "shown": found.rows.len() });
        desk.change(|change| Ok(change.audit("cases-searched", None, "", &said)?))?;
    }
    Ok(found)
}

/// The case of a reference; where there is none yet, those whose references begin so.
fn by_typed_reference(
    desk: &Desk<'_>,
    finding: &Finding,
    whole: &str,
    begins: String,
    viewer: Viewer,
) -> Result<ListPage, CaseworkError> {
    let connection = desk.store.connection();
    let Some(case) = case_record::by_reference(connection, whole)? else {
        let rows = finding.rows.min(MOST_ROWS);
        let words = [begins];
        return Ok(search::by_words(
            connection,
            &words,
            None,
            &finding.from,
            rows,
            viewer,
        )?);
    };
    // The one row there is lies beside no other.
    let is_first = finding.from.key().is_none() || finding.from.holds_key();
    let row = match case_list::one(connection, case.id, viewer)? {
        Some(row) if is_first => vec![row],
        _ => Vec::new(),
    };
    Ok(ListPage {
        rows: row,
        has_more: false,
    })
}

/// One page of what is due.
///
/// # Errors
/// Refused by role.
pub fn due(desk: &mut Desk<'_>, asked: &DueAsked, look: Look) -> Result<DuePage, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    if look == Look::Begun {
        let whose: &str = asked.whose.into();
        desk.change(|change| {
            Ok(change.audit("due-listed", None, "", &json!({ "whose": whose }))?)
        })?;
    }
    let query = DueQuery {
        whose: asked.whose,
        moments: Moments::at(desk.now, &London),
        from: asked.from.clone(),
        rows: asked.rows.min(MOST_ROWS),
    };
    let mut page = clocks::page(desk.store.connection(), &query, desk.viewer())?;
    // Who broke a glass and why is told to the Principal Officer.
    if !may(desk.actor.role, Action::Decide) {
        for row in &mut page.rows {
            if matches!(row.about, About::GlassBroken { .. }) {
                row.about = About::Nothing;
            }
        }
    }
    Ok(page)
}

/// How many are late, due today and coming, each up to [`MOST_COUNTED`].
///
/// # Errors
/// Refused by role.
pub fn due_counts(desk: &Desk<'_>, whose: Whose) -> Result<DueCounts, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    let moments = Moments::at(desk.now, &London);
    let count = |group| {
        clocks::count(
            desk.store.connection(),
            whose,
            group,
            moments,
            desk.viewer(),
            MOST_COUNTED,
        )
    };
    Ok(DueCounts {
        late: count(Group::Late)?,
        today: count(Group::Today)?,
        coming: count(Group::Coming)?,
    })
}

/// What the person at the desk has begun to type and not saved, the last one first. Their own
/// words leave no trace in the audit.
///
/// # Errors
/// Those of the store.
pub fn unfinished(desk: &Desk<'_>) -> Result<Vec<Unfinished>, CaseworkError> {
    let connection = desk.store.connection();
    let mut drafts = draft::all(connection, desk.actor.user_id)?;
    drafts.truncate(MOST_UNFINISHED);
    let mut unfinished = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let id = draft.place.split(':').nth(1).and_then(|id| id.parse().ok());
        // A case that has been restricted since keeps its name to itself.
        let case = match id {
            Some(id) => desk.case(Action::SeeCase, CaseId(id)).ok(),
            None => None,
        };
        unfinished.push(Unfinished {
            place: draft.place,
            saved_at: draft.saved_at,
            case,
        });
    }
    Ok(unfinished)
}

fn filter_word(filter: Filter) -> String {
    match filter {
        Filter::Closed => "closed".to_owned(),
        Filter::Restricted => "restricted".to_owned(),
        Filter::Everything => "everything".to_owned(),
        Filter::Live { whose, only } => {
            let whose: &str = whose.into();
            match only {
                Only::Any => whose.to_owned(),
                Only::AtRisk => format!("{whose}, at risk"),
                Only::At(stage) => {
                    let stage: &str = stage.into();
                    format!("{whose}, {stage}")
                }
            }
        }
    }
}
