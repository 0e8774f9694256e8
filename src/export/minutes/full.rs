//! The full minutes: attendance by agency, all that was said and what of it the family heard, the
//! plan with what is done against those who cause the harm, the decision with its reasons.

use strum::IntoEnumIterator;

use super::phrases::{Lines, action, agency, heard, one_line, plan, venue};
use crate::domain::attendance::How;
use crate::domain::meeting::MeetingKind;
use crate::domain::minutes::{Attended, FullSource, ItemChange, ItemSection, Said};
use crate::domain::plan::ActionStatus;
use crate::domain::protocol::{ProtocolDecision, ProtocolOutcome};
use crate::domain::rules::Rules;
use crate::words::{Key, Words};

pub(super) fn draft(source: &FullSource, words: &Words, rules: &Rules) -> String {
    let mut lines = Lines::default();
    opening(&mut lines, source, words, rules);
    for part in [1, 2] {
        attendance(&mut lines, source, part, words, rules);
    }
    for section in ItemSection::iter() {
        items(&mut lines, source, section, words, rules);
    }
    for one in &source.heard {
        heard(&mut lines, one, words);
    }
    if let Some(made) = &source.plan {
        plan(&mut lines, &made.shared, words);
        let mut against = made.against_harm.iter().peekable();
        if against.peek().is_some() {
            lines.heading(words.say(Key::MinutesDraftAgainstHarm));
        }
        for one in against.filter(|one| one.status != ActionStatus::Dropped) {
            let said = [
                one.what.for_professionals(),
                one.who.for_professionals(),
                one.how_we_know.for_professionals(),
            ];
            lines.point(&action(said, one.by, words));
        }
    }
    if let Some(decided) = &source.decision {
        decision(&mut lines, decided, words, rules);
    }
    lines.heading(words.say(Key::MinutesDraftNextFull));
    match source.next_on {
        Some(day) => lines.plain(&words.date_long(day)),
        None => lines.plain(words.say(Key::MinutesDraftNextNone)),
    }
    lines.whole()
}

fn opening(lines: &mut Lines, source: &FullSource, words: &Words, rules: &Rules) {
    let plan = &source.meeting.plan;
    lines.heading(words.say(match plan.kind {
        MeetingKind::Initial => Key::MinutesDraftInitial,
        MeetingKind::Review => Key::MinutesDraftReview,
    }));
    let given = [
        ("name", source.case.full_name().into()),
        ("reference", source.case.reference.as_str().into()),
    ];
    lines.plain(&words.with(Key::MinutesDraftOfWhom, &given));
    let given = [
        ("day", words.date_long(plan.day).into()),
        ("time", words.time(plan.part1.start).into()),
        ("venue", venue(&plan.venue, words, rules).into()),
    ];
    lines.plain(&words.with(Key::MinutesDraftHeldAt, &given));
    if !source.chair.is_empty() {
        lines.named(words, Key::MinutesDraftChair, &source.chair);
    }
    let taker = source.record_taker.for_professionals();
    lines.named(words, Key::MinutesDraftRecordTaker, taker);
    let none = source.no_part2.for_professionals();
    lines.named(words, Key::MinutesDraftNoPart2, none);
    let cut = source.cut_short.for_professionals();
    lines.named(words, Key::MinutesDraftCutShort, cut);
}

fn attendance(lines: &mut Lines, source: &FullSource, part: u8, words: &Words, rules: &Rules) {
    let mut there = source
        .attended
        .iter()
        .filter(|one| one.part == part)
        .peekable();
    if there.peek().is_none() {
        return;
    }
    lines.heading(words.say(if part == 1 {
        Key::MinutesDraftPart1
    } else {
        Key::MinutesDraftPart2
    }));
    for one in there {
        lines.point(&attended(one, words, rules));
    }
}

fn attended(one: &Attended, words: &Words, rules: &Rules) -> String {
    let agency = agency(&one.agency, words, rules);
    let who: Vec<&str> = [one.name.as_str(), &agency, &one.role]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let how = match one.how {
        How::Present => Key::MinutesAttendedPresent,
        How::ByPhone => Key::MinutesAttendedByPhone,
        How::ByVideo => Key::MinutesAttendedByVideo,
        How::Represented => Key::MinutesAttendedRepresented,
        How::Apologies => Key::MinutesAttendedApologies,
        How::Absent => Key::MinutesAttendedAbsent,
        How::NotAsked => Key::MinutesAttendedNotAsked,
        How::LeftEarly => Key::MinutesAttendedLeftEarly,
    };
    let given = [
        ("who", who.join(", ").into()),
        ("how", words.say(how).into()),
    ];
    let mut said = words.with(Key::MinutesDraftAttended, &given);
    if !one.represented_by.is_empty() {
        said.push(' ');
        said.push_str(&one.represented_by);
    }
    let note = one.note.for_professionals().trim();
    if !note.is_empty() {
        said.push_str(": ");
        said.push_str(note);
    }
    said
}

fn items(
    lines: &mut Lines,
    source: &FullSource,
    section: ItemSection,
    words: &Words,
    rules: &Rules,
) {
    let mut of_section = source
        .items
        .iter()
        .filter(|item| item.section == section)
        .peekable();
    if of_section.peek().is_none() {
        return;
    }
    lines.heading(words.say(match section {
        ItemSection::SinceLast => Key::MinutesDraftSinceLast,
        ItemSection::Seraf => Key::MinutesDraftSeraf,
        ItemSection::Circumstances => Key::MinutesDraftCircumstances,
        ItemSection::WiderRisks => Key::MinutesDraftWiderRisks,
        ItemSection::Support => Key::MinutesDraftSupportOffered,
        ItemSection::Other => Key::MinutesDraftOther,
    }));
    for item in of_section {
        lines.point(&said(item, words, rules));
    }
}

fn said(item: &Said, words: &Words, rules: &Rules) -> String {
    let change = item.change.map(|change| {
        words.say(match change {
            ItemChange::Reduced => Key::MinutesChangeReduced,
            ItemChange::Increased => Key::MinutesChangeIncreased,
            ItemChange::New => Key::MinutesChangeNew,
        })
    });
    let agency = agency(&item.agency, words, rules);
    let before: Vec<&str> = [change.unwrap_or(""), &agency]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let text = one_line(item.words.for_professionals());
    let mut said = if before.is_empty() {
        text
    } else {
        format!("{}: {text}", before.join(", "))
    };
    said.push(' ');
    match &item.family_words {
        None => said.push_str(words.say(Key::MinutesDraftNotShared)),
        Some(heard) => {
            let given = [("words", one_line(heard.as_str()).into())];
            said.push_str(&words.with(Key::MinutesDraftShared, &given));
        }
    }
    said
}

fn decision(lines: &mut Lines, decided: &ProtocolDecision, words: &Words, rules: &Rules) {
    lines.heading(words.say(Key::MinutesDraftDecision));
    lines.plain(words.say(match decided.outcome {
        ProtocolOutcome::PutOn => Key::ProtocolPutOn,
        ProtocolOutcome::NotPutOn => Key::ProtocolNotPutOn,
        ProtocolOutcome::Stay => Key::ProtocolStay,
        ProtocolOutcome::Remove => Key::ProtocolRemove,
    }));
    let reason = decided.reason.for_professionals();
    lines.named(words, Key::MinutesDraftReason, reason);
    for (ids, what) in [
        (&decided.met, Key::MinutesDraftMet),
        (&decided.unmet, Key::MinutesDraftUnmet),
    ] {
        for id in ids {
            let criterion = rules.policies.protocol_criteria.get(id);
            let text = criterion.map_or(id.as_str(), |one| one.text.say(words.language()));
            lines.named(words, what, text);
        }
    }
    let dissent = decided.dissent.for_professionals();
    lines.named(words, Key::MinutesDraftDissent, dissent);
}
