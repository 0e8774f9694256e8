pub(crate) mod reading;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use self::reading::{calendar, document};
use super::*;
use crate::domain::bilingual::{Bilingual, Language};
use crate::domain::invitation::{
    Addressee, Call, CallKind, FamilyLetter, Guest, PartCall, ProfessionalLetter, Someone,
};
use crate::domain::meeting::MeetingKind;
use crate::domain::sharing::{Confidential, Shareable};

fn both(en: &str, cy: &str) -> Bilingual {
    Bilingual {
        en: en.to_owned(),
        cy: cy.to_owned(),
    }
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn day() -> NaiveDate {
    "2026-12-03".parse().unwrap()
}

fn call(kind: CallKind) -> Call {
    Call {
        kind,
        uid: "0b9b6a52-6f1c-4b0e-9d8e-1f2a3b4c5d6e".to_owned(),
        sequence: u32::from(kind != CallKind::Invite),
        from: "2026-12-03T15:05:00Z".parse().unwrap(),
        to: "2026-12-03T16:00:00Z".parse().unwrap(),
        was: (kind != CallKind::Invite).then(|| {
            let was = "2026-12-01".parse::<NaiveDate>().unwrap();
            was.and_time(time("15:05"))
        }),
        stamp: "2026-11-24T10:00:00Z".parse().unwrap(),
    }
}

fn place() -> Place {
    Place {
        name: both(
            "Sandfields Community Centre",
            "Canolfan Gymunedol Sandfields",
        ),
        address: "Sandfields, Port Talbot".to_owned(),
        is_video: false,
    }
}

fn contact() -> Contact {
    Contact {
        name: both("Children's Services", "Gwasanaethau Plant"),
        telephone: "01632 960123".to_owned(),
        email: "meetings@example.org".to_owned(),
    }
}

pub(crate) fn family(kind: CallKind, guest: Guest, language: Language) -> Letter {
    let someone = |name: &str, here_as: &str| Someone {
        name: Shareable::new(name),
        here_as: Shareable::new(here_as),
    };
    Letter::Family(Box::new(FamilyLetter {
        language,
        call: call(kind),
        guest,
        to: Shareable::new(match guest {
            Guest::YoungPerson => "Cerys",
            Guest::Family => "Siân Hughes",
            Guest::Advocate => "Ioan Lloyd",
        }),
        young_person: Shareable::new("Cerys"),
        day: day(),
        arrive: time("15:05"),
        until: time("16:00"),
        place: place(),
        chair: Shareable::new("Ann Bevan"),
        others: vec![
            someone("Lowri Ham", "your worker, Better Futures"),
            someone("Dai Rees", "South Wales Police"),
            someone("Mum", ""),
        ],
        agenda: vec![
            Shareable::new("What is going well"),
            Shareable::new("What would help; what is hard"),
        ],
        beside_them: Shareable::new("Nan"),
        contact: contact(),
    }))
}

pub(crate) fn professional(kind: CallKind, language: Language) -> Letter {
    let part = |start, end, agenda: &[&str]| {
        Some(PartCall {
            start: time(start),
            end: time(end),
            agenda: agenda.iter().map(|item| (*item).to_owned()).collect(),
        })
    };
    Letter::Professional(Box::new(ProfessionalLetter {
        language,
        call: Call {
            from: "2026-12-03T14:00:00Z".parse().unwrap(),
            ..call(kind)
        },
        to: Addressee {
            name: "Dai Rees".to_owned(),
            role: "Detective Constable".to_owned(),
            agency: both("South Wales Police", "Heddlu De Cymru"),
        },
        reference: "NPT-26-038".to_owned(),
        young_person: Confidential::new("Cerys Hughes"),
        kind: MeetingKind::Initial,
        day: day(),
        part1: part(
            "14:00",
            "15:00",
            &[
                "Since the last meeting",
                "The SERAF and its change",
                "Wider risks",
            ],
        ),
        part2: part("15:10", "16:00", &["What is going well", "Our plan"]),
        place: place(),
        chair: "Ann Bevan".to_owned(),
        report_by: "2026-12-01".parse().ok(),
        contact: contact(),
    }))
}

fn all() -> Vec<Letter> {
    let mut letters = Vec::new();
    for language in [Language::English, Language::Welsh] {
        for kind in [CallKind::Invite, CallKind::Update, CallKind::Cancel] {
            letters.push(professional(kind, language));
            for guest in [Guest::YoungPerson, Guest::Family, Guest::Advocate] {
                letters.push(family(kind, guest, language));
            }
        }
    }
    letters
}

fn words(letter: &Letter) -> &'static Words {
    Words::embedded(letter.language())
}

#[test]
fn documents_opened_are_whole_and_say_their_language() {
    for letter in all() {
        let read = document(&letter_document(&letter, words(&letter)).unwrap());
        let code = match letter.language() {
            Language::English => "en-GB",
            Language::Welsh => "cy-GB",
        };
        let lang = format!(r#"<w:lang w:val="{code}" />"#);
        assert_eq!(read.part("word/styles.xml").matches(&lang).count(), 1);
        assert!(read.part("docProps/core.xml").contains(code));
        // Nobody's name and no program's stands in the properties.
        let said = read.part("docProps/core.xml");
        assert!(
            !said.contains("creator") && !said.contains("docx"),
            "{said}"
        );
        let title = match letter.language() {
            Language::English => ["meeting", "need to come"],
            Language::Welsh => ["cyfarfod", "angen i chi ddod"],
        };
        let text = read.text();
        assert!(title.iter().any(|word| text.contains(word)), "{text}");
        assert!(text.contains("01632 960123"), "{text}");
    }
}

#[test]
fn family_s_document_says_part_2_alone_in_plain_words() {
    let letter = family(CallKind::Invite, Guest::YoungPerson, Language::English);
    let text = document(&letter_document(&letter, words(&letter)).unwrap()).text();
    for said in [
        "Hello Cerys,",
        "Thursday 3 December 2026",
        "15:05",
        "16:00",
        "Sandfields Community Centre, Sandfields, Port Talbot",
        "Ann Bevan, who leads the meeting",
        "Lowri Ham (your worker, Better Futures)",
        "What would help; what is hard",
        "Nan",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for hidden in [
        "14:00", "15:10", "Part 1", "CSE", "NPT", "Hughes", "SERAF", "protocol",
    ] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
}

#[test]
fn professional_s_document_says_both_parts_and_what_is_asked() {
    let letter = professional(CallKind::Invite, Language::English);
    let read = document(&letter_document(&letter, words(&letter)).unwrap());
    let text = read.text();
    for said in [
        "Invitation to an initial CSE strategy meeting",
        "Cerys Hughes (NPT-26-038)",
        "14:00–15:00",
        "15:10–16:00",
        "The SERAF and its change",
        "Tuesday 1 December 2026",
        "can't be shared",
        "Confidential",
    ] {
        let whole = format!("{text} {}", read.part("word/footer1.xml"));
        assert!(whole.contains(said), "{said}: {whole}");
    }
}

#[test]
fn changed_and_cancelled_letters_say_what_was_asked_before() {
    for letter in [
        professional(CallKind::Update, Language::English),
        professional(CallKind::Cancel, Language::English),
        family(CallKind::Update, Guest::Family, Language::English),
        family(CallKind::Cancel, Guest::Family, Language::English),
    ] {
        let text = document(&letter_document(&letter, words(&letter)).unwrap()).text();
        assert!(text.contains("Tuesday 1 December 2026"), "{text}");
        let says_when = text.contains("Thursday 3 December 2026");
        assert_eq!(says_when, letter.call().kind == CallKind::Update, "{text}");
    }
}

#[test]
fn calendar_files_are_read_strictly_and_hold_what_calendars_need() {
    for letter in all() {
        let read = calendar(&calendar::file(&letter, words(&letter)));
        let call = letter.call();
        let is_cancelled = call.kind == CallKind::Cancel;
        let (method, status) = if is_cancelled {
            ("CANCEL", "CANCELLED")
        } else {
            ("REQUEST", "CONFIRMED")
        };
        assert_eq!(read.one("METHOD"), method);
        assert_eq!(read.one("STATUS"), status);
        assert_eq!(read.one("UID"), call.uid);
        assert_eq!(read.one("SEQUENCE"), call.sequence.to_string());
        assert_eq!(read.one("DTSTAMP"), "20261124T100000Z");
        assert_eq!(read.one("DTEND"), "20261203T160000Z");
        assert_eq!(read.one("CLASS"), "PRIVATE");
        assert_eq!(read.one("ORGANIZER"), "mailto:meetings@example.org");
        let (start, is_family) = match &letter {
            Letter::Professional(_) => ("20261203T140000Z", false),
            Letter::Family(_) => ("20261203T150500Z", true),
        };
        assert_eq!(read.one("DTSTART"), start);
        let summary = read.one("SUMMARY");
        if is_family {
            assert!(["Meeting", "Cyfarfod"].contains(&summary.as_str()));
            assert!(!read.params("ORGANIZER").contains("CN"));
        } else {
            assert!(summary.ends_with("NPT-26-038"), "{summary}");
        }
    }
}

#[test]
fn summer_meeting_is_an_hour_earlier_by_utc() {
    // 15:05 by the clock in Wales on 3 July is 14:05 by UTC: casework makes the instant, and the
    // file says it as it is.
    let Letter::Family(mut letter) = family(CallKind::Invite, Guest::Family, Language::English)
    else {
        panic!();
    };
    letter.call.from = "2026-07-03T14:05:00Z".parse().unwrap();
    let letter = Letter::Family(letter);
    let read = calendar(&calendar::file(&letter, words(&letter)));
    assert_eq!(read.one("DTSTART"), "20260703T140500Z");
}

#[test]
fn names_of_files_are_plain_and_a_family_s_says_no_more_than_meeting() {
    let stem = |letter: &Letter| super::stem(letter, words(letter));
    let mum = family(CallKind::Invite, Guest::Family, Language::Welsh);
    assert_eq!(stem(&mum), "cyfarfod-2026-12-03-sian-hughes");
    let moved = family(CallKind::Update, Guest::YoungPerson, Language::English);
    assert_eq!(stem(&moved), "meeting-2026-12-03-cerys-changed-1");
    let police = professional(CallKind::Cancel, Language::English);
    assert_eq!(stem(&police), "npt-26-038-2026-12-03-dai-rees-called-off");
}

proptest! {
    #[test]
    fn any_words_of_people_make_whole_files(words in "\\PC{0,120}", lines in "[a-z,;:\"\\\\\n\u{1}\u{b}<&>ŵ🙂]{0,200}") {
        let Letter::Family(mut letter) = family(CallKind::Invite, Guest::YoungPerson, Language::English) else {
            return Ok(());
        };
        letter.to = Shareable::new(words.clone());
        letter.place.address.clone_from(&lines);
        letter.agenda = vec![Shareable::new(lines.clone())];
        letter.others.push(Someone { name: Shareable::new(words), here_as: Shareable::new(lines) });
        let letter = Letter::Family(letter);
        let words = Words::embedded(Language::English);
        document(&letter_document(&letter, words).unwrap());
        calendar(&calendar::file(&letter, words));
        let name = super::stem(&letter, words);
        prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{}", name);
    }
}

/// Writes every letter into a folder, to be looked at as pages (docs/invitations.md).
#[test]
#[ignore = "writes files for people to look at"]
fn letters_are_written_to_be_looked_at() {
    let folder = std::path::PathBuf::from(std::env::var("LETTERS").unwrap());
    for (number, letter) in all().into_iter().enumerate() {
        let name = format!("{number:02}-{}", stem(&letter, words(&letter)));
        let document = letter_document(&letter, words(&letter)).unwrap();
        std::fs::write(folder.join(format!("{name}.docx")), document).unwrap();
        let calendar = calendar::file(&letter, words(&letter));
        std::fs::write(folder.join(format!("{name}.ics")), calendar).unwrap();
    }
}
