//! The SERAF form, drawn: the score and what belongs to it, the list, and what is said under it.
//!
//! ```text
//!  14  category 3: Moderate risk · 2 more is category 4      was 9: +5 new, -2 aged out
//!  ├──────0–5───────┼──────6–10──────┼──────11–15────▲┼───────16–65──────┤
//!  2 not asked · 1 not known (20 if present)
//!  Multi-agency meeting and plan, direct work.
//!  If nothing new: 9 from 4 May 2027, 8 from 4 Nov 2027
//!  Significant risk ──────────────────────────────────── 5 points · 6 of 7 answered
//! ▌[x][ ] S1   missing overnight or longer                        school, 3 Nov 2026
//! ```

mod foot;
mod guide;
mod head;
mod list;
mod over;
mod past;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

pub(super) use self::foot::caution_words;
pub(super) use self::head::change_parts;

use crate::app::screen::Seraf;
use crate::app::screen::seraf::{Base, Line as FormLine, Over, Reckoned, Sheet, room};
use crate::domain::assessment::{Content, Part};
use crate::domain::sharing::Confidential;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::words::Key as W;
use chrono_tz::Europe::London;

/// One assessment as it is drawn, whether it is being filled in or was completed.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub content: &'a Content,
    pub reckoned: &'a Reckoned,
    pub lines: &'a [FormLine],
    pub cursor: crate::app::cursor::Cursor,
    /// The column that a tick would go to; none where nothing can be ticked.
    pub column: Option<crate::domain::seraf::ColumnAt>,
    /// The assessment before, for what was said last time.
    pub before: Option<&'a Content>,
}

impl<'a> Shown<'a> {
    pub fn sheet(sheet: &'a Sheet) -> Self {
        Self {
            content: &sheet.content,
            reckoned: &sheet.reckoned,
            lines: &sheet.lines,
            cursor: sheet.cursor,
            column: sheet.column_at(),
            before: crate::app::screen::seraf::before(&sheet.content, &sheet.earlier)
                .map(|one| &one.content),
        }
    }

    /// What stands on the screen just now, if it is an assessment.
    pub fn of(page: &'a Seraf) -> Option<Self> {
        if let Some(past) = page.past() {
            let (assessment, reading) = past.read()?;
            let before = past.completed.get(reading.at + 1);
            return Some(Self {
                content: &assessment.content,
                reckoned: &reading.reckoned,
                lines: &reading.lines,
                cursor: reading.cursor,
                column: None,
                before: before.map(|one| &one.assessment.content),
            });
        }
        page.sheet().map(Self::sheet)
    }

    /// What the assessment before says in the header of a field that this form asks for too.
    pub fn said_before(&self, part: Part) -> Option<(&'a Content, &'a Confidential)> {
        let (Part::About(at), Some(before)) = (part, self.before) else {
            return None;
        };
        let field = self.content.form().about_field(at)?;
        Some((before, before.about.of(&field.id)?))
    }

    /// Whether a field of the header says what it said in the assessment before.
    pub fn is_as_before(&self, part: Part) -> bool {
        let before = self.said_before(part).map(|(_, said)| said);
        before.is_some() && before == self.content.text(part)
    }

    /// The selected line.
    pub fn line(&self) -> Option<FormLine> {
        self.lines.get(self.cursor.at).copied()
    }
}

pub fn title(view: &View<'_>, page: &Seraf) -> Title {
    let case = match (page.sheet(), page.past()) {
        (_, Some(past)) => &past.case,
        (Some(sheet), None) => &sheet.case,
        (None, None) => return Title::default(),
    };
    let separator = view.theme.glyph(Glyph::Separator);
    let who = case.full_name();
    let who = format!("{} {}", case.reference, view.name(&who));
    if let Some(past) = page.past() {
        let Some((assessment, _)) = past.read() else {
            return Title {
                left: format!("{who} {separator} {}", view.words.say(W::SerafHistoryTitle)),
                right: String::new(),
            };
        };
        let by = assessment.outcome.as_ref().map(|outcome| {
            let day = outcome.completed.at.with_timezone(&London).date_naive();
            view.words.with(
                W::SerafCompletedBy,
                &[
                    ("who", view.name(&outcome.completed.name).into()),
                    ("date", view.words.date_with_year(day).into()),
                ],
            )
        });
        return Title {
            left: format!(
                "{who} {separator} {}",
                form_title(view, &assessment.content)
            ),
            right: by.unwrap_or_default(),
        };
    }
    let Some(sheet) = page.sheet() else {
        return Title::default();
    };
    Title {
        left: format!("{who} {separator} {}", form_title(view, &sheet.content)),
        right: how_it_stands(view, sheet),
    }
}

fn form_title(view: &View<'_>, content: &Content) -> String {
    let form = content.form().title().say(view.model.language);
    let date = view.words.date_with_year(content.assessed_on);
    let given = [("form", form.into()), ("date", date.into())];
    view.words.with(W::SerafTitle, &given)
}

fn how_it_stands(view: &View<'_>, sheet: &Sheet) -> String {
    let saving = &sheet.saving;
    let said = if saving.held.is_some() {
        W::SerafDraftHeld
    } else if saving.has_failed {
        W::SerafDraftFailed
    } else if saving.is_under_way() {
        W::SerafDraftSaving
    } else if saving.last.is_none() {
        W::SerafDraftFresh
    } else {
        let at = sheet.stored.saved.at.with_timezone(&London).time();
        let time = view.words.time(at);
        return view
            .words
            .with(W::SerafDraftSaved, &[("time", time.into())]);
    };
    view.words.say(said).to_owned()
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Seraf) {
    match &page.over {
        Some(Over::Texts(texts)) => return over::texts(frame, area, view, page, &texts.form),
        Some(Over::PutForward(form)) => return over::put_forward(frame, area, view, form),
        Some(Over::Statements(statements)) => {
            return over::statements(frame, area, view, page, statements);
        }
        Some(Over::Points(cursor)) => return over::points(frame, area, view, page, *cursor),
        Some(Over::Conflict(conflict)) => {
            return over::conflict(frame, area, view, page, conflict);
        }
        Some(Over::Guide(first)) => {
            if let Some(shown) = Shown::of(page) {
                guide::draw(frame, area, view, &shown, guide::Whole::From(*first));
            }
            return;
        }
        None => {}
    }
    if let Some(past) = page.past().filter(|past| past.reading.is_none()) {
        past::draw(frame, area, view, past);
        return;
    }
    if let Some(shown) = Shown::of(page) {
        draw_form(frame, area, view, &shown);
        return;
    }
    let said = match &page.base {
        Base::Shut(why) => {
            let trouble = view.words.trouble(why);
            format!("{} {}", trouble.happened, trouble.to_do)
        }
        _ => view.words.say(W::SerafOpening).to_owned(),
    };
    paragraph(frame, area, &said);
}

/// Words as wide as the area.
fn paragraph(frame: &mut Frame<'_>, area: Rect, said: &str) {
    let cols = usize::from(area.width).saturating_sub(2);
    let lines: Vec<Line<'_>> = text::wrap(said, cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn draw_form(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, shown: &Shown<'_>) {
    let room = room(view.model.size, shown.reckoned.cautions.len());
    let rows = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    let [top, foot] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows(room.foot_rows))])
            .areas(area);
    let head = Rect {
        height: rows(room.head_rows).min(top.height),
        ..top
    };
    let used = head::draw(frame, head, view, shown);
    let list = Rect {
        y: top.y + used,
        height: top.height - used,
        ..top
    };
    let panel_cols = u16::try_from(room.panel_cols).unwrap_or(0);
    let [list, panel] =
        Layout::horizontal([Constraint::Min(0), Constraint::Length(panel_cols)]).areas(list);
    list::draw(frame, list, view, shown);
    if panel.width > 4 {
        guide::draw(frame, panel, view, shown, guide::Whole::No);
    }
    foot::draw(frame, foot, view, shown);
}
