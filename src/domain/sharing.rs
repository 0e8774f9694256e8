//! The sharing barrier: text for professionals only, and text that the family may see.
//!
//! There is no way from one to the other here: only `casework::share_with_family` makes words
//! for the family, recording who decided and when. What a family session holds is [`FamilyView`].

mod family;

pub use family::{FamilyView, PersonHere};

/// Text for professionals only. It has no `Display`, so that it cannot slip into a frame or a
/// line, and its `Debug` says nothing of what it holds.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Confidential(String);

impl Confidential {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The words, for a place that professionals alone see.
    pub fn for_professionals(&self) -> &str {
        &self.0
    }

    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl std::fmt::Debug for Confidential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Confidential(..)")
    }
}

/// Text in the words in which the young person and family may see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shareable(String);

impl Shareable {
    /// Text that was written for the family from the beginning.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidential_text_printed_for_debugging_is_hidden() {
        let text = Confidential::new("canary");
        assert!(!format!("{text:?}").contains("canary"));
        assert_eq!(text.for_professionals(), "canary");
    }
}
