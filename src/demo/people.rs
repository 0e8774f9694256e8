//! Young people who do not exist: who they are, where they live, whose brother or sister.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::dice::Dice;
use super::letters::heard_otherwise;
use super::names::{CULTURES, Culture, HOMES, NICKNAMES, SCHOOLS, STREETS, TOWNS};
use crate::domain::person::{ChosenLanguage, Gender, Living, Person};

/// Streams of their own, so that a household can be thrown without throwing its stories.
const HOUSEHOLDS: u64 = 1 << 62;

/// What one home has in common.
pub struct Household {
    culture: &'static Culture,
    pub family_name: &'static str,
    address: String,
}

impl Household {
    pub fn of(seed: u64, number: u64) -> Self {
        let mut dice = Dice::of(seed, HOUSEHOLDS | number);
        let all: Vec<(usize, &'static Culture)> =
            CULTURES.iter().map(|one| (one.weight, one)).collect();
        let culture = dice.weighted(&all).unwrap_or(&CULTURES[0]);
        let street = dice.pick(&STREETS);
        let town = dice.pick(&TOWNS);
        Self {
            culture,
            family_name: dice.pick(culture.families),
            address: format!("{} {street}, {town}", 1 + dice.below(160)),
        }
    }
}

/// A young person of this home, on the day of the first referral.
pub fn young_person(home: &Household, dice: &mut Dice, on: NaiveDate) -> Person {
    let gender = match dice.below(100) {
        0..68 => Gender::Female,
        68..95 => Gender::Male,
        95..98 => Gender::NonBinary,
        _ => Gender::NotKnown,
    };
    let is_girl = match gender {
        Gender::Female => true,
        Gender::Male => false,
        _ => dice.chance(50),
    };
    let names = if is_girl {
        home.culture.girls
    } else {
        home.culture.boys
    };
    let mut given_name = dice.pick(names).to_owned();
    if dice.chance(30) {
        let middle = dice.pick(names);
        if middle != given_name {
            given_name = format!("{given_name} {middle}");
        }
    }
    let mut person = Person {
        given_name,
        family_name: family_name(home, dice),
        gender,
        address: home.address.clone(),
        ..Person::default()
    };
    age(&mut person, dice, on);
    home_life(&mut person, dice, on);
    if dice.chance(9) {
        person.known_as = dice.pick(&NICKNAMES).to_owned();
    }
    if dice.chance(12) {
        person.other_names.push(dice.pick(&NICKNAMES).to_owned());
    }
    if dice.chance(6) {
        let earlier = Household::of(7, dice.below(100_000) as u64).family_name;
        let first = person.given_name.split(' ').next().unwrap_or_default();
        person.other_names.push(format!("{first} {earlier}"));
    }
    if home.culture.weight == 44 && dice.chance(35) {
        person.language = ChosenLanguage::Welsh;
    } else if dice.chance(60) {
        person.language = ChosenLanguage::English;
    } else if home.culture.weight < 10 && dice.chance(40) {
        person.language = ChosenLanguage::Other;
    }
    person
}

/// Families that came together carry both names.
fn family_name(home: &Household, dice: &mut Dice) -> String {
    if dice.chance(8) {
        let other = dice.pick(home.culture.families);
        if other != home.family_name && !home.family_name.contains('-') {
            return format!("{}-{other}", home.family_name);
        }
    }
    home.family_name.to_owned()
}

/// Mostly 13 to 16; for some only an age was said, for a few not even that.
fn age(person: &mut Person, dice: &mut Dice, on: NaiveDate) {
    let ages = [
        (4, 11),
        (9, 12),
        (18, 13),
        (26, 14),
        (23, 15),
        (14, 16),
        (6, 17),
    ];
    let years: u32 = dice.weighted(&ages).unwrap_or(14);
    match dice.below(100) {
        0..90 => {
            let days = Days::new(dice.below(363) as u64 + 1);
            person.born = on
                .checked_sub_months(Months::new(12 * years))
                .and_then(|born| born.checked_sub_days(days));
        }
        90..97 => person.stated_age = u8::try_from(years).ok(),
        _ => {}
    }
}

fn home_life(person: &mut Person, dice: &mut Dice, on: NaiveDate) {
    let is_sixteen = person
        .born
        .is_some_and(|born| on.year() - born.year() >= 17);
    person.living = match dice.below(100) {
        58..76 => Living::WithCarers,
        76..88 => Living::Residential,
        88..94 if is_sixteen => Living::Independently,
        0..58 | 88..96 => Living::AtHome,
        96..98 => Living::Other,
        _ => Living::NotKnown,
    };
    if person.living == Living::Residential {
        person.address = format!("{}, {}", dice.pick(&HOMES), dice.pick(&TOWNS));
    }
    if person.living == Living::NotKnown {
        person.address.clear();
    }
    if dice.chance(90) {
        dice.pick(&SCHOOLS).clone_into(&mut person.school);
    }
}

/// The same young person, referred again by somebody who wrote the name another way.
pub fn written_otherwise(person: &Person, dice: &mut Dice) -> Person {
    let first = person.given_name.split(' ').next().unwrap_or_default();
    let given_name = heard_otherwise(first, dice);
    let family_name = if dice.chance(50) {
        heard_otherwise(&person.family_name, dice)
    } else {
        person.family_name.clone()
    };
    let born = person.born.map(|born| {
        // Day and month changed places, where that gives a date.
        let swapped = NaiveDate::from_ymd_opt(born.year(), born.day(), born.month());
        swapped
            // Not so that they would be grown up by it.
            .filter(|swapped| *swapped > born && dice.chance(40))
            .unwrap_or(born)
    });
    Person {
        given_name,
        family_name,
        born,
        known_as: String::new(),
        other_names: Vec::new(),
        ..person.clone()
    }
}
