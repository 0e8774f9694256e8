//! Before the curtain is drawn: exactly what the young person and family will see.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::runner::Preview;
use crate::domain::runner::Part1;
use crate::ui::screen::family::person_here;
use crate::ui::text;
use crate::ui::view::View;
use crate::words::Key as W;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    part1: &Part1,
    preview: &Preview,
) {
    let cols = usize::from(area.width).saturating_sub(4);
    let here: Vec<String> = preview
        .here
        .iter()
        .map(|person| person_here(view, person))
        .collect();
    let here = view
        .words
        .with(W::CurtainHere, &[("people", here.join(", ").into())]);
    let mut lines = vec![Line::raw("")];
    for line in text::wrap(&here, cols) {
        lines.push(Line::raw(format!("  {line}")));
    }
    lines.push(Line::raw(""));
    if preview.told.is_empty() {
        let says = view.words.say(W::CurtainNothingTold);
        for line in text::wrap(says, cols) {
            lines.push(Line::styled(format!("  {line}"), view.theme.warning()));
        }
    }
    for (number, told) in (1..).zip(&preview.told) {
        let who = part1
            .items
            .iter()
            .filter_map(|item| item.release.as_ref())
            .find(|release| release.words == *told);
        let mut said = format!("{number} {}", told.as_str());
        if let Some(release) = who {
            use chrono_tz::Europe::London;
            let time = view.words.time(release.at.with_timezone(&London).time());
            let by = view.words.with(
                W::CurtainReleased,
                &[("who", release.by.as_str().into()), ("time", time.into())],
            );
            said = format!("{said} ({by})");
        }
        for line in text::wrap(&said, cols) {
            lines.push(Line::raw(format!("  {line}")));
        }
    }
    lines.push(Line::raw(""));
    let held = i64::try_from(part1.held_back()).unwrap_or(i64::MAX);
    let held = view
        .words
        .with(W::CurtainHeldBack, &[("items", held.into())]);
    let says = [held, view.words.say(W::CurtainSays).to_owned()];
    let mut end: Vec<Line<'_>> = Vec::new();
    for said in says {
        for line in text::wrap(&said, cols) {
            end.push(Line::styled(format!("  {line}"), view.theme.title()));
        }
    }
    // What comes of Enter is always in sight, however much is told.
    let room = usize::from(area.height).saturating_sub(end.len());
    lines.truncate(room);
    lines.extend(end);
    frame.render_widget(Paragraph::new(lines), area);
}
