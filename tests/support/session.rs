//! The program with everything that it sends: a model, its store, and the bytes that a terminal would
//! get, searched for marked words after every key once the curtain is drawn.
//!
//! Use with `marked.rs` and `stores.rs` beside it: `#[path = "support/session.rs"] mod session;`.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use diogel::app::effect::Effect;
use diogel::app::input::{Input, Key, KeyCode};
use diogel::app::model::{Model, Size};
use diogel::app::msg::Msg;
use diogel::app::screen::unlock::Focus;
use diogel::app::screen::{Family, Screen};
use diogel::app::update::update;
use diogel::domain::bilingual::Language;
use diogel::domain::rules::Rules;
use diogel::runtime::clock::Clock;
use diogel::runtime::desk::{Place, Room};
use diogel::runtime::terminal::{Colours, ScreenBackend};
use diogel::ui::{self, Theme, View};
use diogel::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use crate::marked::{FOR_FAMILY, leak_in};
use crate::stores::now;

/// Bytes as a terminal would get them.
#[derive(Clone, Default)]
pub struct Line(Rc<RefCell<Vec<u8>>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that was just cleared.
fn terminal_on(line: &Line, size: Size) -> Terminal<ScreenBackend<Line>> {
    let backend = ScreenBackend::new(line.clone(), Colours::Sent);
    let options = ratatui::TerminalOptions {
        viewport: ratatui::Viewport::Fixed(Rect::new(0, 0, size.cols, size.rows)),
    };
    Terminal::with_options(backend, options).unwrap()
}

/// A running program.
pub struct Session {
    pub model: Model,
    room: Room,
    line: Line,
    terminal: Terminal<ScreenBackend<Line>>,
    pub has_quit: bool,
    /// Since the curtain was drawn.
    pub is_behind_curtain: bool,
    pub leaks: Vec<String>,
    pub has_seen_family_words: bool,
}

impl Session {
    pub fn open(path: &Path) -> Self {
        let rules = Arc::new(Rules::embedded().unwrap());
        let place = Place {
            path: path.to_path_buf(),
            clock: Clock::Fixed(now()),
            rules: Arc::clone(&rules),
        };
        let size = Size {
            cols: 100,
            rows: 30,
        };
        let (model, effects) = Model::new(size, now(), Language::English, rules, None);
        let line = Line::default();
        let mut session = Self {
            model,
            room: Room::new(place),
            terminal: terminal_on(&line, size),
            line,
            has_quit: false,
            is_behind_curtain: false,
            leaks: Vec::new(),
            has_seen_family_words: false,
        };
        session.carry_out(effects);
        session
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Ask { id, ask } => {
                    let answer = self.room.answer(ask);
                    waiting.extend(update(&mut self.model, Msg::Answered { id, answer }));
                }
                Effect::CloseStore => self.room.close(),
                Effect::Suspend => waiting.extend(update(&mut self.model, Msg::Resumed)),
                Effect::ClearScreen => {
                    self.terminal = terminal_on(&self.line, self.model.size);
                    self.line.0.borrow_mut().clear();
                    self.is_behind_curtain = true;
                }
                Effect::Quit => self.has_quit = true,
            }
        }
    }

    pub fn key(&mut self, key: Key) {
        self.put_in(Input::Key(key));
    }

    pub fn put_in(&mut self, input: Input) {
        let after = format!("{input:?}");
        if let Input::Resized { cols, rows } = input {
            self.terminal = terminal_on(&self.line, Size { cols, rows });
        }
        let effects = update(&mut self.model, Msg::Input(input));
        self.carry_out(effects);
        self.look(&after);
    }

    pub fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::plain(KeyCode::Char(letter)));
        }
    }

    /// The screen as text.
    pub fn shown(&self) -> String {
        let Size { cols, rows } = self.model.size;
        let mut canvas = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        canvas
            .draw(|frame| ui::draw(frame, &view_of(&self.model)))
            .unwrap();
        canvas.backend().to_string()
    }

    /// Draws a frame, sends it, and looks for a mark in both. What is sent sets no title and puts
    /// nothing on a clipboard.
    fn look(&mut self, after: &str) {
        let model = &self.model;
        self.terminal
            .draw(|frame| ui::draw(frame, &view_of(model)))
            .unwrap();
        let shown = self.shown();
        let sent = String::from_utf8_lossy(&self.line.0.borrow()).into_owned();
        self.line.0.borrow_mut().clear();
        self.has_seen_family_words |= shown.contains(FOR_FAMILY);
        if !self.is_behind_curtain {
            return;
        }
        for (where_, text) in [("frame", &shown), ("bytes", &sent)] {
            if let Some(column) = leak_in(text) {
                let leak = format!("{column} in the {where_} after {after}:\n{shown}");
                self.leaks.push(leak);
            }
        }
        if sent.contains("\x1b]") || sent.contains("\x1bP") {
            self.leaks
                .push(format!("a title or clipboard after {after}"));
        }
    }

    /// What the family sees, where it is in front.
    pub fn family(&self) -> Option<&Family> {
        match self.model.screen() {
            Some(Screen::Family(family)) => Some(family),
            _ => None,
        }
    }

    pub fn come_in(&mut self) {
        if let Some(Screen::Unlock(unlock)) = self.model.screen()
            && unlock.focus == Focus::Passphrase
        {
            self.key(Key::plain(KeyCode::Tab));
        }
        for _ in 0..100 {
            self.key(Key::plain(KeyCode::Backspace));
        }
        self.type_in("chair");
        self.key(Key::plain(KeyCode::Tab));
        self.type_in("demo");
        self.key(Key::plain(KeyCode::Enter));
        assert!(
            self.model.actor.is_some(),
            "nobody came in:\n{}",
            self.shown()
        );
    }
}

fn view_of(model: &Model) -> View<'_> {
    View {
        model,
        words: Words::embedded(model.language),
        theme: Theme::default(),
    }
}
