//! All stories of a demo, in the order in which they begin, over several years up to today.
//!
//! A story is told from its number alone, so that none has to be kept: a million take no more
//! room than one.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Europe::London;

use super::cast::Hand;
use super::dice::Dice;
use super::people::{Household, written_otherwise, young_person};
use super::plots::{Beat, course};
use super::scenes::SCENES;
use super::story::{Kin, Story};
use super::telling::{Teller, working_day};
use crate::domain::date_words::age_on;
use crate::domain::person::Person;
use crate::domain::relation::RelationKind;
use crate::domain::rules::Rules;

/// In a demo of so many, every story goes as far as it can. In one of many thousands most
/// referrals lead to little, so that it is made in minutes; one in ten still goes the whole way.
const OF_A_TEAM: u64 = 2_000;
const LEAST_WHOLE_PERCENT: u64 = 10;
/// From the first referral to today.
const DAYS: u64 = 6 * 365;

/// Which story begins, and a day before which none of it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    pub story: u64,
    pub not_before: NaiveDate,
}

/// The stories of a demo.
#[derive(Debug, Clone, Copy)]
pub struct Population<'a> {
    rules: &'a Rules,
    seed: u64,
    now: DateTime<Utc>,
    today: NaiveDate,
    scenes: u64,
    others: u64,
}

impl<'a> Population<'a> {
    /// So many stories, as they stand at this moment. The scenes are the first of the numbers.
    pub fn new(rules: &'a Rules, seed: u64, stories: u64, now: DateTime<Utc>) -> Self {
        let scenes = stories.min(SCENES.len() as u64);
        Self {
            rules,
            seed,
            now,
            today: now.with_timezone(&London).date_naive(),
            scenes,
            others: stories - scenes,
        }
    }

    pub fn count(&self) -> u64 {
        self.scenes + self.others
    }

    /// When each story begins, the earliest first.
    pub fn beginnings(&self) -> impl Iterator<Item = Beginning> + use<'a> {
        let mut scenes: Vec<Beginning> = (0..self.scenes).map(|one| self.beginning(one)).collect();
        scenes.sort_by_key(|one| (one.not_before, one.story));
        let mut scenes = scenes.into_iter().peekable();
        let this = *self;
        let mut others = (self.scenes..self.count())
            .map(move |one| this.beginning(one))
            .peekable();
        std::iter::from_fn(move || match (scenes.peek(), others.peek()) {
            (Some(scene), Some(other)) if scene.not_before <= other.not_before => scenes.next(),
            (_, Some(_)) => others.next(),
            (_, None) => scenes.next(),
        })
    }

    /// The story of this number, always the same.
    pub fn story(&self, number: u64) -> Story {
        let day = self.first_day(number);
        let kin = self.kin(number);
        let mut dice = Dice::of(self.seed, number);
        let person = self.person(number);
        let beats = self.scene(number).map_or_else(
            || {
                let is_same_person = matches!(kin, Kin::SamePerson(_));
                course(&mut dice, is_same_person, self.whole_percent())
            },
            <[Beat]>::to_vec,
        );
        let known = known_by_name(&mut dice);
        let mut teller = Teller::new(dice, self.rules, self.now, person.clone(), day);
        if number < self.scenes && number.is_multiple_of(3) {
            // So that the one who comes in first finds work of her own.
            teller.duty = Hand::Duty;
        }
        Story {
            number,
            person,
            kin,
            known,
            steps: teller.tell(&beats),
        }
    }

    fn whole_percent(&self) -> usize {
        let percent = OF_A_TEAM * 100 / self.others.max(1);
        usize::try_from(percent.clamp(LEAST_WHOLE_PERCENT, 100)).unwrap_or(100)
    }

    fn scene(&self, number: u64) -> Option<&'static [Beat]> {
        let place = usize::try_from(number).ok()?;
        (number < self.scenes)
            .then(|| SCENES.get(place).map(|scene| scene.beats))
            .flatten()
    }

    fn beginning(&self, story: u64) -> Beginning {
        if let Some(Beat::On(days)) = self.scene(story).and_then(|beats| beats.first()) {
            let day = working_day(self.rules, self.today, *days);
            return Beginning {
                story,
                not_before: day,
            };
        }
        let place = (story - self.scenes) * DAYS / self.others.max(1);
        Beginning {
            story,
            not_before: self.today - Days::new(DAYS - place),
        }
    }

    /// Offices take most of what comes in; a fifth of the weekends' calls are taken too.
    fn first_day(&self, story: u64) -> NaiveDate {
        let day = self.beginning(story).not_before;
        if story < self.scenes || Dice::of(self.seed, (1 << 61) | story).chance(20) {
            return day;
        }
        working_day(self.rules, day - Days::new(1), 1)
    }

    fn kin(&self, number: u64) -> Kin {
        if number < self.scenes {
            let scene = usize::try_from(number).ok().and_then(|at| SCENES.get(at));
            return scene.map_or(Kin::None, |scene| scene.kin);
        }
        let mut dice = Dice::of(self.seed, (1 << 60) | number);
        let others_before = number - self.scenes;
        match dice.below(100) {
            0..8 if others_before >= 1 => Kin::Sibling(number - 1),
            // Of somebody who was referred a little while before.
            8..10 if others_before >= 4 && self.is_young_still(number - 2, number) => {
                Kin::SamePerson(number - 2)
            }
            _ => Kin::None,
        }
    }

    /// Whether the young person of one story is not grown up when another begins.
    fn is_young_still(&self, of: u64, at: u64) -> bool {
        let until = self.rules.policies.policy.young_person.until_birthday;
        let born = self.person(of).born;
        let age = born.and_then(|born| age_on(born, self.first_day(at)));
        age.is_none_or(|age| age < until)
    }

    /// The young person of a story on its first day, through the kin that it begins with.
    fn person(&self, number: u64) -> Person {
        let mut dice = Dice::of(self.seed, (1 << 59) | number);
        if let Kin::SamePerson(of) = self.kin(number) {
            return written_otherwise(&self.person(of), &mut dice);
        }
        let home = Household::of(self.seed, self.home(number));
        young_person(&home, &mut dice, self.first_day(number))
    }

    /// The number of the story that the home is named by.
    fn home(&self, number: u64) -> u64 {
        match self.kin(number) {
            Kin::Sibling(of) => self.home(of),
            _ => number,
        }
    }
}

fn known_by_name(dice: &mut Dice) -> Vec<(RelationKind, &'static str)> {
    const ADULTS: [&str; 6] = [
        "\"Lee\", about 25",
        "Driver of a silver car",
        "\"Uncle K\"",
        "Man from the flat on Griffin Row",
        "\"Jay\", online",
        "Older partner, no name",
    ];
    const FRIENDS: [&str; 4] = ["Tia", "Macsen", "Kinga", "Beca"];
    let mut known = Vec::new();
    if dice.chance(30) {
        known.push((RelationKind::ParentCarer, "Mum"));
    }
    if dice.chance(22) {
        known.push((RelationKind::AdultOfConcern, dice.pick(&ADULTS)));
    }
    if dice.chance(12) {
        known.push((RelationKind::Friend, dice.pick(&FRIENDS)));
    }
    known
}
