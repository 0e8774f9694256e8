//! The input thread: waits for the terminal, decodes its bytes, and hands them over as values.
//!
//! The bytes are read and decoded here, without crossterm's event source: it reads again and again
//! from a line that has dropped (crossterm#793), and waits inside a half-received character.
//! What a key means is in `app::keymap`.

mod decoder;

use std::io;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

pub use self::decoder::Decoder;
use crate::app::input::Input;

/// How long a lone Esc, or a character received by half, waits for the rest.
const PATIENCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// What comes from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FromTerminal {
    Input(Input),
    /// The line is gone: end of file, hang-up or an error. Nothing more will come.
    Gone,
}

/// Starts the thread that hands over what is typed, until the line is gone or `deliver` answers
/// `false`. The terminal must be in raw mode already.
///
/// # Errors
/// When the system refuses the thread.
pub fn start(mut deliver: impl FnMut(FromTerminal) -> bool + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            let mut decoder = Decoder::default();
            let mut bytes = [0_u8; 4096];
            loop {
                let inputs = match next_bytes(&mut bytes, decoder.is_waiting()) {
                    Heard::Bytes(count) => decoder.feed(bytes.get(..count).unwrap_or_default()),
                    Heard::Silence => decoder.flush(),
                    Heard::Gone => {
                        deliver(FromTerminal::Gone);
                        return;
                    }
                };
                for input in inputs {
                    if !deliver(FromTerminal::Input(input)) {
                        return;
                    }
                }
            }
        })?;
    Ok(())
}

enum Heard {
    Bytes(usize),
    /// Nothing more came within the patience.
    Silence,
    Gone,
}

/// Waits for bytes; with `impatient` only as long as a half-received sequence may take.
fn next_bytes(bytes: &mut [u8], impatient: bool) -> Heard {
    loop {
        let terminal = rustix::stdio::stdin();
        let mut watched = [PollFd::from_borrowed_fd(terminal, PollFlags::IN)];
        match poll(&mut watched, impatient.then_some(&PATIENCE)) {
            Ok(0) => return Heard::Silence,
            Ok(_) => {}
            Err(Errno::INTR | Errno::AGAIN) => continue,
            Err(_) => return Heard::Gone,
        }
        let [seen] = watched;
        let seen = seen.revents();
        if !seen.contains(PollFlags::IN) && !seen.is_empty() {
            return Heard::Gone;
        }
        match rustix::io::read(terminal, &mut *bytes) {
            Ok(0) => return Heard::Gone,
            Ok(count) => return Heard::Bytes(count),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return Heard::Gone,
        }
    }
}
