//! The letters of a meeting into one folder: all of them, or a word on what is in the way.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::app::talk::preparation::{Answer, Unwritten};
use crate::runtime::private_files;

/// A file to be written.
pub(super) struct NewFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Writes all of them, or says why not. Before the first byte it is known that no file is in the
/// way. Answers with the folder as it was understood.
pub(super) fn write_all(
    typed: &str,
    store: &Path,
    files: &[NewFile],
    replace: bool,
) -> Result<String, Answer> {
    let folder = private_files::folder(typed, store).map_err(|error| not_written(&error))?;
    if !replace {
        let there = files
            .iter()
            .find(|file| fs::symlink_metadata(folder.join(&file.name)).is_ok());
        if let Some(file) = there {
            let name = file.name.clone();
            return Err(Answer::AlreadyThere { name });
        }
    }
    for file in files {
        let written = if replace {
            private_files::put_in_place(&folder, &file.name, &file.bytes)
        } else {
            private_files::write_new(&folder.join(&file.name), &file.bytes)
        };
        written.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Answer::AlreadyThere {
                name: file.name.clone(),
            },
            _ => not_written(&error),
        })?;
    }
    Ok(folder.display().to_string())
}

fn not_written(error: &io::Error) -> Answer {
    Answer::NotWritten(match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            Unwritten::NoFolder
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Unwritten::NotAllowed,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Unwritten::FullDisk,
        _ => Unwritten::Other,
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn files(text: &str) -> Vec<NewFile> {
        ["a.docx", "a.ics"]
            .map(|name| NewFile {
                name: name.to_owned(),
                bytes: text.as_bytes().to_vec(),
            })
            .into()
    }

    fn written(typed: &str, files: &[NewFile], replace: bool) -> Result<String, Answer> {
        write_all(typed, Path::new("/nowhere/team.diogel"), files, replace)
    }

    #[test]
    fn files_are_their_owner_s_alone_and_replace_nothing_silently() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("letters");
        let typed = folder.display().to_string();
        assert_eq!(written(&typed, &files("one"), false), Ok(typed.clone()));
        for name in ["letters", "letters/a.docx", "letters/a.ics"] {
            let mode = fs::metadata(home.path().join(name)).unwrap().permissions();
            assert_eq!(mode.mode() & 0o077, 0, "{name}");
        }
        let name = "a.docx".to_owned();
        let refused = written(&typed, &files("two"), false);
        assert_eq!(refused, Err(Answer::AlreadyThere { name }));
        assert_eq!(fs::read_to_string(folder.join("a.ics")).unwrap(), "one");
        assert_eq!(written(&typed, &files("two"), true), Ok(typed));
        assert_eq!(fs::read_to_string(folder.join("a.ics")).unwrap(), "two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    }

    #[test]
    fn link_in_the_way_is_in_the_way_and_is_never_written_through() {
        let home = tempfile::tempdir().unwrap();
        let elsewhere = home.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, home.path().join("a.docx")).unwrap();
        let typed = home.path().display().to_string();
        assert!(written(&typed, &files("one"), false).is_err());
        written(&typed, &files("two"), true).unwrap();
        assert!(!elsewhere.exists());
    }

    #[test]
    fn folder_that_cannot_be_is_said_so() {
        let home = tempfile::tempdir().unwrap();
        let deep = home.path().join("no/such/folder").display().to_string();
        let no_folder = Err(Answer::NotWritten(Unwritten::NoFolder));
        assert_eq!(written(&deep, &files("one"), false), no_folder);
        let file = home.path().join("file");
        fs::write(&file, "x").unwrap();
        let typed = file.display().to_string();
        assert_eq!(written(&typed, &files("one"), false), no_folder);
    }
}
