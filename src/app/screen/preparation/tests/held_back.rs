//! Notes of what is held back from the family.

use super::*;

#[test]
fn note_of_what_is_held_back_needs_what_why_and_who() {
    let mut model = small();
    press(&mut model, KeyCode::Char('a'));
    assert!(asked(save(&mut model)).is_empty());
    press(&mut model, KeyCode::Right);
    assert!(asked(save(&mut model)).is_empty());
    let fault = |model: &Model, field| page(model).over.as_ref().unwrap().form.fault(field);
    assert!(fault(&model, "what").is_some());
    type_in(&mut model, "the phone");
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "inquiry");
    assert!(asked(save(&mut model)).is_empty());
    assert!(fault(&model, "agreed-by").is_some());
    type_in(&mut model, "Ann Bevan");
    match kept(save(&mut model)) {
        Deed::HoldBack {
            instead_of,
            withheld,
            ..
        } => {
            assert_eq!(instead_of, None);
            assert_eq!(withheld.unwrap().what.for_professionals(), "the phone");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn note_opened_again_can_be_withdrawn() {
    let mut model = small();
    for _ in 0..2 {
        press(&mut model, KeyCode::Down);
    }
    press(&mut model, KeyCode::Enter);
    for _ in 0..2 {
        press(&mut model, KeyCode::Right);
    }
    assert_eq!(kept(save(&mut model)), Deed::TakeBack { note: 9 });
}
