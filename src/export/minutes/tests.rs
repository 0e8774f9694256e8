use chrono::NaiveTime;

use super::*;
use crate::domain::attendance::How;
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId, Stage};
use crate::domain::meeting::{
    InvitedKind, Meeting, MeetingId, MeetingKind, MeetingPlan, MeetingStatus, Part,
};
use crate::domain::minutes::{
    Approval, Attended, Correction, ItemChange, ItemSection, Minutes, MinutesId, MinutesKind, Said,
};
use crate::domain::plan::{
    ActionStatus, FamilyPlan, Goal, HarmAction, Plan, PlanId, PlanStatus, SharedAction,
};
use crate::domain::protocol::{ProtocolDecision, ProtocolDecisionId, ProtocolOutcome};
use crate::domain::voice::{Difference, Feeling, Heard, HeardHow, Speaker, SupportFelt};
use crate::export::word::docx;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn said(text: &str) -> Shareable {
    Shareable::new(text)
}

fn secret(text: &str) -> Confidential {
    Confidential::new(text)
}

fn case() -> CaseBrief {
    CaseBrief {
        id: CaseId(1),
        reference: "NPT-26-038".to_owned(),
        given_name: "Cerys".to_owned(),
        family_name: "Hughes".to_owned(),
        known_as: String::new(),
        born: None,
        stated_age: Some(15),
        stage: Stage::OnProtocol,
        is_restricted: false,
        owner: None,
        opened_on: day("2026-12-01"),
        version: 1,
    }
}

fn meeting() -> Meeting {
    let part = |hour| Part {
        start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    Meeting {
        id: MeetingId(1),
        case: CaseId(1),
        status: MeetingStatus::Held,
        plan: MeetingPlan {
            kind: MeetingKind::Initial,
            day: day("2026-12-15"),
            part1: part(14),
            part2: Some(part(15)),
            no_part2: None,
            venue: "sandfields".to_owned(),
            chair: None,
            day_reason: String::new(),
            people: Vec::new(),
        },
        cancelled_reason: String::new(),
        version: 2,
    }
}

fn voice() -> Heard {
    Heard {
        how: HeardHow::AtMeeting,
        feeling: Feeling::new(3),
        support: Some(SupportFelt::Mostly),
        difference: Some(Difference::ALittle),
        own_words: said("I like Lowri.\nI don't like being asked the same thing."),
        strength: said("football"),
        ..Heard::nothing_yet(day("2026-12-15"), Speaker::YoungPerson, "Cerys")
    }
}

fn shared_plan() -> FamilyPlan {
    let action = |what: &str, who: &str, status| SharedAction {
        what: said(what),
        who: said(who),
        by: Some(day("2026-12-18")),
        how_we_know: said("first training"),
        status,
        ..SharedAction::default()
    };
    FamilyPlan {
        id: PlanId(1),
        number: 1,
        status: PlanStatus::Agreed,
        goals: vec![Goal {
            whose: said("Cerys"),
            words: said("I want to go back to football"),
        }],
        actions: vec![
            action("drive to training", "Mum, Lowri", ActionStatus::Open),
            action("dropped before it began", "nobody", ActionStatus::Dropped),
        ],
        agreed_on: Some(day("2026-12-15")),
        agreed_by: vec![said("Cerys"), said("Mum")],
        not_agreed: said("the phone at night"),
        version: 1,
    }
}

fn family_source() -> FamilySource {
    FamilySource {
        called: said("Cerys"),
        kind: MeetingKind::Initial,
        day: day("2026-12-15"),
        part2_start: NaiveTime::from_hms_opt(15, 0, 0),
        venue: "sandfields".to_owned(),
        chair: said("Ann Bevan"),
        here: vec![
            (said("Cerys"), said("")),
            (said("Siân Hughes"), said("Mum")),
            (said("Lowri"), said("Better Futures")),
        ],
        released: vec![said("We are worried because you were out at night.")],
        heard: vec![voice()],
        plan: Some(shared_plan()),
        next_on: Some(day("2027-01-20")),
    }
}

fn full_source() -> FullSource {
    let attended = |part, name: &str, agency: &str, how, represented_by: &str| Attended {
        part,
        kind: InvitedKind::Professional,
        name: name.to_owned(),
        role: String::new(),
        agency: agency.to_owned(),
        how,
        represented_by: represented_by.to_owned(),
        note: secret(""),
    };
    let item = |section, change, words: &str, family: Option<&str>| Said {
        section,
        change,
        agency: String::new(),
        words: secret(words),
        family_words: family.map(said),
    };
    FullSource {
        case: case(),
        meeting: meeting(),
        chair: "Ann Bevan".to_owned(),
        record_taker: secret("Carys Lewis"),
        no_part2: secret(""),
        cut_short: secret(""),
        attended: vec![
            attended(1, "Dai Rees", "south-wales-police", How::Present, ""),
            attended(1, "", "camhs", How::Represented, "Nia Pugh"),
            attended(2, "Cerys", "", How::LeftEarly, ""),
        ],
        items: vec![
            item(
                ItemSection::SinceLast,
                Some(ItemChange::Increased),
                "out overnight twice",
                Some("We are worried because you were out at night."),
            ),
            item(
                ItemSection::WiderRisks,
                None,
                "car park behind the station",
                None,
            ),
        ],
        heard: vec![voice()],
        plan: Some(Plan {
            case: CaseId(1),
            meeting: Some(MeetingId(1)),
            shared: shared_plan(),
            against_harm: vec![HarmAction {
                what: secret("abduction notice"),
                who: secret("Dai Rees"),
                by: Some(day("2026-12-17")),
                ..HarmAction::default()
            }],
            progress: Vec::new(),
        }),
        decision: Some(ProtocolDecision {
            id: ProtocolDecisionId(1),
            case: CaseId(1),
            meeting: MeetingId(1),
            meeting_on: day("2026-12-15"),
            outcome: ProtocolOutcome::PutOn,
            met: Vec::new(),
            unmet: Vec::new(),
            reason: secret("SERAF 23; two adults not yet known"),
            dissent: secret("school: a plan would do"),
            decided_by: "Ann Bevan".to_owned(),
            decided_at: "2026-12-15T15:50:00Z".parse().unwrap(),
        }),
        next_on: None,
    }
}

fn minutes<T>(words: T, correction: T) -> Minutes<T> {
    Minutes {
        id: MinutesId(1),
        meeting: MeetingId(1),
        language: Language::English,
        words,
        approved: Some(Approval {
            by: "Ann Bevan".to_owned(),
            at: "2026-12-16T10:00:00Z".parse().unwrap(),
        }),
        corrections: vec![Correction {
            asked_by: secret("Dai Rees"),
            asked_on: day("2026-12-20"),
            words: correction,
            noted_by: "Carys Lewis".to_owned(),
        }],
        sent: Vec::new(),
        version: 2,
    }
}

#[test]
fn family_draft_reads_as_plain_words_in_both_languages() {
    let rules = Rules::embedded().unwrap();
    for (language, name) in [
        (Language::English, "family_en"),
        (Language::Welsh, "family_cy"),
    ] {
        let draft = draft_family(&family_source(), Words::embedded(language), &rules);
        insta::assert_snapshot!(name, draft.as_str());
    }
}

#[test]
fn full_draft_tells_all_that_was_recorded_in_both_languages() {
    let rules = Rules::embedded().unwrap();
    for (language, name) in [(Language::English, "full_en"), (Language::Welsh, "full_cy")] {
        let draft = draft_full(&full_source(), Words::embedded(language), &rules);
        insta::assert_snapshot!(name, draft.for_professionals());
    }
}

#[test]
fn meeting_marked_held_directly_still_has_a_draft() {
    let rules = Rules::embedded().unwrap();
    let source = FullSource {
        attended: Vec::new(),
        items: Vec::new(),
        heard: Vec::new(),
        plan: None,
        decision: None,
        chair: String::new(),
        record_taker: secret(""),
        ..full_source()
    };
    let draft = draft_full(&source, Words::embedded(Language::English), &rules);
    assert!(draft.for_professionals().contains("NPT-26-038"));
    assert!(!draft.for_professionals().contains("Part 1"));
}

#[test]
fn documents_are_read_back_whole_and_in_their_language() {
    let rules = Rules::embedded().unwrap();
    for (language, heading) in [
        (Language::English, "Our plan"),
        (Language::Welsh, "Ein cynllun"),
    ] {
        let words = Words::embedded(language);
        let full = minutes(
            draft_full(&full_source(), words, &rules),
            secret("I was there by phone"),
        );
        let page = full_page(&case(), &meeting(), &full, words);
        let file = docx(&page, language).unwrap();
        let read = docx_rs::read_docx(&file).unwrap().json();
        for text in [
            "NPT-26-038",
            "abduction notice",
            "car park behind the station",
            "I was there by phone",
            words.say(crate::words::Key::MinutesPageFullFor),
        ] {
            assert!(read.contains(text), "{text}");
        }
        let family = minutes(
            draft_family(&family_source(), words, &rules),
            said("Football is on Mondays"),
        );
        let page = family_page(&said("Cerys"), day("2026-12-15"), &family, words);
        let file = docx(&page, language).unwrap();
        let read = docx_rs::read_docx(&file).unwrap().json();
        for text in ["I want to go back to football", "Football is on Mondays"] {
            assert!(read.contains(text), "{text}");
        }
        for text in ["abduction", "Dai Rees", "NPT-26-038", "dropped"] {
            assert!(!read.contains(text), "{text}");
        }
        assert!(read.contains(heading), "{heading}");
    }
}

#[test]
fn file_names_of_the_family_say_nothing_of_who_it_is() {
    let words = Words::embedded(Language::English);
    let name = |kind| stem(kind, &case(), day("2026-12-15"), words);
    assert_eq!(
        name(MinutesKind::Full),
        "NPT-26-038-2026-12-15-minutes-full"
    );
    assert_eq!(name(MinutesKind::Family), "our-meeting-2026-12-15");
}
