//! Text by what a person sees: columns and whole characters (graphemes), never bytes.
//!
//! Measuring, cutting, padding and wrapping live here. Cleaning control characters does not:
//! what comes in here is taken to be clean.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const CUT_MARK: &str = "…";

/// How many columns the text takes on the screen, the sum of its whole characters.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether every byte is a character of one column. Most texts are, and every frame measures
/// hundreds.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The text in at most `cols` columns; where something had to go, `…` says so.
pub fn cut(text: &str, cols: usize) -> String {
    if width(text) <= cols {
        return text.to_owned();
    }
    let Some(room_cols) = cols.checked_sub(width(CUT_MARK)) else {
        return String::new();
    };
    if is_plain(text) {
        let mut kept: String = text.chars().take(room_cols).collect();
        kept.push_str(CUT_MARK);
        return kept;
    }
    let mut kept = String::new();
    let mut used_cols = 0;
    for grapheme in text.graphemes(true) {
        used_cols += grapheme.width();
        if used_cols > room_cols {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push_str(CUT_MARK);
    kept
}

/// The text cut or filled with spaces on the right, so that it takes exactly `cols` columns.
pub fn pad(text: &str, cols: usize) -> String {
    let mut padded = cut(text, cols);
    let missing_cols = cols.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing_cols));
    padded
}

/// The text in lines of at most `cols` columns, broken between words, and inside a word only
/// where it is longer than a line. Line ends stay, runs of spaces become one. A character wider
/// than a whole line shows as `…`. Without a column there is no line.
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    if cols == 0 {
        return Vec::new();
    }
    text.split('\n')
        .flat_map(|line| wrap_line(line, cols))
        .collect()
}

fn wrap_line(text: &str, cols: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut line_cols = 0;
    for word in text.split_whitespace() {
        let word_cols = width(word);
        if line_cols > 0 {
            if line_cols + 1 + word_cols <= cols {
                line.push(' ');
                line_cols += 1;
            } else {
                lines.push(std::mem::take(&mut line));
                line_cols = 0;
            }
        }
        for grapheme in word.graphemes(true) {
            let shown = if width(grapheme) > cols {
                CUT_MARK
            } else {
                grapheme
            };
            if line_cols + width(shown) > cols {
                lines.push(std::mem::take(&mut line));
                line_cols = 0;
            }
            line.push_str(shown);
            line_cols += width(shown);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cut_wide_character_at_the_edge_is_left_out_whole() {
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("Siân", 4), "Siân");
        assert_eq!(cut("w\u{302}yr", 2), "w\u{302}…");
        assert_eq!(cut("abc", 0), "");
    }

    #[test]
    fn wrap_long_word_is_broken_and_line_ends_stay() {
        assert_eq!(
            wrap("one two\n\nabcdef", 4),
            ["one", "two", "", "abcd", "ef"]
        );
        assert_eq!(wrap("日", 1), ["…"]);
    }

    proptest! {
        #[test]
        fn pad_any_text_takes_exactly_the_columns(text in "[a-zŵŷ日é ]{0,40}", cols in 0_usize..50) {
            prop_assert_eq!(width(&pad(&text, cols)), cols);
        }

        #[test]
        fn wrap_any_words_fit_and_none_is_lost(text in "[a-zŵŷ日é \n]{0,60}", cols in 2_usize..20) {
            let lines = wrap(&text, cols);
            prop_assert!(lines.iter().all(|line| width(line) <= cols));
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
