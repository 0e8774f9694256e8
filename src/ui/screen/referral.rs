//! A new referral, drawn: the form, and below it (beside it, where there is room) the people who
//! may be the same.
//!
//! ```text
//!   Given name *          Shan▏
//!   Family name           Llewelyn
//!  ─ 1 person may be the same ─────────────────────────────────────
//!  ▌NPT-26-041  Siân Llewellyn, 14 years old · referred
//!     name sounds alike, same date of birth · 1 Tŷ Gwyn
//!     brother or sister Dafydd Llewellyn NPT-24-031
//! ```

mod people;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Referral;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// From here the people stand beside the form.
const COLS_FOR_TWO: u16 = 110;
/// With fewer rows the form has all of them.
const LEAST_ROWS_FOR_PEOPLE: u16 = 9;
/// So many pieces of wording are pointed to at once.
const WARNINGS: usize = 1;

pub fn title(view: &View<'_>, page: &Referral) -> Title {
    let name = [page.form.text("given_name"), page.form.text("family_name")];
    let name = name.join(" ");
    let left = match name.trim() {
        "" => view.words.say(W::ReferralTitle).to_owned(),
        name => {
            let name = view.name(name).into_owned();
            view.words
                .with(W::ReferralTitleOf, &[("name", name.into())])
        }
    };
    let right = match (&page.joins, page.typing.kept_at) {
        (Some(joins), _) => {
            let reference = joins.reference.as_str();
            let given = [("reference", reference.into())];
            view.words.with(W::ReferralTitleJoins, &given)
        }
        (None, Some(at)) => view.draft_kept(at),
        (None, None) => String::new(),
    };
    Title { left, right }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Referral) {
    let area = banner(frame, area, view, page);
    let (form_area, side) = if area.width >= COLS_FOR_TWO {
        let [left, right] =
            Layout::horizontal([Constraint::Min(60), Constraint::Percentage(42)]).areas(area);
        (left, right)
    } else {
        let most = people_rows(area, page);
        let lines = people::lines(view, page, usize::from(area.width), usize::from(most));
        let rows = u16::try_from(lines.len()).unwrap_or(most).min(most);
        let [above, below] =
            Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area);
        (above, below)
    };
    let form_area = hints(frame, form_area, view, page);
    form::draw(frame, form_area, view, &page.form);
    if side.height > 0 {
        people::draw(frame, side, view, page);
    }
}

/// Rows for the people below the form: most while the name is typed, one line else.
fn people_rows(area: Rect, page: &Referral) -> u16 {
    if area.height < LEAST_ROWS_FOR_PEOPLE {
        return 0;
    }
    let has_people = !page.found.same.is_empty() || !page.found.same_home.is_empty();
    match (page.is_about_who(), has_people) {
        (true, true) => (area.height / 2).clamp(4, 10),
        (true, false) => 2,
        (false, true) => 3,
        (false, false) => 0,
    }
}

/// The loud line, while somebody is in danger and the police were not told.
fn banner(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Referral) -> Rect {
    if !page.needs_police() {
        return area;
    }
    let [loud, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let mark = view.theme.glyph(Glyph::Late);
    let says = view.words.say(W::ReferralPoliceBanner);
    let then = view.words.say(W::ReferralPoliceThen);
    let line = format!(" {mark} {says} {mark}  {then}");
    let line = text::pad(&line, usize::from(loud.width));
    let style = view.theme.late().patch(view.theme.selected());
    frame.render_widget(Line::styled(line, style), loud);
    rest
}

/// A gentle word on wording that blames, while that text is typed.
fn hints(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Referral) -> Rect {
    let typed = page.form.focused().and_then(|field| field.area_text());
    let Some((lines, _)) = typed else {
        return area;
    };
    let lines = language_hints(view, &lines.join("\n"), usize::from(area.width));
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    if rows == 0 || area.height < LEAST_ROWS_FOR_PEOPLE {
        return area;
    }
    let [above, below] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area);
    frame.render_widget(Paragraph::new(lines), below);
    above
}

/// The last piece of wording to think again about, with what can be written in its place.
pub(super) fn language_hints<'v>(view: &View<'v>, typed: &str, cols: usize) -> Vec<Line<'v>> {
    let found = view.model.rules.policies.language_warnings.find(typed);
    found
        .iter()
        .rev()
        .take(WARNINGS)
        .flat_map(|one| {
            let instead = one.wording.suggestion.say(view.model.language);
            let given = [
                ("typed", one.typed.as_str().into()),
                ("instead", instead.into()),
            ];
            let says = view.words.with(W::ReferralLanguageHint, &given);
            text::wrap(&says, cols.saturating_sub(2))
        })
        .map(|line| Line::styled(format!(" {line}"), view.theme.muted()))
        .collect()
}
