//! From what is typed to the referral that is meant.

use chrono::{TimeZone, Utc};

use super::fields::{Asked, form};
use super::read::{edited_person, person, referral};
use super::*;
use crate::domain::referral::{Fear, How, Source};
use crate::domain::rules::Rules;

fn rules() -> Rules {
    Rules::embedded().unwrap()
}

fn now(rules: &Rules) -> Now<'_> {
    Now {
        at: Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap(),
        policies: &rules.policies,
    }
}

fn text(form: &mut Form, id: &str, typed: &str) {
    form.put(id, &Typed::Text(typed.to_owned()));
}

fn choose(form: &mut Form, id: &str, chosen: &str) {
    form.put(id, &Typed::One(Some(chosen.to_owned())));
}

/// Everything that is needed.
fn filled(rules: &Rules) -> Form {
    let asked = Asked {
        police: true,
        agency: true,
    };
    let mut form = form(asked, rules);
    choose(&mut form, "danger_now", "no");
    text(&mut form, "given_name", "Siân");
    text(&mut form, "what_happened", "Out all night.");
    choose(&mut form, "source", "agency");
    let agency = Typed::Picked {
        id: Some("housing".to_owned()),
        text: "Housing".to_owned(),
    };
    form.put("agency", &agency);
    choose(&mut form, "how", "written");
    text(&mut form, "received_on", "20/11/2026");
    text(&mut form, "received_time", "14:10");
    form
}

#[track_caller]
fn faults(change: impl FnOnce(&mut Form), expected: &[(&str, W)]) {
    let rules = rules();
    let mut form = filled(&rules);
    change(&mut form);
    let found = referral(&form, now(&rules)).err().unwrap_or_default();
    assert_eq!(found, expected);
}

#[test]
fn form_filled_is_the_referral_that_is_meant() {
    let rules = rules();
    let mut form = filled(&rules);
    text(&mut form, "other_names", "Shaz, Shaz; shazza_x ,");
    text(&mut form, "born", "3/4/2012");
    form.put(
        "feared",
        &Typed::Many(vec!["images".to_owned(), "exchange".to_owned()]),
    );
    choose(&mut form, "parents_know", "yes");
    let new = referral(&form, now(&rules)).unwrap();
    assert_eq!(new.received_at.to_rfc3339(), "2026-11-20T14:10:00+00:00");
    assert_eq!(new.how, How::Written);
    assert_eq!(new.source, Source::Agency("housing".to_owned()));
    assert_eq!(new.person.other_names, ["Shaz", "shazza_x"]);
    assert_eq!(new.person.born, "2012-04-03".parse().ok());
    assert_eq!(new.feared, [Fear::Exchange, Fear::Images]);
    assert_eq!(
        (new.young_person_knows, new.parents_know),
        (None, Some(true))
    );
    assert!(!new.danger_now);
}

#[test]
fn empty_form_names_all_that_is_wanting_at_once() {
    let rules = rules();
    let form = form(Asked::default(), &rules);
    let found = referral(&form, now(&rules)).unwrap_err();
    let fields: Vec<&str> = found.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        fields,
        ["danger_now", "how", "source", "given_name", "what_happened"]
    );
}

#[test]
fn birth_date_is_read_as_a_date_or_as_an_age() {
    let rules = rules();
    for (typed, born, age) in [
        ("3/4/2012", Some("2012-04-03"), None),
        ("3 Ebrill 2012", Some("2012-04-03"), None),
        ("14", None, Some(14)),
        ("about 14", None, Some(14)),
        ("tua 14 oed", None, Some(14)),
        ("", None, None),
    ] {
        let mut form = filled(&rules);
        text(&mut form, "born", typed);
        let found = person(&form, now(&rules)).unwrap();
        assert_eq!(found.born, born.and_then(|day| day.parse().ok()), "{typed}");
        assert_eq!(found.stated_age, age, "{typed}");
    }
}

#[test]
fn dates_and_ages_that_cannot_be_are_one_sentence_each() {
    for (typed, fault) in [
        ("31/2/2012", W::ReferralFaultNoSuchDay),
        ("3/13/2012", W::ReferralFaultNoSuchDay),
        ("in spring", W::ReferralFaultBornUnreadable),
        ("25/12/2026", W::ReferralFaultBornInFuture),
        ("3/4/2001", W::ReferralFaultNoLongerYoung),
        ("18", W::ReferralFaultNoLongerYoung),
        ("3/4/1903", W::ReferralFaultBornTooLongAgo),
    ] {
        faults(|form| text(form, "born", typed), &[("born", fault)]);
    }
    faults(
        |form| text(form, "received_on", "30/2/2026"),
        &[("received_on", W::ReferralFaultNoSuchDay)],
    );
    faults(
        |form| text(form, "received_on", "24/11/2026"),
        &[("received_on", W::ReferralFaultReceivedInFuture)],
    );
    faults(
        |form| text(form, "received_time", "25:00"),
        &[("received_time", W::ReferralFaultTimeUnreadable)],
    );
    faults(
        |form| text(form, "police_told_time", "10:00"),
        &[("police_told_on", W::ReferralFaultDayNeeded)],
    );
    faults(
        |form| {
            text(form, "police_told_on", "today");
            text(form, "police_told_time", "23:00");
        },
        &[("police_told_on", W::ReferralFaultPoliceToldInFuture)],
    );
}

#[test]
fn names_of_control_characters_and_agencies_not_chosen_are_refused() {
    faults(
        |form| text(form, "given_name", "\u{1b}[2J\u{202e}"),
        &[("given_name", W::ReferralFaultNoName)],
    );
    let typed = |text: &str| Typed::Picked {
        id: None,
        text: text.to_owned(),
    };
    faults(
        |form| form.put("agency", &typed("no such")),
        &[("agency", W::ReferralFaultNoAgency)],
    );
    // The only one that fits is meant, in either language.
    faults(|form| form.put("agency", &typed("heddlu de")), &[]);
    faults(
        |form| {
            choose(form, "source", "anonymous");
            text(form, "source_name", "Ms Pugh");
        },
        &[("source_name", W::ReferralFaultAnonymousNamed)],
    );
}

#[test]
fn time_left_out_today_is_now_and_spring_leaves_out_an_hour() {
    let rules = rules();
    let mut form = filled(&rules);
    text(&mut form, "received_on", "today");
    text(&mut form, "received_time", "");
    let new = referral(&form, now(&rules)).unwrap();
    assert_eq!(new.received_at, now(&rules).at);
    text(&mut form, "received_on", "29/3/2026");
    text(&mut form, "received_time", "01:30");
    let new = referral(&form, now(&rules)).unwrap();
    assert_eq!(new.received_at.to_rfc3339(), "2026-03-29T01:30:00+00:00");
}

#[test]
fn details_put_right_ask_whether_they_were_young_when_referred() {
    let rules = rules();
    let mut form = Form::new(fields::person_fields());
    text(&mut form, "given_name", "Siân");
    text(&mut form, "born", "3/4/2007");
    let then = "2024-01-09".parse().unwrap();
    assert!(edited_person(&form, now(&rules), then).is_ok());
    let today = "2026-11-23".parse().unwrap();
    let found = edited_person(&form, now(&rules), today).unwrap_err();
    assert_eq!(found, [("born", W::ReferralFaultNoLongerYoung)]);
}
