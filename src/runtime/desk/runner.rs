//! From an asking of the runner or the family session to its function of casework.

use crate::app::talk::runner::{Answer, Ask};
use crate::casework::{CaseworkError, Desk, panel, runner};
use crate::domain::runner::{Part1, RunStage};
use crate::domain::sharing::FamilyView;
use crate::store::vault::Passphrase;

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Open { meeting } => runner::open(desk, meeting).map(part1),
        Ask::Begin { meeting } => runner::begin(desk, meeting).map(part1),
        Ask::TakeChair { meeting } => match runner::take_chair(desk, meeting)? {
            RunStage::Part2 => runner::family(desk, meeting).map(family),
            RunStage::Part1 | RunStage::Ended => runner::open(desk, meeting).map(part1),
        },
        Ask::Attend { meeting, attending } => runner::attend(desk, meeting, &attending).map(part1),
        Ask::Bring { meeting, person } => runner::bring(desk, meeting, &person).map(part1),
        Ask::AddItem { meeting, item } => runner::add_item(desk, meeting, &item).map(part1),
        Ask::ChangeItem { id, version, item } => {
            runner::change_item(desk, id, version, &item).map(part1)
        }
        Ask::RemoveItem { id, version } => runner::remove_item(desk, id, version).map(part1),
        Ask::Share { id, words } => runner::share_with_family(desk, id, &words).map(part1),
        Ask::TakeBack { id } => runner::take_back(desk, id).map(part1),
        Ask::GiveToPanel { id, issue } => panel::give(desk, id, &issue).map(part1),
        Ask::TakeFromPanel { meeting, issue } => panel::take(desk, meeting, issue).map(part1),
        Ask::Preview { meeting } => {
            let (here, told) = runner::preview(desk, meeting)?;
            Ok(Answer::Preview { here, told })
        }
        Ask::EndWithoutFamily { meeting, reason } => {
            runner::end_without_family(desk, meeting, &reason).map(part1)
        }
        Ask::Draw { meeting } => runner::draw_curtain(desk, meeting).map(family),
        Ask::Family { meeting } => runner::family(desk, meeting).map(family),
        Ask::Hear { meeting, heard } => runner::hear(desk, meeting, &heard).map(family),
        Ask::SetPlan {
            meeting,
            kept,
            part,
        } => runner::set_plan(desk, meeting, &kept, &part).map(family),
        Ask::End { meeting, finish } => runner::end(desk, meeting, &finish).map(family),
        Ask::Lift {
            meeting,
            passphrase,
        } => {
            let words = Passphrase::new(passphrase.expose().to_owned());
            runner::lift_curtain(desk, meeting, &words)?;
            Ok(Answer::Lifted)
        }
    }
}

fn part1(found: Part1) -> Answer {
    Answer::Part1(Box::new(found))
}

fn family(found: FamilyView) -> Answer {
    Answer::Family(Box::new(found))
}
