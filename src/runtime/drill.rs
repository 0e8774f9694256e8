//! A fault or a slow disk made on purpose, as in a fire drill: so that what becomes of the terminal
//! after one, and of keys that come before an answer, is seen in the real program.
//!
//! It is no part of a release: without debug assertions nothing here does anything.

/// Where a fault can be made; `DIOGEL_DRILL` names one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thread {
    /// The one that draws.
    App,
    Store,
}

/// Stops this thread by a fault, where that is asked for.
#[cfg(debug_assertions)]
pub fn fault(thread: Thread) {
    let asked = std::env::var("DIOGEL_DRILL").unwrap_or_default();
    let name = match thread {
        Thread::App => "app",
        Thread::Store => "store",
    };
    assert!(
        asked != name,
        "of Siân Llewellyn, whom nobody should read of here"
    );
}

#[cfg(not(debug_assertions))]
pub fn fault(_thread: Thread) {}

/// Lets every answer of the store take a while, where that is asked for by `DIOGEL_DRILL=slow`.
#[cfg(debug_assertions)]
pub fn delay() {
    if std::env::var_os("DIOGEL_DRILL").is_some_and(|asked| asked == "slow") {
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
}

#[cfg(not(debug_assertions))]
pub fn delay() {}
