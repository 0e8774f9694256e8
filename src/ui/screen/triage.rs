//! A referral and its decision, drawn: the text above, what is to be filled in below it.
//!
//! ```text
//!  ▲ Triage: 20 h over
//!  Received Fri 20 Nov 12:42, by telephone, from School or college: Ms Pugh, 01639 …
//!  Feared: exchange for payment or favours
//!   Out overnight twice, and has a new phone.
//! ──────────────────────────────────────────────────────────────────────
//! ▌What happens next *   (x) Complete a SERAF  ( ) Strategy discussion …
//!  Why
//!  Then: a SERAF by Mon 30 Nov
//! ```

mod reading;

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::referral::language_hints;
use crate::app::screen::Triage;
use crate::app::screen::triage::fields::Step;
use crate::domain::case::{ClockKind, Due, Stage};
use crate::domain::referral::after_triage;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// From here the text stands beside the form.
const COLS_FOR_TWO: u16 = 110;

pub fn title(view: &View<'_>, page: &Triage) -> Title {
    let Some(found) = &page.found else {
        return Title::default();
    };
    let case = &found.case;
    let name = view.name(&case.full_name()).into_owned();
    let who = view.words.name_and_age(&name, case, view.today());
    let given = [("reference", case.reference.as_str().into())];
    let left = format!("{} {who}", view.words.with(W::TriageTitle, &given));
    let right = match page.typing.kept_at {
        Some(at) if page.step != Step::Nothing => view.draft_kept(at),
        _ => view.words.stage(case.stage).to_owned(),
    };
    Title { left, right }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Triage) {
    if page.found.is_none() {
        let says = format!(" {}", view.words.say(W::TriageReading));
        frame.render_widget(Line::styled(says, view.theme.muted()), area);
        return;
    }
    let area = banner(frame, area, view, page);
    if page.step == Step::Nothing {
        draw_text(frame, area, view, page);
        return;
    }
    let follows = follows(view, page);
    let cols = area.width;
    let (reading, filling) = if cols >= COLS_FOR_TWO {
        let [left, right] =
            Layout::horizontal([Constraint::Percentage(52), Constraint::Min(0)]).areas(area);
        (left, right)
    } else {
        let least = 7 + u16::from(follows.is_some());
        // Who took part in a discussion is a long list.
        let share = match page.step {
            Step::Discuss => area.height / 3 * 2,
            _ => area.height / 2,
        };
        let rows = share.max(least).min(area.height);
        let [above, below] =
            Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area);
        let [rule, below] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(below);
        let line = view.theme.glyph(Glyph::Rule).repeat(usize::from(cols));
        frame.render_widget(Line::styled(line, view.theme.muted()), rule);
        (above, below)
    };
    draw_text(frame, reading, view, page);
    let typed = page.form.focused().and_then(|field| field.area_text());
    let mut said: Vec<Line<'_>> = follows
        .map(|says| text::wrap(&says, usize::from(filling.width).saturating_sub(2)))
        .unwrap_or_default()
        .into_iter()
        .map(|line| Line::styled(format!(" {line}"), view.theme.title()))
        .collect();
    if let Some((lines, _)) = typed {
        let cols = usize::from(filling.width);
        said.extend(language_hints(view, &lines.join("\n"), cols));
    }
    let rows = u16::try_from(said.len()).unwrap_or(0);
    let rows = rows.min(filling.height / 2);
    let [fields, below] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(filling);
    form::draw(frame, fields, view, &page.form);
    frame.render_widget(Paragraph::new(said), below);
}

/// The loud line, while the police are to be told.
fn banner(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Triage) -> Rect {
    if !page.needs_police() {
        return area;
    }
    let [loud, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let mark = view.theme.glyph(Glyph::Late);
    let says = view.words.say(W::ReferralPoliceBanner);
    let line = format!(" {mark} {says} {mark}  F5");
    let line = text::pad(&line, usize::from(loud.width));
    let style = view.theme.late().patch(view.theme.selected());
    frame.render_widget(Line::styled(line, style), loud);
    rest
}

/// The text of the referral from the line it is scrolled to; the last line says where more is.
fn draw_text(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Triage) {
    let (Some(found), true) = (&page.found, area.width > 4 && area.height > 0) else {
        return;
    };
    let lines = reading::lines(view, found, usize::from(area.width));
    let rows = usize::from(area.height);
    let last = lines.len().saturating_sub(rows);
    let first = page.first_line.min(last);
    let is_more = first < last;
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(first).take(rows).collect();
    if is_more && rows > 1 {
        shown.pop();
        let more = format!(
            " {} {}",
            view.theme.glyph(Glyph::More),
            view.words.say(W::TriageMore)
        );
        let more = text::cut(&more, usize::from(area.width));
        shown.push(Line::styled(more, view.theme.key()));
    }
    frame.render_widget(Paragraph::new(shown), area);
}

/// What the chosen outcome brings about, told before it is decided.
fn follows(view: &View<'_>, page: &Triage) -> Option<String> {
    if page.step != Step::Decide {
        return None;
    }
    let found = page.found.as_ref()?;
    let policies = &view.model.rules.policies;
    let chosen = page.form.chosen("outcome")?;
    let outcome = policies.triage_outcomes.get(&chosen)?;
    let after = after_triage(
        outcome,
        found.case.stage,
        found.others.iter().any(|one| one.triaged.is_none()),
        found.referral.told.police_told_at.is_some(),
        view.model.now,
        policies,
    );
    let today = view.today();
    let by = |key, due: &Due| {
        let day = match due {
            Due::By(day) => *day,
            Due::At(at) => at.with_timezone(&London).date_naive(),
        };
        let when = view.words.day_near(day, today);
        view.words.with(key, &[("when", when.into())])
    };
    let mut said: Vec<String> = after
        .clocks
        .iter()
        .filter_map(|(kind, due)| match kind {
            ClockKind::PoliceAtOnce => Some(view.words.say(W::TriageFollowsPolice).to_owned()),
            ClockKind::StrategyDiscussion => {
                Some(view.words.say(W::TriageFollowsDiscussion).to_owned())
            }
            ClockKind::Seraf => Some(by(W::TriageFollowsSeraf, due)),
            ClockKind::HeardBack => Some(by(W::TriageFollowsHeardBack, due)),
            _ => None,
        })
        .collect();
    if after.stage == Some(Stage::Closed) {
        said.push(view.words.say(W::TriageFollowsCloses).to_owned());
    }
    if said.is_empty() {
        return None;
    }
    let what = said.join(", ");
    Some(view.words.with(W::TriageFollows, &[("what", what.into())]))
}
