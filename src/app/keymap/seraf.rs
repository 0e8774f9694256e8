//! Rows of the SERAF form, its evidence, its history, of two versions side by side, and of
//! decisions. Letters are commands on the form, so it has no vim keys: `j` judges.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;
use DecisionCommand as D;
use SerafCommand as S;

/// What can be done on the SERAF screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SerafCommand {
    Tick,
    OtherColumn,
    No,
    NotKnown,
    Clear,
    /// Ticks what the dates of the evidence say.
    ByDates,
    Judge,
    /// The day of assessment.
    Day,
    /// All that is known of the selected line.
    Guide,
    /// Completed assessments.
    Past,
    PutForward,
    Complete,
    NextSection,
    SectionBefore,
    AddStatement,
    RemoveStatement,
    /// Opens the draft, or begins one.
    Begin,
    /// The next choice for a difference of two versions.
    Choose,
    AllMine,
    AllTheirs,
    /// Makes one version of two.
    TogetherNow,
}

/// What can be done on the decision screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionCommand {
    /// The cases that wait.
    Waiting,
    /// The assessments of the case.
    Assessments,
    /// Scrolls what stands beside the form.
    Side,
}

const fn form(keys: &'static [super::Key], command: S, words: W, footer: super::Footer) -> Row {
    row(Place::Seraf, keys, C::Seraf(command), words, footer)
}

const fn move_by(keys: &'static [super::Key], command: C, words: W) -> Row {
    row(Place::Seraf, keys, command, words, HelpOnly)
}

/// The form.
pub(super) const FORM: &[Row] = &[
    form(&[letter(' ')], S::Tick, W::SerafKeyTick, Shown),
    form(
        &[letter('o'), plain(KeyCode::Right), plain(KeyCode::Left)],
        S::OtherColumn,
        W::SerafKeyColumn,
        Shown,
    ),
    form(&[letter('x')], S::No, W::SerafKeyNo, Shown),
    form(&[letter('-')], S::NotKnown, W::SerafKeyNotKnown, Shown),
    form(
        &[letter('c'), plain(KeyCode::Delete)],
        S::Clear,
        W::SerafKeyClear,
        HelpOnly,
    ),
    row(
        Place::Seraf,
        &[letter('e'), plain(KeyCode::Enter)],
        C::Open,
        W::SerafKeyEvidence,
        Shown,
    ),
    form(&[letter('j')], S::Judge, W::SerafKeyJudge, Shown),
    form(
        &[plain(KeyCode::F(2))],
        S::Complete,
        W::SerafKeyComplete,
        Shown,
    ),
    row(
        Place::Seraf,
        &[letter('u')],
        C::Undo,
        W::SerafKeyUndo,
        Shown,
    ),
    row(
        Place::Seraf,
        &[ctrl('r')],
        C::Redo,
        W::SerafKeyRedo,
        HelpOnly,
    ),
    form(&[letter('t')], S::ByDates, W::SerafKeyByDates, HelpOnly),
    form(&[letter('h')], S::Guide, W::SerafKeyGuide, HelpOnly),
    form(&[letter('v')], S::Past, W::SerafKeyPast, HelpOnly),
    form(&[letter('d')], S::Day, W::SerafKeyDay, HelpOnly),
    form(
        &[letter('f')],
        S::PutForward,
        W::SerafKeyPutForward,
        HelpOnly,
    ),
    row(
        Place::Seraf,
        &[ctrl('s')],
        C::Save,
        W::SerafKeySave,
        HelpOnly,
    ),
    form(
        &[plain(KeyCode::Tab)],
        S::NextSection,
        W::SerafKeyNextSection,
        HelpOnly,
    ),
    form(
        &[plain(KeyCode::BackTab)],
        S::SectionBefore,
        W::SerafKeySectionBefore,
        HelpOnly,
    ),
    move_by(&[plain(KeyCode::Up)], C::Up, W::SerafKeyUp),
    move_by(&[plain(KeyCode::Down)], C::Down, W::SerafKeyDown),
    move_by(
        &[letter('g'), plain(KeyCode::Home)],
        C::First,
        W::SerafKeyFirst,
    ),
    move_by(
        &[letter('G'), plain(KeyCode::End)],
        C::Last,
        W::SerafKeyLast,
    ),
    move_by(&[plain(KeyCode::PageUp)], C::PageUp, W::SerafKeyPageUp),
    move_by(
        &[plain(KeyCode::PageDown)],
        C::PageDown,
        W::SerafKeyPageDown,
    ),
    move_by(&[ctrl('u')], C::HalfPageUp, W::SerafKeyHalfPageUp),
    move_by(&[ctrl('d')], C::HalfPageDown, W::SerafKeyHalfPageDown),
];

/// The statements on one item.
pub(super) const EVIDENCE: &[Row] = &[
    row(
        Place::SerafEvidence,
        &[letter('a')],
        C::Seraf(S::AddStatement),
        W::SerafKeyAddStatement,
        Shown,
    ),
    row(
        Place::SerafEvidence,
        &[plain(KeyCode::Delete)],
        C::Seraf(S::RemoveStatement),
        W::SerafKeyRemoveStatement,
        Shown,
    ),
    row(
        Place::SerafEvidence,
        &[letter('t')],
        C::Seraf(S::ByDates),
        W::SerafKeyByDatesToo,
        Shown,
    ),
    row(
        Place::SerafEvidence,
        &[letter('u')],
        C::Undo,
        W::SerafKeyUndoToo,
        HelpOnly,
    ),
    row(
        Place::SerafEvidence,
        &[ctrl('r')],
        C::Redo,
        W::SerafKeyRedoToo,
        HelpOnly,
    ),
];

/// What was completed.
pub(super) const PAST: &[Row] = &[
    row(
        Place::SerafPast,
        &[letter('h')],
        C::Seraf(S::Guide),
        W::SerafKeyGuideToo,
        HelpOnly,
    ),
    row(
        Place::SerafPast,
        &[letter('f')],
        C::Seraf(S::PutForward),
        W::SerafKeyPutForwardToo,
        Shown,
    ),
    row(
        Place::SerafPast,
        &[letter('a')],
        C::Seraf(S::Begin),
        W::SerafKeyBegin,
        Shown,
    ),
];

/// All that is known of one line.
pub(super) const GUIDE: &[Row] = &[
    row(
        Place::SerafGuide,
        &[plain(KeyCode::Up), letter('k')],
        C::Up,
        W::SerafKeyGuideUp,
        Shown,
    ),
    row(
        Place::SerafGuide,
        &[plain(KeyCode::Down), letter('j')],
        C::Down,
        W::SerafKeyGuideDown,
        Shown,
    ),
];

/// Two versions of one draft.
pub(super) const CONFLICT: &[Row] = &[
    row(
        Place::SerafConflict,
        &[plain(KeyCode::F(2)), ctrl('s')],
        C::Seraf(S::TogetherNow),
        W::SerafKeyTogether,
        Shown,
    ),
    row(
        Place::SerafConflict,
        &[letter(' '), plain(KeyCode::Right)],
        C::Seraf(S::Choose),
        W::SerafKeyChoose,
        Shown,
    ),
    row(
        Place::SerafConflict,
        &[letter('m')],
        C::Seraf(S::AllMine),
        W::SerafKeyAllMine,
        Shown,
    ),
    row(
        Place::SerafConflict,
        &[letter('t')],
        C::Seraf(S::AllTheirs),
        W::SerafKeyAllTheirs,
        Shown,
    ),
];

/// What waits for the Principal Officer, and one decision.
pub(super) const DECISIONS: &[Row] = &[
    row(
        Place::Everywhere,
        &[letter('D')],
        C::Decision(D::Waiting),
        W::DecideKeyWaiting,
        HelpOnly,
    ),
    row(
        Place::Decision,
        &[ctrl('s')],
        C::Save,
        W::DecideKeyDecide,
        Shown,
    ),
    row(
        Place::Decision,
        &[plain(KeyCode::F(5))],
        C::Decision(D::Assessments),
        W::DecideKeyAssessments,
        Shown,
    ),
    row(
        Place::Decision,
        &[plain(KeyCode::F(6))],
        C::Decision(D::Side),
        W::DecideKeySide,
        Shown,
    ),
    row(
        Place::DecisionRead,
        &[plain(KeyCode::F(5))],
        C::Decision(D::Assessments),
        W::DecideKeyAssessmentsToo,
        Shown,
    ),
    row(
        Place::DecisionRead,
        &[plain(KeyCode::F(6))],
        C::Decision(D::Side),
        W::DecideKeySideToo,
        Shown,
    ),
];
