//! What several parts of the benchmark do: coming in, going to the list.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::terminal::Terminal;

/// The app's own start: to the locked screen, and from the passphrase to the first frame. What a
/// person takes to type is not in it. Passphrases of a demo are cheap: a real one costs half a
/// second more, by design.
pub fn unlocked(store: &Path, user: &str) -> (Terminal, Duration) {
    let began = Instant::now();
    let mut terminal = Terminal::diogel(store, user);
    let locked = terminal.wait("the locked screen", |screen| {
        screen.contents().contains("assphrase")
    });
    let to_locked = locked.duration_since(began);
    terminal.settle();
    terminal.send("demo");
    terminal.settle();
    let entered = Instant::now();
    terminal.send("\r");
    // The first frame with its rows; what fills in beside them while the cursor rests is not
    // waited for, as the first screen of another program is not waited for to be coloured.
    let first = terminal.wait("the first place", is_in);
    terminal.settle();
    (terminal, to_locked + first.duration_since(entered))
}

fn is_in(screen: &vt100::Screen) -> bool {
    let text = screen.contents();
    let has_rows =
        text.matches("NPT-").count() > 10 || text.contains("is due") || text.contains("Unfinished");
    text.contains("1 Today") && has_rows && !text.contains("assphrase")
}

/// The list of cases.
pub fn to_cases(terminal: &mut Terminal) {
    terminal.send("2");
    terminal.wait("the list of cases", |screen| {
        screen.contents().matches("NPT-").count() > 10
    });
    terminal.settle();
}
