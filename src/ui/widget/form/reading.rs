//! What a typed day or time is understood as, told while it is typed.

use chrono::NaiveDate;

use crate::app::form::Reads;
use crate::domain::date_words::{self, DateContext, Prefer};
use crate::ui::view::View;

/// A day near enough is known by its weekday and month; what is typed mostly says the year.
const NEAR_DAYS: i64 = 180;

/// The same as [`in_words`] in fewer letters, where there is a way.
pub(super) fn in_short(view: &View<'_>, typed: &str, reads: Reads) -> Option<String> {
    let found = match reads {
        Reads::DayToCome | Reads::DayPast => day(view, typed, reads)?,
        Reads::Words | Reads::Time | Reads::Birth => return None,
    };
    let is_near = (found - view.today()).num_days().abs() <= NEAR_DAYS;
    let near = view.words.days_from(view.today(), found);
    is_near.then(|| format!("{}, {near}", view.words.date_short(found)))
}

/// A typed day or time as it is understood, in words.
pub(super) fn in_words(view: &View<'_>, typed: &str, reads: Reads) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    match reads {
        Reads::Words => None,
        Reads::Time => {
            let time = date_words::time(typed).ok()?;
            Some(view.words.time(time))
        }
        Reads::Birth => {
            let born = day(view, typed, reads)?;
            let age = date_words::age_on(born, view.today())?;
            let when = view.words.date_with_year(born);
            Some(format!("{when}, {}", view.words.age(age)))
        }
        Reads::DayToCome | Reads::DayPast => {
            let found = day(view, typed, reads)?;
            let near = view.words.days_from(view.today(), found);
            Some(format!("{}, {near}", view.words.date_long(found)))
        }
    }
}

pub(super) fn day(view: &View<'_>, typed: &str, reads: Reads) -> Option<NaiveDate> {
    let prefer = match reads {
        Reads::DayToCome => Prefer::Future,
        Reads::DayPast | Reads::Birth => Prefer::Past,
        Reads::Words | Reads::Time => return None,
    };
    let context = DateContext {
        today: view.today(),
        prefer,
        holidays: &view.model.rules.policies.holidays,
    };
    date_words::date(typed, &context).ok()
}
