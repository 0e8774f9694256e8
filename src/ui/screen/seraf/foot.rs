//! What is said under the form: what the score alone would hide, the most pressing first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Shown;
use crate::app::screen::seraf::Caution;
use crate::domain::seraf::Form;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, shown: &Shown<'_>) {
    let cautions = &shown.reckoned.cautions;
    let cols = usize::from(area.width).saturating_sub(4);
    let sign = view.theme.glyph(Glyph::Warning);
    let shown_rows = usize::from(area.height);
    for (row, caution) in (0..area.height).zip(cautions) {
        let mut said = caution_words(view, shown.content.form(), *caution);
        let left = cautions.len().saturating_sub(shown_rows);
        if left > 0 && usize::from(row) + 1 == shown_rows {
            let left = i64::try_from(left).unwrap_or(i64::MAX);
            let more = view
                .words
                .with(W::SerafCautionMore, &[("count", left.into())]);
            let room = cols.saturating_sub(text::width(&more) + 2);
            said = format!("{}  {more}", text::cut(&said, room));
        }
        let style = if is_pressing(*caution) {
            view.theme.late()
        } else {
            view.theme.warning()
        };
        let place = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        let line = Line::styled(format!(" {sign} {}", text::cut(&said, cols)), style);
        frame.render_widget(line, place);
    }
}

fn is_pressing(caution: Caution) -> bool {
    matches!(
        caution,
        Caution::CurrentSignificant {
            is_explained: false,
            ..
        } | Caution::Lower {
            is_explained: false,
            ..
        }
    )
}

/// A caution in words.
pub(in crate::ui::screen) fn caution_words(
    view: &View<'_>,
    form: &Form,
    caution: Caution,
) -> String {
    let rule_words = |rule: usize| {
        let rule = form.rules().get(rule);
        rule.map_or("", |rule| {
            rule.title
                .as_ref()
                .map_or(rule.id.as_str(), |title| title.say(view.model.language))
        })
    };
    match caution {
        Caution::CurrentSignificant {
            category,
            is_explained,
        } => {
            let key = if is_explained {
                W::SerafCautionCurrentSaid
            } else {
                W::SerafCautionCurrent
            };
            view.words.with(key, &[("category", category.into())])
        }
        Caution::Lower {
            before,
            is_explained,
        } => {
            let key = if is_explained {
                W::SerafCautionLowerSaid
            } else {
                W::SerafCautionLower
            };
            view.words.with(key, &[("before", before.into())])
        }
        Caution::FellByCalendar => view.words.say(W::SerafCautionCalendar).to_owned(),
        Caution::Harmed => view.words.say(W::SerafCautionHarmed).to_owned(),
        Caution::OnlyEarlier(count) => view
            .words
            .with(W::SerafCautionEarlier, &[("count", count.into())]),
        Caution::Floor { rule, category } => view.words.with(
            W::SerafCautionFloor,
            &[
                ("rule", rule_words(rule).into()),
                ("category", category.into()),
            ],
        ),
        Caution::AgeNeeded { rule } => view
            .words
            .with(W::SerafCautionAge, &[("rule", rule_words(rule).into())]),
    }
}
