//! Keys pressed before the rows were there that they are about: remembered, and done when the rows
//! come. Over a slow line people press Enter before they see what it opens.

use super::keymap::{Command, MeetingsCommand, TodayCommand};

/// More than this nobody means.
const MOST: usize = 16;

/// Commands that wait for rows.
#[derive(Debug, Default)]
pub struct Ahead(Vec<Command>);

impl Ahead {
    /// Remembers a command that is about a row; whether it was one.
    pub fn remember(&mut self, command: Command) -> bool {
        if !is_about_a_row(command) {
            return false;
        }
        // What would come after that was meant for what it opens.
        let is_whole = self.0.last().is_some_and(|last| !moves(*last));
        if !is_whole && self.0.len() < MOST {
            self.0.push(command);
        }
        true
    }

    /// What was remembered, in its order; nothing is any more.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }

    /// The person goes on otherwise.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

fn moves(command: Command) -> bool {
    matches!(
        command,
        Command::Up
            | Command::Down
            | Command::First
            | Command::Last
            | Command::PageUp
            | Command::PageDown
            | Command::HalfPageUp
            | Command::HalfPageDown
    )
}

fn is_about_a_row(command: Command) -> bool {
    moves(command)
        || matches!(
            command,
            Command::Open
                | Command::Protocol(_)
                | Command::Today(TodayCommand::OpenCase)
                | Command::Meetings(
                    MeetingsCommand::OpenCase | MeetingsCommand::Prepare | MeetingsCommand::Run
                )
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_after_the_one_that_opens_are_not_remembered() {
        let mut ahead = Ahead::default();
        assert!(ahead.remember(Command::Down));
        assert!(ahead.remember(Command::Open));
        assert!(ahead.remember(Command::Down));
        assert!(!ahead.remember(Command::Quit));
        assert_eq!(ahead.take(), [Command::Down, Command::Open]);
        assert_eq!(ahead.take(), []);
        for _ in 0..100 {
            ahead.remember(Command::Down);
        }
        assert_eq!(ahead.take().len(), MOST);
    }
}
