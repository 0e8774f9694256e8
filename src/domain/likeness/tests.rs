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
    let heard = person("Shan", "Johns", "");
    assert!(!likeness(&sian, &heard).worth_showing());
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
    fn latin_letters_never_stop_the_ear(word in "[a-z]{0,14}") {
        prop_assert!(phonetic_keys(&word).iter().all(|key| key.len() <= 14));
    }
}
