//! What stands beside the score, typed in one form: judgement, harm, what protects, how the young
//! person and family see it, and the header. What is typed goes into the draft with every letter.

use std::borrow::Cow;

use crate::app::cx::Cx;
use crate::app::form::{Field, Form, Reads, Typed};
use crate::domain::assessment::{Content, Direction, Harmed, Judgement, Part};
use crate::domain::date_words::{self, DateContext, DateProblem, Prefer};
use crate::domain::plain_text;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;
use chrono::NaiveDate;

/// The form over the sheet.
#[derive(Debug)]
pub struct Texts {
    pub form: Form,
    /// What stood there when it was opened: one step of undo.
    pub before: Content,
    /// Whether what is wrong has been shown; leaving again then leaves.
    pub has_warned: bool,
}

impl Texts {
    /// The form, filled from the content, at the field of a part.
    pub fn open(content: &Content, at: Part) -> Self {
        let mut fields = vec![
            Field::one("judgement", W::SerafJudgement, directions()),
            Field::text("judgement-reason", W::SerafJudgementReason),
            Field::text("category-reason", W::SerafCategoryReason),
            Field::one("harmed", W::SerafHarmed, harmed()),
            Field::text("harmed-note", W::SerafHarmedNote),
            Field::text("protective", W::SerafProtective),
            Field::text("narrative", W::SerafNarrative),
            Field::text("young-person-view", W::SerafYoungPersonView),
            Field::reading("young-person-view-on", W::SerafSaidOn, Reads::DayPast),
            Field::text("family-view", W::SerafFamilyView),
            Field::reading("family-view-on", W::SerafFamilySaidOn, Reads::DayPast),
            Field::text("helped-by", W::SerafHelpedBy),
            Field::reading("assessed-on", W::SerafAssessedOn, Reads::DayPast).needed(),
        ];
        let header = content.form().about();
        fields
            .extend(header.map(|(_, field)| Field::text(about_id(&field.id), field.text.clone())));
        let mut form = Form::new(fields);
        let mut text = |id: &str, text: String| form.put(id, &Typed::Text(text));
        let words = |text: &Confidential| text.for_professionals().to_owned();
        let judged = content.judgement.as_ref();
        let reason = judged.map(|judged| words(&judged.reason));
        text("judgement-reason", reason.unwrap_or_default());
        text("category-reason", words(&content.category_reason));
        text("harmed-note", words(&content.harmed_note));
        text("protective", words(&content.protective));
        text("narrative", words(&content.narrative));
        text("young-person-view", words(&content.young_person_view.words));
        text(
            "young-person-view-on",
            day(content.young_person_view.said_on),
        );
        text("family-view", words(&content.family_view.words));
        text("family-view-on", day(content.family_view.said_on));
        text("helped-by", words(&content.helped_by));
        text("assessed-on", day(Some(content.assessed_on)));
        for (id, said) in content.about.for_professionals() {
            text(&about_id(id), said.to_owned());
        }
        let direction = judged.map(|judged| <&str>::from(judged.direction).to_owned());
        form.put("judgement", &Typed::One(direction));
        let harmed = Some(<&str>::from(content.harmed).to_owned());
        form.put("harmed", &Typed::One(harmed));
        form.go_to(&field_of(content, at));
        Self {
            form,
            before: content.clone(),
            has_warned: false,
        }
    }

    /// Puts the texts and choices into a content; answers what is not whole yet.
    pub fn fill_texts(&self, content: &mut Content) -> Vec<Fault> {
        let mut faults = Vec::new();
        let form = &self.form;
        let text = |id: &str| Confidential::new(plain_text::clean_multiline(&form.text(id)));
        let reason = text("judgement-reason");
        let direction = form.chosen("judgement").and_then(|word| word.parse().ok());
        if direction.is_none() && !reason.is_blank() {
            faults.push(("judgement", W::SerafFaultDirection));
        }
        content.judgement = direction.map(|direction: Direction| Judgement { direction, reason });
        content.category_reason = text("category-reason");
        let harmed = form.chosen("harmed").and_then(|word| word.parse().ok());
        content.harmed = harmed.unwrap_or_default();
        content.harmed_note = text("harmed-note");
        content.protective = text("protective");
        content.narrative = text("narrative");
        content.young_person_view.words = text("young-person-view");
        content.family_view.words = text("family-view");
        content.helped_by = text("helped-by");
        for (_, field) in content.form().clone().about() {
            content.about.put(&field.id, text(&about_id(&field.id)));
        }
        faults
    }

    /// Puts the days into a content. Only when the form is left: half of a year is a year too,
    /// and must not become the day of assessment while it is typed.
    pub fn fill_days(&self, content: &mut Content, dates: &DateContext<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (id, said_on) in [
            (
                "young-person-view-on",
                &mut content.young_person_view.said_on,
            ),
            ("family-view-on", &mut content.family_view.said_on),
        ] {
            match read_day(&self.form.text(id), dates) {
                Ok(day) => *said_on = day,
                Err(fault) => faults.push((id, fault)),
            }
        }
        match read_day(&self.form.text("assessed-on"), dates) {
            Ok(Some(day)) => content.assessed_on = day,
            Ok(None) => faults.push(("assessed-on", W::SerafFaultDayNeeded)),
            Err(fault) => faults.push(("assessed-on", fault)),
        }
        faults
    }

    /// Keeps what the draft does not have yet: days while they are typed, and what is faulty.
    pub(super) fn keep_pending(
        &self,
        cx: &mut Cx<'_>,
        place: &str,
        content: &Content,
        faults: &[Fault],
    ) {
        let days = [
            ("young-person-view-on", content.young_person_view.said_on),
            ("family-view-on", content.family_view.said_on),
            ("assessed-on", Some(content.assessed_on)),
        ];
        let mut typed = self.form.draft();
        typed.retain(|id, _| {
            let is_faulty = |(fault, _): &Fault| {
                // A reason without a direction has no place in the draft.
                *fault == id || (*fault == "judgement" && id == "judgement-reason")
            };
            let is_typed = |(of, stands): &(&str, Option<NaiveDate>)| {
                *of == id && self.form.text(of) != day(*stands)
            };
            faults.iter().any(is_faulty) || days.iter().any(is_typed)
        });
        if typed.is_empty() {
            cx.discard_draft(place);
        } else {
            cx.keep_draft(place, &typed);
        }
    }
}

/// A field, and what is wrong with it.
pub(super) type Fault = (&'static str, W);

/// A day as a field takes it.
pub(super) fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%d/%m/%Y").to_string())
        .unwrap_or_default()
}

/// A typed day that has been; `None` where nothing is typed.
pub(super) fn read_day(typed: &str, dates: &DateContext<'_>) -> Result<Option<NaiveDate>, W> {
    match date_words::date(typed, dates) {
        Ok(day) if day > dates.today => Err(W::SerafFaultDayAhead),
        Ok(day) => Ok(Some(day)),
        Err(DateProblem::Empty) => Ok(None),
        Err(_) => Err(W::SerafFaultDay),
    }
}

/// How typed days are read in all forms of this screen.
pub(super) fn dates<'a>(cx: &'a Cx<'_>) -> DateContext<'a> {
    cx.dates(Prefer::Past)
}

/// The field in which a part is typed.
fn field_of(content: &Content, part: Part) -> Cow<'static, str> {
    let id = match part {
        Part::About(at) => {
            let field = content.form().about_field(at);
            return field
                .map_or_else(String::new, |field| about_id(&field.id))
                .into();
        }
        Part::CategoryReason => "category-reason",
        Part::Harmed => "harmed",
        Part::HarmedNote => "harmed-note",
        Part::Protective => "protective",
        Part::Narrative => "narrative",
        Part::YoungPersonView => "young-person-view",
        Part::FamilyView => "family-view",
        Part::HelpedBy => "helped-by",
        Part::AssessedOn => "assessed-on",
        _ => "judgement",
    };
    id.into()
}

/// The field for what the header says of the young person, by its id there.
fn about_id(id: &str) -> String {
    format!("about-{id}")
}

fn directions() -> [(String, W); 2] {
    [
        (Direction::Higher, W::SerafHigher),
        (Direction::Lower, W::SerafLower),
    ]
    .map(|(direction, words)| (<&str>::from(direction).to_owned(), words))
}

fn harmed() -> [(String, W); 4] {
    [
        (Harmed::NotAsked, W::SerafNotAsked),
        (Harmed::No, W::SerafNo),
        (Harmed::NotKnown, W::SerafNotKnown),
        (Harmed::Yes, W::SerafYes),
    ]
    .map(|(harmed, words)| (<&str>::from(harmed).to_owned(), words))
}
