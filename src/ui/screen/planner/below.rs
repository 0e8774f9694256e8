//! Under calendar and list: the chosen day, all that is in the way on it, and which days are best.

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::list::{colleague, person_name};
use crate::app::screen::planner::sheet::Sheet;
use crate::domain::meeting::{
    BusyWhy, Clash, ClashWith, DayQuestion, DayScore, PlanFault, PlanHint, PlanPlace, day_question,
};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// So many of the best days are named.
const BEST_DAYS: usize = 3;

/// What is wrong, in words.
pub(super) const fn fault_words(fault: PlanFault) -> W {
    match fault {
        PlanFault::DayPast => W::MeetingsFaultDayPast,
        PlanFault::DayReasonMissing => W::MeetingsFaultDayReason,
        PlanFault::Minutes => W::MeetingsFaultMinutes,
        PlanFault::PastMidnight => W::MeetingsFaultMidnight,
        PlanFault::Part2BeforePart1Ends => W::MeetingsFaultOverlap,
        PlanFault::NoPart2ReasonMissing => W::MeetingsFaultNoPart2,
        PlanFault::VenueUnknown => W::MeetingsFaultVenue,
        PlanFault::ChairMissing => W::MeetingsFaultChair,
        PlanFault::NobodyInPart1 => W::MeetingsFaultNobody,
        PlanFault::YoungPersonMissing => W::MeetingsFaultYoungPerson,
        PlanFault::YoungPersonTwice => W::MeetingsFaultYoungPersonTwice,
        PlanFault::NameMissing => W::MeetingsFaultName,
        PlanFault::AgencyMissing => W::MeetingsFaultAgency,
        PlanFault::NotForPart1 => W::MeetingsWhyPart1,
        PlanFault::AskedToNothing => W::MeetingsFaultAskedToNothing,
        PlanFault::NotAskedReasonMissing => W::MeetingsWhyIsNeeded,
    }
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, sheet: &Sheet) {
    let cols = usize::from(area.width).saturating_sub(2);
    let rule = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    let mut lines = vec![Line::styled(rule, view.theme.muted())];
    lines.push(day_line(view, sheet, cols));
    let rows = usize::from(area.height);
    let mut ends = Vec::new();
    ends.extend(prepared_line(view, sheet, cols));
    let best = best_line(view, sheet);
    ends.push(Line::raw(format!(" {}", text::cut(&best, cols))));
    ends.extend(hint_line(view, sheet, cols));
    // The list of what is in the way may be long; it gives way last and says what it leaves out.
    let room = rows.saturating_sub(lines.len());
    let warnings = warnings(view, sheet);
    let ends_shown = ends.len().min(room.saturating_sub(warnings.len().min(2)));
    let room = room.saturating_sub(ends_shown);
    let shown = if warnings.len() > room {
        room.saturating_sub(1)
    } else {
        warnings.len()
    };
    let more = warnings.len() - shown;
    for (says, is_fault) in warnings.into_iter().take(shown) {
        let sign = view.theme.glyph(Glyph::Warning);
        let style = if is_fault {
            view.theme.late()
        } else {
            view.theme.warning()
        };
        let says = format!(" {sign} {}", text::cut(&says, cols.saturating_sub(2)));
        lines.push(Line::styled(says, style));
    }
    if more > 0 && room > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let says = view.words.with(W::MeetingsMore, &[("more", more.into())]);
        lines.push(Line::styled(format!("   {says}"), view.theme.muted()));
    }
    lines.extend(ends.into_iter().take(ends_shown));
    lines.truncate(rows);
    frame.render_widget(Paragraph::new(lines), area);
}

fn day_line<'v>(view: &View<'v>, sheet: &Sheet, cols: usize) -> Line<'v> {
    let day = sheet.plan.day;
    let dot = view.theme.glyph(Glyph::Dot);
    let window = &sheet.offer.window;
    let last = view.words.date_short(window.days.last);
    let first = view.words.date_short(window.days.first);
    let holidays = &view.model.rules.policies.holidays;
    let place = match day_question(day, window, holidays) {
        None => view
            .words
            .with(W::MeetingsInWindow, &[("last", last.into())]),
        Some(DayQuestion::BeforeWindow) => view
            .words
            .with(W::MeetingsBeforeWindow, &[("first", first.into())]),
        Some(DayQuestion::AfterWindow) => view
            .words
            .with(W::MeetingsAfterWindow, &[("last", last.into())]),
        Some(DayQuestion::Weekend) => view.words.say(W::MeetingsWeekend).to_owned(),
        Some(DayQuestion::BankHoliday) => view.words.say(W::MeetingsBankHoliday).to_owned(),
    };
    let distance = view.words.days_from(view.today(), day);
    let clashes = i64::try_from(sheet.clashes.len()).unwrap_or(i64::MAX);
    let way = if clashes == 0 {
        view.words.say(W::MeetingsNothingInTheWay).to_owned()
    } else {
        view.words
            .with(W::MeetingsInTheWay, &[("clashes", clashes.into())])
    };
    let date = format!(" {}", view.words.date_short(day));
    let mut says = format!(", {distance} {dot} {way} {dot} {place}");
    if !sheet.plan.day_reason.is_empty() {
        says = format!("{says} {dot} {}", sheet.plan.day_reason);
    }
    let room = cols.saturating_sub(text::width(&date));
    Line::from(vec![
        Span::styled(date, view.theme.title()),
        Span::raw(text::cut(&says, room)),
    ])
}

/// Faults of the last try to save that stand at no person, then what clashes.
fn warnings(view: &View<'_>, sheet: &Sheet) -> Vec<(String, bool)> {
    let faults = sheet
        .faults
        .iter()
        .filter(|(place, _)| !matches!(place, PlanPlace::Person(_)))
        .map(|(_, fault)| (view.words.say(fault_words(*fault)).to_owned(), true));
    let clashes = sheet
        .clashes
        .iter()
        .map(|clash| (clash_words(view, sheet, clash), false));
    faults.chain(clashes).collect()
}

fn clash_words(view: &View<'_>, sheet: &Sheet, clash: &Clash) -> String {
    let time = |at: NaiveDateTime| view.words.time(at.time());
    let (from, to) = (time(clash.from), time(clash.to));
    let who = match clash.with {
        ClashWith::Chair => sheet
            .plan
            .chair
            .map_or(String::new(), |chair| colleague(sheet, chair).to_owned()),
        ClashWith::Room => {
            let venue = view.model.rules.policies.venues.get(&sheet.plan.venue);
            venue.map_or(String::new(), |venue| {
                venue.name.say(view.model.language).to_owned()
            })
        }
        ClashWith::Person(at) => sheet
            .plan
            .people
            .get(at)
            .map_or(String::new(), |person| person_name(view, person)),
    };
    let key = match (clash.with, clash.why) {
        (ClashWith::Chair, BusyWhy::Meeting) => W::MeetingsClashChair,
        (ClashWith::Chair, BusyWhy::Away) => {
            return view
                .words
                .with(W::MeetingsAwayChair, &[("who", who.into())]);
        }
        (ClashWith::Room, BusyWhy::Meeting) => W::MeetingsClashRoom,
        (ClashWith::Room, BusyWhy::Away) => {
            return view.words.with(W::MeetingsAwayRoom, &[("who", who.into())]);
        }
        (ClashWith::Person(_), BusyWhy::Meeting) => W::MeetingsClashPerson,
        (ClashWith::Person(_), BusyWhy::Away) => {
            return view
                .words
                .with(W::MeetingsAwayPerson, &[("who", who.into())]);
        }
    };
    view.words.with(
        key,
        &[
            ("who", who.into()),
            ("from", from.into()),
            ("to", to.into()),
        ],
    )
}

/// The days with least in the way, the best first.
fn best_line(view: &View<'_>, sheet: &Sheet) -> String {
    let mut scores: Vec<&DayScore> = sheet.scores.iter().collect();
    if scores.is_empty() {
        return view.words.say(W::MeetingsNoDayLeft).to_owned();
    }
    scores.sort_by_key(|score| (score.weight, score.day));
    let dot = view.theme.glyph(Glyph::Dot);
    let days: Vec<String> = scores
        .into_iter()
        .take(BEST_DAYS)
        .map(|score| {
            let day = view.words.date_short(score.day);
            let clashes = i64::try_from(score.clashes.len()).unwrap_or(i64::MAX);
            if clashes == 0 {
                view.words.with(W::MeetingsDayFree, &[("day", day.into())])
            } else {
                view.words.with(
                    W::MeetingsDayClashes,
                    &[("day", day.into()), ("clashes", clashes.into())],
                )
            }
        })
        .collect();
    let days = days.join(&format!(" {dot} "));
    view.words.with(W::MeetingsBest, &[("days", days.into())])
}

/// How far the preparation of a planned meeting has come, and the key that leads to it.
fn prepared_line<'v>(view: &View<'v>, sheet: &Sheet, cols: usize) -> Option<Line<'v>> {
    let prepared = sheet.offer.prepared?;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let says = view.words.with(
        W::PreparationPlanner,
        &[
            ("done", count(prepared.done).into()),
            ("of", count(prepared.of).into()),
        ],
    );
    Some(Line::raw(format!(" {}", text::cut(&says, cols))))
}

fn hint_line<'v>(view: &View<'v>, sheet: &Sheet, cols: usize) -> Option<Line<'v>> {
    if let Some(theirs) = &sheet.theirs {
        let day = view.words.date_short(theirs.day);
        let time = view.words.time(theirs.part1.start);
        let says = view.words.with(
            W::MeetingsTheirs,
            &[("day", day.into()), ("time", time.into())],
        );
        return Some(Line::styled(
            format!(" {}", text::cut(&says, cols)),
            view.theme.warning(),
        ));
    }
    let policies = &view.model.rules.policies;
    let hint = sheet.plan.hints(policies).into_iter().next()?;
    let says = match hint {
        PlanHint::NeededAgency(id) => {
            let agency = policies.agencies.get(&id)?;
            let name = agency.name.say(view.model.language).to_owned();
            view.words
                .with(W::MeetingsHintAgency, &[("agency", name.into())])
        }
        PlanHint::NoAdvocate => view.words.say(W::MeetingsHintAdvocate).to_owned(),
    };
    Some(Line::styled(
        format!(" {}", text::cut(&says, cols)),
        view.theme.muted(),
    ))
}
