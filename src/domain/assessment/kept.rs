//! The content of an assessment as text, for a draft kept on the side.
//!
//! The record itself has a column for each part (`store::assessment`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{About, Content, Direction, Harmed, Judgement, View};
use crate::domain::seraf::{Answers, EvidenceBook, Form, RawAnswers};
use crate::domain::sharing::Confidential;

/// [`Content`] without its form, in words that are stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptContent {
    assessed_on: NaiveDate,
    /// JSON of the contract.
    answers: serde_json::Value,
    evidence: EvidenceBook,
    judgement: Option<String>,
    judgement_reason: String,
    category_reason: String,
    harmed: String,
    harmed_note: String,
    protective: String,
    narrative: String,
    young_person_view: (String, Option<NaiveDate>),
    family_view: (String, Option<NaiveDate>),
    helped_by: String,
    /// Not in what was kept by programs that had no place for it.
    #[serde(default)]
    about: BTreeMap<String, String>,
}

/// What was kept belongs to another form, or is not what this program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was kept of the assessment cannot be read")]
pub struct Unreadable;

impl From<&Content> for KeptContent {
    fn from(content: &Content) -> Self {
        let words = |text: &Confidential| text.for_professionals().to_owned();
        let view = |view: &View| (words(&view.words), view.said_on);
        let judgement = content.judgement.as_ref();
        Self {
            assessed_on: content.assessed_on,
            answers: serde_json::to_value(&content.answers).unwrap_or_default(),
            evidence: content.evidence.clone(),
            judgement: judgement.map(|judged| {
                let word: &str = judged.direction.into();
                word.to_owned()
            }),
            judgement_reason: judgement
                .map(|judged| words(&judged.reason))
                .unwrap_or_default(),
            category_reason: words(&content.category_reason),
            harmed: <&str>::from(content.harmed).to_owned(),
            harmed_note: words(&content.harmed_note),
            protective: words(&content.protective),
            narrative: words(&content.narrative),
            young_person_view: view(&content.young_person_view),
            family_view: view(&content.family_view),
            helped_by: words(&content.helped_by),
            about: {
                let about = content.about.for_professionals().into_iter();
                about
                    .map(|(id, said)| (id.to_owned(), said.to_owned()))
                    .collect()
            },
        }
    }
}

impl KeptContent {
    /// The content on the form that it was kept from.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn on(self, form: &Form) -> Result<Content, Unreadable> {
        let raw = RawAnswers::deserialize(self.answers).map_err(|_| Unreadable)?;
        let answers = Answers::from_raw(form, &raw).map_err(|_| Unreadable)?;
        let judgement = match self.judgement {
            None => None,
            Some(word) => Some(Judgement {
                direction: word.parse::<Direction>().map_err(|_| Unreadable)?,
                reason: Confidential::new(self.judgement_reason),
            }),
        };
        let view = |(words, said_on): (String, Option<NaiveDate>)| View {
            words: Confidential::new(words),
            said_on,
        };
        Ok(Content {
            assessed_on: self.assessed_on,
            answers,
            evidence: self.evidence,
            judgement,
            category_reason: Confidential::new(self.category_reason),
            harmed: self.harmed.parse::<Harmed>().map_err(|_| Unreadable)?,
            harmed_note: Confidential::new(self.harmed_note),
            protective: Confidential::new(self.protective),
            narrative: Confidential::new(self.narrative),
            young_person_view: view(self.young_person_view),
            family_view: view(self.family_view),
            helped_by: Confidential::new(self.helped_by),
            about: About::from_words(self.about),
        })
    }
}
