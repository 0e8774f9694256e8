//! Takes the terminal step by step, and undoes each step by itself: whatever fails, the rest is
//! still given back. Safe to ask twice, from any thread, and from inside a panic.
//!
//! Nothing here knows what is drawn, and nothing of a panic's message is printed: it may be data.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{panic, thread};

use rustix::io::Errno;
use rustix::process::Signal;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::Mouse;

/// The steps that were taken and are not yet undone.
struct Taken {
    /// The terminal's settings as they were before raw mode.
    settings: Option<Termios>,
    screen: bool,
}

static TAKEN: Mutex<Taken> = Mutex::new(Taken {
    settings: None,
    screen: false,
});

/// Title kept and made neutral, alternate screen, bracketed paste, no cursor.
const ENTER: &[u8] =
    b"\x1b[22;0t\x1b]0;Diogel\x07\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[m\x1b[2J\x1b[H";

/// Each undone by itself: a terminal that does not know one step still gets the others.
const LEAVE: &[&[u8]] = &[
    b"\x1b[?2026l",
    b"\x1b[m",
    b"\x1b[?1006l\x1b[?1000l",
    b"\x1b[?2004l",
    b"\x1b[?25h",
    b"\x1b[?1049l",
    b"\x1b[23;0t",
];

/// Where there is no shell to stop for, the system ignores the stop; then no SIGCONT comes.
const LONGEST_WAIT_FOR_THE_STOP: Duration = Duration::from_millis(500);

pub(super) fn is_terminal() -> bool {
    rustix::termios::isatty(rustix::stdio::stdin())
        && rustix::termios::isatty(rustix::stdio::stdout())
}

/// Whether the screen is the app's just now.
pub(super) fn is_taken() -> bool {
    taken().screen
}

/// Takes the terminal. What was taken before a failure is given back.
pub(super) fn enter(mouse: Mouse) -> io::Result<()> {
    let taken = take_steps(mouse);
    if taken.is_err() {
        restore();
    }
    taken
}

fn take_steps(mouse: Mouse) -> io::Result<()> {
    let mut taken = taken();
    if taken.settings.is_none() {
        let before = tcgetattr(rustix::stdio::stdin())?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &raw)?;
        taken.settings = Some(before);
    }
    taken.screen = true;
    write_all(ENTER)?;
    drop(taken);
    set_mouse(mouse)
}

pub(super) fn set_mouse(mouse: Mouse) -> io::Result<()> {
    match mouse {
        Mouse::On => write_all(b"\x1b[?1000h\x1b[?1006h"),
        Mouse::Off => write_all(b"\x1b[?1006l\x1b[?1000l"),
    }
}

/// Gives the terminal back as it was; does nothing where it was not taken.
pub fn restore() {
    let mut taken = taken();
    if std::mem::take(&mut taken.screen) {
        for step in LEAVE {
            // The line may be gone; the other steps are tried all the same.
            let _ = write_all(step);
        }
    }
    if let Some(settings) = taken.settings.take() {
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings);
    }
}

/// From now on a panic gives the terminal back first, then says `message` and the place in the
/// source. Its own message is not printed: it may hold a young person's name.
pub fn give_back_on_panic(message: String) {
    panic::set_hook(Box::new(move |fault| {
        restore();
        let place = fault
            .location()
            .map(|place| format!(" ({}:{})", place.file(), place.line()))
            .unwrap_or_default();
        let line = format!("diogel: {message}{place}\n");
        let _ = write_to(rustix::stdio::stderr(), line.as_bytes());
    }));
}

/// Stops the whole job, as the terminal itself does for Ctrl-Z, and returns when it goes on.
pub(super) fn stop_until_continued() -> io::Result<()> {
    let continued = Arc::new(AtomicBool::new(false));
    let watch = signal_hook::flag::register(signal_hook::consts::SIGCONT, Arc::clone(&continued))?;
    // To the group, so that a program which started this one (a script, cargo) stops as well.
    let stopped = rustix::process::kill_current_process_group(Signal::TSTP);
    let asked = Instant::now();
    while stopped.is_ok()
        && !continued.load(Ordering::Acquire)
        && asked.elapsed() < LONGEST_WAIT_FOR_THE_STOP
    {
        thread::sleep(Duration::from_millis(5));
    }
    signal_hook::low_level::unregister(watch);
    Ok(stopped?)
}

/// Writes all of it to the terminal, past any buffer.
pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    write_to(rustix::stdio::stdout(), bytes)
}

fn write_to(terminal: rustix::fd::BorrowedFd<'_>, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(terminal, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => wait_for_room(terminal)?,
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(())
}

/// Somebody made the terminal non-blocking, and it is slow: wait, but never spin.
fn wait_for_room(terminal: rustix::fd::BorrowedFd<'_>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let mut watched = [PollFd::from_borrowed_fd(terminal, PollFlags::OUT)];
    match poll(&mut watched, None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(fault) => Err(fault.into()),
    }
}

/// A panic while it was held leaves it as true as it was: every step is noted when it is taken.
fn taken() -> MutexGuard<'static, Taken> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}
