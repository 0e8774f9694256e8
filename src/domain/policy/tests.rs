//! The embedded files, one fault after another in each, and words found in typed text.

use super::*;

#[track_caller]
fn refused<T: std::fmt::Debug>(read: Result<T, PolicyError>, key: &str, says: &str) {
    let error = read.unwrap_err();
    assert_eq!(error.key, key, "{error}");
    assert!(
        error.to_string().starts_with(&format!("x.toml: {key}: ")),
        "{error}"
    );
    assert!(error.problem.to_string().contains(says), "{error}");
}

#[track_caller]
fn policy_with(from: &str, to: &str) -> Result<Policy, PolicyError> {
    assert!(settings::EMBEDDED.contains(from), "{from}");
    Policy::from_toml("x.toml", &settings::EMBEDDED.replacen(from, to, 1))
}

#[test]
fn embedded_policy_has_the_timescales_of_the_field() {
    let policy = Policies::embedded().unwrap().policy;
    assert_eq!(policy.referral.triage_working_days, 1);
    assert_eq!(policy.referral.written_confirmation_hours, 24);
    assert_eq!(policy.referral.chase_working_days, 7);
    assert_eq!(policy.decision.within_working_days, 1);
    assert_eq!(policy.meeting.initial_within_working_days, 10);
    assert_eq!(policy.review_weeks(), 4..=6);
    let meeting = &policy.meeting;
    let lengths = (
        meeting.professionals_minutes,
        meeting.break_minutes,
        meeting.family_minutes,
    );
    assert_eq!(lengths, (60, 10, 50));
    assert_eq!(policy.record.plan_copy_working_days, 5);
    assert_eq!(policy.record.full_record_working_days, 20);
    assert_eq!(policy.record.corrections_working_days, 10);
    assert_eq!(policy.record.return_interview_hours, 72);
    assert_eq!(policy.person.age_limit, 18);
    assert_eq!(policy.session.auto_lock_minutes, 10);
    assert_eq!(policy.reference(2026, 41), "NPT-26-041");
    assert_eq!(policy.reference(2105, 1234), "NPT-05-1234");
}

#[test]
fn policy_faults_are_refused_by_file_and_key() {
    refused(
        policy_with("[session]", "[sesion]"),
        "sesion",
        "unknown field",
    );
    refused(
        policy_with("break_minutes", "pause"),
        "meeting.pause",
        "unknown field",
    );
    refused(
        policy_with("chase_working_days = 7", ""),
        "referral.chase_working_days",
        "missing",
    );
    refused(
        policy_with("= 72", "= \"72\""),
        "record.return_interview_hours",
        "invalid type",
    );
    refused(
        policy_with("= 72", "= -72"),
        "record.return_interview_hours",
        "",
    );
    refused(
        policy_with("= 72", "= 0"),
        "record.return_interview_hours",
        "from 1 to 720",
    );
    refused(
        policy_with("age_limit = 18", "age_limit = 26"),
        "person.age_limit",
        "from 1 to 25",
    );
    refused(
        policy_with("\"NPT\"", "\"npt\""),
        "referral.prefix",
        "no prefix",
    );
    refused(
        policy_with("_to_weeks = 6", "_to_weeks = 3"),
        "meeting.review_to_weeks",
        "before it starts",
    );
}

#[test]
fn sandfields_is_the_informal_default_venue() {
    let policies = Policies::embedded().unwrap();
    let venue = policies.venues.default_venue().unwrap();
    assert_eq!(venue.name.en, "Sandfields Community Centre");
    assert!(venue.informal);
    let needed = policies
        .agencies
        .iter()
        .filter(|agency| agency.needed_for_strategy);
    let needed: Vec<&str> = needed.map(|agency| agency.id.as_str()).collect();
    assert_eq!(needed, ["social-services", "police"]);
    assert!(
        policies
            .triage_outcomes
            .get("no-action")
            .unwrap()
            .needs_reason
    );
}

fn venue(id: &str, name: &str, rest: &str) -> String {
    format!("[[venue]]\nid = \"{id}\"\nname.en = \"{name}\"\nname.cy = \"Canolfan\"\n{rest}\n")
}

#[test]
fn list_faults_are_refused_by_file_and_key() {
    let read = |text: String| Venues::from_toml("x.toml", &text);
    let good = venue("a", "Centre", "default = true");
    assert!(read(good.clone()).is_ok());
    refused(read(String::new()), "venue", "at least one");
    refused(read(venue("a", "Centre", "")), "venue.default", "0 are");
    refused(
        read(good.clone() + &venue("b", "B", "default = true")),
        "venue.default",
        "2 are",
    );
    refused(
        read(good.clone() + &venue("a", "B", "")),
        "venue 2.id",
        "twice",
    );
    refused(read(venue("A b", "Centre", "")), "venue 1.id", "not an id");
    refused(
        read(good.clone() + &venue("b", " ", "")),
        "venue.b.name.en",
        "empty",
    );
    refused(
        read(good.clone() + &venue("b", "\\u001b[2J", "")),
        "venue.b.name.en",
        "control",
    );
    refused(
        read(good + &venue("b", "B", "informl = true")),
        "venue 2.informl",
        "unknown field",
    );
    let one_language = "[[venue]]\nid = \"a\"\nname.en = \"A\"\n".to_owned();
    refused(read(one_language), "venue 1.name.cy", "missing");
}

#[test]
fn outcome_sent_to_an_unlisted_agency_is_refused() {
    let own = "[[agency]]\nid = \"police\"\nname.en = \"Police\"\nname.cy = \"Heddlu\"\n";
    let read = Policies::read(|file| (file == "agencies.toml").then(|| own.to_owned()));
    let error = read.unwrap_err();
    assert_eq!(error.key, "outcome.other-service.sent_to");
    assert_eq!(error.file, "triage-outcomes.toml");
}

#[test]
fn blaming_words_are_found_as_typed() {
    let warnings = Policies::embedded().unwrap().language_warnings;
    for (text, found) in [
        (
            "She PUTS  herself\nat-risk again.",
            vec!["PUTS  herself\nat-risk"],
        ),
        (
            "a lifestyle choice, promiscuous",
            vec!["lifestyle choice", "promiscuous"],
        ),
        (
            "ŵ – her boyfriend’s car, her boyfriend",
            vec!["boyfriend’s", "boyfriend"],
        ),
        ("her \"boyfriend\", ‘boyfriend’, 'boyfriend'", vec![]),
        ("\"promiscuous\"", vec!["promiscuous"]),
        ("he puts. Herself at risk", vec![]),
        ("a child prostituted by adults", vec![]),
        ("", vec![]),
    ] {
        let at = warnings.find(text);
        let at: Vec<&str> = at
            .iter()
            .map(|phrase| text.get(phrase.at.clone()).unwrap())
            .collect();
        assert_eq!(at, found, "{text}");
    }
}

#[test]
fn warning_faults_are_refused_by_file_and_key() {
    let read = |find: &str| {
        let end = "suggestion.en = \"a\"\nsuggestion.cy = \"b\"\n";
        LanguageWarnings::from_toml(
            "x.toml",
            &format!("[[phrase]]\nid = \"p\"\nfind = {find}\n{end}"),
        )
    };
    assert!(read("[\"lifestyle choice\"]").is_ok());
    refused(read("[]"), "phrase.p.find", "at least one");
    refused(read("[\"-\"]"), "phrase.p.find", "empty");
    refused(read("[\"a b\", \"A-b\"]"), "phrase.p.find", "twice");
    refused(read("\"a\""), "phrase 1.find", "invalid type");
}
