//! The demo store itself: made with the cast in it, and signed when it is whole.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Making, PASSPHRASE};
use crate::casework::CaseworkError;
use crate::demo::cast::{CAST, Hand};
use crate::store::audit::{self, Entry};
use crate::store::vault::{self, Passphrase, PassphraseCost};
use crate::store::{Store, StoreError, account, published};

/// The report's Table 5, of the years before any store.
const TABLE_5: &str = include_str!("../../../data/figures/table5-initial-meetings.csv");
const TABLE_5_SERIES: &str = "initial-cse-meetings";
const TABLE_5_SOURCE: &str = "Report to the Cabinet Scrutiny Sub-Committee, 2018, Table 5";

/// A new store of cheap passphrases, with a slot for each of the cast.
pub(super) fn open_with_cast(path: &Path, at: DateTime<Utc>) -> Result<Store, CaseworkError> {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let first = Hand::Duty.player();
    let (key, _) = vault::create(path, first.user_name, &passphrase, PassphraseCost::Cheap)?;
    let mut store = Store::open(path, &key)?;
    store.with_transaction(|tx| -> Result<(), CaseworkError> {
        for player in &CAST {
            let id = account::insert(tx, player.user_name, player.display_name, player.role)?;
            debug_assert_eq!(id, player.hand.user_id());
            let role: &str = player.role.into();
            audit::append(
                tx,
                &Entry {
                    at,
                    user_id: None,
                    user_name: "demo",
                    action: "user-added",
                    case_id: None,
                    subject: player.user_name,
                    detail: &json!({ "role": role }).to_string(),
                },
            )?;
        }
        for row in TABLE_5.lines().skip(1) {
            let numbers = row.split_once(',').and_then(|(year, value)| {
                Some((year.trim().parse().ok()?, value.trim().parse().ok()?))
            });
            if let Some((year, value)) = numbers {
                published::put(tx, TABLE_5_SERIES, year, value, TABLE_5_SOURCE)?;
            }
        }
        Ok(())
    })?;
    for player in CAST.iter().filter(|player| player.hand != Hand::Duty) {
        vault::add_slot(path, &key, player.user_name, &passphrase)?;
    }
    Ok(store)
}

/// Writes down which demo this is: only one that is whole has it.
pub(super) fn finish(store: &mut Store, making: &Making) -> Result<(), StoreError> {
    let which = json!({ "seed": making.seed, "cases": making.stories }).to_string();
    store.with_transaction(|tx| {
        audit::append(
            tx,
            &Entry {
                at: making.now,
                user_id: None,
                user_name: "demo",
                action: "demo-made",
                case_id: None,
                subject: "demo",
                detail: &which,
            },
        )?;
        Ok(())
    })
}
