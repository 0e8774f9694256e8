//! Today, drawn.
//!
//! ```text
//!  Late
//! ▌▲ Triage     NPT-26-041 Siân Llewellyn, 14   received Fri 14:10     4 h over
//!  ▲ Review     NPT-25-009 Rhys Morgan, 16                            2 wd over
//!  Today
//!  ● Decision   NPT-26-038 Cerys Hughes, 15     SERAF 23, category 4      today
//! ────────────────────────────────────────────────────────────────────────────────
//!  Siân Llewellyn, 14 · at home · referred by a school · no SERAF yet
//!  Worry: out overnight twice · brother or sister Dafydd is NPT-24-031 (closed)
//!  Next: decide what happens next (policy: within 1 working day of the referral)
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cases::beside;
use crate::app::screen::Today;
use crate::app::screen::cases::preview_rows;
use crate::domain::case::CaseBrief;
use crate::domain::case_list::Whose;
use crate::domain::today::{About, DueRow, Group, MOST_COUNTED, Unfinished};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Today) -> Title {
    let whose = match page.whose {
        Whose::Mine => W::TodayMine,
        Whose::Team => W::TodayTeam,
        Whose::All => W::TodayAll,
    };
    let day = view.words.date_long(view.today());
    let dot = view.theme.glyph(Glyph::Dot);
    let counted = |count: usize| {
        if count >= MOST_COUNTED {
            format!("{MOST_COUNTED}+")
        } else {
            count.to_string()
        }
    };
    let right = page.counts.map_or_else(String::new, |counts| {
        let given = [
            ("late", counted(counts.late).into()),
            ("today", counted(counts.today).into()),
        ];
        view.words.with(W::TodayCounts, &given)
    });
    Title {
        left: format!("{day} {dot} {}", view.words.say(whose)),
        right,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Today) {
    let (list, below) = beside::split(area, preview_rows(usize::from(area.height)));
    let columns = Columns::of(view, list, page);
    let mut lines = Vec::new();
    if page.due.begins && page.due.cursor.first == 0 || page.at_unfinished.is_some() {
        lines.extend(unfinished(view, page, columns));
    }
    let mut group = None;
    for (place, row) in page.due.rows.iter().enumerate().skip(page.due.cursor.first) {
        if lines.len() >= usize::from(list.height) {
            break;
        }
        if group != Some(row.key.group) {
            group = Some(row.key.group);
            lines.push(heading(view, view.words.say(group_words(row.key.group))));
        }
        let is_selected = page.at_unfinished.is_none() && place == page.due.cursor.at;
        lines.push(due_line(view, row, columns, is_selected));
    }
    if lines.is_empty() {
        lines = empty(view, page, list);
    }
    for (line, y) in lines
        .into_iter()
        .take(usize::from(list.height))
        .zip(list.y..)
    {
        let place = Rect {
            y,
            height: 1,
            ..list
        };
        frame.render_widget(line, place);
    }
    match page.at_unfinished.and_then(|at| page.unfinished.get(at)) {
        Some(draft) => beside::says(frame, below, view, &unfinished_says(view, draft)),
        None => beside::draw(frame, below, view, &page.beside),
    }
}

fn empty<'v>(view: &View<'v>, page: &Today, list: Rect) -> Vec<Line<'v>> {
    let says = match (page.counts, page.whose) {
        (None, _) => W::TodayReading,
        (_, Whose::Mine) => W::TodayEmptyMine,
        (_, Whose::Team) => W::TodayEmptyTeam,
        (_, Whose::All) => W::TodayEmptyAll,
    };
    let cols = usize::from(list.width).saturating_sub(2);
    text::wrap(view.words.say(says), cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect()
}

/// The widths of the columns; what a row says of its own gets what is left.
#[derive(Debug, Clone, Copy)]
struct Columns {
    kind: usize,
    reference: usize,
    name: usize,
    about: usize,
    when: usize,
}

/// The selection's bar, the mark of the group, a space.
const MARK_COLS: usize = 3;

impl Columns {
    fn of(view: &View<'_>, list: Rect, page: &Today) -> Self {
        let cols = usize::from(list.width);
        let in_sight = page.due.rows.iter().skip(page.due.cursor.first);
        let when = in_sight
            .take(usize::from(list.height))
            .map(|row| text::width(&due_when(view, row)))
            .max()
            .unwrap_or(0);
        let (kind, reference) = (12, 11);
        let left = cols.saturating_sub(MARK_COLS + kind + reference + when + 1);
        // A narrow screen keeps who it is and how late.
        let name = (left / 2).clamp(left.min(16), 34);
        Self {
            kind,
            reference,
            name,
            about: left.saturating_sub(name + 1),
            when,
        }
    }
}

fn due_when(view: &View<'_>, row: &DueRow) -> String {
    let model = view.model;
    view.words.row_when(row, model.now, &model.rules)
}

fn group_words(group: Group) -> W {
    match group {
        Group::Late => W::TodayLate,
        Group::Today => W::TodayToday,
        Group::Coming => W::TodayComing,
    }
}

fn heading<'v>(view: &View<'v>, words: &str) -> Line<'v> {
    Line::styled(format!(" {words}"), view.theme.title())
}

fn due_line<'v>(view: &View<'v>, row: &DueRow, columns: Columns, is_selected: bool) -> Line<'v> {
    let theme = view.theme;
    let (glyph, style) = match row.key.group {
        Group::Late => (Glyph::Late, theme.late()),
        Group::Today => (Glyph::Today, Style::new()),
        Group::Coming => (Glyph::Coming, theme.muted()),
    };
    let kind = text::pad(
        view.words.due_kind(row.kind),
        columns.kind.saturating_sub(1),
    );
    let about = match &row.about {
        // The name of somebody of the family is a name like the others.
        About::Answer { agency, name } if agency.is_empty() && view.model.is_masked => {
            view.name(name).into_owned()
        }
        _ => view.words.due_about(row, view.today(), &view.model.rules),
    };
    let when = due_when(view, row);
    let gap = columns.when.saturating_sub(text::width(&when));
    let when_style = if row.key.group == Group::Late {
        theme.late()
    } else {
        Style::new()
    };
    Line::from(vec![
        Span::raw(beside::mark(view, is_selected)),
        Span::styled(theme.glyph(glyph), style),
        Span::raw(" "),
        Span::raw(kind),
        Span::raw(" "),
        Span::raw(text::pad(&row.case.reference, columns.reference)),
        name(view, &row.case, row.is_hidden, columns.name, is_selected),
        Span::raw(" "),
        Span::raw(text::pad(&about, columns.about)),
        Span::raw(" ".repeat(gap)),
        Span::styled(when, when_style),
    ])
}

fn name<'v>(
    view: &View<'v>,
    case: &CaseBrief,
    is_hidden: bool,
    cols: usize,
    is_selected: bool,
) -> Span<'v> {
    let who = beside::who_within(view, case, is_hidden, cols);
    let style = match (is_selected, is_hidden) {
        (true, _) => view.theme.selected(),
        (false, true) => view.theme.muted(),
        (false, false) => Style::new(),
    };
    Span::styled(text::pad(&who, cols), style)
}

fn unfinished<'v>(view: &View<'v>, page: &Today, columns: Columns) -> Vec<Line<'v>> {
    if page.unfinished.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading(view, view.words.say(W::TodayUnfinished))];
    for (place, draft) in page.unfinished.iter().enumerate() {
        let is_selected = page.at_unfinished == Some(place);
        let form = text::pad(form_words(view, draft), columns.kind.saturating_sub(1));
        let reference = draft.case.as_ref().map_or("", |case| &case.reference);
        let who = draft.case.as_ref().map_or_else(String::new, |case| {
            beside::who_within(view, case, false, columns.name)
        });
        let style = if is_selected {
            view.theme.selected()
        } else {
            Style::new()
        };
        lines.push(Line::from(vec![
            Span::raw(beside::mark(view, is_selected)),
            Span::raw("  "),
            Span::styled(form, if who.is_empty() { style } else { Style::new() }),
            Span::raw(" "),
            Span::raw(text::pad(reference, columns.reference)),
            Span::styled(
                text::pad(&who, columns.name),
                if who.is_empty() { Style::new() } else { style },
            ),
            Span::raw(" "),
            Span::raw(view.words.moment(draft.saved_at, view.today())),
        ]));
    }
    lines
}

fn unfinished_says(view: &View<'_>, draft: &Unfinished) -> String {
    let when = view.words.moment(draft.saved_at, view.today());
    view.words
        .with(W::TodayUnfinishedSays, &[("when", when.into())])
}

/// What an unfinished form is called, by the name of its place.
fn form_words<'v>(view: &View<'v>, draft: &Unfinished) -> &'v str {
    let form = draft.place.split(':').next().unwrap_or_default();
    view.words.say(match form {
        "referral" => W::TodayUnfinishedReferral,
        "triage" => W::DueTriage,
        form if form.starts_with("seraf") => W::DueSeraf,
        "decision" => W::DueDecision,
        "planner" => W::DueMeeting,
        form if form.starts_with("runner-") || form.starts_with("family-") => W::DueMeeting,
        "protocol" => W::DueProtocolDecision,
        "minutes" => W::MinutesUnfinished,
        "relation" => W::CaseNear,
        "join" | "undo-join" => W::CaseJoined,
        form if form.starts_with("panel-") => W::PanelTitle,
        "close" => W::CaseClose,
        "restrict" => W::CaseRestrict,
        form if form.starts_with("plan-") => W::PlanTitle,
        form if form.starts_with("voice-") => W::VoiceTitle,
        _ => W::TodayUnfinishedForm,
    })
}
