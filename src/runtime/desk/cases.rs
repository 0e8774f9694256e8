//! From an asking of the list or a case's page to its function of casework.

use crate::app::talk::cases::{Answer, Ask};
use crate::casework::cases::{self, Finding, Listing};
use crate::casework::{CaseworkError, Desk, assessments, keeping, referrals};
use crate::domain::case_list::{Look, PageFrom};
use crate::domain::relation::{NewRelation, Related};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::List {
            filter,
            sort,
            from,
            rows,
            look,
        } => {
            let listing = Listing {
                filter,
                sort,
                from,
                rows,
            };
            Ok(Answer::Listed(cases::list(desk, &listing, look)?))
        }
        Ask::Find { typed, from, rows } => {
            let finding = Finding { typed, from, rows };
            Ok(Answer::Listed(cases::find(desk, &finding, Look::GoesOn)?))
        }
        Ask::NoteSearch { typed } => {
            let finding = Finding {
                typed,
                from: PageFrom::Start,
                rows: NOTED_ROWS,
            };
            cases::find(desk, &finding, Look::Begun)?;
            Ok(Answer::Noted)
        }
        Ask::Preview(case) => Ok(Answer::Preview(Box::new(cases::preview(desk, case)?))),
        Ask::Open(case) => Ok(Answer::Opened(Box::new(cases::open_case(desk, case)?))),
        Ask::Chronology {
            case,
            from,
            rows,
            look,
        } => {
            let (page, hidden) = cases::chronology(desk, case, &from, rows, look)?;
            Ok(Answer::Chronology { page, hidden })
        }
        Ask::MayBeNamed(case) => Ok(Answer::MayBeNamed(keeping::who_may_be_named(desk, case)?)),
        deed => deed_done(desk, deed).map(|()| Answer::Done),
    }
}

/// As many rows as a screen shows of a search.
const NOTED_ROWS: usize = 20;

fn deed_done(desk: &mut Desk<'_>, ask: Ask) -> Result<(), CaseworkError> {
    match ask {
        Ask::BreakGlass { case, reason } => cases::break_glass(desk, case, &reason),
        Ask::PutForward { case, reason } => assessments::put_forward(desk, case, &reason),
        Ask::AddRelation {
            case,
            kind,
            who,
            note,
        } => {
            let who = match cases::by_reference(desk, &who) {
                Ok(other) => Related::Case(other),
                Err(CaseworkError::NoCase) => Related::Named(who),
                Err(error) => return Err(error),
            };
            referrals::add_relation(desk, case, &NewRelation { kind, who, note }).map(drop)
        }
        Ask::Join {
            kept,
            other,
            reason,
        } => {
            let other = cases::by_reference(desk, &other)?;
            referrals::join(desk, kept, other, &reason).map(drop)
        }
        Ask::UndoJoin { join, reason } => referrals::undo_join(desk, join, &reason),
        Ask::Close { case, reason } => keeping::close(desk, case, &reason),
        Ask::Restrict { case, to, reason } => keeping::restrict(desk, case, &to, &reason),
        // Those that read are answered above.
        Ask::List { .. }
        | Ask::Find { .. }
        | Ask::NoteSearch { .. }
        | Ask::Preview(_)
        | Ask::Open(_)
        | Ask::MayBeNamed(_)
        | Ask::Chronology { .. } => Ok(()),
    }
}
