//! Rows of a meeting while it is held: Part 1, the curtain, and what the family sees.

use super::Command as C;
use super::FamilyCommand as F;
use super::Footer::{HelpOnly, Shown};
use super::RunnerCommand as R;
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::domain::attendance::How;
use crate::words::Key as W;

const fn runner(
    keys: &'static [crate::app::input::Key],
    command: R,
    words: W,
    footer: super::Footer,
) -> Row {
    row(Place::Runner, keys, C::Runner(command), words, footer)
}

const fn family(
    place: Place,
    keys: &'static [crate::app::input::Key],
    command: F,
    words: W,
) -> Row {
    row(place, keys, C::Family(command), words, Shown)
}

/// The way back, where it needs another word than everywhere.
const fn back(place: Place, words: W, footer: super::Footer) -> Row {
    row(place, WAY_BACK, C::Back, words, footer)
}

const WAY_BACK: &[crate::app::input::Key] = &[plain(KeyCode::Esc), ctrl('g')];

/// Part 1.
pub(super) const RUNNER: &[Row] = &[
    runner(&[letter('a')], R::AddItem, W::KeymapRunnerAdd, Shown),
    runner(&[letter('s')], R::Share, W::KeymapRunnerShare, Shown),
    runner(
        &[letter('p')],
        R::Attends(How::Present),
        W::KeymapRunnerPresent,
        Shown,
    ),
    runner(&[ctrl('t')], R::Curtain, W::KeymapRunnerCurtain, Shown),
    runner(&[letter('b')], R::Begin, W::KeymapRunnerBegin, Shown),
    runner(&[letter('m')], R::Minutes, W::KeymapRunnerMinutes, Shown),
    runner(
        &[letter('E')],
        R::EndWithoutFamily,
        W::KeymapRunnerEnd,
        HelpOnly,
    ),
    runner(
        &[letter('u')],
        R::GiveToPanel,
        W::KeymapRunnerGive,
        HelpOnly,
    ),
    runner(
        &[letter('d')],
        R::TakeFromPanel,
        W::KeymapRunnerTake,
        HelpOnly,
    ),
    runner(
        &[letter('v')],
        R::Attends(How::ByVideo),
        W::KeymapRunnerVideo,
        HelpOnly,
    ),
    runner(
        &[letter('f')],
        R::Attends(How::ByPhone),
        W::KeymapRunnerPhone,
        HelpOnly,
    ),
    runner(
        &[letter('r')],
        R::Attends(How::Represented),
        W::KeymapRunnerRepresented,
        HelpOnly,
    ),
    runner(
        &[letter('o')],
        R::Attends(How::Apologies),
        W::KeymapRunnerApologies,
        HelpOnly,
    ),
    runner(
        &[letter('x')],
        R::Attends(How::Absent),
        W::KeymapRunnerAbsent,
        HelpOnly,
    ),
    runner(
        &[letter('e')],
        R::Attends(How::LeftEarly),
        W::KeymapRunnerLeft,
        HelpOnly,
    ),
    runner(
        &[plain(KeyCode::Left)],
        R::Part1Column,
        W::KeymapRunnerPart1,
        HelpOnly,
    ),
    runner(
        &[plain(KeyCode::Right)],
        R::Part2Column,
        W::KeymapRunnerPart2,
        HelpOnly,
    ),
    runner(&[letter('w')], R::Bring, W::KeymapRunnerBring, HelpOnly),
    runner(
        &[letter('S')],
        R::TakeBack,
        W::KeymapRunnerTakeBack,
        HelpOnly,
    ),
    runner(
        &[plain(KeyCode::Delete)],
        R::RemoveItem,
        W::KeymapRunnerRemove,
        HelpOnly,
    ),
    runner(&[letter('t')], R::TakeChair, W::KeymapRunnerChair, HelpOnly),
    runner(&[letter('c')], R::OpenCase, W::KeymapRunnerCase, HelpOnly),
];

/// Before the curtain is drawn.
pub(super) const CURTAIN: &[Row] = &[
    row(
        Place::Curtain,
        &[plain(KeyCode::Enter)],
        C::Runner(R::Draw),
        W::KeymapCurtainDraw,
        Shown,
    ),
    back(Place::Curtain, W::KeymapCurtainNotYet, Shown),
];

/// What the young person and family see.
pub(super) const FAMILY: &[Row] = &[
    family(
        Place::Family,
        &[plain(KeyCode::PageDown), ctrl('n')],
        F::Next,
        W::KeymapFamilyNext,
    ),
    family(
        Place::Family,
        &[plain(KeyCode::PageUp), ctrl('p')],
        F::Before,
        W::KeymapFamilyBefore,
    ),
    family(Place::Family, &[ctrl('s')], F::Keep, W::KeymapFamilyKeep),
    back(Place::Family, W::KeymapFamilyChair, HelpOnly),
];

/// The plan that they make.
pub(super) const FAMILY_PLAN: &[Row] = &[
    family(
        Place::FamilyPlan,
        &[letter('g')],
        F::AddGoal,
        W::KeymapFamilyGoal,
    ),
    family(
        Place::FamilyPlan,
        &[letter('a')],
        F::AddAction,
        W::KeymapFamilyAction,
    ),
    family(
        Place::FamilyPlan,
        &[plain(KeyCode::Enter)],
        F::Change,
        W::KeymapFamilyChange,
    ),
    row(
        Place::FamilyPlan,
        &[plain(KeyCode::Up)],
        C::Family(F::Up),
        W::KeymapFamilyUp,
        HelpOnly,
    ),
    row(
        Place::FamilyPlan,
        &[plain(KeyCode::Down)],
        C::Family(F::Down),
        W::KeymapFamilyDown,
        HelpOnly,
    ),
];

/// A line of the plan, what is agreed, the end, and the way back to Part 1: each has few keys, and
/// tells of no other.
pub(super) const FAMILY_OTHER: &[Row] = &[
    family(
        Place::FamilyForm,
        &[ctrl('s')],
        F::Keep,
        W::KeymapFamilyKeepLine,
    ),
    back(Place::FamilyForm, W::KeymapFamilyLeaveLine, Shown),
    family(
        Place::FamilyAgree,
        &[ctrl('s')],
        F::Keep,
        W::KeymapFamilyFinish,
    ),
    back(Place::FamilyThanks, W::KeymapFamilyAfter, Shown),
    family(
        Place::FamilyPassphrase,
        &[plain(KeyCode::Enter), ctrl('s')],
        F::Lift,
        W::KeymapFamilyLift,
    ),
    back(Place::FamilyPassphrase, W::KeymapFamilyStay, Shown),
];
