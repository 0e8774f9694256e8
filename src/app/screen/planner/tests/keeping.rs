//! What the planner keeps: drafts, what it sends, and what it meets in the store.

use super::*;

#[test]
fn what_was_typed_in_a_form_left_by_esc_is_there_again() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('a'));
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "Nan");
    let effects = press(&mut model, KeyCode::Esc);
    assert!(kept_draft(&effects).unwrap().content.contains("Nan"));
    press(&mut model, KeyCode::Char('a'));
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("name"), "Nan");
}

#[test]
fn draft_comes_back_whole_after_a_kill_with_the_form_that_was_open() {
    let mut model = opened();
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Char('a'));
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    let effects = type_in(&mut model, "Nan");
    let draft = kept_draft(&effects);
    assert!(draft.is_some());
    let size = SMALL;
    let model = opened_with(size, Language::English, offer(), draft);
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"));
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("name"), "Nan");
    assert_eq!(model.notice, Some(Notice::Done(W::MeetingsDraftRestored)));
}

#[test]
fn planned_meeting_moved_asks_why_and_sends_its_version() {
    let size = SMALL;
    let mut model = opened_with(size, Language::English, planned(4), None);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    assert_eq!(sheet(&model).plan.day, day("2026-12-07"));
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(asked(&effects), Vec::<&meetings::Ask>::new());
    assert_eq!(
        planner(&model).over.as_ref().unwrap().kind,
        OverKind::Moving
    );
    type_in(&mut model, "Mum works");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let [
        meetings::Ask::Move {
            version, reason, ..
        },
    ] = asks.as_slice()
    else {
        panic!("{asks:?}");
    };
    assert_eq!((*version, reason.as_str()), (4, "Mum works"));
}

#[test]
fn conflict_keeps_mine_shows_theirs_and_t_takes_it() {
    let size = SMALL;
    let mut model = opened_with(size, Language::English, planned(1), None);
    select(&mut model, 4 + 1);
    press(&mut model, KeyCode::Char(' '));
    let effects = press_ctrl(&mut model, 's');
    let refused = Answer::Failed(Failure {
        words_key: "conflict",
        is_conflict: true,
    });
    let effects = answer(&mut model, &effects, refused);
    let mut theirs = planned(2);
    theirs.plan.day = day("2026-12-07");
    theirs.meeting.as_mut().unwrap().plan.day = day("2026-12-07");
    let offered = meetings::Answer::Offered(Box::new(theirs));
    answer(&mut model, &effects, Answer::Meetings(offered));
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"), "mine");
    assert!(!sheet(&model).plan.people[1].part1);
    assert_eq!(
        sheet(&model).theirs.as_ref().unwrap().day,
        day("2026-12-07")
    );
    press(&mut model, KeyCode::Char('t'));
    assert_eq!(sheet(&model).plan.day, day("2026-12-07"));
    assert!(sheet(&model).plan.people[1].part1);
}

#[test]
fn saved_meeting_leaves_no_draft_and_goes_back() {
    let mut model = opened();
    let effects = press_ctrl(&mut model, 's');
    let saved = meetings::Answer::Saved(MeetingId(7));
    let effects = answer(&mut model, &effects, Answer::Meetings(saved));
    let discarded = effects.iter().any(|effect| {
        matches!(effect, Effect::Ask { ask: Ask::Drafts(drafts::Ask::Discard { place }), .. }
            if place == "planner:38")
    });
    assert!(discarded);
    assert!(!matches!(model.screen(), Some(Screen::Planner(_))));
}
