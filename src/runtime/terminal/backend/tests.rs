use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

/// The bytes that draw these lines, each with its style, on an empty screen.
fn drawn(colours: Colours, lines: &[(&str, Style)]) -> String {
    let area = Rect::new(0, 0, 20, 4);
    let before = Buffer::empty(area);
    let mut after = Buffer::empty(area);
    for (row, (text, style)) in lines.iter().enumerate() {
        after.set_string(0, u16::try_from(row).unwrap(), text, *style);
    }
    let mut backend = ScreenBackend::new(Vec::new(), colours);
    backend.draw(before.diff(&after).into_iter()).unwrap();
    backend.flush().unwrap();
    String::from_utf8(backend.output).unwrap()
}

fn screen(bytes: &str) -> vt100::Parser {
    let mut parser = vt100::Parser::new(4, 20, 0);
    parser.process(bytes.as_bytes());
    parser
}

#[test]
fn frame_without_a_change_sends_nothing() {
    assert_eq!(drawn(Colours::Sent, &[]), "");
}

#[test]
fn frame_is_one_synchronized_update() {
    let bytes = drawn(Colours::Sent, &[("ab", Style::new())]);
    assert_eq!(bytes, "\x1b[?2026h\x1b[1;1Hab\x1b[?2026l");
}

#[test]
fn colours_never_sends_no_colour_and_keeps_reversed() {
    let style = Style::new().red().on_blue().reversed();
    let bytes = drawn(
        Colours::Never,
        &[("one", style), ("two", Style::new().light_green().bold())],
    );
    assert_eq!(
        bytes,
        "\x1b[?2026h\x1b[1;1H\x1b[7mone\x1b[2;1H\x1b[;1mtwo\x1b[m\x1b[?2026l"
    );
    let parser = screen(&bytes);
    assert!(parser.screen().cell(0, 0).unwrap().inverse());
    assert!(parser.screen().cell(1, 2).unwrap().bold());
    assert!(!parser.screen().cell(1, 2).unwrap().inverse());
}

#[test]
fn colours_sent_are_what_the_cells_say() {
    let bytes = drawn(
        Colours::Sent,
        &[
            ("red", Style::new().red().underlined()),
            ("grey", Style::new().dark_gray().on_light_yellow()),
            ("plain", Style::new()),
        ],
    );
    let parser = screen(&bytes);
    let cell = |row, col| parser.screen().cell(row, col).unwrap();
    assert_eq!(cell(0, 0).fgcolor(), vt100::Color::Idx(1));
    assert!(cell(0, 0).underline());
    assert_eq!(cell(1, 0).fgcolor(), vt100::Color::Idx(8));
    assert_eq!(cell(1, 0).bgcolor(), vt100::Color::Idx(11));
    assert!(!cell(1, 0).underline());
    assert_eq!(cell(2, 0).fgcolor(), vt100::Color::Default);
    assert_eq!(cell(2, 0).bgcolor(), vt100::Color::Default);
}

#[test]
fn wide_and_combined_characters_leave_their_neighbours_in_place() {
    let bytes = drawn(Colours::Sent, &[("日w\u{302}b ŷ", Style::new())]);
    let parser = screen(&bytes);
    assert_eq!(parser.screen().contents().trim_end(), "日w\u{302}b ŷ");
    assert_eq!(parser.screen().cell(0, 3).unwrap().contents(), "b");
}

#[test]
fn control_characters_in_a_cell_never_reach_the_terminal() {
    let mut cell = Cell::default();
    cell.set_symbol("\u{1b}]0;owned\u{7}");
    let mut backend = ScreenBackend::new(Vec::new(), Colours::Sent);
    backend.draw([(0, 0, &cell)].into_iter()).unwrap();
    backend.flush().unwrap();
    assert_eq!(backend.output, b"\x1b[?2026h\x1b[1;1H?\x1b[?2026l");
}

#[test]
fn cursor_is_told_only_when_it_changes() {
    let mut backend = ScreenBackend::new(Vec::new(), Colours::Sent);
    backend.hide_cursor().unwrap();
    backend.flush().unwrap();
    assert!(backend.output.is_empty());
    for _ in 0..2 {
        backend.show_cursor().unwrap();
        backend.set_cursor_position((3, 1)).unwrap();
        backend.flush().unwrap();
    }
    assert_eq!(backend.output, b"\x1b[?2026h\x1b[?25h\x1b[2;4H\x1b[?2026l");
}

#[test]
fn gap_in_a_row_is_skipped_with_a_short_order() {
    let area = Rect::new(0, 0, 20, 1);
    let before = Buffer::empty(area);
    let mut after = Buffer::empty(area);
    after.set_string(0, 0, "a", Style::new());
    after.set_string(2, 0, "b", Style::new());
    after.set_string(6, 0, "c", Style::new());
    let mut backend = ScreenBackend::new(Vec::new(), Colours::Sent);
    backend.draw(before.diff(&after).into_iter()).unwrap();
    backend.flush().unwrap();
    assert_eq!(
        String::from_utf8(backend.output).unwrap(),
        "\x1b[?2026h\x1b[1;1Ha\x1b[Cb\x1b[3Cc\x1b[?2026l"
    );
}

/// Frames one after the other on a screen of 20 by 12; the bytes of the last, and what then stands.
fn scrolled(frames: &[Vec<String>]) -> (String, vt100::Parser) {
    let area = Rect::new(0, 0, 20, 12);
    let mut before = Buffer::empty(area);
    let mut parser = vt100::Parser::new(12, 20, 0);
    let mut backend = ScreenBackend::new(Vec::new(), Colours::Sent);
    for lines in frames {
        backend.output.clear();
        let mut after = Buffer::empty(area);
        for (row, line) in lines.iter().enumerate() {
            let style = if line.ends_with('<') {
                Style::new().reversed()
            } else {
                Style::new()
            };
            after.set_string(0, u16::try_from(row).unwrap(), line, style);
        }
        backend.draw(before.diff(&after).into_iter()).unwrap();
        backend.flush().unwrap();
        parser.process(&backend.output);
        before = after;
    }
    (String::from_utf8(backend.output).unwrap(), parser)
}

fn list(first: usize, selected: usize) -> Vec<String> {
    let mut lines = vec!["title".to_owned(), "-----".to_owned()];
    for row in first..first + 8 {
        let mark = if row == selected { " <" } else { "" };
        lines.push(format!("case number {row:03}{mark}"));
    }
    lines.extend(["preview".to_owned(), "footer".to_owned()]);
    lines
}

#[test]
fn list_that_scrolls_by_a_row_is_moved_by_the_terminal() {
    let (bytes, parser) = scrolled(&[list(0, 7), list(1, 8)]);
    assert_eq!(parser.screen().contents(), list(1, 8).join("\n"));
    assert!(parser.screen().cell(9, 0).unwrap().inverse());
    assert!(!parser.screen().cell(8, 0).unwrap().inverse());
    assert!(bytes.len() < 120, "{bytes:?}");
    let (bytes, parser) = scrolled(&[list(5, 5), list(4, 4)]);
    assert_eq!(parser.screen().contents(), list(4, 4).join("\n"));
    assert!(bytes.len() < 120, "{bytes:?}");
}

proptest::proptest! {
    #[test]
    fn any_pictures_one_after_the_other_stand_as_they_were_meant(
        frames in proptest::collection::vec(
            proptest::collection::vec("(case [0-3]{1,2}|[a-c日ŵ ]{0,8})( <)?", 0..12),
            1..5,
        )
    ) {
        let (_, parser) = scrolled(&frames);
        let area = Rect::new(0, 0, 20, 12);
        let mut wanted = Buffer::empty(area);
        for (row, line) in frames.last().unwrap().iter().enumerate() {
            wanted.set_string(0, u16::try_from(row).unwrap(), line, Style::new());
        }
        let mut straight = vt100::Parser::new(12, 20, 0);
        let mut backend = ScreenBackend::new(Vec::new(), Colours::Sent);
        backend.draw(Buffer::empty(area).diff(&wanted).into_iter()).unwrap();
        backend.flush().unwrap();
        straight.process(&backend.output);
        // A blank that was drawn over words is a blank all the same.
        let rows = |parser: &vt100::Parser| -> Vec<String> {
            parser.screen().rows(0, 20).map(|row| row.trim_end().to_owned()).collect()
        };
        proptest::prop_assert_eq!(rows(&parser), rows(&straight));
    }
}
