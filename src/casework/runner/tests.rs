use super::*;
use crate::casework::testing::{CASE, House, day};
use crate::casework::{meetings, voice};
use crate::domain::case::CaseId;
use crate::domain::meeting::{InvitedKind, MeetingPlan};
use crate::domain::plan::{Agreement, Goal, SharedAction, SharedPart};
use crate::domain::roles::Role;
use crate::domain::runner::{Finish, ItemChange, ItemSection, Part};
use crate::domain::sharing::Shareable;
use crate::domain::voice::{Feeling, Heard, Speaker};
use crate::store::audit::Verdict;
use crate::store::vault::Passphrase;
use crate::store::{account, audit, testing};

const NOW: &str = "2026-11-24T14:05:00Z";

pub(super) const MEETING: MeetingId = MeetingId(1);

/// The meeting of Cerys Hughes, planned for today; in the chair is `duty`, who has a slot.
pub(super) fn house() -> House {
    let mut house = House::founded(
        &[
            ("duty", "Ann Bevan", Role::Chair),
            ("worker", "Lowri Ham", Role::SocialWorker),
        ],
        NOW,
    );
    house.run(
        "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, owner_id, opened_on, last_event_at) VALUES
                 (1, 'a', 'NPT-26-001', 'Cerys', 'Hughes', 'x', 'at-home', 'en', 'to-be-heard', 2,
                     '2026-11-01', '2026-11-01T09:00:00Z');
             INSERT INTO decision (case_id, decided_at, decided_by, outcome, against_score, reason)
                 VALUES (1, '2026-11-16T11:00:00Z', 1, 'meeting', 0, 'heard');
             INSERT INTO relation (case_id, name, kind, name_key) VALUES
                 (1, 'Siân', 'parent-carer', 'sian');",
    );
    let planned = house.as_user("duty", |desk| {
        let plan = MeetingPlan {
            day: day("2026-11-24"),
            ..meetings::offer(desk, CASE)?.plan
        };
        meetings::plan(desk, CASE, &plan)
    });
    assert_eq!(planned.unwrap(), MEETING);
    house
}

impl House {
    /// With the chair at the desk.
    pub(super) fn chair<T>(&mut self, deed: impl FnOnce(&mut Desk<'_>, MeetingId) -> T) -> T {
        let chair = self.actor("duty");
        deed(&mut self.desk(&chair), MEETING)
    }

    fn person(&self, name: &str) -> i64 {
        let meeting = meeting::by_id(self.store.connection(), MEETING).unwrap();
        let people = meeting.unwrap().plan.people;
        let found = people.iter().find(|one| one.name == name);
        found.unwrap().row.unwrap()
    }

    /// What is still to be done, but for who is to be heard and told.
    fn clocks_of_meetings(&self) -> Vec<String> {
        let mut open = self.clocks();
        open.retain(|one| !one.starts_with("voice") && !one.starts_with("family"));
        open
    }

    /// Begun, with the worker there and two things said, one of them released.
    pub(super) fn in_part1(&mut self) -> Part1 {
        let lowri = self.person("Lowri Ham");
        self.chair(|desk, id| {
            begin(desk, id).unwrap();
            attend(desk, id, &present(lowri, Part::One)).unwrap();
            let new = item(ItemSection::SinceLast, "a new phone, not hers");
            let new = NewItem {
                change: Some(ItemChange::New),
                ..new
            };
            add_item(desk, id, &new).unwrap();
            let after =
                add_item(desk, id, &item(ItemSection::WiderRisks, "two older men")).unwrap();
            share_with_family(desk, after.items[0].id, "We saw you have a new phone").unwrap()
        })
    }
}

fn present(person: i64, part: Part) -> Attending {
    Attending {
        person,
        part,
        how: How::Present,
        represented_by: String::new(),
    }
}

fn item(section: ItemSection, words: &str) -> NewItem {
    NewItem {
        section,
        change: None,
        agency: String::new(),
        words: Confidential::new(words),
    }
}

pub(super) fn words_key(error: &CaseworkError) -> &'static str {
    error.words_key()
}

pub(super) fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn nothing_is_noted_before_the_meeting_is_begun() {
    let mut house = house();
    let lowri = house.person("Lowri Ham");
    house.chair(|desk, id| {
        assert!(open(desk, id).unwrap().run.is_none());
        let noted = attend(desk, id, &present(lowri, Part::One)).unwrap_err();
        assert_eq!(words_key(&noted), "runner-not-begun");
        let drawn = draw_curtain(desk, id).unwrap_err();
        assert_eq!(words_key(&drawn), "runner-not-begun");
    });
}

#[test]
fn social_worker_does_not_run_a_meeting() {
    let mut house = house();
    let part1 = house.in_part1();
    let before = house.audited();
    let (worker, id) = (house.actor("worker"), MEETING);
    let mut desk = house.desk(&worker);
    let said = item(ItemSection::Other, "x");
    let first = part1.items[0].id;
    for refused in [
        open(&mut desk, id).map(drop),
        begin(&mut desk, id).map(drop),
        add_item(&mut desk, id, &said).map(drop),
        share_with_family(&mut desk, first, "x").map(drop),
        take_back(&mut desk, first).map(drop),
        remove_item(&mut desk, first, 1).map(drop),
        preview(&mut desk, id).map(drop),
        draw_curtain(&mut desk, id).map(drop),
        family(&mut desk, id).map(drop),
        end_without_family(&mut desk, id, "x").map(drop),
        lift_curtain(&mut desk, id, &passphrase("demo")),
    ] {
        assert_eq!(refused.unwrap_err().exit_code(), 4);
    }
    assert_eq!(house.audited(), before);
}

#[test]
fn item_is_the_professionals_until_it_is_released_and_says_by_whom() {
    let mut house = house();
    let part1 = house.in_part1();
    assert_eq!(part1.held_back(), 1);
    let release = part1.items[0].release.as_ref().unwrap();
    assert_eq!(release.words.as_str(), "We saw you have a new phone");
    assert_eq!((release.by.as_str(), release.at), ("Ann Bevan", house.now));
    let taken = house.chair(|desk, _| take_back(desk, part1.items[0].id).unwrap());
    assert_eq!(taken.held_back(), 2);
    let kept: i64 = house
        .store
        .connection()
        .query_row("SELECT count(*) FROM release", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 1, "who had released it is not forgotten");
}

#[test]
fn item_changed_by_two_people_is_a_conflict_and_one_removed_takes_its_release_along() {
    let mut house = house();
    let part1 = house.in_part1();
    let first = &part1.items[0];
    house.chair(|desk, id| {
        let other = item(ItemSection::Circumstances, "moved in with Nan");
        change_item(desk, first.id, first.version, &other).unwrap();
        let late = change_item(desk, first.id, first.version, &other).unwrap_err();
        assert_eq!(late.exit_code(), 5);
        let left = remove_item(desk, first.id, first.version + 1).unwrap();
        assert_eq!(left.items.len(), 1);
        assert_eq!(preview(desk, id).unwrap().1, []);
    });
}

#[test]
fn somebody_represented_needs_the_one_who_came_and_a_stranger_is_brought_first() {
    let mut house = house();
    let lowri = house.person("Lowri Ham");
    house.chair(|desk, id| {
        begin(desk, id).unwrap();
        let mut sent = present(lowri, Part::One);
        sent.how = How::Represented;
        let nobody = attend(desk, id, &sent).unwrap_err();
        assert_eq!(words_key(&nobody), "runner-represented");
        sent.represented_by = "Nia\u{1b}[2J Puw".to_owned();
        let part1 = attend(desk, id, &sent).unwrap();
        assert_eq!(part1.attending[0].represented_by, "Nia Puw");
        let stranger = attend(desk, id, &present(999, Part::One)).unwrap_err();
        assert_eq!(words_key(&stranger), "runner-not-on-the-list");
        let nan = Invited {
            part2: true,
            ..Invited::new(InvitedKind::Family, "Nan")
        };
        let part1 = bring(desk, id, &nan).unwrap();
        assert_eq!(part1.meeting.plan.people.last().unwrap().name, "Nan");
    });
}

#[test]
fn curtain_needs_somebody_noted_as_there() {
    let mut house = house();
    house.chair(|desk, id| {
        begin(desk, id).unwrap();
        let drawn = draw_curtain(desk, id).unwrap_err();
        assert_eq!(words_key(&drawn), "runner-no-attendance");
    });
}

#[test]
fn family_sees_what_the_preview_showed_and_part_1_answers_to_nobody() {
    let mut house = house();
    let part1 = house.in_part1();
    house.chair(|desk, id| {
        let (here, told) = preview(desk, id).unwrap();
        let view = draw_curtain(desk, id).unwrap();
        assert_eq!((&view.here, &view.told), (&here, &told));
        let told: Vec<&str> = view.told.iter().map(Shareable::as_str).collect();
        assert_eq!(told, ["We saw you have a new phone"]);
        assert_eq!(view.called.as_str(), "Cerys");
        assert!(!format!("{view:?}").contains("older men"));
        assert!(!format!("{view:?}").contains("NPT-26"));
        let said = item(ItemSection::Other, "x");
        let first = &part1.items[0];
        for refused in [
            open(desk, id).map(drop),
            begin(desk, id).map(drop),
            add_item(desk, id, &said).map(drop),
            change_item(desk, first.id, first.version, &said).map(drop),
            share_with_family(desk, first.id, "x").map(drop),
            take_back(desk, first.id).map(drop),
            preview(desk, id).map(drop),
        ] {
            assert_eq!(words_key(&refused.unwrap_err()), "runner-behind-curtain");
        }
        assert_eq!(going_on(desk).unwrap(), Some(id));
    });
}

#[test]
fn whoever_draws_the_curtain_has_the_chair_from_then_on() {
    let mut house = house();
    house.in_part1();
    account::insert(
        house.store.connection(),
        "principal",
        "Bethan Rees",
        Role::PrincipalOfficer,
    )
    .unwrap();
    let principal = house.actor("principal");
    let id = MEETING;
    let view = draw_curtain(&mut house.desk(&principal), id).unwrap();
    assert_eq!(view.chair.as_str(), "Bethan Rees");
    assert_eq!(going_on(&house.desk(&principal)).unwrap(), Some(id));
    assert_eq!(house.chair(|desk, _| going_on(desk).unwrap()), None);
}

#[test]
fn curtain_waits_while_the_next_plan_leaves_out_what_is_open() {
    use crate::casework::plans;
    let mut house = house();
    house.in_part1();
    house.chair(|desk, id| {
        let first = plans::begin(desk, CaseId(1), None).unwrap();
        let part = SharedPart {
            actions: vec![SharedAction {
                what: Shareable::new("ask the coach"),
                who: Shareable::new("Lowri"),
                by: Some(day("2026-12-11")),
                ..SharedAction::default()
            }],
            ..SharedPart::default()
        };
        let kept = plans::set_shared(desk, first.id, first.version, &part).unwrap();
        let agreement = Agreement {
            on: day("2026-11-24"),
            by: vec![Shareable::new("Cerys")],
        };
        plans::agree(desk, first.id, kept, &agreement).unwrap();
        let next = plans::begin(desk, CaseId(1), Some(id)).unwrap();
        let bare = SharedPart::default();
        let kept = plans::set_shared(desk, next.id, next.version, &bare).unwrap();
        let drawn = draw_curtain(desk, id).unwrap_err();
        assert_eq!(words_key(&drawn), "runner-plan-leaves-out");
        // Taken in again, it is gone on with in front of everybody.
        let on = SharedPart {
            actions: next.actions.clone(),
            ..bare
        };
        plans::set_shared(desk, next.id, kept, &on).unwrap();
        assert_eq!(draw_curtain(desk, id).unwrap().plan.actions.len(), 1);
    });
}

#[test]
fn only_the_own_passphrase_lifts_the_curtain() {
    let mut house = house();
    house.in_part1();
    house.chair(|desk, id| {
        draw_curtain(desk, id).unwrap();
        let wrong = lift_curtain(desk, id, &passphrase("let me in")).unwrap_err();
        assert_eq!(words_key(&wrong), "wrong-passphrase");
        assert!(open(desk, id).is_err());
        lift_curtain(desk, id, &passphrase(testing::PASSPHRASE)).unwrap();
        assert_eq!(open(desk, id).unwrap().stage(), Some(RunStage::Part1));
        assert_eq!(going_on(desk).unwrap(), None);
        assert!(family(desk, id).is_err(), "the family's view is closed too");
    });
    let tried = house.audited();
    assert!(tried.contains(&"curtain-not-lifted".to_owned()));
    assert!(tried.contains(&"curtain-lifted".to_owned()));
}

#[test]
fn part_2_hears_makes_a_plan_and_ends_with_what_is_owed() {
    let mut house = house();
    house.in_part1();
    house.chair(|desk, id| {
        let view = draw_curtain(desk, id).unwrap();
        let mut heard = Heard::nothing_yet(day("2026-11-24"), Speaker::YoungPerson, "Cerys Hughes");
        heard.feeling = Feeling::new(3);
        heard.own_words = Shareable::new("Better than it was");
        let view = hear(desk, id, &heard).map(|after| (view, after)).unwrap().1;
        assert_eq!(view.heard, [Shareable::new("Cerys Hughes")]);
        let part = SharedPart {
            goals: vec![Goal {
                whose: Shareable::new("Cerys"),
                words: Shareable::new("I want to go back to football"),
            }],
            actions: vec![SharedAction {
                goal: Some(0),
                what: Shareable::new("ask the coach"),
                who: Shareable::new("Lowri and Mum"),
                by: Some(day("2026-12-11")),
                how_we_know: Shareable::new("first training"),
                ..SharedAction::default()
            }],
            not_agreed: Shareable::new("how late on Fridays"),
        };
        let view = set_plan(desk, id, &view.plan, &part).unwrap();
        assert_eq!(view.plan.actions.len(), 1);
        let mut finish = Finish {
            agreement: Some(Agreement {
                on: day("2026-11-24"),
                by: vec![Shareable::new("Cerys"), Shareable::new("Siân")],
            }),
            next_on: Some(day("2026-12-15")),
            cut_short: String::new(),
            not_agreed: Shareable::new("how late on Fridays"),
        };
        let early = end(desk, id, &finish).unwrap_err();
        assert_eq!(words_key(&early), "runner-next-outside");
        finish.next_on = Some(day("2026-12-30"));
        let view = end(desk, id, &finish).unwrap();
        assert!(view.is_over);
        assert_eq!(view.next_on, finish.next_on);
        let part1 = open(desk, id).unwrap();
        assert_eq!(part1.stage(), Some(RunStage::Ended));
        assert_eq!(part1.meeting.status, MeetingStatus::Held);
        let after = hear(desk, id, &heard).unwrap_err();
        assert_eq!(words_key(&after), "runner-not-in-part2");
        let kept = voice::of_case(desk, CaseId(1)).unwrap();
        assert_eq!(kept.voices.voices.len(), 1);
    });
    assert_eq!(
        house.clocks_of_meetings(),
        [
            "full-record 2026-12-22",
            "plan-action 2026-12-11",
            "plan-and-summary 2026-12-01",
            "protocol-decision 2026-11-24"
        ]
    );
    let verdict = audit::verify(house.store.connection(), None).unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }));
}

#[test]
fn meeting_to_which_no_family_came_ends_with_a_reason() {
    let mut house = house();
    house.in_part1();
    house.chair(|desk, id| {
        let without = end_without_family(desk, id, " ").unwrap_err();
        assert_eq!(words_key(&without), "runner-reason-missing");
        let part1 = end_without_family(desk, id, "Cerys left before it").unwrap();
        assert_eq!(part1.stage(), Some(RunStage::Ended));
        assert!(end_without_family(desk, id, "again").is_err());
        assert!(draw_curtain(desk, id).is_err());
    });
}

#[test]
fn meeting_begun_on_another_day_is_that_days_meeting() {
    let mut house = house();
    let chair = house.actor("duty");
    let id = MEETING;
    let mut desk = house.desk(&chair);
    desk.now = "2026-11-25T14:05:00Z".parse().unwrap();
    let part1 = begin(&mut desk, id).unwrap();
    assert_eq!(part1.meeting.plan.day, day("2026-11-25"));
    let again = begin(&mut desk, id).unwrap();
    assert_eq!(again.run, part1.run, "begun once");
}
