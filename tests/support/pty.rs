//! A program in a real pseudo-terminal, for the few tests that prove the wiring.
//!
//! Nothing here is timed: a test waits for what it wants to see, and fails with the picture of the
//! screen when it does not come. Use with `#[path = "support/pty.rs"] mod pty;`.

#![expect(
    dead_code,
    reason = "each test program includes this file and uses a part of it"
)]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize};
use rustix::process::{Pid, Signal};
use rustix::termios::LocalModes;

/// How long anything may take before a test gives up. Long, for a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// Milliseconds to let pass before each look at the screen. A test that waits for a picture which the
/// program leaves by itself passes on a quick machine and fails on a busy one; with this it always
/// fails.
const LOOK_LATE: &str = "DIOGEL_LOOK_LATE";

/// Keys as a terminal sends them.
pub mod keys {
    pub const ENTER: &str = "\r";
    pub const TAB: &str = "\t";
    pub const SHIFT_TAB: &str = "\x1b[Z";
    pub const ESC: &str = "\x1b";
    pub const BACKSPACE: &str = "\x7f";
    pub const DELETE: &str = "\x1b[3~";
    pub const UP: &str = "\x1b[A";
    pub const DOWN: &str = "\x1b[B";
    pub const RIGHT: &str = "\x1b[C";
    pub const LEFT: &str = "\x1b[D";
    pub const HOME: &str = "\x1b[H";
    pub const END: &str = "\x1b[F";
    pub const PAGE_UP: &str = "\x1b[5~";
    pub const PAGE_DOWN: &str = "\x1b[6~";
    pub const F2: &str = "\x1bOQ";
    pub const CTRL_C: &str = "\x03";
    pub const CTRL_R: &str = "\x12";
    pub const CTRL_S: &str = "\x13";
    pub const CTRL_Z: &str = "\x1a";
}

/// What to run, and in which terminal. The environment is empty but for what is set here.
pub struct PtyProgram {
    command: CommandBuilder,
    cols: u16,
    rows: u16,
}

impl PtyProgram {
    /// A program in a terminal of 80×24 with colours and UTF-8.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        if let Some(drill) = std::env::var_os("DIOGEL_DRILL") {
            command.env("DIOGEL_DRILL", drill);
        }
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        Self {
            command,
            cols: 80,
            rows: 24,
        }
    }

    /// The program under test.
    pub fn diogel() -> Self {
        Self::new(env!("CARGO_BIN_EXE_diogel"))
    }

    #[must_use]
    pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, arguments: I) -> Self {
        self.command.args(arguments);
        self
    }

    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    #[must_use]
    pub fn size(mut self, cols: u16, rows: u16) -> Self {
        (self.cols, self.rows) = (cols, rows);
        self
    }

    pub fn start(self) -> Pty {
        let size = PtySize {
            rows: self.rows,
            cols: self.cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = portable_pty::native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(self.command).unwrap();
        drop(pair.slave);
        let shared = Arc::new(Shared {
            seen: Mutex::new(Seen {
                parser: vt100::Parser::new(self.rows, self.cols, 1000),
                bytes: Vec::new(),
                over: false,
                hang_up: false,
            }),
            changed: Condvar::new(),
        });
        let reader = pair.master.try_clone_reader().unwrap();
        let thread = std::thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.read_all(reader)
        });
        Pty {
            writer: Some(pair.master.take_writer().unwrap()),
            slave_path: pair.master.tty_name().unwrap(),
            master: Some(pair.master),
            child,
            shared,
            thread: Some(thread),
        }
    }
}

/// What has come out of the terminal so far.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    over: bool,
    hang_up: bool,
}

struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
}

impl Shared {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }

    fn read_all(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 8192];
        loop {
            let count = reader.read(&mut bytes).unwrap_or(0);
            let mut seen = self.seen();
            if count == 0 || seen.hang_up {
                seen.over = true;
                self.changed.notify_all();
                return;
            }
            seen.bytes.extend_from_slice(&bytes[..count]);
            seen.parser.process(&bytes[..count]);
            self.changed.notify_all();
        }
    }
}

/// How one cell looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellLook {
    pub text: String,
    pub reverse: bool,
    pub bold: bool,
    pub underline: bool,
    /// Whether the cell has a colour of its own, in front or behind.
    pub coloured: bool,
}

/// A running program and its terminal. Dropping it ends the program.
pub struct Pty {
    writer: Option<Box<dyn Write + Send>>,
    slave_path: PathBuf,
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Pty {
    /// Types this.
    #[track_caller]
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the line was dropped");
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Pastes this as a terminal with bracketed paste does.
    #[track_caller]
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        if let Some(late) = std::env::var(LOOK_LATE).ok().and_then(|ms| ms.parse().ok()) {
            std::thread::sleep(Duration::from_millis(late));
        }
        let mut seen = self.shared.seen();
        while !wanted(seen.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !seen.over,
                "waited in vain for {what}; the screen was:\n{}",
                framed(seen.parser.screen())
            );
            seen = self.shared.changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until this text is somewhere on the screen.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(&format!("{text:?}"), |screen| {
            screen.contents().contains(text)
        });
    }

    /// Waits until this text is nowhere on the screen.
    #[track_caller]
    pub fn wait_until_gone(&self, text: &str) {
        self.wait_for(&format!("{text:?} to go"), |screen| {
            !screen.contents().contains(text)
        });
    }

    /// The screen as text, without spaces at the ends of lines.
    pub fn screen_text(&self) -> String {
        self.look(vt100::Screen::contents)
    }

    /// Looks at the screen as it is now.
    pub fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.shared.seen().parser.screen())
    }

    /// One cell, counted from 0.
    #[track_caller]
    pub fn cell(&self, row: u16, col: u16) -> CellLook {
        self.look(|screen| {
            let cell = screen.cell(row, col).expect("the cell is on the screen");
            CellLook {
                text: cell.contents().to_owned(),
                reverse: cell.inverse(),
                bold: cell.bold(),
                underline: cell.underline(),
                coloured: cell.fgcolor() != vt100::Color::Default
                    || cell.bgcolor() != vt100::Color::Default,
            }
        })
    }

    /// Numbers of the rows, from 0, with a reversed cell.
    pub fn reversed_rows(&self) -> Vec<u16> {
        self.look(|screen| {
            let (rows, cols) = screen.size();
            let reversed =
                |row| (0..cols).any(|col| screen.cell(row, col).is_some_and(vt100::Cell::inverse));
            (0..rows).filter(|row| reversed(*row)).collect()
        })
    }

    /// Every byte the program has sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.shared.seen().bytes.clone()
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.shared.seen().parser.screen_mut().set_size(rows, cols);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    pub fn pid(&self) -> Pid {
        let id = self.child.process_id().unwrap();
        Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
    }

    /// Waits for the end of the program.
    #[track_caller]
    pub fn wait_for_exit(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(
                Instant::now() < deadline,
                "the program does not end; the screen was:\n{}",
                self.look(framed)
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the terminal waits for whole lines and shows what is typed, as a shell needs it.
    pub fn is_line_mode(&self) -> bool {
        let slave = self.open_slave();
        let modes = rustix::termios::tcgetattr(&slave).unwrap().local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Ends the program without asking.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Drops the line, as a lost SSH connection does: the kernel hangs the terminal up.
    pub fn hang_up(&mut self) {
        self.shared.seen().hang_up = true;
        // A byte from the other side wakes the reading thread, which then lets go of the line.
        self.open_slave().write_all(b".").unwrap();
        self.thread.take().unwrap().join().unwrap();
        self.writer = None;
        self.master = None;
    }

    fn open_slave(&self) -> File {
        File::options()
            .read(true)
            .write(true)
            .open(&self.slave_path)
            .unwrap()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The screen with its edges, for the message of a failed test.
fn framed(screen: &vt100::Screen) -> String {
    let (_, cols) = screen.size();
    let mut picture = String::new();
    for row in screen.rows(0, cols) {
        let _ = writeln!(picture, "│{row}");
    }
    picture
}
