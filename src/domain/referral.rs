//! The reference that people say to each other. What a referral holds is not here yet.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A case's reference, such as `NPT-18-007`: year, and number in that year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The last two digits of the year.
    pub year: u8,
    pub number: u32,
}

/// The text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a reference looks like NPT-18-007")]
pub struct NotAReference;

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NPT-{:02}-{:03}", self.year, self.number)
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let upper = text.trim().to_ascii_uppercase();
        let rest = upper.strip_prefix("NPT-").ok_or(NotAReference)?;
        let (year, number) = rest.split_once('-').ok_or(NotAReference)?;
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if year.len() != 2 || number.len() < 3 || !digits(year) || !digits(number) {
            return Err(NotAReference);
        }
        match (year.parse(), number.parse()) {
            (Ok(year), Ok(number)) if number > 0 => Ok(Self { year, number }),
            _ => Err(NotAReference),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_printed_is_read_back() {
        for text in ["NPT-18-007", "NPT-09-1234"] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn text_of_another_shape_is_refused() {
        for text in ["", "NPT-18-07", "NPT-2018-007", "NPT-18-000", "NPT-18-+07"] {
            assert_eq!(text.parse::<Reference>(), Err(NotAReference), "{text}");
        }
    }
}
