//! What a professional reads: both parts, what their agency is asked for, and that it is
//! confidential.

use super::word::{Block, Letters, Page};
use super::{ask_line, contact_line, place_line};
use crate::domain::invitation::{CallKind, PartCall, ProfessionalLetter};
use crate::domain::meeting::MeetingKind;
use crate::words::{Key, Words};

pub(super) fn page(letter: &ProfessionalLetter, words: &Words) -> Page {
    let say = |key| words.say(key).to_owned();
    let mut blocks = vec![Block::Title(say(title(letter)))];
    blocks.push(Block::Text(to(letter, words)));
    if letter.call.kind == CallKind::Cancel {
        let (day, time) = letter.call.was.map_or_else(
            || (letter.day, String::new()),
            |was| (was.date(), words.time(was.time())),
        );
        blocks.push(Block::Strong(words.with(
            Key::LetterCancelledProfessional,
            &[
                ("day", words.date_long(day).into()),
                ("time", time.into()),
                ("reference", letter.reference.as_str().into()),
            ],
        )));
        blocks.push(Block::Text(ask_line(&letter.contact, words)));
        return whole(blocks, words);
    }
    if letter.call.kind == CallKind::Update {
        blocks.push(Block::Strong(match letter.call.was {
            Some(was) => words.with(
                Key::LetterChangedFrom,
                &[
                    ("day", words.date_long(was.date()).into()),
                    ("time", words.time(was.time()).into()),
                ],
            ),
            None => say(Key::LetterChanged),
        }));
    }
    blocks.push(Block::Text(say(Key::LetterProfessionalIntro)));
    blocks.push(Block::Facts(facts(letter, words)));
    let agendas = [
        (Key::LetterAgendaPart1, &letter.part1),
        (Key::LetterAgendaPart2, &letter.part2),
    ];
    for (heading, part) in agendas {
        if let Some(part) = part
            && !part.agenda.is_empty()
        {
            blocks.push(Block::Heading(say(heading)));
            blocks.push(Block::List(part.agenda.clone()));
        }
    }
    blocks.push(Block::Heading(say(Key::LetterAsked)));
    let mut asked = Vec::new();
    if let Some(by) = letter.report_by {
        let by = words.date_long(by);
        asked.push(words.with(Key::LetterAskedReport, &[("day", by.into())]));
    }
    if letter.part1.is_some() {
        asked.push(say(Key::LetterAskedHeldBack));
    }
    asked.push(say(Key::LetterAskedDecide));
    asked.push(say(Key::LetterAskedWelsh));
    blocks.push(Block::List(asked));
    blocks.push(Block::Text(contact_line(&letter.contact, words)));
    whole(blocks, words)
}

fn whole(blocks: Vec<Block>, words: &Words) -> Page {
    Page {
        letters: Letters::Usual,
        blocks,
        foot: Some(words.say(Key::LetterConfidential).to_owned()),
    }
}

fn title(letter: &ProfessionalLetter) -> Key {
    match (letter.call.kind, letter.kind) {
        (CallKind::Invite, MeetingKind::Initial) => Key::LetterTitleInitial,
        (CallKind::Invite, MeetingKind::Review) => Key::LetterTitleReview,
        (CallKind::Update, MeetingKind::Initial) => Key::LetterTitleInitialChanged,
        (CallKind::Update, MeetingKind::Review) => Key::LetterTitleReviewChanged,
        (CallKind::Cancel, MeetingKind::Initial) => Key::LetterTitleInitialCancelled,
        (CallKind::Cancel, MeetingKind::Review) => Key::LetterTitleReviewCancelled,
    }
}

fn to(letter: &ProfessionalLetter, words: &Words) -> String {
    let agency = letter.to.agency.say(words.language());
    let lines = [letter.to.name.as_str(), letter.to.role.as_str(), agency];
    let given: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    given.join("\n")
}

fn facts(letter: &ProfessionalLetter, words: &Words) -> Vec<(String, String)> {
    let say = |key| words.say(key).to_owned();
    let hours = |part: &PartCall| format!("{}–{}", words.time(part.start), words.time(part.end));
    let mut facts = vec![
        (
            say(Key::LetterYoungPerson),
            format!(
                "{} ({})",
                letter.young_person.for_professionals(),
                letter.reference
            ),
        ),
        (say(Key::LetterDay), words.date_long(letter.day)),
    ];
    if let Some(part) = &letter.part1 {
        let says = words.with(Key::LetterPart1Says, &[("hours", hours(part).into())]);
        facts.push((say(Key::LetterPart1), says));
    }
    if let Some(part) = &letter.part2 {
        let says = words.with(Key::LetterPart2Says, &[("hours", hours(part).into())]);
        facts.push((say(Key::LetterPart2), says));
    }
    facts.push((say(Key::LetterWhere), place_line(&letter.place, words)));
    if !letter.chair.is_empty() {
        facts.push((say(Key::LetterChair), letter.chair.clone()));
    }
    facts
}
