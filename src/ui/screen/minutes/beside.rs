//! What stands below minutes: what is owed and how late, to whom they were sent, what somebody
//! asks to be put right, and who was there and has not been sent them.

use chrono_tz::Europe::London;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::screen::Minutes;
use crate::app::screen::minutes::Present;
use crate::domain::case::ClockKind;
use crate::domain::meeting::InvitedKind;
use crate::domain::minutes::{MinutesKind, MinutesOfMeeting, Owed, Sent};
use crate::domain::today::late_from;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Every line, cut or wrapped to so many columns.
pub(super) fn lines<'v>(
    view: &View<'v>,
    page: &Minutes,
    kind: MinutesKind,
    cols: usize,
) -> Vec<Line<'v>> {
    let Some(found) = &page.found else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let kinds = [
        kind.clock(),
        ClockKind::ProtocolDecision,
        ClockKind::Corrections,
    ];
    let open = found
        .owed
        .iter()
        .filter(|one| !one.is_done && kinds.contains(&one.kind));
    lines.extend(open.map(|one| owed(view, *one, cols)));
    let language = page.language(view.model.language);
    let Some(present) = page.present(kind, language) else {
        return lines;
    };
    if page
        .writing(kind, language)
        .is_some_and(|one| one.is_behind)
    {
        let says = format!(
            " {} {}",
            view.theme.glyph(Glyph::Warning),
            view.words.say(W::MinutesBehind)
        );
        lines.push(Line::styled(text::cut(&says, cols), view.theme.warning()));
    }
    for one in present.sent() {
        lines.push(Line::raw(text::cut(&sent(view, one), cols)));
    }
    if present.approved().is_some() {
        let missing = not_sent(view, found, kind, present.sent());
        if !missing.is_empty() {
            let given = [("names", missing.into())];
            let says = format!(" {}", view.words.with(W::MinutesNotSentTo, &given));
            let wrapped = text::wrap(&says, cols.saturating_sub(1));
            lines.extend(
                wrapped
                    .into_iter()
                    .map(|line| Line::styled(format!(" {line}"), view.theme.muted())),
            );
        }
    }
    lines.extend(
        corrections(view, present)
            .iter()
            .flat_map(|said| text::wrap(said, cols.saturating_sub(2)))
            .map(|line| Line::raw(format!(" {line}"))),
    );
    lines
}

fn owed<'v>(view: &View<'v>, one: Owed, cols: usize) -> Line<'v> {
    let (now, rules) = (view.model.now, &view.model.rules);
    let when = view.words.due_when(one.due, now, rules);
    let (mark, style) = if late_from(one.due, &London) <= now {
        (Glyph::Late, view.theme.late())
    } else {
        (Glyph::Coming, Style::new())
    };
    let says = format!(
        " {} {} {when}",
        view.theme.glyph(mark),
        view.words.due_kind(one.kind)
    );
    Line::styled(text::cut(&says, cols), style)
}

fn sent(view: &View<'_>, one: &Sent) -> String {
    let given = [
        ("name", view.name(&one.whom).into_owned().into()),
        ("day", view.words.date_with_year(one.on).into()),
    ];
    let mut says = format!(" {}", view.words.with(W::MinutesSentLine, &given));
    if !one.how.is_empty() {
        says.push_str(", ");
        says.push_str(&one.how);
    }
    says
}

/// Those of the list whose version this is and who have not been sent it.
fn not_sent(view: &View<'_>, found: &MinutesOfMeeting, kind: MinutesKind, sent: &[Sent]) -> String {
    let is_theirs =
        |of: InvitedKind| (of == InvitedKind::Professional) == (kind == MinutesKind::Full);
    let people = found.meeting.plan.people.iter();
    let names: Vec<String> = people
        .filter(|one| is_theirs(one.kind) && one.is_asked() && !one.name.is_empty())
        .filter(|one| sent.iter().all(|sent| sent.whom != one.name))
        .map(|one| view.name(&one.name).into_owned())
        .collect();
    names.join(", ")
}

fn corrections(view: &View<'_>, present: Present<'_>) -> Vec<String> {
    let said = |day: chrono::NaiveDate, name: &str, words: &str| {
        let given = [
            ("day", view.words.date_with_year(day).into()),
            ("name", view.name(name).into_owned().into()),
            ("words", words.to_owned().into()),
        ];
        view.words.with(W::MinutesCorrectionLine, &given)
    };
    match present {
        Present::Full(minutes) => minutes
            .corrections
            .iter()
            .map(|one| {
                let name = one.asked_by.for_professionals();
                said(one.asked_on, name, one.words.for_professionals())
            })
            .collect(),
        Present::Family(minutes) => minutes
            .corrections
            .iter()
            .map(|one| {
                let name = one.asked_by.for_professionals();
                said(one.asked_on, name, one.words.as_str())
            })
            .collect(),
    }
}
