//! The decision on the protocol, drawn: what it stands on above, the form below, and what of the
//! criteria is not met.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Deciding;
use crate::app::screen::protocol::outcome_words;
use crate::domain::protocol::{BeforeProtocol, ProtocolDecision};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// The latest decisions that are told of above the form.
const MOST_EARLIER: usize = 2;

pub fn title(view: &View<'_>, page: &Deciding) -> Title {
    let Some(before) = &page.before else {
        return Title::default();
    };
    let case = &before.case;
    let name = view.name(&case.full_name()).into_owned();
    let who = view.words.name_and_age(&name, case, view.today());
    let right = match page.typing.kept_at {
        Some(at) => view.draft_kept(at),
        None => view.words.stage(case.stage).to_owned(),
    };
    let dot = view.theme.glyph(Glyph::Dot);
    Title {
        left: format!(
            "{} {who} {dot} {}",
            case.reference,
            view.words.say(W::ProtocolDecisionTitle)
        ),
        right,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Deciding) {
    let cols = usize::from(area.width).saturating_sub(2);
    let Some(before) = &page.before else {
        let says = format!(" {}", view.words.say(W::ProtocolReading));
        frame.render_widget(Line::styled(says, view.theme.muted()), area);
        return;
    };
    let above: Vec<Line<'_>> = facts(view, before)
        .iter()
        .flat_map(|fact| text::wrap(fact, cols))
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    let below = criteria(view, page, cols);
    let rows = |lines: &[Line<'_>]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let least_form = 6.min(area.height);
    let room = area.height.saturating_sub(least_form);
    let above_rows = rows(&above).min(room / 2 + 1);
    let below_rows = rows(&below).min(room.saturating_sub(above_rows));
    let [top, middle, bottom] = Layout::vertical([
        Constraint::Length(above_rows),
        Constraint::Min(0),
        Constraint::Length(below_rows),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(above), top);
    form::draw(frame, middle, view, &page.form);
    frame.render_widget(Paragraph::new(below), bottom);
}

fn facts(view: &View<'_>, before: &BeforeProtocol) -> Vec<String> {
    let day = view.words.date_long(before.meeting.plan.day);
    let mut facts = vec![
        view.words
            .with(W::ProtocolAtMeeting, &[("day", day.into())]),
    ];
    facts.push(match before.on_since {
        Some(since) => {
            let since = view.words.date_with_year(since);
            view.words
                .with(W::ProtocolOnSince, &[("day", since.into())])
        }
        None => view.words.say(W::ProtocolIsOff).to_owned(),
    });
    if let Some(planned) = before.planned {
        let given = [("day", view.words.day_near(planned, view.today()).into())];
        facts.push(view.words.with(W::ProtocolReviewPlanned, &given));
    }
    let earlier = before.decisions.iter().take(MOST_EARLIER);
    facts.extend(earlier.map(|one| earlier_words(view, one)));
    facts
}

fn earlier_words(view: &View<'_>, one: &ProtocolDecision) -> String {
    let given = [
        ("day", view.words.date_with_year(one.meeting_on).into()),
        ("what", view.words.say(outcome_words(one.outcome)).into()),
        ("name", one.decided_by.as_str().into()),
        ("reason", one.reason.for_professionals().into()),
    ];
    let mut says = view.words.with(W::ProtocolEarlier, &given);
    if one.is_against_criteria() {
        says.push(' ');
        says.push_str(view.words.say(W::ProtocolAgainst));
    }
    says
}

/// What of the stated criteria is not met, while somebody is to be taken off.
fn criteria<'v>(view: &View<'v>, page: &Deciding, cols: usize) -> Vec<Line<'v>> {
    if !page.removes() {
        return Vec::new();
    }
    let rules = &view.model.rules;
    let unmet = page.unmet(rules);
    if unmet.is_empty() {
        let says = format!(
            " {} {}",
            view.theme.glyph(Glyph::Yes),
            view.words.say(W::ProtocolAllMet)
        );
        return vec![Line::styled(says, view.theme.good())];
    }
    let count = i64::try_from(unmet.len()).unwrap_or(i64::MAX);
    let says = view
        .words
        .with(W::ProtocolUnmetCount, &[("count", count.into())]);
    let says = format!("{} {says}", view.theme.glyph(Glyph::Warning));
    text::wrap(&says, cols)
        .into_iter()
        .map(|line| Line::styled(format!(" {line}"), view.theme.warning()))
        .collect()
}
