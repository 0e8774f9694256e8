//! What lies over the form: keys of the texts, of the statements, of what is open, of two
//! versions, and of putting a case forward.

use super::conflict::Conflict;
use super::evidence::Statements;
use super::lines::Line;
use super::saving::Aside;
use super::texts::{Fault, Texts, dates};
use super::{Base, Carried, Over, Seraf};
use crate::app::cx::Cx;
use crate::app::effect::Ask;
use crate::app::form::{Field, Form};
use crate::app::input::Key;
use crate::app::keymap::{Command, SerafCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::page::Handled;
use crate::app::talk::drafts::{self, KeptDraft};
use crate::app::talk::seraf;
use crate::domain::assessment::{OpenPoint, Part, Side};
use crate::domain::case::{CaseId, Stage};
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// How much of the texts is taken into the content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taking {
    /// What can be taken with every letter.
    Texts,
    All,
}

/// Where the reason for putting a case forward is kept while it is typed.
pub(super) fn put_forward_place(case: CaseId) -> String {
    format!("put-forward:{}", case.0)
}

impl Seraf {
    /// The form that letters go to, if one is open.
    fn form_mut(&mut self) -> Option<&mut Form> {
        match &mut self.over {
            Some(Over::Texts(texts)) => Some(&mut texts.form),
            Some(Over::PutForward(form)) => Some(form),
            Some(Over::Statements(statements)) => statements
                .editing
                .as_mut()
                .map(|statement| &mut statement.form),
            _ => None,
        }
    }

    /// Whether letters go into a form just now.
    pub(super) fn is_typing(&mut self) -> bool {
        self.form_mut().is_some()
    }

    /// Where what is typed in the form in front is kept.
    pub(super) fn typed_place(&self) -> Option<String> {
        let case = self.case.0;
        match &self.over {
            Some(Over::Texts(_)) => Some(format!("seraf-texts:{case}")),
            Some(Over::PutForward(_)) => Some(put_forward_place(self.case)),
            Some(Over::Statements(statements)) => {
                let sheet = self.sheet()?;
                let (_, item) = sheet.content.form().item(statements.at)?;
                let position = statements.editing.as_ref()?.position;
                let which = position.map_or("new".to_owned(), |at| at.to_string());
                Some(format!("seraf-said-{}-{which}:{case}", item.id))
            }
            _ => None,
        }
    }

    pub(super) fn open_texts(&mut self, cx: &mut Cx<'_>, at: Part) {
        if let Some(sheet) = self.sheet() {
            self.over = Some(Over::Texts(Box::new(Texts::open(&sheet.content, at))));
            self.ask_for_typed(cx);
        }
    }

    /// Enter on a line of the form: the statements on an item, or the text.
    pub(super) fn open_line(&mut self, cx: &mut Cx<'_>) {
        match self.sheet().and_then(super::Sheet::line) {
            Some(Line::Item(at)) => {
                self.over = Some(Over::Statements(Box::new(Statements::of(at))));
            }
            Some(Line::Text(part)) => self.open_texts(cx, part),
            _ => cx.say_why(W::SerafNothingToOpen),
        }
    }

    pub(super) fn open_put_forward(&mut self, cx: &mut Cx<'_>) {
        let stage = match &self.base {
            Base::Form(sheet) => sheet.case.stage,
            Base::Past(past) => past.case.stage,
            Base::Opening | Base::Shut(_) => return,
        };
        if !cx.may(Action::PutForward) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        match stage {
            Stage::Referred | Stage::Assessing | Stage::NotHeard => {}
            Stage::PutForward => return cx.say(Notice::Trouble("seraf-waits-already")),
            Stage::Closed => return cx.say(Notice::Trouble("seraf-case-closed")),
            _ => return cx.say(Notice::Trouble("seraf-heard-already")),
        }
        let reason = Field::text("reason", W::SerafPutForwardReason).needed();
        self.over = Some(Over::PutForward(Form::new(vec![reason])));
        self.ask_for_typed(cx);
    }

    pub(super) fn ask_for_typed(&mut self, cx: &mut Cx<'_>) {
        if let Some(place) = self.typed_place() {
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    /// A draft came back: the form's own kept aside, or what was half typed over it.
    pub(super) fn found_draft(&mut self, found: Option<KeptDraft>) {
        let Some(found) = found else {
            return;
        };
        if found.place == super::place(self.case) {
            let aside = serde_json::from_str::<Aside>(&found.content).ok();
            self.aside = aside.map(Box::new);
            return;
        }
        let is_mine = self.typed_place().as_deref() == Some(&found.place);
        if let Some(form) = self.form_mut().filter(|_| is_mine)
            && let Ok(typed) = serde_json::from_str(&found.content)
        {
            form.restore(&typed);
        }
    }

    /// A key or a paste for the form in front. The texts go into the draft as they are typed;
    /// everything typed is kept until it has become more.
    pub(super) fn typed(&mut self, cx: &mut Cx<'_>, take: impl FnOnce(&mut Form) -> bool) {
        let Some(form) = self.form_mut() else {
            return;
        };
        if !take(form) {
            return;
        }
        if matches!(self.over, Some(Over::Texts(_))) {
            self.take_texts(cx, Taking::Texts);
        } else if let (Some(place), Some(form)) = (self.typed_place(), self.form_mut()) {
            cx.keep_draft(&place, &form.draft());
        }
    }

    /// Takes the texts into the content, and the days too when the form is left. Answers what
    /// could not be taken.
    fn take_texts(&mut self, cx: &mut Cx<'_>, taking: Taking) -> Vec<Fault> {
        let today = cx.today();
        let place = self.typed_place();
        let (Some(Over::Texts(texts)), Base::Form(sheet)) = (&mut self.over, &mut self.base) else {
            return Vec::new();
        };
        let mut faults = Vec::new();
        let dates = dates(cx);
        let has_changed = sheet.edit_in_passing(today, |content| {
            faults = texts.fill_texts(content);
            if taking == Taking::All {
                faults.extend(texts.fill_days(content, &dates));
            }
        });
        if has_changed {
            sheet.save(cx);
        }
        if let Some(place) = place {
            texts.keep_pending(cx, &place, &sheet.content, &faults);
        }
        faults
    }

    fn leave_texts(&mut self, cx: &mut Cx<'_>) {
        let faults = self.take_texts(cx, Taking::All);
        let Some(Over::Texts(texts)) = &mut self.over else {
            return;
        };
        if !faults.is_empty() && !texts.has_warned {
            texts.form.show_faults(faults);
            texts.has_warned = true;
            return;
        }
        let before = texts.before.clone();
        self.over = None;
        if let Some(sheet) = self.sheet_mut()
            && sheet.content != before
        {
            sheet.keep_way_back(before);
        }
        self.show_conflict();
    }

    fn save_put_forward(&mut self, cx: &mut Cx<'_>) {
        let case = self.case;
        let Some(form) = self.form_mut() else {
            return;
        };
        let reason = Confidential::new(form.text("reason").trim());
        if reason.is_blank() {
            form.show_faults([("reason", W::SerafFaultReason)]);
            return;
        }
        cx.ask(Ask::Seraf(seraf::Ask::PutForward { case, reason }));
    }

    /// Throws away what was typed over the form, after the person said so.
    pub(super) fn discard_typed(&mut self, cx: &mut Cx<'_>) {
        let today = cx.today();
        if let Some(place) = self.typed_place() {
            cx.discard_draft(&place);
        }
        match &mut self.over {
            Some(Over::Texts(texts)) => {
                let before = texts.before.clone();
                self.over = None;
                if let Some(sheet) = self.sheet_mut()
                    && sheet.edit_in_passing(today, |content| *content = before)
                {
                    sheet.save(cx);
                }
            }
            Some(Over::Statements(statements)) if statements.editing.is_some() => {
                statements.editing = None;
            }
            _ => self.over = None,
        }
    }

    pub(super) fn command_over(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if let Command::Undo | Command::Redo = command
            && self.form_mut().is_some()
        {
            // Within a text field these are the field's own.
            let key = if command == Command::Redo {
                Key::ctrl('r')
            } else {
                return Handled::No;
            };
            self.typed(cx, |form| form.key(key) == crate::app::form::Reply::Changed);
            return Handled::Yes;
        }
        if command == Command::Discard && self.form_mut().is_some() {
            cx.confirm(Confirm::DiscardDraft);
            return Handled::Yes;
        }
        match &mut self.over {
            Some(Over::Texts(_)) => match command {
                Command::Back | Command::Save => self.leave_texts(cx),
                _ => return Handled::No,
            },
            Some(Over::PutForward(_)) => match command {
                Command::Save => self.save_put_forward(cx),
                Command::Back => self.over = None,
                _ => return Handled::No,
            },
            Some(Over::Guide(first)) => match command {
                Command::Up => *first = first.saturating_sub(1),
                Command::Down => *first += 1,
                Command::Back | Command::Seraf(SerafCommand::Guide) => self.over = None,
                _ => return Handled::No,
            },
            Some(Over::Statements(_)) => return self.command_of_statements(cx, command),
            Some(Over::Points(_)) => return self.command_of_points(cx, command),
            Some(Over::Conflict(_)) => return self.command_of_conflict(cx, command),
            None => return Handled::No,
        }
        Handled::Yes
    }

    fn command_of_points(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let rows = self.points().len();
        let Some(Over::Points(cursor)) = &mut self.over else {
            return Handled::No;
        };
        match command {
            Command::Back => self.over = None,
            Command::Open => {
                let at = cursor.at;
                match self.points().get(at).copied() {
                    Some(OpenPoint::NothingAnswered) | None => self.over = None,
                    Some(OpenPoint::DateInFuture) => self.open_texts(cx, Part::AssessedOn),
                    Some(OpenPoint::JudgementReason) => self.open_texts(cx, Part::Judgement),
                    Some(OpenPoint::CurrentSignificantBelow(_) | OpenPoint::LowerThanBefore(_)) => {
                        self.open_texts(cx, Part::CategoryReason);
                    }
                }
            }
            _ => {
                if !cursor.moves(command, rows, cx.body_rows()) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    fn command_of_conflict(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let page = cx.body_rows().saturating_sub(4);
        let Some(Over::Conflict(conflict)) = &mut self.over else {
            return Handled::No;
        };
        match command {
            Command::Back => {
                self.over = None;
                cx.say_why(W::SerafStillTwo);
            }
            Command::Seraf(SerafCommand::Choose) | Command::Open => conflict.choose_next(),
            Command::Seraf(SerafCommand::AllMine) => conflict.choose_all(Side::Mine),
            Command::Seraf(SerafCommand::AllTheirs) => conflict.choose_all(Side::Theirs),
            Command::Seraf(SerafCommand::TogetherNow) => self.bring_together(cx),
            _ => {
                if !conflict.moves(command, page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    /// What was chosen of the two versions becomes the one. Where the other was completed
    /// meanwhile, one's own goes into a new draft.
    fn bring_together(&mut self, cx: &mut Cx<'_>) {
        let today = cx.today();
        let Some(Over::Conflict(conflict)) = self.over.take() else {
            return;
        };
        let Conflict { theirs, .. } = &*conflict;
        let Base::Form(sheet) = &mut self.base else {
            return;
        };
        if !theirs.is_draft() {
            self.carried = Some(Box::new(Carried {
                base: sheet.stored.content.clone(),
                mine: sheet.content.clone(),
            }));
            sheet.forget_aside(cx);
            self.base = Base::Opening;
            self.open(cx);
            return;
        }
        let whole = conflict.whole(&sheet.content);
        sheet.stored = conflict.theirs;
        sheet.saving.held = None;
        sheet.edit(today, |content| *content = whole);
        sheet.save(cx);
        cx.say(Notice::Done(W::SerafBroughtTogether));
    }
}
