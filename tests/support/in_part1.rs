//! A meeting in Part 1, with the least noted that lets it go on.

use diogel::casework::{Desk, runner};
use diogel::domain::meeting::MeetingId;
use diogel::domain::runner::{Attending, How, Part};

/// Begins a meeting, with the first of the professionals present.
pub fn begin_with_one_present(desk: &mut Desk<'_>, meeting: MeetingId) {
    let part1 = runner::begin(desk, meeting).unwrap();
    let mut professionals = part1.meeting.plan.people.iter().filter(|one| one.part1);
    let attending = Attending {
        person: professionals.next().unwrap().row.unwrap(),
        part: Part::One,
        how: How::Present,
        represented_by: String::new(),
    };
    runner::attend(desk, meeting, &attending).unwrap();
}
