//! An assessment out of its row, on the form as it stood when it was made.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use crate::domain::assessment::{
    About, Assessment, AssessmentId, Content, Direction, Judgement, Outcome, Stamp, View,
};
use crate::domain::case::CaseId;
use crate::domain::seraf::{Answers, EvidenceBook, Form, FormError, RawAnswers};
use crate::domain::sharing::Confidential;
use crate::store::StoreError;
use crate::store::case_record::word;

/// What [`Reader::read`] reads, in its order, of an `assessment` called `a`.
pub(super) const COLUMNS: &str = "
    SELECT a.id, a.case_id, a.form_version, a.assessed_on, a.answers, a.evidence, a.judgement,
           a.judgement_reason, a.category_reason, a.harmed, a.harmed_note, a.protective,
           a.narrative, a.young_person_view, a.young_person_view_on, a.family_view,
           a.family_view_on, a.helped_by, a.begun_by, b.display_name, a.begun_at, a.saved_by,
           s.display_name, a.saved_at, a.score, a.category, a.at_risk, a.age, a.completed_by,
           c.display_name, a.completed_at, a.version, a.about
    FROM assessment a
    JOIN user_account b ON b.id = a.begun_by
    JOIN user_account s ON s.id = a.saved_by
    LEFT JOIN user_account c ON c.id = a.completed_by";

/// Reads rows, and each form once.
#[derive(Default)]
pub(super) struct Reader {
    forms: HashMap<i64, Form>,
}

impl Reader {
    pub fn read(
        &mut self,
        connection: &Connection,
        row: &Row<'_>,
    ) -> Result<Assessment, StoreError> {
        let id: i64 = row.get(0)?;
        let form = self.form(connection, row.get(2)?)?;
        let unreadable = |what: &str| StoreError::Damaged(format!("{what} of assessment {id}"));
        let raw: RawAnswers = serde_json::from_str(&row.get::<_, String>(4)?)
            .map_err(|_| unreadable("the answers"))?;
        let answers = Answers::from_raw(form, &raw).map_err(|_| unreadable("the answers"))?;
        let evidence: EvidenceBook = serde_json::from_str(&row.get::<_, String>(5)?)
            .map_err(|_| unreadable("the evidence"))?;
        let about: BTreeMap<String, String> = serde_json::from_str(&row.get::<_, String>(32)?)
            .map_err(|_| unreadable("the header"))?;
        let content = Content {
            assessed_on: row.get(3)?,
            answers,
            evidence,
            judgement: match direction(row, 6)? {
                Some(direction) => Some(Judgement {
                    direction,
                    reason: text(row, 7)?,
                }),
                None => None,
            },
            category_reason: text(row, 8)?,
            harmed: word(row, 9)?,
            harmed_note: text(row, 10)?,
            protective: text(row, 11)?,
            narrative: text(row, 12)?,
            young_person_view: View {
                words: text(row, 13)?,
                said_on: row.get(14)?,
            },
            family_view: View {
                words: text(row, 15)?,
                said_on: row.get(16)?,
            },
            helped_by: text(row, 17)?,
            about: About::from_words(about),
        };
        Ok(Assessment {
            id: AssessmentId(id),
            case: CaseId(row.get(1)?),
            content,
            begun: stamp(row, 18)?,
            saved: stamp(row, 21)?,
            outcome: outcome(row)?,
            version: row.get(31)?,
        })
    }

    fn form(&mut self, connection: &Connection, version: i64) -> Result<&Form, StoreError> {
        match self.forms.entry(version) {
            std::collections::hash_map::Entry::Occupied(known) => Ok(known.into_mut()),
            std::collections::hash_map::Entry::Vacant(place) => {
                let (name, text): (String, String) = connection
                    .prepare_cached("SELECT form_id, text FROM form_version WHERE id = ?1")?
                    .query_row(params![version], |row| Ok((row.get(0)?, row.get(1)?)))?;
                let form = form_of(&name, &text)
                    .map_err(|error| StoreError::Damaged(error.to_string()))?;
                Ok(place.insert(form))
            }
        }
    }
}

/// Forms that were read lately. What a text says never changes, and reading one takes far longer
/// than the row that was made on it.
static READ_LATELY: Mutex<Vec<Form>> = Mutex::new(Vec::new());
const FORMS_KEPT: usize = 8;

fn form_of(name: &str, text: &str) -> Result<Form, FormError> {
    if let Ok(lately) = READ_LATELY.lock()
        && let Some(form) = lately.iter().find(|form| form.file_text() == text)
    {
        return Ok(form.clone());
    }
    let form = Form::from_toml(name, text)?;
    if let Ok(mut lately) = READ_LATELY.lock() {
        if lately.len() >= FORMS_KEPT {
            lately.remove(0);
        }
        lately.push(form.clone());
    }
    Ok(form)
}

/// The worker's judgement, where there is one.
pub(super) fn direction(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Direction>> {
    match row.get::<_, Option<String>>(at)? {
        None => Ok(None),
        Some(_) => word(row, at).map(Some),
    }
}

fn outcome(row: &Row<'_>) -> Result<Option<Outcome>, StoreError> {
    let Some(score) = row.get(24)? else {
        return Ok(None);
    };
    Ok(Some(Outcome {
        score,
        category: row.get(25)?,
        at_risk: row.get(26)?,
        age: row.get(27)?,
        completed: stamp(row, 28)?,
    }))
}

/// A user's id, their name and the moment, in three columns.
fn stamp(row: &Row<'_>, at: usize) -> rusqlite::Result<Stamp> {
    Ok(Stamp {
        user_id: row.get(at)?,
        name: row.get(at + 1)?,
        at: row.get::<_, DateTime<Utc>>(at + 2)?,
    })
}

fn text(row: &Row<'_>, at: usize) -> rusqlite::Result<Confidential> {
    row.get::<_, String>(at).map(Confidential::new)
}
