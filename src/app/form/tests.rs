use super::*;

fn key(code: KeyCode) -> Key {
    Key {
        code,
        ctrl: false,
        alt: false,
    }
}

fn type_in(form: &mut Form, text: &str) {
    for letter in text.chars() {
        form.key(key(KeyCode::Char(letter)));
    }
}

fn any_word(at: usize) -> words::Key {
    words::Key::ALL[at]
}

fn options(ids: &[&str]) -> Vec<(String, words::Key)> {
    ids.iter()
        .map(|id| ((*id).to_owned(), any_word(0)))
        .collect()
}

fn form() -> Form {
    Form::new(vec![
        Field::line("name", any_word(0)),
        Field::text("worry", any_word(1)),
        Field::one("living", any_word(0), options(&["home", "carers"])),
        Field::many("feared", any_word(0), options(&["images", "exchange"])),
    ])
}

#[test]
fn line_letters_typed_stand_in_the_field() {
    let mut form = form();
    type_in(&mut form, "Siân ŵ");
    assert_eq!(form.text("name"), "Siân ŵ");
    assert!(form.takes_text());
}

#[test]
fn tab_from_the_last_field_comes_round() {
    let mut form = form();
    for expected in [1, 2, 3, 0] {
        assert_eq!(form.key(key(KeyCode::Tab)), Reply::Moved);
        assert_eq!(form.focus(), expected);
    }
    form.key(key(KeyCode::BackTab));
    assert_eq!(form.focus(), 3);
}

#[test]
fn enter_in_text_breaks_the_line_and_in_a_line_moves_on() {
    let mut form = form();
    form.key(key(KeyCode::Enter));
    assert_eq!(form.focus(), 1);
    type_in(&mut form, "out overnight");
    assert_eq!(form.key(key(KeyCode::Enter)), Reply::Changed);
    type_in(&mut form, "new phone");
    assert_eq!(form.text("worry"), "out overnight\nnew phone");
}

#[test]
fn ctrl_letters_are_never_text() {
    let mut form = form();
    for letter in 'a'..='z' {
        let ctrl = Key {
            code: KeyCode::Char(letter),
            ctrl: true,
            alt: false,
        };
        form.key(ctrl);
    }
    assert_eq!(form.text("name"), "");
}

#[test]
fn paste_into_a_line_keeps_the_words_and_drops_what_could_act() {
    let mut form = form();
    assert_eq!(form.paste("Siân\n\u{1b}[2JJones\u{202e}"), Pasted::Whole);
    let text = form.text("name");
    assert!(text.contains("Siân") && text.contains("Jones"), "{text:?}");
    assert!(!text.chars().any(char::is_control), "{text:?}");
    assert!(!text.contains('\u{202e}'), "{text:?}");
}

#[test]
fn paste_that_would_not_fit_is_refused_whole() {
    let mut form = form();
    type_in(&mut form, "before");
    let much = "x".repeat(100_001);
    assert_eq!(
        form.paste(&much),
        Pasted::TooLong {
            room_chars: LONGEST_LINE_CHARS - 6
        }
    );
    assert_eq!(form.text("name"), "before");
    form.key(key(KeyCode::Tab));
    assert_eq!(form.paste(&"y".repeat(100_000)), Pasted::Whole);
    assert_eq!(form.text("worry").len(), LONGEST_TEXT_CHARS);
}

#[test]
fn paste_into_a_choice_goes_nowhere() {
    let mut form = form();
    form.key(key(KeyCode::Tab));
    form.key(key(KeyCode::Tab));
    let before = form.draft();
    assert_eq!(form.paste("home"), Pasted::NotHere);
    assert_eq!(form.draft(), before);
}

#[test]
fn choices_are_changed_by_space_and_arrows() {
    let mut form = form();
    form.key(key(KeyCode::BackTab));
    form.key(key(KeyCode::Right));
    assert_eq!(form.key(key(KeyCode::Char(' '))), Reply::Changed);
    assert_eq!(
        form.typed("feared"),
        Some(Typed::Many(vec!["exchange".into()]))
    );
    form.key(key(KeyCode::BackTab));
    form.key(key(KeyCode::Left));
    assert_eq!(
        form.typed("living"),
        Some(Typed::One(Some("carers".into())))
    );
    form.key(key(KeyCode::Delete));
    assert_eq!(form.typed("living"), Some(Typed::One(None)));
}

#[test]
fn draft_restored_into_a_new_form_is_the_same_word_for_word() {
    let mut first = form();
    type_in(&mut first, "Ffion");
    first.key(key(KeyCode::Tab));
    type_in(&mut first, "line one");
    first.key(key(KeyCode::Enter));
    first.key(key(KeyCode::Tab));
    first.key(key(KeyCode::Right));
    let kept = serde_json::to_string(&first.draft()).unwrap();
    let mut second = form();
    second.restore(&serde_json::from_str(&kept).unwrap());
    assert_eq!(second.draft(), first.draft());
    assert_eq!(second.text("worry"), "line one\n");
}

#[test]
fn restore_of_a_choice_no_longer_offered_leaves_it_open() {
    let mut form = form();
    let gone = BTreeMap::from([("living".to_owned(), Typed::One(Some("moon".to_owned())))]);
    form.restore(&gone);
    assert_eq!(form.typed("living"), Some(Typed::One(None)));
}

#[test]
fn faults_bring_the_first_into_focus_and_go_when_it_is_changed() {
    let mut form = form();
    type_in(&mut form, "Rhys");
    form.show_faults([("feared", any_word(0)), ("worry", any_word(1))]);
    assert_eq!(form.focus(), 1);
    assert_eq!(form.fault("worry"), Some(any_word(1)));
    type_in(&mut form, "x");
    assert_eq!(form.fault("worry"), None);
    assert!(form.fault("feared").is_some());
    assert_eq!(form.text("name"), "Rhys");
}

#[test]
fn empty_form_takes_no_key() {
    let mut form = Form::new(Vec::new());
    for code in [
        KeyCode::Tab,
        KeyCode::Enter,
        KeyCode::Char('x'),
        KeyCode::Up,
    ] {
        assert_eq!(form.key(key(code)), Reply::NotMine);
    }
    assert_eq!(form.paste("x"), Pasted::NotHere);
}

#[test]
fn form_that_asks_otherwise_keeps_all_that_was_typed_and_the_focus() {
    let line = |id| Field::line(id, words::Key::CaseReasonNeeded);
    let mut form = Form::new(vec![line("who"), line("which")]);
    let text = |text: &str| Typed::Text(text.to_owned());
    form.put("who", &text("Siân"));
    form.put("which", &text("NPT-26-001"));
    form.go_to("who");
    form.ask_instead(Form::new(vec![line("when"), line("who")]));
    assert_eq!(form.typed("which"), None);
    assert_eq!(form.focused().map(Field::id), Some("who"));
    // A draft of it holds what is not asked for now, and so does the form made from that draft.
    let draft = form.draft();
    assert_eq!(draft.get("which"), Some(&text("NPT-26-001")));
    let mut again = Form::new(vec![line("who")]);
    again.restore(&draft);
    again.ask_instead(Form::new(vec![line("which"), line("who")]));
    assert_eq!(again.text("which"), "NPT-26-001");
    assert_eq!(again.text("who"), "Siân");
}
