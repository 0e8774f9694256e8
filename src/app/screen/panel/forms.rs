//! The forms of the Panel: an issue that is raised, and what was learnt or done about one.

use strum::IntoEnumIterator;

use crate::app::cx::Cx;
use crate::app::form::{Field, Form, Typed};
use crate::domain::panel::{IssueKind, NewIssue, NewPanelNote};
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelForm {
    Raise,
    /// Of the issue of this number.
    Note(i64),
}

/// Faults by field.
pub(crate) type Faults = Vec<(&'static str, W)>;

const LIVE: &str = "live";
const CLOSED: &str = "closed";

impl PanelForm {
    /// The form of a draft, by the name of its place.
    pub(super) fn of_draft(name: &str) -> Option<Self> {
        if name == "panel-raise" {
            return Some(Self::Raise);
        }
        let id = name.strip_prefix("panel-note-")?;
        id.parse().ok().map(Self::Note)
    }

    /// Under which name what is typed is kept.
    pub(super) fn draft_place(self) -> String {
        match self {
            Self::Raise => "panel-raise".to_owned(),
            Self::Note(id) => format!("panel-note-{id}"),
        }
    }
}

/// What an issue is about, in words.
pub const fn kind_words(kind: IssueKind) -> W {
    match kind {
        IssueKind::Place => W::PanelKindPlace,
        IssueKind::Person => W::PanelKindPerson,
        IssueKind::Online => W::PanelKindOnline,
        IssueKind::Group => W::PanelKindGroup,
        IssueKind::Other => W::PanelKindOther,
    }
}

/// The fields of an issue.
pub(crate) fn issue_form() -> Form {
    let kinds = IssueKind::iter().map(|kind| {
        let word: &str = kind.into();
        (word.to_owned(), kind_words(kind))
    });
    Form::new(vec![
        Field::one("kind", W::PanelKind, kinds).needed(),
        Field::text("what", W::PanelWhat).needed(),
        Field::line("place", W::PanelPlace),
    ])
}

/// What was typed into them.
///
/// # Errors
/// What is missing, by field.
pub(crate) fn issue(form: &Form) -> Result<NewIssue, Faults> {
    let mut faults = Vec::new();
    let kind = form.chosen("kind").and_then(|kind| kind.parse().ok());
    if kind.is_none() {
        faults.push(("kind", W::PanelFaultKind));
    }
    let what = form.text("what");
    if what.trim().is_empty() {
        faults.push(("what", W::PanelFaultWhat));
    }
    match kind {
        Some(kind) if faults.is_empty() => Ok(NewIssue {
            kind,
            what: Confidential::new(what.trim()),
            place: Confidential::new(form.text("place").trim()),
        }),
        _ => Err(faults),
    }
}

pub(super) fn open(kind: PanelForm, is_live: bool, cx: &Cx<'_>) -> Form {
    if kind == PanelForm::Raise {
        return issue_form();
    }
    let agencies = cx.rules.policies.agencies.all().iter();
    let agencies = agencies.map(|one| (one.id.clone(), one.name.clone()));
    let stands = [(LIVE, W::PanelGoesOn), (CLOSED, W::PanelIsClosed)];
    let stands = stands.map(|(id, words)| (id.to_owned(), words));
    let mut form = Form::new(vec![
        Field::text("words", W::PanelNoteWords).needed(),
        Field::pick("passed", W::PanelPassedTo, agencies),
        Field::one("status", W::PanelStands, stands).needed(),
    ]);
    let now = if is_live { LIVE } else { CLOSED };
    form.put("status", &Typed::One(Some(now.to_owned())));
    form
}

/// # Errors
/// What is missing, by field.
pub(super) fn note(form: &Form) -> Result<NewPanelNote, Faults> {
    let words = form.text("words");
    if words.trim().is_empty() {
        return Err(vec![("words", W::PanelFaultWhat)]);
    }
    Ok(NewPanelNote {
        words: Confidential::new(words.trim()),
        passed_to: form.chosen("passed").unwrap_or_default(),
        is_live: form.chosen("status").as_deref() != Some(CLOSED),
    })
}
