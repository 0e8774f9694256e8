//! `diogel show`: one case on one screen: who, the worry, what is due, who is near, what happened.

use std::io::Write;

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use serde_json::{Value, json};

use super::{CliError, Context, due, lines, write_json};
use crate::casework::cases;
use crate::casework::{CaseworkError, Desk};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::case_list::{Look, PageFrom};
use crate::domain::case_page::{Near, Overview};
use crate::domain::chronology::Happened;
use crate::domain::rules::Rules;
use crate::domain::today::About;
use crate::words::{Key, Words};

#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The case's reference, written in any way
    #[arg(required = true)]
    reference: Vec<String>,
    /// Why a restricted case must be seen; the Principal Officer is told
    #[arg(long, value_name = "WHY")]
    reason: Option<String>,
    /// How much of what happened
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(0..=500))]
    events: u16,
    /// For programs: docs/json.md
    #[arg(long)]
    json: bool,
}

pub fn run(
    context: &Context,
    arguments: &ShowArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let words = context.words();
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    let id = cases::by_reference(&desk, &arguments.reference.join(" "))?;
    let overview = opened(&mut desk, id, arguments.reason.as_deref())?;
    let rows = usize::from(arguments.events);
    let start = PageFrom::Start;
    let (page, hidden) = cases::chronology(&mut desk, id, &start, rows, Look::Begun)?;
    let shown = Shown {
        overview: &overview,
        events: &page.events,
        hidden,
        words,
        now: desk.now,
        rules: desk.rules,
    };
    if arguments.json {
        return write_json(&shown.json(), out);
    }
    for line in shown.lines() {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Opens the case, breaking the glass where a reason was given.
fn opened(
    desk: &mut Desk<'_>,
    id: CaseId,
    reason: Option<&str>,
) -> Result<Overview, CaseworkError> {
    match (cases::open_case(desk, id), reason) {
        (Err(CaseworkError::Restricted { .. }), Some(reason)) => {
            cases::break_glass(desk, id, reason)?;
            cases::open_case(desk, id)
        }
        (opened, _) => opened,
    }
}

/// Room for the name and age of somebody near.
const NEAR_COLS: usize = 26;

struct Shown<'a> {
    overview: &'a Overview,
    events: &'a [Happened],
    hidden: usize,
    words: &'a Words,
    now: DateTime<Utc>,
    rules: &'a Rules,
}

impl Shown<'_> {
    fn today(&self) -> NaiveDate {
        lines::day(self.now)
    }

    fn case(&self) -> &CaseBrief {
        &self.overview.preview.case
    }

    fn lines(&self) -> Vec<String> {
        let (words, case) = (self.words, self.case());
        let preview = &self.overview.preview;
        let who = lines::who(words, case, false, self.today());
        let mut told = lines::labelled(&case.reference, &who);
        let score = match preview.score {
            Some((basis, _)) => words.score(basis.score, u32::from(basis.category)),
            None => words.say(Key::BesideNoScore).to_owned(),
        };
        let worker = match &self.overview.owner {
            Some(name) => words.with(Key::CaseWorker, &[("name", name.as_str().into())]),
            None => words.say(Key::CaseNobody).to_owned(),
        };
        let stage = words.stage(case.stage);
        told.extend(lines::labelled(
            " ",
            &format!("{stage} · {score} · {worker}"),
        ));
        told.extend(lines::labelled(" ", &self.about_person()));
        if let Some(referral) = &preview.referral {
            let happened = referral.told.what_happened.for_professionals();
            let by = words.referred_by(&referral.told.source, self.rules);
            let at = words.moment(referral.told.received_at, self.today());
            let worry = format!("{happened} ({by}, {at})");
            told.extend(lines::labelled(words.say(Key::BesideWorry), &worry));
        }
        told.push(words.say(Key::CaseDue).to_owned());
        if preview.next.is_empty() {
            told.extend(lines::labelled(" ", &words.next_step(None, self.rules)));
        }
        for row in &preview.next {
            let when = words.row_when(row, self.now, self.rules);
            let step = match &row.about {
                About::Action { .. } => words.due_about(row, self.today(), self.rules),
                _ => words.next_step(Some(row.kind), self.rules),
            };
            told.push(lines::columns(&[
                ("", 1),
                (words.due_kind(row.kind), 11),
                (&when, 14),
                (&step, 60),
            ]));
        }
        if !preview.near.is_empty() {
            told.push(words.say(Key::CaseNear).to_owned());
            told.extend(preview.near.iter().map(|near| self.near_line(near)));
        }
        told.push(words.say(Key::CliShowHappened).to_owned());
        for event in self.events {
            told.push(self.event_line(event));
        }
        if self.hidden > 0 {
            let count = i64::try_from(self.hidden).unwrap_or(i64::MAX);
            let given = [("count", count.into())];
            told.push(words.with(Key::CaseHiddenRecords, &given));
        }
        told
    }

    fn about_person(&self) -> String {
        let (words, case) = (self.words, self.case());
        let person = &self.overview.preview.person;
        let mut parts = Vec::new();
        if let Some(born) = case.born {
            let day = words.date_with_year(born);
            parts.push(words.with(Key::CaseBorn, &[("day", day.into())]));
        }
        parts.extend(words.lives(person.living).map(str::to_owned));
        let texts = [&person.address, &person.school];
        parts.extend(texts.into_iter().filter(|text| !text.is_empty()).cloned());
        if !person.other_names.is_empty() {
            let names = person.other_names.join(", ");
            parts.push(words.with(Key::CaseAlso, &[("names", names.into())]));
        }
        parts.join(" · ")
    }

    fn near_line(&self, near: &Near) -> String {
        let how = self.words.near_how(&near.how);
        let name = match &near.case {
            Some(case) => {
                lines::who_within(self.words, case, near.is_hidden, self.today(), NEAR_COLS)
            }
            None => near.name.clone(),
        };
        let (reference, stage) = match &near.case {
            Some(case) => (case.reference.as_str(), self.words.stage(case.stage)),
            None => ("", ""),
        };
        lines::columns(&[
            ("", 1),
            (&how, 20),
            (&name, NEAR_COLS),
            (reference, 11),
            (stage, 18),
        ])
    }

    fn event_line(&self, event: &Happened) -> String {
        let when = self.words.moment(event.at, self.today());
        let mut what = self.words.happened(event, self.rules);
        if let Some(reference) = &event.of_joined {
            what = format!("[{reference}] {what}");
        }
        lines::columns(&[("", 1), (&when, 17), (&what, 60)])
    }

    fn json(&self) -> Value {
        let preview = &self.overview.preview;
        let person = &preview.person;
        let age = self.case().age(self.today());
        let due: Vec<Value> = preview
            .next
            .iter()
            .map(|row| due::row_json(row, self.now, self.rules))
            .collect();
        let near: Vec<Value> = preview
            .near
            .iter()
            .map(|near| self.near_json(near))
            .collect();
        let events: Vec<Value> = self.events.iter().map(event_json).collect();
        let score = preview.score.map(|(basis, _)| {
            json!({ "score": basis.score, "category": basis.category, "at_risk": basis.at_risk })
        });
        let referral = preview.referral.as_ref().map(|referral| {
            json!({
                "received_at": referral.told.received_at,
                "source": referral.told.source.word(),
                "agency": referral.told.source.agency(),
                "what_happened": referral.told.what_happened.for_professionals(),
                "danger_now": referral.told.danger_now,
            })
        });
        json!({
            "case": lines::case_json(self.case(), false, age),
            "other_names": person.other_names,
            "address": person.address,
            "school": person.school,
            "worker": self.overview.owner,
            "assessment": score,
            "referral": referral,
            "due": due,
            "near": near,
            "events": events,
            "hidden_records": self.hidden,
        })
    }

    fn near_json(&self, near: &Near) -> Value {
        let case = near
            .case
            .as_ref()
            .map(|case| lines::case_json(case, near.is_hidden, case.age(self.today())));
        let name = (!near.is_hidden).then_some(near.name.as_str());
        let how = self.words.near_how(&near.how);
        json!({ "how": how, "name": name, "case": case })
    }
}

fn event_json(event: &Happened) -> Value {
    let kind: &str = event.kind.into();
    json!({
        "at": event.at,
        "kind": kind,
        "by": event.by,
        "of_joined": event.of_joined,
        "score": event.detail.score,
        "category": event.detail.category,
        "outcome": event.detail.outcome,
        "reason": event.detail.reason,
    })
}
