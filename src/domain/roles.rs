//! Who may do what: roles × actions as one table, and the person who acts.
//!
//! `casework` asks [`may`] before every read and change. Restricted cases are a second question,
//! asked of the case and not of the role; it does not live here.

use strum::{EnumIter, EnumString, IntoStaticStr};

/// What a person is in this store. The kebab-case word is what the store and the command line say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    DutyWorker,
    SocialWorker,
    /// The Safeguarding Principal Officer, who decides whether a case is heard.
    PrincipalOfficer,
    Chair,
    PanelMember,
    Auditor,
    /// Manages users, and reads no case.
    Administrator,
}

/// What may be done, as far as a role decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Action {
    Refer,
    Triage,
    SeeCase,
    AssessSeraf,
    PutForward,
    Decide,
    PlanMeeting,
    RunMeeting,
    ManageUsers,
    ReadAudit,
    SeeFigures,
    VerifyStore,
    JoinRecords,
    BreakGlass,
    /// Make a plan with the family, and agree it.
    MakePlan,
    /// Note what became of an agreed action.
    FollowPlan,
    /// Record what a young person or family said, answer it, and tell them something.
    HearVoice,
    /// Close a case.
    CloseCase,
    /// Look at the register of the Risky Behaviour Panel.
    SeePanel,
    /// Raise issues with it, and note what becomes of them.
    KeepPanel,
    /// Say that only named people see a case, or everybody again.
    RestrictCase,
}

/// The person who unlocked the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub user_id: i64,
    /// The name of the slot, such as `duty`.
    pub user_name: String,
    pub display_name: String,
    pub role: Role,
}

/// A person of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: i64,
    pub user_name: String,
    pub display_name: String,
    pub role: Role,
    pub is_disabled: bool,
    pub version: i64,
}

/// The whole table: what is not listed is refused.
const TABLE: [(Role, &[Action]); 7] = {
    use Action::{
        AssessSeraf, BreakGlass, CloseCase, Decide, FollowPlan, HearVoice, JoinRecords, KeepPanel,
        MakePlan, ManageUsers, PlanMeeting, PutForward, ReadAudit, Refer, RestrictCase, RunMeeting,
        SeeCase, SeeFigures, SeePanel, Triage, VerifyStore,
    };
    [
        (
            Role::DutyWorker,
            &[
                Refer, Triage, SeeCase, SeeFigures, BreakGlass, FollowPlan, HearVoice, SeePanel,
            ],
        ),
        (
            Role::SocialWorker,
            &[
                Refer,
                Triage,
                SeeCase,
                AssessSeraf,
                PutForward,
                PlanMeeting,
                SeeFigures,
                BreakGlass,
                MakePlan,
                FollowPlan,
                HearVoice,
                SeePanel,
                KeepPanel,
            ],
        ),
        (
            Role::PrincipalOfficer,
            &[
                Refer,
                Triage,
                SeeCase,
                AssessSeraf,
                PutForward,
                Decide,
                PlanMeeting,
                RunMeeting,
                ReadAudit,
                SeeFigures,
                VerifyStore,
                JoinRecords,
                BreakGlass,
                MakePlan,
                FollowPlan,
                HearVoice,
                CloseCase,
                RestrictCase,
                SeePanel,
                KeepPanel,
            ],
        ),
        (
            Role::Chair,
            &[
                SeeCase,
                PlanMeeting,
                RunMeeting,
                SeeFigures,
                BreakGlass,
                MakePlan,
                FollowPlan,
                HearVoice,
                SeePanel,
                KeepPanel,
            ],
        ),
        (Role::PanelMember, &[SeeFigures, SeePanel, KeepPanel]),
        (Role::Auditor, &[ReadAudit, SeeFigures, VerifyStore]),
        (Role::Administrator, &[ManageUsers, VerifyStore]),
    ]
};

/// Whether `role` may do `action`.
pub fn may(role: Role, action: Action) -> bool {
    TABLE
        .iter()
        .any(|(listed, actions)| *listed == role && actions.contains(&action))
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    /// Columns in the order of `Role`: duty, worker, principal, chair, panel, auditor, admin.
    const CELLS: [(Action, &str); 21] = [
        (Action::Refer, "yyy----"),
        (Action::Triage, "yyy----"),
        (Action::SeeCase, "yyyy---"),
        (Action::AssessSeraf, "-yy----"),
        (Action::PutForward, "-yy----"),
        (Action::Decide, "--y----"),
        (Action::PlanMeeting, "-yyy---"),
        (Action::RunMeeting, "--yy---"),
        (Action::ManageUsers, "------y"),
        (Action::ReadAudit, "--y--y-"),
        (Action::SeeFigures, "yyyyyy-"),
        (Action::VerifyStore, "--y--yy"),
        (Action::JoinRecords, "--y----"),
        (Action::BreakGlass, "yyyy---"),
        (Action::MakePlan, "-yyy---"),
        (Action::FollowPlan, "yyyy---"),
        (Action::HearVoice, "yyyy---"),
        (Action::CloseCase, "--y----"),
        (Action::SeePanel, "yyyyy--"),
        (Action::KeepPanel, "-yyyy--"),
        (Action::RestrictCase, "--y----"),
    ];

    #[test]
    fn every_cell_is_as_in_the_literal_table() {
        assert_eq!(Action::iter().count(), CELLS.len());
        for (action, cells) in CELLS {
            assert_eq!(Role::iter().count(), cells.chars().count());
            for (role, cell) in Role::iter().zip(cells.chars()) {
                assert_eq!(may(role, action), cell == 'y', "{role:?} {action:?}");
            }
        }
    }

    #[test]
    fn role_word_is_read_back_as_the_role() {
        for role in Role::iter() {
            let word: &'static str = role.into();
            assert_eq!(word.parse(), Ok(role));
        }
    }
}
