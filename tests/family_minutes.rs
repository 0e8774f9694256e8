//! The family's minutes never hold a word that was not released to them: every column of the
//! store that is professionals' alone is filled with a mark, and the mark is looked for in the
//! draft, on paper, and in the bytes of the document.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first fault"
)]

use diogel::domain::bilingual::Language;
use diogel::domain::case::{CaseBrief, CaseId};
use diogel::domain::meeting::{Meeting, MeetingId};
use diogel::domain::rules::Rules;
use diogel::domain::sharing::{Confidential, Shareable};
use diogel::export::minutes::{draft_family, draft_full, family_page, full_page, stem};
use diogel::export::word::docx;
use diogel::store::confidential::{FAMILY, PROFESSIONALS};
use diogel::store::{case_record, meeting, minutes, testing};
use diogel::words::Words;
use rusqlite::Connection;

const MARK: &str = "canarywhisper";
const BOTH: [Language; 2] = [Language::English, Language::Welsh];

/// Columns of professionals that hold no free words: what stands in them must be read.
const SHAPED: &[(&str, &str, &str)] = &[
    ("case_record", "date_of_birth", "1999-09-19"),
    ("case_record", "gender", "female"),
    ("referral", "person", "{}"),
    ("assessment", "answers", "{}"),
    ("assessment", "evidence", "{}"),
    ("meeting", "part1_agenda", r#"["canarywhisper"]"#),
    ("event", "detail", r#"{"reason":"canarywhisper"}"#),
    ("draft", "content", r#""canarywhisper""#),
];

/// What the readers need to be of a certain form, and of which kind each row is.
const KINDS: &str = "
    UPDATE case_record SET stage = 'on-protocol', opened_on = '2026-11-01', living = 'at-home';
    UPDATE meeting SET kind = 'initial', status = 'held', held_on = '2026-12-15',
        part1_start = '14:00', part1_minutes = 50, part2_start = '15:00', part2_minutes = 50,
        venue_id = 'sandfields', no_part2_by = 1;
    UPDATE meeting_person SET kind = 'family';
    UPDATE attendance SET part = 2, how = 'present';
    UPDATE meeting_run SET stage = 'ended', next_on = '2027-01-20';
    UPDATE meeting_item SET section = 'support', change = 'new', removed_at = NULL;
    UPDATE release SET taken_back_at = NULL, taken_back_by = NULL, item_id = 1;
    UPDATE voice SET heard_on = '2026-12-15', who = 'young-person', how = 'at-meeting',
        feeling = 3, support = 'mostly', difference = 'a-little', meeting_id = 1,
        recorded_at = '2026-12-15T15:40:00Z';
    UPDATE voice_answer SET done_on = '2026-12-16';
    UPDATE action_progress SET noted_on = '2026-12-16', status = 'open';
    UPDATE plan SET number = 1, status = 'agreed', agreed_on = '2026-12-15', meeting_id = 1,
        agreed_by = json_array(agreed_by);
    UPDATE plan_action SET status = 'open', by_on = '2027-01-04', goal_id = 1, against_harm = 0;
    UPDATE protocol_decision SET decision = 'put-on', criteria = '[]', unmet = '[]',
        decided_at = '2026-12-15T15:50:00Z';
    UPDATE minutes SET kind = 'full', language = 'en', approved_at = '2026-12-16T10:00:00Z';
    UPDATE minutes_correction SET asked_on = '2026-12-17';
    UPDATE minutes_sent SET sent_on = '2026-12-17';
    -- A second item and a third, said in Part 1 and not released, or taken back.
    INSERT INTO meeting_item (id, meeting_id, section, words, place, author_id)
        VALUES (2, 1, 'wider-risks', 'canarywhisper', 2, 1), (3, 1, 'other', 'x', 3, 1),
            (4, 1, 'other', 'x', 4, 1);
    INSERT INTO release (id, item_id, family_words, released_by, released_at, taken_back_by,
            taken_back_at)
        VALUES (3, 3, 'canarywhisper', 1, '2026-12-15T14:50:00Z', 1, '2026-12-15T14:55:00Z'),
            (4, 4, 'canarywhisper', 1, '2026-12-15T14:50:00Z', NULL, NULL);
    UPDATE meeting_item SET removed_at = '2026-12-15T14:56:00Z' WHERE id = 4;
    INSERT INTO plan_action (id, plan_id, against_harm, what, who, how_we_know, status, place)
        VALUES (2, 1, 1, 'canarywhisper', 'canarywhisper', 'canarywhisper', 'open', 2);
    -- The family's record beside the full one.
    INSERT INTO minutes (id, meeting_id, kind, language, family_words, approved_by, approved_at)
        VALUES (2, 1, 'family', 'en', 'said minutes.family_words', 1, '2026-12-16T10:00:00Z');
    UPDATE minutes SET family_words = '' WHERE id = 1;
    INSERT INTO minutes_correction (minutes_id, asked_by, asked_on, family_words, noted_by)
        VALUES (2, 'canarywhisper', '2026-12-18', 'said minutes_correction.family_words', 1);";

/// A store with one row in every table: professionals' words marked, the family's named by their
/// column. What forbids changing rows is taken away first, for this is no use of the program.
fn marked() -> Connection {
    let connection = testing::connection_in_memory().unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
        .unwrap();
    for trigger in names(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    ) {
        connection
            .execute_batch(&format!("DROP TRIGGER {trigger}"))
            .unwrap();
    }
    let tables = names(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
             AND name NOT LIKE 'case_search%' AND name NOT IN ('migration', 'meta')",
    );
    for table in &tables {
        let columns = names(
            &connection,
            &format!(
                "SELECT CASE WHEN type = 'INTEGER' THEN '1' WHEN type = 'BLOB' THEN 'x''00'''
                     WHEN dflt_value IS NOT NULL THEN dflt_value ELSE '''x''' END
                 FROM pragma_table_info('{table}') ORDER BY cid"
            ),
        );
        let sql = format!("INSERT INTO {table} VALUES ({})", columns.join(", "));
        connection
            .execute_batch(&sql)
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    for (table, column) in PROFESSIONALS {
        let shaped = SHAPED
            .iter()
            .find(|(of, name, _)| (of, name) == (table, column));
        let value = shaped.map_or(MARK, |(_, _, value)| *value);
        set(&connection, table, column, value);
    }
    for (table, column) in FAMILY {
        let value = match (*table, *column) {
            ("meeting", "part2_agenda") => r#"["said meeting.part2_agenda"]"#.to_owned(),
            _ => format!("said {table}.{column}"),
        };
        set(&connection, table, column, &value);
    }
    connection.execute_batch(KINDS).unwrap();
    connection
}

fn set(connection: &Connection, table: &str, column: &str, value: &str) {
    let sql = format!("UPDATE {table} SET {column} = ?1");
    let changed = connection.execute(&sql, [value]).unwrap();
    assert!(changed > 0, "{table} has no row to mark");
}

fn names(connection: &Connection, sql: &str) -> Vec<String> {
    let mut query = connection.prepare(sql).unwrap();
    query
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

fn read(connection: &Connection) -> (CaseBrief, Meeting) {
    let case = case_record::by_id(connection, CaseId(1)).unwrap().unwrap();
    let meeting = meeting::by_id(connection, MeetingId(1)).unwrap().unwrap();
    (case, meeting)
}

/// All text of a document, as a reader of its own takes it out.
fn text_of(document: &[u8]) -> String {
    docx_rs::read_docx(document).unwrap().json()
}

fn says_nothing_of_it(text: &str, what: &str) {
    let lower = text.to_lowercase();
    assert!(!lower.contains(MARK), "{what}: {text}");
    assert!(!text.contains("1999"), "{what}: {text}");
}

#[test]
fn family_minutes_drafted_from_a_marked_store_hold_no_mark() {
    let connection = marked();
    let (case, meeting) = read(&connection);
    let rules = Rules::embedded().unwrap();
    let source = minutes::family_source(&connection, &case, &meeting).unwrap();
    says_nothing_of_it(&format!("{source:?}"), "source");
    for language in BOTH {
        let words = Words::embedded(language);
        let draft = draft_family(&source, words, &rules);
        says_nothing_of_it(draft.as_str(), "draft");
        for said in [
            "release.family_words",
            "voice.own_words",
            "voice.worry",
            "voice.strength",
            "plan_goal.words",
            "plan_action.what",
            "plan.not_agreed",
            "meeting_person.name",
        ] {
            let said = format!("said {said}");
            assert!(draft.as_str().contains(&said), "{said}: {}", draft.as_str());
        }
        let family = minutes::family_of(&connection, MeetingId(1)).unwrap();
        let called = Shareable::new(case.called());
        let page = family_page(&called, meeting.plan.day, &family[0], words);
        let document = docx(&page, language).unwrap();
        let text = text_of(&document);
        says_nothing_of_it(&text, "document");
        assert!(text.contains("said minutes.family_words"), "{text}");
        assert!(
            text.contains("said minutes_correction.family_words"),
            "{text}"
        );
        let kind = diogel::domain::minutes::MinutesKind::Family;
        says_nothing_of_it(&stem(kind, &case, meeting.plan.day, words), "file name");
        says_nothing_of_it(&String::from_utf8_lossy(&document), "bytes");
    }
}

/// Shows that the mark would be found: the full version is full of it.
#[test]
fn full_minutes_of_the_same_store_hold_the_mark() {
    let connection = marked();
    let (case, meeting) = read(&connection);
    let rules = Rules::embedded().unwrap();
    let source = minutes::full_source(&connection, &case, &meeting).unwrap();
    let words = Words::embedded(Language::English);
    let draft = draft_full(&source, words, &rules);
    let text = draft.for_professionals();
    assert!(text.matches(MARK).count() > 6, "{text}");
    let full = minutes::full_of(&connection, MeetingId(1)).unwrap();
    let page = full_page(&case, &meeting, &full[0], words);
    let document = text_of(&docx(&page, Language::English).unwrap());
    assert!(document.contains(MARK));
}

/// Shows that the search of the draft notices one word that slips through.
#[test]
fn family_draft_with_the_barrier_broken_is_noticed() {
    let connection = marked();
    let (case, meeting) = read(&connection);
    let rules = Rules::embedded().unwrap();
    let mut source = minutes::family_source(&connection, &case, &meeting).unwrap();
    let slipped = Confidential::new(MARK);
    source
        .released
        .push(Shareable::new(slipped.for_professionals()));
    let draft = draft_family(&source, Words::embedded(Language::Welsh), &rules);
    assert!(draft.as_str().contains(MARK));
}
