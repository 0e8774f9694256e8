//! What follows from the answers as they stand: worked out anew after every change, so that
//! nothing on the screen is ever older than the last key.

use chrono::NaiveDate;

use crate::domain::assessment::{Assessment, Content, Harmed, OpenPoint, open_points};
use crate::domain::seraf::{
    ChangeKind, Changes, Header, ItemAnswer, ProjectedScore, Score, Warning, changes, projection,
    score,
};

/// Something that is said under the form, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// A significant indicator is current and the category is below this one.
    CurrentSignificant { category: u8, is_explained: bool },
    /// The category is lower than before.
    Lower { before: u8, is_explained: bool },
    /// The score fell, and by the calendar alone.
    FellByCalendar,
    /// The young person may already have been harmed.
    Harmed,
    /// So many indicators were there 6 to 12 months ago and are not ticked as current.
    OnlyEarlier(u32),
    /// A floor rule of the form, by its place, lifted the category.
    Floor { rule: usize, category: u8 },
    /// A floor rule would need the age.
    AgeNeeded { rule: usize },
}

/// Points of the last assessment whose items are not asked yet in this one, by what they would
/// count as if nobody asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NotAskedYet {
    pub gone: i64,
    pub aged_out: i64,
}

/// Everything that is worked out of one content.
#[derive(Debug)]
pub struct Reckoned {
    pub score: Score,
    pub header: Header,
    /// Since the assessment before; none where this is the first.
    pub changes: Option<Changes>,
    /// Of these, points of items that are not asked yet: whether they are gone is not known.
    pub not_asked_yet: NotAskedYet,
    pub projection: Vec<ProjectedScore>,
    /// What stands in the way of completing.
    pub open: Vec<OpenPoint>,
    pub cautions: Vec<Caution>,
}

impl Reckoned {
    /// Works everything out. `earlier` are the completed assessments, the latest day first.
    pub fn of(content: &Content, header: Header, earlier: &[Assessment], today: NaiveDate) -> Self {
        let score = score(&content.answers, header);
        let before = before(content, earlier);
        let changes = before.map(|before| changes(&before.content.dated(), &content.dated()));
        let open = open_points(content, header, before, today);
        let not_asked_yet = changes.as_ref().map_or(NotAskedYet::default(), |found| {
            not_asked_yet(content, found)
        });
        // What is not asked yet may still be there: nothing has fallen before it is asked.
        let compared = before.filter(|_| not_asked_yet == NotAskedYet::default());
        let cautions = cautions(content, &score, changes.as_ref(), compared);
        Self {
            not_asked_yet,
            projection: projection(
                &content.answers,
                &content.evidence,
                content.assessed_on,
                header,
            ),
            header,
            score,
            changes,
            open,
            cautions,
        }
    }
}

/// The assessment that one of this day is compared to.
pub fn before<'a>(content: &Content, earlier: &'a [Assessment]) -> Option<&'a Assessment> {
    earlier
        .iter()
        .find(|one| one.content.assessed_on <= content.assessed_on)
}

fn not_asked_yet(content: &Content, found: &Changes) -> NotAskedYet {
    let form = content.form();
    let is_open = |item: &str| {
        form.item_at(item)
            .is_some_and(|at| content.answers.item(at) == ItemAnswer::NotAsked)
    };
    let points = |kind: ChangeKind| {
        let of_kind = found.changes.iter().filter(|change| change.kind == kind);
        of_kind
            .filter(|change| is_open(&change.item))
            .map(|change| change.points)
            .sum()
    };
    NotAskedYet {
        gone: points(ChangeKind::Gone),
        aged_out: points(ChangeKind::AgedOut),
    }
}

fn cautions(
    content: &Content,
    score: &Score,
    changes: Option<&Changes>,
    before: Option<&Assessment>,
) -> Vec<Caution> {
    let judged = content.judgement.as_ref();
    let is_explained = !content.category_reason.is_blank()
        || judged.is_some_and(|judgement| !judgement.reason.is_blank());
    let mut found = Vec::new();
    for warning in &score.warnings {
        found.push(match *warning {
            Warning::CurrentSignificantBelow { category } => Caution::CurrentSignificant {
                category,
                is_explained,
            },
            Warning::FloorApplied { rule, category } => Caution::Floor { rule, category },
            Warning::AgeNeeded { rule } => Caution::AgeNeeded { rule },
        });
    }
    let lower = before
        .and_then(|before| before.outcome.as_ref())
        .filter(|before| before.category > score.category);
    if let Some(before) = lower {
        found.push(Caution::Lower {
            before: before.category,
            is_explained,
        });
    }
    if before.is_some() && changes.is_some_and(Changes::fell_by_calendar_alone) {
        found.push(Caution::FellByCalendar);
    }
    if content.harmed == Harmed::Yes {
        found.push(Caution::Harmed);
    }
    if score.only_earlier > 0 {
        found.push(Caution::OnlyEarlier(score.only_earlier));
    }
    // What is explained presses less than what is not.
    found.sort_by_key(|caution| {
        matches!(
            caution,
            Caution::CurrentSignificant {
                is_explained: true,
                ..
            } | Caution::Lower {
                is_explained: true,
                ..
            }
        )
    });
    found
}
