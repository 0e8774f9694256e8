//! The small forms over the runner: something said, the family's words for it, who came.

use serde::{Deserialize, Serialize};

use crate::app::cx::Cx;
use crate::app::form::{Called, Field, Form, Typed};
use crate::app::screen::panel::forms as panel_forms;
use crate::app::screen::planner::over::kind_words;
use crate::app::talk::runner::Ask;
use crate::domain::meeting::{Invited, InvitedKind, MeetingId};
use crate::domain::panel::PanelIssueId;
use crate::domain::runner::{
    Attending, How, Item, ItemChange, ItemId, ItemSection, NewItem, Part, Part1,
};
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverKind {
    /// Something said, in the section that is named.
    Add(SectionName),
    /// The item's number.
    Change(i64),
    Share(i64),
    /// Whose place somebody takes, and in which part.
    Represented(i64, u8),
    Bring,
    EndWithoutFamily,
    /// The item that is given.
    GiveToPanel(i64),
    TakeFromPanel,
}

/// A section as drafts name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionName {
    SinceLast,
    Seraf,
    Circumstances,
    WiderRisks,
    Support,
    Other,
}

impl From<ItemSection> for SectionName {
    fn from(section: ItemSection) -> Self {
        match section {
            ItemSection::SinceLast => Self::SinceLast,
            ItemSection::Seraf => Self::Seraf,
            ItemSection::Circumstances => Self::Circumstances,
            ItemSection::WiderRisks => Self::WiderRisks,
            ItemSection::Support => Self::Support,
            ItemSection::Other => Self::Other,
        }
    }
}

impl From<SectionName> for ItemSection {
    fn from(name: SectionName) -> Self {
        match name {
            SectionName::SinceLast => Self::SinceLast,
            SectionName::Seraf => Self::Seraf,
            SectionName::Circumstances => Self::Circumstances,
            SectionName::WiderRisks => Self::WiderRisks,
            SectionName::Support => Self::Support,
            SectionName::Other => Self::Other,
        }
    }
}

/// A form over the runner.
#[derive(Debug)]
pub struct Over {
    pub kind: OverKind,
    pub form: Form,
    /// The item that it is about, as it was when the form was opened.
    pub item: Option<Item>,
}

type Faults = Vec<(&'static str, W)>;

/// What a form is called.
pub const fn title(kind: OverKind) -> W {
    match kind {
        OverKind::Add(_) => W::RunnerFormAdd,
        OverKind::Change(_) => W::RunnerFormChange,
        OverKind::Share(_) => W::RunnerFormShare,
        OverKind::Represented(..) => W::RunnerFormRepresented,
        OverKind::Bring => W::RunnerFormBring,
        OverKind::EndWithoutFamily => W::RunnerFormEnd,
        OverKind::GiveToPanel(_) => W::RunnerFormGive,
        OverKind::TakeFromPanel => W::RunnerFormTake,
    }
}

/// What the sections are called.
pub const fn section_words(section: ItemSection) -> W {
    match section {
        ItemSection::SinceLast => W::RunnerSinceLast,
        ItemSection::Seraf => W::RunnerSeraf,
        ItemSection::Circumstances => W::RunnerCircumstances,
        ItemSection::WiderRisks => W::RunnerWiderRisks,
        ItemSection::Support => W::RunnerSupport,
        ItemSection::Other => W::RunnerOther,
    }
}

/// What has become of something.
pub const fn change_words(change: ItemChange) -> W {
    match change {
        ItemChange::Reduced => W::RunnerReduced,
        ItemChange::Increased => W::RunnerIncreased,
        ItemChange::New => W::RunnerNew,
    }
}

/// The form, filled in.
pub fn open(kind: OverKind, part1: &Part1, cx: &Cx<'_>) -> Over {
    let found = |id: i64| part1.items.iter().find(|item| item.id.0 == id).cloned();
    let (form, item) = match kind {
        OverKind::Add(section) => (item_form(section.into(), None, cx), None),
        OverKind::Change(id) => {
            let item = found(id);
            let section = item
                .as_ref()
                .map_or(ItemSection::Other, |item| item.section);
            (item_form(section, item.as_ref(), cx), item)
        }
        OverKind::Share(id) => {
            let item = found(id);
            let mut form = Form::new(vec![
                Field::text("family-words", W::RunnerFamilyWords).needed(),
            ]);
            if let Some(release) = item.as_ref().and_then(|item| item.release.as_ref()) {
                let words = release.words.as_str().to_owned();
                form.put("family-words", &Typed::Text(words));
            }
            (form, item)
        }
        OverKind::Represented(..) => {
            let field = Field::line("represented-by", W::RunnerRepresentedBy).needed();
            (Form::new(vec![field]), None)
        }
        OverKind::Bring => (bring_form(cx), None),
        OverKind::GiveToPanel(id) => (panel_forms::issue_form(), found(id)),
        OverKind::TakeFromPanel => {
            let issues = part1.panel.iter().map(|issue| {
                let what = issue.what.for_professionals();
                let place = issue.place.for_professionals();
                let says = format!("{} {what} {place}", issue.id.0);
                (issue.id.0.to_string(), Called::Name(says))
            });
            let field = Field::pick("issue", W::RunnerTakeWhich, issues).needed();
            (Form::new(vec![field]), None)
        }
        OverKind::EndWithoutFamily => {
            let field = Field::text("reason", W::RunnerWhyWithout).needed();
            (Form::new(vec![field]), None)
        }
    };
    Over { kind, form, item }
}

/// What is asked of the store when the form is accepted.
///
/// # Errors
/// What is wrong with its fields.
pub fn accept(over: &Over, meeting: MeetingId) -> Result<Ask, Faults> {
    let form = &over.form;
    match over.kind {
        OverKind::Add(_) => Ok(Ask::AddItem {
            meeting,
            item: item(form)?,
        }),
        OverKind::Change(id) => Ok(Ask::ChangeItem {
            id: ItemId(id),
            version: over.item.as_ref().map_or(0, |item| item.version),
            item: item(form)?,
        }),
        OverKind::Share(id) => Ok(Ask::Share {
            id: ItemId(id),
            words: needed(form, "family-words", W::RunnerFaultWords)?,
        }),
        OverKind::Represented(person, part) => Ok(Ask::Attend {
            meeting,
            attending: Attending {
                person,
                part: if part == 1 { Part::One } else { Part::Two },
                how: How::Represented,
                represented_by: needed(form, "represented-by", W::MeetingsFaultName)?,
            },
        }),
        OverKind::Bring => bring(form, meeting),
        OverKind::GiveToPanel(id) => Ok(Ask::GiveToPanel {
            id: ItemId(id),
            issue: Box::new(panel_forms::issue(form)?),
        }),
        OverKind::TakeFromPanel => {
            let issue = form.chosen("issue").and_then(|id| id.parse().ok());
            let issue = issue.ok_or_else(|| vec![("issue", W::RunnerFaultIssue)])?;
            Ok(Ask::TakeFromPanel {
                meeting,
                issue: PanelIssueId(issue),
            })
        }
        OverKind::EndWithoutFamily => Ok(Ask::EndWithoutFamily {
            meeting,
            reason: needed(form, "reason", W::MeetingsFaultReason)?,
        }),
    }
}

fn needed(form: &Form, id: &'static str, fault: W) -> Result<String, Faults> {
    let text = form.text(id).trim().to_owned();
    if text.is_empty() {
        return Err(vec![(id, fault)]);
    }
    Ok(text)
}

fn item_form(section: ItemSection, item: Option<&Item>, cx: &Cx<'_>) -> Form {
    let sections = crate::domain::runner::SECTIONS.map(|section| {
        let word: &str = section.into();
        (word.to_owned(), section_words(section))
    });
    let changes = [ItemChange::Reduced, ItemChange::Increased, ItemChange::New];
    let changes = changes.map(|change| {
        let word: &str = change.into();
        (word.to_owned(), change_words(change))
    });
    let agencies = cx.rules.policies.agencies.all().iter();
    let agencies = agencies.map(|one| (one.id.clone(), one.name.clone()));
    let mut form = Form::new(vec![
        Field::text("words", W::RunnerWords).needed(),
        Field::one("change", W::RunnerChange, changes),
        Field::pick("agency", W::RunnerAgency, agencies),
        Field::one("section", W::RunnerSection, sections).needed(),
    ]);
    let word: &str = section.into();
    form.put("section", &Typed::One(Some(word.to_owned())));
    if let Some(item) = item {
        let words = item.words.for_professionals().to_owned();
        form.put("words", &Typed::Text(words));
        let change = item.change.map(|change| {
            let word: &str = change.into();
            word.to_owned()
        });
        form.put("change", &Typed::One(change));
        if let Some(agency) = cx.rules.policies.agencies.get(&item.agency) {
            let picked = Typed::Picked {
                id: Some(agency.id.clone()),
                text: agency.name.en.clone(),
            };
            form.put("agency", &picked);
        }
    }
    form
}

fn item(form: &Form) -> Result<NewItem, Faults> {
    let words = needed(form, "words", W::RunnerFaultWords)?;
    let section = form.chosen("section").and_then(|word| word.parse().ok());
    Ok(NewItem {
        section: section.unwrap_or(ItemSection::Other),
        change: form.chosen("change").and_then(|word| word.parse().ok()),
        agency: form.chosen("agency").unwrap_or_default(),
        words: Confidential::new(words),
    })
}

fn bring_form(cx: &Cx<'_>) -> Form {
    let kinds = [
        InvitedKind::Professional,
        InvitedKind::Family,
        InvitedKind::Advocate,
    ];
    let kinds = kinds.map(|kind| {
        let word: &str = kind.into();
        (word.to_owned(), kind_words(kind))
    });
    let agencies = cx.rules.policies.agencies.all().iter();
    let agencies = agencies.map(|one| (one.id.clone(), one.name.clone()));
    Form::new(vec![
        Field::line("name", W::MeetingsPersonName).needed(),
        Field::one("kind", W::MeetingsPersonKind, kinds).needed(),
        Field::pick("agency", W::MeetingsPersonAgency, agencies),
        Field::line("role", W::MeetingsPersonRole),
    ])
}

fn bring(form: &Form, meeting: MeetingId) -> Result<Ask, Faults> {
    let name = needed(form, "name", W::MeetingsFaultName)?;
    let kind: Option<InvitedKind> = form.chosen("kind").and_then(|word| word.parse().ok());
    let Some(kind) = kind else {
        return Err(vec![("kind", W::MeetingsFaultKind)]);
    };
    let agency = form.chosen("agency");
    let is_professional = kind == InvitedKind::Professional;
    if is_professional && agency.is_none() {
        return Err(vec![("agency", W::MeetingsFaultAgency)]);
    }
    let person = Invited {
        agency: agency
            .filter(|_| kind != InvitedKind::Family)
            .unwrap_or_default(),
        role: form.text("role").trim().to_owned(),
        part1: is_professional,
        part2: true,
        ..Invited::new(kind, name)
    };
    Ok(Ask::Bring {
        meeting,
        person: Box::new(person),
    })
}
