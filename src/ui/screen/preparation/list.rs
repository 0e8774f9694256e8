//! The check list: a row for each person, note and agency, under its heading.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::sign;
use crate::app::screen::Preparation;
use crate::app::screen::preparation::rows::Row;
use crate::app::talk::preparation::Opened;
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{PersonItem, Prepared, Sheet, State};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::rows;
use crate::words::Key as W;

const NAME_COLS: usize = 23;
const AGENCY_COLS: usize = 34;

/// The columns of a person's row, each under its word.
const COLUMNS: [(PersonItem, W); 7] = [
    (PersonItem::Told, W::PreparationColumnTold),
    (PersonItem::WantsToSay, W::PreparationColumnWords),
    (PersonItem::BesideThem, W::PreparationColumnBeside),
    (PersonItem::Advocate, W::PreparationColumnAdvocate),
    (PersonItem::Language, W::PreparationColumnLanguage),
    (PersonItem::Transport, W::PreparationColumnTravel),
    (PersonItem::VenueHard, W::PreparationColumnPlace),
];

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Preparation,
    opened: &Opened,
) {
    let cols = usize::from(area.width);
    let all = page.rows();
    let shown = all.iter().skip(page.cursor.first);
    let shown = shown.map(|row| drawn(view, &opened.sheet, row, cols));
    rows::draw(frame, area, view, page.cursor, shown);
}

fn drawn<'v>(view: &View<'v>, sheet: &Sheet, row: &Row, cols: usize) -> rows::Row<'v> {
    match row {
        Row::PeopleHead => {
            let mut heads = text::pad(view.words.say(W::PreparationPeople), NAME_COLS);
            for (_, word) in COLUMNS {
                heads.push_str(view.words.say(word));
                heads.push_str("  ");
            }
            heading(view, &heads, cols)
        }
        Row::HeldBackHead => heading(view, view.words.say(W::PreparationHeldBack), cols),
        Row::ReportsHead => heading(view, view.words.say(W::PreparationReports), cols),
        Row::InvitationsHead => heading(view, view.words.say(W::PreparationInvitations), cols),
        Row::Person(at) => match sheet.people.get(*at) {
            Some(one) => person(view, one),
            None => rows::Row::default(),
        },
        Row::HeldBackOpen => marked(
            view,
            State::Open,
            view.words.say(W::PreparationHeldBackOpen),
            "",
            cols,
        ),
        Row::HeldBack(at) => {
            let Some(note) = sheet.held_back.get(*at) else {
                return rows::Row::default();
            };
            let what = match &note.withheld {
                Some(given) => given.what.for_professionals().replace('\n', " "),
                None => view.words.say(W::PreparationHeldNothing).to_owned(),
            };
            marked(view, State::Done, &what, "", cols)
        }
        Row::Report(agency) => {
            let report = sheet.report_of(agency);
            let (state, says) = match report {
                Some(report) => (State::Done, view.words.date_short(report.received_on)),
                None => (
                    State::Open,
                    view.words.say(W::PreparationNoReport).to_owned(),
                ),
            };
            let name = text::pad(&agency_name(view, agency), AGENCY_COLS);
            marked(view, state, &name, &says, cols)
        }
        Row::Invitations => {
            let steps = sheet.steps();
            let owed = steps.iter().filter(|step| step.is_owed()).count();
            let waiting = steps
                .iter()
                .filter(|step| **step == crate::domain::invitation::Step::Asked);
            let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let says = view.words.with(
                W::PreparationInvitationsSays,
                &[
                    ("owed", count(owed).into()),
                    ("waiting", count(waiting.count()).into()),
                ],
            );
            let state = if owed == 0 { State::Done } else { State::Open };
            marked(view, state, &says, "", cols)
        }
    }
}

fn person<'v>(view: &View<'v>, one: &Prepared) -> rows::Row<'v> {
    let name = view.name(&one.person.name);
    let states: Vec<(PersonItem, State)> = one.states().collect();
    let cells = COLUMNS.iter().map(|(item, word)| {
        let cols = text::width(view.words.say(*word)) + 2;
        let state = states.iter().find(|(stands, _)| stands == item);
        let says = match (state, item) {
            (None, _) => "",
            (Some((_, State::Done)), PersonItem::Language) => match one.preparation.language {
                ChosenLanguage::English => "en",
                ChosenLanguage::Welsh => "cy",
                _ => sign(view, State::Done),
            },
            (Some((_, state)), _) => sign(view, *state),
        };
        Span::raw(text::pad(says, cols))
    });
    rows::Row {
        head: text::pad(&name, NAME_COLS - 1),
        rest: std::iter::once(Span::raw(" ")).chain(cells).collect(),
    }
}

fn marked<'v>(view: &View<'v>, state: State, head: &str, rest: &str, cols: usize) -> rows::Row<'v> {
    let head = format!("{} {head}", sign(view, state));
    let room = cols.saturating_sub(2);
    let head = text::cut(&head, room);
    let left = room.saturating_sub(text::width(&head));
    rows::Row {
        rest: vec![Span::raw(text::cut(rest, left))],
        head,
    }
}

/// A heading with a rule up to the edge.
fn heading<'v>(view: &View<'v>, words: &str, cols: usize) -> rows::Row<'v> {
    let words = text::cut(words.trim_end(), cols.saturating_sub(1));
    let rule = cols.saturating_sub(text::width(&words) + 2);
    let rule = view.theme.glyph(Glyph::Rule).repeat(rule);
    rows::Row {
        head: String::new(),
        rest: vec![
            Span::styled(words, view.theme.title()),
            Span::styled(format!(" {rule}"), view.theme.muted()),
        ],
    }
}

/// What an agency is called; its id where the data does not have it any more.
pub(super) fn agency_name(view: &View<'_>, id: &str) -> String {
    let agencies = &view.model.rules.policies.agencies;
    agencies.get(id).map_or_else(
        || id.to_owned(),
        |agency| agency.name.say(view.model.language).to_owned(),
    )
}
