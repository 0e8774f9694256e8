//! The field's rules as pure functions and types.
//!
//! No I/O, no SQL, no clock (dates are passed in), no drawing and no text for people: a rule
//! answers with a value, and `words` says it.

pub mod assessment;
pub mod attendance;
pub mod bilingual;
pub mod calendar;
pub mod case;
pub mod case_list;
pub mod case_page;
pub mod chronology;
pub mod date_words;
pub mod decision;
pub mod invitation;
pub mod likeness;
pub mod meeting;
pub mod minutes;
pub mod panel;
pub mod person;
pub mod plain_text;
pub mod plan;
pub mod policy;
pub mod preparation;
pub mod protocol;
pub mod referral;
pub mod relation;
pub mod roles;
pub mod rules;
pub mod runner;
pub mod seraf;
pub mod sharing;
pub mod today;
pub mod voice;
