//! The barrier on the real line: the program itself in a pseudo-terminal, over a store with a marked
//! word in every column of professionals, in the midst of Part 2. Every byte that it sends is
//! searched (titles, clipboard, messages of errors among them) and every file that it leaves.
//! And a panic while all of Part 1 is in memory, with its words in the panic's own message.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and one is about a panic"
)]

use std::path::Path;
use std::process::Command;

use diogel::app::input::{Key, KeyCode};
use diogel::app::screen::Screen;
use diogel::runtime::terminal;

#[path = "support/in_part1.rs"]
mod in_part1;
#[path = "support/marked.rs"]
mod marked;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/session.rs"]
mod session;
#[path = "support/stores.rs"]
mod stores;

use marked::{MARK, demo, leak_in, marked, meeting_in_part1, opened};
use pty::{PtyProgram, keys};
use session::Session;

const PANICS: &str = "DIOGEL_PANICS_IN";

/// What is searched byte by byte is searched as text as well.
fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every command to the operating system that was sent: titles, clipboards, links.
fn commands_to_the_system(sent: &str) -> Vec<&str> {
    let ends = |text: &str| text.find(['\x07', '\x1b']).unwrap_or(text.len());
    sent.split("\x1b]")
        .skip(1)
        .map(|text| &text[..ends(text)])
        .collect()
}

fn search_files(folder: &Path, found: &mut usize) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_str().unwrap().to_owned();
        assert_eq!(leak_in(&name), None, "{name}");
        if path.is_dir() {
            search_files(&path, found);
        } else {
            *found += 1;
            let content = text_of(&std::fs::read(&path).unwrap());
            assert!(!content.contains(MARK), "{name}");
        }
    }
}

#[test]
fn real_terminal_in_part_2_gets_no_mark_and_no_file_holds_one() {
    let (folder, path, _) = marked();
    let home = folder.path().join("home");
    std::fs::create_dir(&home).unwrap();
    let mut app = PtyProgram::diogel()
        .args(["--user", "chair", "--store"])
        .args([&path])
        .env("DIOGEL_CLOCK", "2026-11-23T10:42:00Z")
        .env("HOME", &home)
        .env("TMPDIR", &home)
        .env("XDG_DATA_HOME", &home)
        .env("XDG_STATE_HOME", &home)
        .env("XDG_CACHE_HOME", &home)
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .start();
    app.wait_for_text("fictional");
    app.send("demo\r");
    app.wait_for_text("Welcome");
    app.wait_for_text(marked::FOR_FAMILY);
    for key in [
        keys::PAGE_DOWN,
        "\x0e",
        "\x1bOR",
        "\x1bOR",
        keys::F2,
        ":",
        "/",
        "2",
        "3",
        "\x14",
        "\x06",
        "?",
        keys::ESC,
        keys::PAGE_DOWN,
        keys::PAGE_DOWN,
        keys::DOWN,
        keys::PAGE_UP,
        "\x1b[<0;3;1M",
        keys::UP,
    ] {
        app.send(key);
    }
    app.resize(120, 40);
    app.send("\x0c");
    app.wait_for_text("Passphrase");
    app.send("demo\r");
    app.wait_until_gone("Passphrase");
    app.resize(80, 24);
    app.send(keys::CTRL_C);
    app.wait_for_text("Leave");
    app.send(keys::ENTER);
    app.wait_for_exit();
    let sent = text_of(&app.bytes());
    assert_eq!(leak_in(&sent), None, "{sent:?}");
    let commands = commands_to_the_system(&sent);
    assert!(!commands.is_empty(), "the title is made neutral");
    assert!(
        commands.iter().all(|command| *command == "0;Diogel"),
        "{commands:?}"
    );
    let mut files = 0;
    search_files(folder.path(), &mut files);
    assert!(files > 1);
}

/// Not a test: what panics, with Part 1 in its model and its words in the message. Started without
/// its variable, it does nothing.
#[test]
fn stand_in_that_panics() {
    let Ok(path) = std::env::var(PANICS) else {
        return;
    };
    terminal::give_back_on_panic("stopped by a fault of its own".to_owned());
    let ended = std::panic::catch_unwind(|| {
        let mut session = Session::open(Path::new(&path));
        session.come_in();
        session.key(Key::plain(KeyCode::Char('3')));
        for _ in 0..200 {
            session.key(Key::plain(KeyCode::Char('r')));
            assert!(session.family().is_none());
            if let Some(Screen::Runner(runner)) = session.model.screen()
                && let Some(part1) = &runner.part1
                && let Some(item) = part1.items.first()
            {
                panic!("{}: {:?}", item.words.for_professionals(), session.model);
            }
            session.key(Key::plain(KeyCode::Esc));
            session.key(Key::plain(KeyCode::Down));
        }
    });
    std::process::exit(if ended.is_err() { 101 } else { 0 });
}

#[test]
fn panic_while_part_1_is_in_memory_says_nothing_of_it() {
    let (_folder, path) = demo();
    let mut store = opened(&path);
    meeting_in_part1(&mut store);
    store
        .connection()
        .execute("UPDATE meeting_item SET words = ?1", [MARK])
        .unwrap();
    drop(store);
    let ended = Command::new(std::env::current_exe().unwrap())
        .args(["stand_in_that_panics", "--exact", "--nocapture"])
        .env(PANICS, &path)
        .env("RUST_BACKTRACE", "full")
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(101), "it panicked: {ended:?}");
    let said = text_of(&[ended.stdout, ended.stderr].concat());
    assert!(said.contains("stopped by a fault of its own ("), "{said}");
    assert_eq!(leak_in(&said), None, "{said}");
    assert!(!said.contains("NPT-"), "{said}");
}
