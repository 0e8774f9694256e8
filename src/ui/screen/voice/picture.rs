//! Feelings and scores over time, as numbers on one line of days. The list below says the same
//! in words.

use chrono::NaiveDate;
use ratatui::text::Line;

use crate::domain::voice::{Speaker, VoicePage};
use crate::ui::text;
use crate::ui::view::View;
use crate::words::Key as W;

const LABEL_COLS: usize = 12;
/// With less room there is no picture.
const LEAST_COLS: usize = 24;

/// A number on its day.
type Point = (NaiveDate, String);

/// A line for the young person, the family, the scores, and the days; none where there is
/// nothing to be seen over time.
pub(super) fn lines<'v>(view: &View<'v>, page: &VoicePage, cols: usize) -> Vec<Line<'v>> {
    let room = cols.saturating_sub(LABEL_COLS + 2);
    let felt = |who: Speaker| -> Vec<Point> {
        let said = page.voices.voices.iter().rev();
        said.filter(|voice| voice.heard.who == who)
            .filter_map(|voice| {
                let step = voice.heard.feeling?.step();
                Some((voice.heard.on, step.to_string()))
            })
            .collect()
    };
    let scores: Vec<Point> = page
        .voices
        .scores
        .iter()
        .map(|score| (score.on, score.score.to_string()))
        .collect();
    let (young, family) = (felt(Speaker::YoungPerson), felt(Speaker::Family));
    let days = young
        .iter()
        .chain(&family)
        .chain(&scores)
        .map(|(on, _)| *on);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        return Vec::new();
    };
    if room < LEAST_COLS || first == last {
        return Vec::new();
    }
    let line = |label: &str, points: &[Point]| {
        let label = text::pad(label, LABEL_COLS);
        Line::raw(format!(" {label} {}", strip(points, (first, last), room)))
    };
    let name = view.name(page.case.called()).into_owned();
    let (from, to) = (
        view.words.day_near(first, view.today()),
        view.words.day_near(last, view.today()),
    );
    let gap = room.saturating_sub(text::width(&from) + text::width(&to));
    let days = format!(
        " {} {from}{}{to}",
        text::pad("", LABEL_COLS),
        " ".repeat(gap)
    );
    vec![
        line(&name, &young),
        line(view.words.say(W::VoiceFamily), &family),
        line(view.words.say(W::VoiceScore), &scores),
        Line::styled(days, view.theme.muted()),
    ]
}

/// The numbers at their places in time; where two would stand on one another, the later one.
fn strip(points: &[Point], (first, last): (NaiveDate, NaiveDate), cols: usize) -> String {
    let span = (last - first).num_days().max(1);
    let mut free_until = cols;
    let mut placed: Vec<(usize, &str)> = Vec::new();
    for (on, says) in points.iter().rev() {
        let width = text::width(says);
        let room = i64::try_from(cols.saturating_sub(width)).unwrap_or(0);
        let at = usize::try_from((*on - first).num_days() * room / span).unwrap_or(0);
        let is_free = at + width < free_until || (free_until == cols && at + width <= cols);
        if is_free {
            placed.push((at, says));
            free_until = at;
        }
    }
    let mut line = String::new();
    for (at, says) in placed.into_iter().rev() {
        let missing = at.saturating_sub(text::width(&line));
        line.extend(std::iter::repeat_n(' ', missing));
        line.push_str(says);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(all: &[(&str, &str)]) -> Vec<Point> {
        all.iter()
            .map(|(on, says)| (on.parse().unwrap(), (*says).to_owned()))
            .collect()
    }

    #[test]
    fn numbers_stand_at_their_days_and_the_later_of_two_is_shown() {
        let days = ("2026-09-01".parse().unwrap(), "2026-09-11".parse().unwrap());
        let of = |all: &[(&str, &str)]| strip(&points(all), days, 12);
        let ends = [("2026-09-01", "14"), ("2026-09-11", "9")];
        assert_eq!(of(&ends), "14         9");
        let close = [("2026-09-06", "2"), ("2026-09-06", "3")];
        assert_eq!(of(&close), "     3");
        assert_eq!(of(&[]), "");
    }
}
