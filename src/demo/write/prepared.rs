//! A meeting to come, as people prepare it: everybody written to, the young person and family told
//! and asked, reports in; some of it still owed.

use crate::casework::preparation::{self, Wanted};
use crate::casework::{CaseworkError, Desk, invitations};
use crate::demo::story::Before;
use crate::domain::invitation::{Answer, Step};
use crate::domain::meeting::{InvitedKind, MeetingId};
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{Advocate, Asked, PersonPreparation};
use crate::domain::sharing::{Confidential, Shareable};

/// Sends everybody what they are owed.
pub(super) fn invite(desk: &mut Desk<'_>, id: MeetingId) -> Result<(), CaseworkError> {
    let (_, sheet) = preparation::sheet(desk, Wanted::Meeting(id))?;
    for ((person, kept), step) in sheet.invitations.iter().zip(sheet.steps()) {
        if let (Some(row), true) = (person.row, step.is_owed()) {
            let version = kept.as_ref().map_or(0, |kept| kept.version);
            invitations::mark_sent(desk, id, row, version)?;
        }
    }
    Ok(())
}

/// Writes down what so many of a hundred answered; the young person always does.
pub(super) fn answer(
    desk: &mut Desk<'_>,
    id: MeetingId,
    percent: usize,
) -> Result<(), CaseworkError> {
    let (_, sheet) = preparation::sheet(desk, Wanted::Meeting(id))?;
    let seats = sheet.invitations.iter().zip(sheet.steps());
    for (place, ((person, kept), step)) in seats.enumerate() {
        // Spread over the list, the same way each time.
        let answers = person.kind == InvitedKind::YoungPerson || (place * 37 + 11) % 100 < percent;
        let (Some(row), Some(kept), Step::Asked, true) = (person.row, kept, step, answers) else {
            continue;
        };
        let (said, note) = match place % 7 {
            5 => (Answer::NotComing, "on leave that week"),
            6 => (Answer::Sending, "a colleague of the same team"),
            _ => (Answer::Coming, ""),
        };
        let is_family = person.kind.belongs_in_part2();
        let (said, note) = if is_family {
            (Answer::Coming, "")
        } else {
            (said, note)
        };
        let note = Confidential::new(note);
        invitations::answered(desk, id, row, kept.version, said, &note)?;
    }
    Ok(())
}

/// The young person and family are told and asked.
pub(super) fn prepare(
    desk: &mut Desk<'_>,
    id: MeetingId,
    said: &Before,
) -> Result<(), CaseworkError> {
    let (_, sheet) = preparation::sheet(desk, Wanted::Meeting(id))?;
    let by = desk.actor.display_name.clone();
    for one in &sheet.people {
        let Some(row) = one.person.row else {
            continue;
        };
        let is_young_person = one.person.kind == InvitedKind::YoungPerson;
        let given = prepared(desk, said, is_young_person, &by, one.preparation.version);
        preparation::prepare(desk, id, row, &given)?;
    }
    if said.is_whole {
        let agreed = Confidential::new("everybody who was asked");
        preparation::hold_back(desk, id, None, None, &agreed)?;
    }
    Ok(())
}

fn prepared(
    desk: &Desk<'_>,
    said: &Before,
    is_young_person: bool,
    by: &str,
    version: i64,
) -> PersonPreparation {
    let advocate = match (is_young_person && said.wants_an_advocate, said.is_whole) {
        (true, true) => Advocate::Accepted,
        (true, false) => Advocate::Offered,
        (false, _) => Advocate::Declined,
    };
    let (wants_to_say, beside_them) = if is_young_person {
        (said.wants_to_say, said.beside_them)
    } else {
        ("", "")
    };
    let mut given = PersonPreparation {
        told_on: Some(desk.today()),
        told_by: Confidential::new(by),
        told_how: Confidential::new("at home, with time for questions"),
        wants_to_say: Shareable::new(wants_to_say),
        beside_them: Shareable::new(beside_them),
        advocate,
        advocate_on: Some(desk.today()),
        language: ChosenLanguage::English,
        version,
        ..PersonPreparation::default()
    };
    if said.is_whole {
        given.transport = Confidential::new(said.transport);
        given.nothing = [Asked::WantsToSay, Asked::BesideThem, Asked::VenueHard].into();
    }
    given.consistent()
}

/// Reports that agencies give in before.
pub(super) fn reports_in(
    desk: &mut Desk<'_>,
    id: MeetingId,
    all: bool,
) -> Result<(), CaseworkError> {
    let (_, sheet) = preparation::sheet(desk, Wanted::Meeting(id))?;
    let on = Some(desk.today());
    let many = if all { usize::MAX } else { 1 };
    for agency in sheet.agencies().into_iter().take(many) {
        if sheet.report_of(agency).is_none() {
            let note = Confidential::default();
            preparation::report_received(desk, id, agency, on, &note, 0)?;
        }
    }
    Ok(())
}
