//! Approved minutes as a page for paper, with what stands beside them.
//!
//! The family's page takes the family's minutes and what the young person is called: no name of
//! the family, no reference, no name of who asked for a correction.

use chrono::NaiveDate;
use chrono_tz::Europe::London;

use crate::domain::case::CaseBrief;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{
    Approval, FamilyMinutes, FullMinutes, LineKind, MinutesKind, line_of,
};
use crate::domain::sharing::Shareable;
use crate::export::word::{Block, Letters, Page};
use crate::words::{Key, Words};

/// The full minutes on paper.
pub fn full_page(
    case: &CaseBrief,
    meeting: &Meeting,
    minutes: &FullMinutes,
    words: &Words,
) -> Page {
    let mut blocks = vec![
        Block::Title(words.say(Key::MinutesPageFull).to_owned()),
        Block::Strong(words.say(Key::MinutesPageFullFor).to_owned()),
        Block::Facts(vec![
            (
                words.say(Key::MinutesPageYoungPerson).to_owned(),
                format!("{}, {}", case.full_name(), case.reference),
            ),
            (
                words.say(Key::MinutesPageMeeting).to_owned(),
                words.date_long(meeting.plan.day),
            ),
            (
                words.say(Key::MinutesPageApproved).to_owned(),
                approval(minutes.approved.as_ref(), words),
            ),
        ]),
    ];
    blocks.extend(body(minutes.words.for_professionals()));
    if !minutes.corrections.is_empty() {
        blocks.push(Block::Heading(
            words.say(Key::MinutesPageCorrections).to_owned(),
        ));
        let said = minutes.corrections.iter().map(|one| {
            let given = [
                ("day", words.date_with_year(one.asked_on).into()),
                ("name", one.asked_by.for_professionals().into()),
                ("words", one.words.for_professionals().into()),
            ];
            words.with(Key::MinutesPageCorrectionBy, &given)
        });
        blocks.push(Block::List(said.collect()));
    }
    Page {
        letters: Letters::Usual,
        blocks,
        foot: Some(words.say(Key::MinutesPageFullFoot).to_owned()),
    }
}

/// The family's minutes on paper, in large letters.
///
/// The full minutes do not fit:
///
/// ```compile_fail,E0308
/// use diogel::domain::minutes::FullMinutes;
/// use diogel::domain::sharing::Shareable;
/// use diogel::words::Words;
/// fn slip(called: &Shareable, day: chrono::NaiveDate, full: &FullMinutes, words: &Words) {
///     diogel::export::minutes::family_page(called, day, full, words);
/// }
/// ```
pub fn family_page(
    called: &Shareable,
    day: NaiveDate,
    minutes: &FamilyMinutes,
    words: &Words,
) -> Page {
    let given = [("name", called.as_str().into())];
    let mut blocks = vec![Block::Title(words.with(Key::MinutesPageFamily, &given))];
    blocks.push(Block::Text(words.date_long(day)));
    if minutes.approved.is_none() {
        blocks.push(Block::Strong(words.say(Key::MinutesPageDraft).to_owned()));
    }
    blocks.extend(body(minutes.words.as_str()));
    if !minutes.corrections.is_empty() {
        blocks.push(Block::Heading(
            words.say(Key::MinutesPageCorrections).to_owned(),
        ));
        let said = minutes.corrections.iter().map(|one| {
            let given = [
                ("day", words.date_with_year(one.asked_on).into()),
                ("words", one.words.as_str().into()),
            ];
            words.with(Key::MinutesPageCorrection, &given)
        });
        blocks.push(Block::List(said.collect()));
    }
    Page {
        letters: Letters::Large,
        blocks,
        foot: None,
    }
}

/// The name of the document without its ending. A family's says no more than that there was a
/// meeting.
pub fn stem(kind: MinutesKind, case: &CaseBrief, day: NaiveDate, words: &Words) -> String {
    match kind {
        MinutesKind::Full => {
            let what = words.say(Key::MinutesFileFull);
            format!("{}-{day}-{what}", case.reference)
        }
        MinutesKind::Family => format!("{}-{day}", words.say(Key::MinutesFileFamily)),
    }
}

fn approval(approved: Option<&Approval>, words: &Words) -> String {
    match approved {
        None => words.say(Key::MinutesPageDraft).to_owned(),
        Some(approval) => {
            let day = approval.at.with_timezone(&London).date_naive();
            format!("{}, {}", approval.by, words.date_with_year(day))
        }
    }
}

/// The words as blocks: headings, points gathered into lists, and sentences.
fn body(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut points: Vec<String> = Vec::new();
    for line in text.lines() {
        let (kind, said) = line_of(line);
        if kind == LineKind::Point {
            points.push(said.to_owned());
            continue;
        }
        if !points.is_empty() {
            blocks.push(Block::List(std::mem::take(&mut points)));
        }
        match kind {
            LineKind::Heading => blocks.push(Block::Heading(said.to_owned())),
            LineKind::Plain => blocks.push(Block::Text(said.to_owned())),
            LineKind::Point | LineKind::Blank => {}
        }
    }
    if !points.is_empty() {
        blocks.push(Block::List(points));
    }
    blocks
}
