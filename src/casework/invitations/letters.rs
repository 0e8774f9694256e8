//! The letters to those who are asked, made of the plan and of what was prepared.
//!
//! What comes into a family's letter is taken from the columns that `store::confidential` lists as
//! theirs, and from the authority's own data. A professional's letter names the young person, for
//! they come because of them.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Europe::London;
use serde_json::json;

use super::{Seat, fresh, is_guest};
use crate::casework::meetings::instant_in_wales;
use crate::casework::preparation::{Wanted, found, read, subject};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::bilingual::{Bilingual, Language};
use crate::domain::case::CaseBrief;
use crate::domain::invitation::{
    Addressee, Call, CallKind, Contact, FamilyLetter, Guest, Invitation, Letter, PartCall, Place,
    ProfessionalLetter, Someone, Step,
};
use crate::domain::meeting::{Invited, InvitedKind, Meeting, MeetingId, Part};
use crate::domain::policy::VenueKind;
use crate::domain::preparation::Sheet;
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::{account, invitation};

/// What is to be written to these people of a meeting's list, in its order: the invitation, or
/// what has become of it since. Each is given its uid here, which stays.
///
/// # Errors
/// Refused by role or case; no such meeting.
pub fn letters(
    desk: &mut Desk<'_>,
    id: MeetingId,
    people: &[i64],
) -> Result<Vec<Letter>, CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let rules = desk.rules;
    desk.change(|change| {
        let sheet = read(change, id, rules)?;
        let chair = match sheet.meeting.plan.chair {
            Some(chair) => account::by_id(change.tx, chair)?,
            None => None,
        };
        let desk_of = Writing {
            case: &case,
            sheet: &sheet,
            rules,
            chair: chair.map_or(String::new(), |chair| chair.display_name),
            now: change.now,
        };
        let mut letters = Vec::new();
        for ((person, kept), step) in sheet.invitations.iter().zip(sheet.steps()) {
            let row = person.row.unwrap_or_default();
            let is_wanted = people.contains(&row);
            if !is_wanted || matches!(step, Step::NotAsked) {
                continue;
            }
            let invitation = match kept {
                Some(kept) => kept.clone(),
                None => kept_now(change, row)?,
            };
            letters.push(desk_of.letter(&Seat {
                person: person.clone(),
                invitation,
                step,
            }));
        }
        let detail = json!({ "people": people, "written": letters.len() });
        change.audit(
            "invitations-written",
            Some(case.id.0),
            &subject(id),
            &detail,
        )?;
        Ok(letters)
    })
}

fn kept_now(change: &Change<'_>, row: i64) -> Result<Invitation, CaseworkError> {
    let invitation = fresh(row);
    invitation::save(change.tx, &invitation)?;
    Ok(invitation)
}

/// From when to when a person is asked to be there. The family's begins with their arrival.
pub(super) fn span(
    meeting: &Meeting,
    person: &Invited,
    rules: &Rules,
) -> (DateTime<Utc>, DateTime<Utc>) {
    let plan = &meeting.plan;
    let spans = plan.spans_of(person);
    let whole = plan.span();
    let mut from = spans.first().map_or(whole.0, |span| span.0);
    let to = spans.last().map_or(whole.1, |span| span.1);
    if let (true, Some(part2)) = (is_guest(person), &plan.part2) {
        from = plan.day.and_time(arrival(&plan.part1, part2, rules));
    }
    (instant_in_wales(from), instant_in_wales(to))
}

/// When the family is to be there: a little before Part 2, and not while professionals still sit
/// together or leave.
fn arrival(part1: &Part, part2: &Part, rules: &Rules) -> NaiveTime {
    let minutes = rules.policies.policy.meetings.family_arrives_minutes_before;
    let (early, days) = part2
        .start
        .overflowing_sub_signed(Duration::minutes(i64::from(minutes)));
    let early = if days == 0 { early } else { part2.start };
    match part1.end() {
        Some(end) if end <= part2.start => early.max(end),
        _ => early,
    }
}

/// All that the letters of one meeting are made of.
struct Writing<'a> {
    case: &'a CaseBrief,
    sheet: &'a Sheet,
    rules: &'a Rules,
    chair: String,
    now: DateTime<Utc>,
}

impl Writing<'_> {
    fn letter(&self, seat: &Seat) -> Letter {
        if is_guest(&seat.person) {
            Letter::Family(Box::new(self.to_family(seat)))
        } else {
            Letter::Professional(Box::new(self.to_professional(seat)))
        }
    }

    fn to_professional(&self, seat: &Seat) -> ProfessionalLetter {
        let person = &seat.person;
        let plan = &self.sheet.meeting.plan;
        let agency = self.agency(&person.agency);
        let owes_report = person.part1 && self.sheet.report_of(&person.agency).is_none();
        ProfessionalLetter {
            language: self.sheet.language_of(person, Some(&seat.invitation)),
            call: self.call(seat),
            to: Addressee {
                name: person.name.clone(),
                role: person.role.clone(),
                agency,
            },
            reference: self.case.reference.clone(),
            young_person: Confidential::new(self.case.full_name()),
            kind: plan.kind,
            day: plan.day,
            part1: person.part1.then(|| part_call(&plan.part1)),
            part2: plan.part2.as_ref().filter(|_| person.part2).map(part_call),
            place: self.place(),
            chair: self.chair.clone(),
            report_by: owes_report.then_some(self.sheet.ready_by),
            contact: self.contact(),
        }
    }

    fn to_family(&self, seat: &Seat) -> FamilyLetter {
        let person = &seat.person;
        let plan = &self.sheet.meeting.plan;
        let prepared = self
            .sheet
            .people
            .iter()
            .find(|one| one.person.row == person.row)
            .map(|one| &one.preparation);
        let language = self.sheet.language_of(person, Some(&seat.invitation));
        let guest = match person.kind {
            InvitedKind::YoungPerson => Guest::YoungPerson,
            InvitedKind::Advocate => Guest::Advocate,
            InvitedKind::Family | InvitedKind::Professional => Guest::Family,
        };
        let young_person = Shareable::new(self.case.called());
        let part2 = plan.part2.as_ref();
        let (from, to) = span(&self.sheet.meeting, person, self.rules);
        let others = plan.people.iter().filter(|other| {
            let is_chair = other.user_id.is_some() && other.user_id == plan.chair;
            other.part2 && other.row != person.row && !is_chair
        });
        FamilyLetter {
            language,
            call: self.call(seat),
            guest,
            to: if guest == Guest::YoungPerson {
                young_person.clone()
            } else {
                Shareable::new(person.name.clone())
            },
            young_person,
            day: plan.day,
            arrive: from.with_timezone(&London).time(),
            until: to.with_timezone(&London).time(),
            place: self.place(),
            chair: Shareable::new(self.chair.clone()),
            others: others.map(|other| self.someone(other, language)).collect(),
            agenda: part2.map_or_else(Vec::new, |part| {
                part.agenda.iter().cloned().map(Shareable::new).collect()
            }),
            beside_them: prepared.map_or_else(Shareable::default, |one| one.beside_them.clone()),
            contact: self.contact(),
        }
    }

    /// One who is there, by name and by what they are; an agency that has not said whom it sends
    /// stands for its person.
    fn someone(&self, person: &Invited, language: Language) -> Someone {
        let agency = if person.agency.is_empty() {
            String::new()
        } else {
            self.agency(&person.agency).say(language).to_owned()
        };
        let young = person.kind == InvitedKind::YoungPerson;
        let name = if young {
            self.case.called().to_owned()
        } else if person.name.is_empty() {
            agency.clone()
        } else {
            person.name.clone()
        };
        let here_as = match (person.role.is_empty(), agency.is_empty() || agency == name) {
            (false, false) => format!("{}, {agency}", person.role),
            (false, true) => person.role.clone(),
            (true, false) => agency,
            (true, true) => String::new(),
        };
        Someone {
            name: Shareable::new(name),
            here_as: Shareable::new(here_as),
        }
    }

    fn call(&self, seat: &Seat) -> Call {
        let (from, to) = span(&self.sheet.meeting, &seat.person, self.rules);
        let invitation = &seat.invitation;
        let kind = match seat.step {
            Step::TellCancelled | Step::Cancelled => CallKind::Cancel,
            _ if invitation.sequence > 0 && invitation.cancelled_at.is_none() => CallKind::Update,
            _ => CallKind::Invite,
        };
        Call {
            kind,
            uid: invitation.uid.clone(),
            sequence: invitation.sequence,
            from,
            to,
            was: match kind {
                CallKind::Invite => None,
                CallKind::Update => {
                    let before = invitation.told_start.filter(|told| *told != from);
                    before.map(in_wales)
                }
                CallKind::Cancel => invitation.told_start.map(in_wales),
            },
            stamp: self.now,
        }
    }

    fn place(&self) -> Place {
        let id = &self.sheet.meeting.plan.venue;
        match self.rules.policies.venues.get(id) {
            Some(venue) => Place {
                name: venue.name.clone(),
                address: venue.address.clone(),
                is_video: venue.by == VenueKind::Video,
            },
            // An id that the file no longer has.
            None => Place {
                name: both(id),
                address: String::new(),
                is_video: false,
            },
        }
    }

    fn contact(&self) -> Contact {
        let contact = &self.rules.policies.policy.contact;
        Contact {
            name: contact.name.clone(),
            telephone: contact.telephone.clone(),
            email: contact.email.clone(),
        }
    }

    fn agency(&self, id: &str) -> Bilingual {
        let found = self.rules.policies.agencies.get(id);
        found.map_or_else(|| both(id), |agency| agency.name.clone())
    }
}

fn part_call(part: &Part) -> PartCall {
    PartCall {
        start: part.start,
        end: part.end().unwrap_or(part.start),
        agenda: part.agenda.clone(),
    }
}

fn both(text: &str) -> Bilingual {
    Bilingual {
        en: text.to_owned(),
        cy: text.to_owned(),
    }
}

fn in_wales(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&London).naive_local()
}
