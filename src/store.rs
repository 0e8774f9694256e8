//! Every line of SQL, the vault and the audit chain: plain functions over a connection.
//!
//! No rules and no permissions live here; `casework` asks, `store` keeps.

pub mod account;
pub mod assessment;
pub mod attendance;
pub mod audit;
pub mod case_list;
pub mod case_record;
pub mod chronology;
pub mod clock;
pub mod confidential;
pub mod decision;
pub mod draft;
pub mod error;
pub mod event;
mod hex;
pub mod invitation;
pub mod joined;
pub mod meeting;
mod merge;
pub mod migrations;
pub mod minutes;
pub mod open;
pub mod panel;
pub mod person;
pub mod plan;
pub mod preparation;
pub mod protocol;
pub mod published;
pub mod referral;
pub mod relation;
pub mod runner;
pub mod search;
#[doc(hidden)]
pub mod testing;
pub mod today;
pub mod vault;
pub mod voice;

pub use self::error::{OpenError, StoreError};
pub use self::open::Store;
