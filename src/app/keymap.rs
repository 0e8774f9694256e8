//! Every command as one row: where it works, by which keys, what it means, in which words.
//!
//! Footer, help, palette and manual are printed from these rows, so that they cannot tell
//! different stories. What a command does is `update`'s and the screens'; how a key is written
//! for people is `words`'. Letters reach a row only where no text field takes them. The rows
//! themselves are in `keymap/`, a file for each kind of place.
//!
//! Long because every place and every part's commands are named in one enum each.

mod after;
mod cases;
mod everywhere;
mod forms;
mod lists;
mod meetings;
mod needs;
mod panel;
mod plans;
mod preparation;
mod referrals;
mod runner;
mod seraf;
#[cfg(test)]
mod tests;

pub use self::after::{MinutesCommand, ProtocolCommand};
pub use self::cases::{CaseCommand, CasesCommand, TodayCommand};
pub use self::lists::AdminCommand;
pub use self::meetings::{MeetingsCommand, PlannerCommand};
pub use self::needs::rows_for;
pub use self::panel::PanelCommand;
pub use self::plans::{AttendanceCommand, PlanCommand, VoiceCommand};
pub use self::preparation::PreparationCommand;
pub use self::referrals::{ReferralCommand, TriageCommand};
pub use self::seraf::{DecisionCommand, SerafCommand};
use crate::app::input::{Key, KeyCode};
use crate::domain::attendance::How;
use crate::words;

/// Where a row works. A place has its own rows, then those of the place it is a kind of
/// ([`Place::kind_of`]), then those of everywhere.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Place {
    Everywhere,
    /// Any list with a selected row.
    List,
    /// Any form with fields.
    Form,
    /// Before anybody has come in: only the ways out, the language and help.
    Locked,
    /// A question that waits for an answer.
    Dialog,
    /// The people of the store: a list.
    Admin,
    /// The form that makes a store.
    FirstRun,
    /// The SERAF form.
    Seraf,
    /// The statements on one item of it.
    SerafEvidence,
    /// Completed assessments.
    SerafPast,
    /// Two versions of one draft.
    SerafConflict,
    /// All that is known of one line.
    SerafGuide,
    /// The Principal Officer's decision.
    Decision,
    /// A decision, for those who only read it.
    DecisionRead,
    /// What is due: a list.
    Today,
    /// The list of cases, and what a search finds.
    Cases,
    /// The choice of which cases are listed.
    CaseFilters,
    /// A case's page.
    Case,
    /// The form of a new referral.
    Referral,
    /// The form in which a referral is decided on.
    Triage,
    /// The meetings that are planned: a list.
    Meetings,
    /// One meeting being planned.
    Planner,
    /// The check list before a meeting: a list.
    Preparation,
    /// Who is asked to a meeting: a list.
    Invitations,
    /// Everybody on the CSE protocol: a list.
    Protocol,
    /// The form in which a meeting decides on the protocol.
    ProtocolDecision,
    /// The minutes of a meeting, being read.
    Minutes,
    /// The minutes of a meeting, being written.
    MinutesWriting,
    /// The plan that holds: a list of its actions.
    Plan,
    /// A plan being made: a list of its lines.
    PlanDraft,
    /// Plans as they were agreed.
    PlanVersions,
    /// The family's copy.
    PlanCopy,
    /// What the young person and family say: a list.
    Voice,
    /// The Risky Behaviour Panel's register: a list.
    Panel,
    /// Who came to meetings: a list.
    Attendance,
    /// Part 1 of a meeting: a list.
    Runner,
    /// Before the curtain is drawn: what the family will see.
    Curtain,
    /// What the young person and family see.
    Family,
    /// The plan that they make.
    FamilyPlan,
    /// A line of it being written.
    FamilyForm,
    /// What they agree, before the meeting ends.
    FamilyAgree,
    /// After the meeting has ended.
    FamilyThanks,
    /// Where the one who leads says who they are, to go back to Part 1.
    FamilyPassphrase,
}

impl Place {
    /// The places of a family session: nothing leads from them to other places or other cases.
    pub const OF_FAMILY: [Self; 6] = [
        Self::Family,
        Self::FamilyPlan,
        Self::FamilyForm,
        Self::FamilyAgree,
        Self::FamilyThanks,
        Self::FamilyPassphrase,
    ];

    /// What the place is called in the manual: the text `place-…` of its name.
    pub fn words(self) -> words::Key {
        let name: &str = self.into();
        words::Key::from_id(&format!("place-{name}")).unwrap_or(words::Key::PlaceEverywhere)
    }

    /// The more general place whose rows work here too.
    pub const fn kind_of(self) -> Option<Self> {
        match self {
            Self::FamilyPlan | Self::FamilyAgree => Some(Self::Family),
            Self::Admin
            | Self::Today
            | Self::Cases
            | Self::CaseFilters
            | Self::Case
            | Self::Protocol
            | Self::Minutes
            | Self::Meetings
            | Self::Preparation
            | Self::Invitations
            | Self::Plan
            | Self::PlanDraft
            | Self::PlanVersions
            | Self::PlanCopy
            | Self::Voice
            | Self::Panel
            | Self::Attendance
            | Self::Runner
            | Self::SerafEvidence
            | Self::SerafPast
            | Self::SerafConflict => Some(Self::List),
            Self::FirstRun
            | Self::ProtocolDecision
            | Self::MinutesWriting
            | Self::Planner
            | Self::Referral
            | Self::Triage
            | Self::Decision => Some(Self::Form),
            Self::Everywhere
            | Self::List
            | Self::Form
            | Self::Locked
            | Self::Dialog
            | Self::Curtain
            | Self::Family
            | Self::FamilyForm
            | Self::FamilyThanks
            | Self::FamilyPassphrase
            | Self::Seraf
            | Self::SerafGuide
            | Self::DecisionRead => None,
        }
    }
}

/// What a person asks for by a key, the palette or the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    GoToToday,
    GoToCases,
    GoToMeetings,
    /// The register of the CSE protocol.
    GoToProtocol,
    /// The register of the Risky Behaviour Panel.
    GoToPanel,
    GoToAdmin,
    NewReferral,
    Search,
    Palette,
    Help,
    Back,
    Quit,
    Leave,
    Suspend,
    Lock,
    SwitchLanguage,
    MaskNames,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    HalfPageUp,
    HalfPageDown,
    Open,
    Save,
    /// Throws away what was typed in a form, after asking.
    Discard,
    Undo,
    Redo,
    Confirm,
    Refuse,
    Admin(AdminCommand),
    Seraf(SerafCommand),
    Decision(DecisionCommand),
    Today(TodayCommand),
    Cases(CasesCommand),
    Case(CaseCommand),
    Meetings(MeetingsCommand),
    Planner(PlannerCommand),
    Preparation(PreparationCommand),
    Protocol(ProtocolCommand),
    Minutes(MinutesCommand),
    Plan(PlanCommand),
    Voice(VoiceCommand),
    Panel(PanelCommand),
    Attendance(AttendanceCommand),
    Runner(RunnerCommand),
    Family(FamilyCommand),
    Referral(ReferralCommand),
    Triage(TriageCommand),
}

/// What can be done while a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RunnerCommand {
    Begin,
    /// Leads the meeting from here on.
    TakeChair,
    /// How the selected person attends.
    Attends(How),
    /// Somebody came who was not asked.
    Bring,
    AddItem,
    RemoveItem,
    /// Gives what is selected to the Panel, in words for the Panel.
    GiveToPanel,
    /// Takes one of the Panel's live issues among the wider risks.
    TakeFromPanel,
    /// Tell the family, and in which words.
    Share,
    TakeBack,
    /// Shows what the family will see.
    Curtain,
    /// Draws the curtain: the family comes in.
    Draw,
    EndWithoutFamily,
    /// Of a meeting that has ended.
    Minutes,
    OpenCase,
    Part1Column,
    Part2Column,
}

/// What can be done while the young person and family are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FamilyCommand {
    Next,
    Before,
    /// Keeps what stands on this page; on the last, the meeting ends.
    Keep,
    /// Goes back to Part 1 by the passphrase that was typed.
    Lift,
    AddGoal,
    AddAction,
    Change,
    Up,
    Down,
}

/// One command as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub place: Place,
    /// The first is the one that footer and help show.
    pub keys: &'static [Key],
    pub command: Command,
    pub words: words::Key,
    /// Whether the footer shows it where there is room, the earlier row first.
    pub footer: Footer,
}

/// Whether a row is told of at the foot of the screen, or in the help only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    Shown,
    HelpOnly,
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn letter(letter: char) -> Key {
    plain(KeyCode::Char(letter))
}

const fn ctrl(letter: char) -> Key {
    Key::ctrl(letter)
}

const fn row(
    place: Place,
    keys: &'static [Key],
    command: Command,
    words: words::Key,
    footer: Footer,
) -> Row {
    Row {
        place,
        keys,
        command,
        words,
        footer,
    }
}

/// All rows, in the order in which help lists them.
const TABLES: &[&[Row]] = &[
    seraf::FORM,
    seraf::EVIDENCE,
    seraf::PAST,
    seraf::GUIDE,
    seraf::CONFLICT,
    seraf::DECISIONS,
    cases::TODAY,
    cases::CASES,
    cases::CASE,
    lists::ROWS,
    lists::ADMIN,
    referrals::ROWS,
    meetings::MEETINGS,
    meetings::PLANNER,
    preparation::PREPARATION,
    preparation::INVITATIONS,
    after::PROTOCOL,
    after::MINUTES,
    after::WRITING,
    plans::PLAN,
    plans::DRAFT,
    plans::VERSIONS,
    plans::COPY,
    plans::VOICE,
    panel::PANEL,
    plans::ATTENDANCE,
    runner::RUNNER,
    runner::CURTAIN,
    runner::FAMILY,
    runner::FAMILY_PLAN,
    runner::FAMILY_OTHER,
    forms::ROWS,
    everywhere::ROWS,
];

/// Every row of every place.
pub fn all_rows() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().copied().flatten()
}

/// Whether letters are text just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    AreText,
    AreCommands,
}

/// The command of a key in a place: the place's own rows come before those of everywhere.
pub fn command_of(place: Place, key: Key, letters: Letters) -> Option<Command> {
    let is_letter = matches!(key.code, KeyCode::Char(_)) && !key.ctrl && !key.alt;
    if is_letter && letters == Letters::AreText {
        return None;
    }
    rows_of(place)
        .find(|row| row.keys.contains(&key))
        .map(|row| row.command)
}

/// The rows that work in a place, its own first. A dialog hides those of everywhere but the ways
/// out, so that nothing happens behind a question; a locked program has no work to do.
pub fn rows_of(place: Place) -> impl Iterator<Item = &'static Row> {
    use Command as C;
    let behind = move |row: &&Row| {
        let here = match place {
            Place::Dialog => matches!(row.command, C::Help | C::Leave | C::Suspend | C::Lock),
            Place::Locked | Place::FirstRun => matches!(
                row.command,
                C::Help | C::Back | C::Leave | C::Suspend | C::SwitchLanguage
            ),
            // Nothing that leads to other places, searches, or names another case.
            _ if place == Place::Curtain || Place::OF_FAMILY.contains(&place) => matches!(
                row.command,
                C::Help | C::Back | C::Leave | C::Suspend | C::Lock | C::SwitchLanguage
            ),
            _ => true,
        };
        row.place == Place::Everywhere && here
    };
    let of = |wanted: Option<Place>| {
        all_rows().filter(move |row| Some(row.place) == wanted && row.place != Place::Everywhere)
    };
    // A row whose every key means something else here is not told of.
    let is_reached = move |row: &&Row| {
        let taken = |key: &Key| of(Some(place)).any(|own| own.keys.contains(key));
        !row.keys.iter().all(taken)
    };
    of(Some(place))
        .chain(of(place.kind_of()).filter(is_reached))
        .chain(all_rows().filter(behind).filter(is_reached))
}
