//! From what was typed to the referral that is meant, with every fault beside its field.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;

use super::fields::{NO, YES};
use crate::app::form::{FieldKind, Form};
use crate::domain::date_words::{DateContext, DateProblem, Prefer, age_on, date, time};
use crate::domain::person::Person;
use crate::domain::policy::Policies;
use crate::domain::referral::{
    Fear, FieldFault, How, NewReferral, ReferralField, Source, faults, person_faults,
};
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// A fault beside the field of the form.
pub type FormFault = (&'static str, W);

/// What typed days and times are read against.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    pub at: DateTime<Utc>,
    pub policies: &'a Policies,
}

impl Now<'_> {
    fn today(&self) -> NaiveDate {
        self.at.with_timezone(&London).date_naive()
    }

    fn day(&self, typed: &str) -> Result<NaiveDate, DateProblem> {
        let context = DateContext {
            today: self.today(),
            prefer: Prefer::Past,
            holidays: &self.policies.holidays,
        };
        date(typed, &context)
    }
}

/// The referral that is meant.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn referral(form: &Form, now: Now<'_>) -> Result<NewReferral, Vec<FormFault>> {
    let mut found: Vec<FormFault> = Vec::new();
    let person = match person(form, now) {
        Ok(person) => person,
        Err(fault) => {
            found.push(fault);
            // The other faults are told at once, not one after the other.
            person_without_age(form)
        }
    };
    let danger_now = yes_no(form, "danger_now").unwrap_or_else(|| {
        found.push(("danger_now", W::ReferralFaultNoDanger));
        false
    });
    let received_at = received(form, now).unwrap_or_else(|fault| {
        found.push(fault);
        now.at
    });
    let police_told_at = police_told(form, now).unwrap_or_else(|fault| {
        found.push(fault);
        None
    });
    let how: Option<How> = form.chosen("how").and_then(|how| how.parse().ok());
    if how.is_none() {
        found.push(("how", W::ReferralFaultNoHow));
    }
    let agency = agency(form);
    let source = form.chosen("source");
    let source = source.and_then(|source| Source::of(&source, &agency));
    if source.is_none() {
        found.push(("source", W::ReferralFaultNoSource));
    }
    let feared = form.chosen_all("feared");
    let new = NewReferral {
        received_at,
        how: how.unwrap_or(How::Written),
        source: source.unwrap_or(Source::Anonymous),
        source_name: Confidential::new(form.text("source_name")),
        source_contact: Confidential::new(form.text("source_contact")),
        person,
        feared: feared
            .iter()
            .filter_map(|fear| fear.parse::<Fear>().ok())
            .collect(),
        what_happened: Confidential::new(form.text("what_happened")),
        danger_now,
        police_told_at,
        young_person_knows: yes_no(form, "young_person_knows"),
        young_person_view: Confidential::new(form.text("young_person_view")),
        parents_know: yes_no(form, "parents_know"),
        parents_view: Confidential::new(form.text("parents_view")),
    }
    .cleaned();
    for fault in faults(&new, now.at, now.policies) {
        let no_source = found.iter().any(|(field, _)| *field == "source");
        // Nobody chosen stood in for anonymous above, which is not to be held against it.
        if fault.field != ReferralField::SourceName || !no_source {
            add(&mut found, fault);
        }
    }
    if found.is_empty() {
        return Ok(new);
    }
    Err(found)
}

/// The young person as far as they are typed, for details that are put right. `on` is the day on
/// which they were referred and had to be young; an age is typed as of today, and kept as of then.
///
/// # Errors
/// Every fault.
pub fn edited_person(form: &Form, now: Now<'_>, on: NaiveDate) -> Result<Person, Vec<FormFault>> {
    let mut person = person(form, now).map_err(|fault| vec![fault])?.cleaned();
    let since = age_on(on, now.today()).and_then(|years| u8::try_from(years).ok());
    person.stated_age = person
        .stated_age
        .map(|age| age.saturating_sub(since.unwrap_or(0)));
    let mut found = Vec::new();
    for fault in person_faults(&person, on, now.policies) {
        add(&mut found, fault);
    }
    if found.is_empty() {
        return Ok(person);
    }
    Err(found)
}

/// The young person as typed so far.
///
/// # Errors
/// A birth date or age that cannot be read.
pub fn person(form: &Form, now: Now<'_>) -> Result<Person, FormFault> {
    let mut person = person_without_age(form);
    let typed = form.text("born");
    match typed.trim() {
        "" => {}
        typed => match age(typed) {
            Some(age) => person.stated_age = Some(age),
            None => match now.day(typed) {
                Ok(born) => person.born = Some(born),
                Err(DateProblem::NoSuchDay { .. } | DateProblem::NoSuchMonth(_)) => {
                    return Err(("born", W::ReferralFaultNoSuchDay));
                }
                Err(_) => return Err(("born", W::ReferralFaultBornUnreadable)),
            },
        },
    }
    Ok(person)
}

/// The young person without birth date and age, which alone can be unreadable.
pub fn person_without_age(form: &Form) -> Person {
    let chosen = |id| form.chosen(id).unwrap_or_default();
    let others = form.text("other_names");
    let others = others.split([',', ';']).map(str::trim);
    Person {
        given_name: form.text("given_name"),
        family_name: form.text("family_name"),
        known_as: form.text("known_as"),
        other_names: others
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        born: None,
        stated_age: None,
        gender: chosen("gender").parse().unwrap_or_default(),
        address: form.text("address"),
        living: chosen("living").parse().unwrap_or_default(),
        school: form.text("school"),
        language: chosen("language").parse().unwrap_or_default(),
    }
    .cleaned()
}

/// `14`, `about 14`, `14 oed`: an age, in one number below 100 and words that say no more.
fn age(typed: &str) -> Option<u8> {
    let lower = typed.to_lowercase();
    let said = |word: &&str| {
        !matches!(
            *word,
            "about"
                | "age"
                | "aged"
                | "years"
                | "year"
                | "old"
                | "tua"
                | "oed"
                | "oedran"
                | "mlwydd"
        )
    };
    let mut words = lower.split_whitespace().filter(said);
    let (number, none) = (words.next()?, words.next());
    let digits = number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit());
    (none.is_none() && digits).then(|| number.parse().ok())?
}

fn yes_no(form: &Form, id: &str) -> Option<bool> {
    match form.chosen(id).as_deref() {
        Some(YES) => Some(true),
        Some(NO) => Some(false),
        _ => None,
    }
}

/// The agency that was taken from the list, or the only one whose name fits what was typed.
fn agency(form: &Form) -> String {
    if let Some(id) = form.chosen("agency") {
        return id;
    }
    let field = form.fields().iter().find(|field| field.id() == "agency");
    match field.map(crate::app::form::Field::kind) {
        Some(FieldKind::Pick(pick)) if !pick.text().trim().is_empty() => {
            match pick.offered().as_slice() {
                [(id, _)] => id.clone(),
                _ => String::new(),
            }
        }
        _ => String::new(),
    }
}

fn received(form: &Form, now: Now<'_>) -> Result<DateTime<Utc>, FormFault> {
    let day = day(form, "received_on", now)?.unwrap_or(now.today());
    let typed = form.text("received_time");
    match typed.trim() {
        "" if day == now.today() => Ok(now.at),
        _ => Ok(instant(day, time_of(form, "received_time")?)),
    }
}

fn police_told(form: &Form, now: Now<'_>) -> Result<Option<DateTime<Utc>>, FormFault> {
    moment(form, "police_told_on", "police_told_time", now)
}

/// A moment in a field for the day and one for the time; today without a time is now, and nothing
/// in either is none.
///
/// # Errors
/// A day or time that cannot be read, or a time without a day.
pub fn moment(
    form: &Form,
    day_id: &'static str,
    time_id: &'static str,
    now: Now<'_>,
) -> Result<Option<DateTime<Utc>>, FormFault> {
    match (day(form, day_id, now)?, form.text(time_id).trim()) {
        (None, "") => Ok(None),
        (None, _) => Err((day_id, W::ReferralFaultDayNeeded)),
        (Some(day), "") if day == now.today() => Ok(Some(now.at)),
        (Some(day), _) => Ok(Some(instant(day, time_of(form, time_id)?))),
    }
}

fn day(form: &Form, id: &'static str, now: Now<'_>) -> Result<Option<NaiveDate>, FormFault> {
    match now.day(&form.text(id)) {
        Ok(day) => Ok(Some(day)),
        Err(DateProblem::Empty) => Ok(None),
        Err(DateProblem::NoSuchDay { .. } | DateProblem::NoSuchMonth(_)) => {
            Err((id, W::ReferralFaultNoSuchDay))
        }
        Err(_) => Err((id, W::ReferralFaultDateUnreadable)),
    }
}

fn time_of(form: &Form, id: &'static str) -> Result<NaiveTime, FormFault> {
    time(&form.text(id)).map_err(|_| (id, W::ReferralFaultTimeUnreadable))
}

/// The moment at which clocks in Wales show this; in the hour that spring leaves out, an hour on.
fn instant(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let shown = day.and_time(time);
    let there = London.from_local_datetime(&shown).earliest();
    let there = there.or_else(|| {
        let later = shown.checked_add_signed(TimeDelta::hours(1))?;
        London.from_local_datetime(&later).earliest()
    });
    there.map_or_else(|| shown.and_utc(), |at| at.with_timezone(&Utc))
}

fn add(found: &mut Vec<FormFault>, fault: FieldFault) {
    let field = match fault.field {
        ReferralField::ReceivedAt => "received_on",
        ReferralField::PoliceToldAt => "police_told_on",
        ReferralField::StatedAge => "born",
        other => other.into(),
    };
    if !found.iter().any(|(there, _)| *there == field) {
        found.push((field, W::from(fault.fault)));
    }
}
