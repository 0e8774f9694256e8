//! The family's minutes: who was there, what they heard, what they said, what was agreed.

use super::phrases::{Lines, heard, one_line, plan, venue};
use crate::domain::minutes::FamilySource;
use crate::domain::rules::Rules;
use crate::words::{Key, Words};

pub(super) fn draft(source: &FamilySource, words: &Words, rules: &Rules) -> String {
    let mut lines = Lines::default();
    lines.heading(words.say(Key::MinutesDraftOurMeeting));
    let given = [
        ("day", words.date_long(source.day).into()),
        ("venue", venue(&source.venue, words, rules).into()),
    ];
    lines.plain(&words.with(Key::MinutesDraftWeMet, &given));
    if !source.chair.as_str().is_empty() {
        let chair = [("name", source.chair.as_str().into())];
        lines.plain(&words.with(Key::MinutesDraftLed, &chair));
    }
    if !source.here.is_empty() {
        lines.heading(words.say(Key::MinutesDraftWho));
        for (name, role) in &source.here {
            if role.as_str().trim().is_empty() {
                lines.point(name.as_str());
            } else {
                let given = [
                    ("name", name.as_str().into()),
                    ("role", one_line(role.as_str()).into()),
                ];
                lines.point(&words.with(Key::MinutesDraftNameRole, &given));
            }
        }
    }
    if !source.released.is_empty() {
        lines.heading(words.say(Key::MinutesDraftTalked));
        for said in &source.released {
            lines.point(said.as_str());
        }
    }
    for one in &source.heard {
        heard(&mut lines, one, words);
    }
    if let Some(made) = &source.plan {
        plan(&mut lines, made, words);
    }
    lines.heading(words.say(Key::MinutesDraftNext));
    match source.next_on {
        Some(day) => lines.plain(&words.date_long(day)),
        None => lines.plain(words.say(Key::MinutesDraftNextOpen)),
    }
    lines.blank();
    lines.plain(words.say(Key::MinutesDraftNotRight));
    lines.whole()
}
