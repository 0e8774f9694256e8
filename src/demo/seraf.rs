//! SERAFs that rise, fall and age out: ticks made from dated episodes, by the form's own windows.
//!
//! Works with whatever form the authority uses: sections with a window hold episodes, those
//! without hold what is so for life.

use chrono::{Datelike, Days, NaiveDate};

use super::dice::Dice;
use super::texts;
use crate::domain::assessment::{Content, Direction, Harmed, Judgement, View};
use crate::domain::seraf::{
    Basis, Evidence, Form, Header, ItemAnswer, ItemAt, Ticks, Warning, score,
};
use crate::domain::sharing::Confidential;

/// How grave an assessment is; the last three are measured against the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Low,
    Mild,
    Moderate,
    Significant,
    Grave,
    /// Nothing new: episodes age out.
    Calmer,
    Same,
    Worse,
}

impl Level {
    /// The points to come to: from, and not above.
    fn points(self, form: &Form, before: Option<u32>) -> (u32, u32) {
        let bands = form.bands();
        let band = |place: usize| {
            let band = bands.get(place).or(bands.last());
            band.map_or((0, 0), |band| (band.from, band.to))
        };
        let before = before.unwrap_or(0);
        match self {
            Self::Low => band(0),
            Self::Mild => band(1),
            Self::Moderate => band(2),
            Self::Significant => (band(3).0, band(3).0 + 9),
            Self::Grave => (band(3).0 + 7, band(3).0 + 22),
            Self::Calmer => (0, 0),
            Self::Same => (before.saturating_sub(3), before + 1),
            Self::Worse => (before + 3, before + 11),
        }
    }
}

/// An assessment on a day, after the one before it. `case` gives the age that rules may ask for.
pub fn assessment(
    form: &Form,
    dice: &mut Dice,
    level: Level,
    on: NaiveDate,
    before: Option<&Content>,
    case: Header,
) -> Content {
    let mut content = match before {
        Some(before) => Content::after(before, form, on),
        None => Content::blank(form, on),
    };
    // What was told before still speaks where its date is near enough.
    let items: Vec<(ItemAt, String)> = form
        .items()
        .map(|(at, _, item)| (at, item.id.clone()))
        .collect();
    for (at, _) in &items {
        if let Some(ticks) = content.evidence.ticks_by_dates(form, *at, on) {
            tick(&mut content, *at, ticks);
        }
    }
    let earlier = before.map(|before| score(&before.answers, case).total);
    let (from, to) = level.points(form, earlier);
    let mut tries = items.clone();
    dice.shuffle(&mut tries);
    for (at, id) in &tries {
        if score(&content.answers, case).total >= from + (to - from) / 3 {
            break;
        }
        let kept = content.clone();
        happened(&mut content, dice, *at, id);
        if score(&content.answers, case).total > to {
            content = kept;
        }
    }
    if before.is_none() {
        say_about(&mut content, &mut dice.aside());
    }
    say_the_rest(&mut content, dice, &items);
    with_words(&mut content, dice, level);
    content
}

/// One thing that was told, with its date, as a tick.
fn happened(content: &mut Content, dice: &mut Dice, at: ItemAt, id: &str) {
    let form = content.answers.form().clone();
    let Some((section, _)) = form.item(at) else {
        return;
    };
    let has_window = section.columns().any(|(_, column)| column.window.is_some());
    let days_ago = if !has_window {
        dice.between(300..=2500)
    } else if dice.chance(80) {
        dice.between(1..=150)
    } else {
        dice.between(190..=350)
    };
    let day = content
        .assessed_on
        .checked_sub_days(Days::new(u64::try_from(days_ago).unwrap_or_default()));
    let sources = [
        ("Mum", Basis::Reported),
        ("school", Basis::Reported),
        ("police", Basis::Reported),
        ("carer", Basis::Seen),
        ("social worker", Basis::Seen),
        ("youth worker", Basis::Opinion),
        ("herself or himself", Basis::Reported),
    ];
    let (source, basis) = sources[dice.below(sources.len())];
    content.evidence.add(
        id,
        Evidence {
            // What is so for life is often known without a day.
            last_known: day.filter(|_| has_window || dice.chance(40)),
            source: source.to_owned(),
            note: String::new(),
            basis,
        },
    );
    let on = content.assessed_on;
    let by_dates = content.evidence.ticks_by_dates(&form, at, on);
    let for_life = section
        .columns()
        .find(|(_, column)| column.window.is_none())
        .and_then(|(column, _)| Ticks::of(column));
    if let Some(ticks) = by_dates.or(for_life) {
        tick(content, at, ticks);
    }
}

fn tick(content: &mut Content, at: ItemAt, ticks: Ticks) {
    for column in ticks.columns() {
        content.answers.tick(at, column);
    }
}

/// What is not so is said to be so, or is not known; a few are not asked.
fn say_the_rest(content: &mut Content, dice: &mut Dice, items: &[(ItemAt, String)]) {
    for (at, _) in items {
        if content.answers.item(*at) != ItemAnswer::NotAsked {
            continue;
        }
        match dice.below(100) {
            0..72 => content.answers.say_no(*at),
            72..90 => content.answers.say_not_known(*at),
            _ => {}
        }
    }
}

/// Some of the header, for the first assessment; the later ones take it over. What a story says
/// elsewhere (where somebody lives, which language they speak) is left out here.
fn say_about(content: &mut Content, dice: &mut Dice) {
    let form = content.answers.form().clone();
    for (_, field) in form.about() {
        let said = match field.id.as_str() {
            "known-since" => format!("about {}", content.assessed_on.year() - dice.between(1..=9)),
            "disability" => dice.pick(&texts::LEARNING).to_owned(),
            "youth-justice" => dice.pick(&texts::JUSTICE).to_owned(),
            "other-agencies" => dice.pick(&texts::AGENCIES_BESIDE).to_owned(),
            "named-before" => dice.pick(&texts::NAMED_BEFORE).to_owned(),
            _ => continue,
        };
        content.about.put(&field.id, Confidential::new(said));
    }
}

fn with_words(content: &mut Content, dice: &mut Dice, level: Level) {
    let words = |text: &str| Confidential::new(text);
    content.protective = words(dice.pick(&texts::PROTECTIVE));
    content.narrative = words(dice.pick(&texts::NARRATIVE));
    content.harmed = match (level, dice.below(10)) {
        (Level::Low | Level::Mild, 0..6) => Harmed::No,
        (Level::Grave, 0..5) => Harmed::Yes,
        (_, 0..3) => Harmed::NotAsked,
        _ => Harmed::NotKnown,
    };
    let view = |said: &str, on: NaiveDate| View {
        words: Confidential::new(said),
        said_on: (!said.is_empty()).then_some(on),
    };
    content.young_person_view = view(dice.pick(&texts::VIEWS), content.assessed_on);
    content.family_view = view(dice.pick(&texts::FAMILY_VIEWS), content.assessed_on);
    content.helped_by = words(if dice.chance(50) {
        "school, health, the young person"
    } else {
        "police, carer"
    });
    if dice.chance(8) {
        let direction = if matches!(level, Level::Low | Level::Mild | Level::Moderate) {
            Direction::Higher
        } else {
            Direction::Lower
        };
        content.judgement = Some(Judgement {
            direction,
            reason: words(dice.pick(&texts::LOWER_REASON)),
        });
    }
}

/// What must be said before it can be completed: a lower category, or a current significant
/// indicator below the line, needs its reason.
pub fn with_reasons(content: &mut Content, dice: &mut Dice, header: Header, before: Option<u8>) {
    let now = score(&content.answers, header);
    let is_warned = now
        .warnings
        .iter()
        .any(|warning| matches!(warning, Warning::CurrentSignificantBelow { .. }));
    if is_warned || before.is_some_and(|before| before > now.category) {
        content.category_reason = Confidential::new(dice.pick(&texts::LOWER_REASON));
    }
}
