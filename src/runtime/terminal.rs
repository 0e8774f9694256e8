//! The terminal: taken over whole, drawn on, and given back whole.
//!
//! `guard` takes it and gives it back, `backend` turns cells into bytes. One frame is one write,
//! inside a synchronized update. What is drawn is decided in `ui`.

mod backend;
mod guard;

use std::io;

use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use thiserror::Error;

pub use self::backend::{Colours, ScreenBackend};
pub use self::guard::{give_back_on_panic, restore};

/// Why the app cannot be shown.
#[derive(Debug, Error)]
pub enum TerminalError {
    #[error("this is not a terminal")]
    NotATerminal,
    #[error("the terminal could not be used: {0}")]
    Io(#[from] io::Error),
}

impl TerminalError {
    /// The exit code of the contract: 2 where there is no terminal, 1 where it failed.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::NotATerminal => 2,
            Self::Io(_) => 1,
        }
    }

    /// The name of its two sentences in `words`.
    pub const fn words_key(&self) -> &'static str {
        match self {
            Self::NotATerminal => "not-a-terminal",
            Self::Io(_) => "terminal-failed",
        }
    }
}

/// Whether clicks come to the app, or stay with the terminal for selecting text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mouse {
    #[default]
    Off,
    On,
}

/// The terminal while it is the app's. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<ScreenBackend<Output>>,
    mouse: Mouse,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, no cursor, a neutral title.
    ///
    /// # Errors
    /// When input or output is not a terminal, or it refuses.
    pub fn enter(colours: Colours, mouse: Mouse) -> Result<Self, TerminalError> {
        if !guard::is_terminal() {
            return Err(TerminalError::NotATerminal);
        }
        guard::enter(mouse)?;
        match Terminal::new(ScreenBackend::new(Output, colours)) {
            Ok(terminal) => Ok(Self { terminal, mouse }),
            Err(fault) => {
                guard::restore();
                Err(fault.into())
            }
        }
    }

    /// Draws one frame: what differs from the last one is sent in one piece, and nothing else.
    ///
    /// # Errors
    /// When the line is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> Result<(), TerminalError> {
        self.terminal.draw(render)?;
        Ok(())
    }

    /// The terminal's size now, in columns and rows.
    ///
    /// # Errors
    /// When the line is gone.
    pub fn size(&self) -> Result<Size, TerminalError> {
        Ok(self.terminal.size()?)
    }

    /// The next frame is drawn whole: somebody else has written on the screen.
    ///
    /// # Errors
    /// When the line is gone.
    pub fn forget(&mut self) -> Result<(), TerminalError> {
        Ok(self.terminal.clear()?)
    }

    /// Lets clicks come to the app, or leaves them to the terminal.
    ///
    /// # Errors
    /// When the line is gone.
    pub fn set_mouse(&mut self, mouse: Mouse) -> Result<(), TerminalError> {
        self.mouse = mouse;
        Ok(guard::set_mouse(mouse)?)
    }

    /// Clears the screen and then what has scrolled out of sight, in this order: a terminal that
    /// keeps what is cleared (tmux without screens of their own for programs, some others by their
    /// settings) puts it where the second clears it. tmux clears its own history by the same order
    /// (`tests/tmux.rs`).
    ///
    /// # Errors
    /// When the line is gone.
    pub fn clear_scrollback(&mut self) -> Result<(), TerminalError> {
        guard::write_all(b"\x1b[m\x1b[H\x1b[2J\x1b[3J")?;
        self.terminal.backend_mut().forget_state();
        self.forget()
    }

    /// Gives the terminal back, stops the whole job as Ctrl-Z does, and takes the terminal again
    /// when the shell lets it go on. Returns at once where there is no shell to go back to.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn suspend(&mut self) -> Result<(), TerminalError> {
        guard::restore();
        guard::stop_until_continued()?;
        guard::enter(self.mouse)?;
        self.terminal.backend_mut().forget_state();
        self.forget()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        guard::restore();
    }
}

/// Standard output without a buffer of its own: the backend hands over whole frames.
#[derive(Debug, Clone, Copy)]
pub struct Output;

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A panic on another thread gave it back: what is drawn now would land on the shell.
        if !guard::is_taken() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        guard::write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
