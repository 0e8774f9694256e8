//! The sharing barrier, tried from outside: a marked word stands in every column of professionals
//! (`store::confidential` lists them, and a test there asks for each new column), and a whole
//! family session is pressed through with every key it offers and with thousands of random ones.
//! Neither a frame nor a byte sent to the terminal after the curtain may hold the mark.
//!
//! The same search, with the barrier broken on purpose, finds it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use diogel::app::effect::Effect;
use diogel::app::input::{Input, Key, KeyCode};
use diogel::app::keymap::{Place as KeyPlace, rows_of};
use diogel::app::model::{Model, Size};
use diogel::app::msg::Msg;
use diogel::app::screen::Screen;
use diogel::app::screen::unlock::Focus;
use diogel::app::update::update;
use diogel::casework::{Desk, runner};
use diogel::demo::write::{Making, make};
use diogel::domain::bilingual::Language;
use diogel::domain::meeting::MeetingId;
use diogel::domain::roles::Actor;
use diogel::domain::rules::Rules;
use diogel::domain::runner::{Attending, How, ItemSection, NewItem, Part};
use diogel::domain::sharing::Confidential;
use diogel::runtime::clock::Clock;
use diogel::runtime::desk::{Place, Room};
use diogel::runtime::terminal::{Colours, ScreenBackend};
use diogel::store::confidential::PROFESSIONALS;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{Store, account};
use diogel::ui::{self, Theme, View};
use diogel::words::Words;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rusqlite::Connection;
use tempfile::TempDir;

/// No text of the program and no name of the demo has it in it.
const MARK: &str = "ZQXJK";
/// Shown on the family's screen, so that it is seen that the search looks at the right thing.
const FOR_FAMILY: &str = "RHANNWYD";
const RANDOM_KEYS: usize = 20_000;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap()
}

fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        return tempfile::tempdir_in(memory).unwrap();
    }
    tempfile::tempdir().unwrap()
}

fn demo() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("canary.diogel");
    let making = Making {
        seed: 38,
        stories: 60,
        now: now(),
    };
    let rules = Rules::embedded().unwrap();
    make(&path, &rules, &making, &mut |_| ControlFlow::Continue(())).unwrap();
    (folder, path)
}

fn opened(path: &Path) -> Store {
    let words = Passphrase::new("demo".to_owned());
    let key = vault::unlock(path, "chair", &words).unwrap();
    Store::open(path, &key).unwrap()
}

fn chair(store: &Store) -> Actor {
    let found = account::by_name(store.connection(), "chair")
        .unwrap()
        .unwrap();
    Actor {
        user_id: found.id,
        user_name: found.user_name,
        display_name: found.display_name,
        role: found.role,
    }
}

/// A meeting of the demo with both parts, begun, with one thing shared and two kept back.
fn meeting_in_part1(store: &mut Store, rules: &Rules) -> MeetingId {
    let id: i64 = store
        .connection()
        .query_row(
            "SELECT m.id FROM meeting m JOIN case_record c ON c.id = m.case_id
             WHERE m.status = 'planned' AND m.part2_start IS NOT NULL AND c.restricted = 0
               AND (SELECT count(*) FROM meeting_person p
                    WHERE p.meeting_id = m.id AND p.part2 = 1 AND p.removed_at IS NULL
                      AND p.kind IN ('young-person', 'family')) > 0
             ORDER BY m.id DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let id = MeetingId(id);
    let actor = chair(store);
    let mut desk = Desk {
        store,
        actor: &actor,
        now: now(),
        rules,
    };
    let part1 = runner::begin(&mut desk, id).unwrap();
    let mut professionals = part1.meeting.plan.people.iter().filter(|one| one.part1);
    let attending = Attending {
        person: professionals.next().unwrap().row.unwrap(),
        part: Part::One,
        how: How::Present,
        represented_by: String::new(),
    };
    runner::attend(&mut desk, id, &attending).unwrap();
    for section in [
        ItemSection::WiderRisks,
        ItemSection::Support,
        ItemSection::Other,
    ] {
        let item = NewItem {
            section,
            change: None,
            agency: String::new(),
            words: Confidential::new("said among professionals"),
        };
        runner::add_item(&mut desk, id, &item).unwrap();
    }
    let first = runner::open(&mut desk, id).unwrap().items[0].id;
    runner::share_with_family(&mut desk, first, FOR_FAMILY).unwrap();
    id
}

/// Rows for tables that a demo leaves empty, so that each column has something to be marked.
fn fill_what_is_empty(connection: &Connection, meeting: MeetingId) {
    connection
        .execute_batch(&format!(
            "INSERT OR IGNORE INTO preparation (meeting_person, told_by)
                 SELECT id, 'x' FROM meeting_person WHERE meeting_id = {id};
             INSERT INTO not_shared (meeting_id, what, reason, agreed_by, noted_by, noted_at)
                 VALUES ({id}, 'x', 'x', 'x', 1, '2026-11-23T10:00:00Z');
             INSERT OR IGNORE INTO agency_report (meeting_id, agency_id, received_on, note)
                 VALUES ({id}, 'camhs', '2026-11-20', 'x');
             INSERT OR IGNORE INTO invitation (meeting_person, uid, answer_note)
                 SELECT id, 'uid-' || id, 'x' FROM meeting_person WHERE meeting_id = {id};
             INSERT OR IGNORE INTO draft (user_id, place, saved_at, content)
                 VALUES (1, 'x', '2026-11-23T10:00:00Z', '{{}}');
             INSERT INTO unavailability (user_id, name, name_key, from_on, to_on)
                 VALUES (1, 'x', 'x', '2026-11-20', '2026-11-20');
             INSERT INTO protocol_decision (case_id, meeting_id, decision, reason, dissent,
                     decided_by, decided_at)
                 SELECT case_id, id, 'stay', 'x', 'x', 1, '2026-11-23T10:00:00Z'
                 FROM meeting WHERE id = {id};
             INSERT INTO minutes (meeting_id, kind, language, words)
                 VALUES ({id}, 'full', 'en', 'x');
             INSERT INTO minutes_correction (minutes_id, asked_by, asked_on, words, noted_by)
                 SELECT id, 'x', '2026-11-20', 'x', 1 FROM minutes LIMIT 1;
             INSERT INTO minutes_sent (minutes_id, whom, sent_on, how, noted_by)
                 SELECT id, 'x', '2026-11-20', 'x', 1 FROM minutes LIMIT 1;",
            id = meeting.0
        ))
        .unwrap();
    // An action against those who cause the harm, in the plan that the family sees: all of it is
    // the professionals'.
    connection
        .execute(
            "INSERT INTO plan (case_id, meeting_id, number, status)
             SELECT case_id, id, 900, 'draft' FROM meeting WHERE id = ?1
               AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.case_id = meeting.case_id
                   AND p.status = 'draft')",
            [meeting.0],
        )
        .unwrap();
    connection
        .execute(
            "INSERT INTO plan_action (plan_id, against_harm, what, who, how_we_know, place)
             SELECT p.id, 1, ?2, ?2, ?2, 900 FROM plan p JOIN meeting m ON m.case_id = p.case_id
             WHERE m.id = ?1 AND p.status = 'draft'",
            rusqlite::params![meeting.0, MARK],
        )
        .unwrap();
    connection
        .execute_batch(
            "INSERT INTO action_progress (action_id, noted_on, words, status, noted_by)
             SELECT id, '2026-11-20', 'x', 'open', 1 FROM plan_action WHERE against_harm = 1",
        )
        .unwrap();
}

/// Marks every column of professionals, in every row of the store. A column that must hold JSON, a
/// date, or something unlike all others gets the mark in that shape; dates are marked by a year.
fn mark_everything(connection: &Connection) {
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        connection
            .execute_batch(&format!("DROP TRIGGER \"{trigger}\""))
            .unwrap();
    }
    connection
        .execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;")
        .unwrap();
    let mut unmarked = Vec::new();
    for (table, column) in PROFESSIONALS {
        let value = match (*table, *column) {
            ("case_record", "date_of_birth") => "'1907-03-09'".to_owned(),
            // The chair comes in by this name.
            ("user_account", "user_name") => {
                format!("CASE WHEN user_name = 'chair' THEN user_name ELSE '{MARK}' || id END")
            }
            ("meeting", "part1_agenda") => format!("'[\"{MARK}\"]'"),
            ("event" | "audit", "detail") | ("draft", "content") => {
                format!("'{{\"x\":\"{MARK}\"}}'")
            }
            // The meeting is read by the chair's session; a reason without who decided it is not.
            _ => format!("'{MARK}' || abs(random() % 1000000)"),
        };
        let sql = format!("UPDATE OR REPLACE {table} SET {column} = {value}");
        let marked = connection
            .execute(&sql, [])
            .unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
        if marked == 0 {
            unmarked.push(format!("{table}.{column}"));
        }
    }
    assert_eq!(unmarked, Vec::<String>::new(), "nothing there to be marked");
}

/// Bytes as a terminal would get them.
#[derive(Clone, Default)]
struct Line(Rc<RefCell<Vec<u8>>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal of 100 × 30 that was just cleared.
fn terminal_on(line: &Line) -> Terminal<ScreenBackend<Line>> {
    let backend = ScreenBackend::new(line.clone(), Colours::Sent);
    let options = ratatui::TerminalOptions {
        viewport: ratatui::Viewport::Fixed(ratatui::layout::Rect::new(0, 0, 100, 30)),
    };
    Terminal::with_options(backend, options).unwrap()
}

/// The program with everything that it sends.
struct Session {
    model: Model,
    room: Room,
    line: Line,
    terminal: Terminal<ScreenBackend<Line>>,
    has_quit: bool,
    /// Since the curtain was drawn.
    is_behind_curtain: bool,
    leaks: Vec<String>,
    has_seen_family_words: bool,
}

impl Session {
    fn open(path: &Path) -> Self {
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
            terminal: terminal_on(&line),
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
                    self.terminal = terminal_on(&self.line);
                    self.line.0.borrow_mut().clear();
                    self.is_behind_curtain = true;
                }
                Effect::Quit => self.has_quit = true,
            }
        }
    }

    fn key(&mut self, key: Key) {
        let effects = update(&mut self.model, Msg::Input(Input::Key(key)));
        self.carry_out(effects);
        self.look(&format!("{key:?}"));
    }

    fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::plain(KeyCode::Char(letter)));
        }
    }

    /// Draws a frame, sends it, and looks for the mark in both.
    fn look(&mut self, after: &str) {
        let view = View {
            model: &self.model,
            words: Words::embedded(self.model.language),
            theme: Theme::default(),
        };
        self.terminal.draw(|frame| ui::draw(frame, &view)).unwrap();
        let mut canvas = Terminal::new(TestBackend::new(100, 30)).unwrap();
        canvas.draw(|frame| ui::draw(frame, &view)).unwrap();
        let shown = canvas.backend().to_string();
        let sent = String::from_utf8_lossy(&self.line.0.borrow()).into_owned();
        self.has_seen_family_words |= shown.contains(FOR_FAMILY);
        if !self.is_behind_curtain {
            return;
        }
        for (where_, text) in [("frame", &shown), ("bytes", &sent)] {
            if text.contains(MARK) || text.contains("1907") {
                self.leaks.push(format!("{where_} after {after}:\n{shown}"));
            }
        }
        self.line.0.borrow_mut().clear();
    }

    fn is_family(&self) -> bool {
        matches!(self.model.screen(), Some(Screen::Family(_)))
    }

    fn come_in(&mut self) {
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
        assert!(self.model.actor.is_some(), "nobody came in");
    }
}

/// Every key that a family's place offers, one after the other, on every page, twice over.
fn press_what_is_offered(session: &mut Session) {
    let leads_out = |key: &Key| {
        // The chair's way out is tried by itself; leaving and locking by the random keys.
        key.ctrl || matches!(key.code, KeyCode::Esc)
    };
    for place in [KeyPlace::Family, KeyPlace::FamilyPlan] {
        for _ in 0..2 {
            let rows: Vec<_> = rows_of(place).copied().collect();
            for row in rows {
                for key in row.keys {
                    if !leads_out(key) {
                        session.key(*key);
                        // A form that was opened is closed again, and a question answered no.
                        if matches!(key.code, KeyCode::Char(_) | KeyCode::F(1)) {
                            session.key(Key::plain(KeyCode::Esc));
                            session.key(Key::plain(KeyCode::Esc));
                        }
                    }
                }
            }
        }
    }
}

fn random_key(dice: &mut ChaCha8Rng) -> Key {
    const NAMED: &[KeyCode] = &[
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Delete,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::F(1),
        KeyCode::F(3),
        KeyCode::F(8),
    ];
    match dice.random_range(0..10) {
        0..5 => Key::plain(NAMED[dice.random_range(0..NAMED.len())]),
        5..9 => Key::plain(KeyCode::Char(dice.random_range(' '..='~'))),
        _ => Key::ctrl(dice.random_range('a'..='z')),
    }
}

/// A family session from the unlocking to the last of the keys. Answers what leaked.
fn leaks_of(path: &Path, random_keys: usize) -> Vec<String> {
    let mut session = Session::open(path);
    session.come_in();
    assert!(session.is_family(), "Part 2 goes on: nothing else opens");
    assert!(session.is_behind_curtain);
    press_what_is_offered(&mut session);
    let mut dice = ChaCha8Rng::seed_from_u64(20_000);
    for _ in 0..random_keys {
        let key = random_key(&mut dice);
        // A yes to a question would end the meeting or the program: that is tried elsewhere.
        let is_yes = key.code == KeyCode::Enter && !session.model.dialogs.is_empty();
        session.key(if is_yes {
            Key::plain(KeyCode::Esc)
        } else {
            key
        });
        assert!(!session.has_quit);
        if session.model.actor.is_none() {
            session.come_in();
        }
        assert!(
            session.is_family(),
            "{key:?} led out of the family's session"
        );
    }
    assert!(
        session.has_seen_family_words,
        "the family saw what was shared"
    );
    session.leaks
}

/// A store in Part 2 with the mark everywhere.
fn marked() -> (TempDir, PathBuf, MeetingId) {
    let (folder, path) = demo();
    let rules = Rules::embedded().unwrap();
    let mut store = opened(&path);
    let meeting = meeting_in_part1(&mut store, &rules);
    fill_what_is_empty(store.connection(), meeting);
    let actor = chair(&store);
    let mut desk = Desk {
        store: &mut store,
        actor: &actor,
        now: now(),
        rules: &rules,
    };
    runner::draw_curtain(&mut desk, meeting).unwrap();
    mark_everything(store.connection());
    (folder, path, meeting)
}

#[test]
fn family_session_holds_no_word_of_professionals() {
    let (_folder, path, _) = marked();
    let leaks = leaks_of(&path, RANDOM_KEYS);
    assert!(leaks.is_empty(), "{}", leaks[0]);
}

#[test]
fn barrier_broken_on_purpose_is_found() {
    let (_folder, path, meeting) = marked();
    let store = opened(&path);
    // Words of professionals, released by nobody: what a slip behind casework's back would do.
    store
        .connection()
        .execute(
            "INSERT INTO release (item_id, family_words, released_by, released_at)
             SELECT i.id, i.words, 1, '2026-11-23T10:00:00Z' FROM meeting_item i
             WHERE i.meeting_id = ?1 AND NOT EXISTS (SELECT 1 FROM release r
                 WHERE r.item_id = i.id AND r.taken_back_at IS NULL)",
            [meeting.0],
        )
        .unwrap();
    drop(store);
    assert!(!leaks_of(&path, 50).is_empty(), "the search sees nothing");
}

#[test]
fn part_1_before_the_curtain_does_show_the_mark() {
    let (_folder, path) = demo();
    let rules = Rules::embedded().unwrap();
    let mut store = opened(&path);
    let meeting = meeting_in_part1(&mut store, &rules);
    store
        .connection()
        .execute("UPDATE meeting_item SET words = ?1", [MARK])
        .unwrap();
    drop(store);
    let mut session = Session::open(&path);
    session.come_in();
    session.key(Key::plain(KeyCode::Char('3')));
    for _ in 0..200 {
        let Some(Screen::Meetings(page)) = session.model.screen() else {
            panic!("not the calendar");
        };
        if page.meetings[page.cursor.at].id == meeting {
            break;
        }
        session.key(Key::plain(KeyCode::Down));
    }
    session.key(Key::plain(KeyCode::Char('r')));
    session.key(Key::plain(KeyCode::End));
    let before = {
        let view = View {
            model: &session.model,
            words: Words::embedded(Language::English),
            theme: Theme::default(),
        };
        let mut canvas = Terminal::new(TestBackend::new(100, 30)).unwrap();
        canvas.draw(|frame| ui::draw(frame, &view)).unwrap();
        canvas.backend().to_string()
    };
    assert!(before.contains(MARK), "{before}");
    // Through the curtain with the very keys: from here on nothing of it is sent or held.
    session.key(Key::ctrl('t'));
    session.key(Key::plain(KeyCode::Enter));
    assert!(session.is_family());
    session.key(Key::plain(KeyCode::F(3)));
    assert_eq!(session.leaks, Vec::<String>::new());
    assert!(!format!("{:?}", session.model).contains(MARK));
}
