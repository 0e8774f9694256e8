//! Search as it is typed, beside the bare query in the encrypted file; and how list, search,
//! Today and a case grow with the number of cases.

use std::path::Path;
use std::time::{Duration, Instant};

use diogel::store::Store;

use crate::figures::{Figure, percentile, ratio, time};
use crate::measure::{to_cases, unlocked};
use crate::{Asked, stores};

/// What is typed, letter by letter: many matches at first, then few.
const TYPED: [&str; 6] = [
    "siân ll", "rhys mor", "nguyen", "gwen tre", "npt-24", "kowal",
];

pub fn run(asked: &Asked) -> Vec<Figure> {
    let cases = if asked.has_million {
        stores::MILLION
    } else {
        asked.cases
    };
    let (path, _) = stores::demo(cases);
    let (mut terminal, _) = unlocked(&path, "duty");
    to_cases(&mut terminal);
    terminal.key("/");
    let mut ours = Vec::new();
    for typed in TYPED {
        for letter in typed.chars() {
            ours.push(terminal.key(letter.encode_utf8(&mut [0; 4])).after);
        }
        for _ in typed.chars() {
            terminal.key("\x7f");
        }
    }
    let store = stores::open(&path);
    let bare: Vec<Duration> = TYPED
        .iter()
        .flat_map(|typed| bare_queries(&store, typed))
        .collect();
    let (p99, bare_p99) = (percentile(&ours, 99), percentile(&bare, 99));
    let (p50, bare_p50) = (percentile(&ours, 50), percentile(&bare, 50));
    vec![
        Figure::new(
            format!("letter of a search to frame, {cases} cases, p50"),
            time(p50),
        )
        .beside(format!(
            "bare query {}: {:.2}",
            time(bare_p50),
            ratio(p50, bare_p50)
        )),
        Figure::new(
            format!("letter of a search to frame, {cases} cases, p99"),
            time(p99),
        )
        .beside(format!(
            "bare query {}: {:.2}",
            time(bare_p99),
            ratio(p99, bare_p99)
        ))
        .should("≤ 20 ms", p99 <= Duration::from_millis(20)),
    ]
}

/// The query that such a search cannot do without, for each letter typed: the words by their
/// beginnings, and the rows of a page.
fn bare_queries(store: &Store, typed: &str) -> Vec<Duration> {
    let mut query = store
        .connection()
        .prepare_cached(
            "SELECT c.id, c.reference, c.given_name, c.family_name, c.known_as, c.date_of_birth,
                 c.stated_age, c.stage, c.restricted, c.owner_id, c.opened_on
             FROM case_search s JOIN case_record c ON c.id = s.rowid
             WHERE case_search MATCH ?1 ORDER BY s.rowid DESC LIMIT 37",
        )
        .unwrap();
    let ends = typed
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.map(|end| {
        let words = diogel::domain::likeness::fold_for_search(typed.get(..end).unwrap());
        let words: Vec<String> = words
            .split(' ')
            .map(|word| format!("\"{word}\"*"))
            .collect();
        let began = Instant::now();
        let mut rows = query.query([words.join(" ")]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let _: String = row.get(2).unwrap();
        }
        began.elapsed()
    })
    .collect()
}

pub fn growth(asked: &Asked) -> Vec<Figure> {
    let mut sizes = vec![asked.cases / 10, asked.cases];
    if asked.has_million {
        sizes.push(stores::MILLION);
    }
    let mut figures = Vec::new();
    for cases in sizes {
        let (path, _) = stores::demo(cases);
        figures.extend(of_size(&path, cases));
    }
    figures
}

fn of_size(path: &Path, cases: u64) -> Vec<Figure> {
    const TIMES: usize = 20;
    let (mut terminal, _) = unlocked(path, "duty");
    to_cases(&mut terminal);
    let mut median = |keys: &[&str]| {
        let times: Vec<Duration> = (0..TIMES)
            .map(|_| {
                let first = terminal.key(keys[0]).after;
                for key in &keys[1..] {
                    terminal.key(key);
                }
                first
            })
            .collect();
        percentile(&times, 50)
    };
    let rows = [
        ("Today", median(&["1", "2"])),
        ("a page of the list", median(&["\x1b[6~", "\x1b[5~"])),
        ("the end of the list", median(&["G", "g"])),
        ("a case opened", median(&["\r", "\x1b"])),
    ];
    rows.into_iter()
        .map(|(what, took)| Figure::new(format!("{what}, {cases} cases"), time(took)))
        .collect()
}
