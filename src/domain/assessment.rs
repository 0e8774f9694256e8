//! An assessment as it is recorded: the answers with all that stands beside the score.
//!
//! The score supports judgement and does not replace it (DOMAIN.md, section 2), so an assessment
//! also holds the worker's own judgement, what protects, and how the young person and family see
//! it. What the answers come to is `seraf`'s; what must be said before it is completed is
//! [`open_points`]. All of it is for professionals: texts are [`Confidential`].

mod about;
mod kept;
mod parts;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::{CaseBrief, CaseId};
use super::plain_text;
use super::seraf::{
    Answers, Changes, Dated, EvidenceBook, Form, Header, ItemAt, Score, Warning, changes, score,
};
use super::sharing::Confidential;
pub use about::About;
pub use kept::{KeptContent, Unreadable};
pub use parts::{Difference, Part, Side, differences, merged};

/// The number of an assessment in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(pub i64);

/// Whether the worker sees more or less risk than the score says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Direction {
    Higher,
    Lower,
}

/// The worker's own judgement beside the score. Complete only with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub direction: Direction,
    pub reason: Confidential,
}

/// Whether the young person may already have been harmed: another question than risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Harmed {
    #[default]
    NotAsked,
    No,
    NotKnown,
    Yes,
}

/// How somebody sees the risk themselves, and the day they said so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    pub words: Confidential,
    pub said_on: Option<NaiveDate>,
}

/// Everything that a person fills in. Cheap enough to clone for an undo history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub assessed_on: NaiveDate,
    /// Also holds the form they were given on.
    pub answers: Answers,
    pub evidence: EvidenceBook,
    pub judgement: Option<Judgement>,
    /// Why the category is right though something speaks for a higher one; see [`OpenPoint`].
    pub category_reason: Confidential,
    pub harmed: Harmed,
    pub harmed_note: Confidential,
    pub protective: Confidential,
    pub narrative: Confidential,
    pub young_person_view: View,
    pub family_view: View,
    /// Who helped to complete it: professionals, family, the young person.
    pub helped_by: Confidential,
    /// The header of the form.
    pub about: About,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub user_id: i64,
    /// As shown to people.
    pub name: String,
    pub at: DateTime<Utc>,
}

/// What was worked out when it was completed, never to change again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub score: u32,
    pub category: u8,
    pub at_risk: bool,
    /// The young person's age in whole years that the category was worked out with.
    pub age: Option<u8>,
    pub completed: Stamp,
}

/// A draft, or an assessment completed for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub id: AssessmentId,
    pub case: CaseId,
    pub content: Content,
    pub begun: Stamp,
    /// The last one to save the draft.
    pub saved: Stamp,
    /// None while it is a draft.
    pub outcome: Option<Outcome>,
    pub version: i64,
}

impl Assessment {
    pub fn is_draft(&self) -> bool {
        self.outcome.is_none()
    }

    /// What was scored with beside the answers; `None` while it is a draft.
    pub fn header(&self) -> Header {
        Header {
            age: self.outcome.as_ref().and_then(|outcome| outcome.age),
        }
    }

    /// The full score of the answers as they stand.
    pub fn score(&self) -> Score {
        score(&self.content.answers, self.header())
    }
}

impl Content {
    /// An empty assessment.
    pub fn blank(form: &Form, assessed_on: NaiveDate) -> Self {
        Self {
            assessed_on,
            answers: Answers::blank(form),
            evidence: EvidenceBook::default(),
            judgement: None,
            category_reason: Confidential::default(),
            harmed: Harmed::default(),
            harmed_note: Confidential::default(),
            protective: Confidential::default(),
            narrative: Confidential::default(),
            young_person_view: View::default(),
            family_view: View::default(),
            helped_by: Confidential::default(),
            about: About::default(),
        }
    }

    /// A new assessment after an earlier one. Ticks that hold for life, all evidence and the header
    /// come over, for nobody should type them twice; everything with a window in time is asked
    /// again, and so is the judgement.
    pub fn after(previous: &Self, form: &Form, assessed_on: NaiveDate) -> Self {
        let mut content = Self::blank(form, assessed_on);
        for (_, section, item, answer) in previous.answers.all() {
            let Some(at) = form.item_at(&item.id) else {
                continue;
            };
            let here = form.item(at).map(|(here, _)| here);
            for (column_at, column) in section.columns() {
                let column = here
                    .and_then(|here| here.column_at(&column.id))
                    .filter(|_| column.window.is_none() && answer.is_ticked(column_at));
                if let Some(column) = column {
                    content.answers.tick(at, column);
                }
            }
            for said in previous.evidence.of(&item.id) {
                content.evidence.add(&item.id, said.clone());
            }
        }
        for (_, field) in form.about() {
            if let Some(said) = previous.about.of(&field.id) {
                content.about.put(&field.id, said.clone());
            }
        }
        content
    }

    pub fn form(&self) -> &Form {
        self.answers.form()
    }

    /// What is known of the young person on the day of assessment, for the score.
    pub fn header(&self, case: &CaseBrief) -> Header {
        Header {
            age: case
                .age(self.assessed_on)
                .and_then(|age| u8::try_from(age).ok()),
        }
    }

    /// As [`changes`] takes it.
    pub fn dated(&self) -> Dated<'_> {
        Dated {
            answers: &self.answers,
            evidence: &self.evidence,
            assessed_on: self.assessed_on,
        }
    }

    /// Whether the dates of an item speak for a column that is not ticked, or for none at all. A
    /// tick that no date speaks for may stand: not everything has a date.
    pub fn dates_differ(&self, at: ItemAt) -> bool {
        let Some((_, item)) = self.form().item(at) else {
            return false;
        };
        if self.evidence.last_known(&item.id).is_none() {
            return false;
        }
        let answer = self.answers.item(at);
        let spoken_for = self
            .evidence
            .ticks_by_dates(self.form(), at, self.assessed_on);
        match spoken_for {
            Some(ticks) => ticks.columns().any(|column| !answer.is_ticked(column)),
            None => answer.ticks().is_some(),
        }
    }

    /// Without anything that could act on a terminal or hide in a file.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        let text = |text: &mut Confidential| {
            *text = Confidential::new(plain_text::clean_multiline(text.for_professionals()));
        };
        if let Some(judgement) = &mut self.judgement {
            text(&mut judgement.reason);
        }
        for one in [
            &mut self.category_reason,
            &mut self.harmed_note,
            &mut self.protective,
            &mut self.narrative,
            &mut self.young_person_view.words,
            &mut self.family_view.words,
            &mut self.helped_by,
        ] {
            text(one);
        }
        self.evidence.change_texts(plain_text::clean_multiline);
        self.about.change_texts(plain_text::clean_multiline);
        self
    }
}

/// A draft as somebody opens it, with all that it is compared to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub case: CaseBrief,
    pub draft: Assessment,
    /// Every completed assessment, the latest day first.
    pub earlier: Vec<Assessment>,
    /// Whether it was begun just now.
    pub is_new: bool,
}

/// A draft that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    pub version: i64,
    pub at: DateTime<Utc>,
}

/// What completing brought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletedNow {
    pub assessment: Assessment,
    /// Whether it came before the Principal Officer because of this.
    pub is_put_forward: bool,
    /// When the SERAF is due again at the latest.
    pub again_by: NaiveDate,
}

/// What must be settled before an assessment can be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenPoint {
    /// No item has an answer.
    NothingAnswered,
    DateInFuture,
    /// A judgement without its reason.
    JudgementReason,
    /// A significant indicator is current and the category is below this one: judge, or say why.
    CurrentSignificantBelow(u8),
    /// The category is lower than that of the assessment before: judge, or say why.
    LowerThanBefore(u8),
}

/// Whatever stands in the way of completing, in the order in which it is best settled. The
/// score's hazards and a downgrade need a judgement or a reason (DOMAIN.md, hazards).
pub fn open_points(
    content: &Content,
    header: Header,
    previous: Option<&Assessment>,
    today: NaiveDate,
) -> Vec<OpenPoint> {
    let mut open = Vec::new();
    let score = score(&content.answers, header);
    if score.not_asked as usize == content.form().item_count() {
        open.push(OpenPoint::NothingAnswered);
    }
    if content.assessed_on > today {
        open.push(OpenPoint::DateInFuture);
    }
    let judged = content.judgement.as_ref();
    if judged.is_some_and(|judgement| judgement.reason.is_blank()) {
        open.push(OpenPoint::JudgementReason);
    }
    let is_explained = !content.category_reason.is_blank()
        || judged.is_some_and(|judgement| !judgement.reason.is_blank());
    if is_explained {
        return open;
    }
    for warning in &score.warnings {
        if let Warning::CurrentSignificantBelow { category } = warning {
            open.push(OpenPoint::CurrentSignificantBelow(*category));
        }
    }
    let before = previous.and_then(|previous| previous.outcome.as_ref());
    if let Some(before) = before.filter(|before| before.category > score.category) {
        open.push(OpenPoint::LowerThanBefore(before.category));
    }
    open
}

/// A completed assessment with what changed since the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    pub assessment: Assessment,
    /// None for the first.
    pub changes: Option<Changes>,
}

/// Sets completed assessments, the latest first, each beside the one before.
pub fn with_changes(latest_first: Vec<Assessment>) -> Vec<Completed> {
    let mut all: Vec<Completed> = Vec::with_capacity(latest_first.len());
    for assessment in latest_first.into_iter().rev() {
        let before = all.last().map(|before| &before.assessment);
        let changes =
            before.map(|before| changes(&before.content.dated(), &assessment.content.dated()));
        all.push(Completed {
            assessment,
            changes,
        });
    }
    all.reverse();
    all
}
