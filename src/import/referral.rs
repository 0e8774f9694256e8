//! One row of a register as a referral, or what is wrong in it, cell by cell.

mod names;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::London;

use self::names::{small_letters, two_names};
use super::cell::{Cell, Reading};
use super::fault::{CellFault, CellProblem, fault_at, shown};
use super::headings::{Column, Headings, WordList};
use super::table::{HeadingRow, Row};
use crate::domain::person::{ChosenLanguage, Gender, Living, Person};
use crate::domain::policy::Policies;
use crate::domain::referral::{
    FieldFault, How, Imported, NewReferral, ReferralField, Source, faults,
};
use crate::domain::sharing::Confidential;

/// A register says the day; the hour is none of its matters.
const RECEIVED_AT: (u32, u32) = (12, 0);
/// Where a source is named that the file does not know.
const OTHER_AGENCY: &str = "other";

/// By what rows are read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub headings: &'a Headings,
    pub columns: &'a HeadingRow,
    pub policies: &'a Policies,
    pub now: DateTime<Utc>,
    /// Said where a row has no account of what happened.
    pub nothing_said: &'a str,
}

impl Reader<'_> {
    /// Reads a row.
    ///
    /// # Errors
    /// Every fault of the row, from left to right.
    pub fn read(&self, row: &Row) -> Result<Imported, Vec<CellFault>> {
        let mut wrong = Vec::new();
        let person = self.person(row, &mut wrong);
        let received_at = self.received_at(row, &mut wrong);
        let (source, source_name) = self.source(row);
        let (outcome, outcome_reason) = self.outcome(row, &mut wrong);
        let what_happened = match self.texts(row, Column::WhatHappened).join("\n") {
            text if text.is_empty() => self.nothing_said.to_owned(),
            text => text,
        };
        let referral = NewReferral {
            received_at: received_at.unwrap_or(self.now),
            how: self
                .word(row, Column::How, WordList::How, &mut wrong)
                .unwrap_or(How::Written),
            source,
            source_name: Confidential::new(source_name),
            source_contact: Confidential::new(self.texts(row, Column::SourceContact).join(", ")),
            person,
            feared: self.feared(row),
            what_happened: Confidential::new(what_happened),
            danger_now: self
                .yes_no(row, Column::DangerNow, &mut wrong)
                .unwrap_or(false),
            police_told_at: None,
            young_person_knows: self.yes_no(row, Column::YoungPersonKnows, &mut wrong),
            young_person_view: Confidential::default(),
            parents_know: self.yes_no(row, Column::ParentsKnow, &mut wrong),
            parents_view: Confidential::default(),
        }
        .cleaned();
        for FieldFault { field, fault } in faults(&referral, self.now, self.policies) {
            let heading = self.heading_of(field);
            // What could not be read was said already.
            if !wrong.iter().any(|one: &CellFault| one.heading == heading) {
                wrong.push(fault_at(row, heading, CellProblem::Faulty(fault)));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Imported {
            row: row.number,
            referral,
            outcome,
            outcome_reason: Confidential::new(outcome_reason),
        })
    }

    fn person(&self, row: &Row, wrong: &mut Vec<CellFault>) -> Person {
        let one = |column| self.texts(row, column).join(" ");
        let (mut given_name, mut family_name) = (one(Column::GivenName), one(Column::FamilyName));
        if given_name.is_empty() && family_name.is_empty() {
            (given_name, family_name) = two_names(&one(Column::FullName));
        }
        let address = [
            self.texts(row, Column::Address),
            self.texts(row, Column::AddressMore),
        ];
        let (born, stated_age) = self.born_or_age(row, wrong);
        Person {
            given_name: small_letters(&given_name),
            family_name: small_letters(&family_name),
            known_as: one(Column::KnownAs),
            other_names: self
                .texts(row, Column::OtherNames)
                .iter()
                .flat_map(|names| names.split([',', ';', '/']))
                .map(|name| name.trim().to_owned())
                .collect(),
            born,
            stated_age,
            gender: self
                .word(row, Column::Gender, WordList::Gender, wrong)
                .unwrap_or(Gender::NotKnown),
            address: address.concat().join(", "),
            living: self.loosely(row, Column::Living, WordList::Living, Living::Other),
            school: one(Column::School),
            language: self.loosely(
                row,
                Column::Language,
                WordList::Language,
                ChosenLanguage::Other,
            ),
        }
    }

    /// A birth date, and where an age stands in its place, that age.
    fn born_or_age(
        &self,
        row: &Row,
        wrong: &mut Vec<CellFault>,
    ) -> (Option<NaiveDate>, Option<u8>) {
        let (mut born, mut age) = (None, None);
        for column in [Column::Born, Column::Age] {
            for (cell, heading) in self.cells(row, column) {
                if let Some(years) = cell.age() {
                    age = age.or(Some(years));
                    continue;
                }
                match cell.date(&self.reading()) {
                    Ok((date, _)) => born = born.or(Some(date)),
                    Err(why) => {
                        let said = shown(cell);
                        let problem = if column == Column::Age {
                            CellProblem::NoAge { said }
                        } else {
                            CellProblem::NoDate { said, why }
                        };
                        wrong.push(fault_at(row, heading, problem));
                    }
                }
            }
        }
        // The date says more.
        let age = age.filter(|_| born.is_none());
        (born, age)
    }

    fn received_at(&self, row: &Row, wrong: &mut Vec<CellFault>) -> Option<DateTime<Utc>> {
        let Some((cell, heading)) = self.cells(row, Column::ReceivedOn).next() else {
            let heading = self.heading(Column::ReceivedOn);
            wrong.push(fault_at(row, heading, CellProblem::NoReceivedDate));
            return None;
        };
        let (day, mut time) = match cell.date(&self.reading()) {
            Ok(found) => found,
            Err(why) => {
                let said = shown(cell);
                wrong.push(fault_at(row, heading, CellProblem::NoDate { said, why }));
                return None;
            }
        };
        if let Some((cell, heading)) = self.cells(row, Column::ReceivedTime).next() {
            time = cell.time();
            if time.is_none() {
                let said = shown(cell);
                wrong.push(fault_at(row, heading, CellProblem::NoTime { said }));
            }
        }
        let (hour, minute) = RECEIVED_AT;
        let usual = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let moment = |time| {
            let there = London.from_local_datetime(&day.and_time(time)).earliest();
            there.map(|there| there.with_timezone(&Utc))
        };
        match time {
            Some(time) => moment(time).or_else(|| moment(usual)),
            // Of today, in the morning, the usual hour is still to come.
            None => moment(usual).map(|at| {
                let today = self.now.with_timezone(&London).date_naive();
                if day == today { at.min(self.now) } else { at }
            }),
        }
    }

    /// A source that is not known is another agency, with what was written kept as its name.
    fn source(&self, row: &Row) -> (Source, String) {
        let said = self.texts(row, Column::Source).join(", ");
        let mut name = self.texts(row, Column::SourceName).join(", ");
        let meaning = self.headings.meaning(WordList::Source, &said);
        let source = match meaning {
            Some(meaning) if self.policies.agencies.get(meaning).is_some() => {
                Source::Agency(meaning.to_owned())
            }
            Some(meaning) => {
                Source::of(meaning, "").unwrap_or(Source::Agency(OTHER_AGENCY.to_owned()))
            }
            None if said.is_empty() => Source::Anonymous,
            None => {
                let by_name = self.policies.agencies.all().iter().find(|agency| {
                    [&agency.name.en, &agency.name.cy]
                        .iter()
                        .any(|own| own.eq_ignore_ascii_case(&said))
                });
                if let Some(agency) = by_name {
                    Source::Agency(agency.id.clone())
                } else {
                    let both = [said, name].into_iter().filter(|text| !text.is_empty());
                    name = both.collect::<Vec<_>>().join(", ");
                    Source::Agency(OTHER_AGENCY.to_owned())
                }
            }
        };
        // Who wants no name must not get one.
        if source == Source::Anonymous {
            name.clear();
        }
        (source, name)
    }

    fn outcome(&self, row: &Row, wrong: &mut Vec<CellFault>) -> (Option<String>, String) {
        let reason = self.texts(row, Column::OutcomeReason).join("\n");
        let Some((cell, heading)) = self.cells(row, Column::Outcome).next() else {
            return (None, reason);
        };
        let said = cell.text();
        let meaning = self.headings.meaning(WordList::Outcome, &said);
        let outcome = meaning.and_then(|id| self.policies.triage_outcomes.get(id));
        let Some(outcome) = outcome.filter(|outcome| !outcome.joins_open_case) else {
            let said = shown(cell);
            wrong.push(fault_at(row, heading, CellProblem::NotAWord { said }));
            return (None, reason);
        };
        // A register's own word is a reason where nothing else is written.
        let reason = if reason.is_empty() { said } else { reason };
        (Some(outcome.id.clone()), reason)
    }

    fn feared(&self, row: &Row) -> Vec<crate::domain::referral::Fear> {
        let texts = self.texts(row, Column::Feared);
        texts
            .iter()
            .flat_map(|text| text.split([',', ';', '/', '+', '&']))
            .filter_map(|one| self.headings.meaning(WordList::Feared, one))
            .filter_map(|meaning| {
                serde_json::from_value(serde_json::Value::String(meaning.to_owned())).ok()
            })
            .collect()
    }

    fn yes_no(&self, row: &Row, column: Column, wrong: &mut Vec<CellFault>) -> Option<bool> {
        let (cell, heading) = self.cells(row, column).next()?;
        if let Cell::YesNo(yes) = cell {
            return Some(*yes);
        }
        match self.headings.meaning(WordList::YesNo, &cell.text()) {
            Some("yes") => Some(true),
            Some(_) => Some(false),
            None => {
                let said = shown(cell);
                wrong.push(fault_at(row, heading, CellProblem::NotAWord { said }));
                None
            }
        }
    }

    /// A word of a list, or a fault.
    fn word<T: std::str::FromStr>(
        &self,
        row: &Row,
        column: Column,
        list: WordList,
        wrong: &mut Vec<CellFault>,
    ) -> Option<T> {
        let (cell, heading) = self.cells(row, column).next()?;
        let found = self
            .headings
            .meaning(list, &cell.text())
            .and_then(|meaning| meaning.parse().ok());
        if found.is_none() {
            let said = shown(cell);
            wrong.push(fault_at(row, heading, CellProblem::NotAWord { said }));
        }
        found
    }

    /// A word of a list; any other word is `other`, for these are told in many ways.
    fn loosely<T: std::str::FromStr + Default>(
        &self,
        row: &Row,
        column: Column,
        list: WordList,
        other: T,
    ) -> T {
        let Some((cell, _)) = self.cells(row, column).next() else {
            return T::default();
        };
        self.headings
            .meaning(list, &cell.text())
            .and_then(|meaning| meaning.parse().ok())
            .unwrap_or(other)
    }

    /// The cells of a column that say something, with the headings they stand under.
    fn cells<'r>(
        &'r self,
        row: &'r Row,
        column: Column,
    ) -> impl Iterator<Item = (&'r Cell, &'r str)> {
        self.columns
            .columns
            .iter()
            .zip(&row.cells)
            .filter(move |((one, _), cell)| {
                *one == Some(column) && !self.headings.is_nothing(&cell.text())
            })
            .map(|((_, heading), cell)| (cell, heading.as_str()))
    }

    fn texts(&self, row: &Row, column: Column) -> Vec<String> {
        self.cells(row, column)
            .map(|(cell, _)| cell.text())
            .collect()
    }

    fn heading(&self, column: Column) -> &str {
        let columns = self.columns.columns.iter();
        columns
            .filter(|(one, _)| *one == Some(column))
            .map(|(_, heading)| heading.as_str())
            .next()
            .unwrap_or_default()
    }

    fn heading_of(&self, field: ReferralField) -> &str {
        let columns: &[Column] = match field {
            ReferralField::ReceivedAt => &[Column::ReceivedOn],
            ReferralField::Source | ReferralField::Agency => &[Column::Source],
            ReferralField::SourceName => &[Column::SourceName, Column::Source],
            ReferralField::SourceContact => &[Column::SourceContact],
            ReferralField::GivenName => &[Column::GivenName, Column::FullName, Column::FamilyName],
            ReferralField::FamilyName => &[Column::FamilyName, Column::FullName],
            ReferralField::KnownAs => &[Column::KnownAs],
            ReferralField::OtherNames => &[Column::OtherNames],
            ReferralField::Born => &[Column::Born, Column::Age],
            ReferralField::StatedAge => &[Column::Age, Column::Born],
            ReferralField::Address => &[Column::Address, Column::AddressMore],
            ReferralField::School => &[Column::School],
            ReferralField::WhatHappened => &[Column::WhatHappened],
            ReferralField::PoliceToldAt
            | ReferralField::YoungPersonView
            | ReferralField::ParentsView => &[],
        };
        let mut named = columns.iter().map(|column| self.heading(*column));
        named
            .find(|heading| !heading.is_empty())
            .unwrap_or_default()
    }

    fn reading(&self) -> Reading<'_> {
        Reading {
            today: self.now.with_timezone(&London).date_naive(),
            holidays: &self.policies.holidays,
        }
    }
}
