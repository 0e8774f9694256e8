//! `diogel man`: the manual page, with the keys of the app from the rows that it works by.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_with_keys_of_its_own_has_a_name_of_its_own() {
        for place in Place::iter().filter(|place| *place != Place::Everywhere) {
            let has_rows = keymap::all_rows().any(|row| row.place == place);
            let named = place.words() != Key::PlaceEverywhere;
            assert!(named || !has_rows, "write the text place-… of {place:?}");
        }
    }
}
