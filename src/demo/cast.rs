//! The people who work in the demo store. Each unlocks it with the passphrase `demo`.

use crate::domain::roles::Role;

/// Who does a step of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hand {
    Duty,
    /// A second duty worker, so that "mine" and "team" differ.
    Duty2,
    Worker,
    Worker2,
    Principal,
    Chair,
    Panel,
    Auditor,
    Admin,
}

/// One of the people.
#[derive(Debug, Clone, Copy)]
pub struct Player {
    pub hand: Hand,
    /// What they type to unlock the store.
    pub user_name: &'static str,
    pub display_name: &'static str,
    pub role: Role,
}

const fn player(
    hand: Hand,
    user_name: &'static str,
    display_name: &'static str,
    role: Role,
) -> Player {
    Player {
        hand,
        user_name,
        display_name,
        role,
    }
}

/// Everybody, in the order of [`Hand`]. The names of the seven roles are a contract (DESIGN.md,
/// section 5).
pub const CAST: [Player; 9] = [
    player(Hand::Duty, "duty", "Mari Huws", Role::DutyWorker),
    player(Hand::Duty2, "duty2", "Tomos Bevan", Role::DutyWorker),
    player(Hand::Worker, "worker", "Lowri Hammond", Role::SocialWorker),
    player(
        Hand::Worker2,
        "worker2",
        "Dafydd ap Rhys",
        Role::SocialWorker,
    ),
    player(
        Hand::Principal,
        "principal",
        "Angharad Bevan",
        Role::PrincipalOfficer,
    ),
    player(Hand::Chair, "chair", "Gwyn Tudur", Role::Chair),
    player(Hand::Panel, "panel", "Nia Sorensen", Role::PanelMember),
    player(Hand::Auditor, "auditor", "Peredur Vaughan", Role::Auditor),
    player(Hand::Admin, "admin", "Beca Llwyd", Role::Administrator),
];

impl Hand {
    /// The row of the person in the demo store, where they are the first to be added.
    pub fn user_id(self) -> i64 {
        self as i64 + 1
    }

    pub fn player(self) -> &'static Player {
        // The table is in the order of the enum, which a test says.
        &CAST[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cast_stands_in_the_order_of_hands() {
        for player in &CAST {
            assert_eq!(player.hand.player().user_name, player.user_name);
        }
    }
}
