//! The fields of each form, filled in from the sheet.

use chrono::NaiveDate;

use crate::app::form::{Field, Form, Reads, Typed};
use crate::domain::invitation::{Answer, Invitation, Step};
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{Advocate, Asked, HeldBack, Prepared, Report, Sheet};
use crate::words::Key as W;

pub(super) const SOMETHING: &str = "something";
pub(super) const NOTHING: &str = "nothing";
pub(super) const WITHDRAWN: &str = "withdrawn";
/// Everybody who is owed something.
const OWED: &str = "owed";
/// The person who is selected.
const THIS: &str = "this";
/// Everybody who is asked.
const ALL: &str = "all";

/// Words with a stable name of their own.
fn words<T: Copy + Into<&'static str>>(list: &[(T, W)]) -> Vec<(String, W)> {
    let named = list.iter().map(|(one, word)| {
        let name: &'static str = (*one).into();
        (name.to_owned(), *word)
    });
    named.collect()
}

fn filled(fields: Vec<Field>, values: &[(&'static str, Typed)]) -> Form {
    let mut form = Form::new(fields);
    for (id, typed) in values {
        form.put(id, typed);
    }
    form
}

fn text(given: &str) -> Typed {
    Typed::Text(given.to_owned())
}

fn day(given: Option<NaiveDate>) -> Typed {
    Typed::Text(given.map_or_else(String::new, |day| day.format("%d/%m/%Y").to_string()))
}

fn word(given: &'static str) -> Typed {
    Typed::One(Some(given.to_owned()))
}

/// What an answer to an invitation is called.
const ANSWERS: &[(Answer, W)] = &[
    (Answer::Coming, W::InvitationsComing),
    (Answer::Sending, W::InvitationsSending),
    (Answer::NotComing, W::InvitationsNotComing),
    (Answer::None, W::InvitationsNoAnswer),
];

pub(super) fn person_form(one: &Prepared) -> Form {
    let given = &one.preparation;
    let comes = one.comes();
    let mut fields = vec![
        Field::reading("told-on", W::PreparationToldOn, Reads::DayPast),
        Field::line("told-by", W::PreparationToldBy),
        Field::line("told-how", W::PreparationToldHow),
        Field::text("wants", W::PreparationWants),
        Field::line("said-by", W::PreparationSaidBy),
    ];
    if comes {
        fields.push(Field::line("beside", W::PreparationBeside));
    }
    fields.extend([
        Field::one(
            "advocate",
            W::PreparationAdvocate,
            words(&[
                (Advocate::NotOffered, W::PreparationAdvocateNotOffered),
                (Advocate::Offered, W::PreparationAdvocateOffered),
                (Advocate::Accepted, W::PreparationAdvocateAccepted),
                (Advocate::Declined, W::PreparationAdvocateDeclined),
            ]),
        ),
        Field::reading("advocate-on", W::PreparationAdvocateOn, Reads::DayPast),
        Field::one(
            "language",
            W::PreparationLanguage,
            words(&[
                (ChosenLanguage::NotAsked, W::ReferralLanguageNotAsked),
                (ChosenLanguage::English, W::ReferralLanguageEnglish),
                (ChosenLanguage::Welsh, W::ReferralLanguageWelsh),
                (ChosenLanguage::Other, W::ReferralLanguageOther),
            ]),
        ),
    ]);
    if comes {
        fields.extend([
            Field::line("transport", W::PreparationTransport),
            Field::line("venue", W::PreparationVenueHard),
        ]);
    }
    let mut none_of = vec![(Asked::WantsToSay, W::PreparationNothingToSay)];
    if comes {
        none_of.extend([
            (Asked::BesideThem, W::PreparationNobodyBeside),
            (Asked::Transport, W::PreparationNoTransport),
            (Asked::VenueHard, W::PreparationNothingHard),
        ]);
    }
    fields.push(Field::many(
        "nothing",
        W::PreparationNothing,
        words(&none_of),
    ));
    // Told before the meeting moved: what is asked for is the telling to come.
    let told = |words: &str| text(if given.tell_again { "" } else { words });
    let nothing = given.nothing.iter().map(|asked| {
        let name: &'static str = (*asked).into();
        name.to_owned()
    });
    filled(
        fields,
        &[
            ("told-on", day(given.told_on.filter(|_| !given.tell_again))),
            ("told-by", told(given.told_by.for_professionals())),
            ("told-how", told(given.told_how.for_professionals())),
            ("wants", text(given.wants_to_say.as_str())),
            ("said-by", text(given.said_by.as_str())),
            ("beside", text(given.beside_them.as_str())),
            ("advocate", word(given.advocate.into())),
            ("advocate-on", day(given.advocate_on)),
            ("language", word(given.language.into())),
            ("transport", text(given.transport.for_professionals())),
            ("venue", text(given.venue_hard.for_professionals())),
            ("nothing", Typed::Many(nothing.collect())),
        ],
    )
}

pub(super) fn held_back_form(note: Option<&HeldBack>) -> Form {
    let mut choices = vec![
        (SOMETHING, W::PreparationHeldSomething),
        (NOTHING, W::PreparationHeldNothing),
    ];
    if note.is_some() {
        choices.push((WITHDRAWN, W::PreparationHeldWithdrawn));
    }
    let fields = vec![
        Field::one("held", W::PreparationHeld, words(&choices)).needed(),
        Field::text("what", W::PreparationWhat),
        Field::text("reason", W::PreparationWhy),
        Field::line("agreed-by", W::PreparationAgreedBy).needed(),
    ];
    let Some(note) = note else {
        return Form::new(fields);
    };
    let (held, what, reason) = match &note.withheld {
        Some(given) => (
            SOMETHING,
            given.what.for_professionals(),
            given.reason.for_professionals(),
        ),
        None => (NOTHING, "", ""),
    };
    filled(
        fields,
        &[
            ("held", word(held)),
            ("what", text(what)),
            ("reason", text(reason)),
            ("agreed-by", text(note.agreed_by.for_professionals())),
        ],
    )
}

pub(super) fn report_form(report: Option<&Report>, today: NaiveDate) -> Form {
    let fields = vec![
        Field::reading("received", W::PreparationReceived, Reads::DayPast),
        Field::line("note", W::PreparationNote),
    ];
    let (on, note) = report.map_or((today, ""), |report| {
        (report.received_on, report.note.for_professionals())
    });
    filled(fields, &[("received", day(Some(on))), ("note", text(note))])
}

pub(super) fn answer_form(invitation: &Invitation) -> Form {
    let fields = vec![
        Field::one("answer", W::InvitationsAnswer, words(ANSWERS)).needed(),
        Field::line("note", W::InvitationsNote),
    ];
    let note = invitation.answer_note.for_professionals();
    filled(
        fields,
        &[
            ("answer", word(invitation.answer.into())),
            ("note", text(note)),
        ],
    )
}

pub(super) fn write_form(sheet: &Sheet, person: Option<i64>, folder: &str) -> Form {
    let steps = sheet.steps();
    let mut choices = Vec::new();
    if steps.iter().any(|step| step.is_owed()) {
        choices.push((OWED, W::InvitationsWhomOwed));
    }
    if person.is_some_and(|row| is_written_to(sheet, row)) {
        choices.push((THIS, W::InvitationsWhomThis));
    }
    choices.push((ALL, W::InvitationsWhomAll));
    let first = choices.first().map_or(ALL, |(id, _)| *id);
    let fields = vec![
        Field::line("folder", W::InvitationsFolder).needed(),
        Field::one("whom", W::InvitationsWhom, words(&choices)).needed(),
    ];
    filled(fields, &[("folder", text(folder)), ("whom", word(first))])
}

/// The rows of those whom the form of writing means.
pub(super) fn chosen_people(form: &Form, sheet: &Sheet, person: Option<i64>) -> Vec<i64> {
    let whom = form.chosen("whom");
    let meant = |row: i64, step: Step| match whom.as_deref() {
        Some(OWED) => step.is_owed(),
        Some(THIS) => person == Some(row) && step != Step::NotAsked,
        Some(ALL) => step != Step::NotAsked,
        _ => false,
    };
    let people = sheet.invitations.iter().zip(sheet.steps());
    people
        .filter_map(|((person, _), step)| Some((person.row?, step)))
        .filter(|(row, step)| meant(*row, *step))
        .map(|(row, _)| row)
        .collect()
}

fn is_written_to(sheet: &Sheet, row: i64) -> bool {
    let mut people = sheet.invitations.iter().zip(sheet.steps());
    people.any(|((person, _), step)| person.row == Some(row) && step != Step::NotAsked)
}
