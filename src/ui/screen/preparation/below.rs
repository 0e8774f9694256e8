//! Under the list: what is known of the selected row, in whole sentences.

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::invitations::{state, who};
use super::list::agency_name;
use super::sign;
use crate::app::screen::Preparation;
use crate::app::screen::preparation::Part;
use crate::app::screen::preparation::rows::Row;
use crate::app::talk::preparation::Opened;
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{Advocate, Asked, PersonPreparation, Prepared, State};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Preparation,
    opened: &Opened,
) {
    if area.height == 0 {
        return;
    }
    let says = match page.part {
        Part::List => of_row(view, page, opened),
        Part::Invitations => of_person(view, page, opened),
    };
    let cols = usize::from(area.width).saturating_sub(2);
    let rule = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    let mut lines = vec![Line::styled(rule, view.theme.muted())];
    let rows = usize::from(area.height).saturating_sub(1);
    let mut wrapped: Vec<String> = says
        .iter()
        .flat_map(|line| text::wrap(line, cols))
        .collect();
    if wrapped.len() > rows {
        wrapped.truncate(rows);
        if let Some(last) = wrapped.last_mut() {
            let more = view.theme.glyph(Glyph::More);
            *last = format!("{} {more}", text::cut(last, cols.saturating_sub(2)));
        }
    }
    let room = rows.saturating_sub(wrapped.len());
    lines.extend(
        wrapped
            .into_iter()
            .map(|line| Line::raw(format!(" {line}"))),
    );
    // What the signs mean, at the foot, where nothing else needs the room.
    if page.part == Part::List && room > 0 {
        lines.extend((1..room).map(|_| Line::raw("")));
        let signs = [
            (State::Open, W::PreparationSignOpen),
            (State::Waiting, W::PreparationSignWaiting),
            (State::Done, W::PreparationSignDone),
        ]
        .map(|(state, word)| format!("{} {}", sign(view, state), view.words.say(word)));
        let signs = format!(" {}", text::cut(&signs.join("   "), cols));
        lines.push(Line::styled(signs, view.theme.muted()));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn of_row(view: &View<'_>, page: &Preparation, opened: &Opened) -> Vec<String> {
    let sheet = &opened.sheet;
    let say = |key| view.words.say(key).to_owned();
    match page.rows().get(page.cursor.at) {
        Some(Row::Person(at)) => match sheet.people.get(*at) {
            Some(one) => person(view, one),
            None => Vec::new(),
        },
        Some(Row::HeldBack(at)) => {
            let Some(note) = sheet.held_back.get(*at) else {
                return Vec::new();
            };
            let day = view
                .words
                .date_short(note.noted_at.with_timezone(&London).date_naive());
            let by = note.agreed_by.for_professionals();
            let mut lines = Vec::new();
            if let Some(given) = &note.withheld {
                lines.push(given.what.for_professionals().to_owned());
                lines.push(labelled(
                    view,
                    W::PreparationWhy,
                    given.reason.for_professionals(),
                ));
            } else {
                lines.push(say(W::PreparationHeldNothing));
            }
            lines.push(view.words.with(
                W::PreparationAgreed,
                &[("name", view.name(by).into()), ("day", day.into())],
            ));
            lines
        }
        Some(Row::HeldBackOpen) => vec![say(W::PreparationHeldBackHelp)],
        Some(Row::Report(agency)) => {
            let mut lines = vec![agency_name(view, agency)];
            match sheet.report_of(agency) {
                Some(report) => {
                    let day = view.words.date_with_year(report.received_on);
                    lines.push(labelled(view, W::PreparationReceivedOn, &day));
                    let note = report.note.for_professionals();
                    if !note.is_empty() {
                        lines.push(note.to_owned());
                    }
                }
                None => lines.push(say(W::PreparationReportHelp)),
            }
            lines
        }
        Some(Row::Invitations) => vec![say(W::PreparationInvitationsHelp)],
        _ => Vec::new(),
    }
}

/// All that is known of one person; what nobody asked is named at the end.
fn person(view: &View<'_>, one: &Prepared) -> Vec<String> {
    let given = &one.preparation;
    let mut lines = Vec::new();
    if let Some(on) = given.told_on {
        let (by, how) = (
            given.told_by.for_professionals(),
            given.told_how.for_professionals(),
        );
        lines.push(view.words.with(
            W::PreparationToldSays,
            &[
                ("day", view.words.date_short(on).into()),
                ("name", view.name(by).into()),
                ("how", how.into()),
            ],
        ));
    }
    if given.tell_again {
        lines.push(view.words.say(W::PreparationTellAgain).to_owned());
    }
    let mut words = labelled_or(view, given, Asked::WantsToSay);
    let said_by = given.said_by.as_str();
    if let (Some(words), false) = (&mut words, said_by.is_empty()) {
        let name = view.name(said_by);
        words.push_str(" · ");
        words.push_str(&labelled(view, W::PreparationSaidBy, &name));
    }
    lines.extend(words);
    let rest = [Asked::BesideThem, Asked::Transport, Asked::VenueHard]
        .into_iter()
        .filter_map(|asked| labelled_or(view, given, asked));
    let mut rest: Vec<String> = rest.collect();
    let advocate = match given.advocate {
        Advocate::NotOffered => None,
        Advocate::Offered => Some(W::PreparationAdvocateOffered),
        Advocate::Accepted => Some(W::PreparationAdvocateAccepted),
        Advocate::Declined => Some(W::PreparationAdvocateDeclined),
    };
    if let Some(word) = advocate {
        let mut says = labelled(view, W::PreparationAdvocate, view.words.say(word));
        if let Some(on) = given.advocate_on {
            says = format!("{says}, {}", view.words.date_short(on));
        }
        rest.push(says);
    }
    if given.language == ChosenLanguage::Other {
        rest.push(view.words.say(W::PreparationOtherLanguage).to_owned());
    }
    if !rest.is_empty() {
        let dot = format!(" {} ", view.theme.glyph(Glyph::Dot));
        lines.push(rest.join(&dot));
    }
    if lines.is_empty() {
        let comes = one.comes();
        lines.push(
            view.words
                .say(if comes {
                    W::PreparationPersonHelp
                } else {
                    W::PreparationPersonHelpNotComing
                })
                .to_owned(),
        );
    }
    lines
}

/// What somebody answered, under its label; `None` where nobody asked.
fn labelled_or(view: &View<'_>, given: &PersonPreparation, asked: Asked) -> Option<String> {
    let (label, words, nothing) = match asked {
        Asked::WantsToSay => (
            W::PreparationWants,
            given.wants_to_say.as_str(),
            W::PreparationNothingToSay,
        ),
        Asked::BesideThem => (
            W::PreparationBeside,
            given.beside_them.as_str(),
            W::PreparationNobodyBeside,
        ),
        Asked::Transport => (
            W::PreparationTransport,
            given.transport.for_professionals(),
            W::PreparationNoTransport,
        ),
        Asked::VenueHard => (
            W::PreparationVenueHard,
            given.venue_hard.for_professionals(),
            W::PreparationNothingHard,
        ),
    };
    if !words.is_empty() {
        let words = words.replace('\n', " ");
        return Some(match asked {
            Asked::BesideThem => labelled(view, label, &view.name(&words)),
            _ => labelled(view, label, &words),
        });
    }
    let is_nothing = given.nothing.contains(&asked);
    is_nothing.then(|| view.words.say(nothing).to_owned())
}

fn labelled(view: &View<'_>, label: W, says: &str) -> String {
    format!("{}: {says}", view.words.say(label))
}

fn of_person(view: &View<'_>, page: &Preparation, opened: &Opened) -> Vec<String> {
    let sheet = &opened.sheet;
    let steps = sheet.steps();
    let found = sheet.invitations.get(page.people.at);
    let (Some((person, invitation)), Some(step)) = (found, steps.get(page.people.at)) else {
        return Vec::new();
    };
    let (says, _) = state(view, invitation.as_ref(), *step);
    let mut lines = vec![format!("{}: {says}", who(view, person))];
    if let Some(one) = invitation {
        let note = one.answer_note.for_professionals();
        if !note.is_empty() {
            lines.push(view.name(note).into_owned());
        }
    }
    if let Some(reason) = &person.not_asked {
        lines.push(labelled(view, W::PreparationWhy, &reason.reason));
    }
    if step.is_owed() {
        lines.push(view.words.say(W::InvitationsOwedHelp).to_owned());
    }
    lines
}
