//! The SERAF form and others like it: what is asked, what was answered, what it comes to.
//!
//! A [`Form`] is data (`data/seraf/*.toml`); nothing here knows the Welsh form's questions or
//! points. Everything is a pure function of a form, its answers and dates that are passed in, and
//! cheap enough to work out anew on every key. No files are read here, and no sentence for people
//! is made here except the errors of a form or answer file, which name the place in it.

mod answers;
mod changes;
mod evidence;
mod form;
mod form_error;
mod form_file;
mod forms;
mod projection;
mod report;
mod score;
#[cfg(test)]
mod tests;

pub use answers::{AnswerError, Answers, ExtraAnswer, ItemAnswer, RawAnswers, Ticks};
pub use changes::{Change, ChangeKind, Changes, Dated, changes};
pub use evidence::{Basis, Evidence, EvidenceBook, column_for, window_of};
pub use form::{
    AboutAt, AboutField, Band, Bilingual, Choice, Column, ColumnAt, Every, Extra, ExtraAt, Form,
    FormId, Item, ItemAt, Language, Rule, Section, Window,
};
pub use form_error::{FormError, FormProblem};
pub use forms::Forms;
pub use projection::{ProjectedScore, projection};
pub use report::ScoreReport;
pub use score::{Header, NextBand, Score, SectionScore, Warning, score};
