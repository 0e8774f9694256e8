//! The score as other programs read it: the contract of `seraf score --json`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::answers::Answers;
use super::form::Language;
use super::score::Score;

/// One score in the shape of DESIGN.md, section 5. Field names and warning codes are stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreReport {
    pub form: String,
    pub score: u32,
    pub category: u8,
    pub title: String,
    pub at_risk: bool,
    pub action: String,
    /// Points by section id, in the order of the form.
    #[serde(serialize_with = "as_map")]
    pub sections: Vec<(String, u32)>,
    /// Points by header fields; left out where the form has no such fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<u32>,
    pub not_asked: u32,
    pub not_known: u32,
    pub score_if_unknown_present: u32,
    pub warnings: Vec<String>,
}

impl ScoreReport {
    /// The report of a score that was worked out from these answers.
    pub fn new(answers: &Answers, score: &Score, language: Language) -> Self {
        let form = answers.form();
        let band = form
            .band_of(score.category)
            .unwrap_or_else(|| form.band_for(score.total));
        let ids = form.sections().iter().map(|section| section.id.clone());
        let points = score.sections.iter().map(|section| section.points);
        Self {
            form: form.id().to_string(),
            score: score.total,
            category: score.category,
            title: band.title.say(language).to_owned(),
            at_risk: score.at_risk,
            action: band.action.say(language).to_owned(),
            sections: ids.zip(points).collect(),
            extra: (!form.extras().is_empty()).then_some(score.extra_points),
            not_asked: score.not_asked,
            not_known: score.not_known,
            score_if_unknown_present: score.if_unknown_present,
            warnings: score.warnings.iter().map(|w| w.code(form)).collect(),
        }
    }
}

fn as_map<S: Serializer>(sections: &[(String, u32)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(sections.len()))?;
    for (id, points) in sections {
        map.serialize_entry(id, points)?;
    }
    map.end()
}
