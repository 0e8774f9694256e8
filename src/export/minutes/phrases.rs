//! What both versions say alike: lines, where it was, how it is for somebody, what is agreed.

use chrono::NaiveDate;

use crate::domain::plan::{ActionStatus, FamilyPlan};
use crate::domain::rules::Rules;
use crate::domain::sharing::Shareable;
use crate::domain::voice::{Difference, Heard, SupportFelt};
use crate::words::{Key, Words};

/// Minutes while they are drafted.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A heading, with a blank line before it.
    pub fn heading(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line("# ", text);
    }

    pub fn point(&mut self, text: &str) {
        self.line("- ", text);
    }

    pub fn plain(&mut self, text: &str) {
        self.line("", text);
    }

    /// A point with what it is before what it says; nothing where nothing was said.
    pub fn named(&mut self, words: &Words, what: Key, says: &str) {
        if !says.trim().is_empty() {
            let says = one_line(says);
            self.point(&words.with(what, &[("words", says.into())]));
        }
    }

    pub fn blank(&mut self) {
        self.0.push('\n');
    }

    pub fn whole(self) -> String {
        self.0
    }

    fn line(&mut self, mark: &str, text: &str) {
        self.0.push_str(mark);
        self.0.push_str(&one_line(text));
        self.0.push('\n');
    }
}

/// What was written in several lines, in one.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The venue's name; its id where the authority's file no longer has it.
pub(super) fn venue(id: &str, words: &Words, rules: &Rules) -> String {
    let venue = rules.policies.venues.get(id);
    venue
        .map_or(id, |venue| venue.name.say(words.language()))
        .to_owned()
}

/// The agency's name; its id where the authority's file no longer has it.
pub(super) fn agency(id: &str, words: &Words, rules: &Rules) -> String {
    let agency = rules.policies.agencies.get(id);
    agency
        .map_or(id, |agency| agency.name.say(words.language()))
        .to_owned()
}

/// How it is for one of them.
pub(super) fn heard(lines: &mut Lines, heard: &Heard, words: &Words) {
    lines.heading(&words.with(
        Key::MinutesDraftHeard,
        &[("name", heard.name.as_str().into())],
    ));
    if let Some(feeling) = heard.feeling {
        let step = feeling.step();
        lines.point(&words.with(Key::MinutesDraftFeeling, &[("step", step.into())]));
    }
    if let Some(support) = heard.support {
        let says = words.say(match support {
            SupportFelt::No => Key::MinutesSupportNo,
            SupportFelt::ABit => Key::MinutesSupportABit,
            SupportFelt::Mostly => Key::MinutesSupportMostly,
            SupportFelt::Yes => Key::MinutesSupportYes,
        });
        lines.named(words, Key::MinutesDraftSupport, says);
    }
    if let Some(difference) = heard.difference {
        let says = words.say(match difference {
            Difference::No => Key::MinutesDifferenceNo,
            Difference::ALittle => Key::MinutesDifferenceALittle,
            Difference::ALot => Key::MinutesDifferenceALot,
            Difference::TooSoon => Key::MinutesDifferenceTooSoon,
        });
        lines.named(words, Key::MinutesDraftDifference, says);
    }
    lines.named(words, Key::MinutesDraftOwnWords, heard.own_words.as_str());
    lines.named(words, Key::MinutesDraftWorry, heard.worry.as_str());
    lines.named(words, Key::MinutesDraftStrength, heard.strength.as_str());
}

/// What was planned together, without the actions against those who cause the harm.
pub(super) fn plan(lines: &mut Lines, plan: &FamilyPlan, words: &Words) {
    lines.heading(words.say(Key::MinutesDraftPlan));
    for goal in &plan.goals {
        let given = [
            ("whose", goal.whose.as_str().into()),
            ("words", one_line(goal.words.as_str()).into()),
        ];
        lines.point(&words.with(Key::MinutesDraftGoal, &given));
    }
    let kept = plan
        .actions
        .iter()
        .filter(|action| action.status != ActionStatus::Dropped);
    for one in kept {
        let said = [
            one.what.as_str(),
            one.who.as_str(),
            one.how_we_know.as_str(),
        ];
        lines.point(&action(said, one.by, words));
    }
    lines.named(words, Key::MinutesDraftNotAgreed, plan.not_agreed.as_str());
    let names: Vec<&str> = plan.agreed_by.iter().map(Shareable::as_str).collect();
    lines.named(words, Key::MinutesDraftAgreedBy, &names.join(", "));
}

/// What, who, by when, and how everybody will know.
pub(super) fn action(
    [what, who, how_we_know]: [&str; 3],
    by: Option<NaiveDate>,
    words: &Words,
) -> String {
    let mut given = vec![
        ("what", one_line(what).into()),
        ("who", one_line(who).into()),
    ];
    let mut said = match by {
        None => words.with(Key::MinutesDraftAction, &given),
        Some(day) => {
            given.push(("day", words.date_with_year(day).into()));
            words.with(Key::MinutesDraftActionBy, &given)
        }
    };
    if !how_we_know.trim().is_empty() {
        let known = [("words", one_line(how_we_know).into())];
        said.push(' ');
        said.push_str(&words.with(Key::MinutesDraftKnown, &known));
    }
    said
}
