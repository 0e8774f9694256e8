//! The sharing barrier, tried from outside: a marked word stands in every column of professionals
//! (the schema is asked for them), and whole family sessions are pressed through: with every key
//! that there is, on every page and over everything that opens there, to the end of the meeting;
//! and with thousands of random ones. Neither a frame nor a byte sent to the terminal after the
//! curtain may hold a mark.
//!
//! The same search, with the barrier broken on purpose, finds it. Documents and the real terminal
//! have tests of their own beside this one.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::Path;

use diogel::app::dialog::Dialog;
use diogel::app::input::{Input, Key, KeyCode};
use diogel::app::keymap::{Place, rows_of};
use diogel::app::model::Confirm;
use diogel::app::screen::Screen;
use diogel::app::screen::family::pages::FamilyPage;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

#[path = "support/in_part1.rs"]
mod in_part1;
#[path = "support/marked.rs"]
mod marked;
#[path = "support/session.rs"]
mod session;
#[path = "support/stores.rs"]
mod stores;

use marked::{MARK, demo, marked, meeting_in_part1, opened};
use session::Session;

const RANDOM_KEYS: usize = 20_000;

const NAMED: [KeyCode; 14] = [
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
];

/// Every key that a terminal can send, and with them every key of the family's places.
fn every_key() -> Vec<Key> {
    let mut keys: Vec<Key> = NAMED.into_iter().map(Key::plain).collect();
    keys.extend((1..=12).map(|number| Key::plain(KeyCode::F(number))));
    keys.extend((' '..='~').map(|letter| Key::plain(KeyCode::Char(letter))));
    keys.push(Key::plain(KeyCode::Char('ŵ')));
    keys.extend(('a'..='z').chain("\\]^_ @".chars()).map(Key::ctrl));
    let with_alt = |code| Key {
        alt: true,
        ..Key::plain(code)
    };
    keys.extend(('a'..='z').map(|letter| with_alt(KeyCode::Char(letter))));
    keys.extend(NAMED.into_iter().map(with_alt));
    for place in Place::OF_FAMILY.into_iter().chain([Place::Dialog]) {
        for row in rows_of(place) {
            for key in row.keys {
                assert!(keys.contains(key), "{key:?} is left out");
            }
        }
    }
    keys
}

/// What lies over a page while a key is pressed.
#[derive(Debug, Clone, Copy)]
enum Over {
    Nothing,
    Help,
    /// A form of the plan, by the letter that opens it.
    PlanForm(char),
    /// The chair's passphrase is asked for.
    Passphrase,
}

/// Back to a page of the family's session with nothing over it.
fn turn_to(session: &mut Session, page: usize) {
    if session.model.actor.is_none() {
        session.come_in();
    }
    for _ in 0..40 {
        assert!(session.model.stack.len() == 1, "something lies behind");
        let family = session.family().expect_family();
        let at = family.at;
        if !session.model.dialogs.is_empty() || family.over.is_some() || family.asking.is_some() {
            session.key(Key::plain(KeyCode::Esc));
        } else if at < page {
            session.key(Key::plain(KeyCode::PageDown));
        } else if at > page {
            session.key(Key::plain(KeyCode::PageUp));
        } else {
            return;
        }
    }
    panic!("page {page} is not reached:\n{}", session.shown());
}

trait ExpectFamily<T> {
    fn expect_family(self) -> T;
}

impl<T> ExpectFamily<T> for Option<T> {
    #[track_caller]
    fn expect_family(self) -> T {
        match self {
            Some(family) => family,
            None => panic!("led out of the family's session"),
        }
    }
}

fn is_asked_to_leave(session: &Session) -> bool {
    matches!(
        session.model.dialogs.last(),
        Some(Dialog::Confirm(Confirm::Quit))
    )
}

/// Presses every key on a page with this over it. A yes to leaving is what a restart is tried by,
/// and a yes to the end of the meeting comes last of all.
fn press_every_key(session: &mut Session, page: usize, over: Over) {
    for key in every_key() {
        turn_to(session, page);
        match over {
            Over::Nothing => {}
            Over::Help => session.key(Key::plain(KeyCode::F(1))),
            Over::PlanForm(letter) => session.key(Key::plain(KeyCode::Char(letter))),
            Over::Passphrase => session.key(Key::plain(KeyCode::Esc)),
        }
        session.key(key);
        assert!(!session.has_quit, "{key:?}");
        // What it opened is gone through as well.
        session.key(Key::plain(KeyCode::Down));
        session.key(Key::plain(KeyCode::Tab));
        if session.model.actor.is_some() {
            session.family().expect_family();
        }
    }
    turn_to(session, page);
}

fn begun(path: &Path) -> Session {
    let mut session = Session::open(path);
    session.come_in();
    session.family().expect_family();
    assert!(
        session.is_behind_curtain,
        "Part 2 goes on: nothing else opens"
    );
    session
}

#[test]
fn every_key_of_a_family_session_to_the_end_of_the_meeting_shows_no_mark() {
    let (_folder, path, _) = marked();
    let mut session = begun(&path);
    let pages = session.family().expect_family().pages();
    assert!(pages.len() >= 4, "{pages:?}");
    for (at, page) in pages.iter().enumerate() {
        press_every_key(&mut session, at, Over::Nothing);
        press_every_key(&mut session, at, Over::Help);
        if *page == FamilyPage::Plan {
            press_every_key(&mut session, at, Over::PlanForm('g'));
            press_every_key(&mut session, at, Over::PlanForm('a'));
        }
    }
    press_every_key(&mut session, 0, Over::Passphrase);
    // A wrong passphrase, told of in front of everybody.
    turn_to(&mut session, 0);
    session.key(Key::plain(KeyCode::Esc));
    session.type_in("not this");
    session.key(Key::plain(KeyCode::Enter));
    session.family().expect_family();
    // A plan to agree to, and the end: asked, answered no, asked again, answered yes.
    let last = pages.len() - 1;
    turn_to(&mut session, last - 1);
    session.type_in("gback to football");
    session.key(Key::ctrl('s'));
    session.type_in("aask the coach");
    for text in ["Lowri", "11/12"] {
        session.key(Key::plain(KeyCode::Tab));
        session.type_in(text);
    }
    session.key(Key::ctrl('s'));
    for answer in [KeyCode::Esc, KeyCode::Enter] {
        turn_to(&mut session, last);
        session.key(Key::ctrl('s'));
        let asked = session.model.dialogs.last();
        assert!(
            matches!(asked, Some(Dialog::Confirm(Confirm::FinishMeeting))),
            "{}",
            session.shown()
        );
        session.key(Key::plain(answer));
    }
    assert_eq!(
        session.family().expect_family().pages(),
        [FamilyPage::Thanks],
        "{}",
        session.shown()
    );
    press_every_key(&mut session, 0, Over::Nothing);
    press_every_key(&mut session, 0, Over::Help);
    assert!(session.has_seen_family_words, "nothing was seen at all");
    assert!(session.leaks.is_empty(), "{}", session.leaks[0]);
    assert!(!format!("{:?}", session.model).contains(MARK));
}

fn random_input(dice: &mut ChaCha8Rng) -> Input {
    const SIZES: [(u16, u16); 5] = [(100, 30), (80, 24), (120, 40), (40, 12), (20, 5)];
    let key = match dice.random_range(0..100) {
        0..47 => Key::plain(NAMED[dice.random_range(0..NAMED.len())]),
        47..50 => Key::plain(KeyCode::F(dice.random_range(1..=12))),
        50..86 => Key::plain(KeyCode::Char(dice.random_range(' '..='~'))),
        86..96 => Key::ctrl(dice.random_range('a'..='z')),
        96 => {
            let (cols, rows) = SIZES[dice.random_range(0..SIZES.len())];
            return Input::Resized { cols, rows };
        }
        97 => return Input::Paste("wedi'i ludo\u{1b}[2J :NPT".to_owned()),
        98 => {
            let (col, row) = (dice.random_range(0..100), dice.random_range(0..30));
            return Input::Click { col, row };
        }
        _ => {
            let (col, row) = (dice.random_range(0..100), dice.random_range(0..30));
            return Input::ScrollDown { col, row };
        }
    };
    Input::Key(key)
}

/// A family session from the unlocking to the last of the keys. Answers what leaked.
fn leaks_of(path: &Path, random_keys: usize) -> Vec<String> {
    let mut session = begun(path);
    let pages = session.family().expect_family().pages().len();
    for at in 0..pages {
        turn_to(&mut session, at);
    }
    let mut dice = ChaCha8Rng::seed_from_u64(20_000);
    for _ in 0..random_keys {
        let mut input = random_input(&mut dice);
        // A yes to leaving ends the program: what comes after that is tried in a real terminal.
        if input == Input::Key(Key::plain(KeyCode::Enter)) && is_asked_to_leave(&session) {
            input = Input::Key(Key::plain(KeyCode::Esc));
        }
        session.put_in(input.clone());
        assert!(!session.has_quit);
        if session.model.actor.is_none() {
            session.come_in();
        }
        assert!(
            session.family().is_some(),
            "{input:?} led out of the family's session"
        );
    }
    assert!(
        session.has_seen_family_words,
        "the family saw what was shared"
    );
    session.leaks
}

#[test]
fn random_keys_of_a_family_session_show_no_mark() {
    let (_folder, path, _) = marked();
    let leaks = leaks_of(&path, RANDOM_KEYS);
    assert!(leaks.is_empty(), "{}", leaks[0]);
}

/// Slips behind casework's back: each is what a fault in one query or one column would do.
#[test]
fn barrier_broken_on_purpose_is_found() {
    let released_by_nobody = "INSERT INTO release (item_id, family_words, released_by, released_at)
         SELECT i.id, i.words, 1, '2026-11-23T10:00:00Z' FROM meeting_item i
         WHERE i.meeting_id = ?1 AND NOT EXISTS (SELECT 1 FROM release r
             WHERE r.item_id = i.id AND r.taken_back_at IS NULL)";
    let taken_for_the_family_s = "UPDATE plan_action SET against_harm = 0 WHERE plan_id IN
         (SELECT id FROM plan WHERE meeting_id = ?1 OR case_id =
             (SELECT case_id FROM meeting WHERE id = ?1))";
    for (slip, column) in [
        (released_by_nobody, "meeting_item.words"),
        (taken_for_the_family_s, "a marked word"),
    ] {
        let (_folder, path, meeting) = marked();
        let store = opened(&path);
        let changed = store.connection().execute(slip, [meeting.0]).unwrap();
        assert!(changed > 0);
        drop(store);
        let leaks = leaks_of(&path, 0);
        let found = leaks.iter().any(|leak| leak.starts_with(column));
        assert!(found, "the search sees nothing of {column}");
    }
}

#[test]
fn part_1_before_the_curtain_does_show_the_mark() {
    let (_folder, path) = demo();
    let mut store = opened(&path);
    let meeting = meeting_in_part1(&mut store);
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
    let before = session.shown();
    assert!(before.contains(MARK), "{before}");
    // Through the curtain with the very keys: from here on nothing of it is sent or held.
    session.key(Key::ctrl('t'));
    session.key(Key::plain(KeyCode::Enter));
    session.family().expect_family();
    session.key(Key::plain(KeyCode::F(3)));
    assert_eq!(session.leaks, Vec::<String>::new());
    assert!(!format!("{:?}", session.model).contains(MARK));
}
