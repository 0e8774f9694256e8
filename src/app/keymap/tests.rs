use std::collections::{BTreeMap, BTreeSet};

use super::*;

use strum::IntoEnumIterator;

use crate::domain::roles::Role;
use Command as C;
use Place::{Dialog, List};

#[test]
fn rows_of_one_place_never_share_a_key() {
    let mut seen = BTreeMap::new();
    for row in all_rows() {
        for key in row.keys {
            let before = seen.insert((row.place, format!("{key:?}")), row.command);
            assert_eq!(before, None, "{:?} {key:?}", row.place);
        }
    }
}

#[test]
fn rows_have_a_key_and_words_of_their_own() {
    let mut told = BTreeSet::new();
    for row in all_rows() {
        assert!(!row.keys.is_empty(), "{:?}", row.command);
        assert!(told.insert(row.words.id()), "{:?}", row.command);
    }
}

#[test]
fn every_place_has_a_way_out_and_a_way_to_help() {
    for place in Place::iter() {
        let commands: Vec<_> = rows_of(place).map(|row| row.command).collect();
        assert!(commands.contains(&C::Help), "{place:?}");
        assert!(commands.contains(&C::Leave), "{place:?}");
        let way_back = commands.contains(&C::Back) || commands.contains(&C::Refuse);
        assert!(way_back, "{place:?}");
    }
}

#[test]
fn every_way_out_has_a_second_key_beside_esc() {
    for row in all_rows().filter(|row| row.keys.contains(&plain(KeyCode::Esc))) {
        assert!(row.keys.len() > 1, "{:?}", row.command);
    }
}

#[test]
fn letters_in_a_text_field_are_no_commands() {
    for row in all_rows() {
        for key in row.keys {
            let is_letter = matches!(key.code, KeyCode::Char(_)) && !key.ctrl;
            let found = command_of(row.place, *key, Letters::AreText);
            assert_eq!(found.is_none(), is_letter, "{key:?}");
        }
    }
}

#[test]
fn dialog_lets_no_other_work_through() {
    for refused in [letter('q'), letter('2'), letter(':'), letter('/')] {
        assert_eq!(command_of(Dialog, refused, Letters::AreCommands), None);
    }
    // `n` is a new referral elsewhere, and "no" in a dialog.
    assert_eq!(
        command_of(Dialog, letter('n'), Letters::AreCommands),
        Some(C::Refuse)
    );
    assert_eq!(
        command_of(List, letter('n'), Letters::AreCommands),
        Some(C::NewReferral)
    );
}

#[test]
fn no_single_letter_suspends_or_leaves_without_asking() {
    for row in all_rows().filter(|row| matches!(row.command, C::Suspend | C::Leave | C::Lock)) {
        assert!(row.keys.iter().all(|key| key.ctrl), "{:?}", row.command);
    }
}

#[test]
fn role_is_told_of_the_keys_that_it_may_use_and_no_others() {
    let told =
        |place, role, command: C| rows_for(place, Some(role)).any(|row| row.command == command);
    let edit = C::Case(CaseCommand::EditPerson);
    let decide = C::Case(CaseCommand::Decide);
    for (role, edits, decides, refers) in [
        (Role::DutyWorker, true, false, true),
        (Role::SocialWorker, true, false, true),
        (Role::PrincipalOfficer, true, true, true),
        (Role::Chair, false, false, false),
        (Role::Auditor, false, false, false),
    ] {
        assert_eq!(told(Place::Case, role, edit), edits, "{role:?}");
        assert_eq!(told(Place::Case, role, decide), decides, "{role:?}");
        assert_eq!(told(Place::Case, role, C::NewReferral), refers, "{role:?}");
        assert!(told(Place::Case, role, C::Lock), "{role:?}");
    }
    // Before anybody came in, nothing that needs a right.
    let is_open = |row: &&Row| row.command.needs().is_none();
    assert!(rows_for(Place::Locked, None).all(|row| is_open(&row)));
    assert!(!rows_for(Place::Everywhere, None).any(|row| row.command == C::NewReferral));
}
