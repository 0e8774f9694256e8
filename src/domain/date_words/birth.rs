//! Ages, and birth dates that cannot be or that are no young person's.
//!
//! Which birthday ends being a young person is policy and comes in.

use chrono::{Datelike, NaiveDate};

/// Nobody referred is so old: a slip of the finger in the year.
const OLDEST: u32 = 120;

/// Why a birth date is to be looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BirthDateProblem {
    #[error("the birth date is after the day of the referral")]
    InTheFuture,
    #[error("that would make them {age} years old")]
    TooLongAgo { age: u32 },
    #[error("they are {age}, and a young person is under {until_birthday}")]
    NoLongerYoung { age: u32, until_birthday: u32 },
}

/// Whole years of age on a day; `None` before the birth. Who was born on 29 February is a year
/// older on 1 March in a year without one.
pub fn age_on(born: NaiveDate, day: NaiveDate) -> Option<u32> {
    if day < born {
        return None;
    }
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    u32::try_from(day.year() - born.year() - i32::from(before_birthday)).ok()
}

/// The age on the day of the referral, for a birth date that can be a young person's.
///
/// # Errors
/// What is wrong with the date.
pub fn check_birth_date(
    born: NaiveDate,
    referred: NaiveDate,
    until_birthday: u32,
) -> Result<u32, BirthDateProblem> {
    let age = age_on(born, referred).ok_or(BirthDateProblem::InTheFuture)?;
    if age > OLDEST {
        return Err(BirthDateProblem::TooLongAgo { age });
    }
    if age >= until_birthday {
        return Err(BirthDateProblem::NoLongerYoung {
            age,
            until_birthday,
        });
    }
    Ok(age)
}
