//! Text from people without what could act on a terminal or hide in a file.
//!
//! The one place where control characters, whole escape sequences, bidirectional controls and
//! invisible characters are taken out, for the screen, for storage and for export. Words are
//! never lost: where an escape sequence has no end, only its introducer goes.

#[cfg(test)]
mod tests;

/// For one line: line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    clean_with(text, |_| ' ')
}

/// For text of several lines: line breaks stay, in the one form `\n`; tabs become spaces.
pub fn clean_multiline(text: &str) -> String {
    clean_with(&text.replace("\r\n", "\n"), |broken| match broken {
        '\t' => ' ',
        _ => '\n',
    })
}

fn clean_with(text: &str, space_for: impl Fn(char) -> char) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\u{1b}' => rest = after_escape(rest),
            // The same introducers as single characters.
            '\u{9b}' => rest = after_control_sequence(rest),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => rest = after_string(rest),
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                cleaned.push(space_for(letter));
            }
            _ if letter.is_control() || hides(letter) => {}
            // A joiner means something only between letters of scripts that join and in emoji.
            '\u{200c}' | '\u{200d}' if !cleaned.chars().next_back().is_some_and(joins) => {}
            _ => cleaned.push(letter),
        }
    }
    cleaned
}

/// Characters that change the order of what is read, or that nobody sees.
fn hides(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{34f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn joins(before: char) -> bool {
    before >= '\u{590}'
}

fn after_escape(rest: std::str::Chars<'_>) -> std::str::Chars<'_> {
    let mut after = rest.clone();
    match after.next() {
        Some('[') => after_control_sequence(after),
        Some(']' | 'P' | 'X' | '^' | '_') => after_string(after),
        // Two- and three-character sequences: intermediates, then a final character.
        Some(' '..='/') => {
            let ended = after.find(|letter| !matches!(letter, ' '..='/'));
            if ended.is_some_and(|letter| matches!(letter, '0'..='~')) {
                after
            } else {
                rest
            }
        }
        Some('0'..='~') => after,
        _ => rest,
    }
}

/// Parameters, then one final character; where that does not come, nothing more is taken.
fn after_control_sequence(rest: std::str::Chars<'_>) -> std::str::Chars<'_> {
    let mut after = rest.clone();
    match after.find(|letter| !matches!(letter, ' '..='?')) {
        Some('@'..='~') => after,
        _ => rest,
    }
}

/// A string that a terminal would act on, up to its end (BEL or ST); without an end it is words.
fn after_string(rest: std::str::Chars<'_>) -> std::str::Chars<'_> {
    let mut after = rest.clone();
    while let Some(letter) = after.next() {
        match letter {
            '\u{7}' | '\u{9c}' => return after,
            '\u{1b}' => {
                let mut end = after.clone();
                return if end.next() == Some('\\') { end } else { rest };
            }
            _ => {}
        }
    }
    rest
}
