use super::*;
use crate::domain::seraf::{Basis, Evidence, Forms, ItemAnswer};

fn form() -> Form {
    Forms::embedded().unwrap().default_form().unwrap().clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

fn tick(content: &mut Content, item: &str, column: &str) {
    let at = content.form().item_at(item).unwrap();
    let column = content.form().item(at).unwrap().0.column_at(column);
    content.answers.tick(at, column.unwrap());
}

fn blank() -> Content {
    Content::blank(&form(), today())
}

fn stamp() -> Stamp {
    Stamp {
        user_id: 1,
        name: "Mari Huws".to_owned(),
        at: "2026-08-03T10:00:00Z".parse().unwrap(),
    }
}

fn completed(content: Content) -> Assessment {
    let score = score(&content.answers, Header::default());
    Assessment {
        id: AssessmentId(1),
        case: CaseId(1),
        outcome: Some(Outcome {
            score: score.total,
            category: score.category,
            at_risk: score.at_risk,
            age: None,
            completed: stamp(),
        }),
        content,
        begun: stamp(),
        saved: stamp(),
        version: 2,
    }
}

fn open(content: &Content, previous: Option<&Assessment>) -> Vec<OpenPoint> {
    open_points(content, Header::default(), previous, today())
}

fn judged(direction: Direction, reason: &str) -> Judgement {
    Judgement {
        direction,
        reason: Confidential::new(reason),
    }
}

#[test]
fn assessment_without_any_answer_cannot_be_completed() {
    assert_eq!(open(&blank(), None), [OpenPoint::NothingAnswered]);
}

#[test]
fn assessment_of_tomorrow_cannot_be_completed() {
    let mut content = blank();
    tick(&mut content, "V1", "present");
    assert_eq!(open(&content, None), []);
    content.assessed_on = day("2026-11-24");
    assert_eq!(open(&content, None), [OpenPoint::DateInFuture]);
}

#[test]
fn current_significant_below_4_needs_a_judgement_or_a_reason() {
    let mut content = blank();
    tick(&mut content, "S1", "current");
    assert_eq!(
        open(&content, None),
        [OpenPoint::CurrentSignificantBelow(4)]
    );
    content.judgement = Some(judged(Direction::Higher, " "));
    assert_eq!(
        open(&content, None),
        [
            OpenPoint::JudgementReason,
            OpenPoint::CurrentSignificantBelow(4)
        ]
    );
    content.judgement = Some(judged(Direction::Higher, "new phone"));
    assert_eq!(open(&content, None), []);
    content.judgement = None;
    content.category_reason = Confidential::new("once, with a cousin");
    assert_eq!(open(&content, None), []);
    tick(&mut content, "S2", "current");
    tick(&mut content, "S3", "current");
    tick(&mut content, "S4", "current");
    content.category_reason = Confidential::default();
    assert_eq!(open(&content, None), []);
}

#[test]
fn category_lower_than_before_needs_a_reason() {
    let mut before = blank();
    before.assessed_on = day("2026-02-01");
    for item in ["S1", "S2", "S3", "S4"] {
        tick(&mut before, item, "current");
    }
    let before = completed(before);
    let mut content = blank();
    tick(&mut content, "V1", "present");
    let lower = [OpenPoint::LowerThanBefore(4)];
    assert_eq!(open(&content, Some(&before)), lower);
    content.category_reason = Confidential::new("moved away, no contact seen");
    assert_eq!(open(&content, Some(&before)), []);
}

#[test]
fn new_assessment_after_another_keeps_what_holds_for_life_and_all_evidence() {
    let mut before = blank();
    before.assessed_on = day("2026-08-03");
    tick(&mut before, "V4", "present");
    tick(&mut before, "S1", "current");
    before.answers.say_no(form().item_at("V5").unwrap());
    before.judgement = Some(judged(Direction::Lower, "because"));
    before.about.put("ethnicity", Confidential::new("Welsh"));
    before
        .about
        .put("no-more", Confidential::new("asked on an older form"));
    let said = Evidence {
        last_known: Some(day("2026-08-01")),
        source: "school".to_owned(),
        note: String::new(),
        basis: Basis::Seen,
    };
    before.evidence.add("S1", said.clone());
    let after = Content::after(&before, &form(), today());
    let answer = |item: &str| after.answers.item(form().item_at(item).unwrap());
    assert!(answer("V4").ticks().is_some());
    assert_eq!(answer("V5"), ItemAnswer::NotAsked);
    assert_eq!(answer("S1"), ItemAnswer::NotAsked);
    assert_eq!(after.evidence.of("S1"), [said]);
    assert_eq!((after.judgement, after.assessed_on), (None, today()));
    let header = [("ethnicity", "Welsh")];
    assert_eq!(after.about.for_professionals(), header.into());
}

#[test]
fn history_set_beside_itself_says_what_changed() {
    let mut first = blank();
    first.assessed_on = day("2026-08-03");
    tick(&mut first, "V4", "present");
    let mut second = first.clone();
    second.assessed_on = today();
    tick(&mut second, "S1", "current");
    let history = with_changes(vec![completed(second), completed(first)]);
    let changes = history[0].changes.as_ref().unwrap();
    assert_eq!((changes.previous_total, changes.total), (1, 6));
    assert_eq!(history[1].changes, None);
}

#[test]
fn content_kept_aside_comes_back_the_same() {
    let mut content = blank();
    tick(&mut content, "S1", "past");
    content.answers.say_not_known(form().item_at("V6").unwrap());
    content.judgement = Some(judged(Direction::Higher, ""));
    content.harmed = Harmed::Yes;
    content.narrative = Confidential::new("two\nlines");
    content.young_person_view.said_on = Some(today());
    content
        .about
        .put("known-since", Confidential::new("about 2019"));
    let kept = serde_json::to_string(&KeptContent::from(&content)).unwrap();
    let back: KeptContent = serde_json::from_str(&kept).unwrap();
    assert_eq!(back.on(&form()).unwrap(), content);
}

#[test]
fn content_kept_by_a_program_without_the_header_is_still_read() {
    let mut kept = serde_json::to_value(KeptContent::from(&blank())).unwrap();
    kept.as_object_mut().unwrap().remove("about").unwrap();
    let back: KeptContent = serde_json::from_value(kept).unwrap();
    assert_eq!(back.on(&form()).unwrap(), blank());
}

#[test]
fn header_that_two_people_filled_in_comes_together_field_by_field() {
    let mut base = blank();
    base.about.put("languages", Confidential::new("Welsh"));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.about.put("ethnicity", Confidential::new("Roma"));
    mine.about.put("legal-status", Confidential::new("mine"));
    theirs
        .about
        .put("legal-status", Confidential::new("theirs"));
    // Emptied by them: that too is a change.
    theirs.about.put("languages", Confidential::new(" "));
    let found = differences(Some(&base), &mine, &theirs);
    let both: Vec<bool> = found.iter().map(|one| one.both_changed).collect();
    assert_eq!(both, [false, false, true]);
    let whole = merged(&mine, &theirs, &found);
    let wanted = [("ethnicity", "Roma"), ("legal-status", "mine\ntheirs")];
    assert_eq!(whole.about.for_professionals(), wanted.into());
    let mut all_theirs = found;
    for one in &mut all_theirs {
        one.side = Side::Theirs;
    }
    assert_eq!(merged(&mine, &theirs, &all_theirs), theirs);
}

#[test]
fn texts_cleaned_hold_no_escape_sequence() {
    let mut content = blank();
    content.narrative = Confidential::new("one\u{1b}[2Jtwo\nthree");
    content
        .about
        .put("ethnicity", Confidential::new("We\u{1b}[2Jlsh"));
    content.judgement = Some(judged(Direction::Lower, "a\u{7}b"));
    content.evidence.add(
        "S1",
        Evidence {
            last_known: None,
            source: "sch\u{202e}ool".to_owned(),
            note: "\u{1b}]0;title\u{7}note".to_owned(),
            basis: Basis::Opinion,
        },
    );
    let clean = content.cleaned();
    assert_eq!(clean.narrative.for_professionals(), "onetwo\nthree");
    let header = [("ethnicity", "Welsh")];
    assert_eq!(clean.about.for_professionals(), header.into());
    assert_eq!(clean.judgement.unwrap().reason.for_professionals(), "ab");
    let said = &clean.evidence.of("S1")[0];
    assert_eq!(
        (said.source.as_str(), said.note.as_str()),
        ("school", "note")
    );
}

#[test]
fn two_versions_that_changed_different_parts_come_together_whole() {
    let base = blank();
    let mut mine = base.clone();
    tick(&mut mine, "V1", "present");
    mine.protective = Confidential::new("football");
    let mut theirs = base.clone();
    tick(&mut theirs, "S1", "current");
    theirs.harmed = Harmed::Yes;
    let differences = differences(Some(&base), &mine, &theirs);
    assert!(differences.iter().all(|one| !one.both_changed));
    let whole = merged(&mine, &theirs, &differences);
    let mut wanted = mine.clone();
    tick(&mut wanted, "S1", "current");
    wanted.harmed = Harmed::Yes;
    assert_eq!(whole, wanted);
}

#[test]
fn texts_that_both_wrote_stand_under_each_other_and_answers_wait_for_a_person() {
    let base = blank();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.narrative = Confidential::new("mine");
    theirs.narrative = Confidential::new("theirs");
    tick(&mut mine, "S1", "current");
    tick(&mut theirs, "S1", "past");
    let mut found = differences(Some(&base), &mine, &theirs);
    assert!(found.iter().all(|one| one.both_changed));
    let whole = merged(&mine, &theirs, &found);
    assert_eq!(whole.narrative.for_professionals(), "mine\ntheirs");
    let s1 = form().item_at("S1").unwrap();
    assert_eq!(whole.answers.item(s1), mine.answers.item(s1));
    for one in &mut found {
        one.side = Side::Theirs;
    }
    assert_eq!(merged(&mine, &theirs, &found), theirs);
    for one in &mut found {
        one.side = one.side.next(one.part).next(one.part).next(one.part);
        assert_ne!(one.part.can_be_both(), one.side != Side::Theirs);
    }
}

#[test]
fn parts_cover_everything_that_can_differ() {
    let mut other = blank();
    other.assessed_on = day("2026-11-01");
    tick(&mut other, "V1", "present");
    other.judgement = Some(judged(Direction::Higher, "one"));
    for (place, text) in [
        (&mut other.category_reason, "two"),
        (&mut other.harmed_note, "three"),
        (&mut other.protective, "four"),
        (&mut other.narrative, "five"),
        (&mut other.helped_by, "six"),
        (&mut other.young_person_view.words, "seven"),
        (&mut other.family_view.words, "eight"),
    ] {
        *place = Confidential::new(text);
    }
    for (_, field) in form().about() {
        other.about.put(&field.id, Confidential::new("nine"));
    }
    other.harmed = Harmed::No;
    other.family_view.said_on = Some(today());
    other.evidence.add(
        "M1",
        Evidence {
            last_known: None,
            source: "Mum".to_owned(),
            note: String::new(),
            basis: Basis::Opinion,
        },
    );
    let mut copy = blank();
    for part in copy.parts() {
        copy.take(part, &other);
    }
    assert_eq!(copy, other);
}

#[test]
fn dates_differ_only_where_they_speak_for_what_is_not_ticked() {
    let s1 = form().item_at("S1").unwrap();
    let dated = |day: &str, ticks: &[&str]| {
        let mut content = blank();
        content.evidence.add(
            "S1",
            Evidence {
                last_known: Some(self::day(day)),
                source: "school".to_owned(),
                note: String::new(),
                basis: Basis::Seen,
            },
        );
        for column in ticks {
            tick(&mut content, "S1", column);
        }
        content.dates_differ(s1)
    };
    assert!(!dated("2026-11-03", &["current"]));
    assert!(!dated("2026-11-03", &["current", "past"]));
    assert!(dated("2026-11-03", &["past"]));
    assert!(dated("2026-02-03", &["current"]));
    assert!(dated("2026-11-03", &[]));
    // Too old for either column.
    assert!(dated("2024-01-01", &["past"]));
    assert!(!dated("2024-01-01", &[]));
    assert!(!blank().dates_differ(s1));
}
