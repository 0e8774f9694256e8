//! Keys of the statements on one item: add, change, take out, tick as their dates say.

use super::evidence::Statement;
use super::texts::dates;
use super::{Base, Given, Over, Seraf, Sheet};
use crate::app::cx::Cx;
use crate::app::keymap::{Command, SerafCommand};
use crate::app::model::Notice;
use crate::app::page::Handled;
use crate::domain::seraf::ItemAt;
use crate::words::Key as W;

impl Seraf {
    pub(super) fn command_of_statements(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let page = cx.body_rows().saturating_sub(6);
        let count = self.statement_count();
        let Some(Over::Statements(statements)) = &mut self.over else {
            return Handled::No;
        };
        if statements.editing.is_some() {
            match command {
                Command::Back | Command::Save => self.leave_statement(cx),
                _ => return Handled::No,
            }
            return Handled::Yes;
        }
        match command {
            Command::Back => self.over = None,
            Command::Seraf(SerafCommand::AddStatement) => self.edit_statement(cx, None),
            Command::Open if count == 0 => self.edit_statement(cx, None),
            Command::Open => {
                let at = statements.cursor.at;
                self.edit_statement(cx, Some(at));
            }
            Command::Seraf(SerafCommand::RemoveStatement) => self.remove_statement(cx),
            Command::Seraf(SerafCommand::ByDates) => self.give(cx, Given::ByDates),
            Command::Undo | Command::Redo => self.step_back_or_forth(cx, command),
            _ => {
                if !statements.cursor.moves(command, count, page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    fn statement_count(&self) -> usize {
        let (Some(Over::Statements(statements)), Some(sheet)) = (&self.over, self.sheet()) else {
            return 0;
        };
        let item = sheet.content.form().item(statements.at);
        item.map_or(0, |(_, item)| sheet.content.evidence.of(&item.id).len())
    }

    fn edit_statement(&mut self, cx: &mut Cx<'_>, position: Option<usize>) {
        let (Some(Over::Statements(statements)), Base::Form(sheet)) = (&mut self.over, &self.base)
        else {
            return;
        };
        let said = sheet.content.form().item(statements.at);
        let said = said.and_then(|(_, item)| {
            let all = sheet.content.evidence.of(&item.id);
            position.and_then(|at| all.get(at))
        });
        statements.editing = Some(Statement::open(position, said));
        self.ask_for_typed(cx);
    }

    fn remove_statement(&mut self, cx: &mut Cx<'_>) {
        let today = cx.today();
        let (Some(Over::Statements(statements)), Base::Form(sheet)) =
            (&mut self.over, &mut self.base)
        else {
            return;
        };
        let (at, item) = (statements.at, statements.cursor.at);
        let Some(id) = item_id(sheet, at) else {
            return;
        };
        if sheet.edit(today, |content| {
            content.evidence.remove(&id, item);
        }) {
            sheet.save(cx);
            cx.say(Notice::Done(W::SerafStatementRemoved));
        }
        let left = self.statement_count();
        if let Some(Over::Statements(statements)) = &mut self.over {
            let page = cx.body_rows();
            statements.cursor.put(statements.cursor.at, left, page);
        }
    }

    /// Takes the typed statement; where something is missing it says so once, and then leaves
    /// it as it was typed, in its draft.
    fn leave_statement(&mut self, cx: &mut Cx<'_>) {
        let today = cx.today();
        let place = self.typed_place();
        let (Some(Over::Statements(statements)), Base::Form(sheet)) =
            (&mut self.over, &mut self.base)
        else {
            return;
        };
        let Some(statement) = &mut statements.editing else {
            return;
        };
        if statement.form.is_blank() {
            statements.editing = None;
            return;
        }
        let said = match statement.read(&dates(cx)) {
            Ok(said) => said,
            Err(faults) if statement.has_warned => {
                drop(faults);
                statements.editing = None;
                cx.say_why(W::SerafStatementKept);
                return;
            }
            Err(faults) => {
                statement.form.show_faults(faults);
                statement.has_warned = true;
                return;
            }
        };
        let (at, position) = (statements.at, statement.position);
        statements.editing = None;
        let Some(id) = item_id(sheet, at) else {
            return;
        };
        let has_changed = sheet.edit(today, |content| match position {
            Some(position) => content.evidence.replace(&id, position, said),
            None => content.evidence.add(&id, said),
        });
        if let Some(place) = place {
            cx.discard_draft(&place);
        }
        if has_changed {
            sheet.save(cx);
        }
        if sheet.content.dates_differ(at) {
            cx.say_why(W::SerafDatesSayOther);
        }
        if position.is_none() {
            let last = self.statement_count();
            if let Some(Over::Statements(statements)) = &mut self.over {
                let page = cx.body_rows();
                statements.cursor.put(last.saturating_sub(1), last, page);
            }
        }
    }
}

fn item_id(sheet: &Sheet, at: ItemAt) -> Option<String> {
    let (_, item) = sheet.content.form().item(at)?;
    Some(item.id.clone())
}
