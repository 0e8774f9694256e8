use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(clean(text), expected);
}

#[test]
fn clean_takes_whole_sequences_and_keeps_the_words() {
    check("Siân Llewellyn, Tŷ'r Ysgol", "Siân Llewellyn, Tŷ'r Ysgol");
    check("a\u{1b}[31;1mred\u{1b}[0mb", "aredb");
    check("a\u{1b}]0;title\u{7}b", "ab");
    check("a\u{1b}]52;c;eA==\u{1b}\\b", "ab");
    check("a\u{1b}Pq#0\u{1b}\\b", "ab");
    check("a\u{9b}2Jb", "ab");
    check("a\u{1b}(Bb", "ab");
    check("a\u{1b}cb", "ab");
    check("one\ntwo\tthree", "one two three");
    check("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e", "abcde");
    check("\u{0}\u{8}\u{7f}x", "x");
}

#[test]
fn clean_of_a_sequence_without_end_loses_no_word() {
    check("a\u{1b}]0;what she said", "a0;what she said");
    check("a\u{1b}[12;what", "ahat");
    check("a\u{1b}[12;éa", "a12;éa");
    check("end\u{1b}", "end");
}

#[test]
fn clean_keeps_joiners_where_they_join() {
    check("👩\u{200d}🚀", "👩\u{200d}🚀");
    check("Jo\u{200d}nes", "Jones");
}

#[test]
fn clean_multiline_keeps_the_lines() {
    assert_eq!(
        clean_multiline("one\r\ntwo\rthree\tfour\n"),
        "one\ntwo\nthree four\n"
    );
}

proptest! {
    #[test]
    fn clean_leaves_no_control_character_and_is_the_same_twice(text in "\\PC*|(?s:.*)|([a\u{1b}\\[\\]P;7\u{7}\u{9b}\u{9c}\\\\ \n]){0,30}") {
        let once = clean(&text);
        prop_assert!(!once.chars().any(char::is_control));
        prop_assert!(!once.chars().any(hides));
        prop_assert_eq!(clean(&once), once);
        let lines = clean_multiline(&text);
        prop_assert!(!lines.chars().any(|letter| letter.is_control() && letter != '\n'));
        prop_assert_eq!(clean_multiline(&lines), lines);
    }
}
