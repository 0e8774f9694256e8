//! What a person does, one function each.
//!
//! Each takes a [`Desk`]: the store, who sits there, the moment and the authority's rules. It
//! asks whether the role may, applies the rule, and writes rows and audit in one transaction;
//! reads are asked for and written down too. No drawing and no arguments of commands live here.

pub mod accounts;
pub mod after;
pub mod assessments;
pub mod attendance;
pub mod cases;
pub mod decisions;
pub mod drafts;
pub mod imports;
pub mod invitations;
pub mod keeping;
pub mod meetings;
pub mod minutes;
pub mod owner;
pub mod panel;
pub mod plans;
pub mod preparation;
pub mod protocol;
pub mod referrals;
pub mod runner;
#[cfg(test)]
mod testing;
pub mod voice;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use rusqlite::Connection;
use serde_json::Value;
use thiserror::Error;

use self::assessments::SerafError;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::roles::{Action, Actor, may};
use crate::domain::rules::Rules;
use crate::store::audit::{self, Entry};
use crate::store::vault::VaultError;
use crate::store::{OpenError, Store, StoreError, case_record};

/// Where a person works: everything that a deed of casework needs.
pub struct Desk<'a> {
    pub store: &'a mut Store,
    pub actor: &'a Actor,
    /// The moment of the deed; the clock is read at the rim.
    pub now: DateTime<Utc>,
    pub rules: &'a Rules,
}

/// Why a deed was not done. Nothing has then been changed.
#[derive(Debug, Error)]
pub enum CaseworkError {
    #[error("{role} may not do that")]
    Refused { role: &'static str, action: Action },
    /// A restricted case, and the person is not among those named for it.
    #[error("the case is restricted")]
    Restricted { case: CaseId },
    #[error("there is no such case")]
    NoCase,
    /// Nobody has unlocked the store, or it was locked in between.
    #[error("the store is locked")]
    NotUnlocked,
    #[error("nobody of the name {user} works in this store")]
    UnknownUser { user: String },
    #[error("{user} no longer works in this store")]
    Disabled { user: String },
    #[error("there is already somebody called {user}")]
    UserThere { user: String },
    #[error("a name is needed")]
    NoName,
    /// The last administrator would lock everybody out of managing people.
    #[error("{user} is the only administrator left")]
    LastAdministrator { user: String },
    #[error(transparent)]
    Glass(#[from] cases::GlassError),
    #[error(transparent)]
    Keeping(#[from] keeping::KeepingError),
    #[error(transparent)]
    Panel(#[from] panel::PanelError),
    #[error(transparent)]
    Referral(#[from] referrals::ReferralError),
    #[error(transparent)]
    After(#[from] after::AfterError),
    #[error(transparent)]
    Meeting(#[from] meetings::MeetingError),
    #[error(transparent)]
    Runner(#[from] runner::RunnerError),
    #[error(transparent)]
    Preparation(#[from] preparation::PreparationError),
    #[error(transparent)]
    Seraf(#[from] SerafError),
    #[error(transparent)]
    Plan(#[from] plans::PlanError),
    #[error(transparent)]
    Voice(#[from] voice::VoiceError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<OpenError> for CaseworkError {
    fn from(error: OpenError) -> Self {
        Self::Vault(error.into())
    }
}

impl CaseworkError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::UnknownUser { .. } | Self::NoCase => 3,
            Self::Refused { .. } | Self::Disabled { .. } | Self::Restricted { .. } => 4,
            Self::UserThere { .. } => 5,
            Self::Referral(error) => error.exit_code(),
            Self::NoName | Self::LastAdministrator { .. } | Self::NotUnlocked => 1,
            Self::Glass(error) => error.exit_code(),
            Self::Keeping(error) => error.exit_code(),
            Self::Panel(error) => error.exit_code(),
            Self::After(error) => error.exit_code(),
            Self::Meeting(error) => error.exit_code(),
            Self::Runner(error) => error.exit_code(),
            Self::Preparation(error) => error.exit_code(),
            Self::Seraf(error) => error.exit_code(),
            Self::Plan(error) => error.exit_code(),
            Self::Voice(error) => error.exit_code(),
            Self::Vault(error) => error.exit_code(),
            Self::Store(error) => error.exit_code(),
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::Restricted { .. } => "restricted",
            Self::NoCase => "no-case",
            Self::NotUnlocked => "not-unlocked",
            Self::UnknownUser { .. } => "unknown-user",
            Self::Disabled { .. } => "disabled",
            Self::UserThere { .. } => "user-there",
            Self::NoName => "no-name",
            Self::LastAdministrator { .. } => "last-administrator",
            Self::Glass(error) => error.words_key(),
            Self::Keeping(error) => error.words_key(),
            Self::Panel(error) => error.words_key(),
            Self::Referral(error) => error.words_key(),
            Self::After(error) => error.words_key(),
            Self::Meeting(error) => error.words_key(),
            Self::Runner(error) => error.words_key(),
            Self::Preparation(error) => error.words_key(),
            Self::Seraf(error) => error.words_key(),
            Self::Plan(error) => error.words_key(),
            Self::Voice(error) => error.words_key(),
            Self::Vault(error) => error.words_key(),
            Self::Store(error) => error.words_key(),
        }
    }
}

/// A change under way: its transaction, and what is written down of it.
pub struct Change<'a> {
    /// The connection, within the transaction of the change.
    pub tx: &'a Connection,
    pub actor: &'a Actor,
    pub now: DateTime<Utc>,
}

impl Change<'_> {
    /// Writes the deed into the audit chain, in the transaction of the change itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn audit(
        &self,
        action: &str,
        case_id: Option<i64>,
        subject: &str,
        detail: &Value,
    ) -> Result<(), StoreError> {
        let detail = detail.to_string();
        audit::append(
            self.tx,
            &Entry {
                at: self.now,
                user_id: Some(self.actor.user_id),
                user_name: &self.actor.user_name,
                action,
                case_id,
                subject,
                detail: &detail,
            },
        )?;
        Ok(())
    }
}

impl Desk<'_> {
    /// Today in Wales, by which days are counted.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&London).date_naive()
    }

    /// A case that this person may do this with; asked before every read and change of a case.
    ///
    /// # Errors
    /// Refused by role; no such case; a restricted case that the person is not named for.
    pub fn case(&self, action: Action, id: CaseId) -> Result<CaseBrief, CaseworkError> {
        self.allow(action)?;
        let connection = self.store.connection();
        let case = case_record::by_id(connection, id)?.ok_or(CaseworkError::NoCase)?;
        let user = self.actor.user_id;
        if case.is_restricted && !case_record::is_named_for(connection, id, user, self.now)? {
            return Err(CaseworkError::Restricted { case: id });
        }
        Ok(case)
    }

    /// Asks whether the person's role may do this.
    ///
    /// # Errors
    /// [`CaseworkError::Refused`] where it may not.
    pub fn allow(&self, action: Action) -> Result<(), CaseworkError> {
        if may(self.actor.role, action) {
            return Ok(());
        }
        Err(CaseworkError::Refused {
            role: self.actor.role.into(),
            action,
        })
    }

    /// Runs a change in one transaction, which is kept whole or not at all.
    ///
    /// # Errors
    /// Those of the change and of the store.
    pub fn change<T>(
        &mut self,
        deed: impl FnOnce(&Change<'_>) -> Result<T, CaseworkError>,
    ) -> Result<T, CaseworkError> {
        let (actor, now) = (self.actor, self.now);
        self.store
            .with_transaction(|tx| deed(&Change { tx, actor, now }))
    }
}
