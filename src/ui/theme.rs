//! How things look: the terminal's own 16 colours on its own background, high contrast, or plain
//! letters. Nothing is told by colour alone: marks and words say it too.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// Which of the themes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Colour,
    /// No faint text, more bold.
    Contrast,
}

/// Which signs may be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Signs {
    #[default]
    Unicode,
    Ascii,
}

/// A theme of colours and signs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Theme {
    pub kind: Kind,
    pub signs: Signs,
}

/// A sign with a meaning; each is drawn beside words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Late,
    Today,
    Coming,
    Selected,
    Bar,
    Warning,
    Ticked,
    Unticked,
    Yes,
    No,
    Rule,
    Separator,
    Dot,
    More,
    Masked,
    Holiday,
    Full,
    Half,
}

impl Theme {
    /// The selected row, visible in every theme and without colours.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub fn title(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The place a person is at, among the places.
    pub fn here(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Words of less weight.
    pub fn muted(self) -> Style {
        match self.kind {
            Kind::Colour => Style::new().add_modifier(Modifier::DIM),
            Kind::Contrast => Style::new(),
        }
    }

    /// Late, dangerous, at risk.
    pub fn late(self) -> Style {
        Style::new().fg(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub fn warning(self) -> Style {
        match self.kind {
            Kind::Colour => Style::new().fg(Color::Yellow),
            Kind::Contrast => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    pub fn good(self) -> Style {
        match self.kind {
            Kind::Colour => Style::new().fg(Color::Green),
            Kind::Contrast => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    /// A key that can be pressed.
    pub fn key(self) -> Style {
        match self.kind {
            Kind::Colour => Style::new().fg(Color::Cyan),
            Kind::Contrast => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    pub fn border(self) -> border::Set<'static> {
        match self.signs {
            Signs::Unicode => border::PLAIN,
            Signs::Ascii => border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            },
        }
    }

    /// A sign in the letters of this theme; each is one column wide.
    pub const fn glyph(self, glyph: Glyph) -> &'static str {
        let (unicode, ascii) = match glyph {
            Glyph::Late => ("▲", "!"),
            Glyph::Today => ("●", "*"),
            Glyph::Coming => ("○", "o"),
            Glyph::Selected => ("▌", ">"),
            Glyph::Bar => ("█", "#"),
            Glyph::Warning => ("!", "!"),
            Glyph::Ticked => ("x", "x"),
            Glyph::Unticked => ("·", "."),
            Glyph::Yes => ("✓", "+"),
            Glyph::No => ("✗", "-"),
            Glyph::Rule => ("─", "-"),
            Glyph::Separator => ("│", "|"),
            Glyph::Dot => ("·", "-"),
            Glyph::More => ("…", "~"),
            Glyph::Masked => ("•", "*"),
            Glyph::Holiday => ("⌂", "h"),
            Glyph::Full => ("━", "="),
            Glyph::Half => ("╌", "-"),
        };
        match self.signs {
            Signs::Unicode => unicode,
            Signs::Ascii => ascii,
        }
    }
}
