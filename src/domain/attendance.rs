//! Who came to the meetings they were asked to: for each agency, in one case or in all.
//!
//! One agency counts once a meeting, by the best that anybody of it did: it came, took part from
//! afar, sent someone, sent apologies, or was absent. Only meetings that were held count.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::meeting::{InvitedKind, MeetingId};

/// How somebody attended a part of a meeting. The words are stable in the store.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum How {
    Present,
    ByPhone,
    ByVideo,
    /// Somebody else came for them.
    Represented,
    Apologies,
    Absent,
    NotAsked,
    /// Came, and left midway.
    LeftEarly,
}

/// What one agency's attendance at one meeting comes to; what counts for most is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum Came {
    InRoom,
    FromAfar,
    SentSomeone,
    Apologies,
    Absent,
    /// Asked, and nobody wrote down whether they came.
    NotNoted,
}

impl Came {
    /// Whether it counts; nothing where they were not asked after all.
    pub const fn of(how: Option<How>) -> Option<Self> {
        match how {
            None => Some(Self::NotNoted),
            Some(How::NotAsked) => None,
            Some(How::Present | How::LeftEarly) => Some(Self::InRoom),
            Some(How::ByPhone | How::ByVideo) => Some(Self::FromAfar),
            Some(How::Represented) => Some(Self::SentSomeone),
            Some(How::Apologies) => Some(Self::Apologies),
            Some(How::Absent) => Some(Self::Absent),
        }
    }

    /// Nobody of them took part. What was not noted is not held against anybody.
    pub const fn is_missed(self) -> bool {
        matches!(self, Self::Apologies | Self::Absent)
    }
}

/// Who is counted as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// By its id in the authority's data.
    Agency(String),
    /// An advocate or professional of no agency that is known here.
    Other,
    YoungPerson,
    Family,
}

impl Party {
    /// Whom one person on a meeting's list counts with.
    pub fn of(kind: InvitedKind, agency: &str) -> Self {
        match kind {
            InvitedKind::YoungPerson => Self::YoungPerson,
            InvitedKind::Family => Self::Family,
            InvitedKind::Professional | InvitedKind::Advocate if agency.is_empty() => Self::Other,
            InvitedKind::Professional | InvitedKind::Advocate => Self::Agency(agency.to_owned()),
        }
    }
}

/// One person asked to one part of a meeting that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub meeting: MeetingId,
    pub on: NaiveDate,
    pub party: Party,
    /// As it was noted; nothing where it was not.
    pub how: Option<How>,
}

/// The attendance of one agency over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    pub party: Party,
    /// Meetings it was asked to.
    pub invited: u32,
    pub came: u32,
    pub from_afar: u32,
    pub sent: u32,
    pub apologies: u32,
    pub absent: u32,
    pub not_noted: u32,
    /// For an agency: the last two meetings it was asked to and of which attendance was noted,
    /// the last one first, where it neither came nor sent anybody to either. A family that does
    /// not come is not marked: that is a question to those who invite.
    pub missed_twice: Option<[NaiveDate; 2]>,
}

impl Attendance {
    /// Meetings at which it had part: in the room, from afar, or by somebody it sent.
    pub const fn took_part(&self) -> u32 {
        self.came + self.from_afar + self.sent
    }
}

/// Who missed the last two meetings, and whether that was in this case alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedTwice {
    /// An agency's id.
    pub agency: String,
    /// The last one first.
    pub days: [NaiveDate; 2],
    /// Both were meetings of the case looked at; else of any cases.
    pub is_in_this_case: bool,
}

/// Counts attendance by party: agencies in the order of their ids, then the rest.
pub fn by_party(asked: &[Asked]) -> Vec<Attendance> {
    let mut parties: BTreeMap<&Party, BTreeMap<(NaiveDate, MeetingId), Came>> = BTreeMap::new();
    for one in asked {
        let Some(came) = Came::of(one.how) else {
            continue;
        };
        parties
            .entry(&one.party)
            .or_default()
            .entry((one.on, one.meeting))
            .and_modify(|best| *best = came.min(*best))
            .or_insert(came);
    }
    parties
        .into_iter()
        .map(|(party, meetings)| counted(party.clone(), &meetings))
        .collect()
}

fn counted(party: Party, meetings: &BTreeMap<(NaiveDate, MeetingId), Came>) -> Attendance {
    let count = |wanted: Came| {
        let found = meetings.values().filter(|came| **came == wanted).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    Attendance {
        invited: u32::try_from(meetings.len()).unwrap_or(u32::MAX),
        came: count(Came::InRoom),
        from_afar: count(Came::FromAfar),
        sent: count(Came::SentSomeone),
        apologies: count(Came::Apologies),
        absent: count(Came::Absent),
        not_noted: count(Came::NotNoted),
        missed_twice: match party {
            Party::Agency(_) => missed_twice(meetings),
            Party::Other | Party::YoungPerson | Party::Family => None,
        },
        party,
    }
}

fn missed_twice(meetings: &BTreeMap<(NaiveDate, MeetingId), Came>) -> Option<[NaiveDate; 2]> {
    let mut noted = meetings
        .iter()
        .rev()
        .filter(|(_, came)| **came != Came::NotNoted);
    let (((last, _), came_last), ((before, _), came_before)) = (noted.next()?, noted.next()?);
    (came_last.is_missed() && came_before.is_missed()).then_some([*last, *before])
}

/// The agencies to mark while inviting to a meeting of a case: those that missed its last two,
/// then those that missed the last two of any cases.
pub fn missed_while_inviting(in_case: &[Asked], in_all: &[Asked]) -> Vec<MissedTwice> {
    let marked = |asked: &[Asked], is_in_this_case: bool| {
        by_party(asked)
            .into_iter()
            .filter_map(move |one| match (one.party, one.missed_twice) {
                (Party::Agency(agency), Some(days)) => Some(MissedTwice {
                    agency,
                    days,
                    is_in_this_case,
                }),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let mut missed = marked(in_case, true);
    for other in marked(in_all, false) {
        if missed.iter().all(|one| one.agency != other.agency) {
            missed.push(other);
        }
    }
    missed
}
