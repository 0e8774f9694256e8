//! The binary's edge: everything is in the library.

use std::process::ExitCode;

use diogel::domain::bilingual::Language;
use diogel::runtime::crash;
use diogel::words::{Key, Words};

fn main() -> ExitCode {
    // Whatever command it is: a fault tells nobody's data.
    let words = Words::embedded(Language::English);
    crash::leave_nothing_behind(words.say(Key::TroublePanic).to_owned());
    diogel::cli::run()
}
