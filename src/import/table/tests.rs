//! Files as councils send them: encodings, separators, titles above the headings, workbooks.

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::import::testing::workbook;

fn read(bytes: &[u8]) -> Result<(HeadingRow, Vec<Row>), TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register");
    fs::write(&path, bytes).unwrap();
    let mut table = Table::open(&path, &Headings::embedded().unwrap())?;
    let mut rows = Vec::new();
    while let Some(row) = table.next_row() {
        rows.push(row?);
    }
    Ok((table.headings, rows))
}

#[track_caller]
fn check(bytes: &[u8], first_name: &str) {
    let (headings, rows) = read(bytes).unwrap();
    assert_eq!(headings.known(), 3, "{headings:?}");
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[0].cells[0].text(), first_name);
    assert_eq!(rows[1].cells[1].text(), "03/04/2012");
}

const PLAIN: &str = "Name,D.O.B.,Date of referral\nSiân Llŷr,01/02/2011,05/06/2024\n\"Rees, Ioan\",03/04/2012,06/06/2024\n";

#[test]
fn csv_is_read_in_every_encoding_and_with_every_separator() {
    check(PLAIN.as_bytes(), "Siân Llŷr");
    check(&[b"\xef\xbb\xbf", PLAIN.as_bytes()].concat(), "Siân Llŷr");
    let utf_16: Vec<u8> = std::iter::once(0xfeff)
        .chain(PLAIN.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    check(&utf_16, "Siân Llŷr");
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode("Siân");
    let old = PLAIN.replace("Siân Llŷr", "@").into_bytes();
    let at = old.iter().position(|byte| *byte == b'@').unwrap();
    let old = [&old[..at], &windows, &old[at + 1..]].concat();
    check(&old, "Siân");
    for separator in [";", "\t"] {
        let other = PLAIN.replace("\"Rees, Ioan\"", "Rees Ioan");
        check(other.replace(',', separator).as_bytes(), "Siân Llŷr");
    }
    check(PLAIN.replace('\n', "\r\n").as_bytes(), "Siân Llŷr");
}

#[test]
fn headings_are_found_below_titles_and_rows_keep_their_numbers() {
    let text = format!("CSE REGISTER 2024,,\nupdated monthly,,\n,,\n{PLAIN}\n,,\n");
    let (headings, rows) = read(text.as_bytes()).unwrap();
    assert_eq!(headings.row, 4);
    assert_eq!(rows[0].number, 5);
    assert_eq!(rows.len(), 2);
}

#[test]
fn letter_cut_by_a_piece_of_the_file_is_still_utf_8() {
    for padding in 16_370..16_400 {
        let text = format!("{PLAIN}{}ŵŵŵŵ,,\n", "x".repeat(padding));
        let (_, rows) = read(text.as_bytes()).unwrap();
        assert!(rows[2].cells[0].text().ends_with("xŵŵŵŵ"), "{padding}");
    }
}

#[test]
fn quotation_mark_never_closed_ends_the_reading_of_it() {
    let text = format!("{PLAIN}\"never closed,1,2\n{}", "x,y,z\n".repeat(1_000_000));
    let failed = read(text.as_bytes());
    assert!(matches!(failed, Err(TableError::EndlessRow { row: 4 })));
    // In a short file too, whose end it reaches before any row is too long.
    for quoted in ["x,\"never closed\n", "x,\"never closed", "\"x,1,2\ny,3,4\n"] {
        let failed = read(format!("{PLAIN}{quoted}").as_bytes());
        assert!(
            matches!(failed, Err(TableError::EndlessRow { row: 4 })),
            "{quoted}"
        );
    }
    // A mark of inches opens nothing.
    let (_, rows) = read(format!("{PLAIN}x,9\" nails,\n").as_bytes()).unwrap();
    assert_eq!(rows.len(), 3);
}

#[test]
fn file_without_known_headings_is_no_register() {
    for bytes in [&b""[..], b"a,b\n1,2\n", b"Name\nx\n", &[0; 100]] {
        assert!(matches!(read(bytes), Err(TableError::NoHeadings)));
    }
}

#[test]
fn workbook_is_read_with_its_dates_and_numbers() {
    let rows: &[&[&str]] = &[
        &["Cofrestr", "", ""],
        &["Enw", "Dyddiad geni", "Dyddiad atgyfeirio"],
        &["Siân Llŷr", "#40576", "#45448"],
        &["Ioan Rees", "#41002", "#45449"],
    ];
    let (headings, rows) = read(&workbook(rows)).unwrap();
    assert_eq!(headings.row, 2);
    assert_eq!(rows[0].number, 3);
    assert_eq!(rows[0].cells[0], Cell::Text("Siân Llŷr".to_owned()));
    assert_eq!(rows[0].cells[1], Cell::Number(40_576.0));
}

#[test]
fn workbook_cut_short_is_refused() {
    let whole = workbook(&[&["Name", "DOB", "Date"], &["A", "B", "C"]]);
    for end in [10, whole.len() / 2, whole.len() - 10] {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
        let _ = read(&[b"Name,DOB,Date of referral\n", &bytes[..]].concat());
    }

    #[test]
    fn workbook_with_any_damage_is_read_or_refused(at in 0_usize..1500, byte in any::<u8>()) {
        let mut bytes = workbook(&[&["Name", "DOB", "Date"], &["A", "#3", "C"]]);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&bytes);
    }
}
