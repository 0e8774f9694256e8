//! The short forms over a case's page: each is kept as a draft until it is saved.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use crate::app::form::{Field, Form, Typed};
use crate::app::talk::cases;
use crate::domain::case::CaseId;
use crate::domain::case_page::MayBeNamed;
use crate::domain::relation::RelationKind;
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverKind {
    /// Why a restricted case is to be opened.
    Glass,
    PutForward,
    Relation,
    Join,
    UndoJoin,
    Close,
    Restrict,
}

impl OverKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Glass => "glass",
            Self::PutForward => "put-forward",
            Self::Relation => "relation",
            Self::Join => "join",
            Self::UndoJoin => "undo-join",
            Self::Close => "close",
            Self::Restrict => "restrict",
        }
    }

    /// The form of a draft, by its name.
    pub(super) fn of_draft(name: &str) -> Option<Self> {
        [
            Self::Glass,
            Self::PutForward,
            Self::Relation,
            Self::Join,
            Self::UndoJoin,
            Self::Close,
            Self::Restrict,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
    }

    /// What the form is about.
    pub const fn title(self) -> W {
        match self {
            Self::Glass => W::CaseGlass,
            Self::PutForward => W::CasePutForward,
            Self::Relation => W::CaseRelation,
            Self::Join => W::CaseJoin,
            Self::UndoJoin => W::CaseUndoJoin,
            Self::Close => W::CaseClose,
            Self::Restrict => W::CaseRestrict,
        }
    }
}

/// What somebody near is called.
pub const fn relation_words(kind: RelationKind) -> W {
    match kind {
        RelationKind::Sibling => W::ReferralSibling,
        RelationKind::ParentCarer => W::ReferralParentCarer,
        RelationKind::Household => W::ReferralHousehold,
        RelationKind::Friend => W::ReferralFriend,
        RelationKind::AdultOfConcern => W::ReferralAdultOfConcern,
    }
}

fn restriction(people: &[MayBeNamed]) -> Vec<Field> {
    let whom = [
        ("named", W::CaseRestrictToNamed),
        ("all", W::CaseRestrictToAll),
    ];
    let whom = whom.map(|(id, words)| (id.to_owned(), words));
    let options = people
        .iter()
        .map(|one| (one.user_id.to_string(), one.name.clone()));
    vec![
        Field::one("for", W::CaseRestrictFor, whom).needed(),
        Field::many("who", W::CaseRestrictWho, options),
        Field::text("reason", W::CaseRestrictReason).needed(),
    ]
}

impl OverKind {
    /// The empty form. `people` are those who could be named for a restricted case.
    pub(super) fn form(self, people: &[MayBeNamed]) -> Form {
        let reason = |label| Field::text("reason", label).needed();
        let fields = match self {
            OverKind::Glass => vec![reason(W::CaseGlassReason)],
            OverKind::PutForward => vec![reason(W::CasePutForwardReason)],
            OverKind::UndoJoin => vec![reason(W::CaseUndoJoinReason)],
            OverKind::Close => vec![reason(W::CaseCloseReason)],
            OverKind::Restrict => restriction(people),
            OverKind::Join => vec![
                Field::line("other", W::CaseJoinOther).needed(),
                reason(W::CaseJoinReason),
            ],
            OverKind::Relation => {
                let kinds = RelationKind::iter().map(|kind| {
                    let word: &str = kind.into();
                    (word.to_owned(), relation_words(kind))
                });
                vec![
                    Field::one("kind", W::CaseRelationKind, kinds).needed(),
                    Field::line("who", W::CaseRelationWho).needed(),
                    Field::line("note", W::CaseRelationNote),
                ]
            }
        };
        let mut form = Form::new(fields);
        if self == Self::Restrict {
            // Whoever is named already stays so, unless they are taken off.
            let named = people.iter().filter(|one| one.is_named);
            let named = named.map(|one| one.user_id.to_string()).collect();
            form.restore(&BTreeMap::from([("who".to_owned(), Typed::Many(named))]));
        }
        form
    }

    /// Under which name what is typed is kept.
    pub(super) fn draft_place(self, case: CaseId) -> String {
        format!("{}:{}", self.name(), case.0)
    }

    /// What is asked when it is saved; none where something is missing, which the form then says.
    pub(super) fn ask(
        self,
        form: &mut Form,
        case: CaseId,
        join: Option<i64>,
    ) -> Option<cases::Ask> {
        let reason = form.text("reason");
        let mut faults = Vec::new();
        let mut need = |field, is_there: bool, fault| {
            if !is_there {
                faults.push((field, fault));
            }
        };
        let (who, kind) = (form.text("who"), form.chosen("kind"));
        let kind: Option<RelationKind> = kind.and_then(|kind| kind.parse().ok());
        let other = form.text("other");
        match self {
            OverKind::Relation => {
                need("kind", kind.is_some(), W::CaseKindNeeded);
                need("who", !who.trim().is_empty(), W::CaseWhoNeeded);
            }
            OverKind::Join => {
                need("other", !other.trim().is_empty(), W::CaseWhoNeeded);
                need("reason", !reason.trim().is_empty(), W::CaseReasonNeeded);
            }
            OverKind::Restrict => {
                let to_named = form.chosen("for").as_deref() == Some("named");
                need(
                    "for",
                    form.chosen("for").is_some(),
                    W::CaseRestrictForNeeded,
                );
                let is_anybody = !form.chosen_all("who").is_empty();
                need("who", is_anybody || !to_named, W::CaseRestrictWhoNeeded);
                need("reason", !reason.trim().is_empty(), W::CaseReasonNeeded);
            }
            OverKind::Glass | OverKind::PutForward | OverKind::UndoJoin | OverKind::Close => {
                need("reason", !reason.trim().is_empty(), W::CaseReasonNeeded);
            }
        }
        let is_whole = faults.is_empty();
        form.show_faults(faults);
        if !is_whole {
            return None;
        }
        Some(match self {
            OverKind::Glass => cases::Ask::BreakGlass { case, reason },
            OverKind::PutForward => cases::Ask::PutForward { case, reason },
            OverKind::Relation => cases::Ask::AddRelation {
                case,
                kind: kind?,
                who,
                note: form.text("note"),
            },
            OverKind::Join => cases::Ask::Join {
                kept: case,
                other,
                reason,
            },
            OverKind::Close => cases::Ask::Close { case, reason },
            OverKind::Restrict => {
                let to = match form.chosen("for").as_deref() {
                    Some("named") => form.chosen_all("who"),
                    _ => Vec::new(),
                };
                let to = to.iter().filter_map(|id| id.parse().ok()).collect();
                cases::Ask::Restrict { case, to, reason }
            }
            OverKind::UndoJoin => cases::Ask::UndoJoin {
                join: join?,
                reason,
            },
        })
    }

    /// What is said once it is saved.
    pub(super) const fn done_words(self) -> W {
        match self {
            OverKind::Glass => W::CaseGlassBroken,
            OverKind::PutForward => W::CasePutForwardDone,
            OverKind::Relation => W::CaseRelationDone,
            OverKind::Join => W::CaseJoinDone,
            OverKind::UndoJoin => W::CaseUndoJoinDone,
            OverKind::Close => W::CaseCloseDone,
            OverKind::Restrict => W::CaseRestrictDone,
        }
    }
}
