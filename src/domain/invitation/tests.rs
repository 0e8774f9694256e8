use super::*;
use crate::domain::meeting::{Invited, InvitedKind, MeetingKind, MeetingPlan, Part};
use chrono::NaiveTime;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn sent_once() -> Invitation {
    let mut invitation = Invitation::new(7, "uid");
    let start = at("2026-12-03T15:05:00Z");
    invitation.sent(Step::Invite, start, at("2026-11-24T10:00:00Z"));
    invitation
}

#[test]
fn invitation_s_step_follows_from_what_was_sent_and_what_changed() {
    assert_eq!(Step::of(true, None), Step::Invite);
    assert_eq!(Step::of(false, None), Step::NotAsked);
    let mut one = Invitation::new(7, "uid");
    assert_eq!(Step::of(true, Some(&one)), Step::Invite);
    // What was never sent is not taken back.
    assert_eq!(Step::of(false, Some(&one)), Step::NotAsked);
    one = sent_once();
    assert_eq!(Step::of(true, Some(&one)), Step::Asked);
    one.answer = Answer::Coming;
    assert_eq!(Step::of(true, Some(&one)), Step::Answered);
    one.changed();
    assert_eq!(Step::of(true, Some(&one)), Step::Update);
    assert_eq!(Step::of(false, Some(&one)), Step::TellCancelled);
}

#[test]
fn sequence_rises_with_every_change_and_the_answer_to_the_old_time_goes() {
    let mut one = sent_once();
    assert_eq!((one.sequence, one.sent_sequence), (0, Some(0)));
    one.answer = Answer::NotComing;
    one.answer_note = Confidential::new("on leave");
    one.answered_at = Some(at("2026-11-25T10:00:00Z"));
    one.changed();
    one.changed();
    assert_eq!((one.sequence, one.sent_sequence), (2, Some(0)));
    assert_eq!((one.answer, one.answered_at), (Answer::None, None));
    assert!(one.answer_note.is_blank());
    let start = at("2026-12-10T15:05:00Z");
    one.sent(Step::Update, start, at("2026-11-26T10:00:00Z"));
    assert_eq!((one.sequence, one.sent_sequence), (2, Some(2)));
    assert_eq!(one.told_start, Some(start));
}

#[test]
fn unsent_invitation_does_not_change() {
    let mut one = Invitation::new(7, "uid");
    one.changed();
    assert_eq!(one, Invitation::new(7, "uid"));
}

#[test]
fn cancelled_and_asked_again_is_invited_with_a_higher_sequence() {
    let mut one = sent_once();
    one.changed();
    let start = one.told_start;
    one.sent(
        Step::TellCancelled,
        at("2026-12-03T14:00:00Z"),
        at("2026-11-26T10:00:00Z"),
    );
    assert_eq!(Step::of(false, Some(&one)), Step::Cancelled);
    assert_eq!(
        one.told_start, start,
        "they were not asked for another time"
    );
    one.changed();
    assert_eq!(Step::of(true, Some(&one)), Step::Invite);
    assert_eq!(one.sequence, 2);
    one.sent(
        Step::Invite,
        at("2026-12-03T14:00:00Z"),
        at("2026-11-27T10:00:00Z"),
    );
    assert_eq!(Step::of(true, Some(&one)), Step::Asked);
}

fn plan() -> MeetingPlan {
    let part = |start: &str| Part {
        start: NaiveTime::parse_from_str(start, "%H:%M").unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    let mut police = Invited::new(InvitedKind::Professional, "D. Rees");
    police.row = Some(1);
    police.part1 = true;
    let mut mum = Invited::new(InvitedKind::Family, "Mum");
    mum.row = Some(2);
    mum.part2 = true;
    MeetingPlan {
        kind: MeetingKind::Initial,
        day: "2026-12-03".parse().unwrap(),
        part1: part("14:00"),
        part2: Some(part("15:10")),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: None,
        day_reason: String::new(),
        people: vec![police, mum],
    }
}

#[test]
fn change_concerns_those_whose_own_time_or_place_it_is() {
    let before = plan();
    let (police, mum) = (&before.people[0], &before.people[1]);
    let concerned = |after: &MeetingPlan| {
        (
            concerns(&before, after, police),
            concerns(&before, after, mum),
        )
    };
    assert_eq!(concerned(&before), (false, false));
    let mut later = before.clone();
    later.part2.as_mut().unwrap().minutes = 60;
    assert_eq!(concerned(&later), (false, true));
    let mut elsewhere = before.clone();
    elsewhere.venue = "civic-centre".to_owned();
    assert_eq!(concerned(&elsewhere), (true, true));
    let mut renamed = before.clone();
    renamed.people[0].role = "sergeant".to_owned();
    assert_eq!(concerned(&renamed), (false, false));
    let mut gone = before.clone();
    gone.people.remove(0);
    assert_eq!(concerned(&gone), (true, false));
}
