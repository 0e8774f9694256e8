//! The store under the worst that can happen to a program: killed in the middle of writing, again
//! and again. Every change that was acknowledged is there afterwards, whole, and none is half.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::DateTime;
use diogel::store::audit::{self, Entry};
use diogel::store::open::Thoroughness;
use diogel::store::testing::{PASSPHRASE, store_in};
use diogel::store::vault::{self, Passphrase};
use diogel::store::{OpenError, Store, StoreError};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Set for the children only: the store to write to, and the writer's name.
const STORE: &str = "DIOGEL_TEST_KILL_STORE";
const WRITER: &str = "DIOGEL_TEST_KILL_WRITER";

const ROUNDS: u64 = 20;
const WRITERS: u64 = 2;
/// Larger than a page, so that a half-written change would show.
const FILLER: usize = 12_000;

#[test]
fn store_killed_while_writing_keeps_every_acknowledged_change() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let (path, key, store) = store_in(folder.path())?;
    store
        .connection()
        .execute_batch("CREATE TABLE halves (half TEXT, name TEXT, filler TEXT) STRICT")?;
    drop(store);
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        let mut children: Vec<(String, Child)> = Vec::new();
        for number in 0..WRITERS {
            let writer = format!("{round}-{number}");
            children.push((writer.clone(), spawn_writer(&path, &writer)?));
        }
        // The first writer's words decide when: after another number of changes each round, and
        // at another moment within the next change.
        let mut lines = Vec::new();
        for (_, child) in &mut children {
            let output = child.stdout.take().ok_or("no output")?;
            lines.push(BufReader::new(output));
        }
        let wanted = 1 + (round * 7) % 11;
        let mut seen = 0;
        let mut line = String::new();
        while seen < wanted && lines[0].read_line(&mut line)? > 0 {
            if let Some(number) = acknowledgement(&line) {
                acknowledged.insert(format!("{}-{number}", children[0].0));
                seen += 1;
            }
            line.clear();
        }
        assert_eq!(seen, wanted, "the writer ended by itself");
        std::thread::sleep(Duration::from_micros(round * 397 % 4_000));
        for (_, child) in &mut children {
            child.kill()?;
        }
        for ((writer, mut child), mut output) in children.into_iter().zip(lines) {
            child.wait()?;
            line.clear();
            while output.read_line(&mut line)? > 0 {
                if let Some(number) = acknowledgement(&line) {
                    acknowledged.insert(format!("{writer}-{number}"));
                }
                line.clear();
            }
        }

        let store = Store::open(&path, &key)?;
        let kept = kept_whole(&store)?;
        let lost: Vec<_> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        let verdict = audit::verify(store.connection(), None)?;
        assert!(verdict.is_whole(), "round {round}: {verdict:?}");
        assert_eq!(
            u64::try_from(audit::head(store.connection())?.seq)?,
            kept.len() as u64
        );
    }
    assert!(acknowledged.len() as u64 > ROUNDS);
    let found = Store::open(&path, &key)?.verify_integrity(Thoroughness::Full)?;
    assert!(found.is_sound(), "{found:?}");
    Ok(())
}

/// The child's part: writes until it is killed, and acknowledges each change once it is kept.
#[test]
#[ignore = "run as a child by store_killed_while_writing_keeps_every_acknowledged_change"]
fn writer_that_is_killed() -> Outcome<()> {
    let path = env::var(STORE)?;
    let writer = env::var(WRITER)?;
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let key = vault::unlock(Path::new(&path), "duty", &passphrase)?;
    // The other writer, or the one that was just killed, may hold the store for a while.
    let mut store = loop {
        match Store::open(Path::new(&path), &key) {
            Err(OpenError::Locked { .. }) => {}
            opened => break opened?,
        }
    };
    // Bounded, should the parent be gone.
    for number in 0..5_000 {
        let name = format!("{writer}-{number}");
        let kept = store.with_transaction(|transaction| -> Result<(), StoreError> {
            for half in ["begun", "ended"] {
                transaction.execute(
                    "INSERT INTO halves (half, name, filler) VALUES (?1, ?2, ?3)",
                    [half, &name, &"x".repeat(FILLER)],
                )?;
            }
            let entry = Entry {
                at: DateTime::UNIX_EPOCH,
                user_id: None,
                user_name: "duty",
                action: "test.written",
                case_id: None,
                subject: &name,
                detail: "{}",
            };
            audit::append(transaction, &entry)?;
            Ok(())
        });
        match kept {
            // The other writer had the store all the time: nothing was kept or acknowledged.
            Err(StoreError::Busy) => continue,
            kept => kept?,
        }
        let mut output = std::io::stdout().lock();
        output.write_all(format!("\nkept {number}\n").as_bytes())?;
        output.flush()?;
    }
    Ok(())
}

fn spawn_writer(path: &Path, writer: &str) -> Outcome<Child> {
    Ok(Command::new(env::current_exe()?)
        .args([
            "writer_that_is_killed",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(STORE, path)
        .env(WRITER, writer)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?)
}

/// The number in a line of acknowledgement; none when the line was cut off by the kill.
fn acknowledgement(line: &str) -> Option<u64> {
    line.strip_prefix("kept ")?.strip_suffix('\n')?.parse().ok()
}

/// The names of the changes of which all is there. One of which only a part is there is an error.
fn kept_whole(store: &Store) -> Outcome<BTreeSet<String>> {
    let names = |sql: &str| -> Outcome<BTreeSet<String>> {
        let mut query = store.connection().prepare(sql)?;
        let names = query.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    };
    let half = |half: &str| {
        names(&format!(
            "SELECT name FROM halves WHERE half = '{half}' AND length(filler) = {FILLER}"
        ))
    };
    let (begun, ended) = (half("begun")?, half("ended")?);
    let audited = names("SELECT subject FROM audit")?;
    if begun != ended || begun != audited {
        return Err("a change was kept by half".into());
    }
    Ok(begun)
}
