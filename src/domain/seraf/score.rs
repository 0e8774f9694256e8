//! What the answers come to: total, category, what is open and what must be warned of.
//!
//! Only ticks score. The score supports judgement and does not replace it, so the result carries
//! what the number alone hides (DOMAIN.md, hazards): open answers, what the unknowns could add,
//! current harm in a low category, earlier harm that weighs little.

use super::answers::{Answers, ExtraAnswer, ItemAnswer, Ticks};
use super::form::{Form, Item, Rule, Section};

/// What is known of the young person beside the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Header {
    /// In whole years on the day of assessment; where unknown, the age stated in the answers.
    pub age: Option<u8>,
}

/// The score of one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SectionScore {
    pub points: u32,
    /// Items with a tick in any column.
    pub ticked: u32,
    /// Items with any answer at all.
    pub answered: u32,
    pub items: u32,
}

/// The distance to the next higher category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextBand {
    pub points: u32,
    pub category: u8,
}

/// Something that must be said beside the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warning {
    /// Items are ticked in a significant column while the category is below the one given.
    CurrentSignificantBelow { category: u8 },
    /// A floor rule, by its place in the form, lifted the category to the one given.
    FloorApplied { rule: usize, category: u8 },
    /// A floor rule would lift the category, were the young person below its age, which is unknown.
    AgeNeeded { rule: usize },
}

impl Warning {
    /// A stable name for files and scripts, such as `current-significant-below-4`.
    pub fn code(self, form: &Form) -> String {
        let rule_id = |at: usize| form.rules().get(at).map_or("", |rule| rule.id.as_str());
        match self {
            Self::CurrentSignificantBelow { category } => {
                format!("current-significant-below-{category}")
            }
            Self::FloorApplied { rule, .. } => format!("floor-{}", rule_id(rule)),
            Self::AgeNeeded { rule } => format!("age-needed-{}", rule_id(rule)),
        }
    }
}

/// All that follows from the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    pub total: u32,
    /// In the order of the form's sections.
    pub sections: Vec<SectionScore>,
    /// Points by header fields; sections and these add up to the total.
    pub extra_points: u32,
    /// By the total, or by a floor rule where that is higher.
    pub category: u8,
    /// By the total alone.
    pub category_by_points: u8,
    pub at_risk: bool,
    /// None in the highest category.
    pub next_band: Option<NextBand>,
    /// Items not asked.
    pub not_asked: u32,
    /// Items asked, but not known.
    pub not_known: u32,
    /// The total, were every item and header field that is not known fully present.
    pub if_unknown_present: u32,
    pub category_if_unknown_present: u8,
    /// Items ticked in earlier windows only: harm that must stay in sight though it scores little.
    pub only_earlier: u32,
    pub warnings: Vec<Warning>,
}

/// Scores the answers.
pub fn score(answers: &Answers, header: Header) -> Score {
    let form = answers.form();
    let now = add_up(answers, Unknown::Absent);
    let then = add_up(answers, Unknown::Present);
    let age = header.age.or(answers.stated_age());
    let (category, mut warnings) = with_floors(form, &now, age);
    let (category_if_unknown_present, _) = with_floors(form, &then, age);
    let warn_below = significant_ticks(answers)
        .filter(|&least| category < least)
        .max();
    if let Some(least) = warn_below {
        warnings.insert(0, Warning::CurrentSignificantBelow { category: least });
    }
    let next = form.bands().iter().find(|band| band.category > category);
    Score {
        total: now.total,
        extra_points: now.extra_points,
        category,
        category_by_points: form.band_for(now.total).category,
        at_risk: category >= form.at_risk_category(),
        next_band: next.map(|band| NextBand {
            points: band.from.saturating_sub(now.total),
            category: band.category,
        }),
        not_asked: count(answers, |_, answer| answer == ItemAnswer::NotAsked),
        not_known: count(answers, |_, answer| answer == ItemAnswer::NotKnown),
        if_unknown_present: then.total,
        category_if_unknown_present,
        only_earlier: count(answers, only_earlier),
        warnings,
        sections: now.sections,
    }
}

/// The points of the ticks of one item.
pub(super) fn points_of(item: &Item, ticks: Ticks) -> u32 {
    ticks
        .columns()
        .filter_map(|at| item.points.get(usize::from(at.0)))
        .sum()
}

/// The total and category of answers, without the rest: for projections.
pub(super) fn total_and_category(answers: &Answers, header: Header) -> (u32, u8) {
    let sum = add_up(answers, Unknown::Absent);
    let age = header.age.or(answers.stated_age());
    let (category, _) = with_floors(answers.form(), &sum, age);
    (sum.total, category)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unknown {
    Absent,
    Present,
}

struct Sum<'a> {
    answers: &'a Answers,
    unknown: Unknown,
    total: u32,
    extra_points: u32,
    sections: Vec<SectionScore>,
}

fn add_up(answers: &Answers, unknown: Unknown) -> Sum<'_> {
    let form = answers.form();
    let mut all = answers.all();
    let sections: Vec<SectionScore> = form
        .sections()
        .iter()
        .map(|section| section_score(section, all.by_ref(), unknown))
        .collect();
    let extra_points = form
        .extras()
        .iter()
        .zip(answers.extras())
        .filter(|(_, answer)| match answer {
            ExtraAnswer::Yes => true,
            ExtraAnswer::NotKnown => unknown == Unknown::Present,
            ExtraAnswer::No | ExtraAnswer::NotAsked => false,
        })
        .map(|(extra, _)| extra.points)
        .sum();
    let in_sections: u32 = sections.iter().map(|section| section.points).sum();
    Sum {
        answers,
        unknown,
        total: in_sections + extra_points,
        extra_points,
        sections,
    }
}

fn section_score<'a>(
    section: &Section,
    all: impl Iterator<Item = super::answers::Answered<'a>>,
    unknown: Unknown,
) -> SectionScore {
    let mut sum = SectionScore::default();
    for (_, _, item, answer) in all.take(section.items.len()) {
        sum.items += 1;
        sum.answered += u32::from(answer != ItemAnswer::NotAsked);
        match answer {
            ItemAnswer::Ticked(ticks) => {
                sum.ticked += 1;
                sum.points += points_of(item, ticks);
            }
            ItemAnswer::NotKnown if unknown == Unknown::Present => {
                sum.points += section.most_for(item);
            }
            ItemAnswer::NotKnown | ItemAnswer::No | ItemAnswer::NotAsked => {}
        }
    }
    sum
}

fn with_floors(form: &Form, sum: &Sum<'_>, age: Option<u8>) -> (u8, Vec<Warning>) {
    let by_points = form.band_for(sum.total).category;
    let lifting = || {
        let rules = form.rules().iter().enumerate();
        rules.filter(|(_, rule)| rule.at_least > by_points && has_ticks(sum, rule))
    };
    let mut category = by_points;
    let mut warnings = Vec::new();
    for (at, rule) in lifting() {
        if young_enough(rule, age) == Some(true) {
            category = category.max(rule.at_least);
            let category = rule.at_least;
            warnings.push(Warning::FloorApplied { rule: at, category });
        }
    }
    for (at, rule) in lifting() {
        if young_enough(rule, age).is_none() && rule.at_least > category {
            warnings.push(Warning::AgeNeeded { rule: at });
        }
    }
    (category, warnings)
}

/// `None` where the rule asks for an age that is not known.
fn young_enough(rule: &Rule, age: Option<u8>) -> Option<bool> {
    match (rule.under_age, age) {
        (None, _) => Some(true),
        (Some(under), Some(age)) => Some(age < under),
        (Some(_), None) => None,
    }
}

fn has_ticks(sum: &Sum<'_>, rule: &Rule) -> bool {
    let holds = |section: &Section, answer: ItemAnswer| {
        if rule.section.as_ref().is_some_and(|id| *id != section.id) {
            return false;
        }
        let column = rule.column.as_ref().map(|id| section.column_at(id));
        match (answer, column) {
            (ItemAnswer::Ticked(_), None) => true,
            (ItemAnswer::Ticked(ticks), Some(at)) => at.is_some_and(|at| ticks.contains(at)),
            (ItemAnswer::NotKnown, None | Some(Some(_))) => sum.unknown == Unknown::Present,
            _ => false,
        }
    };
    count(sum.answers, holds) >= rule.ticks
}

/// For each tick in a column that is warned of, the category below which it is.
fn significant_ticks(answers: &Answers) -> impl Iterator<Item = u8> {
    answers.all().flat_map(|(_, section, _, answer)| {
        section
            .columns()
            .filter(move |&(at, _)| answer.is_ticked(at))
            .filter_map(|(_, column)| column.warn_below)
    })
}

fn only_earlier(section: &Section, answer: ItemAnswer) -> bool {
    let earlier = |at| {
        let window = section.column(at).and_then(|column| column.window);
        window.is_some_and(|window| window.from_months > 0)
    };
    answer
        .ticks()
        .is_some_and(|ticks| ticks.columns().all(earlier))
}

fn count(answers: &Answers, holds: impl Fn(&Section, ItemAnswer) -> bool) -> u32 {
    let found = answers
        .all()
        .filter(|&(_, section, _, answer)| holds(section, answer));
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}
