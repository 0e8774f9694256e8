use chrono::{NaiveDate, NaiveTime};

use super::*;

fn english() -> &'static Words {
    Words::embedded(Language::English)
}

fn welsh() -> &'static Words {
    Words::embedded(Language::Welsh)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn keys_and_ids_answer_for_each_other() {
    for key in Key::ALL {
        assert_eq!(Key::from_id(key.id()), Some(key));
    }
    assert_eq!(Key::from_id("no-such-text"), None);
    assert_eq!(Key::TroubleNoStoreToDo.id(), "trouble-no-store-to-do");
    assert_eq!(outline::camel_case("part-2-end"), "Part2End");
}

#[test]
fn embedded_files_have_no_unreadable_text() {
    for language in [Language::English, Language::Welsh] {
        for file in key::embedded_files(language) {
            if let Err((_, problems)) = FluentResource::try_new((*file).to_owned()) {
                panic!("{language:?}: {problems:?}");
            }
        }
    }
}

#[test]
fn dates_are_written_in_both_languages() {
    let friday = day(2026, 11, 27);
    assert_eq!(english().date_short(friday), "Fri 27 Nov");
    assert_eq!(english().date_with_year(friday), "27 Nov 2026");
    assert_eq!(english().date_long(friday), "Friday 27 November 2026");
    assert_eq!(english().month_and_year(friday), "November 2026");
    assert_eq!(welsh().date_short(friday), "Gwe 27 Tach");
    assert_eq!(welsh().date_long(friday), "Dydd Gwener 27 Tachwedd 2026");
    let five_past_two = NaiveTime::from_hms_opt(14, 5, 59).unwrap();
    assert_eq!(english().time(five_past_two), "14:05");
}

#[test]
fn names_of_days_and_months_are_all_there_and_different() {
    for words in [english(), welsh()] {
        for (names, count) in [
            (Key::WeekdaysShort, 7),
            (Key::WeekdaysLong, 7),
            (Key::MonthsShort, 12),
            (Key::MonthsLong, 12),
        ] {
            let mut list: Vec<&str> = words.say(names).split(", ").collect();
            list.sort_unstable();
            list.dedup();
            assert_eq!(list.len(), count, "{} {:?}", names.id(), words.language());
        }
    }
}

#[test]
fn ages_and_spans_follow_the_plurals_of_each_language() {
    assert_eq!(english().age(1), "1 year old");
    assert_eq!(english().age(14), "14 years old");
    assert_eq!(welsh().age(14), "14 oed");
    let today = day(2026, 11, 23);
    for (date, en, cy) in [
        (day(2026, 11, 20), "3 days ago", "3 diwrnod yn ôl"),
        (day(2026, 11, 21), "2 days ago", "2 ddiwrnod yn ôl"),
        (day(2026, 11, 22), "yesterday", "ddoe"),
        (today, "today", "heddiw"),
        (day(2026, 11, 24), "tomorrow", "yfory"),
        (day(2026, 11, 25), "in 2 days", "ymhen 2 ddiwrnod"),
        (day(2026, 12, 23), "in 30 days", "ymhen 30 diwrnod"),
    ] {
        assert_eq!(english().days_from(today, date), en);
        assert_eq!(welsh().days_from(today, date), cy);
    }
}

#[test]
fn text_with_what_it_is_given_has_no_invisible_marks() {
    let said = english().date_long(day(2026, 11, 27));
    assert!(said.is_ascii(), "{said:?}");
}

#[test]
#[should_panic(expected = "needs")]
#[cfg(debug_assertions)]
fn text_without_what_it_needs_is_refused_while_testing() {
    english().with(Key::DateShort, &[("day", 3.into())]);
}

#[test]
fn trouble_has_two_different_sentences_and_unknown_trouble_has_some() {
    let trouble = english().trouble("wrong-passphrase");
    assert_eq!(trouble.happened, "That is not this person's passphrase.");
    assert_ne!(trouble.happened, trouble.to_do);
    assert_eq!(
        english().trouble("never-heard-of").happened,
        english().say(Key::TroubleOther)
    );
}

#[test]
fn own_text_replaces_only_its_own() {
    let own = [OwnText {
        file: "own.ftl",
        text: "day-today = this very day\n",
    }];
    let words = Words::with_own_texts(Language::English, &own).unwrap();
    assert_eq!(words.say(Key::DayToday), "this very day");
    assert_eq!(words.say(Key::DayTomorrow), "tomorrow");
}

#[test]
fn own_text_with_faults_names_each_by_file_and_place() {
    let own = [
        OwnText {
            file: "a.ftl",
            text: "day-today = now\nno-such-text = x\n",
        },
        OwnText {
            file: "b.ftl",
            text: "day-today = now\n\nday-tomorrow = { $\n",
        },
        OwnText {
            file: "c.ftl",
            text: "days-ago = { $dyas } ago\n",
        },
    ];
    let faults = Words::with_own_texts(Language::English, &own).unwrap_err();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[0], "a.ftl: there is no text called no-such-text");
    assert!(
        said[1].starts_with("b.ftl: line 3 cannot be read"),
        "{said:?}"
    );
    assert_eq!(said[2], "c.ftl: the text days-ago is not given $dyas");
}
