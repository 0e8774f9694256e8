//! How the score falls as dated indicators age, if nothing new happens.
//!
//! A tick moves from column to column as its day leaves one window for another, and at last to
//! nothing; ticks that hold for life never age. A fall shown here is the calendar's doing alone
//! and no sign that a child is safe (DOMAIN.md, hazards).

use chrono::{Days, Months, NaiveDate};

use super::answers::Answers;
use super::evidence::{EvidenceBook, column_for, day_of_tick};
use super::form::{ItemAt, Section};
use super::score::{Header, total_and_category};

/// What the score comes to from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectedScore {
    pub from: NaiveDate,
    pub total: u32,
    pub category: u8,
}

/// The score on the day of assessment and on every later day on which it changes. A tick without a
/// date counts as last known on the latest day its column allows: for a current one, the day of
/// assessment. The young person's age is held still.
pub fn projection(
    answers: &Answers,
    evidence: &EvidenceBook,
    assessed_on: NaiveDate,
    header: Header,
) -> Vec<ProjectedScore> {
    let ageing = Ageing::new(answers, evidence, assessed_on);
    let mut steps = vec![step(answers, assessed_on, header)];
    for day in ageing.days_of_change(assessed_on) {
        let next = step(&ageing.on(day), day, header);
        let differs =
            |last: &ProjectedScore| (last.total, last.category) != (next.total, next.category);
        if steps.last().is_some_and(differs) {
            steps.push(next);
        }
    }
    steps
}

fn step(answers: &Answers, from: NaiveDate, header: Header) -> ProjectedScore {
    let (total, category) = total_and_category(answers, header);
    ProjectedScore {
        from,
        total,
        category,
    }
}

/// Answers taken apart into what holds for life and what happened on a day.
struct Ageing<'a> {
    lasting: Answers,
    episodes: Vec<(ItemAt, &'a Section, NaiveDate)>,
}

impl<'a> Ageing<'a> {
    fn new(answers: &'a Answers, evidence: &EvidenceBook, assessed_on: NaiveDate) -> Self {
        let mut lasting = answers.clone();
        let mut episodes = Vec::new();
        for (at, section, item, answer) in answers.all() {
            for (place, column) in section.columns() {
                if !answer.is_ticked(place) {
                    continue;
                }
                let dates = evidence.dates(&item.id);
                if let Some(day) = day_of_tick(column, dates, assessed_on) {
                    lasting.toggle(at, place);
                    episodes.push((at, section, day));
                }
            }
        }
        Self { lasting, episodes }
    }

    fn on(&self, day: NaiveDate) -> Answers {
        let mut answers = self.lasting.clone();
        for (at, section, happened) in &self.episodes {
            if let Some(column) = column_for(section, *happened, day) {
                answers.tick(*at, column);
            }
        }
        answers
    }

    fn days_of_change(&self, after: NaiveDate) -> Vec<NaiveDate> {
        let edges = self.episodes.iter().flat_map(|(_, section, happened)| {
            let windows = section.columns.iter().filter_map(|column| column.window);
            let months = windows.flat_map(|window| [window.from_months, window.to_months]);
            months.filter_map(|months| first_day_beyond(*happened, months))
        });
        let mut days: Vec<NaiveDate> = edges.filter(|day| *day > after).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The first day of which `months` calendar months before are after `happened`. Because month ends
/// clamp, this may be up to four days after the months are over: 28 February is within the past
/// six months up to 31 August.
pub(super) fn first_day_beyond(happened: NaiveDate, months: u32) -> Option<NaiveDate> {
    if months == 0 {
        return None;
    }
    let months = Months::new(months);
    let mut day = happened.checked_add_months(months)?;
    while day.checked_sub_months(months)? <= happened {
        day = day.checked_add_days(Days::new(1))?;
    }
    Some(day)
}
