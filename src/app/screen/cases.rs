//! The list of cases: which ones, in which order, and the search that narrows it as one types.
//!
//! Only the rows around the cursor are here. What stands beside the selected row is read when
//! the cursor rests.

mod beside;
mod filters;
#[cfg(test)]
mod tests;

pub use self::beside::{Beside, preview_rows};
pub use self::filters::{FILTERS, Filters, filter_words};
use super::{Case, Reopen, Screen};
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{CasesCommand, Command, Letters, Place};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::cases;
use crate::app::window::Window;
use crate::domain::case_list::{CaseRow, Filter, Look, PageFrom, RowKey, Sort};
use crate::domain::plain_text;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Cases {
    pub filter: Filter,
    pub sort: Sort,
    pub list: Window<CaseRow>,
    /// Over the list while something is looked for.
    pub search: Option<Search>,
    /// Over the list while a filter is chosen.
    pub filters: Option<Filters>,
    pub beside: Beside,
    is_open: bool,
}

/// A search, and what it has found.
#[derive(Debug, Default)]
pub struct Search {
    pub typed: String,
    /// Whether letters go into the words, or are commands for the list.
    pub is_typing: bool,
    pub found: Window<CaseRow>,
}

/// Longer than anything one looks for.
const LONGEST_TYPED_CHARS: usize = 120;
/// The line of the search, or the heads of the columns.
const HEAD_ROWS: usize = 1;

impl Cases {
    /// The rows that are looked at: what was found, or the list.
    pub fn window(&self) -> &Window<CaseRow> {
        match &self.search {
            Some(search) => &search.found,
            None => &self.list,
        }
    }

    fn window_mut(&mut self) -> &mut Window<CaseRow> {
        match &mut self.search {
            Some(search) => &mut search.found,
            None => &mut self.list,
        }
    }

    fn shown_rows(cx: &Cx<'_>) -> usize {
        let body = cx.body_rows();
        body.saturating_sub(preview_rows(body) + HEAD_ROWS).max(1)
    }

    /// Reads a page of what is looked at.
    fn read(&mut self, cx: &mut Cx<'_>, from: PageFrom<RowKey>, rows: usize, look: Look) {
        let ask = match &self.search {
            Some(search) => cases::Ask::Find {
                typed: search.typed.clone(),
                from: from.clone(),
                rows,
            },
            None => cases::Ask::List {
                filter: self.filter,
                sort: self.sort,
                from: from.clone(),
                rows,
                look,
            },
        };
        let id = cx.ask(Ask::Cases(ask));
        self.window_mut().wait(id, from);
    }

    fn read_anew(&mut self, cx: &mut Cx<'_>) {
        self.list.forget();
        let rows = Window::<CaseRow>::first_rows(Self::shown_rows(cx));
        self.read(cx, PageFrom::Start, rows, Look::Begun);
    }

    /// Looks for what is typed now. What was found for fewer letters stays until it is answered.
    fn look_for(&mut self, cx: &mut Cx<'_>) {
        let rows = Window::<CaseRow>::page_rows(Self::shown_rows(cx));
        self.read(cx, PageFrom::Start, rows, Look::GoesOn);
        let Some(search) = &mut self.search else {
            return;
        };
        search.found.to_first();
        let typed = search.typed.clone();
        if !typed.trim().is_empty() {
            cx.ask(Ask::Cases(cases::Ask::NoteSearch { typed }));
        }
    }

    fn look_beside(&mut self, cx: &mut Cx<'_>) {
        let case = self
            .window()
            .selected()
            .filter(|row| !row.is_hidden)
            .map(|row| row.case.id);
        self.beside.look(cx, case);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        match self.window().selected() {
            Some(row) => cx.go(Go::Over(Screen::Case(Case::new(row.case.id)))),
            None => return cx.say_why(W::CasesNoneSelected),
        }
        // Back from the case, letters are commands again.
        if let Some(search) = &mut self.search {
            search.is_typing = false;
        }
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        let Some(filters) = self.filters.take() else {
            return;
        };
        if let Some(filter) = filters.chosen() {
            self.filter = filter;
            self.search = None;
            self.read_anew(cx);
        }
    }

    fn in_filters(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let Some(filters) = &mut self.filters else {
            return Handled::No;
        };
        match command {
            Command::Open => self.choose(cx),
            Command::Back => self.filters = None,
            _ if filters.cursor.moves(command, FILTERS.len(), FILTERS.len()) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }
}

impl Page for Cases {
    fn place(&self) -> Place {
        if self.filters.is_some() {
            Place::CaseFilters
        } else {
            Place::Cases
        }
    }

    fn letters(&self) -> Letters {
        match &self.search {
            Some(search) if search.is_typing && self.filters.is_none() => Letters::AreText,
            _ => Letters::AreCommands,
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let look = if self.is_open {
            Look::GoesOn
        } else {
            Look::Begun
        };
        self.is_open = true;
        self.beside.forget();
        let (from, rows) = self.window().again(Self::shown_rows(cx));
        self.read(cx, from, rows, look);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if self.filters.is_some() {
            return self.in_filters(cx, command);
        }
        match command {
            Command::Open => self.open(cx),
            Command::Search => {
                self.search = Some(Search {
                    is_typing: true,
                    ..Search::default()
                });
                self.beside.forget();
            }
            Command::Back if self.search.is_some() => {
                self.search = None;
                self.look_beside(cx);
            }
            Command::Cases(CasesCommand::TypeOrRead) => match &mut self.search {
                Some(search) => search.is_typing = !search.is_typing,
                None => cx.say_why(W::CasesSearchFirst),
            },
            Command::Cases(CasesCommand::NextSort) => {
                if self.search.is_some() {
                    cx.say_why(W::CasesFoundInOneOrder);
                } else {
                    self.sort = self.sort.next();
                    self.read_anew(cx);
                }
            }
            Command::Cases(CasesCommand::ChooseFilter) => {
                self.filters = Some(Filters::at(self.filter));
            }
            _ => {
                let shown = Self::shown_rows(cx);
                let Some(wanted) = self.window_mut().moves(command, shown) else {
                    return Handled::No;
                };
                if let Some(from) = wanted {
                    let rows = Window::<CaseRow>::page_rows(shown);
                    self.read(cx, from, rows, Look::GoesOn);
                }
                self.look_beside(cx);
            }
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(search) = self.search.as_mut().filter(|search| search.is_typing) else {
            return;
        };
        match key.code {
            KeyCode::Char(letter) if !key.ctrl && !key.alt && !letter.is_control() => {
                if search.typed.chars().count() >= LONGEST_TYPED_CHARS {
                    return;
                }
                search.typed.push(letter);
            }
            KeyCode::Backspace if search.typed.pop().is_some() => {}
            _ => return,
        }
        self.look_for(cx);
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let Some(search) = self.search.as_mut().filter(|search| search.is_typing) else {
            cx.say_why(W::WhyPasteNotHere);
            return;
        };
        let room = LONGEST_TYPED_CHARS.saturating_sub(search.typed.chars().count());
        let text = plain_text::clean(text);
        if text.chars().count() > room {
            cx.say(Notice::PasteTooLong(room));
            return;
        }
        search.typed.push_str(&text);
        self.look_for(cx);
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let Some(answer) = self.beside.answered(id, answer) else {
            return;
        };
        match answer {
            Answer::Cases(cases::Answer::Listed(page)) => {
                let shown = Self::shown_rows(cx);
                let taken = self.window_mut().take(id, page.rows, page.has_more, shown);
                if taken {
                    self.look_beside(cx);
                    // While somebody types, the first rows of the next letter are wanted sooner.
                    if self.search.is_none()
                        && let Some(from) = self.list.goes_on(shown)
                    {
                        let rows = Window::<CaseRow>::page_rows(shown);
                        self.read(cx, from, rows, Look::GoesOn);
                    }
                }
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let shown = Self::shown_rows(cx);
        let window = self.window_mut();
        let rows = window.rows.len();
        window.cursor.put(window.cursor.at, rows, shown);
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Cases)
    }
}
