//! What the keys of the invitations ask for.

use super::*;

#[test]
fn keys_of_the_invitations_each_keep_one_deed() {
    let note = Confidential::default();
    let answered = |person, answer| Deed::Answered {
        person,
        version: 2,
        answer,
        note: note.clone(),
    };
    let table = [
        // Mum has not been sent anything.
        (
            2,
            's',
            Deed::Sent {
                person: 3,
                version: 0,
            },
        ),
        (1, 'y', answered(2, invitation::Answer::Coming)),
        (1, 'x', answered(2, invitation::Answer::NotComing)),
        (0, 'u', answered(1, invitation::Answer::None)),
        // The agency's meeting has changed since.
        (
            5,
            's',
            Deed::Sent {
                person: 6,
                version: 2,
            },
        ),
        (
            0,
            'l',
            Deed::WriteIn {
                person: 1,
                version: 2,
                language: Language::Welsh,
            },
        ),
    ];
    for (down, key, expected) in table {
        let mut model = small();
        press(&mut model, KeyCode::Char('i'));
        for _ in 0..down {
            press(&mut model, KeyCode::Down);
        }
        assert_eq!(
            kept(press(&mut model, KeyCode::Char(key))),
            expected,
            "{down} {key}"
        );
    }
}

#[test]
fn keys_that_cannot_act_on_an_invitation_say_why() {
    let table = [
        (0, 's', W::InvitationsWhySentAlready),
        (2, 'y', W::InvitationsWhyNotSent),
        (3, 's', W::InvitationsWhyNotAsked),
        (3, 'o', W::InvitationsWhyNotAsked),
        (5, 'y', W::InvitationsWhyNotSent),
        (1, 'l', W::InvitationsWhyLanguage),
    ];
    for (down, key, expected) in table {
        let mut model = small();
        press(&mut model, KeyCode::Char('i'));
        for _ in 0..down {
            press(&mut model, KeyCode::Down);
        }
        assert!(
            asked(press(&mut model, KeyCode::Char(key))).is_empty(),
            "{down} {key}"
        );
        assert_eq!(model.notice, Some(Notice::Why(expected)), "{down} {key}");
    }
}

#[test]
fn somebody_sent_instead_is_named() {
    let mut model = small();
    press(&mut model, KeyCode::Char('i'));
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('o'));
    assert!(asked(save(&mut model)).is_empty());
    type_in(&mut model, "Nan");
    match kept(save(&mut model)) {
        Deed::Answered { answer, note, .. } => {
            assert_eq!(answer, invitation::Answer::Sending);
            assert_eq!(note.for_professionals(), "Nan");
        }
        other => panic!("{other:?}"),
    }
}

fn write_into(model: &mut Model, folder: &str) -> Vec<Effect> {
    press(model, KeyCode::Char('i'));
    press(model, KeyCode::Char('w'));
    type_in(model, folder);
    save(model)
}

#[test]
fn files_are_asked_for_those_who_are_owed_something() {
    let mut model = small();
    let asked = asked(write_into(&mut model, "/tmp/letters"));
    assert_eq!(
        asked,
        [preparation::Ask::Write {
            meeting: MeetingId(7),
            people: vec![3, 6, 7],
            folder: "/tmp/letters".to_owned(),
            replace: false,
        }]
    );
}

#[test]
fn files_in_the_way_are_replaced_only_after_a_yes() {
    let mut model = small();
    write_into(&mut model, "/tmp/letters");
    let answer = preparation::Answer::AlreadyThere {
        name: "a.docx".to_owned(),
    };
    let id = model.waiting.last().unwrap().id;
    // Pressed before anybody could read the question: it is no answer to it.
    press_ahead(&mut model, KeyCode::Enter);
    let effects = update(
        &mut model,
        Msg::Answered {
            id,
            answer: Answer::Preparation(answer),
        },
    );
    assert_eq!(effects, []);
    let asked = asked(press(&mut model, KeyCode::Enter));
    assert!(matches!(
        asked[..],
        [preparation::Ask::Write { replace: true, .. }]
    ));
}
