//! Which cases can be listed, and the choice among them.

use crate::app::cursor::Cursor;
use crate::domain::case::Stage;
use crate::domain::case_list::{Filter, Only, Whose};
use crate::words::Key as W;

const fn live(whose: Whose, only: Only) -> Filter {
    Filter::Live { whose, only }
}

/// Every list that can be looked at, in the order in which they are offered.
pub const FILTERS: [(Filter, W); 14] = [
    (live(Whose::All, Only::Any), W::FilterLive),
    (live(Whose::Mine, Only::Any), W::FilterMine),
    (live(Whose::Team, Only::Any), W::FilterTeam),
    (live(Whose::All, Only::AtRisk), W::FilterAtRisk),
    (live(Whose::Mine, Only::AtRisk), W::FilterMineAtRisk),
    (
        live(Whose::All, Only::At(Stage::OnProtocol)),
        W::FilterOnProtocol,
    ),
    (
        live(Whose::All, Only::At(Stage::Referred)),
        W::FilterReferred,
    ),
    (
        live(Whose::All, Only::At(Stage::Assessing)),
        W::FilterAssessing,
    ),
    (
        live(Whose::All, Only::At(Stage::PutForward)),
        W::FilterPutForward,
    ),
    (
        live(Whose::All, Only::At(Stage::ToBeHeard)),
        W::FilterToBeHeard,
    ),
    (
        live(Whose::All, Only::At(Stage::NotHeard)),
        W::FilterNotHeard,
    ),
    (Filter::Closed, W::FilterClosed),
    (Filter::Restricted, W::FilterRestricted),
    (Filter::Everything, W::FilterEverything),
];

/// The list of filters over the list of cases.
#[derive(Debug, Default)]
pub struct Filters {
    pub cursor: Cursor,
}

impl Filters {
    /// With the present one selected.
    pub fn at(filter: Filter) -> Self {
        let at = FILTERS.iter().position(|(one, _)| *one == filter);
        let mut cursor = Cursor::default();
        cursor.put(at.unwrap_or(0), FILTERS.len(), FILTERS.len());
        Self { cursor }
    }

    pub fn chosen(&self) -> Option<Filter> {
        FILTERS.get(self.cursor.at).map(|(filter, _)| *filter)
    }
}

/// What a filter is called.
pub fn filter_words(filter: Filter) -> W {
    let found = FILTERS.iter().find(|(one, _)| *one == filter);
    found.map_or(W::FilterLive, |(_, words)| *words)
}
