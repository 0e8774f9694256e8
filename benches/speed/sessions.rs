//! A hundred people at once on one store: moving, searching, typing referrals whose drafts are
//! saved as they type. How long a key takes for them, and whether anything typed was lost.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use diogel::domain::roles::Role;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{account, draft};

use crate::figures::{Figure, percentile, time};
use crate::measure::{to_cases, unlocked};
use crate::{Asked, stores};

const SESSIONS: usize = 100;
/// One of so many types; the others look things up.
const ONE_WRITES_IN: usize = 4;
const KEYS: usize = 40;
/// A person's pause between two keys.
const PAUSE: Duration = Duration::from_millis(350);

pub fn run(_asked: &Asked) -> Vec<Figure> {
    let (path, _) = stores::demo(10_000);
    let people = people(&path);
    let (sender, results) = mpsc::channel();
    let threads: Vec<_> = people
        .into_iter()
        .enumerate()
        .map(|(place, user)| {
            let (path, sender) = (path.clone(), sender.clone());
            thread::spawn(move || {
                let times = if place % ONE_WRITES_IN == 0 {
                    types(&path, &user)
                } else {
                    looks(&path, &user)
                };
                sender
                    .send((user, place % ONE_WRITES_IN == 0, times))
                    .unwrap();
            })
        })
        .collect();
    drop(sender);
    let mut times = Vec::new();
    let mut lost = 0;
    let store = stores::open(&path);
    for (user, has_typed, theirs) in results {
        times.extend(theirs);
        if has_typed {
            let id = account::by_name(store.connection(), &user)
                .unwrap()
                .unwrap()
                .id;
            let kept = draft::all(store.connection(), id).unwrap();
            let is_there = kept
                .iter()
                .any(|one| one.content.contains(&typed_by(&user)));
            lost += usize::from(!is_there);
        }
    }
    for thread in threads {
        thread.join().unwrap();
    }
    let p99 = percentile(&times, 99);
    vec![
        Figure::new(
            format!("{SESSIONS} sessions, key to frame, p50"),
            time(percentile(&times, 50)),
        ),
        Figure::new(
            format!("{SESSIONS} sessions, key to frame, p99"),
            format!(
                "{}, {lost} of {} drafts lost",
                time(p99),
                SESSIONS / ONE_WRITES_IN
            ),
        )
        .should(
            "≤ 50 ms, none lost",
            p99 <= Duration::from_millis(50) && lost == 0,
        ),
    ]
}

/// A hundred users of the demo, added once.
fn people(path: &Path) -> Vec<String> {
    let mut store = stores::open(path);
    let passphrase = Passphrase::new("demo".to_owned());
    let names: Vec<String> = (0..SESSIONS)
        .map(|number| format!("person{number}"))
        .collect();
    for name in &names {
        if account::by_name(store.connection(), name)
            .unwrap()
            .is_none()
        {
            store
                .with_transaction(|tx| account::insert(tx, name, name, Role::DutyWorker))
                .unwrap();
            vault::add_slot(path, store.key(), name, &passphrase).unwrap();
        }
        // What they typed another time is not what they type now.
        let id = account::by_name(store.connection(), name)
            .unwrap()
            .unwrap()
            .id;
        for kept in draft::all(store.connection(), id).unwrap() {
            store
                .with_transaction(|tx| draft::discard(tx, id, &kept.place))
                .unwrap();
        }
    }
    names
}

fn looks(path: &Path, user: &str) -> Vec<Duration> {
    let (mut terminal, _) = unlocked(path, user);
    to_cases(&mut terminal);
    let mut times = Vec::new();
    for number in 0..KEYS {
        let key = match number % 8 {
            0..5 => "\x1b[B",
            5 => "\x1b[6~",
            6 => "\r",
            _ => "\x1b",
        };
        times.push(terminal.key(key).after);
        thread::sleep(PAUSE);
    }
    times
}

/// What a person types, told apart from what the others type.
fn typed_by(user: &str) -> String {
    format!("Enw{user}")
}

fn types(path: &Path, user: &str) -> Vec<Duration> {
    let (mut terminal, _) = unlocked(path, user);
    to_cases(&mut terminal);
    terminal.key("n");
    // From the question of danger, which takes no words, to the name.
    terminal.key("\t");
    let mut times = Vec::new();
    for letter in typed_by(user).chars() {
        times.push(terminal.key(letter.encode_utf8(&mut [0; 4])).after);
        thread::sleep(PAUSE);
    }
    terminal.settle();
    // The draft of the last letter is on its way.
    thread::sleep(PAUSE * 3);
    times
}
