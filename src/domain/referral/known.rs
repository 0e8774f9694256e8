//! Who a young person may be already, as the screen shows it: why, and who is near.

use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::likeness::Likeness;
use crate::domain::relation::RelationKind;

/// What somebody near is to the person found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NearKind {
    Related(RelationKind),
    /// Lives at the same address.
    SameAddress,
    /// Both records name the same person.
    SharedContact {
        name: String,
    },
}

/// Somebody near a person found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub kind: NearKind,
    pub name: String,
    /// Where they have a case of their own.
    pub reference: Option<String>,
}

/// A person found, with why and who is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub case: CaseBrief,
    pub likeness: Likeness,
    pub address: String,
    pub near: Vec<Near>,
    /// The reference of the record that this one is joined to.
    pub joined_to: Option<String>,
}

/// Somebody who may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Likely {
    Seen(Box<Known>),
    /// A record that only named people may see: nothing of it but its reference.
    Restricted {
        case: CaseId,
        reference: String,
    },
}

impl Likely {
    /// The case, seen or not.
    pub fn id(&self) -> CaseId {
        match self {
            Self::Seen(known) => known.case.id,
            Self::Restricted { case, .. } => *case,
        }
    }

    /// The case's reference, which is all that may be told of a restricted one.
    pub fn reference(&self) -> &str {
        match self {
            Self::Seen(known) => &known.case.reference,
            Self::Restricted { reference, .. } => reference,
        }
    }
}

/// People who may be the same, the likeliest first; and others at the address that was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LikelyPeople {
    pub same: Vec<Likely>,
    pub same_home: Vec<CaseBrief>,
}

impl LikelyPeople {
    /// Every case of which something is told here, if only that it is there, with its reference.
    pub fn told(&self) -> impl Iterator<Item = (CaseId, &str)> {
        let same = self.same.iter().map(|one| (one.id(), one.reference()));
        let home = self.same_home.iter();
        same.chain(home.map(|case| (case.id, case.reference.as_str())))
    }
}
