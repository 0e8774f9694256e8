//! The people who may be the same: who they are, why, and who is near them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Referral;
use crate::domain::referral::{Known, Likely, Near, NearKind};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// The person marked is told in full, the others in so many lines.
const LINES_OF_OTHERS: usize = 2;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Referral) {
    let rows = usize::from(area.height);
    let lines = lines(view, page, usize::from(area.width), rows);
    frame.render_widget(Paragraph::new(lines), area);
}

/// What there is to say, in at most so many rows.
pub(super) fn lines<'v>(
    view: &View<'v>,
    page: &Referral,
    cols: usize,
    rows: usize,
) -> Vec<Line<'v>> {
    if cols < 4 || rows == 0 {
        return Vec::new();
    }
    let mut lines = vec![heading(view, page, cols)];
    if let Some(joins) = &page.joins {
        let given = [("reference", joins.reference.as_str().into())];
        let says = view.words.with(W::ReferralJoins, &given);
        let mark = view.theme.glyph(Glyph::Yes);
        let says = text::cut(&format!(" {mark} {says}"), cols);
        lines.push(Line::styled(says, view.theme.title()));
    }
    if page.found.same.is_empty() && page.joins.is_none() {
        let says = if page.has_looked {
            W::ReferralLikelyNone
        } else {
            W::ReferralLikelyWaits
        };
        for line in text::wrap(view.words.say(says), cols.saturating_sub(2)) {
            lines.push(Line::styled(format!(" {line}"), view.theme.muted()));
        }
    }
    lines.extend(same_home(view, page, cols));
    let room = rows.saturating_sub(lines.len());
    lines.extend(people(view, page, cols, room));
    lines.truncate(rows);
    lines
}

fn heading<'v>(view: &View<'v>, page: &Referral, cols: usize) -> Line<'v> {
    let rule = view.theme.glyph(Glyph::Rule);
    let says = match page.found.same.len() {
        0 => view.words.say(W::ReferralLikely).to_owned(),
        n => view.words.with(W::ReferralLikelySome, &[("n", n.into())]),
    };
    let head = text::cut(&format!("{rule} {says} "), cols);
    let left = cols.saturating_sub(text::width(&head));
    Line::styled(format!("{head}{}", rule.repeat(left)), view.theme.title())
}

/// The blocks of people from the first that must be in sight, as many lines as there is room for.
fn people<'v>(view: &View<'v>, page: &Referral, cols: usize, room: usize) -> Vec<Line<'v>> {
    let blocks: Vec<Vec<Line<'v>>> = page
        .found
        .same
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let is_marked = page.marked == Some(at);
            let mut block = block(view, one, is_marked, cols);
            if !is_marked && page.found.same.len() > 1 {
                block.truncate(LINES_OF_OTHERS);
            }
            block
        })
        .collect();
    let marked = page.marked.unwrap_or(0);
    let mut first = 0;
    let height = |from: usize| -> usize {
        let shown = blocks.iter().take(marked + 1).skip(from);
        shown.map(Vec::len).sum()
    };
    while first < marked && height(first) > room {
        first += 1;
    }
    let mut lines = Vec::new();
    let mut told = 0;
    let of_all = blocks.len();
    for block in blocks.into_iter().skip(first) {
        let is_cut = lines.len() + block.len() > room;
        if is_cut && !lines.is_empty() {
            break;
        }
        lines.extend(block.into_iter().take(room));
        told += 1;
    }
    let hidden = of_all.saturating_sub(told);
    if hidden > 0 {
        let more = view
            .words
            .with(W::ReferralLikelyMore, &[("n", hidden.into())]);
        let more = format!("  {} {more}", view.theme.glyph(Glyph::More));
        if lines.len() >= room {
            lines.pop();
        }
        lines.push(Line::styled(text::cut(&more, cols), view.theme.muted()));
    }
    lines
}

fn block<'v>(view: &View<'v>, one: &Likely, is_marked: bool, cols: usize) -> Vec<Line<'v>> {
    let mark = if is_marked {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    match one {
        Likely::Restricted { reference, .. } => {
            let given = [("reference", reference.as_str().into())];
            let says = view.words.with(W::ReferralRestricted, &given);
            vec![Line::raw(text::cut(&format!("{mark}{says}"), cols))]
        }
        Likely::Seen(known) => {
            let mut lines = vec![who(view, known, is_marked, cols)];
            let rest = why(view, known);
            let near = near(view, known);
            for text in std::iter::once(rest).chain(near) {
                for line in text::wrap(&text, cols.saturating_sub(4)) {
                    lines.push(Line::raw(format!("   {line}")));
                }
            }
            lines
        }
    }
}

fn who<'v>(view: &View<'v>, known: &Known, is_marked: bool, cols: usize) -> Line<'v> {
    let case = &known.case;
    let mut name = view.name(&case.full_name()).into_owned();
    if !case.known_as.is_empty() {
        name = format!("{name} ({})", view.name(&case.known_as));
    }
    let age = case.age(view.today());
    let age = age.map(|age| format!(", {}", view.words.age(age)));
    let stage = view.words.stage(case.stage);
    let joined = known.joined_to.as_ref().map(|reference| {
        let given = [("reference", reference.as_str().into())];
        let says = view.words.with(W::ReferralJoinedTo, &given);
        format!(" {} {says}", view.theme.glyph(Glyph::Dot))
    });
    let mark = if is_marked {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    let head = format!("{}  {name}", case.reference);
    let rest = format!(
        "{} {} {stage}{}",
        age.unwrap_or_default(),
        view.theme.glyph(Glyph::Dot),
        joined.unwrap_or_default()
    );
    let head = text::cut(&head, cols.saturating_sub(1));
    let room = cols.saturating_sub(1 + text::width(&head));
    let style = if is_marked {
        view.theme.selected()
    } else {
        view.theme.title()
    };
    Line::from(vec![
        Span::raw(mark),
        Span::styled(head, style),
        Span::raw(text::cut(&rest, room)),
    ])
}

/// The reasons for and against, then where they live.
fn why(view: &View<'_>, known: &Known) -> String {
    let reasons = known.likeness.reasons.iter();
    let mut said: Vec<&str> = reasons.map(|why| view.words.say(W::from(*why))).collect();
    said.dedup();
    let mut text = said.join(", ");
    if !known.address.is_empty() {
        let dot = view.theme.glyph(Glyph::Dot);
        text = format!("{text} {dot} {}", view.name(&known.address));
    }
    text
}

/// Brothers and sisters, household, contacts, each with the reference of their own case.
fn near(view: &View<'_>, known: &Known) -> Option<String> {
    let dot = view.theme.glyph(Glyph::Dot);
    let all: Vec<String> = known.near.iter().map(|one| near_one(view, one)).collect();
    (!all.is_empty()).then(|| all.join(&format!(" {dot} ")))
}

fn near_one(view: &View<'_>, near: &Near) -> String {
    let name = view.name(&near.name);
    let reference = near.reference.as_deref().unwrap_or_default();
    let who = format!("{name} {reference}");
    let who = who.trim_end();
    match &near.kind {
        NearKind::Related(kind) => format!("{} {who}", view.words.say(W::from(*kind))),
        NearKind::SameAddress => {
            format!("{} {who}", view.words.say(W::ReferralSameAddress))
        }
        NearKind::SharedContact { name } => {
            let name = view.name(name).into_owned();
            let also = view
                .words
                .with(W::ReferralAlsoNames, &[("name", name.into())]);
            format!("{who} {also}")
        }
    }
}

/// Others at the address that is typed: brothers and sisters, or the same home.
fn same_home<'v>(view: &View<'v>, page: &Referral, cols: usize) -> Option<Line<'v>> {
    if page.found.same_home.is_empty() {
        return None;
    }
    let names: Vec<String> = page
        .found
        .same_home
        .iter()
        .map(|case| format!("{} {}", view.name(&case.full_name()), case.reference))
        .collect();
    let given = [("names", names.join(", ").into())];
    let says = view.words.with(W::ReferralSameHome, &given);
    Some(Line::raw(text::cut(&format!(" {says}"), cols)))
}
