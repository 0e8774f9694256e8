//! Typed text laid out in columns, with the place of its cursor: nothing is cut, nothing joined.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Lines as they are drawn, and where the cursor is among them, in rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    pub lines: Vec<String>,
    pub cursor: (usize, usize),
}

/// Lays typed lines out in `cols` columns. `cursor` counts lines and characters. A line is broken
/// after a space where there is one, and within a word otherwise; spaces stay as typed.
pub fn lay_out(typed: &[String], cursor: (usize, usize), cols: usize) -> Laid {
    // A column is kept for the cursor at the end of a full line.
    let cols = cols.max(2) - 1;
    let mut laid = Laid {
        lines: Vec::new(),
        cursor: (0, 0),
    };
    for (number, line) in typed.iter().enumerate() {
        let at = (number == cursor.0).then_some(cursor.1);
        lay_line(line, at, cols, &mut laid);
    }
    if laid.lines.is_empty() {
        laid.lines.push(String::new());
    }
    laid
}

fn lay_line(line: &str, cursor: Option<usize>, cols: usize, laid: &mut Laid) {
    let graphemes: Vec<&str> = line.graphemes(true).collect();
    let mut begin = 0;
    let mut chars_before = 0;
    loop {
        let rest = graphemes.get(begin..).unwrap_or_default();
        let taken = fitting(rest, cols);
        let row: String = rest.iter().take(taken).copied().collect();
        let row_chars = row.chars().count();
        let is_last = begin + taken >= graphemes.len();
        if let Some(at) = cursor
            && at >= chars_before
            && (at < chars_before + row_chars || is_last)
        {
            let before: String = row.chars().take(at - chars_before).collect();
            laid.cursor = (laid.lines.len(), before.width());
        }
        laid.lines.push(row);
        if is_last {
            return;
        }
        begin += taken;
        chars_before += row_chars;
    }
}

/// How many graphemes go into a row of `cols`: up to the last space that fits, at least one.
fn fitting(graphemes: &[&str], cols: usize) -> usize {
    let mut used = 0;
    let mut last_space = None;
    for (at, grapheme) in graphemes.iter().enumerate() {
        used += grapheme.width();
        if used > cols {
            return last_space.unwrap_or(at).max(1);
        }
        if *grapheme == " " {
            last_space = Some(at + 1);
        }
    }
    graphemes.len().max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn laid(text: &str, cursor: (usize, usize), cols: usize) -> Laid {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        lay_out(&lines, cursor, cols)
    }

    #[test]
    fn line_is_broken_after_a_space_and_the_cursor_goes_with_its_letter() {
        let found = laid("out overnight twice", (0, 5), 11);
        assert_eq!(found.lines, ["out ", "overnight ", "twice"]);
        assert_eq!(found.cursor, (1, 1));
        assert_eq!(laid("", (0, 0), 10).cursor, (0, 0));
        assert_eq!(laid("ab", (0, 2), 10).cursor, (0, 2));
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_the_cursor_is_within(text in "[a-z ŵ日\n]{0,60}", cols in 3_usize..20, row in 0_usize..4, col in 0_usize..30) {
            let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let row = row.min(lines.len() - 1);
            let col = col.min(lines[row].chars().count());
            let found = lay_out(&lines, (row, col), cols);
            prop_assert_eq!(found.lines.concat(), lines.concat());
            prop_assert!(found.cursor.0 < found.lines.len());
            prop_assert!(found.cursor.1 < cols);
        }
    }
}
