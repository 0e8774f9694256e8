//! Texts for people: both languages whole, none forgotten, every trouble told in its own words.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|have| have == ending) {
            found.push(path);
        }
    }
}

fn all_text(folder: &str, ending: &str) -> String {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty());
    found
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The ids, each with the variables that its text takes.
fn outline(language: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let text = all_text(&format!("data/words/{language}"), "ftl");
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            let (id, said) = line.split_once('=').unwrap();
            let is_block = !said.trim().is_empty();
            found.push((id.trim().to_owned(), BTreeSet::new()));
            assert!(
                is_block || text.contains(&format!("{line}\n ")),
                "{language}: {id} is empty"
            );
        }
        if let Some((_, variables)) = found.last_mut() {
            for part in line.split('$').skip(1) {
                let end = |letter: char| {
                    !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_'
                };
                variables.insert(part.split(end).next().unwrap().to_owned());
            }
        }
    }
    found.into_iter().collect()
}

#[test]
fn texts_have_the_same_ids_and_variables_in_both_languages() {
    let (english, welsh) = (outline("en"), outline("cy"));
    assert!(english.len() > 50);
    let apart: Vec<_> = english.symmetric_difference(&welsh).collect();
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn texts_are_all_used() {
    let sources = all_text("src", "rs");
    // Looked up by the kind of an error, by a command, or by the number of a month or weekday.
    let by_data = [
        "place-", "trouble-", "date-", "month-", "weekday-", "day-", "help",
    ];
    for key in diogel::words::Key::ALL {
        let named = format!("Key::{key:?}");
        let in_rows = format!("W::{key:?}");
        let in_update = format!("Word::{key:?}");
        let used = sources.contains(&named)
            || sources.contains(&in_rows)
            || sources.contains(&in_update)
            || by_data.iter().any(|start| key.id().starts_with(start));
        assert!(used, "{} is never said", key.id());
    }
}

#[test]
fn troubles_of_the_store_each_have_words() {
    let mut kinds = BTreeSet::new();
    for file in [
        "src/store/error.rs",
        "src/store/vault.rs",
        "src/casework.rs",
        "src/casework/cases/error.rs",
        "src/casework/after/error.rs",
        "src/casework/meetings/error.rs",
        "src/casework/runner/error.rs",
        "src/casework/assessments/error.rs",
        "src/casework/preparation/error.rs",
        "src/casework/referrals/error.rs",
        "src/casework/plans/error.rs",
        "src/casework/voice/error.rs",
    ] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        let mut in_keys = false;
        for line in text.lines() {
            in_keys = (in_keys || line.contains("fn words_key")) && line != "    }";
            if let (true, Some(kind)) = (in_keys, line.split('"').nth(1)) {
                kinds.insert(kind.to_owned());
            }
        }
    }
    assert!(kinds.len() > 25, "{kinds:?}");
    for language in ["en", "cy"] {
        let text = all_text(&format!("data/words/{language}"), "ftl");
        for kind in &kinds {
            assert!(
                text.contains(&format!("trouble-{kind}")),
                "{language}: {kind}"
            );
        }
    }
}
