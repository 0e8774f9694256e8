//! The curtain inside a real tmux, which keeps a history of its own: after it, nothing of Part 1 can
//! be scrolled back to, whether tmux gives programs a screen of their own or not.
//!
//! Without tmux on this machine there is nothing to be tried: the tests pass, and say so.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use diogel::store::testing;
use tempfile::TempDir;

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/stores.rs"]
mod stores;

const PATIENCE: Duration = Duration::from_secs(60);

/// A tmux of its own, ended when the test ends.
struct Tmux {
    folder: TempDir,
}

impl Tmux {
    /// The program in a window of 80×24; none where there is no tmux.
    fn start(path: &Path, alternate_screen: &str) -> Option<Self> {
        Command::new("tmux").arg("-V").output().ok()?;
        let tmux = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let config = tmux.folder.path().join("conf");
        let settings = format!("set -g alternate-screen {alternate_screen}\n");
        std::fs::write(&config, settings).unwrap();
        let program = format!(
            "DIOGEL_CLOCK={} LANG=C.UTF-8 {} --user duty --store {}",
            stores::CLOCK,
            env!("CARGO_BIN_EXE_diogel"),
            path.display()
        );
        let started = Command::new("tmux")
            .arg("-u")
            .arg("-S")
            .arg(tmux.socket())
            .arg("-f")
            .arg(&config)
            .args(["new-session", "-d", "-x", "80", "-y", "24"])
            .arg(program)
            .env_remove("TMUX")
            .output()
            .unwrap();
        assert!(started.status.success(), "{started:?}");
        Some(tmux)
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    fn tell(&self, arguments: &[&str]) -> Output {
        Command::new("tmux")
            .arg("-S")
            .arg(self.socket())
            .args(arguments)
            .output()
            .unwrap()
    }

    fn send(&self, key: &str) {
        self.tell(&["send-keys", key]);
    }

    fn type_in(&self, text: &str) {
        self.tell(&["send-keys", "-l", text]);
    }

    /// The screen, or with it all that can be scrolled back to.
    fn screen(&self, with_history: bool) -> String {
        let mut arguments = vec!["capture-pane", "-p"];
        if with_history {
            arguments.extend(["-S", "-", "-E", "-"]);
        }
        String::from_utf8_lossy(&self.tell(&arguments).stdout).into_owned()
    }

    fn wait_for(&self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen(false);
            if screen.contains(text) {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "waited in vain for {text:?}:\n{screen}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.tell(&["kill-server"]);
    }
}

fn curtain_drawn_in_tmux(alternate_screen: &str) {
    let (_folder, path) = cerys::store();
    let Some(tmux) = Tmux::start(&path, alternate_screen) else {
        // Past the net in which output of tests that pass is caught.
        let told = "SKIPPED: there is no tmux here, so the curtain was not tried in one\n";
        std::io::stderr().write_all(told.as_bytes()).unwrap();
        return;
    };
    tmux.wait_for("fictional");
    tmux.type_in(testing::PASSPHRASE);
    tmux.send("Enter");
    tmux.wait_for("Monday 23 November 2026");
    tmux.type_in("3");
    tmux.wait_for("initial ·");
    tmux.type_in("r");
    tmux.wait_for("PROFESSIONALS ONLY");
    tmux.type_in("b");
    tmux.wait_for("0 of 60 min");
    tmux.send("Down");
    tmux.type_in("p");
    tmux.wait_for("present");
    tmux.type_in("Gkka");
    tmux.wait_for("What was said");
    tmux.type_in(cerys::SECRET);
    tmux.send("C-s");
    tmux.wait_for("professionals only");
    // Long enough to scroll, and drawn whole once more, as a window that changes its size is.
    tmux.type_in("gG");
    tmux.tell(&["resize-window", "-x", "100", "-y", "20"]);
    tmux.tell(&["resize-window", "-x", "80", "-y", "24"]);
    tmux.send("C-t");
    tmux.wait_for("WHAT THE FAMILY WILL SEE");
    tmux.send("Enter");
    tmux.wait_for("Welcome, Cerys.");
    let all = tmux.screen(true);
    assert!(all.contains("Welcome, Cerys."));
    for held_back in ["bus station", "NPT-26-001", "PROFESSIONALS"] {
        assert!(!all.contains(held_back), "{held_back}:\n{all}");
    }
}

#[test]
fn curtain_leaves_nothing_in_the_history_of_tmux() {
    curtain_drawn_in_tmux("on");
}

#[test]
fn curtain_leaves_nothing_in_the_history_of_a_tmux_without_other_screens() {
    curtain_drawn_in_tmux("off");
}
