//! The house keeps its rules: which room may use what, how long a file may be, what is left out.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE_LINES: usize = 600;
const EXPLAIN_FROM_LINES: usize = 400;

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    files_of("src")
}

fn files_of(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join(folder), &mut files);
    assert!(
        files.len() > 20,
        "the walk found too little to mean anything"
    );
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// Lines of code: comments do not count, so that a room may name what it does not use.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[track_caller]
fn check_absent(room: &str, forbidden: &[&str]) {
    let file = format!("src/{room}.rs");
    let folder = format!("src/{room}/");
    let mut faults = Vec::new();
    for (name, text) in sources() {
        if name != file && !name.starts_with(&folder) {
            continue;
        }
        // A test may build what its room may not use.
        if name.ends_with("tests.rs") || name.contains("/tests/") {
            continue;
        }
        for (number, line) in code(&text) {
            for word in forbidden {
                if line.contains(word) {
                    faults.push(format!("{name}:{number}: {word}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const DRAWING: [&str; 3] = ["ratatui", "crossterm", "tui_textarea"];

#[test]
fn domain_uses_no_io_no_sql_no_clock_no_drawing() {
    check_absent("domain", &DRAWING);
    check_absent(
        "domain",
        &[
            "rusqlite",
            "crate::store",
            "crate::casework",
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "crate::words",
            "std::fs",
            "std::io",
            "std::env",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
        ],
    );
}

#[test]
fn store_uses_no_rules_no_permissions_no_drawing() {
    check_absent("store", &DRAWING);
    check_absent(
        "store",
        &[
            "crate::casework",
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "crate::words",
            "domain::roles::may",
        ],
    );
}

#[test]
fn casework_uses_no_drawing_and_no_arguments() {
    check_absent("casework", &DRAWING);
    check_absent(
        "casework",
        &[
            "clap",
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
        ],
    );
}

#[test]
fn demo_uses_no_clock_no_files_and_no_way_round_casework() {
    check_absent("demo", &DRAWING);
    check_absent(
        "demo",
        &[
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "std::fs",
            "std::env",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
            "getrandom",
        ],
    );
}

#[test]
fn export_uses_domain_and_words_alone() {
    check_absent("export", &DRAWING);
    check_absent(
        "export",
        &[
            "rusqlite",
            "crate::store",
            "crate::casework",
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "crate::demo",
            "std::fs",
            "std::env",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
        ],
    );
}

#[test]
fn import_reads_files_and_keeps_nothing() {
    check_absent("import", &DRAWING);
    check_absent(
        "import",
        &[
            "rusqlite",
            "crate::store",
            "crate::casework",
            "crate::app",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "crate::words",
            "fs::write",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
        ],
    );
}

#[test]
fn app_uses_no_terminal_no_sql_no_files_no_clock() {
    check_absent("app", &["ratatui::", "crossterm"]);
    check_absent(
        "app",
        &[
            "rusqlite",
            "crate::store",
            "crate::ui",
            "crate::runtime",
            "crate::cli",
            "std::fs",
            "std::thread",
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
        ],
    );
}

#[test]
fn ui_uses_no_terminal_input_and_no_store() {
    check_absent(
        "ui",
        &[
            "crossterm",
            "rusqlite",
            "crate::store",
            "crate::casework",
            "crate::cli",
        ],
    );
}

#[test]
fn sql_is_written_in_the_store_alone() {
    let verbs = [
        "SELECT ",
        "INSERT INTO",
        "DELETE FROM",
        "UPDATE ",
        "CREATE TABLE",
    ];
    for (name, text) in sources() {
        // A test may look at the rows behind what it tests.
        if name.starts_with("src/store") || name.ends_with("tests.rs") {
            continue;
        }
        for (number, line) in code(&text) {
            let sql = verbs.iter().find(|verb| line.contains(*verb));
            assert!(
                sql.is_none(),
                "{name}:{number}: SQL outside the store: {line}"
            );
        }
    }
}

#[test]
fn cheap_passphrases_are_for_fictional_stores_alone() {
    let may = |name: &str| {
        name.starts_with("src/store") || name.contains("demo") || name.ends_with("tests.rs")
    };
    for (name, text) in sources() {
        let named = code(&text).find(|(_, line)| line.contains("PassphraseCost::Cheap"));
        assert!(
            named.is_none() || may(&name),
            "{name}: a real store would get a cheap lock"
        );
    }
}

#[test]
fn files_stay_readable_in_length() {
    for (name, text) in sources().into_iter().chain(files_of("tests")) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE_LINES, "{name} has {lines} lines");
        let is_test = name.ends_with("tests.rs") || name.starts_with("tests/");
        if lines > EXPLAIN_FROM_LINES && !is_test {
            let head: String = text.lines().take(12).collect();
            assert!(
                head.contains("Long because"),
                "{name} has {lines} lines and does not say why"
            );
        }
    }
}

#[test]
fn module_files_are_named_after_their_module() {
    for (name, text) in sources() {
        assert!(!name.ends_with("/mod.rs"), "{name}");
        let says = text.starts_with("//!") || name.ends_with("tests.rs");
        assert!(says, "{name} does not say what lives in it");
    }
}
