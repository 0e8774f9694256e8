//! Signals, as values on a channel: one thread waits for them, and nothing is done in a handler.
//!
//! What each one leads to is decided by the loop: a draft is kept before an exit, the key is wiped.

use std::io;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

/// What the system tells a running app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemSignal {
    /// SIGTERM: somebody ends the app; drafts are kept, the key wiped.
    Terminate,
    /// SIGHUP: the line or the window is gone; nobody can be asked any more.
    HangUp,
    /// SIGINT from outside (a typed Ctrl-C arrives as a key).
    Interrupt,
    /// SIGCONT: back from being suspended; the screen belongs to somebody else now.
    Continued,
    /// SIGWINCH: the terminal has another size.
    Resized,
}

/// Starts the thread that hands over signals, until `deliver` answers `false`.
///
/// # Errors
/// When the system refuses the handlers or the thread.
pub fn start(mut deliver: impl FnMut(SystemSignal) -> bool + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for number in signals.forever() {
                if let Some(signal) = meaning(number)
                    && !deliver(signal)
                {
                    return;
                }
            }
        })?;
    Ok(())
}

fn meaning(number: i32) -> Option<SystemSignal> {
    match number {
        SIGTERM => Some(SystemSignal::Terminate),
        SIGHUP => Some(SystemSignal::HangUp),
        SIGINT => Some(SystemSignal::Interrupt),
        SIGCONT => Some(SystemSignal::Continued),
        SIGWINCH => Some(SystemSignal::Resized),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn signal_sent_to_the_process_arrives_on_the_channel() {
        let (sender, receiver) = mpsc::channel();
        start(move |signal| sender.send(signal).is_ok()).unwrap();
        // Harmless to every other test: without a handler it is ignored.
        signal_hook::low_level::raise(SIGWINCH).unwrap();
        assert_eq!(receiver.recv(), Ok(SystemSignal::Resized));
    }
}
