//! What is before the Risky Behaviour Panel in a demo: a few live issues and some that are closed,
//! raised and noted by the Panel's own member in the months before.

use chrono::TimeDelta;

use super::Making;
use crate::casework::panel::{note, raise};
use crate::casework::{CaseworkError, Desk};
use crate::demo::cast::{CAST, Hand};
use crate::domain::panel::{IssueKind, NewIssue, NewPanelNote};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::store::Store;

/// Days before now, kind, what, where; then days before now, what was done, to whom it was passed,
/// and whether it goes on.
type Told = (
    i64,
    IssueKind,
    &'static str,
    &'static str,
    &'static [(i64, &'static str, &'static str, bool)],
);

const TOLD: &[Told] = &[
    (
        151,
        IssueKind::Place,
        "Young people met by older men after school",
        "bus station, stand 4",
        &[
            (
                144,
                "Warden asked to walk by at four",
                "south-wales-police",
                true,
            ),
            (88, "Quiet for two months; cameras moved", "", false),
        ],
    ),
    (
        96,
        IssueKind::Online,
        "A page that offers parties and lifts",
        "",
        &[(
            90,
            "Reported; taken down and back under a new name",
            "south-wales-police",
            true,
        )],
    ),
    (
        61,
        IssueKind::Person,
        "A man of about thirty who gives vapes away",
        "skate park",
        &[(
            40,
            "Known by another name in two referrals",
            "south-wales-police",
            true,
        )],
    ),
    (
        33,
        IssueKind::Place,
        "A flat where doors are open all night",
        "above the empty shops",
        &[(
            19,
            "Housing has written to the owner",
            "childrens-services",
            true,
        )],
    ),
    (
        12,
        IssueKind::Group,
        "Two young adults who ask girls for pictures",
        "college canteen",
        &[],
    ),
];

/// Writes them down.
pub(super) fn tell(store: &mut Store, rules: &Rules, making: &Making) -> Result<(), CaseworkError> {
    let Some(player) = CAST.iter().find(|one| one.hand == Hand::Panel) else {
        return Ok(());
    };
    let actor = Actor {
        user_id: player.hand.user_id(),
        user_name: player.user_name.to_owned(),
        display_name: player.display_name.to_owned(),
        role: player.role,
    };
    let mut desk = Desk {
        store,
        actor: &actor,
        now: making.now,
        rules,
    };
    for (ago, kind, what, place, notes) in TOLD {
        desk.now = making.now - TimeDelta::days(*ago);
        let new = NewIssue {
            kind: *kind,
            what: Confidential::new(*what),
            place: Confidential::new(*place),
        };
        let id = raise(&mut desk, &new)?;
        for (version, (ago, words, passed_to, is_live)) in (1..).zip(*notes) {
            desk.now = making.now - TimeDelta::days(*ago);
            let passed_to = rules.policies.agencies.get(passed_to);
            let new = NewPanelNote {
                words: Confidential::new(*words),
                passed_to: passed_to.map_or_else(String::new, |one| one.id.clone()),
                is_live: *is_live,
            };
            note(&mut desk, id, version, &new)?;
        }
    }
    Ok(())
}
