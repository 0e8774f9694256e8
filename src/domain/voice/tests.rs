use strum::IntoEnumIterator;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn heard(on: &str, who: Speaker) -> Heard {
    Heard {
        own_words: Shareable::new("nobody asked me"),
        ..Heard::nothing_yet(day(on), who, "Cerys")
    }
}

fn voice(id: i64, on: &str, who: Speaker) -> Voice {
    Voice {
        id: VoiceId(id),
        case: CaseId(1),
        heard: heard(on, who),
        recorded_by: String::new(),
        recorded_at: "2026-11-24T10:00:00Z".parse().unwrap(),
        answers: Vec::new(),
    }
}

#[test]
fn voice_is_recorded_where_one_thing_was_said_or_felt() {
    let today = day("2026-11-24");
    let nothing = Heard::nothing_yet(today, Speaker::YoungPerson, "Cerys");
    assert_eq!(nothing.faults(today), [HeardFault::NothingSaid]);
    let one_thing = [
        Heard {
            feeling: Feeling::new(2),
            ..nothing.clone()
        },
        Heard {
            support: Some(SupportFelt::No),
            ..nothing.clone()
        },
        Heard {
            difference: Some(Difference::TooSoon),
            ..nothing.clone()
        },
        Heard {
            strength: Shareable::new("Nan"),
            ..nothing.clone()
        },
    ];
    for heard in one_thing {
        assert_eq!(heard.faults(today), [], "{heard:?}");
    }
}

#[test]
fn voice_without_a_name_or_of_a_day_to_come_is_refused() {
    let today = day("2026-11-24");
    let mut nobody = heard("2026-11-25", Speaker::Family);
    nobody.name = Shareable::new("  ");
    assert_eq!(
        nobody.faults(today),
        [HeardFault::NameMissing, HeardFault::InFuture]
    );
}

#[test]
fn feeling_has_five_steps_and_no_more() {
    assert_eq!(Feeling::new(0), None);
    assert_eq!(Feeling::new(6), None);
    let steps: Vec<u8> = Feeling::ALL.iter().map(|one| one.step()).collect();
    assert_eq!(steps, [1, 2, 3, 4, 5]);
}

#[test]
fn course_puts_what_was_said_beside_the_scores_the_last_first() {
    let voices = Voices {
        voices: vec![
            voice(2, "2026-11-20", Speaker::Family),
            voice(1, "2026-10-01", Speaker::YoungPerson),
        ],
        told: Vec::new(),
        told_at_meeting: None,
        scores: ["2026-09-01", "2026-11-20"]
            .map(|on| ScoreOn {
                on: day(on),
                score: 9,
                category: 2,
            })
            .to_vec(),
        hear_by: None,
        tell_by: None,
    };
    let course: Vec<(String, bool)> = voices
        .course()
        .iter()
        .map(|moment| {
            let is_said = matches!(moment, Moment::Said(_));
            (moment.on().to_string(), is_said)
        })
        .collect();
    let expected = [
        ("2026-11-20", true),
        ("2026-11-20", false),
        ("2026-10-01", true),
        ("2026-09-01", false),
    ];
    assert_eq!(course, expected.map(|(on, said)| (on.to_owned(), said)));
    assert_eq!(voices.last_heard(), Some(day("2026-10-01")));
    assert_eq!(voices.last_told(), None);
}

#[test]
fn words_of_the_store_are_read_back() {
    for how in HeardHow::iter() {
        let word: &'static str = how.into();
        assert_eq!(word.parse(), Ok(how));
    }
    for felt in SupportFelt::iter() {
        let word: &'static str = felt.into();
        assert_eq!(word.parse(), Ok(felt));
    }
    for made in Difference::iter() {
        let word: &'static str = made.into();
        assert_eq!(word.parse(), Ok(made));
    }
}
