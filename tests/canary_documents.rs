//! All that leaves the store for a family, made from a store with a marked word in every column of
//! professionals: letters and calendar files in both languages (invited, changed, called off), their
//! minutes, and their copy of the plan, as text and as Word. Names of files, bytes, every part of
//! every document and the unfolded lines of every calendar file are searched.
//!
//! The same search finds a mark where one is put into the family's own columns.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diogel::app::effect::{Ask, Secret};
use diogel::app::msg::Answer;
use diogel::app::talk::{accounts, after, plans, preparation, runner};
use diogel::domain::bilingual::Language;
use diogel::domain::meeting::MeetingId;
use diogel::domain::minutes::{Keeping, MinutesKind};
use diogel::domain::plan::PlanId;
use diogel::domain::rules::Rules;
use diogel::domain::runner::Finish;
use diogel::domain::sharing::Shareable;
use diogel::runtime::clock::Clock;
use diogel::runtime::desk::{Place, Room};
use rusqlite::Connection;

#[path = "support/in_part1.rs"]
mod in_part1;
#[path = "support/marked.rs"]
mod marked;
#[path = "support/stores.rs"]
mod stores;

use marked::{MARK, leak_in, marked, opened};
use stores::now;

const LANGUAGES: [Language; 2] = [Language::English, Language::Welsh];
/// Meetings whose families are written to.
const MEETINGS: usize = 6;

/// The store's thread, with the chair at the desk.
fn room(path: &Path) -> Room {
    let mut room = Room::new(Place {
        path: path.to_path_buf(),
        clock: Clock::Fixed(now()),
        rules: Arc::new(Rules::embedded().unwrap()),
    });
    let mut passphrase = Secret::default();
    "demo".chars().for_each(|letter| passphrase.push(letter));
    let came = room.answer(Ask::Accounts(accounts::Ask::Unlock {
        user: "chair".to_owned(),
        passphrase,
        part2: None,
    }));
    assert!(!matches!(came, Answer::Failed(_)), "{came:?}");
    room
}

fn numbers(connection: &Connection, sql: &str) -> Vec<i64> {
    let mut query = connection.prepare(sql).unwrap();
    query
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// The meetings to come whose families are asked, and who of each family.
fn families(connection: &Connection) -> BTreeMap<i64, Vec<i64>> {
    let asked = |more: &str| {
        format!(
            "SELECT {more} FROM meeting_person p JOIN meeting m ON m.id = p.meeting_id
                 JOIN case_record c ON c.id = m.case_id
             WHERE m.status = 'planned' AND m.part2_start IS NOT NULL AND c.restricted = 0
               AND p.part2 = 1 AND p.removed_at IS NULL AND p.kind <> 'professional'"
        )
    };
    numbers(
        connection,
        &(asked("DISTINCT m.id") + " ORDER BY m.id DESC"),
    )
    .into_iter()
    .take(MEETINGS)
    .map(|meeting| {
        let people = asked("p.id") + &format!(" AND m.id = {meeting}");
        (meeting, numbers(connection, &people))
    })
    .collect()
}

fn run(path: &Path, sql: &str) {
    let store = opened(path);
    // What the marks have bent is bent already: foreign keys and checks are not asked again.
    store
        .connection()
        .execute_batch(&format!(
            "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; {sql}"
        ))
        .unwrap();
}

/// Letters and calendar files: first as asked, then as changed, then as called off.
fn write_letters(path: &Path, folder: &Path) {
    let families = families(opened(path).connection());
    assert!(families.len() > 2, "few families are asked to anything");
    for (step, sql) in [
        ("asked", ""),
        (
            "changed",
            "UPDATE invitation SET sent_sequence = 0, sequence = 1,
                 sent_at = '2026-11-20T10:00:00Z', told_start = '2026-11-25T10:00:00Z'",
        ),
        ("called-off", "UPDATE meeting SET status = 'cancelled'"),
    ] {
        run(path, sql);
        for language in LANGUAGES {
            let code = language.code();
            run(
                path,
                &format!(
                    "INSERT OR IGNORE INTO preparation (meeting_person)
                         SELECT id FROM meeting_person WHERE kind <> 'professional';
                     UPDATE preparation SET language = '{code}';"
                ),
            );
            let mut room = room(path);
            for (meeting, people) in &families {
                let folder = folder.join(format!("{step}-{code}-{meeting}"));
                let written = room.answer(Ask::Preparation(preparation::Ask::Write {
                    meeting: MeetingId(*meeting),
                    people: people.clone(),
                    folder: folder.to_str().unwrap().to_owned(),
                    replace: false,
                }));
                assert!(
                    matches!(
                        written,
                        Answer::Preparation(preparation::Answer::Written { .. })
                    ),
                    "{step}: {written:?}"
                );
            }
        }
    }
    run(
        path,
        "UPDATE meeting SET status = 'planned' WHERE status = 'cancelled'",
    );
}

/// The family's minutes of the meeting that is at its Part 2, which ends here.
fn write_minutes(path: &Path, folder: &Path, meeting: MeetingId) {
    let mut room = room(path);
    let finish = Finish {
        agreement: None,
        next_on: None,
        cut_short: String::new(),
        not_agreed: Shareable::new("how late on Fridays"),
    };
    let ended = room.answer(Ask::Runner(runner::Ask::End {
        meeting,
        finish: Box::new(finish),
    }));
    let Answer::Runner(runner::Answer::Family(view)) = ended else {
        panic!("{ended:?}");
    };
    assert!(view.is_over);
    for language in LANGUAGES {
        let drafted = room.answer(Ask::After(after::Ask::Draft {
            meeting,
            kind: MinutesKind::Family,
            language,
        }));
        let Answer::After(after::Answer::Drafted {
            words: after::Drafted::Family(words),
            ..
        }) = drafted
        else {
            panic!("{drafted:?}");
        };
        let keeping = Keeping {
            meeting,
            language,
            seen: None,
        };
        let kept = room.answer(Ask::After(after::Ask::KeepFamily { keeping, words }));
        let Answer::After(after::Answer::Kept(minutes)) = kept else {
            panic!("{kept:?}");
        };
        let written = room.answer(Ask::After(after::Ask::Write {
            meeting,
            minutes,
            folder: folder.join("minutes").to_str().unwrap().to_owned(),
        }));
        assert!(
            matches!(written, Answer::After(after::Answer::Written { .. })),
            "{written:?}"
        );
    }
}

/// The family's copy of every plan.
fn write_plans(path: &Path, folder: &Path) {
    let all = "SELECT p.id FROM plan p JOIN case_record c ON c.id = p.case_id
        WHERE c.restricted = 0 ORDER BY p.id DESC LIMIT 12";
    let all = numbers(opened(path).connection(), all);
    assert!(all.len() > 3, "few plans");
    let mut room = room(path);
    for plan in all {
        for language in LANGUAGES {
            for kind in [plans::CopyKind::Text, plans::CopyKind::Word] {
                let written = room.answer(Ask::Plans(plans::Ask::WriteCopy {
                    plan: PlanId(plan),
                    language,
                    kind,
                    folder: folder.to_str().unwrap().to_owned(),
                }));
                assert!(
                    matches!(written, Answer::Plans(plans::Answer::Written(_))),
                    "{written:?}"
                );
            }
        }
    }
}

/// Everything that is written for a family.
fn write_all(path: &Path, folder: &Path, meeting: MeetingId) {
    write_letters(path, folder);
    write_minutes(path, folder, meeting);
    write_plans(path, folder);
}

fn files_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_in(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// All that a file says, each with where it says it: its name, its bytes, its parts, its text.
fn said_in(path: &Path) -> Vec<(String, String)> {
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    let bytes = std::fs::read(path).unwrap();
    let whole = String::from_utf8_lossy(&bytes).into_owned();
    let mut said = vec![("name".to_owned(), name.clone())];
    if path.extension().is_some_and(|ending| ending == "docx") {
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let part_name = part.name().to_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            let content = String::from_utf8_lossy(&content).into_owned();
            // What stands in several pieces of one line reads as one word.
            let text: String = match roxmltree::Document::parse(&content) {
                Ok(read) => read
                    .descendants()
                    .filter_map(|node| node.text().filter(|_| node.is_text()))
                    .collect(),
                Err(_) => String::new(),
            };
            said.push((format!("{part_name}, as text"), text));
            said.push((part_name, content));
        }
    } else {
        // Long lines of a calendar file go on in the next.
        said.push(("lines".to_owned(), whole.replace("\r\n ", "")));
    }
    said.push(("bytes".to_owned(), whole));
    said
}

/// What of the mark is in which files: kind of file to what leaked, and how many files there are.
fn search(folder: &Path) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut files = Vec::new();
    files_in(folder, &mut files);
    let mut kinds = BTreeMap::new();
    let mut leaks = Vec::new();
    for file in files {
        let ending = file.extension().unwrap().to_str().unwrap().to_owned();
        *kinds.entry(ending).or_insert(0) += 1;
        for (where_, text) in said_in(&file) {
            if let Some(column) = leak_in(&text) {
                let file = file.strip_prefix(folder).unwrap().display();
                leaks.push(format!("{column} in {file}, {where_}"));
            }
        }
    }
    (kinds, leaks)
}

#[test]
fn documents_and_calendar_files_for_families_hold_no_mark() {
    let (folder, path, meeting) = marked();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    write_all(&path, &out, meeting);
    let (kinds, leaks) = search(&out);
    assert!(leaks.is_empty(), "{leaks:#?}");
    // Each of three steps in two languages, for each who is asked.
    assert!(kinds["ics"] >= 3 * 6, "{kinds:?}");
    assert!(kinds["docx"] > kinds["ics"] + 8, "{kinds:?}");
    assert!(kinds["txt"] >= 8, "{kinds:?}");
}

/// The barrier broken: words of professionals in the columns that families' documents are made of.
#[test]
fn marks_in_the_family_s_own_columns_are_found_in_each_kind_of_file() {
    let (folder, path, meeting) = marked();
    run(
        &path,
        &format!(
            "UPDATE meeting_person SET name = '{MARK}' || id WHERE kind <> 'professional';
             UPDATE plan_goal SET words = '{MARK}';
             UPDATE release SET family_words = '{MARK}';"
        ),
    );
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    write_all(&path, &out, meeting);
    let (_, leaks) = search(&out);
    for (folder, ending, part) in [
        ("asked-en", ".docx", "word/document.xml"),
        ("changed-cy", ".ics", "lines"),
        ("called-off-cy", ".docx", "word/document.xml"),
        ("minutes", ".docx", "word/document.xml, as text"),
        ("", ".docx", "word/document.xml"),
        ("", ".txt", "bytes"),
    ] {
        let found = leaks.iter().any(|leak| {
            leak.contains(&format!(" in {folder}")) && leak.contains(&format!("{ending}, {part}"))
        });
        assert!(found, "{folder} {ending} {part}: {leaks:#?}");
    }
}
