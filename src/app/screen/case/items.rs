//! The rows of the overview that can be opened, and what stands behind each row of a page.

use super::Case;
use crate::app::cx::Cx;
use crate::app::screen::today::place_of_work;
use crate::app::screen::{Decision, Minutes, Plan, Screen, Seraf, Triage, Voice};
use crate::domain::case::EventKind;
use crate::domain::chronology::Happened;
use crate::domain::meeting::MeetingId;

/// A row of the overview that something stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// What is due, by its place.
    Due(usize),
    /// Somebody near who has a case here.
    Near(usize),
    /// A join that stands.
    Join(usize),
}

impl Case {
    /// The rows of the overview that can be opened, in the order in which they are drawn.
    pub fn items(&self) -> Vec<Item> {
        let Some(overview) = &self.overview else {
            return Vec::new();
        };
        let near = &overview.preview.near;
        let with_case =
            (0..near.len()).filter(|at| near.get(*at).is_some_and(|near| near.case.is_some()));
        (0..overview.preview.next.len())
            .map(Item::Due)
            .chain(with_case.map(Item::Near))
            .chain((0..overview.joins.len()).map(Item::Join))
            .collect()
    }

    pub fn selected_item(&self) -> Option<Item> {
        self.items().get(self.cursor.at).copied()
    }

    pub(super) fn behind_item(&self, cx: &Cx<'_>) -> Option<Screen> {
        let overview = self.overview.as_ref()?;
        let other = match self.selected_item()? {
            Item::Due(at) => {
                let screen = place_of_work(overview.preview.next.get(at)?, cx);
                // The page that is open already is no place to go.
                return (!matches!(screen, Screen::Case(_))).then_some(screen);
            }
            Item::Near(at) => overview.preview.near.get(at)?.case.as_ref()?.id,
            Item::Join(at) => {
                let join = overview.joins.get(at)?;
                if join.kept.id == self.case {
                    join.other.id
                } else {
                    join.kept.id
                }
            }
        };
        Some(Screen::Case(Self::new(other)))
    }

    /// Where more is to be read of an event.
    pub(super) fn behind(&self, event: &Happened) -> Option<Screen> {
        if event.case != self.case {
            return Some(Screen::Case(Self::new(event.case)));
        }
        match event.kind {
            EventKind::Referred
            | EventKind::ConfirmedInWriting
            | EventKind::PoliceTold
            | EventKind::Triaged
            | EventKind::StrategyDiscussed
            | EventKind::HeardBack => Some(Screen::Triage(Triage::new(self.case))),
            EventKind::AssessmentStarted | EventKind::AssessmentCompleted => {
                Some(Screen::Seraf(Seraf::new(self.case)))
            }
            EventKind::PlanAgreed => Some(Screen::Plan(Plan::new(self.case))),
            EventKind::ActionProgress => {
                Some(Screen::Plan(Plan::at_action(self.case, event.subject)))
            }
            EventKind::VoiceHeard | EventKind::FamilyTold => {
                Some(Screen::Voice(Voice::new(self.case)))
            }
            EventKind::PutForward | EventKind::Decided => {
                Some(Screen::Decision(Decision::new(self.case)))
            }
            EventKind::MeetingHeld
            | EventKind::ProtocolOn
            | EventKind::ProtocolNotOn
            | EventKind::ProtocolStayed
            | EventKind::ProtocolOff
            | EventKind::MinutesApproved
            | EventKind::DocumentSent => {
                let meeting = MeetingId(event.subject?);
                Some(Screen::Minutes(Minutes::new(meeting)))
            }
            _ => None,
        }
    }

    /// The join that is selected, or the only one.
    pub(super) fn join_meant(&self) -> Option<i64> {
        let joins = &self.overview.as_ref()?.joins;
        match (self.selected_item(), joins.as_slice()) {
            (Some(Item::Join(at)), _) => joins.get(at).map(|join| join.id),
            (_, [only]) => Some(only.id),
            _ => None,
        }
    }
}
