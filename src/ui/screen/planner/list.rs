//! The two parts side by side: when each is, and who is asked to which.

use chrono::NaiveTime;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::screen::planner::over::kind_words;
use crate::app::screen::planner::sheet::{Column, Focus, ROWS_BEFORE_PEOPLE, Sheet};
use crate::domain::bilingual::Language;
use crate::domain::meeting::{ClashWith, Invited, InvitedKind, NotAsked, Part, PlanPlace};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Columns of the words before times, venue and chair.
const LABEL_COLS: usize = 8;
/// Mark, two ticks of three columns, a space.
const TICKS_COLS: usize = 8;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, sheet: &Sheet) {
    let cols = usize::from(area.width);
    let rows = sheet.rows();
    for (place, at) in (sheet.cursor.first..rows)
        .take(usize::from(area.height))
        .enumerate()
    {
        let line = match at {
            0 => labelled(view, sheet, W::MeetingsPart1, &part1(view, sheet), cols),
            1 => labelled(view, sheet, W::MeetingsPart2, &part2(view, sheet), cols),
            2 => labelled(view, sheet, W::MeetingsVenue, &venue(view, sheet), cols),
            3 => labelled(view, sheet, W::MeetingsChair, &chair(view, sheet), cols),
            _ => match sheet.plan.people.get(at - ROWS_BEFORE_PEOPLE) {
                Some(person) => person_line(view, sheet, at - ROWS_BEFORE_PEOPLE, person, cols),
                None => continue,
            },
        };
        let is_selected = sheet.focus == Focus::List && sheet.cursor.at == at;
        let mark = if is_selected {
            view.theme.glyph(Glyph::Selected)
        } else {
            " "
        };
        let mut spans = vec![Span::styled(mark, view.theme.key())];
        spans.extend(line.spans);
        if is_selected && at < ROWS_BEFORE_PEOPLE {
            // The name of the row, and no more of it: few bytes for a step of the cursor.
            if let Some(label) = spans.get_mut(1) {
                label.style = view.theme.selected();
            }
        }
        let y = area.y + u16::try_from(place).unwrap_or(u16::MAX);
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        frame.render_widget(Line::from(spans), row);
    }
}

fn labelled<'v>(view: &View<'v>, sheet: &Sheet, label: W, says: &str, cols: usize) -> Line<'v> {
    let place = match label {
        W::MeetingsVenue => PlanPlace::Venue,
        W::MeetingsChair => PlanPlace::Chair,
        W::MeetingsPart1 => PlanPlace::Part1,
        _ => PlanPlace::Part2,
    };
    let with = match place {
        PlanPlace::Venue => Some(ClashWith::Room),
        PlanPlace::Chair => Some(ClashWith::Chair),
        _ => None,
    };
    let is_wrong = sheet.faults.iter().any(|(at, _)| *at == place)
        || with.is_some_and(|with| sheet.clashes.iter().any(|clash| clash.with == with));
    let sign = if is_wrong {
        view.theme.glyph(Glyph::Warning)
    } else {
        " "
    };
    Line::from(vec![
        Span::raw(text::pad(view.words.say(label), LABEL_COLS - 1)),
        Span::styled(sign, view.theme.warning()),
        Span::raw(format!(
            " {}",
            text::cut(says, cols.saturating_sub(LABEL_COLS + 2))
        )),
    ])
}

fn times(view: &View<'_>, part: &Part) -> String {
    let time = |time: NaiveTime| view.words.time(time);
    let end = part.end().map_or_else(|| "?".to_owned(), time);
    view.words.with(
        W::MeetingsTimes,
        &[
            ("from", time(part.start).into()),
            ("to", end.into()),
            ("minutes", part.minutes.into()),
        ],
    )
}

fn points(view: &View<'_>, part: &Part) -> String {
    let points = i64::try_from(part.agenda.len()).unwrap_or(i64::MAX);
    view.words
        .with(W::MeetingsPoints, &[("points", points.into())])
}

fn part1(view: &View<'_>, sheet: &Sheet) -> String {
    let part = &sheet.plan.part1;
    let dot = view.theme.glyph(Glyph::Dot);
    let who = view.words.say(W::MeetingsProfessionals);
    format!(
        "{} {dot} {} {dot} {who}",
        times(view, part),
        points(view, part)
    )
}

fn part2(view: &View<'_>, sheet: &Sheet) -> String {
    let dot = view.theme.glyph(Glyph::Dot);
    match (&sheet.plan.part2, &sheet.plan.no_part2) {
        (Some(part), _) => {
            let called = sheet.offer.case.called();
            let name = view.name(called).into_owned();
            let who = view
                .words
                .with(W::MeetingsWithFamily, &[("name", name.into())]);
            format!(
                "{} {dot} {} {dot} {who}",
                times(view, part),
                points(view, part)
            )
        }
        (None, Some(NotAsked { reason, .. })) => {
            format!("{}: {reason}", view.words.say(W::MeetingsNotHeld))
        }
        (None, None) => view.words.say(W::MeetingsNotHeld).to_owned(),
    }
}

fn venue(view: &View<'_>, sheet: &Sheet) -> String {
    let Some(venue) = view.model.rules.policies.venues.get(&sheet.plan.venue) else {
        return sheet.plan.venue.clone();
    };
    let name = venue.name.say(view.model.language);
    if venue.informal {
        return format!("{name} ({})", view.words.say(W::MeetingsInformal));
    }
    name.to_owned()
}

fn chair(view: &View<'_>, sheet: &Sheet) -> String {
    match sheet.plan.chair {
        Some(chair) => colleague(sheet, chair).to_owned(),
        None => view.words.say(W::MeetingsNobody).to_owned(),
    }
}

pub(super) fn colleague(sheet: &Sheet, user: i64) -> &str {
    let mut colleagues = sheet.offer.colleagues.iter();
    let found = colleagues.find(|one| one.user_id == user);
    found.map_or("", |one| &one.name)
}

/// How somebody stands to one part.
fn tick(view: &View<'_>, person: &Invited, column: Column) -> &'static str {
    match column {
        Column::Part1 if person.kind != InvitedKind::Professional => " ",
        Column::Part1 if person.part1 => view.theme.glyph(Glyph::Yes),
        Column::Part2 if person.part2 => view.theme.glyph(Glyph::Yes),
        Column::Part2 if person.kind.belongs_in_part2() => view.theme.glyph(Glyph::No),
        _ => view.theme.glyph(Glyph::Dot),
    }
}

fn person_line<'v>(
    view: &View<'v>,
    sheet: &Sheet,
    at: usize,
    person: &Invited,
    cols: usize,
) -> Line<'v> {
    let is_selected = sheet.person() == Some(at);
    let cell = |column| {
        let style = if is_selected && sheet.column == column {
            view.theme.selected()
        } else {
            Style::new()
        };
        // A part that is not held asks nobody.
        let sign = if column == Column::Part2 && sheet.plan.part2.is_none() {
            " "
        } else {
            tick(view, person, column)
        };
        Span::styled(format!(" {sign} "), style)
    };
    let mut spans = vec![cell(Column::Part1), cell(Column::Part2), Span::raw(" ")];
    let room = cols.saturating_sub(TICKS_COLS);
    let name = text::cut(&person_name(view, person), room);
    let left = room.saturating_sub(text::width(&name) + 2);
    spans.push(Span::raw(name));
    if let Some((says, style)) = beside(view, sheet, at, person) {
        spans.push(Span::styled(format!("  {}", text::cut(&says, left)), style));
    }
    Line::from(spans)
}

/// A person as the planner names them: the agency first, for it may send anybody.
pub(in crate::ui::screen) fn person_name(view: &View<'_>, person: &Invited) -> String {
    let dot = view.theme.glyph(Glyph::Dot);
    let language: Language = view.model.language;
    let agency = view.model.rules.policies.agencies.get(&person.agency);
    let agency = agency.map_or(person.agency.as_str(), |one| one.name.say(language));
    let name = view.name(&person.name);
    let name = if name.is_empty() { "?" } else { name.as_ref() };
    let mut said = match person.kind {
        InvitedKind::Professional => format!("{agency} {dot} {name}"),
        InvitedKind::Advocate if !agency.is_empty() => format!("{name} {dot} {agency}"),
        _ => name.to_owned(),
    };
    if person.role.is_empty() {
        if person.kind != InvitedKind::Professional {
            said = format!("{said} {dot} {}", view.words.say(kind_words(person.kind)));
        }
    } else {
        said = format!("{said} {dot} {}", person.role);
    }
    said
}

/// What is to be seen beside a name: a fault, a clash, or why they are not asked.
fn beside(view: &View<'_>, sheet: &Sheet, at: usize, person: &Invited) -> Option<(String, Style)> {
    let warning = view.theme.glyph(Glyph::Warning);
    let place = PlanPlace::Person(at);
    if let Some((_, fault)) = sheet.faults.iter().find(|(found, _)| *found == place) {
        let says = view.words.say(super::below::fault_words(*fault));
        return Some((format!("{warning} {says}"), view.theme.late()));
    }
    let with = ClashWith::Person(at);
    if sheet.clashes.iter().any(|clash| clash.with == with) {
        let says = view.words.say(W::MeetingsBusy);
        return Some((format!("{warning} {says}"), view.theme.warning()));
    }
    let mut missed = sheet.offer.missed.iter();
    let missed = missed.find(|one| one.agency == person.agency);
    if let (Some(missed), true) = (missed, person.is_asked()) {
        let [last, _] = missed.days;
        let key = if missed.is_in_this_case {
            W::AttendanceMissedHere
        } else {
            W::AttendanceMissedElsewhere
        };
        let given = [("day", view.words.day_near(last, view.today()).into())];
        let says = view.words.with(key, &given);
        return Some((format!("{warning} {says}"), view.theme.warning()));
    }
    let is_kept_out = person.kind.belongs_in_part2() && !person.part2 && sheet.plan.part2.is_some();
    if !is_kept_out {
        return None;
    }
    if let Some(given) = &person.not_asked {
        let by = colleague(sheet, given.decided_by);
        return Some((format!("{} ({by})", given.reason), view.theme.muted()));
    }
    let says = view.words.say(W::MeetingsWhyIsNeeded);
    Some((format!("{warning} {says}"), view.theme.warning()))
}
