//! `diogel man`: the manual page, with the keys of the app from the rows that it works by.

#[cfg(test)]
use std::fmt::Write as _;
use std::io::Write;

use clap::Command;
use clap_mangen::roff::{Roff, bold, roman};

use strum::IntoEnumIterator;

use super::CliError;
use crate::app::keymap::{self, Place, Row};
use crate::ui::keys;
use crate::words::{Key, Words};

/// Writes the manual page in roff.
pub fn write(grammar: Command, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    clap_mangen::Man::new(grammar).render(out)?;
    let mut page = Roff::new();
    page.control("SH", [words.say(Key::CliManualKeys)]);
    for place in Place::iter() {
        let rows: Vec<&Row> = keymap::all_rows()
            .filter(|row| row.place == place)
            .collect();
        if rows.is_empty() {
            continue;
        }
        page.control("SS", [words.say(place.words())]);
        for row in rows {
            page.control("TP", []);
            page.text([bold(keys::names(row))]);
            page.text([roman(words.say(row.words))]);
        }
    }
    page.to_writer(out)?;
    Ok(())
}

/// The keys as a page of `docs/`.
#[cfg(test)]
fn keys_page(words: &Words) -> String {
    let mut page = format!("# {}\n", words.say(Key::CliManualKeys));
    for place in Place::iter() {
        let rows: Vec<&Row> = keymap::all_rows()
            .filter(|row| row.place == place)
            .collect();
        if rows.is_empty() {
            continue;
        }
        // Writing to a string does not fail.
        let _ = write!(page, "\n## {}\n\n", words.say(place.words()));
        for row in rows {
            let (keys, says) = (keys::names(row), words.say(row.words));
            let _ = writeln!(page, "- `{keys}` {says}");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bilingual::Language;

    #[test]
    fn every_place_with_keys_of_its_own_has_a_name_of_its_own() {
        for place in Place::iter().filter(|place| *place != Place::Everywhere) {
            let has_rows = keymap::all_rows().any(|row| row.place == place);
            let named = place.words() != Key::PlaceEverywhere;
            assert!(named || !has_rows, "write the text place-… of {place:?}");
        }
    }

    #[test]
    fn page_of_keys_in_docs_is_that_of_the_rows() {
        let written = keys_page(Words::embedded(Language::English));
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
        if std::env::var_os("DIOGEL_WRITE_KEYS").is_some() {
            std::fs::write(path, &written).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(
            kept, written,
            "run the test again with DIOGEL_WRITE_KEYS=1 to write docs/keys.md"
        );
    }
}
