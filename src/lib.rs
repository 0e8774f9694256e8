//! Diogel: casework for people who keep young people safe from sexual exploitation.
//!
//! The map of the house, a line a room. What each room may use is in ARCHITECTURE.md, and
//! `tests/tidy.rs` keeps it.

/// The interactive program without a terminal: model, messages, effects, keys.
pub mod app;
/// What a person does, one function each: checks the role, applies the rule, writes rows and audit.
pub mod casework;
/// The command line, one file a command.
pub mod cli;
/// Fictional casework that looks like the real thing, made from a seed.
pub mod demo;
/// The field's rules as pure functions and types.
pub mod domain;
/// Documents and calendar files out of domain values.
pub mod export;
/// Reading other people's files: registers of referrals, in CSV and in workbooks.
pub mod import;
/// The impure rim: terminal, input, signals, the store's thread, the clock.
pub mod runtime;
/// Every line of SQL, the vault and the audit chain.
pub mod store;
/// Drawing: a frame out of a model.
pub mod ui;
/// Every text for people, in English and Welsh.
pub mod words;
