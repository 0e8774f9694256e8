//! The parts of an assessment that two people may have filled in differently, and how their two
//! versions come together without either being lost.

use super::Content;
use crate::domain::seraf::{AboutAt, ExtraAt, ItemAt};
use crate::domain::sharing::Confidential;

/// One part that is filled in on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    AssessedOn,
    Answer(ItemAt),
    Evidence(ItemAt),
    Extra(ExtraAt),
    Judgement,
    CategoryReason,
    Harmed,
    HarmedNote,
    Protective,
    Narrative,
    YoungPersonView,
    FamilyView,
    HelpedBy,
    /// A field of the header, which says something of the young person.
    About(AboutAt),
}

/// Whose version of a part is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Mine,
    Theirs,
    /// Both texts, one under the other.
    Both,
}

/// A part in which two versions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    pub part: Part,
    /// Whether both changed it, so that a person has to say what stands.
    pub both_changed: bool,
    pub side: Side,
}

impl Content {
    /// Every part in the order of the form.
    pub fn parts(&self) -> Vec<Part> {
        let form = self.form();
        let mut parts = vec![Part::AssessedOn];
        for (at, ..) in form.items() {
            parts.extend([Part::Answer(at), Part::Evidence(at)]);
        }
        let extras = form.extras().iter();
        parts.extend(extras.filter_map(|extra| form.extra_at(&extra.id).map(Part::Extra)));
        parts.extend([
            Part::Judgement,
            Part::CategoryReason,
            Part::Harmed,
            Part::HarmedNote,
            Part::Protective,
            Part::Narrative,
            Part::YoungPersonView,
            Part::FamilyView,
            Part::HelpedBy,
        ]);
        parts.extend(form.about().map(|(at, _)| Part::About(at)));
        parts
    }

    /// Whether a part is the same in another version.
    pub fn agrees(&self, part: Part, other: &Self) -> bool {
        match part {
            Part::AssessedOn => self.assessed_on == other.assessed_on,
            Part::Answer(at) => self.answers.item(at) == other.answers.item(at),
            Part::Evidence(at) => match self.form().item(at) {
                Some((_, item)) => self.evidence.of(&item.id) == other.evidence.of(&item.id),
                None => true,
            },
            Part::Extra(at) => self.answers.extra(at) == other.answers.extra(at),
            Part::Judgement => self.judgement == other.judgement,
            Part::Harmed => self.harmed == other.harmed,
            Part::YoungPersonView => self.young_person_view == other.young_person_view,
            Part::FamilyView => self.family_view == other.family_view,
            text => self.text(text) == other.text(text),
        }
    }

    /// The text of a part that is one.
    pub fn text(&self, part: Part) -> Option<&Confidential> {
        match part {
            Part::Judgement => self.judgement.as_ref().map(|judged| &judged.reason),
            Part::CategoryReason => Some(&self.category_reason),
            Part::HarmedNote => Some(&self.harmed_note),
            Part::Protective => Some(&self.protective),
            Part::Narrative => Some(&self.narrative),
            Part::YoungPersonView => Some(&self.young_person_view.words),
            Part::FamilyView => Some(&self.family_view.words),
            Part::HelpedBy => Some(&self.helped_by),
            Part::About(at) => self.about.of(&self.form().about_field(at)?.id),
            _ => None,
        }
    }

    /// The place of a text; none for one in the header, which is put there by its field's id.
    fn text_mut(&mut self, part: Part) -> Option<&mut Confidential> {
        match part {
            Part::Judgement => self.judgement.as_mut().map(|judged| &mut judged.reason),
            Part::CategoryReason => Some(&mut self.category_reason),
            Part::HarmedNote => Some(&mut self.harmed_note),
            Part::Protective => Some(&mut self.protective),
            Part::Narrative => Some(&mut self.narrative),
            Part::YoungPersonView => Some(&mut self.young_person_view.words),
            Part::FamilyView => Some(&mut self.family_view.words),
            Part::HelpedBy => Some(&mut self.helped_by),
            _ => None,
        }
    }

    /// Takes a part over from another version on the same form.
    pub fn take(&mut self, part: Part, from: &Self) {
        match part {
            Part::AssessedOn => self.assessed_on = from.assessed_on,
            Part::Answer(at) => self.answers.put_like(at, from.answers.item(at)),
            Part::Evidence(at) => {
                if let Some((_, item)) = from.form().item(at) {
                    self.evidence.put_all(&item.id, from.evidence.of(&item.id));
                }
            }
            Part::Extra(at) => self.answers.say_extra(at, from.answers.extra(at)),
            Part::Judgement => self.judgement.clone_from(&from.judgement),
            Part::Harmed => self.harmed = from.harmed,
            Part::YoungPersonView => self.young_person_view.clone_from(&from.young_person_view),
            Part::FamilyView => self.family_view.clone_from(&from.family_view),
            Part::About(at) => {
                if let Some(field) = from.form().about_field(at) {
                    let said = from.about.of(&field.id).cloned();
                    self.about.put(&field.id, said.unwrap_or_default());
                }
            }
            text => {
                if let (Some(here), Some(there)) = (self.text_mut(text), from.text(text)) {
                    here.clone_from(there);
                }
            }
        }
    }

    /// Puts the text of a part under this one's own; statements that are new come to the others.
    fn add(&mut self, part: Part, from: &Self) {
        if let Part::Evidence(at) = part {
            let Some((_, item)) = from.form().item(at) else {
                return;
            };
            for said in from.evidence.of(&item.id) {
                if !self.evidence.of(&item.id).contains(said) {
                    self.evidence.add(&item.id, said.clone());
                }
            }
            return;
        }
        let Some(there) = from.text(part).filter(|text| !text.is_blank()) else {
            return;
        };
        if let (Part::About(at), Some(here)) = (part, self.text(part)) {
            let both = together(here, there);
            if let Some(field) = from.form().about_field(at) {
                self.about.put(&field.id, both);
            }
            return;
        }
        match self.text_mut(part) {
            Some(here) if here.is_blank() => here.clone_from(there),
            Some(here) => *here = together(here, there),
            None => self.take(part, from),
        }
    }
}

/// Two texts, one under the other.
fn together(here: &Confidential, there: &Confidential) -> Confidential {
    Confidential::new(
        [here, there]
            .map(Confidential::for_professionals)
            .join("\n"),
    )
}

/// Where two versions differ, with whose is to stand where only one of them changed what both
/// began with. Without a common beginning every difference is one that both changed.
pub fn differences(base: Option<&Content>, mine: &Content, theirs: &Content) -> Vec<Difference> {
    let parts = mine.parts().into_iter();
    parts
        .filter(|part| !mine.agrees(*part, theirs))
        .map(|part| {
            let unchanged = |side: &Content| base.is_some_and(|base| base.agrees(part, side));
            let (side, both_changed) = match (unchanged(mine), unchanged(theirs)) {
                (true, _) => (Side::Theirs, false),
                (false, true) => (Side::Mine, false),
                (false, false) if part.can_be_both() => (Side::Both, true),
                (false, false) => (Side::Mine, true),
            };
            Difference {
                part,
                both_changed,
                side,
            }
        })
        .collect()
}

/// One version of the two, as the differences say.
pub fn merged(mine: &Content, theirs: &Content, differences: &[Difference]) -> Content {
    let mut whole = mine.clone();
    for difference in differences {
        match difference.side {
            Side::Mine => {}
            Side::Theirs => whole.take(difference.part, theirs),
            Side::Both => whole.add(difference.part, theirs),
        }
    }
    whole
}

impl Part {
    /// Whether both versions of it can stand together.
    pub fn can_be_both(self) -> bool {
        !matches!(
            self,
            Self::AssessedOn | Self::Answer(_) | Self::Extra(_) | Self::Harmed
        )
    }
}

impl Side {
    /// The next choice for a part.
    #[must_use]
    pub fn next(self, part: Part) -> Self {
        match self {
            Self::Mine => Self::Theirs,
            Self::Theirs if part.can_be_both() => Self::Both,
            Self::Theirs | Self::Both => Self::Mine,
        }
    }
}
