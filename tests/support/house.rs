//! The whole program without a terminal: model, screens, store and frames, on one thread.
//!
//! A test types keys as text (`"n" , "<tab>", "<ctrl-s>"`) and looks at the screen as text. Use with
//! `#[path = "support/house.rs"] mod house;`.

#![expect(
    dead_code,
    reason = "each test program includes this file and uses a part of it"
)]

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use diogel::app::effect::Effect;
use diogel::app::input::{Input, Key, KeyCode};
use diogel::app::model::{Model, Size};
use diogel::app::msg::Msg;
use diogel::app::update::update;
use diogel::domain::bilingual::Language;
use diogel::domain::rules::Rules;
use diogel::runtime::clock::Clock;
use diogel::runtime::desk::{Place, Room};
use diogel::ui::{self, Theme, View};
use diogel::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A program over a store, seen and used without a terminal.
pub struct House {
    pub model: Model,
    room: Room,
    now: DateTime<Utc>,
    pub has_quit: bool,
}

impl House {
    /// Opens the program on a store, locked, at this moment.
    pub fn open(path: &Path, now: DateTime<Utc>, size: (u16, u16)) -> Self {
        let rules = Arc::new(Rules::embedded().unwrap());
        let place = Place {
            path: path.to_path_buf(),
            clock: Clock::Fixed(now),
            rules: Arc::clone(&rules),
        };
        let (cols, rows) = size;
        let size = Size { cols, rows };
        let (model, effects) = Model::new(size, now, Language::English, rules, None);
        let mut house = Self {
            model,
            room: Room::new(place),
            now,
            has_quit: false,
        };
        house.carry_out(effects);
        house
    }

    /// Opens it at 80×24, with this person inside.
    #[track_caller]
    pub fn inside(path: &Path, now: DateTime<Utc>, user: &str) -> Self {
        let mut house = Self::open(path, now, (80, 24));
        house.come_in(user);
        house
    }

    /// Comes in with the passphrase of all test stores.
    #[track_caller]
    pub fn come_in(&mut self, user: &str) {
        self.come_in_with(user, "demo");
    }

    #[track_caller]
    pub fn come_in_with(&mut self, user: &str, passphrase: &str) {
        self.press("<tab>");
        if self.screen().contains(" ▌Passphrase") || !self.screen().contains("▌Name") {
            self.press("<tab>");
        }
        for _ in 0..100 {
            self.key(Key::plain(KeyCode::Backspace));
        }
        self.type_in(user);
        self.press("<enter>");
        self.type_in(passphrase);
        self.press("<enter>");
        assert!(
            self.model.actor.is_some(),
            "{user} did not come in:\n{}",
            self.screen()
        );
    }

    /// Types letters, none of which is read as the name of a key.
    pub fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::plain(KeyCode::Char(letter)));
        }
    }

    /// Types keys: letters as they are, others by name in angle brackets.
    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        for key in parse(keys) {
            self.key(key);
        }
    }

    pub fn key(&mut self, key: Key) {
        self.happened(Msg::Input(Input::Key(key)));
    }

    pub fn paste(&mut self, text: &str) {
        self.happened(Msg::Input(Input::Paste(text.to_owned())));
    }

    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.happened(Msg::Input(Input::Resized { cols, rows }));
    }

    pub fn happened(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.carry_out(effects);
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
                Effect::ClearScreen => {}
                Effect::Quit => self.has_quit = true,
            }
        }
    }

    /// The screen as text, a line a row, without spaces at the ends.
    pub fn screen(&self) -> String {
        let Size { cols, rows } = self.model.size;
        self.frame(cols, rows)
    }

    /// A frame of any size, whatever the model believes.
    pub fn frame(&self, cols: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        let view = View {
            model: &self.model,
            words: Words::embedded(self.model.language),
            theme: Theme::default(),
        };
        terminal.draw(|frame| ui::draw(frame, &view)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut text = String::new();
        for row in 0..rows {
            let mut line = String::new();
            for col in 0..cols {
                line.push_str(buffer[(col, row)].symbol());
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Fails with the picture of the screen where a text is not on it.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        let screen = self.screen();
        assert!(
            screen.contains(text),
            "{text:?} is not on the screen:\n{screen}"
        );
    }

    #[track_caller]
    pub fn does_not_see(&self, text: &str) {
        let screen = self.screen();
        assert!(
            !screen.contains(text),
            "{text:?} is on the screen:\n{screen}"
        );
    }
}

fn parse(keys: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = keys;
    while !rest.is_empty() {
        if let Some((name, after)) = rest
            .strip_prefix('<')
            .and_then(|inside| inside.split_once('>'))
        {
            found.push(named(name));
            rest = after;
            continue;
        }
        let letter = rest.chars().next().unwrap();
        found.push(Key::plain(KeyCode::Char(letter)));
        rest = &rest[letter.len_utf8()..];
    }
    found
}

#[track_caller]
fn named(name: &str) -> Key {
    if let Some(letter) = name.strip_prefix("ctrl-") {
        return Key::ctrl(letter.chars().next().unwrap());
    }
    Key::plain(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        _ => match name
            .strip_prefix('f')
            .and_then(|number| number.parse().ok())
        {
            Some(number) => KeyCode::F(number),
            None => panic!("no key is called {name}"),
        },
    })
}
