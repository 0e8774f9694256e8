//! One decision, drawn: what it is made on, and the form beside or under it.

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::seraf::{caution_words, change_parts};
use crate::app::screen::Decision;
use crate::app::screen::decision::OUTCOMES;
use crate::app::screen::seraf::{NotAskedYet, Reckoned};
use crate::domain::assessment::{Completed, Direction};
use crate::domain::decision::{Before, Decision as Made, Outcome, PutForwardBy, Waiting};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// From here on the form stands beside what it is made on.
const COLS_FOR_TWO: u16 = 110;

pub fn title(view: &View<'_>, page: &Decision) -> Title {
    let Some(before) = &page.before else {
        return Title {
            left: view.words.say(W::DecideTitle).to_owned(),
            right: String::new(),
        };
    };
    let case = &before.case;
    let separator = view.theme.glyph(Glyph::Separator);
    let who = case.full_name();
    Title {
        left: format!(
            "{} {} {separator} {}",
            case.reference,
            view.name(&who),
            view.words.say(W::DecideTitle)
        ),
        right: case
            .age(view.today())
            .map(|age| view.words.age(age))
            .unwrap_or_default(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Decision) {
    let Some(before) = &page.before else {
        let said = match page.shut {
            Some(why) => {
                let trouble = view.words.trouble(why);
                format!("{} {}", trouble.happened, trouble.to_do)
            }
            None => view.words.say(W::DecideReading).to_owned(),
        };
        let cols = usize::from(area.width).saturating_sub(2);
        let lines: Vec<Line<'_>> = text::wrap(&said, cols)
            .into_iter()
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Paragraph::new(lines), area);
        return;
    };
    if !page.decides {
        let [says, known] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        let said = view.words.say(W::DecideReadOnly);
        frame.render_widget(Line::styled(format!(" {said}"), view.theme.muted()), says);
        draw_known(frame, known, view, before, page.side_first);
        return;
    }
    let (known, decide) = if area.width >= COLS_FOR_TWO {
        let half = area.width / 2;
        let [known, decide] =
            Layout::horizontal([Constraint::Length(half), Constraint::Min(0)]).areas(area);
        (known, decide)
    } else {
        let rows = (area.height * 9 / 19).max(1);
        let [known, decide] =
            Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
        (known, decide)
    };
    draw_known(frame, known, view, before, page.side_first);
    let [rule, says, fields] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(0),
    ])
    .areas(decide);
    let line = view.theme.glyph(Glyph::Rule);
    let line = line.repeat(usize::from(rule.width));
    frame.render_widget(Line::styled(line, view.theme.muted()), rule);
    frame.render_widget(against_line(view, page, says), says);
    form::draw(frame, fields, view, &page.form);
}

/// Whether what is chosen just now goes with or against the score, in words.
fn against_line<'v>(view: &View<'v>, page: &Decision, area: Rect) -> Line<'v> {
    let cols = usize::from(area.width).saturating_sub(2);
    let score = page
        .latest()
        .and_then(|latest| latest.assessment.outcome.as_ref())
        .map(|outcome| outcome.score);
    let (Some(outcome), Some(score)) = (page.outcome(), score) else {
        return Line::default();
    };
    if !page.is_against_score() {
        if outcome == Outcome::MoreNeeded {
            return Line::default();
        }
        let said = view.words.say(W::DecideWithScore);
        return Line::styled(format!(" {said}"), view.theme.muted());
    }
    let key = match outcome {
        Outcome::Meeting => W::DecideAgainstMeeting,
        _ => W::DecideAgainstNoMeeting,
    };
    let said = view.words.with(key, &[("score", score.into())]);
    let sign = view.theme.glyph(Glyph::Warning);
    Line::styled(
        format!(" {sign} {}", text::cut(&said, cols.saturating_sub(2))),
        view.theme.late(),
    )
}

/// Lines with their style.
type Lines = Vec<(String, Style)>;

fn draw_known(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, before: &Before, first: usize) {
    let cols = usize::from(area.width).saturating_sub(2);
    let rows: Vec<Line<'_>> = known(view, before)
        .into_iter()
        .flat_map(|(said, style)| {
            text::wrap(&said, cols)
                .into_iter()
                .map(move |line| Line::from(vec![Span::raw(" "), Span::styled(line, style)]))
        })
        .collect();
    let room = usize::from(area.height);
    // Round again at the end, so that one key shows all of it.
    let first = if rows.len() > room {
        let pages = rows.len() - room + 1;
        first % (pages + room - 1)
    } else {
        0
    };
    let first = first.min(rows.len().saturating_sub(room));
    let left = rows.len().saturating_sub(first + room);
    let mut rows: Vec<Line<'_>> = rows.into_iter().skip(first).take(room).collect();
    if left > 0
        && let Some(last) = rows.last_mut()
    {
        let more = view.theme.glyph(Glyph::More);
        last.push_span(Span::styled(format!(" {more} F6"), view.theme.key()));
    }
    frame.render_widget(Paragraph::new(rows), area);
}

/// All that a decision is made on, the most important first.
fn known(view: &View<'_>, before: &Before) -> Lines {
    let mut lines = Vec::new();
    match before.assessments.first() {
        Some(latest) => seraf(view, latest, &before.assessments, &mut lines),
        None => lines.push((
            view.words.say(W::DecideSerafNone).to_owned(),
            view.theme.warning(),
        )),
    }
    if let Some(put) = &before.put_forward {
        let given = [
            ("date", view.words.date_with_year(put.on).into()),
            ("who", view.name(&put.user_name).into()),
        ];
        let mut said = view.words.with(W::DecidePutForwardOn, &given);
        said.push_str(": ");
        match put.by {
            PutForwardBy::Score => said.push_str(view.words.say(W::DecideByScore)),
            PutForwardBy::Person => said.push_str(put.reason.for_professionals()),
        }
        let waits = Waiting {
            case: before.case.clone(),
            put_forward: put.clone(),
            due: crate::domain::case::Due::By(put.on),
            basis: None,
            judgement: None,
        };
        let holidays = &view.model.rules.policies.holidays;
        let days = waits.age_working_days(view.today(), holidays);
        if before.case.stage == crate::domain::case::Stage::PutForward {
            let waits = view.words.with(W::DecideWaitsFor, &[("days", days.into())]);
            said = format!("{said} {} {waits}", view.theme.glyph(Glyph::Dot));
        }
        lines.push((said, Style::new()));
    }
    lines.push((String::new(), Style::new()));
    if before.decisions.is_empty() {
        lines.push((
            view.words.say(W::DecideNoEarlier).to_owned(),
            view.theme.muted(),
        ));
    } else {
        lines.push((
            view.words.say(W::DecideEarlier).to_owned(),
            view.theme.title(),
        ));
        for made in &before.decisions {
            decision(view, made, &mut lines);
        }
    }
    lines
}

fn seraf(view: &View<'_>, latest: &Completed, all: &[Completed], lines: &mut Lines) {
    let content = &latest.assessment.content;
    let Some(outcome) = &latest.assessment.outcome else {
        return;
    };
    let language = view.model.language;
    let band = content.form().band_of(outcome.category);
    let category = view.words.with(
        W::SerafCategory,
        &[
            ("category", outcome.category.into()),
            (
                "title",
                band.map_or("", |band| band.title.say(language)).into(),
            ),
        ],
    );
    let style = if outcome.at_risk {
        view.theme.late()
    } else {
        view.theme.title()
    };
    let on = view.words.date_with_year(content.assessed_on);
    lines.push((format!("SERAF {}, {category} ({on})", outcome.score), style));
    if let Some(judgement) = &content.judgement {
        let direction = view.words.say(match judgement.direction {
            Direction::Higher => W::SerafHigher,
            Direction::Lower => W::SerafLower,
        });
        let own = view.words.say(W::SerafJudgement);
        let because = view.words.say(W::SerafJudgementReason);
        let reason = judgement.reason.for_professionals();
        lines.push((
            format!("{own}: {direction}, {because}: {reason}"),
            view.theme.title(),
        ));
    }
    let reckoned = Reckoned::of(
        content,
        latest.assessment.header(),
        &all.iter()
            .skip(1)
            .take(1)
            .map(|one| one.assessment.clone())
            .collect::<Vec<_>>(),
        content.assessed_on,
    );
    for caution in &reckoned.cautions {
        let said = caution_words(view, content.form(), *caution);
        let sign = view.theme.glyph(Glyph::Warning);
        lines.push((format!("{sign} {said}"), view.theme.warning()));
    }
    if let Some(changes) = &latest.changes {
        let given = [
            ("before", changes.previous_total.into()),
            (
                "parts",
                change_parts(view, changes, NotAskedYet::default()).into(),
            ),
        ];
        lines.push((view.words.with(W::SerafWas, &given), Style::new()));
    }
    if all.len() > 1 {
        let scores: Vec<String> = all
            .iter()
            .rev()
            .filter_map(|one| {
                let outcome = one.assessment.outcome.as_ref()?;
                let on = one.assessment.content.assessed_on;
                Some(view.words.with(
                    W::DecideScoreOn,
                    &[
                        ("score", outcome.score.into()),
                        ("date", view.words.date_with_year(on).into()),
                    ],
                ))
            })
            .collect();
        let scores = scores.join(", ");
        lines.push((
            view.words
                .with(W::DecideScores, &[("scores", scores.into())]),
            Style::new(),
        ));
    }
    for (label, text) in [
        (W::SerafCategoryReason, &content.category_reason),
        (W::SerafHarmedNote, &content.harmed_note),
        (W::SerafProtective, &content.protective),
        (W::SerafNarrative, &content.narrative),
        (W::SerafYoungPersonView, &content.young_person_view.words),
        (W::SerafFamilyView, &content.family_view.words),
    ] {
        if !text.is_blank() {
            let label = view.words.say(label);
            lines.push((
                format!("{label}: {}", text.for_professionals()),
                Style::new(),
            ));
        }
    }
}

fn decision(view: &View<'_>, made: &Made, lines: &mut Lines) {
    let day = made.decided_at.with_timezone(&London).date_naive();
    let outcome = OUTCOMES
        .iter()
        .find(|(outcome, _)| *outcome == made.outcome);
    let outcome = outcome.map_or("", |(_, words)| view.words.say(*words));
    let mut said = view.words.with(
        W::DecideLine,
        &[
            ("date", view.words.date_with_year(day).into()),
            ("who", view.name(&made.decided_by_name).into()),
            ("outcome", outcome.into()),
        ],
    );
    if let Some(basis) = &made.basis {
        let given = [
            ("score", basis.score.into()),
            ("category", basis.category.into()),
        ];
        said.push_str(", ");
        said.push_str(&view.words.with(W::DecideBeside, &given));
    }
    let style = if made.against_score {
        let sign = view.theme.glyph(Glyph::Warning);
        said = format!(
            "{sign} {} {} {said}",
            view.words.say(W::DecideAgainst),
            view.theme.glyph(Glyph::Dot)
        );
        view.theme.late()
    } else {
        view.theme.title()
    };
    lines.push((said, style));
    let reason = made.reason.for_professionals();
    let given = [("reason", reason.into())];
    lines.push((view.words.with(W::DecideBecause, &given), Style::new()));
    if !made.instead.is_blank() {
        let given = [("instead", made.instead.for_professionals().into())];
        lines.push((view.words.with(W::DecideInsteadLine, &given), Style::new()));
    }
}
