//! What can be wrong with a form file: always the file, the key and one clear sentence.
//!
//! The sentences are for those who edit form files; the programs' own texts are in `words`.

/// A form file that was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {problem}")]
pub struct FormError {
    /// The file as it was named to the reader.
    pub file: String,
    /// The key by its path, with ids where there are some: `section.significant.item.S3.points`.
    /// For text that is no TOML at all, the line.
    pub key: String,
    pub problem: FormProblem,
}

/// Why a key was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormProblem {
    #[error("this is not valid TOML: {0}")]
    NotToml(String),
    #[error("this key is missing")]
    Missing,
    #[error("no such key is known here; known are {known}")]
    UnknownKey { known: String },
    #[error("this must be {wanted}, not {found}")]
    WrongType {
        wanted: &'static str,
        found: &'static str,
    },
    #[error("this must not be negative, but is {0}")]
    Negative(i64),
    #[error("this is {found}, beyond the most allowed, {most}")]
    TooLarge { found: i64, most: i64 },
    #[error("this must be at least {least}, but is {found}")]
    TooSmall { found: i64, least: i64 },
    #[error("this must not be empty")]
    Empty,
    #[error("this holds a control or direction character; use plain text only")]
    ControlCharacter,
    #[error("\"{0}\" is not an id; use up to 40 letters, digits, \"-\" and \"_\"")]
    NotAnId(String),
    #[error("the id \"{0}\" is given twice")]
    DoubleId(String),
    #[error("there is none; at least one is needed")]
    NoneGiven,
    #[error("there are {found}, more than the {most} there can be")]
    TooMany { found: usize, most: usize },
    #[error("\"{found}\" is not known here; known are {known}")]
    UnknownWord { found: String, known: &'static str },
    #[error("\"{0}\" is no span of time; write a number with days, weeks, months or years")]
    NotASpan(String),
    #[error(
        "the window ends {to_months} months back, which is not farther than its start, \
         {from_months} months back"
    )]
    NegativeReach { from_months: u32, to_months: u32 },
    #[error("the window overlaps the one of column \"{0}\": a date would fall in both")]
    WindowsOverlap(String),
    #[error("the band ends at {to}, below its start, {from}")]
    BandUpsideDown { from: u32, to: u32 },
    #[error("the first band must start at 0, but starts at {0}")]
    BandsStartLate(u32),
    #[error(
        "the band starts at {from}, but the one before already reaches {reached}: they overlap"
    )]
    BandsOverlap { from: u32, reached: u32 },
    #[error(
        "the band starts at {from}, but the one before ends at {reached}: totals between have none"
    )]
    BandsGap { from: u32, reached: u32 },
    #[error("the last band ends at {to}, but a total of {most} is possible")]
    BandsEndEarly { to: u32, most: u32 },
    #[error("the category {found} must be above the one of the band before, {before}")]
    CategoriesFall { found: u8, before: u8 },
    #[error("{0} is not where a band starts")]
    NotABandStart(u32),
    #[error("there is no band of category {0}")]
    UnknownCategory(u8),
    #[error("there is no {kind} \"{id}\"")]
    UnknownReference { kind: &'static str, id: String },
    #[error("the form \"{0}\" has been read already from another file")]
    DoubleForm(String),
}
