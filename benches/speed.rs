//! How fast the program is, beside what people know: the release binary in a pseudo-terminal,
//! next to `less` and `vim -R` on the same rows, in one run on one machine.
//!
//! `cargo bench` prints the table of docs/performance.md. Ratios are what counts: they are the same
//! on a slow machine. `cargo bench -- --million` adds the rows that need a million cases (some
//! minutes to make, about 6 GB of disk); `--only WORD` runs the parts whose name has the word. Stores
//! are kept in `target/speed` and used again.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first fault")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

#[path = "speed/figures.rs"]
mod figures;
#[path = "speed/keys.rs"]
mod keys;
#[path = "speed/measure.rs"]
mod measure;
#[path = "speed/search.rs"]
mod search;
#[path = "speed/sessions.rs"]
mod sessions;
#[path = "speed/start.rs"]
mod start;
#[path = "speed/stores.rs"]
mod stores;
#[path = "speed/terminal.rs"]
mod terminal;

/// The size that DESIGN.md names: 40 rows of 120 columns.
pub const ROWS: u16 = 40;
pub const COLS: u16 = 120;

/// What was asked for on the command line.
pub struct Asked {
    pub cases: u64,
    pub has_million: bool,
    only: Option<String>,
}

impl Asked {
    fn from_arguments() -> Self {
        let mut asked = Self {
            cases: 100_000,
            has_million: false,
            only: None,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--million" => asked.has_million = true,
                "--cases" => asked.cases = arguments.next().unwrap().parse().unwrap(),
                "--only" => asked.only = arguments.next(),
                // Cargo itself says --bench.
                _ => {}
            }
        }
        asked
    }

    fn wants(&self, part: &str) -> bool {
        self.only.as_deref().is_none_or(|only| part.contains(only))
    }
}

type Part = fn(&Asked) -> Vec<figures::Figure>;

fn main() {
    let asked = Asked::from_arguments();
    let parts: [(&str, Part); 5] = [
        ("start", start::run),
        ("keys", keys::run),
        ("search", search::run),
        ("growth", search::growth),
        ("sessions", sessions::run),
    ];
    figures::heading();
    for (name, run) in parts {
        if asked.wants(name) {
            for figure in run(&asked) {
                figure.print();
            }
        }
    }
}
