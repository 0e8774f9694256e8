//! The stores that are measured on, made once and kept in `target/speed`; and their rows as text,
//! for the programs beside.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use diogel::store::Store;
use diogel::store::vault::{self, Passphrase};

pub const MILLION: u64 = 1_000_000;

pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/speed");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A demo of so many cases; and how long it took to make, where it was made now.
pub fn demo(cases: u64) -> (PathBuf, Option<Duration>) {
    let path = folder().join(format!("demo-{cases}.db"));
    if path.exists() {
        return (path, None);
    }
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_diogel"))
        .args(["--store", path.to_str().unwrap(), "demo", "--no-open"])
        .args(["--cases", &cases.to_string()])
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    (path, Some(began.elapsed()))
}

/// The store opened by the library, as the program opens it.
pub fn open(path: &Path) -> Store {
    let passphrase = Passphrase::new("demo".to_owned());
    let key = vault::unlock(path, "duty", &passphrase).unwrap();
    Store::open(path, &key).unwrap()
}

/// The rows of the list as lines of text.
pub fn as_text(path: &Path) -> PathBuf {
    let text = path.with_extension("txt");
    if text.exists() {
        return text;
    }
    let store = open(path);
    let mut file = std::io::BufWriter::new(fs::File::create(&text).unwrap());
    let mut query = store
        .connection()
        .prepare(
            "SELECT reference, given_name || ' ' || family_name, coalesce(date_of_birth, ''),
                 stage, opened_on FROM case_record ORDER BY name_key, id",
        )
        .unwrap();
    let mut rows = query.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let cell = |at| row.get::<_, String>(at).unwrap();
        writeln!(
            file,
            "{:<14}{:<36}{:<12}{:<14}{}",
            cell(0),
            cell(1),
            cell(2),
            cell(3),
            cell(4)
        )
        .unwrap();
    }
    text
}
