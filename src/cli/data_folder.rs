//! `--data DIR`: an authority's own folder, laid over what comes with the program.
//!
//! Policy files stand at its top by the names they have in `data/`, forms in `seraf/`, texts in
//! `words/en/` and `words/cy/`. A file that cannot be right is refused by file and key, and a
//! file whose name is not known is refused too: a mistyped name would silently change nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::rules::{Rules, RulesError};
use crate::import::headings::{self, Headings, HeadingsError};
use crate::words::{BothWords, OwnText};

/// All that an authority can change, checked.
#[derive(Debug, Clone)]
pub struct Authority {
    pub rules: Arc<Rules>,
    pub words: Arc<BothWords>,
    /// How the columns of registers are called, where the authority has its own list.
    pub import_headings: Option<Arc<Headings>>,
}

/// Why a folder was not taken. For whoever looks after it, as all faults of data files are.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    #[error("{}: {source}", .path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{folder}{source}")]
    Rules { folder: String, source: RulesError },
    #[error(transparent)]
    Headings(#[from] HeadingsError),
    /// One line for each fault.
    #[error("{0}")]
    Words(String),
}

impl Authority {
    /// What comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests.
    pub fn embedded() -> Result<Self, DataFolderError> {
        Ok(Self {
            rules: Arc::new(Rules::embedded().map_err(|fault| rules_fault("", fault))?),
            words: Arc::new(BothWords::Embedded),
            import_headings: None,
        })
    }

    /// What comes with the program, with the files of `folder` in place of its own.
    ///
    /// # Errors
    /// The first faulty file, or every fault of the texts.
    pub fn with_folder(folder: &Path) -> Result<Self, DataFolderError> {
        let mut rules = Rules::embedded().map_err(|fault| rules_fault("", fault))?;
        let mut import_headings = None;
        for path in policy_files(folder)? {
            let (name, text) = (file_name(&path), read(&path)?);
            if name == headings::FILE {
                import_headings = Some(Arc::new(Headings::from_toml(&name, &text)?));
                continue;
            }
            rules
                .policies
                .replace(&name, &text)
                .map_err(|fault| rules_fault("", fault.into()))?;
        }
        for path in files(&folder.join("seraf"), "toml")? {
            let (name, text) = (file_name(&path), read(&path)?);
            rules
                .forms
                .add(&name, &text)
                .map_err(|fault| rules_fault("seraf/", fault.into()))?;
        }
        Ok(Self {
            rules: Arc::new(rules),
            words: Arc::new(own_words(&folder.join("words"))?),
            import_headings,
        })
    }
}

fn own_words(folder: &Path) -> Result<BothWords, DataFolderError> {
    let mut read_all: [Vec<(String, String)>; 2] = [Vec::new(), Vec::new()];
    for (language, texts) in ["en", "cy"].iter().zip(&mut read_all) {
        for path in files(&folder.join(language), "ftl")? {
            let name = format!("words/{language}/{}", file_name(&path));
            texts.push((name, read(&path)?));
        }
    }
    if read_all.iter().all(Vec::is_empty) {
        return Ok(BothWords::Embedded);
    }
    let [english, welsh] = &read_all;
    BothWords::with_own_texts(&as_own(english), &as_own(welsh)).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        DataFolderError::Words(lines.join("\n"))
    })
}

fn as_own(texts: &[(String, String)]) -> Vec<OwnText<'_>> {
    texts
        .iter()
        .map(|(file, text)| OwnText { file, text })
        .collect()
}

/// Files at the top of the folder that look like policy; `replace` says which names it knows.
/// Others (a README, a licence) are the authority's own business.
fn policy_files(folder: &Path) -> Result<Vec<PathBuf>, DataFolderError> {
    // A folder that is not there is a mistyped one, unlike the folders within it.
    let mut found = listed(folder)?;
    found.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending == "toml" || ending == "csv")
    });
    Ok(found)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, DataFolderError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = listed(folder)?;
    found.retain(|path| path.extension().is_some_and(|have| have == ending));
    Ok(found)
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, DataFolderError> {
    let unreadable = |source| DataFolderError::Unreadable {
        path: folder.to_path_buf(),
        source,
    };
    let mut found = fs::read_dir(folder)
        .map_err(unreadable)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String, DataFolderError> {
    fs::read_to_string(path).map_err(|source| DataFolderError::Unreadable {
        path: path.to_path_buf(),
        source,
    })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn rules_fault(folder: &str, source: RulesError) -> DataFolderError {
    DataFolderError::Rules {
        folder: folder.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bilingual::Language;
    use crate::words::Key;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[track_caller]
    fn check_refused(files: &[(&str, &str)], says: &[&str]) {
        let folder = folder_with(files);
        let error = Authority::with_folder(folder.path()).unwrap_err();
        for word in says {
            assert!(error.to_string().contains(word), "{error}");
        }
    }

    #[test]
    fn folder_with_own_policy_form_and_text_gives_way_to_them() {
        let policy = include_str!("../../data/policy.toml")
            .replace("review_to_weeks = 6", "review_to_weeks = 8");
        let form = include_str!("../../data/seraf/seraf-wales.toml")
            .replace("Vulnerabilities", "Things that wear down");
        let folder = folder_with(&[
            ("policy.toml", &policy),
            ("README.md", "ours"),
            ("seraf/ours.toml", &form),
            ("words/cy/ours.ftl", "keymap-open = agorer"),
        ]);
        let authority = Authority::with_folder(folder.path()).unwrap();
        let times = &authority.rules.policies.policy.timescales;
        assert_eq!(times.review_weeks(), 4..=8);
        let form = authority.rules.forms.default_form().unwrap();
        assert_eq!(form.sections()[0].title.en, "Things that wear down");
        let welsh = authority.words.of(Language::Welsh);
        assert_eq!(welsh.say(Key::KeymapOpen), "agorer");
        let english = authority.words.of(Language::English);
        assert_eq!(english.say(Key::KeymapOpen), "open");
    }

    #[test]
    fn empty_folder_changes_nothing() {
        let folder = folder_with(&[]);
        let authority = Authority::with_folder(folder.path()).unwrap();
        assert_eq!(*authority.rules, Rules::embedded().unwrap());
    }

    #[test]
    fn faulty_file_is_named_with_its_key() {
        let policy = include_str!("../../data/policy.toml")
            .replace("triage_working_days = 1", "triage_working_days = 100");
        check_refused(
            &[("policy.toml", &policy)],
            &["policy.toml", "timescales.triage_working_days", "100"],
        );
        check_refused(
            &[("words/en/x.ftl", "keymap-opne = open")],
            &["words/en/x.ftl", "keymap-opne"],
        );
        check_refused(&[("seraf/x.toml", "id = 3")], &["seraf/x.toml", "id"]);
    }

    #[test]
    fn unknown_file_or_missing_folder_is_refused() {
        check_refused(&[("polices.toml", "")], &["polices.toml", "no such file"]);
        let error = Authority::with_folder(Path::new("/nowhere/at/all")).unwrap_err();
        assert!(error.to_string().contains("/nowhere/at/all"));
    }
}
