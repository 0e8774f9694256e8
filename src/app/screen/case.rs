//! One case: what is known at a glance, what happened in it, and the way to all its work.
//!
//! Two parts, overview and chronology. A restricted case asks for a reason first. The short
//! forms of the page (put forward, somebody near, joining) are in `case/over.rs`.

mod items;
mod over;

pub use self::items::Item;
pub use self::over::{OverKind, relation_words};
use super::{
    Attendance, Decision, Person, Plan, Planner, Preparation, Reopen, Screen, Seraf, Triage, Voice,
};
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::input::Key;
use crate::app::keymap::{CaseCommand, Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::over::{Over, Told};
use crate::app::page::{Handled, Page};
use crate::app::talk::{cases, drafts};
use crate::app::window::Window;
use crate::domain::case::CaseId;
use crate::domain::case_list::{Look, PageFrom};
use crate::domain::case_page::{MayBeNamed, Overview};
use crate::domain::chronology::{Happened, HappenedKey};
use crate::domain::roles::Action;
use crate::words::Key as W;

/// The part of the page that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    Overview,
    Chronology,
}

/// What stands on the screen.
#[derive(Debug)]
pub struct Case {
    pub case: CaseId,
    pub part: Part,
    /// None until it has been read.
    pub overview: Option<Box<Overview>>,
    /// Among the items of the overview.
    pub cursor: Cursor,
    pub history: Window<Happened>,
    /// Joined records that the chronology leaves out because they are restricted.
    pub hidden_records: usize,
    pub over: Option<Over<OverKind>>,
    /// A form to be opened once the case has been read.
    first_form: Option<OverKind>,
    /// Asked for before the case was read; done as soon as it is.
    wanted: Option<CaseCommand>,
    opening: Option<AskId>,
    saving: Option<AskId>,
}

impl Case {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            part: Part::default(),
            overview: None,
            cursor: Cursor::default(),
            history: Window::default(),
            hidden_records: 0,
            over: None,
            first_form: None,
            wanted: None,
            opening: None,
            saving: None,
        }
    }

    /// With one of its forms open, by the name of the form in a draft's place.
    pub fn with_form(case: CaseId, form: &str) -> Option<Self> {
        let kind = OverKind::of_draft(form)?;
        Some(Self {
            first_form: Some(kind),
            ..Self::new(case)
        })
    }

    fn read(&mut self, cx: &mut Cx<'_>) {
        self.opening = Some(cx.ask(Ask::Cases(cases::Ask::Open(self.case))));
    }

    fn read_history(&mut self, cx: &mut Cx<'_>, from: PageFrom<HappenedKey>, look: Look) {
        let rows = Window::<Happened>::page_rows(cx.body_rows());
        let id = cx.ask(Ask::Cases(cases::Ask::Chronology {
            case: self.case,
            from: from.clone(),
            rows,
            look,
        }));
        self.history.wait(id, from);
    }

    fn moves(&mut self, cx: &mut Cx<'_>, command: Command) -> bool {
        match self.part {
            Part::Overview => {
                let items = self.items().len();
                self.cursor.moves(command, items, cx.body_rows())
            }
            Part::Chronology => {
                let Some(wanted) = self.history.moves(command, cx.body_rows()) else {
                    return false;
                };
                if let Some(from) = wanted {
                    self.read_history(cx, from, Look::GoesOn);
                }
                true
            }
        }
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        let screen = match self.part {
            Part::Overview => self.behind_item(cx),
            Part::Chronology => self.history.selected().and_then(|event| self.behind(event)),
        };
        match screen {
            Some(screen) => cx.go(Go::Over(screen)),
            None => cx.say_why(W::CaseNothingToOpen),
        }
    }

    fn deed(&mut self, cx: &mut Cx<'_>, command: CaseCommand) {
        let screen = match command {
            CaseCommand::Triage => Screen::Triage(Triage::new(self.case)),
            CaseCommand::Seraf => Screen::Seraf(Seraf::new(self.case)),
            CaseCommand::Decide => Screen::Decision(Decision::new(self.case)),
            CaseCommand::PlanMeeting => Screen::Planner(Planner::new(self.case)),
            CaseCommand::Prepare => Screen::Preparation(Preparation::new(self.case)),
            CaseCommand::Plan => Screen::Plan(Plan::new(self.case)),
            CaseCommand::Voice => Screen::Voice(Voice::new(self.case)),
            CaseCommand::Attendance => Screen::Attendance(Attendance::of_case(self.case)),
            CaseCommand::EditPerson => Screen::Person(Person::new(self.case)),
            CaseCommand::PutForward => return self.begin(cx, OverKind::PutForward),
            CaseCommand::AddRelation => return self.begin(cx, OverKind::Relation),
            CaseCommand::Join => return self.begin(cx, OverKind::Join),
            CaseCommand::UndoJoin => return self.take_apart(cx),
            CaseCommand::Close => return self.begin(cx, OverKind::Close),
            CaseCommand::Restrict => return self.begin(cx, OverKind::Restrict),
            CaseCommand::OtherPart => return self.turn(cx),
        };
        cx.go(Go::Over(screen));
    }

    fn turn(&mut self, cx: &mut Cx<'_>) {
        self.part = match self.part {
            Part::Overview => Part::Chronology,
            Part::Chronology => Part::Overview,
        };
        if self.part == Part::Chronology && self.history.rows.is_empty() {
            self.read_history(cx, PageFrom::Start, Look::Begun);
        }
    }

    fn take_apart(&mut self, cx: &mut Cx<'_>) {
        let has_joins = self
            .overview
            .as_ref()
            .is_some_and(|overview| !overview.joins.is_empty());
        if self.join_meant().is_some() {
            cx.confirm(Confirm::UndoJoin);
        } else if has_joins {
            cx.say_why(W::CaseChooseJoin);
        } else {
            cx.say_why(W::CaseNoJoin);
        }
    }

    fn asks_at_the_glass(&self) -> bool {
        let over = self.over.as_ref();
        over.is_some_and(|over| over.kind == OverKind::Glass)
    }

    /// Opens a form over the page; what was typed in it before comes back.
    fn begin(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        if kind == OverKind::Restrict {
            // It names people, who are read first.
            cx.ask(Ask::Cases(cases::Ask::MayBeNamed(self.case)));
        } else {
            self.begin_with(cx, kind, &[]);
        }
    }

    fn begin_with(&mut self, cx: &mut Cx<'_>, kind: OverKind, people: &[MayBeNamed]) {
        let place = kind.draft_place(self.case);
        self.over = Some(Over::open(cx, kind, place, kind.form(people)));
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let join = self.join_meant();
        let case = self.case;
        if let Some(over) = &mut self.over
            && let Some(ask) = over.kind.ask(&mut over.form, case, join)
        {
            self.saving = Some(cx.ask(Ask::Cases(ask)));
        }
    }

    fn saved(&mut self, cx: &mut Cx<'_>) {
        if let Some(kind) = Over::close(&mut self.over, cx) {
            cx.say(Notice::Done(kind.done_words()));
        }
        self.history.forget();
        if self.part == Part::Chronology {
            self.read_history(cx, PageFrom::Start, Look::GoesOn);
        }
        self.read(cx);
    }

    /// A restricted case asks why, where the role lets anybody in at all.
    fn restricted(&mut self, cx: &mut Cx<'_>) {
        if cx.may(Action::BreakGlass) {
            self.begin(cx, OverKind::Glass);
        } else {
            cx.say_why(W::CaseGlassRole);
        }
    }

    fn failed(&mut self, cx: &mut Cx<'_>, was_opening: bool, words_key: &'static str) {
        if was_opening && words_key == "restricted" {
            self.restricted(cx);
        } else {
            cx.say(Notice::Trouble(words_key));
        }
    }
}

impl Page for Case {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else {
            Place::Case
        }
    }

    fn letters(&self) -> Letters {
        Over::letters(self.over.as_ref())
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
        if !self.history.rows.is_empty() {
            let (from, _) = self.history.again(cx.body_rows());
            self.read_history(cx, from, Look::GoesOn);
        }
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        // Behind the glass there is no page to go back to.
        if command == Command::Back && self.asks_at_the_glass() {
            cx.go(Go::Back);
            return Handled::Yes;
        }
        match Over::told(&mut self.over, cx, command) {
            Some(Told::Save) => {
                self.save(cx);
                return Handled::Yes;
            }
            Some(Told::Done) => return Handled::Yes,
            Some(Told::NotMine) => return Handled::No,
            None => {}
        }
        match command {
            Command::Open => self.open(cx),
            Command::Case(deed) if self.overview.is_some() => self.deed(cx, deed),
            Command::Case(deed) if self.opening.is_some() => self.wanted = Some(deed),
            _ if self.moves(cx, command) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if Over::keyed(&mut self.over, cx, key) {
            self.save(cx);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        Over::pasted(&mut self.over, cx, text);
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_opening = self.opening == Some(id);
        let was_saving = self.saving == Some(id);
        if was_opening {
            self.opening = None;
        }
        if was_saving {
            self.saving = None;
        }
        match answer {
            Answer::Cases(cases::Answer::Opened(overview)) if was_opening => {
                // What was new when the page was opened stays marked while one is on it.
                let overview = match self.overview.take() {
                    Some(before) if overview.news.is_empty() => Box::new(Overview {
                        last_seen: before.last_seen,
                        news: before.news,
                        ..*overview
                    }),
                    _ => overview,
                };
                self.overview = Some(overview);
                let items = self.items().len();
                self.cursor.put(self.cursor.at, items, cx.body_rows());
                if let Some(kind) = self
                    .first_form
                    .take()
                    .filter(|kind| *kind != OverKind::Glass)
                {
                    self.begin(cx, kind);
                } else if let Some(deed) = self.wanted.take() {
                    self.deed(cx, deed);
                }
            }
            Answer::Cases(cases::Answer::Chronology { page, hidden }) => {
                let shown = cx.body_rows();
                if self.history.take(id, page.events, page.has_more, shown) {
                    self.hidden_records = hidden;
                }
            }
            Answer::Cases(cases::Answer::MayBeNamed(people)) if self.over.is_none() => {
                self.begin_with(cx, OverKind::Restrict, &people);
            }
            Answer::Cases(cases::Answer::Done) if was_saving => self.saved(cx),
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                Over::heard(&mut self.over, id, draft);
            }
            Answer::Failed(failure) => self.failed(cx, was_opening, failure.words_key),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::UndoJoin => self.begin(cx, OverKind::UndoJoin),
            Confirm::DiscardDraft => {
                let closed = Over::close(&mut self.over, cx);
                if closed == Some(OverKind::Glass) {
                    cx.go(Go::Back);
                }
            }
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let (rows, shown) = (self.history.rows.len(), cx.body_rows());
        self.history.cursor.put(self.history.cursor.at, rows, shown);
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Case(self.case))
    }
}
