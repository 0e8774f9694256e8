//! `diogel due`: what is late, due today and coming, most urgent first, a line each.

use std::io::Write;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use clap::Args;
use serde_json::{Value, json};

use super::{CliError, Context, lines, write_json};
use crate::casework::cases::{self, DueAsked};
use crate::domain::calendar::BeyondHolidays;
use crate::domain::case::Due;
use crate::domain::case_list::{Look, PageFrom, Whose};
use crate::domain::rules::Rules;
use crate::domain::today::{DueRow, Group, Lateness, lateness};
use crate::words::{Key, Words};

#[derive(Debug, Args)]
pub struct DueArguments {
    /// Everybody's work, and not only one's own
    #[arg(long)]
    all: bool,
    /// The work of people of the same role, and what nobody has taken
    #[arg(long, conflicts_with = "all")]
    team: bool,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=500))]
    limit: u16,
    /// For programs: docs/json.md
    #[arg(long)]
    json: bool,
}

/// Room for a name and an age.
const WHO_COLS: usize = 24;

pub fn run(
    context: &Context,
    arguments: &DueArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let words = context.words();
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    let whose = match (arguments.all, arguments.team) {
        (true, _) => Whose::All,
        (_, true) => Whose::Team,
        _ => Whose::Mine,
    };
    let asked = DueAsked {
        whose,
        from: PageFrom::Start,
        rows: usize::from(arguments.limit),
    };
    let page = cases::due(&mut desk, &asked, Look::Begun)?;
    let (now, rules) = (desk.now, desk.rules);
    if arguments.json {
        let rows: Vec<Value> = page
            .rows
            .iter()
            .map(|row| row_json(row, now, rules))
            .collect();
        return write_json(&json!({ "due": rows, "more": page.has_more }), out);
    }
    if page.rows.is_empty() {
        return Ok(writeln!(out, "{}", words.say(Key::CliDueNone))?);
    }
    let mut group = None;
    for row in &page.rows {
        if group != Some(row.key.group) {
            group = Some(row.key.group);
            writeln!(out, "{}", words.say(group_words(row.key.group)))?;
        }
        writeln!(out, "{}", line(row, words, now, rules))?;
    }
    if page.has_more {
        writeln!(out, "{}", words.say(Key::CliDueMore))?;
    }
    Ok(())
}

fn line(row: &DueRow, words: &Words, now: DateTime<Utc>, rules: &Rules) -> String {
    let today = lines::day(now);
    let who = lines::who_within(words, &row.case, row.is_hidden, today, WHO_COLS);
    let when = words.row_when(row, now, rules);
    let about = words.due_about(row, today, rules);
    lines::columns(&[
        ("", 0),
        (words.due_kind(row.kind), 11),
        (&row.case.reference, 10),
        (&who, WHO_COLS),
        (&when, 13),
        (&about, 18),
    ])
}

fn group_words(group: Group) -> Key {
    match group {
        Group::Late => Key::TodayLate,
        Group::Today => Key::TodayToday,
        Group::Coming => Key::TodayComing,
    }
}

/// What is due in a case, for programs.
pub(super) fn row_json(row: &DueRow, now: DateTime<Utc>, rules: &Rules) -> Value {
    let (Ok(late)
    | Err(BeyondHolidays {
        by_weekdays: late, ..
    })) = lateness(row.due, now, &London, &rules.policies.holidays);
    let late = late.map(|late| match late {
        Lateness::Hours(n) => json!({ "hours": n }),
        Lateness::Days(n) => json!({ "days": n }),
        Lateness::WorkingDays(n) => json!({ "working_days": n }),
    });
    let due = match row.due {
        Due::At(at) => json!(at),
        Due::By(day) => json!(day),
    };
    let kind: &str = row.kind.into();
    let group: &str = row.key.group.into();
    json!({
        "kind": kind,
        "group": group,
        "due": due,
        "late": late,
        "worker": row.owner,
        "case": lines::case_json(&row.case, row.is_hidden, row.case.age(lines::day(now))),
    })
}
