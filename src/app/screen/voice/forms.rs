//! The forms of the voice's screen: recording what was said, an answer to it, what was told.

use chrono::NaiveDate;
use strum::IntoEnumIterator;

use crate::app::cx::Cx;
use crate::app::form::{Called, Field, Form, Reads, Typed};
use crate::domain::case::CaseId;
use crate::domain::date_words::{self, Prefer};
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Difference, Feeling, Heard, HeardFault, HeardHow, NewTold, News, Speaker, SupportFelt, VoiceId,
    VoicePage,
};
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceForm {
    Record,
    /// To the voice of this number.
    Answer(i64),
    Told,
}

/// What an accepted form asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Accepted {
    Heard(Box<Heard>),
    Answered {
        voice: VoiceId,
        what: Shareable,
        on: NaiveDate,
    },
    Told(Box<NewTold>),
}

/// Faults by field.
pub(super) type Faults = Vec<(&'static str, W)>;

const NOTHING_YET: &str = "nothing-yet";
const NEWS: &str = "news";

impl VoiceForm {
    /// The form of a draft, by the name of its place.
    pub(super) fn of_draft(name: &str) -> Option<Self> {
        match name {
            "voice-record" => Some(Self::Record),
            "voice-told" => Some(Self::Told),
            _ => {
                let id = name.strip_prefix("voice-answer-")?;
                id.parse().ok().map(Self::Answer)
            }
        }
    }

    /// Under which name what is typed is kept.
    pub(super) fn draft_place(self, case: CaseId) -> String {
        match self {
            Self::Record => format!("voice-record:{}", case.0),
            Self::Told => format!("voice-told:{}", case.0),
            Self::Answer(voice) => format!("voice-answer-{voice}:{}", case.0),
        }
    }
}

/// What a form is called.
pub const fn title(kind: VoiceForm) -> W {
    match kind {
        VoiceForm::Record => W::VoiceFormRecord,
        VoiceForm::Answer(_) => W::VoiceFormAnswer,
        VoiceForm::Told => W::VoiceFormTold,
    }
}

/// How somebody was heard, in words.
pub const fn how_words(how: HeardHow) -> W {
    match how {
        HeardHow::AtMeeting => W::VoiceHowAtMeeting,
        HeardHow::InPerson => W::VoiceHowInPerson,
        HeardHow::ByPhone => W::VoiceHowByPhone,
        HeardHow::Message => W::VoiceHowMessage,
        HeardHow::Drawing => W::VoiceHowDrawing,
        HeardHow::ThroughWorker => W::VoiceHowThroughWorker,
    }
}

/// A step of the scale, in words.
pub const fn feeling_words(feeling: Feeling) -> W {
    match feeling.step() {
        0 | 1 => W::VoiceFeeling1,
        2 => W::VoiceFeeling2,
        3 => W::VoiceFeeling3,
        4 => W::VoiceFeeling4,
        _ => W::VoiceFeeling5,
    }
}

/// Whether the support felt positive, in words.
pub const fn support_words(felt: SupportFelt) -> W {
    match felt {
        SupportFelt::No => W::VoiceSupportNo,
        SupportFelt::ABit => W::VoiceSupportABit,
        SupportFelt::Mostly => W::VoiceSupportMostly,
        SupportFelt::Yes => W::VoiceSupportYes,
    }
}

/// Whether it made a difference, in words.
pub const fn difference_words(made: Difference) -> W {
    match made {
        Difference::No => W::VoiceDifferenceNo,
        Difference::ALittle => W::VoiceDifferenceALittle,
        Difference::ALot => W::VoiceDifferenceALot,
        Difference::TooSoon => W::VoiceDifferenceTooSoon,
    }
}

/// The form, with what is known already.
pub(super) fn open(kind: VoiceForm, page: &VoicePage) -> Form {
    match kind {
        VoiceForm::Record => record(page),
        VoiceForm::Answer(_) => Form::new(vec![
            Field::text("what", W::VoiceAnswerWhat).needed(),
            on_field(),
        ]),
        VoiceForm::Told => {
            let family = page.family.iter().map(|one| one.name.clone());
            let young = page.case.called().to_owned();
            Form::new(vec![
                Field::pick("whom", W::VoiceToldWhom, names(family.chain([young]))).needed(),
                Field::one(
                    "what",
                    W::VoiceToldWhat,
                    [
                        (NEWS.to_owned(), W::VoiceToldNews),
                        (NOTHING_YET.to_owned(), W::VoiceToldNothingYet),
                    ],
                )
                .needed(),
                Field::text("words", W::VoiceToldWords),
                Field::line("how", W::VoiceToldHow),
                on_field(),
            ])
        }
    }
}

fn record(page: &VoicePage) -> Form {
    let young = page.case.called().to_owned();
    let family = page.family.iter().map(|one| one.name.clone());
    // How at a meeting is recorded while it runs.
    let hows = HeardHow::iter()
        .filter(|how| *how != HeardHow::AtMeeting)
        .map(|how| (word(how), how_words(how)));
    let steps = Feeling::ALL.map(|step| (step.step().to_string(), feeling_words(step)));
    let felt = SupportFelt::iter().map(|felt| (word(felt), support_words(felt)));
    let made = Difference::iter().map(|made| (word(made), difference_words(made)));
    let speakers = [
        (word(Speaker::YoungPerson), W::VoiceWhoYoungPerson),
        (word(Speaker::Family), W::VoiceWhoFamily),
    ];
    let mut form = Form::new(vec![
        Field::one("who", W::VoiceWho, speakers).needed(),
        Field::pick(
            "name",
            W::VoiceName,
            names(std::iter::once(young.clone()).chain(family)),
        )
        .needed(),
        Field::one("how", W::VoiceHow, hows).needed(),
        on_field(),
        Field::text("own-words", W::VoiceOwnWords),
        Field::one("feeling", W::VoiceFeeling, steps),
        Field::one("support", W::VoiceSupport, felt),
        Field::one("difference", W::VoiceDifference, made),
        Field::text("worry", W::VoiceWorry),
        Field::text("strength", W::VoiceStrength),
    ]);
    form.put("who", &Typed::One(Some(word(Speaker::YoungPerson))));
    form.put(
        "name",
        &Typed::Picked {
            id: Some(young.clone()),
            text: young,
        },
    );
    form
}

/// Takes what stands in the form.
///
/// # Errors
/// What is wrong with its fields.
pub(super) fn accept(kind: VoiceForm, form: &Form, cx: &Cx<'_>) -> Result<Accepted, Faults> {
    match kind {
        VoiceForm::Record => heard(form, cx).map(|heard| Accepted::Heard(Box::new(heard))),
        VoiceForm::Answer(voice) => {
            let what = shareable(form, "what");
            let on = on(form, cx);
            match (what.as_str().is_empty(), on) {
                (false, Ok(on)) => Ok(Accepted::Answered {
                    voice: VoiceId(voice),
                    what,
                    on,
                }),
                (is_blank, on) => {
                    let mut faults = on.err().unwrap_or_default();
                    if is_blank {
                        faults.push(("what", W::VoiceFaultWords));
                    }
                    Err(faults)
                }
            }
        }
        VoiceForm::Told => told(form, cx).map(|told| Accepted::Told(Box::new(told))),
    }
}

fn heard(form: &Form, cx: &Cx<'_>) -> Result<Heard, Faults> {
    let mut faults = Vec::new();
    let who: Option<Speaker> = chosen(form, "who");
    if who.is_none() {
        faults.push(("who", W::VoiceFaultWho));
    }
    let how: Option<HeardHow> = chosen(form, "how");
    if how.is_none() {
        faults.push(("how", W::VoiceFaultHow));
    }
    let day = on(form, cx);
    let feeling = form.chosen("feeling").and_then(|step| step.parse().ok());
    let heard = Heard {
        on: day.clone().unwrap_or_else(|_| cx.today()),
        meeting: None,
        who: who.unwrap_or_default(),
        name: shareable(form, "name"),
        how: how.unwrap_or(HeardHow::InPerson),
        feeling: feeling.and_then(Feeling::new),
        support: chosen(form, "support"),
        difference: chosen(form, "difference"),
        own_words: shareable(form, "own-words"),
        worry: shareable(form, "worry"),
        strength: shareable(form, "strength"),
    };
    faults.extend(day.err().unwrap_or_default());
    for fault in heard.faults(cx.today()) {
        faults.push(match fault {
            HeardFault::NameMissing => ("name", W::VoiceFaultName),
            HeardFault::InFuture => ("on", W::VoiceFaultDay),
            HeardFault::NothingSaid => ("own-words", W::VoiceFaultNothing),
            HeardFault::TooLong => ("own-words", W::VoiceFaultLong),
        });
    }
    if faults.is_empty() {
        return Ok(heard);
    }
    Err(faults)
}

fn told(form: &Form, cx: &Cx<'_>) -> Result<NewTold, Faults> {
    let mut faults = Vec::new();
    let (whom, words) = (shareable(form, "whom"), shareable(form, "words"));
    if whom.as_str().is_empty() {
        faults.push(("whom", W::VoiceFaultWhom));
    }
    let what = form.chosen("what");
    let news = match (what.as_deref(), words.as_str().is_empty()) {
        (Some(NOTHING_YET), true) => News::NothingYet,
        (Some(NOTHING_YET), false) => {
            // Both cannot be true; what was typed is not thrown away.
            faults.push(("words", W::VoiceFaultNothingYetWords));
            News::NothingYet
        }
        (Some(_), true) => {
            faults.push(("words", W::VoiceFaultWords));
            News::NothingYet
        }
        (None, _) => {
            faults.push(("what", W::VoiceFaultWhat));
            News::NothingYet
        }
        (Some(_), false) => News::Said(words),
    };
    match on(form, cx) {
        Ok(on) if faults.is_empty() => Ok(NewTold {
            on,
            whom,
            how: Confidential::new(form.text("how").trim()),
            news,
        }),
        Ok(_) => Err(faults),
        Err(of_day) => {
            faults.extend(of_day);
            Err(faults)
        }
    }
}

/// The day on which it was: today where nothing is typed.
fn on(form: &Form, cx: &Cx<'_>) -> Result<NaiveDate, Faults> {
    let typed = form.text("on");
    if typed.trim().is_empty() {
        return Ok(cx.today());
    }
    date_words::date(&typed, &cx.dates(Prefer::Past))
        .ok()
        .filter(|day| *day <= cx.today())
        .ok_or_else(|| vec![("on", W::VoiceFaultDay)])
}

fn on_field() -> Field {
    Field::reading("on", W::VoiceOn, Reads::DayPast)
}

fn names(all: impl Iterator<Item = String>) -> Vec<(String, Called)> {
    let mut offered: Vec<(String, Called)> = Vec::new();
    for name in all.filter(|name| !name.is_empty()) {
        if offered.iter().all(|(known, _)| *known != name) {
            offered.push((name.clone(), Called::Name(name)));
        }
    }
    offered
}

fn word(of: impl Into<&'static str>) -> String {
    let word: &str = of.into();
    word.to_owned()
}

fn chosen<T: std::str::FromStr>(form: &Form, field: &str) -> Option<T> {
    form.chosen(field).and_then(|id| id.parse().ok())
}

fn shareable(form: &Form, field: &str) -> Shareable {
    Shareable::new(form.text(field).trim())
}
