//! Calendar files: an invitation, its change or its cancellation as iCalendar (RFC 5545, RFC 5546).
//!
//! Times are in UTC, which every calendar shows by its own clock. A shared telephone may show the
//! entry to anybody: it is private, says nothing of what is spoken of, and a family's not even who
//! asks them. Addresses of people are not known here, so attendees stand under no address.

use icalendar::{
    Attendee, Calendar, Class, Component, Event, EventLike, EventStatus, PartStat, Property,
};

use super::place_line;
use crate::domain::invitation::{Call, CallKind, Contact, Letter, Place};
use crate::domain::plain_text::{clean, clean_multiline};
use crate::words::{Key, Words};

/// Who made the file (RFC 5545, 3.7.3), in words that say nothing of what for.
const MADE_BY: &str = "-//Meetings//Calendar//EN";
/// Stands where an address is needed and none is known.
const NO_ADDRESS: &str = "invalid:nomail";

/// The file.
pub fn file(letter: &Letter, words: &Words) -> String {
    let said = said(letter, words);
    let Said { call, contact, .. } = &said;
    let is_cancelled = call.kind == CallKind::Cancel;
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", contact.email));
    if let Some(name) = &said.organizer {
        organizer.add_parameter("CN", &parameter(name));
    }
    let attendee = Attendee::new(NO_ADDRESS.to_owned())
        .cn(parameter(&said.attendee))
        .partstat(PartStat::NeedsAction)
        .rsvp(!is_cancelled);
    let mut event = Event::new();
    event
        .uid(&call.uid)
        .sequence(call.sequence)
        .timestamp(call.stamp)
        .starts(call.from)
        .ends(call.to)
        .summary(&clean(&said.summary))
        .location(&clean(&place_line(said.place, words)))
        .description(&clean_multiline(&said.description))
        .class(Class::Private)
        .status(if is_cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        })
        .append_property(organizer)
        .attendee(attendee);
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", MADE_BY),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", if is_cancelled { "CANCEL" } else { "REQUEST" }),
    ] {
        calendar.append_property((key, value));
    }
    calendar.push(event.done());
    folded(&calendar.to_string())
}

/// What a calendar shows.
struct Said<'a> {
    call: &'a Call,
    place: &'a Place,
    contact: &'a Contact,
    summary: String,
    description: String,
    /// Who asks; a family's entry does not say.
    organizer: Option<String>,
    attendee: String,
}

fn said<'a>(letter: &'a Letter, words: &Words) -> Said<'a> {
    let answer = |contact: &Contact| {
        words.with(
            Key::LetterCalendarAnswer,
            &[
                ("telephone", contact.telephone.as_str().into()),
                ("email", contact.email.as_str().into()),
            ],
        )
    };
    match letter {
        Letter::Professional(letter) => {
            let parts = [
                (Key::LetterCalendarPart1, &letter.part1),
                (Key::LetterCalendarPart2, &letter.part2),
            ];
            let mut lines: Vec<String> = parts
                .into_iter()
                .filter_map(|(key, part)| {
                    let part = part.as_ref()?;
                    let (start, end) = (words.time(part.start), words.time(part.end));
                    Some(words.with(key, &[("start", start.into()), ("end", end.into())]))
                })
                .collect();
            lines.push(answer(&letter.contact));
            Said {
                call: &letter.call,
                place: &letter.place,
                contact: &letter.contact,
                summary: words.with(
                    Key::LetterCalendarSummary,
                    &[("reference", letter.reference.as_str().into())],
                ),
                description: lines.join("\n"),
                organizer: Some(letter.contact.name.say(words.language()).to_owned()),
                attendee: if letter.to.name.is_empty() {
                    letter.to.agency.say(words.language()).to_owned()
                } else {
                    letter.to.name.clone()
                },
            }
        }
        Letter::Family(letter) => Said {
            call: &letter.call,
            place: &letter.place,
            contact: &letter.contact,
            summary: words.say(Key::LetterCalendarFamilySummary).to_owned(),
            description: answer(&letter.contact),
            organizer: None,
            attendee: letter.to.as_str().to_owned(),
        },
    }
}

/// The same lines, none longer than 75 octets (RFC 5545, 3.1): the crate counts the space at the
/// beginning of a continued line too little.
fn folded(file: &str) -> String {
    const LONGEST_OCTETS: usize = 75;
    let mut folded = String::with_capacity(file.len());
    for line in file.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut octets = 0;
        for letter in line.trim_end_matches("\r\n").chars() {
            if octets + letter.len_utf8() > LONGEST_OCTETS {
                folded.push_str("\r\n ");
                octets = 1;
            }
            folded.push(letter);
            octets += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// A parameter has no way to hold a quotation mark or a line break (RFC 5545, 3.2).
fn parameter(text: &str) -> String {
    let text = clean(text).replace('"', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
