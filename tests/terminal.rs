//! The terminal is taken whole and given back whole, seen from the other side of a real one.
//!
//! A stand-in for the app runs in a pseudo-terminal: this very test program, asked by an
//! environment variable. `cat` proves the harness itself.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]
#![expect(clippy::panic, reason = "one test is about a panic")]
#![expect(clippy::expect_used, reason = "a test stops at the first fault")]

use std::sync::mpsc;

use diogel::app::input::{Input, Key, KeyCode};
use diogel::runtime::input::{self, FromTerminal};
use diogel::runtime::signals::{self, SystemSignal};
use diogel::runtime::terminal::{self, Colours, Mouse, Screen, TerminalError};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use rustix::process::Signal;

#[path = "support/pty.rs"]
mod pty;

use pty::{Pty, PtyProgram, keys};

const STAND_IN: &str = "DIOGEL_STAND_IN";

#[derive(Debug)]
enum Event {
    Terminal(FromTerminal),
    Signal(SystemSignal),
}

/// Not a test: what runs in the pseudo-terminal. Started without its variable, it does nothing.
#[test]
fn stand_in() {
    let Ok(colours) = std::env::var(STAND_IN) else {
        return;
    };
    let colours = match colours.as_str() {
        "plain" => Colours::Never,
        _ => Colours::Sent,
    };
    terminal::give_back_on_panic("stopped by a fault of its own".to_owned());
    std::process::exit(match run_stand_in(colours) {
        Ok(()) => 0,
        Err(fault) => i32::from(fault.exit_code()),
    });
}

fn run_stand_in(colours: Colours) -> Result<(), TerminalError> {
    let mut screen = Screen::enter(colours, Mouse::Off)?;
    let (sender, events) = mpsc::channel();
    let typed = sender.clone();
    input::start(move |event| typed.send(Event::Terminal(event)).is_ok())?;
    signals::start(move |signal| sender.send(Event::Signal(signal)).is_ok())?;

    let mut last = "nothing".to_owned();
    loop {
        screen.draw(|frame| {
            let size = frame.area();
            let lines = vec![
                Line::styled("selected row", Style::new().red().reversed()),
                Line::raw(format!("last: {last}")),
                Line::raw(format!("size: {}x{}", size.width, size.height)),
            ];
            frame.render_widget(Paragraph::new(lines), size);
        })?;
        match events.recv().expect("the threads live as long as this") {
            Event::Terminal(FromTerminal::Gone)
            | Event::Signal(SystemSignal::Terminate | SystemSignal::HangUp) => return Ok(()),
            Event::Terminal(FromTerminal::Input(Input::Paste(text))) => {
                last = format!("paste {text:?}");
            }
            Event::Terminal(FromTerminal::Input(Input::Key(key))) => match key {
                Key {
                    code: KeyCode::Char('z'),
                    ctrl: true,
                    ..
                } => screen.suspend()?,
                Key {
                    code: KeyCode::Char('q'),
                    ..
                } => return Ok(()),
                Key {
                    code: KeyCode::Char('p'),
                    ..
                } => panic!("Siân Llewellyn"),
                key => last = format!("{:?}", key.code),
            },
            Event::Signal(_) | Event::Terminal(FromTerminal::Input(_)) => {}
        }
    }
}

fn stand_in_program(colours: &str) -> PtyProgram {
    PtyProgram::new(std::env::current_exe().unwrap())
        .args(["stand_in", "--exact", "--nocapture", "--test-threads=1"])
        .env(STAND_IN, colours)
}

fn started(colours: &str) -> Pty {
    let program = stand_in_program(colours).start();
    program.wait_for_text("last: nothing");
    program
}

#[track_caller]
fn assert_given_back(program: &Pty) {
    program.wait_for("the screen to be given back", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
    assert!(program.is_line_mode(), "the terminal is still raw");
}

#[test]
fn harness_cat_echoes_what_is_typed_and_ends_with_its_line() {
    let mut cat = PtyProgram::new("cat").size(30, 5).start();
    cat.send("Siân ŵ\r");
    cat.wait_for("the line twice", |screen| {
        screen.contents().matches("Siân ŵ").count() == 2
    });
    assert!(cat.is_line_mode());
    assert_eq!(cat.cell(0, 2).text, "â");
    assert!(cat.reversed_rows().is_empty());
    cat.hang_up();
    // By the signal or at the end of its input, whichever it hears of first.
    cat.wait_for_exit();
}

#[test]
fn terminal_taken_is_raw_with_a_screen_of_its_own() {
    let program = started("colours");
    assert!(!program.is_line_mode());
    program.look(|screen| {
        assert!(screen.alternate_screen());
        assert!(screen.hide_cursor());
        assert!(screen.bracketed_paste());
    });
    assert!(program.cell(0, 0).reverse);
    assert!(program.cell(0, 0).coloured);
}

#[test]
fn keys_and_pastes_arrive_as_they_were_meant() {
    let mut program = started("colours");
    program.send("ŷ");
    program.wait_for_text("last: Char('ŷ')");
    program.send(keys::ESC);
    program.wait_for_text("last: Esc");
    program.send(keys::PAGE_DOWN);
    program.wait_for_text("last: PageDown");
    program.paste("one\rq");
    program.wait_for_text(r#"last: paste "one\nq""#);
}

#[test]
fn resized_terminal_is_drawn_in_its_new_size() {
    let program = started("colours");
    program.resize(40, 12);
    program.wait_for_text("size: 40x12");
}

#[test]
fn no_colours_selection_is_reversed_and_no_colour_is_sent() {
    let mut program = started("plain");
    assert!(program.cell(0, 0).reverse);
    assert!(!program.cell(0, 0).coloured);
    assert_eq!(program.reversed_rows(), [0]);
    program.send("q");
    program.wait_for_exit();
    let colours = colour_codes(&program.bytes());
    assert!(colours.is_empty(), "{colours:?} were sent");
}

/// The codes of every `ESC [ … m` that are neither a reset nor an attribute.
fn colour_codes(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes)
        .split("\x1b[")
        .skip(1)
        .filter_map(|order| {
            let end = order.find(|letter: char| letter.is_ascii_alphabetic())?;
            let (codes, rest) = order.split_at(end);
            rest.starts_with('m').then(|| codes.to_owned())
        })
        .flat_map(|codes| codes.split(';').map(str::to_owned).collect::<Vec<_>>())
        .filter(|code| code.parse::<u16>().unwrap_or(0) >= 30)
        .collect()
}

#[test]
fn terminal_is_given_back_after_the_end() {
    let mut program = started("colours");
    program.send("q");
    assert!(program.wait_for_exit().success());
    assert_given_back(&program);
}

#[test]
fn terminal_is_given_back_after_a_panic_which_tells_no_data() {
    let mut program = started("colours");
    program.send("p");
    assert!(!program.wait_for_exit().success());
    assert_given_back(&program);
    program.wait_for_text("diogel: stopped by a fault of its own (");
    let sent = String::from_utf8_lossy(&program.bytes()).into_owned();
    assert!(!sent.contains("Llewellyn"), "{sent}");
}

#[test]
fn terminal_is_given_back_after_being_told_to_end() {
    let mut program = started("colours");
    program.signal(Signal::TERM);
    program.wait_for_exit();
    assert_given_back(&program);
}

#[test]
fn lost_line_ends_the_program() {
    let mut program = started("colours");
    program.hang_up();
    program.wait_for_exit();
}

#[test]
fn suspended_program_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let mut shell = PtyProgram::new("sh")
        .args(["-i"])
        .env("PS1", "ready> ")
        .start();
    shell.wait_for_text("ready> ");
    let program = std::env::current_exe().unwrap();
    shell.send(&format!(
        "{STAND_IN}=colours {} stand_in --exact --nocapture --test-threads=1\r",
        program.display()
    ));
    shell.wait_for_text("last: nothing");
    shell.send("x");
    shell.wait_for_text("last: Char('x')");
    shell.send(keys::CTRL_Z);
    shell.wait_for("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().contains("Stopped")
    });
    shell.send("echo st''ill there\r");
    shell.wait_for_text("still there");
    shell.send("fg\r");
    shell.wait_for("the program", vt100::Screen::alternate_screen);
    shell.wait_for_text("last: Char('x')");
    assert!(shell.cell(0, 0).reverse);
    shell.send("q");
    shell.wait_for("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn without_a_terminal_the_screen_is_refused_with_exit_code_2() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["stand_in", "--exact", "--nocapture"])
        .env(STAND_IN, "colours")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        !output.stdout.contains(&0x1b),
        "escapes were sent to a file"
    );
}
