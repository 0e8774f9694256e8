//! True pairs and pairs that are not, names that sound alike, and the Welsh alphabet.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn person(given: &str, family: &str, born: &str) -> Identity {
    Identity {
        given: given.to_owned(),
        family: family.to_owned(),
        born: born.parse().ok(),
        ..Identity::default()
    }
}

fn aged(given: &str, family: &str, years: u32) -> Identity {
    let on = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    Identity {
        stated_age: Some(StatedAge { years, on }),
        ..person(given, family, "")
    }
}

fn living_at(address: &str, identity: Identity) -> Identity {
    Identity {
        address: address.to_owned(),
        ..identity
    }
}

fn known_as(alias: &str, identity: Identity) -> Identity {
    Identity {
        aliases: vec![alias.to_owned()],
        ..identity
    }
}

#[track_caller]
fn check(a: &Identity, b: &Identity, shown: bool, reasons: &[Reason]) {
    let found = likeness(a, b);
    assert_eq!(found.reasons, reasons, "{a:?} {b:?}");
    assert_eq!(found.worth_showing(), shown, "{found:?}");
    assert_eq!(found, likeness(b, a), "the same both ways round");
}

#[test]
fn folding_takes_accents_case_apostrophes_and_hyphens_away() {
    for (text, folded) in [
        ("Siân", "sian"),
        ("SIA\u{302}N", "sian"),
        ("Tŷ-Gwyn  Rd.", "ty gwyn rd"),
        ("O’Brien", "obrien"),
        ("D'Arcy-Jones", "darcy jones"),
        ("Gri\u{fb03}th", "griffith"),
        ("İpek", "ipek"),
        ("Łukasz Straße", "lukasz strasse"),
        (" - ", ""),
    ] {
        assert_eq!(fold_for_search(text), folded, "{text}");
    }
}

#[test]
fn welsh_letters_sort_as_letters() {
    let sorted = [
        "Mair 2", "Cydweli", "Chwilog", "Dylan", "Ddol", "Efa", "Fychan", "Ffion", "Gwen", "Ngaio",
        "Huw", "Lyn", "Llew", "Mair", "Pwyll", "Phylip", "Rwth", "Rhys", "Siôn", "Twm", "Theo",
        "Žofia", "Ωmega",
    ];
    let keys: Vec<String> = sorted[1..]
        .iter()
        .map(|name| welsh_sort_key(name))
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert_eq!(welsh_sort_key("Siân"), welsh_sort_key("SIAN"));
    assert!(welsh_sort_key("Mair") < welsh_sort_key("Mair 2"));
    assert!(welsh_sort_key("Al Wyn") < welsh_sort_key("Alan"));
}

#[test]
fn spellings_of_one_name_share_a_key() {
    for (one, other) in [
        ("Siân", "Shan"),
        ("Rhys", "Reece"),
        ("Llewellyn", "Llewelyn"),
        ("Ffion", "Fion"),
        ("Dafydd", "Davydd"),
        ("Huw", "Hugh"),
        ("Cerys", "Kerys"),
        ("Sioned", "Shoned"),
        ("Iestyn", "Yestyn"),
        ("Phylip", "Philip"),
        ("Hywel", "Howell"),
        ("Ольга", "ольга"),
    ] {
        let keys = phonetic_keys(other);
        let shared = phonetic_keys(one).iter().any(|key| keys.contains(key));
        assert!(shared, "{one} {:?}, {other} {keys:?}", phonetic_keys(one));
    }
}

#[test]
fn other_names_share_no_key() {
    for (one, other) in [
        ("Siân", "Megan"),
        ("Rhys", "Dafydd"),
        ("Ffion", "Cerys"),
        ("Huw", "Tomos"),
        ("Jones", "Davies"),
    ] {
        let keys = phonetic_keys(other);
        let shared = phonetic_keys(one).iter().any(|key| keys.contains(key));
        assert!(!shared, "{one} {:?}, {other} {keys:?}", phonetic_keys(one));
    }
}

#[test]
fn true_pairs_are_shown_with_their_reasons() {
    let sian = person("Siân", "Llewellyn", "2011-04-03");
    check(
        &sian,
        &sian,
        true,
        &[Reason::SameName, Reason::SameBirthDate],
    );
    let heard = person("Shan", "Llewelyn", "2011-03-04");
    check(
        &sian,
        &heard,
        true,
        &[Reason::SoundsAlike, Reason::SwappedBirthDate],
    );
    let turned = person("llewellyn", "SIAN", "2011-04-08");
    check(
        &sian,
        &turned,
        true,
        &[Reason::OtherOrder, Reason::SimilarBirthDate],
    );
    let middle = person("Siân Mair", "Llewellyn", "");
    check(&sian, &middle, true, &[Reason::SameName]);
    let nickname = known_as("Shaz Llewellyn", sian.clone());
    let shaz = aged("Shaz", "Llewellyn", 15);
    check(&nickname, &shaz, true, &[Reason::Alias, Reason::AgeFits]);
    let renamed = person("Sian", "Pritchard", "2011-04-03");
    check(
        &sian,
        &renamed,
        true,
        &[Reason::SameGivenName, Reason::SameBirthDate],
    );
    let (dan, daniel) = (aged("Dan", "Rees", 14), aged("Daniel", "Rees", 15));
    let home = |who| living_at("4 Heol-y-Môr", who);
    check(
        &home(dan),
        &home(daniel),
        true,
        &[Reason::ShortForm, Reason::AgeFits, Reason::SameAddress],
    );
    let typo = person("Gwenlian", "Morgan", "2010-01-01");
    let right = person("Gwenllian", "Morgans", "2010-01-01");
    assert!(likeness(&typo, &right).worth_showing());
    let mistyped = living_at("1 Tŷ Gwyn", person("Siân", "Llewellyn", "2009-12-25"));
    let there = living_at("1 Ty Gwyn", sian);
    check(
        &mistyped,
        &there,
        true,
        &[
            Reason::SameName,
            Reason::BirthDatesDiffer,
            Reason::SameAddress,
        ],
    );
}

#[test]
fn name_heard_or_in_another_order_is_shown_without_a_birth_date() {
    let sian = person("Siân", "Llewellyn", "");
    for (given, family, reason) in [
        ("Shan", "Llewelyn", Reason::SoundsAlike),
        ("Llewellyn", "Sian", Reason::OtherOrder),
        ("SIAN", "llewellyn", Reason::SameName),
    ] {
        check(&sian, &person(given, family, ""), true, &[reason]);
    }
    let one_name = person("Kayleigh", "", "");
    check(&one_name, &one_name, true, &[Reason::SameName]);
}

#[test]
fn short_form_or_initial_with_the_same_birth_date_is_shown() {
    let born = "2011-04-03";
    for (one, other, reason) in [
        ("Dai", "Dafydd", Reason::ShortForm),
        ("Wil", "Gwilym", Reason::ShortForm),
        ("Meg", "Margaret", Reason::ShortForm),
        ("Dan", "Daniel", Reason::ShortForm),
        ("D", "Dafydd", Reason::Initial),
        ("D.", "Dafydd Rhys", Reason::Initial),
    ] {
        check(
            &person(one, "Jones", born),
            &person(other, "Jones", born),
            true,
            &[reason, Reason::SameBirthDate],
        );
    }
}

#[test]
fn every_pair_shown_by_name_alone_shares_a_sound() {
    let sian = known_as("Shaz", person("Siân Mair", "Llewellyn-Jones", ""));
    for (given, family) in [
        ("Shan", "Llewelyn Jones"),
        ("Llewellyn Jones", "Sian"),
        ("Sian", "Jones"),
        ("Shaz", "Jones"),
    ] {
        let other = person(given, family, "");
        let known = sounds(&sian);
        let shared = sounds(&other).iter().any(|sound| known.contains(sound));
        assert!(shared, "{known:?} {:?}", sounds(&other));
    }
    assert!(sounds(&Identity::default()).is_empty());
}

#[test]
fn pairs_that_are_not_one_person_are_left_alone() {
    let sian = living_at("1 Tŷ Gwyn", person("Siân", "Jones", "2011-04-03"));
    let twin = living_at("1 Tŷ Gwyn", person("Megan", "Jones", "2011-04-03"));
    check(
        &sian,
        &twin,
        false,
        &[Reason::SameBirthDate, Reason::SameAddress],
    );
    let namesake = person("Siân", "Jones", "2009-12-25");
    check(
        &sian,
        &namesake,
        false,
        &[Reason::SameName, Reason::BirthDatesDiffer],
    );
    let heard = person("Shan", "Johns", "2009-12-25");
    assert!(!likeness(&sian, &heard).worth_showing());
    let dai = person("Dai", "Jones", "");
    check(
        &dai,
        &person("Dafydd", "Jones", ""),
        false,
        &[Reason::ShortForm],
    );
    check(
        &person("D", "Jones", ""),
        &person("Dafydd", "Jones", ""),
        false,
        &[Reason::Initial],
    );
    check(
        &person("D", "Jones", "2011-04-03"),
        &person("Dafydd", "Rees", "2011-04-03"),
        false,
        &[Reason::SameBirthDate],
    );
    check(
        &aged("Siân", "Jones", 9),
        &sian,
        false,
        &[Reason::SameName, Reason::AgeDiffers],
    );
    check(
        &person("Sian", "", ""),
        &sian,
        false,
        &[Reason::SameGivenName],
    );
    check(&Identity::default(), &Identity::default(), false, &[]);
    check(
        &known_as(" ", sian.clone()),
        &person("", "", ""),
        false,
        &[],
    );
}

proptest! {
    #[test]
    fn any_text_is_folded_once_and_for_all(text in "\\PC{0,40}") {
        let folded = fold_for_search(&text);
        prop_assert_eq!(fold_for_search(&folded), folded.clone());
        prop_assert_eq!(phonetic_keys(&text), phonetic_keys(&folded));
        prop_assert!(welsh_sort_key(&text).is_empty() == folded.is_empty());
    }

    #[test]
    fn sounds_are_bounded(a in "\\PC{0,40}", b in "\\PC{0,40}") {
        prop_assert!(sounds(&person(&a, &b, "")).len() <= MOST_SOUNDS);
    }

    #[test]
    fn sounds_are_blind_to_order(a in "[a-zŵâ]{1,9}", b in "[a-zŵâ]{1,9}") {
        prop_assert_eq!(sounds(&person(&a, &b, "")), sounds(&person(&b, &a, "")));
    }

    #[test]
    fn latin_letters_never_stop_the_ear(word in "[a-z]{0,14}") {
        prop_assert!(phonetic_keys(&word).iter().all(|key| key.len() <= 14));
    }
}
