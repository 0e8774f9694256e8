//! Every line of SQL, the vault and the audit chain: plain functions over a connection.
//!
//! No rules and no permissions live here; `casework` asks, `store` keeps.

pub mod audit;
pub mod migrations;
pub mod open;
pub mod vault;
