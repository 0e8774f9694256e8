//! The plan made with the young person and family: what is still to be done, what became of it,
//! the next plan in the making, earlier versions, and the copy that the family has.

mod deeds;
mod forms;
mod showing;
#[cfg(test)]
pub(crate) mod tests;

pub use self::forms::{PlanForm, status_words, title};
use self::showing::draft_items;
pub use self::showing::{Copied, DraftItem, Showing};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::over::{Over, Told};
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, plans};
use crate::domain::case::CaseId;
use crate::domain::plan::{ActionId, FamilyPlan, Plan as WholePlan, PlanPage};
use crate::words::Key as W;

/// Rows of the body that are not the list of actions, where all is shown: goals, rule, detail.
pub const GOAL_ROWS: usize = 4;
pub const DETAIL_ROWS: usize = 6;
/// With fewer rows than these, the goals give way; with fewer still, the detail.
const ROWS_FOR_GOALS: usize = 15;
const ROWS_FOR_DETAIL: usize = 10;

/// What stands on the screen.
#[derive(Debug)]
pub struct Plan {
    pub case: CaseId,
    /// None until it has been read.
    pub page: Option<Box<PlanPage>>,
    pub showing: Showing,
    pub cursor: Cursor,
    pub over: Option<Over<PlanForm>>,
    /// The action that is to be selected once the plan has been read.
    first_action: Option<ActionId>,
    first_form: Option<PlanForm>,
    opening: Option<AskId>,
    saving: Option<AskId>,
}

/// The rows of each part, from those of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    pub goals: usize,
    pub list: usize,
    pub detail: usize,
}

impl Shares {
    pub fn of(body_rows: usize, goals: usize) -> Self {
        let goals = if body_rows >= ROWS_FOR_GOALS {
            goals.clamp(1, GOAL_ROWS)
        } else {
            0
        };
        let detail = if body_rows >= ROWS_FOR_DETAIL {
            DETAIL_ROWS.max(body_rows / 3)
        } else {
            0
        };
        Self {
            goals,
            detail,
            list: body_rows.saturating_sub(goals + detail),
        }
    }
}

impl Plan {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            page: None,
            showing: Showing::Current,
            cursor: Cursor::default(),
            over: None,
            first_action: None,
            first_form: None,
            opening: None,
            saving: None,
        }
    }

    /// With one action selected, as Today leads to it.
    pub fn at_action(case: CaseId, action: Option<i64>) -> Self {
        Self {
            first_action: action.map(ActionId),
            ..Self::new(case)
        }
    }

    /// With one of its forms open, by the name of the form in a draft's place.
    pub fn with_form(case: CaseId, form: &str) -> Option<Self> {
        let kind = PlanForm::of_draft(form)?;
        Some(Self {
            first_form: Some(kind),
            showing: match kind {
                PlanForm::Progress(_) => Showing::Current,
                _ => Showing::Draft,
            },
            ..Self::new(case)
        })
    }

    /// The plan that is looked at.
    pub fn plan(&self) -> Option<&WholePlan> {
        let plans = &self.page.as_ref()?.plans;
        match &self.showing {
            Showing::Current | Showing::Versions => plans.current.as_ref(),
            Showing::Draft => plans.draft.as_ref(),
            Showing::Version(plan) => Some(plan),
            Showing::Copy(_) => None,
        }
    }

    /// The plan that holds, whatever is looked at.
    pub fn holds(&self) -> Option<&WholePlan> {
        self.page.as_ref()?.plans.current.as_ref()
    }

    /// The lines of the plan that is being made.
    pub fn draft_items(&self) -> Vec<DraftItem> {
        let draft = self
            .page
            .as_ref()
            .and_then(|page| page.plans.draft.as_ref());
        draft.map_or_else(Vec::new, |draft| draft_items(draft, self.holds()))
    }

    /// The copy that is looked at, as the family has it.
    pub fn copy(&self) -> Option<&FamilyPlan> {
        match &self.showing {
            Showing::Copy(copy) => Some(&copy.plan),
            _ => None,
        }
    }

    fn rows(&self) -> usize {
        match &self.showing {
            Showing::Current | Showing::Version(_) => {
                self.plan().map_or(0, |plan| plan.actions().len())
            }
            Showing::Draft => self.draft_items().len(),
            Showing::Versions => self
                .page
                .as_ref()
                .map_or(0, |page| page.plans.versions.len()),
            Showing::Copy(_) => 0,
        }
    }

    fn shown_rows(&self, cx: &Cx<'_>) -> usize {
        let goals = match (&self.showing, self.plan()) {
            (Showing::Current | Showing::Version(_), Some(plan)) => plan.shared.goals.len(),
            _ => 0,
        };
        // The rule above the list.
        Shares::of(cx.body_rows(), goals).list.saturating_sub(1)
    }

    fn read(&mut self, cx: &mut Cx<'_>) {
        self.opening = Some(cx.ask(Ask::Plans(plans::Ask::Open(self.case))));
    }

    fn show(&mut self, showing: Showing) {
        self.showing = showing;
        self.cursor = Cursor::default();
    }

    /// A deed was done: its form goes, and the plan is read again.
    fn done(&mut self, cx: &mut Cx<'_>, says: Option<W>) {
        Over::close(&mut self.over, cx);
        if let Some(says) = says {
            cx.say(Notice::Done(says));
        }
        self.read(cx);
    }

    fn opened(&mut self, cx: &mut Cx<'_>, page: Box<PlanPage>) {
        let is_first = self.page.is_none();
        self.page = Some(page);
        // What is being made was agreed or thrown away elsewhere.
        if matches!(self.showing, Showing::Draft) && self.plan().is_none() {
            self.show(Showing::Current);
        }
        let wanted = self.first_action.take();
        let at = self.plan().and_then(|plan| {
            let wanted = wanted?;
            let actions = plan.actions();
            actions
                .iter()
                .position(|action| action.id() == Some(wanted))
        });
        let rows = self.rows();
        self.cursor
            .put(at.unwrap_or(self.cursor.at), rows, self.shown_rows(cx));
        if let (true, Some(kind)) = (is_first, self.first_form.take()) {
            self.begin(cx, kind);
        }
    }

    /// Somebody else changed the plan meanwhile: theirs is read, what was typed stays in its form.
    fn failed(&mut self, cx: &mut Cx<'_>, words_key: &'static str, is_conflict: bool) {
        cx.say(Notice::Trouble(words_key));
        if is_conflict {
            self.read(cx);
        }
    }
}

impl Page for Plan {
    fn place(&self) -> Place {
        if self.over.is_some() {
            return Place::Form;
        }
        match &self.showing {
            Showing::Current => Place::Plan,
            Showing::Draft => Place::PlanDraft,
            Showing::Versions | Showing::Version(_) => Place::PlanVersions,
            Showing::Copy(_) => Place::PlanCopy,
        }
    }

    fn letters(&self) -> Letters {
        Over::letters(self.over.as_ref())
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match Over::told(&mut self.over, cx, command) {
            Some(Told::Save) => {
                self.accept(cx);
                return Handled::Yes;
            }
            Some(Told::Done) => return Handled::Yes,
            Some(Told::NotMine) => return Handled::No,
            None => {}
        }
        match command {
            Command::Back => match &self.showing {
                Showing::Current => return Handled::No,
                Showing::Version(_) => self.show(Showing::Versions),
                Showing::Draft | Showing::Versions | Showing::Copy(_) => {
                    self.show(Showing::Current);
                }
            },
            Command::Open => self.open(cx),
            Command::Plan(deed) if self.page.is_some() => self.deed(cx, deed),
            _ if self.showing.scrolls(command, cx.body_rows()) => {}
            _ => {
                let rows = self.rows();
                if !self.cursor.moves(command, rows, self.shown_rows(cx)) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if Over::keyed(&mut self.over, cx, key) {
            self.accept(cx);
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
            Answer::Plans(plans::Answer::Opened(page)) if was_opening => self.opened(cx, page),
            Answer::Plans(plans::Answer::Version(plan)) if was_opening => {
                self.show(Showing::Version(plan));
            }
            Answer::Plans(plans::Answer::Begun) => {
                self.show(Showing::Draft);
                self.read(cx);
            }
            Answer::Plans(plans::Answer::Set) => self.done(cx, None),
            Answer::Plans(plans::Answer::Agreed) => {
                self.show(Showing::Current);
                self.done(cx, Some(W::PlanAgreedNow));
            }
            Answer::Plans(plans::Answer::Dropped) => {
                self.show(Showing::Current);
                self.done(cx, Some(W::PlanDropped));
            }
            Answer::Plans(plans::Answer::Noted) => self.done(cx, Some(W::PlanNoted)),
            Answer::Plans(plans::Answer::Written(path)) => {
                Over::close(&mut self.over, cx);
                cx.say(Notice::DoneTo(W::PlanWritten, path));
            }
            Answer::Plans(plans::Answer::NotWritten) => {
                cx.say(Notice::Trouble("document-not-written"));
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                Over::heard(&mut self.over, id, draft);
            }
            Answer::Failed(failure) if was_opening || was_saving => {
                self.failed(cx, failure.words_key, failure.is_conflict);
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::DiscardDraft => {
                Over::close(&mut self.over, cx);
            }
            Confirm::DropPlan => {
                if let Some(plan) = self.plan() {
                    let (id, version) = (plan.shared.id, plan.shared.version);
                    let ask = plans::Ask::Drop { plan: id, version };
                    self.saving = Some(cx.ask(Ask::Plans(ask)));
                }
            }
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let rows = self.rows();
        self.cursor.put(self.cursor.at, rows, self.shown_rows(cx));
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Plan(self.case))
    }
}
