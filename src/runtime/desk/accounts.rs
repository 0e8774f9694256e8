//! Coming in, founding a store, its people, and its check.

use super::{Open, Room};
use crate::app::effect::Secret;
use crate::app::talk::accounts::{Answer, Ask, Verified};
use crate::casework::{CaseworkError, accounts, runner};
use crate::domain::meeting::MeetingId;
use crate::domain::roles::Action;
use crate::store::open::Thoroughness;
use crate::store::vault::{self, Passphrase, PassphraseCost};
use crate::store::{OpenError, Store, audit};

pub(super) fn answer(room: &mut Room, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Names => names(room),
        Ask::Unlock {
            user,
            passphrase,
            part2,
        } => unlock(room, &user, &passphrase, part2),
        Ask::Found {
            user,
            display_name,
            role,
            passphrase,
        } => {
            let path = room.place.path.clone();
            let now = room.place.clock.now();
            let words = Passphrase::new(passphrase.expose().to_owned());
            if let Some(folder) = path.parent() {
                // What cannot be made is told of by what cannot be written in it.
                let _ = std::fs::create_dir_all(folder);
            }
            let (key, recovery) = vault::create(&path, &user, &words, PassphraseCost::Real)?;
            let mut store = Store::open(&path, &key)?;
            let actor = accounts::found(&mut store, now, &user, &display_name, role)?;
            room.open = Some(Open { store, actor });
            let mut recovery_key = Secret::default();
            let letters = recovery.expose_for_printing().chars();
            letters.for_each(|letter| recovery_key.push(letter));
            Ok(Answer::Founded { recovery_key })
        }
        Ask::Stay => match &room.open {
            Some(open) => Ok(Answer::CameIn(open.actor.clone())),
            None => Err(CaseworkError::NotUnlocked),
        },
        Ask::People => accounts::list(&mut room.desk()?).map(Answer::People),
        Ask::Add {
            user,
            display_name,
            role,
            passphrase,
        } => {
            let mut desk = room.desk()?;
            let words = Passphrase::new(passphrase.expose().to_owned());
            accounts::add(&mut desk, &user, &display_name, role, &words)?;
            accounts::list(&mut desk).map(Answer::People)
        }
        Ask::Disable { user } => {
            let mut desk = room.desk()?;
            accounts::disable(&mut desk, &user)?;
            accounts::list(&mut desk).map(Answer::People)
        }
        Ask::ChangePassphrase { passphrase } => {
            let words = Passphrase::new(passphrase.expose().to_owned());
            accounts::change_own_passphrase(&mut room.desk()?, &words)?;
            Ok(Answer::PassphraseChanged)
        }
        Ask::Verify => verify(room),
    }
}

fn names(room: &Room) -> Result<Answer, CaseworkError> {
    match vault::slot_names(&room.place.path) {
        Ok(names) => Ok(Answer::Names {
            names,
            is_fictional: vault::passphrase_cost(&room.place.path)? != PassphraseCost::Real,
        }),
        Err(OpenError::NoStore { path }) => Ok(Answer::NoStore {
            path: path.display().to_string(),
        }),
        Err(error) => Err(error.into()),
    }
}

fn unlock(
    room: &mut Room,
    user: &str,
    passphrase: &Secret,
    part2: Option<MeetingId>,
) -> Result<Answer, CaseworkError> {
    let path = room.place.path.clone();
    let passphrase = Passphrase::new(passphrase.expose().to_owned());
    let key = vault::unlock(&path, user, &passphrase)?;
    let mut store = Store::open(&path, &key)?;
    let actor = accounts::come_in(&mut store, room.place.clock.now(), user)?;
    room.open = Some(Open {
        store,
        actor: actor.clone(),
    });
    if let Some(meeting) = part2 {
        match runner::unlock_in_part2(&mut room.desk()?, meeting) {
            Ok(true) => return Ok(Answer::CameInDuringPart2(actor, meeting)),
            Ok(false) => {}
            Err(refused) => {
                room.close();
                return Err(refused);
            }
        }
    }
    match runner::going_on(&room.desk()?)? {
        Some(meeting) => Ok(Answer::CameInDuringPart2(actor, meeting)),
        None => Ok(Answer::CameIn(actor)),
    }
}

fn verify(room: &mut Room) -> Result<Answer, CaseworkError> {
    let desk = room.desk()?;
    desk.allow(Action::VerifyStore)?;
    let integrity = desk.store.verify_integrity(Thoroughness::Full)?;
    let verdict = audit::verify(desk.store.connection(), None)?;
    let head = match &verdict {
        audit::Verdict::Whole { head } => Some(head.to_string()),
        _ => None,
    };
    Ok(Answer::Verified(Verified {
        is_sound: integrity.is_sound() && verdict.is_whole(),
        head,
    }))
}
