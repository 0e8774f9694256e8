//! Whom the planner asks, with reasons and clashes.

use super::*;

#[test]
fn mum_not_asked_needs_a_reason_before_anything_is_saved() {
    let mut model = opened();
    select(&mut model, MUM);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Char(' '));
    assert!(!sheet(&model).plan.people[6].part2);
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.kind, OverKind::WhyNot(6));
    assert_eq!(
        over.form.chosen("decided-by").as_deref(),
        Some("2"),
        "the chair"
    );
    // Left without a reason, it cannot be saved.
    press(&mut model, KeyCode::Esc);
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(asked(&effects), Vec::<&meetings::Ask>::new());
    let place = PlanPlace::Person(6);
    let fault = PlanFault::NotAskedReasonMissing;
    assert_eq!(sheet(&model).faults, [(place, fault)]);
    assert_eq!(sheet(&model).row(), SheetRow::Person(6));
    press(&mut model, KeyCode::Char('w'));
    type_in(&mut model, "police bail");
    press_ctrl(&mut model, 's');
    assert_eq!(sheet(&model).faults, []);
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let [meetings::Ask::Plan { plan, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    let given = plan.people[6].not_asked.as_ref().unwrap();
    assert_eq!(
        (given.reason.as_str(), given.decided_by),
        ("police bail", 2)
    );
}

#[test]
fn young_person_is_never_asked_to_part_1() {
    let mut model = opened();
    select(&mut model, CERYS);
    press(&mut model, KeyCode::Left);
    assert_eq!(sheet(&model).column, Column::Part1);
    press(&mut model, KeyCode::Char(' '));
    assert!(!sheet(&model).plan.people[5].part1);
    assert_eq!(model.notice, Some(Notice::Why(W::MeetingsWhyPart1)));
}

#[test]
fn person_added_is_looked_up_for_clashes() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('a'));
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "Housing");
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "Nia Puw");
    let effects = press_ctrl(&mut model, 's');
    let added = sheet(&model).plan.people.last().unwrap();
    assert_eq!(
        (added.agency.as_str(), added.name.as_str()),
        ("housing", "Nia Puw")
    );
    assert!(added.part1 && added.part2);
    let asks = asked(&effects);
    let [meetings::Ask::Taken { whose, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert!(whose.contains(&BusyWho::Professional {
        agency: "housing".to_owned(),
        name_key: "nia puw".to_owned()
    }));
}

#[test]
fn person_away_is_noted_and_everybody_is_looked_up_again() {
    let mut model = opened();
    select(&mut model, 4);
    press(&mut model, KeyCode::Char('b'));
    type_in(&mut model, "7/12");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let both = (day("2026-12-07"), day("2026-12-07"));
    assert!(matches!(asks.as_slice(), [meetings::Ask::NoteAway { days, .. }] if *days == both));
    let refused = Answer::Failed(Failure {
        words_key: "store-busy",
        is_conflict: false,
    });
    answer(&mut model, &effects, refused);
    press(&mut model, KeyCode::Char('b'));
    let effects = press_ctrl(&mut model, 's');
    let again = self::asked(&effects);
    assert!(matches!(again.as_slice(), [meetings::Ask::NoteAway { days, .. }] if *days == both));
    let effects = answer(
        &mut model,
        &effects,
        Answer::Meetings(meetings::Answer::AwayNoted),
    );
    assert!(matches!(
        asked(&effects).as_slice(),
        [meetings::Ask::Taken { .. }]
    ));
}

#[test]
fn reasons_of_last_time_are_not_taken_over_into_a_review() {
    let rules = Rules::embedded().unwrap();
    let mut last = planned(1).meeting.unwrap();
    last.status = MeetingStatus::Held;
    last.plan.people[6].part2 = false;
    last.plan.people[6].not_asked = Some(NotAsked {
        reason: "police bail".to_owned(),
        decided_by: 2,
    });
    last.plan.people.push(Invited {
        part2: true,
        ..Invited::new(InvitedKind::Advocate, "Ioan Lloyd")
    });
    let base = offer();
    let again = proposal(
        &Proposal {
            kind: MeetingKind::Review,
            case: &base.case,
            last: Some(&last),
            colleagues: &base.colleagues,
            family: &base.family,
            policies: &rules.policies,
            planned_by: 3,
        },
        day("2027-01-05"),
    );
    assert_eq!(again.people.len(), last.plan.people.len());
    assert!(again.people[6].not_asked.is_none());
    assert_eq!(
        again.part1.start,
        NaiveTime::from_hms_opt(14, 0, 0).unwrap()
    );
    assert_eq!(again.chair, Some(2));
}
