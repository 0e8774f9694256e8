//! Today: what is late or due, most urgent first, each row one key from the work.
//!
//! What the person has begun to type stands above it. Under the list is the young person of the
//! selected row, for a late mark leads to a child's situation and not only to a form.

use chrono_tz::Europe::London;

use super::cases::{Beside, preview_rows};
use super::{
    Case, Deciding, Decision, Minutes, Panel, Plan, Planner, Preparation, Referral, Reopen, Runner,
    Screen, Seraf, Triage, Voice,
};
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::keymap::{Command, Place, TodayCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::today;
use crate::app::window::Window;
use crate::domain::case::{CaseId, ClockKind, Due};
use crate::domain::case_list::{Look, PageFrom, Whose};
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::MinutesKind;
use crate::domain::roles::Action;
use crate::domain::today::{DueCounts, DueKey, DueRow, Unfinished};
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Today {
    pub whose: Whose,
    /// None until it has been read.
    pub counts: Option<DueCounts>,
    /// The last ones, up to [`MOST_UNFINISHED`].
    pub unfinished: Vec<Unfinished>,
    /// Which of the unfinished is selected; none while the cursor is in what is due.
    pub at_unfinished: Option<usize>,
    pub due: Window<DueRow>,
    pub beside: Beside,
}

/// More of them would push away what is due.
const MOST_UNFINISHED: usize = 3;
/// Late, today, coming.
pub const MOST_HEADINGS: usize = 3;

impl Today {
    /// How many rows of what is due are in sight, whatever headings stand among them.
    fn shown_rows(&self, cx: &Cx<'_>) -> usize {
        let body = cx.body_rows();
        body.saturating_sub(preview_rows(body) + MOST_HEADINGS + self.unfinished_rows())
            .max(1)
    }

    /// The rows that unfinished forms take, their heading among them.
    pub fn unfinished_rows(&self) -> usize {
        match self.unfinished.len() {
            0 => 0,
            some => some + 1,
        }
    }

    fn read(&mut self, cx: &mut Cx<'_>, from: PageFrom<DueKey>, rows: usize, look: Look) {
        if !cx.may(Action::SeeCase) {
            return;
        }
        let id = cx.ask(Ask::Today(today::Ask::Open {
            whose: self.whose,
            from: from.clone(),
            rows,
            look,
        }));
        self.due.wait(id, from);
    }

    fn read_more(&mut self, cx: &mut Cx<'_>, from: PageFrom<DueKey>) {
        let rows = Window::<DueRow>::page_rows(self.shown_rows(cx));
        let id = cx.ask(Ask::Today(today::Ask::More {
            whose: self.whose,
            from: from.clone(),
            rows,
        }));
        self.due.wait(id, from);
    }

    /// Moves in what is due, and over its upper end into what is unfinished.
    fn moves(&mut self, cx: &mut Cx<'_>, command: Command) -> bool {
        let shown = self.shown_rows(cx);
        let last = self.unfinished.len().checked_sub(1);
        match (self.at_unfinished, command) {
            (Some(at), Command::Up) => self.at_unfinished = Some(at.saturating_sub(1)),
            (Some(at), Command::Down) if Some(at) < last => self.at_unfinished = Some(at + 1),
            (Some(_), Command::Down | Command::PageDown | Command::HalfPageDown) => {
                if !self.due.rows.is_empty() {
                    self.at_unfinished = None;
                }
            }
            (Some(_), Command::First) => self.at_unfinished = Some(0),
            (None, Command::Up) if self.due.begins && self.due.cursor.at == 0 && last.is_some() => {
                self.at_unfinished = last;
            }
            (None, Command::First) if self.due.begins && last.is_some() => {
                self.due.cursor = Cursor::default();
                self.at_unfinished = Some(0);
            }
            _ => {
                let Some(wanted) = self.due.moves(command, shown) else {
                    return false;
                };
                if command == Command::Last && !self.due.rows.is_empty() {
                    self.at_unfinished = None;
                }
                if let Some(from) = wanted {
                    self.read_more(cx, from);
                }
            }
        }
        self.look_beside(cx);
        true
    }

    fn look_beside(&mut self, cx: &mut Cx<'_>) {
        let case = match self.at_unfinished {
            Some(at) => self
                .unfinished
                .get(at)
                .and_then(|one| one.case.as_ref())
                .map(|case| case.id),
            None => self
                .due
                .selected()
                .filter(|row| !row.is_hidden)
                .map(|row| row.case.id),
        };
        self.beside.look(cx, case);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        if let Some(at) = self.at_unfinished {
            if let Some(screen) = self.unfinished.get(at).and_then(form_of) {
                cx.go(Go::Over(screen));
            } else {
                cx.say_why(W::TodayUnknownForm);
            }
            return;
        }
        let Some(row) = self.due.selected() else {
            return;
        };
        if row.kind == ClockKind::GlassBroken {
            if cx.may(Action::Decide) {
                cx.confirm(Confirm::GlassSeen);
            } else {
                cx.say_why(W::TodayGlassToldElsewhere);
            }
            return;
        }
        let screen = place_of_work(row, cx);
        cx.go(Go::Over(screen));
    }
}

/// Where the work of a row is done; the case's page where the role does not do it.
pub(super) fn place_of_work(row: &DueRow, cx: &Cx<'_>) -> Screen {
    let case = row.case.id;
    if row.is_hidden {
        return Screen::Case(Case::new(case));
    }
    match row.kind {
        ClockKind::Triage
        | ClockKind::PoliceAtOnce
        | ClockKind::StrategyDiscussion
        | ClockKind::HeardBack
        | ClockKind::WrittenConfirmation
            if cx.may(Action::Triage) =>
        {
            Screen::Triage(Triage::new(case))
        }
        ClockKind::Seraf | ClockKind::SerafAgain if cx.may(Action::AssessSeraf) => {
            Screen::Seraf(Seraf::new(case))
        }
        ClockKind::Decision if cx.may(Action::Decide) => Screen::Decision(Decision::new(case)),
        ClockKind::Meeting if cx.may(Action::RunMeeting) && is_today(row, cx) => {
            match row.subject {
                Some(meeting) => Screen::Runner(Runner::new(MeetingId(meeting))),
                None => Screen::Planner(Planner::new(case)),
            }
        }
        ClockKind::MeetingToArrange | ClockKind::Meeting | ClockKind::Review
            if cx.may(Action::PlanMeeting) =>
        {
            Screen::Planner(Planner::new(case))
        }
        ClockKind::Preparation | ClockKind::InvitationAnswer => {
            Screen::Preparation(Preparation::new(case))
        }
        ClockKind::ProtocolDecision if cx.may(Action::RunMeeting) => match meeting_of(row) {
            Some(meeting) => Screen::Deciding(Deciding::new(meeting)),
            None => Screen::Case(Case::new(case)),
        },
        ClockKind::PlanAndSummary => minutes_of(row, MinutesKind::Family),
        ClockKind::FullRecord | ClockKind::Corrections => minutes_of(row, MinutesKind::Full),
        ClockKind::PlanAction => Screen::Plan(Plan::at_action(case, row.subject)),
        ClockKind::VoiceNotHeard | ClockKind::FamilyNotTold => Screen::Voice(Voice::new(case)),
        _ => Screen::Case(Case::new(case)),
    }
}

/// Whether the day of a row has come.
fn is_today(row: &DueRow, cx: &Cx<'_>) -> bool {
    let day = match row.due {
        Due::By(day) => day,
        Due::At(at) => at.with_timezone(&London).date_naive(),
    };
    day <= cx.today()
}

fn meeting_of(row: &DueRow) -> Option<MeetingId> {
    row.subject.map(MeetingId)
}

fn minutes_of(row: &DueRow, kind: MinutesKind) -> Screen {
    match meeting_of(row) {
        Some(meeting) => Screen::Minutes(Minutes::of_kind(meeting, kind)),
        None => Screen::Case(Case::new(row.case.id)),
    }
}

/// The form of a draft, by the name of its place.
fn form_of(draft: &Unfinished) -> Option<Screen> {
    let mut parts = draft.place.split(':');
    let form = parts.next().unwrap_or_default();
    let id = parts.next().and_then(|id| id.parse().ok()).map(CaseId);
    let meeting = parts.next().and_then(|id| id.parse().ok()).map(MeetingId);
    if let Some(meeting) = meeting {
        let kind = parts.next().and_then(|kind| kind.parse().ok());
        return match form {
            "protocol" => Some(Screen::Deciding(Deciding::new(meeting))),
            "minutes" => {
                let kind = kind.unwrap_or(MinutesKind::Full);
                Some(Screen::Minutes(Minutes::of_kind(meeting, kind)))
            }
            _ => None,
        };
    }
    match (form, id) {
        (form, _) if form.starts_with("panel-") => Panel::with_form(form).map(Screen::Panel),
        ("referral", _) => Some(Screen::Referral(Referral::default())),
        ("triage", Some(id)) => Some(Screen::Triage(Triage::new(id))),
        // The draft itself, its texts, and each statement that is half typed.
        (form, Some(id)) if form.starts_with("seraf") => Some(Screen::Seraf(Seraf::new(id))),
        ("decision", Some(id)) => Some(Screen::Decision(Decision::new(id))),
        ("preparation", Some(id)) => Some(Screen::Preparation(Preparation::new(id))),
        ("planner", Some(id)) => Some(Screen::Planner(Planner::new(id))),
        // What was typed in a meeting; a family's page is reached by way of it alone.
        (form, _) if form.starts_with("runner-") || form.starts_with("family-") => {
            let (_, meeting) = form.split_once('-')?;
            let meeting = MeetingId(meeting.parse().ok()?);
            Some(Screen::Runner(Runner::new(meeting)))
        }
        (form, Some(id)) => Plan::with_form(id, form)
            .map(Screen::Plan)
            .or_else(|| Voice::with_form(id, form).map(Screen::Voice))
            .or_else(|| Case::with_form(id, form).map(Screen::Case)),
        _ => None,
    }
}

impl Page for Today {
    fn place(&self) -> Place {
        Place::Today
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let look = match self.counts {
            None => Look::Begun,
            Some(_) => Look::GoesOn,
        };
        let (from, rows) = self.due.again(self.shown_rows(cx));
        self.beside.forget();
        self.read(cx, from, rows, look);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Open => self.open(cx),
            Command::Today(TodayCommand::NextWhose) => {
                self.whose = self.whose.next();
                self.due.forget();
                self.counts = None;
                self.at_unfinished = None;
                let rows = Window::<DueRow>::first_rows(self.shown_rows(cx));
                self.read(cx, PageFrom::Start, rows, Look::Begun);
            }
            Command::Today(TodayCommand::OpenCase) => {
                let case = match self.at_unfinished {
                    Some(at) => self.unfinished.get(at).and_then(|one| one.case.as_ref()),
                    None => self.due.selected().map(|row| &row.case),
                };
                match case.map(|case| case.id) {
                    Some(id) => cx.go(Go::Over(Screen::Case(Case::new(id)))),
                    None => cx.say_why(W::CasesNoneSelected),
                }
            }
            _ if self.moves(cx, command) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let Some(answer) = self.beside.answered(id, answer) else {
            return;
        };
        match answer {
            Answer::Today(today::Answer::Opened(mut opened)) => {
                let shown = self.shown_rows(cx);
                let page = opened.page;
                if !self.due.take(id, page.rows, page.has_more, shown) {
                    return;
                }
                let is_first = self.counts.is_none();
                self.counts = Some(opened.counts);
                opened.unfinished.truncate(MOST_UNFINISHED);
                self.unfinished = opened.unfinished;
                let last = self.unfinished.len().checked_sub(1);
                self.at_unfinished = match (self.at_unfinished, last) {
                    (Some(at), Some(last)) => Some(at.min(last)),
                    // What the person had in hand comes first.
                    (None, Some(_)) if is_first || self.due.rows.is_empty() => Some(0),
                    _ => None,
                };
                let rows = self.due.rows.len();
                self.due
                    .cursor
                    .put(self.due.cursor.at, rows, self.shown_rows(cx));
                self.look_beside(cx);
                if let Some(from) = self.due.goes_on(self.shown_rows(cx)) {
                    self.read_more(cx, from);
                }
            }
            Answer::Today(today::Answer::Page(page)) => {
                let shown = self.shown_rows(cx);
                if self.due.take(id, page.rows, page.has_more, shown) {
                    self.look_beside(cx);
                }
            }
            Answer::Today(today::Answer::GlassSeen) => {
                cx.say(Notice::Done(W::TodayGlassSeen));
                self.shown(cx);
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::GlassSeen
            && let Some(row) = self.due.selected()
            && let Some(event) = row.subject
        {
            let case = row.case.id;
            cx.ask(Ask::Today(today::Ask::GlassSeen { case, event }));
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let (rows, shown) = (self.due.rows.len(), self.shown_rows(cx));
        self.due.cursor.put(self.due.cursor.at, rows, shown);
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Today)
    }
}
