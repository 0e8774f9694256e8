//! Cells to bytes: ratatui's backend, written for few bytes over a slow line.
//!
//! Ours rather than crossterm's, because that one sends colour commands in every frame, which
//! under `NO_COLOR` become resets that cancel REVERSED. Here a terminal without colours gets no
//! colour command at all. The last guard, too, that no control character reaches the terminal.

mod shadow;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use self::shadow::{Moved, Shadow};

/// Whether colour commands may be sent at all (`NO_COLOR`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    Sent,
    Never,
}

/// How the terminal writes the next character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

/// Collects a frame and writes it in one piece, in one synchronized update.
#[derive(Debug)]
pub struct ScreenBackend<W: Write> {
    output: W,
    colours: Colours,
    frame: Vec<u8>,
    pen: Pen,
    /// Where the terminal's cursor is, as far as it is known.
    cursor: Option<Position>,
    cursor_shown: bool,
    /// What the terminal shows, so that rows which only moved are moved and not sent again.
    shown: Shadow,
}

const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

impl<W: Write> ScreenBackend<W> {
    /// A backend for a terminal that was just cleared, with its cursor hidden.
    pub fn new(output: W, colours: Colours) -> Self {
        Self {
            output,
            colours,
            frame: Vec::with_capacity(16 * 1024),
            pen: PLAIN,
            cursor: None,
            cursor_shown: false,
            shown: Shadow::default(),
        }
    }

    /// What the terminal was told before is not true any more: it was given back in between.
    pub fn forget_state(&mut self) {
        self.frame.clear();
        self.pen = PLAIN;
        self.cursor = None;
        self.cursor_shown = false;
        self.shown.clear();
    }

    /// Lets the terminal move a part of its rows by itself. The part is given up at once, for
    /// everything else counts on the whole screen.
    fn move_rows(&mut self, moved: Moved) {
        self.take_pen(PLAIN);
        let verb = if moved.up > 0 { 'S' } else { 'T' };
        let by = moved.up.unsigned_abs();
        self.order(&format!(
            "\x1b[{};{}r\x1b[{by}{verb}\x1b[r",
            moved.top + 1,
            moved.bottom + 1
        ));
        self.cursor = None;
        self.shown.carry_out(moved);
    }

    fn send_cells<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
        let mut last_row = None;
        for (x, y, cell) in cells {
            // Past the last column of a row the cursor may be anywhere.
            if last_row != Some(y) {
                self.cursor = None;
                last_row = Some(y);
            }
            self.move_to(Position { x, y });
            self.take_pen(Pen {
                fg: cell.fg,
                bg: cell.bg,
                modifier: cell.modifier,
            });
            self.put(cell.symbol());
        }
        if last_row.is_some() {
            self.cursor = None;
        }
        self.take_pen(PLAIN);
    }

    fn move_to(&mut self, to: Position) {
        let at = self.cursor.replace(to);
        match at {
            Some(at) if at == to => {}
            Some(at) if at.y == to.y && at.x < to.x => {
                let cols = to.x - at.x;
                self.order(&format!("\x1b[{}C", Count(cols)));
            }
            _ => self.order(&format!(
                "\x1b[{};{}H",
                to.y.saturating_add(1),
                to.x.saturating_add(1)
            )),
        }
    }

    fn order(&mut self, order: &str) {
        self.frame.extend_from_slice(order.as_bytes());
    }

    /// Changes the pen with as few codes as do it; nothing where nothing changes.
    fn take_pen(&mut self, wanted: Pen) {
        let wanted = match self.colours {
            Colours::Sent => wanted,
            Colours::Never => Pen {
                modifier: wanted.modifier,
                ..PLAIN
            },
        };
        if wanted == self.pen {
            return;
        }
        let mut codes: Vec<String> = Vec::new();
        let mut from = self.pen;
        let undone = !(from.modifier - wanted.modifier).is_empty();
        if undone || wanted == PLAIN {
            // One reset is shorter than undoing attributes one by one, and names no colour.
            codes.push(String::new());
            from = PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if (wanted.modifier - from.modifier).contains(*modifier) {
                codes.push((*code).to_owned());
            }
        }
        if wanted.fg != from.fg {
            codes.push(colour_code(wanted.fg, 30, 90));
        }
        if wanted.bg != from.bg {
            codes.push(colour_code(wanted.bg, 40, 100));
        }
        self.order(&format!("\x1b[{}m", codes.join(";")));
        self.pen = wanted;
    }

    fn put(&mut self, symbol: &str) {
        if symbol.is_empty() || symbol.chars().any(char::is_control) {
            self.frame.push(b'?');
            self.advance(1);
            return;
        }
        self.frame.extend_from_slice(symbol.as_bytes());
        let mut letters = symbol.chars();
        let one_letter = letters.next().is_some() && letters.next().is_none();
        if one_letter && symbol.width() == 1 {
            self.advance(1);
        } else {
            // Terminals disagree about the width of such characters: say the next place outright.
            self.cursor = None;
        }
    }

    /// After the last column terminals differ in where their cursor is; then it is not known.
    fn advance(&mut self, cols: u16) {
        self.cursor = self.cursor.and_then(|at| {
            let x = at.x.checked_add(cols)?;
            Some(Position { x, ..at })
        });
    }
}

/// A count that is left out where it is one.
struct Count(u16);

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            1 => Ok(()),
            count => write!(f, "{count}"),
        }
    }
}

const MODIFIERS: &[(Modifier, &str)] = &[
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

fn colour_code(colour: Color, dark: u8, bright: u8) -> String {
    let code = |base: u8, number: u8| (base + number).to_string();
    match colour {
        Color::Reset => code(dark, 9),
        Color::Black => code(dark, 0),
        Color::Red => code(dark, 1),
        Color::Green => code(dark, 2),
        Color::Yellow => code(dark, 3),
        Color::Blue => code(dark, 4),
        Color::Magenta => code(dark, 5),
        Color::Cyan => code(dark, 6),
        Color::Gray => code(dark, 7),
        Color::DarkGray => code(bright, 0),
        Color::LightRed => code(bright, 1),
        Color::LightGreen => code(bright, 2),
        Color::LightYellow => code(bright, 3),
        Color::LightBlue => code(bright, 4),
        Color::LightMagenta => code(bright, 5),
        Color::LightCyan => code(bright, 6),
        Color::White => code(bright, 7),
        Color::Indexed(number) => format!("{};5;{number}", code(dark, 8)),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", code(dark, 8)),
    }
}

impl<W: Write> Backend for ScreenBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<(u16, u16, &Cell)> = content.collect();
        if !shadow::may_have_moved(&cells) {
            for (x, y, cell) in &cells {
                self.shown.write(*x, *y, cell);
            }
            self.send_cells(cells.into_iter());
            return Ok(());
        }
        let mut wanted = self.shown.clone();
        for (x, y, cell) in &cells {
            wanted.write(*x, *y, cell);
        }
        if let Some(moved) = self.shown.moved_to(&wanted) {
            self.move_rows(moved);
            let rest = self.shown.differences(&wanted);
            self.send_cells(rest.iter().map(|(x, y, cell)| (*x, *y, cell)));
        } else {
            self.send_cells(cells.into_iter());
        }
        self.shown = wanted;
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.cursor_shown) {
            self.order("\x1b[?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.cursor_shown, true) {
            self.order("\x1b[?25h");
        }
        Ok(())
    }

    /// As far as it is known; the terminal is never asked, for its answer would be read as keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.move_to(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        // Cleared cells take the pen's background.
        self.take_pen(PLAIN);
        if clear_type == ClearType::All {
            self.shown.clear();
        }
        self.order(match clear_type {
            ClearType::All => "\x1b[2J",
            ClearType::AfterCursor => "\x1b[J",
            ClearType::BeforeCursor => "\x1b[1J",
            ClearType::CurrentLine => "\x1b[2K",
            ClearType::UntilNewLine => "\x1b[K",
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
        Ok(Size {
            width: size.ws_col,
            height: size.ws_row,
        })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    /// Sends the frame, and nothing where nothing has changed.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.frame.splice(0..0, BEGIN_UPDATE.iter().copied());
        self.frame.extend_from_slice(END_UPDATE);
        let sent = self.output.write_all(&self.frame);
        self.frame.clear();
        sent?;
        self.output.flush()
    }
}
