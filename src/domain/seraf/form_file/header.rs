//! The header fields of a form: those that add points, and those that only say something.

use super::reader::Keys;
use super::{MOST_POINTS, refuse_double, refuse_too_many};
use crate::domain::seraf::form::{AboutField, Extra, MOST_ABOUT};
use crate::domain::seraf::form_error::FormError;

pub(super) fn extras(root: &Keys<'_>) -> Result<Vec<Extra>, FormError> {
    let mut extras: Vec<Extra> = Vec::new();
    for keys in root.tables("extra")? {
        let id = keys.id("id")?;
        // `age` stands in the same place of the answers and is no field of the form.
        let taken = "age".to_owned();
        let before = extras.iter().map(|extra| &extra.id);
        refuse_double(&keys, &id, before.chain(std::iter::once(&taken)))?;
        let extra = Extra {
            id,
            title: keys.bilingual("title")?,
            points: keys.number("points", MOST_POINTS)?,
        };
        keys.finish()?;
        extras.push(extra);
    }
    Ok(extras)
}

pub(super) fn about(root: &Keys<'_>) -> Result<Vec<AboutField>, FormError> {
    let mut about: Vec<AboutField> = Vec::new();
    for keys in root.tables("about")? {
        let id = keys.id("id")?;
        refuse_double(&keys, &id, about.iter().map(|field| &field.id))?;
        let field = AboutField {
            id,
            text: keys.bilingual("text")?,
            guidance: keys.bilingual_if_any("guidance")?,
        };
        keys.finish()?;
        about.push(field);
    }
    refuse_too_many(root, "about", about.len(), MOST_ABOUT)?;
    Ok(about)
}
