//! What terminals really send, and what must never come of noise.

use proptest::prelude::*;

use super::*;

fn decoded(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs = decoder.feed(bytes);
    inputs.extend(decoder.flush());
    inputs
}

fn ctrl(letter: char) -> Input {
    Input::Key(Key {
        code: KeyCode::Char(letter),
        ctrl: true,
        alt: false,
    })
}

#[track_caller]
fn check(bytes: &[u8], expected: &[Input]) {
    assert_eq!(
        decoded(bytes),
        expected,
        "{:?}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn keys_are_told_as_terminals_send_them() {
    for (bytes, code) in [
        ("\r", KeyCode::Enter),
        ("\t", KeyCode::Tab),
        ("\x7f", KeyCode::Backspace),
        ("\x08", KeyCode::Backspace),
        ("\x1b", KeyCode::Esc),
        ("\x1b[A", KeyCode::Up),
        ("\x1bOB", KeyCode::Down),
        ("\x1b[H", KeyCode::Home),
        ("\x1b[1~", KeyCode::Home),
        ("\x1bOF", KeyCode::End),
        ("\x1b[3~", KeyCode::Delete),
        ("\x1b[5~", KeyCode::PageUp),
        ("\x1b[6~", KeyCode::PageDown),
        ("\x1b[Z", KeyCode::BackTab),
        ("\x1bOQ", KeyCode::F(2)),
        ("\x1b[[B", KeyCode::F(2)),
        ("\x1b[12~", KeyCode::F(2)),
        ("\x1b[17~", KeyCode::F(6)),
        ("\x1b[24~", KeyCode::F(12)),
        ("\x1b[9;2u", KeyCode::BackTab),
        ("q", KeyCode::Char('q')),
        ("ŵ", KeyCode::Char('ŵ')),
        ("日", KeyCode::Char('日')),
    ] {
        check(bytes.as_bytes(), &[plain(code)]);
    }
}

#[test]
fn control_and_alt_are_told_with_their_key() {
    check(b"\x13", &[ctrl('s')]);
    check(b"\x1a", &[ctrl('z')]);
    check(b"\0", &[ctrl(' ')]);
    check(b"\x1bx", &[alt('x')]);
    check(b"\x1b[", &[alt('[')]);
    let ctrl_up = Key {
        code: KeyCode::Up,
        ctrl: true,
        alt: false,
    };
    check(b"\x1b[1;5A", &[Input::Key(ctrl_up)]);
}

#[test]
fn letters_made_with_alt_gr_are_text() {
    check("\u{1b}ŷ".as_bytes(), &[plain(KeyCode::Char('ŷ'))]);
    check(b"\x1b[226;7u", &[plain(KeyCode::Char('â'))]);
}

#[test]
fn escape_before_another_sequence_is_a_key_of_its_own() {
    check(b"\x1b\x1b[A", &[plain(KeyCode::Esc), plain(KeyCode::Up)]);
}

#[test]
fn sequence_in_pieces_is_one_key() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.is_waiting());
    assert_eq!(decoder.feed(b"["), []);
    assert_eq!(decoder.feed(b"A"), [plain(KeyCode::Up)]);
    let accent = "ŵ".as_bytes();
    assert_eq!(decoder.feed(&accent[..1]), []);
    assert_eq!(decoder.feed(&accent[1..]), [plain(KeyCode::Char('ŵ'))]);
    assert!(!decoder.is_waiting());
}

#[test]
fn paste_is_one_text_and_its_line_ends_press_nothing() {
    check(
        "\u{1b}[200~Siân\rq\r\nŵ\u{1b}[201~x".as_bytes(),
        &[
            Input::Paste("Siân\nq\nŵ".to_owned()),
            plain(KeyCode::Char('x')),
        ],
    );
    check(b"\x1b[200~\x1b[201~", &[]);
}

#[test]
fn paste_with_a_pause_stays_a_paste() {
    let mut decoder = Decoder::default();
    let accent = "ŵ".as_bytes();
    assert_eq!(decoder.feed(b"\x1b[200~one\r"), []);
    assert_eq!(decoder.feed(&accent[..1]), []);
    assert_eq!(decoder.flush(), [Input::Paste("one\n".to_owned())]);
    assert_eq!(decoder.feed(&accent[1..]), []);
    assert_eq!(decoder.feed(b"\r\x1b[20"), []);
    assert_eq!(decoder.flush(), [Input::Paste("ŵ\n".to_owned())]);
    assert_eq!(decoder.feed(b"1~\r"), [plain(KeyCode::Enter)]);
}

#[test]
fn paste_of_a_hundred_thousand_characters_arrives_whole() {
    let text = "ŵ".repeat(100_000);
    let mut decoder = Decoder::default();
    let mut inputs = decoder.feed(b"\x1b[200~");
    for piece in text.as_bytes().chunks(4096) {
        inputs.extend(decoder.feed(piece));
    }
    inputs.extend(decoder.feed(b"\x1b[201~"));
    assert_eq!(inputs, [Input::Paste(text)]);
}

#[test]
fn mouse_click_and_wheel_are_counted_from_zero() {
    check(b"\x1b[<0;1;1M", &[Input::Click { col: 0, row: 0 }]);
    check(b"\x1b[<0;1;1m", &[]);
    check(b"\x1b[<64;10;3M", &[Input::ScrollUp { col: 9, row: 2 }]);
    check(b"\x1b[<65;10;3M", &[Input::ScrollDown { col: 9, row: 2 }]);
    check(b"\x1b[<0;0;0M", &[]);
}

#[test]
fn unknown_sequences_are_swallowed_whole() {
    check(b"\x1b[?1;2cx", &[plain(KeyCode::Char('x'))]);
    check(b"\x1b[99~x", &[plain(KeyCode::Char('x'))]);
    check(b"\xff\xfex", &[plain(KeyCode::Char('x'))]);
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_never_panic_nor_wait_for_ever(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        piece in 1_usize..20,
    ) {
        let mut decoder = Decoder::default();
        for part in bytes.chunks(piece) {
            decoder.feed(part);
        }
        decoder.feed(PASTE_END);
        decoder.flush();
        decoder.flush();
        prop_assert!(!decoder.is_waiting());
    }

    #[test]
    fn text_in_any_pieces_is_the_same_text(text in "[ -~ŵŷâ日é]{0,40}", piece in 1_usize..5) {
        let mut decoder = Decoder::default();
        let mut typed = String::new();
        for part in text.as_bytes().chunks(piece) {
            for input in decoder.feed(part) {
                if let Input::Key(Key { code: KeyCode::Char(letter), .. }) = input {
                    typed.push(letter);
                }
            }
        }
        prop_assert_eq!(typed, text);
    }
}
