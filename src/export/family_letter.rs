//! What the young person, one of the family or the advocate reads: Part 2 only, in plain words.
//!
//! It says honestly that professionals meet first, who will be in the room and why, and what
//! people may ask for. Nothing in it names the protocol, the reference or the worry.

use super::word::{Block, Letters, Page};
use super::{ask_line, contact_line, place_line};
use crate::domain::invitation::{CallKind, FamilyLetter, Guest, Someone};
use crate::words::{Key, Words};

pub(super) fn page(letter: &FamilyLetter, words: &Words) -> Page {
    let say = |key| words.say(key).to_owned();
    let title = match letter.call.kind {
        CallKind::Invite => Key::LetterFamilyTitle,
        CallKind::Update => Key::LetterFamilyTitleChanged,
        CallKind::Cancel => Key::LetterFamilyTitleCancelled,
    };
    let mut blocks = vec![
        Block::Title(say(title)),
        Block::Text(words.with(Key::LetterHello, &[("name", letter.to.as_str().into())])),
    ];
    match letter.call.kind {
        CallKind::Invite => {}
        CallKind::Update => blocks.push(Block::Strong(match letter.call.was {
            Some(was) => words.with(
                Key::LetterFamilyChangedFrom,
                &[
                    ("day", words.date_long(was.date()).into()),
                    ("time", words.time(was.time()).into()),
                ],
            ),
            None => say(Key::LetterFamilyChanged),
        })),
        CallKind::Cancel => {
            let day = letter.call.was.map_or(letter.day, |was| was.date());
            let day = words.date_long(day);
            blocks.push(Block::Strong(
                words.with(Key::LetterFamilyCancelled, &[("day", day.into())]),
            ));
            blocks.push(Block::Text(say(Key::LetterFamilyCancelledWhy)));
            blocks.push(Block::Text(ask_line(&letter.contact, words)));
            return whole(blocks);
        }
    }
    let young = letter.young_person.as_str();
    blocks.push(Block::Text(match letter.guest {
        Guest::YoungPerson => say(Key::LetterIntroYoungPerson),
        Guest::Family => words.with(Key::LetterIntroFamily, &[("name", young.into())]),
        Guest::Advocate => words.with(Key::LetterIntroAdvocate, &[("name", young.into())]),
    }));
    blocks.push(Block::Facts(facts(letter, words)));
    if letter.place.is_video {
        blocks.push(Block::Text(say(Key::LetterFamilyVideo)));
    }
    // On the first page, whatever comes after it.
    blocks.push(Block::Heading(say(Key::LetterAnswer)));
    blocks.push(Block::Text(contact_line(&letter.contact, words)));
    blocks.push(Block::Heading(say(Key::LetterWho)));
    blocks.push(Block::List(who(letter, words)));
    blocks.push(Block::Heading(say(Key::LetterWhat)));
    blocks.push(Block::Text(say(Key::LetterWorkersFirst)));
    if !letter.agenda.is_empty() {
        let agenda = letter.agenda.iter().map(|item| item.as_str().to_owned());
        blocks.push(Block::List(agenda.collect()));
    }
    if letter.guest != Guest::Advocate {
        blocks.push(Block::Heading(say(Key::LetterBefore)));
        let beside = letter.beside_them.as_str();
        let beside = if beside.is_empty() {
            say(Key::LetterBesideAnybody)
        } else {
            words.with(Key::LetterBeside, &[("name", beside.into())])
        };
        blocks.push(Block::List(vec![
            say(Key::LetterSayYourWay),
            beside,
            say(Key::LetterAdvocate),
            say(Key::LetterLanguage),
            say(Key::LetterHard),
            say(Key::LetterBreak),
        ]));
    }
    whole(blocks)
}

fn whole(blocks: Vec<Block>) -> Page {
    Page {
        letters: Letters::Large,
        blocks,
        foot: None,
    }
}

fn facts(letter: &FamilyLetter, words: &Words) -> Vec<(String, String)> {
    let say = |key| words.say(key).to_owned();
    vec![
        (say(Key::LetterDay), words.date_long(letter.day)),
        (say(Key::LetterArrive), words.time(letter.arrive)),
        (say(Key::LetterUntil), words.time(letter.until)),
        (say(Key::LetterWhere), place_line(&letter.place, words)),
    ]
}

fn who(letter: &FamilyLetter, words: &Words) -> Vec<String> {
    let line = |someone: &Someone| {
        let (name, here_as) = (someone.name.as_str(), someone.here_as.as_str());
        if here_as.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({here_as})")
        }
    };
    let mut lines = Vec::new();
    if !letter.chair.as_str().is_empty() {
        let chair = letter.chair.as_str();
        lines.push(words.with(Key::LetterChairLeads, &[("name", chair.into())]));
    }
    lines.extend(letter.others.iter().map(line));
    lines
}
