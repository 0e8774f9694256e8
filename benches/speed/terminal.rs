//! A program in a pseudo-terminal, with the moment at which each piece of output came.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::{COLS, ROWS};

/// After so long without a byte a frame is taken to be whole.
const QUIET: Duration = Duration::from_millis(12);
const PATIENCE: Duration = Duration::from_secs(120);

struct Seen {
    parser: vt100::Parser,
    bytes: usize,
    last: Instant,
    is_over: bool,
}

/// A running program and its screen.
pub struct Terminal {
    writer: Box<dyn Write + Send>,
    _master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

/// What one key brought about.
#[derive(Debug, Clone, Copy)]
pub struct Answered {
    /// From the key to the last byte of the frame.
    pub after: Duration,
    pub bytes: usize,
}

impl Terminal {
    pub fn start(program: &str, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: ROWS,
            cols: COLS,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", std::env::temp_dir());
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen = Arc::new((
            Mutex::new(Seen {
                parser: vt100::Parser::new(ROWS, COLS, 0),
                bytes: 0,
                last: started,
                is_over: false,
            }),
            Condvar::new(),
        ));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut piece = vec![0; 65536];
            loop {
                let count = reader.read(&mut piece).unwrap_or(0);
                let at = Instant::now();
                let (seen, changed) = &*shared;
                let mut seen = seen.lock().unwrap();
                if count == 0 {
                    seen.is_over = true;
                    changed.notify_all();
                    return;
                }
                seen.bytes += count;
                seen.last = at;
                seen.parser.process(&piece[..count]);
                changed.notify_all();
            }
        });
        Self {
            writer: pair.master.take_writer().unwrap(),
            _master: pair.master,
            child,
            seen,
        }
    }

    pub fn diogel(store: &Path, user: &str) -> Self {
        let arguments = ["--store", store.to_str().unwrap(), "--user", user];
        Self::start(env!("CARGO_BIN_EXE_diogel"), &arguments)
    }

    pub fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits for the screen to be as wanted, and answers when that byte came.
    pub fn wait(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> Instant {
        let (seen, changed) = &*self.seen;
        let deadline = Instant::now() + PATIENCE;
        let mut seen = seen.lock().unwrap();
        loop {
            if wanted(seen.parser.screen()) {
                return seen.last;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !seen.is_over,
                "waited in vain for {what}:\n{}",
                seen.parser.screen().contents()
            );
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Until nothing comes any more.
    pub fn settle(&self) {
        loop {
            let last = self.seen.0.lock().unwrap().last;
            let quiet = last.elapsed();
            if quiet >= QUIET * 4 {
                return;
            }
            thread::sleep((QUIET * 4).saturating_sub(quiet));
        }
    }

    /// Types a key and waits for the frame that it brings.
    pub fn key(&mut self, keys: &str) -> Answered {
        let before = self.bytes();
        let typed = Instant::now();
        self.send(keys);
        let (seen, changed) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        loop {
            if seen.bytes > before && seen.last.elapsed() >= QUIET {
                return Answered {
                    after: seen.last.duration_since(typed),
                    bytes: seen.bytes - before,
                };
            }
            assert!(typed.elapsed() < PATIENCE, "a key brought nothing");
            // A key that changes nothing draws nothing, and that is an answer too.
            if seen.bytes == before && typed.elapsed() > Duration::from_millis(400) {
                return Answered {
                    after: Duration::ZERO,
                    bytes: 0,
                };
            }
            seen = changed.wait_timeout(seen, QUIET / 4).unwrap().0;
        }
    }

    pub fn bytes(&self) -> usize {
        self.seen.0.lock().unwrap().bytes
    }

    /// Time on the processor so far, and resident memory in KiB.
    pub fn usage(&self) -> (Duration, u64) {
        let id = self.child.process_id().unwrap();
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let resident = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|line| line.split_whitespace().next())
            .map_or(0, |kib| kib.parse().unwrap());
        (Duration::from_millis(ticks * 10), resident)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
