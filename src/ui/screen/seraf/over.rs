//! What may lie over the form, drawn: texts, statements, open points, two versions.

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::guide::{answer_words, dates_words, statement_words};
use super::list::{harmed_words, part_name, part_says};
use super::{Shown, head, paragraph};
use crate::app::cursor::Cursor;
use crate::app::form::Form;
use crate::app::screen::Seraf;
use crate::app::screen::seraf::{Conflict, Statements};
use crate::domain::assessment::{Content, Difference, OpenPoint, Part, Side};
use crate::domain::seraf::ExtraAnswer;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::form;
use crate::ui::widget::rows::{self, Row};
use crate::words::Key as W;

/// The texts, with the score still in sight where there is room.
pub(super) fn texts(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Seraf,
    texts: &Form,
) {
    let head_rows = if area.height >= 14 { 2 } else { 0 };
    let [head, gap, body] = Layout::vertical([
        Constraint::Length(head_rows),
        Constraint::Length(head_rows / 2),
        Constraint::Min(0),
    ])
    .areas(area);
    if let Some(shown) = Shown::of(page).filter(|_| head_rows > 0) {
        head::draw(frame, head, view, &shown);
    }
    rule(frame, gap, view);
    form::draw(frame, body, view, texts);
}

fn rule(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let line = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    frame.render_widget(Line::styled(line, view.theme.muted()), area);
}

pub(super) fn put_forward(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, reason: &Form) {
    let [title, says, body] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(2),
        Constraint::Min(0),
    ])
    .areas(area);
    let words = view.words.say(W::SerafPutForwardTitle);
    frame.render_widget(Line::styled(format!(" {words}"), view.theme.title()), title);
    paragraph(frame, says, view.words.say(W::SerafPutForwardSays));
    form::draw(frame, body, view, reason);
}

/// The statements on one item: a list, and the form over it.
pub(super) fn statements(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Seraf,
    statements: &Statements,
) {
    let Some(shown) = Shown::of(page) else {
        return;
    };
    let content = shown.content;
    let Some((_, item)) = content.form().item(statements.at) else {
        return;
    };
    let [title, answer, dates, body] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(2),
        Constraint::Min(0),
    ])
    .areas(area);
    let words = item.text.say(view.model.language);
    let rests = view.words.say(W::SerafStatementsTitle);
    let words = format!(" {rests}: {}  {words}", item.id);
    frame.render_widget(Line::styled(words, view.theme.title()), title);
    let given = [("answer", answer_words(view, content, statements.at).into())];
    let said = view.words.with(W::SerafAnswerIs, &given);
    frame.render_widget(Line::raw(format!(" {said}")), answer);
    if let Some(said) = dates_words(view, content, statements.at) {
        let sign = view.theme.glyph(Glyph::Warning);
        let cols = usize::from(dates.width).saturating_sub(4);
        let said = format!(" {sign} {}", text::cut(&said, cols));
        frame.render_widget(Line::styled(said, view.theme.warning()), dates);
    }
    if let Some(statement) = &statements.editing {
        form::draw(frame, body, view, &statement.form);
        return;
    }
    let all = content.evidence.of(&item.id);
    if all.is_empty() {
        paragraph(frame, body, view.words.say(W::SerafStatementsNone));
        return;
    }
    let cols = usize::from(body.width);
    let lines = all.iter().skip(statements.cursor.first).map(|said| {
        let head = statement_words(view, said);
        let room = cols.saturating_sub(text::width(&head) + 4);
        let note = text::cut(&said.note.replace('\n', " "), room);
        Row {
            head,
            rest: vec![Span::raw("  "), Span::styled(note, view.theme.muted())],
        }
    });
    rows::draw(frame, body, view, statements.cursor, lines);
}

/// What must be settled before completing.
pub(super) fn points(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Seraf,
    cursor: Cursor,
) {
    let [title, says, list] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(3),
        Constraint::Min(0),
    ])
    .areas(area);
    let words = view.words.say(W::SerafPointsTitle);
    frame.render_widget(Line::styled(format!(" {words}"), view.theme.title()), title);
    let points = page.points();
    if points.is_empty() {
        paragraph(frame, says, view.words.say(W::SerafPointsNone));
        return;
    }
    paragraph(frame, says, view.words.say(W::SerafPointsSays));
    let lines = points.iter().skip(cursor.first).map(|point| Row {
        head: point_words(view, *point),
        rest: Vec::new(),
    });
    rows::draw(frame, list, view, cursor, lines);
}

fn point_words(view: &View<'_>, point: OpenPoint) -> String {
    let said = match point {
        OpenPoint::NothingAnswered => W::SerafPointNothing,
        OpenPoint::DateInFuture => W::SerafPointFuture,
        OpenPoint::JudgementReason => W::SerafPointJudgement,
        OpenPoint::CurrentSignificantBelow(category) => {
            let given = [("category", category.into())];
            return view.words.with(W::SerafPointCurrent, &given);
        }
        OpenPoint::LowerThanBefore(before) => {
            let given = [("before", before.into())];
            return view.words.with(W::SerafPointLower, &given);
        }
    };
    view.words.say(said).to_owned()
}

/// Two versions: what differs, what each says, and whose is to stand.
pub(super) fn conflict(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Seraf,
    conflict: &Conflict,
) {
    let Some(sheet) = page.sheet() else {
        return;
    };
    let theirs = &conflict.theirs;
    let stamp = theirs
        .outcome
        .as_ref()
        .map_or(&theirs.saved, |outcome| &outcome.completed);
    let at = stamp.at.with_timezone(&London);
    let given = [
        ("who", view.name(&stamp.name).into()),
        ("date", view.words.date_short(at.date_naive()).into()),
        ("time", view.words.time(at.time()).into()),
    ];
    let says = view.words.with(
        if theirs.is_draft() {
            W::SerafConflictSays
        } else {
            W::SerafConflictCompleted
        },
        &given,
    );
    let [title, head, list] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(3),
        Constraint::Min(0),
    ])
    .areas(area);
    let words = view.words.say(W::SerafConflictTitle);
    frame.render_widget(Line::styled(format!(" {words}"), view.theme.late()), title);
    paragraph(frame, head, &says);
    if !theirs.is_draft() {
        return;
    }
    if conflict.differences.is_empty() {
        paragraph(frame, list, view.words.say(W::SerafConflictSame));
        return;
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    let cols = usize::from(list.width);
    // Three rows a difference: its name and whose stands, then what each says.
    let most = (usize::from(list.height) / 3).max(1);
    let first = (conflict.cursor.at + 1).saturating_sub(most);
    let rows = conflict.differences.iter().enumerate();
    for (at, difference) in rows.skip(first).take(most) {
        let is_selected = at == conflict.cursor.at;
        lines.extend(difference_lines(
            view,
            &sheet.content,
            &theirs.content,
            *difference,
            is_selected,
            cols,
        ));
    }
    frame.render_widget(Paragraph::new(lines), list);
}

fn difference_lines<'v>(
    view: &View<'v>,
    mine: &Content,
    theirs: &Content,
    difference: Difference,
    is_selected: bool,
    cols: usize,
) -> [Line<'v>; 3] {
    let side = view.words.say(match difference.side {
        Side::Mine => W::SerafConflictMine,
        Side::Theirs => W::SerafConflictTheirs,
        Side::Both => W::SerafConflictBoth,
    });
    let mark = if is_selected {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    let style = if is_selected {
        view.theme.selected()
    } else {
        view.theme.title()
    };
    let flag = if difference.both_changed {
        format!(
            "  {} {}",
            view.theme.glyph(Glyph::Warning),
            view.words.say(W::SerafBothChanged)
        )
    } else {
        String::new()
    };
    let name = difference_name(view, mine, difference.part);
    let choice = format!(" [{side}]");
    let room = cols.saturating_sub(text::width(&choice) + text::width(&flag) + 2);
    let head = Line::from(vec![
        Span::raw(mark),
        Span::styled(text::cut(&name, room), style),
        Span::styled(choice, view.theme.key()),
        Span::styled(flag, view.theme.warning()),
    ]);
    let version = |whose: W, content: &Content, stands: bool| {
        let whose = text::pad(view.words.say(whose), 14);
        let said = difference_says(view, content, difference.part);
        let sign = if stands {
            view.theme.glyph(Glyph::Yes)
        } else {
            " "
        };
        let line = format!("   {sign} {whose} {said}");
        Line::raw(text::cut(&line, cols))
    };
    let stands = |side: Side| difference.side == side || difference.side == Side::Both;
    [
        head,
        version(W::SerafConflictMine, mine, stands(Side::Mine)),
        version(W::SerafConflictTheirs, theirs, stands(Side::Theirs)),
    ]
}

fn difference_name(view: &View<'_>, content: &Content, part: Part) -> String {
    let form = content.form();
    let language = view.model.language;
    match part {
        Part::Answer(at) => form
            .item(at)
            .map(|(_, item)| format!("{}  {}", item.id, item.text.say(language)))
            .unwrap_or_default(),
        Part::Evidence(at) => {
            let id = form.item(at).map_or("", |(_, item)| item.id.as_str());
            let given = [("item", id.into())];
            view.words.with(W::SerafConflictEvidence, &given)
        }
        Part::Extra(at) => form
            .extra(at)
            .map(|extra| extra.title.say(language).to_owned())
            .unwrap_or_default(),
        text => part_name(view, form, text),
    }
}

fn difference_says(view: &View<'_>, content: &Content, part: Part) -> String {
    match part {
        Part::Answer(at) => answer_words(view, content, at),
        Part::Evidence(at) => {
            let item = content.form().item(at);
            let all = item.map_or(&[][..], |(_, item)| content.evidence.of(&item.id));
            let said: Vec<String> = all.iter().map(|said| statement_words(view, said)).collect();
            if said.is_empty() {
                view.words.say(W::SerafNothingYet).to_owned()
            } else {
                said.join("; ")
            }
        }
        Part::Extra(at) => view
            .words
            .say(match content.answers.extra(at) {
                ExtraAnswer::NotAsked => W::SerafNotAsked,
                ExtraAnswer::No => W::SerafNo,
                ExtraAnswer::NotKnown => W::SerafNotKnown,
                ExtraAnswer::Yes => W::SerafYes,
            })
            .to_owned(),
        Part::Harmed => view.words.say(harmed_words(content.harmed)).to_owned(),
        text => part_says(view, content, text),
    }
}
