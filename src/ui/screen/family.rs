//! What the young person and family see, drawn: large, plain, and nothing around it.
//!
//! No bar of places, no reference, no count. The last two rows say what was just kept, and which
//! keys there are.

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Family;
use crate::app::screen::family::pages::{FamilyPage, PlanForm, plan_rows, speakers};
use crate::domain::sharing::{FamilyView, PersonHere};
use crate::domain::voice::Speaker;
use crate::ui::frame::{draw_footer, draw_notice};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::form;
use crate::words::Key as W;

/// Somebody by name, and what they are here.
pub(super) fn person_here(view: &View<'_>, person: &PersonHere) -> String {
    let name = view.name(person.name.as_str()).into_owned();
    let agency = view.model.rules.policies.agencies.get(&person.agency);
    let what = if person.role.as_str().is_empty() {
        agency.map_or("", |agency| agency.name.say(view.model.language))
    } else {
        person.role.as_str()
    };
    if what.is_empty() {
        return name;
    }
    format!("{name} ({what})")
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Family) {
    let [head, rule, body, notice, footer] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    draw_notice(frame, notice, view);
    if let Some(front) = view.model.screen() {
        draw_footer(frame, footer, view, front);
    }
    let line = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(rule.width));
    frame.render_widget(Line::styled(line, view.theme.muted()), rule);
    if let Some(asking) = &page.asking {
        draw_head(frame, head, view, view.words.say(W::FamilyForChair), "");
        form::draw(frame, body, view, asking);
        return;
    }
    let Some(family) = &page.view else {
        draw_head(frame, head, view, view.words.say(W::MeetingsOpening), "");
        return;
    };
    let (title, place) = title_of(view, page, family);
    draw_head(frame, head, view, &title, &place);
    if let Some((_, over)) = &page.over {
        form::draw(frame, body, view, over);
        return;
    }
    match page.page() {
        Some(FamilyPage::Welcome) => draw_welcome(frame, body, view, family),
        Some(FamilyPage::Voice(at)) => {
            if let Some(voice) = page.voices.get(at) {
                form::draw(frame, body, view, voice);
            }
        }
        Some(FamilyPage::Plan) => draw_plan(frame, body, view, page, family),
        Some(FamilyPage::Agree) => draw_agree(frame, body, view, page, family),
        Some(FamilyPage::Thanks) | None => draw_thanks(frame, body, view, family),
    }
}

fn draw_head(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, title: &str, place: &str) {
    let cols = usize::from(area.width).saturating_sub(2);
    let language = view.words.say(W::FamilyLanguage);
    let right = if place.is_empty() {
        language.to_owned()
    } else {
        format!("{place}   {language}")
    };
    let right = text::cut(&right, cols / 2);
    let room = cols.saturating_sub(text::width(&right) + 1);
    frame.render_widget(
        Line::from(vec![
            Span::raw(" "),
            Span::styled(text::pad(title, room), view.theme.title()),
            Span::raw(" "),
            Span::styled(right, view.theme.muted()),
        ]),
        area,
    );
}

fn title_of(view: &View<'_>, page: &Family, family: &FamilyView) -> (String, String) {
    let called = view.name(family.called.as_str()).into_owned();
    let title = match (&page.over, page.page()) {
        (Some((PlanForm::NewGoal | PlanForm::Goal(_), _)), _) => {
            view.words.say(W::FamilyGoalTitle).to_owned()
        }
        (Some(_), _) => view.words.say(W::FamilyActionTitle).to_owned(),
        (None, Some(FamilyPage::Welcome)) => view
            .words
            .with(W::FamilyWelcome, &[("name", called.into())]),
        (None, Some(FamilyPage::Voice(at))) => {
            let asked = speakers(family).nth(at);
            // The young person is asked by the name they like, as they were welcomed.
            let name = match asked {
                Some(one) if one.speaker == Some(Speaker::YoungPerson) => called,
                Some(one) => view.name(one.name.as_str()).into_owned(),
                None => String::new(),
            };
            let is_heard = asked.is_some_and(|person| family.heard.contains(&person.name));
            let key = if is_heard {
                W::FamilyVoiceKept
            } else {
                W::FamilyVoice
            };
            view.words.with(key, &[("name", name.into())])
        }
        (None, Some(FamilyPage::Plan)) => view.words.say(W::FamilyPlan).to_owned(),
        (None, Some(FamilyPage::Agree)) => view.words.say(W::FamilyAgree).to_owned(),
        (None, Some(FamilyPage::Thanks) | None) => {
            view.words.with(W::FamilyThanks, &[("name", called.into())])
        }
    };
    let pages = page.pages().len();
    if pages < 2 {
        return (title, String::new());
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let place = view.words.with(
        W::FamilyPlace,
        &[
            ("at", number(page.at + 1).into()),
            ("pages", number(pages).into()),
        ],
    );
    (title, place)
}

fn says(lines: &mut Vec<Line<'_>>, cols: usize, said: &str) {
    for line in text::wrap(said, cols) {
        lines.push(Line::raw(format!("   {line}")));
    }
}

fn head<'v>(lines: &mut Vec<Line<'v>>, view: &View<'v>, word: W) {
    lines.push(Line::raw(""));
    lines.push(Line::styled(
        format!("  {}", view.words.say(word)),
        view.theme.title(),
    ));
}

fn draw_welcome(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, family: &FamilyView) {
    let cols = usize::from(area.width).saturating_sub(6);
    let mut lines = Vec::new();
    head(&mut lines, view, W::FamilyWhoIsHere);
    let chair = view.name(family.chair.as_str()).into_owned();
    let chair = view.words.with(W::FamilyChair, &[("name", chair.into())]);
    says(&mut lines, cols, &chair);
    for person in &family.here {
        says(&mut lines, cols, &person_here(view, person));
    }
    head(&mut lines, view, W::FamilyTold);
    if family.told.is_empty() {
        says(&mut lines, cols, view.words.say(W::FamilyNothingTold));
    }
    let dot = view.theme.glyph(Glyph::Dot);
    for told in &family.told {
        says(&mut lines, cols, &format!("{dot} {}", told.as_str()));
    }
    if !family.wanted_to_say.is_empty() {
        head(&mut lines, view, W::FamilyWanted);
        for (who, words) in &family.wanted_to_say {
            let who = view.name(who.as_str());
            says(&mut lines, cols, &format!("{who}: “{}”", words.as_str()));
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn draw_plan(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Family,
    family: &FamilyView,
) {
    let cols = usize::from(area.width).saturating_sub(4);
    let rows = plan_rows(&family.plan);
    if rows.is_empty() {
        let mut lines = vec![Line::raw("")];
        says(&mut lines, cols, view.words.say(W::FamilyPlanEmpty));
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let mut lines = vec![Line::raw("")];
    let mut selected_line = 0;
    for (at, row) in rows.iter().enumerate() {
        let is_selected = at == page.cursor.at;
        if is_selected {
            selected_line = lines.len();
        }
        let mark = if is_selected {
            view.theme.glyph(Glyph::Selected)
        } else {
            " "
        };
        let (indent, said, style) = match row {
            PlanForm::Goal(at) => match family.plan.goals.get(*at) {
                Some(goal) => {
                    let whose = view.name(goal.whose.as_str());
                    (
                        1,
                        format!("“{}”  {whose}", goal.words.as_str()),
                        view.theme.title(),
                    )
                }
                None => continue,
            },
            PlanForm::Action(at) => match family.plan.actions.get(*at) {
                Some(action) => {
                    let by = action.by.map_or(String::new(), |day| {
                        let day = view.words.date_short(day);
                        view.words.with(W::FamilyBy, &[("day", day.into())])
                    });
                    let who = view.name(action.who.as_str());
                    let mut said = format!("{who}: {}", action.what.as_str());
                    for more in [by.as_str(), action.how_we_know.as_str()] {
                        if !more.is_empty() {
                            said = format!("{said} {} {more}", view.theme.glyph(Glyph::Dot));
                        }
                    }
                    (4, said, ratatui::style::Style::new())
                }
                None => continue,
            },
            PlanForm::NewGoal | PlanForm::NewAction => continue,
        };
        let room = cols.saturating_sub(indent);
        for (number, line) in text::wrap(&said, room).into_iter().enumerate() {
            let mark = if number == 0 { mark } else { " " };
            lines.push(Line::from(vec![
                Span::styled(mark, view.theme.key()),
                Span::raw(" ".repeat(indent)),
                Span::styled(line, style),
            ]));
        }
        if matches!(rows.get(at + 1), Some(PlanForm::Goal(_))) {
            lines.push(Line::raw(""));
        }
    }
    let height = usize::from(area.height);
    let first = (selected_line + 2).saturating_sub(height);
    let lines: Vec<Line<'_>> = lines.into_iter().skip(first).take(height).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn draw_agree(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Family,
    family: &FamilyView,
) {
    let window = family.next_window;
    let next = view.words.with(
        W::FamilyNextBetween,
        &[
            ("first", view.words.date_short(window.first).into()),
            ("last", view.words.date_short(window.last).into()),
        ],
    );
    let [says, below] = Layout::vertical([Constraint::Max(2), Constraint::Min(0)]).areas(area);
    let next = text::cut(&next, usize::from(area.width).saturating_sub(3));
    frame.render_widget(Line::styled(format!("  {next}"), view.theme.muted()), says);
    form::draw(frame, below, view, &page.agree);
}

fn draw_thanks(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, family: &FamilyView) {
    let cols = usize::from(area.width).saturating_sub(6);
    let mut lines = vec![Line::raw("")];
    says(&mut lines, cols, view.words.say(W::FamilyThanksSays));
    if let Some(day) = family.next_on {
        lines.push(Line::raw(""));
        let day = view.words.date_long(day);
        let next = view.words.with(W::FamilyMeetAgain, &[("day", day.into())]);
        says(&mut lines, cols, &next);
    }
    frame.render_widget(Paragraph::new(lines), area);
}
