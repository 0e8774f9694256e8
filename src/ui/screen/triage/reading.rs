//! The text of a referral: when, from whom, what happened, who knows, who is around.

use chrono_tz::Europe::London;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::person::{ChosenLanguage, Living};
use crate::domain::referral::{How, NewReferral, Source, ToTriage};
use crate::domain::sharing::Confidential;
use crate::domain::today::late_from;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Every line, wrapped to so many columns.
pub(super) fn lines<'v>(view: &View<'v>, found: &ToTriage, cols: usize) -> Vec<Line<'v>> {
    let mut page = Page {
        cols: cols.saturating_sub(2),
        lines: Vec::new(),
    };
    let told = &found.referral.told;
    page.plain(&decided(view, found));
    for (kind, due) in &found.open {
        let (now, rules) = (view.model.now, &view.model.rules);
        let when = view.words.due_when(*due, now, rules);
        let given = [
            ("what", view.words.due_kind(*kind).into()),
            ("when", when.into()),
        ];
        let says = view.words.with(W::TriageDue, &given);
        let is_late = late_from(*due, &London) <= now;
        let (mark, style) = if is_late {
            (Glyph::Late, view.theme.late())
        } else {
            (Glyph::Coming, Style::new())
        };
        let says = format!("{} {says}", view.theme.glyph(mark));
        page.styled(&says, style);
    }
    page.plain(&received(view, found));
    if told.danger_now {
        page.styled(view.words.say(W::TriageDanger), view.theme.late());
    }
    if let Some(at) = told.police_told_at {
        let when = view.words.moment(at, view.today());
        page.plain(
            &view
                .words
                .with(W::TriagePoliceToldAt, &[("when", when.into())]),
        );
    }
    page.plain(&feared(view, told));
    page.styled(view.words.say(W::TriageWhatHappened), view.theme.title());
    page.indented(told.what_happened.for_professionals());
    page.knows(&young_person_knows(view, told), &told.young_person_view);
    page.knows(&parents_know(view, told), &told.parents_view);
    page.plain(&person(view, found));
    page.plain(&told_otherwise(view, found));
    page.plain(&around(view, found));
    page.plain(&others(view, found));
    page.lines
}

/// Lines as they come, each wrapped.
struct Page<'v> {
    cols: usize,
    lines: Vec<Line<'v>>,
}

impl Page<'_> {
    fn plain(&mut self, text: &str) {
        self.styled(text, Style::new());
    }

    fn styled(&mut self, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        for line in text::wrap(text, self.cols) {
            self.lines.push(Line::styled(format!(" {line}"), style));
        }
    }

    fn indented(&mut self, text: &str) {
        for line in text::wrap(text, self.cols.saturating_sub(2)) {
            self.lines.push(Line::raw(format!("   {line}")));
        }
    }

    /// Who knows, with their own words beneath.
    fn knows(&mut self, says: &str, theirs: &Confidential) {
        self.plain(says);
        if !theirs.is_blank() {
            self.indented(theirs.for_professionals());
        }
    }
}

fn decided(view: &View<'_>, found: &ToTriage) -> String {
    let Some(triaged) = &found.referral.triaged else {
        return String::new();
    };
    let outcomes = &view.model.rules.policies.triage_outcomes;
    let outcome = outcomes
        .get(&triaged.outcome)
        .map_or(triaged.outcome.as_str(), |one| {
            one.text.say(view.model.language)
        });
    let when = view.words.moment(triaged.at, view.today());
    let given = [
        ("when", when.into()),
        ("name", triaged.by.as_str().into()),
        ("outcome", outcome.into()),
    ];
    let says = view.words.with(W::TriageDecidedBy, &given);
    match triaged.reason.for_professionals() {
        "" => says,
        reason => format!("{says}. {reason}"),
    }
}

fn received(view: &View<'_>, found: &ToTriage) -> String {
    let told = &found.referral.told;
    let agencies = &view.model.rules.policies.agencies;
    let mut who = match &told.source {
        Source::Agency(id) => agencies
            .get(id)
            .map_or(id.as_str(), |agency| agency.name.say(view.model.language)),
        Source::Anonymous => view.words.say(W::TriageAnonymous),
        other => view.words.say(W::from(other)),
    }
    .to_owned();
    for part in [&told.source_name, &told.source_contact] {
        if !part.is_blank() {
            who = format!("{who}, {}", view.name(part.for_professionals()));
        }
    }
    let when = view.words.moment(told.received_at, view.today());
    let how = view.words.say(W::from(told.how));
    let given = [
        ("when", when.into()),
        ("how", how.into()),
        ("who", who.into()),
    ];
    let mut says = view.words.with(W::TriageReceived, &given);
    let dot = view.theme.glyph(Glyph::Dot);
    let by = [("name", found.referral.received_by.as_str().into())];
    says = format!("{says} {dot} {}", view.words.with(W::TriageTakenBy, &by));
    if let (How::Telephone, Some(at)) = (told.how, found.referral.confirmed_at) {
        let when = view.words.moment(at, view.today());
        let confirmed = view
            .words
            .with(W::TriageConfirmedAt, &[("when", when.into())]);
        says = format!("{says} {dot} {confirmed}");
    }
    says
}

fn feared(view: &View<'_>, told: &NewReferral) -> String {
    if told.feared.is_empty() {
        return view.words.say(W::TriageFearedNothing).to_owned();
    }
    let all = told.feared.iter();
    let all: Vec<&str> = all.map(|fear| view.words.say(W::from(*fear))).collect();
    let what = all.join("; ");
    view.words.with(W::TriageFeared, &[("what", what.into())])
}

fn young_person_knows(view: &View<'_>, told: &NewReferral) -> String {
    let knows = match told.young_person_knows {
        Some(true) => W::TriageKnows,
        Some(false) => W::TriageKnowsNot,
        None => W::TriageKnowsUnsaid,
    };
    let knows = view.words.say(knows);
    view.words
        .with(W::TriageYoungPerson, &[("knows", knows.into())])
}

fn parents_know(view: &View<'_>, told: &NewReferral) -> String {
    let knows = match told.parents_know {
        Some(true) => W::TriageKnow,
        Some(false) => W::TriageKnowNot,
        None => W::TriageKnowsUnsaid,
    };
    let knows = view.words.say(knows);
    view.words
        .with(W::TriageParents, &[("knows", knows.into())])
}

/// Where and how they live, school, language, other names, as the record has it now.
fn person(view: &View<'_>, found: &ToTriage) -> String {
    let person = &found.person;
    let mut parts: Vec<String> = Vec::new();
    if person.living != Living::NotKnown {
        let how = view.words.say(W::from(person.living));
        parts.push(view.words.with(W::TriageLives, &[("how", how.into())]));
    }
    for text in [&person.address, &person.school] {
        if !text.is_empty() {
            parts.push(view.name(text).into_owned());
        }
    }
    if person.language != ChosenLanguage::NotAsked {
        let language = view.words.say(W::from(person.language));
        let given = [("language", language.into())];
        parts.push(view.words.with(W::TriageChosenLanguage, &given));
    }
    let mut names = person.other_names.clone();
    if !person.known_as.is_empty() {
        names.insert(0, person.known_as.clone());
    }
    if !names.is_empty() {
        let names: Vec<_> = names.iter().map(|name| view.name(name)).collect();
        parts.push(format!("({})", names.join(", ")));
    }
    parts.join(&format!(" {} ", view.theme.glyph(Glyph::Dot)))
}

/// What was told this time and is otherwise in the record.
fn told_otherwise(view: &View<'_>, found: &ToTriage) -> String {
    let (told, known) = (&found.referral.told.person, &found.person);
    let mut parts: Vec<String> = Vec::new();
    for (label, told, known) in [
        (W::ReferralGivenName, &told.given_name, &known.given_name),
        (W::ReferralFamilyName, &told.family_name, &known.family_name),
        (W::ReferralAddress, &told.address, &known.address),
        (W::ReferralSchool, &told.school, &known.school),
    ] {
        if !told.is_empty() && told != known {
            parts.push(format!("{} {}", view.words.say(label), view.name(told)));
        }
    }
    if let (Some(told), true) = (told.born, told.born != known.born) {
        let born = view.words.date_with_year(told);
        parts.push(format!("{} {born}", view.words.say(W::ReferralBorn)));
    }
    if parts.is_empty() {
        return String::new();
    }
    let what = parts.join("; ");
    view.words
        .with(W::TriageToldOtherwise, &[("what", what.into())])
}

fn around(view: &View<'_>, found: &ToTriage) -> String {
    if found.relations.is_empty() {
        return String::new();
    }
    let who: Vec<String> = found
        .relations
        .iter()
        .map(|one| {
            let kind = view.words.say(W::from(one.kind));
            let name = one.case.as_ref().map_or_else(
                || view.name(&one.name).into_owned(),
                |case| format!("{} {}", view.name(&case.full_name()), case.reference),
            );
            format!("{kind} {name}")
        })
        .collect();
    let who = who.join(", ");
    view.words.with(W::TriageAround, &[("who", who.into())])
}

fn others(view: &View<'_>, found: &ToTriage) -> String {
    let Some(latest) = found.others.first() else {
        return String::new();
    };
    let when = view.words.moment(latest.told.received_at, view.today());
    let given = [("n", found.others.len().into()), ("when", when.into())];
    view.words.with(W::TriageOthers, &given)
}
