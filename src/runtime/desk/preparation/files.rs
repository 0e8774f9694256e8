//! Files into a folder that a person named: for that person alone to read, and never in the place
//! of another file unless they said so.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::app::talk::preparation::{Answer, Unwritten};

const FOR_ITS_OWNER: u32 = 0o600;
const FOLDER_FOR_ITS_OWNER: u32 = 0o700;

/// A file to be written.
pub(super) struct NewFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Writes all of them, or says why not. Before the first byte it is known that no file is in the
/// way. Answers with the folder as it was understood.
pub(super) fn write_all(typed: &str, files: &[NewFile], replace: bool) -> Result<String, Answer> {
    let folder = understood(typed).ok_or(Answer::NotWritten(Unwritten::NoFolder))?;
    if !folder.is_dir() {
        let made = DirBuilder::new().mode(FOLDER_FOR_ITS_OWNER).create(&folder);
        made.map_err(|error| not_written(&error))?;
    }
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
            put_in_place(&folder, file)
        } else {
            write_new(&folder.join(&file.name), &file.bytes)
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

/// `~` is the person's own folder, as on their command line.
fn understood(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let home = || etcetera::home_dir().ok();
    match typed.strip_prefix('~') {
        Some("") => home(),
        Some(rest) if rest.starts_with('/') => Some(home()?.join(rest.trim_start_matches('/'))),
        _ => std::path::absolute(typed).ok(),
    }
}

/// A file that nobody else may read, from its first moment on.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file: File = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(FOR_ITS_OWNER)
        .open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a letter would look like one.
        let _ = fs::remove_file(path);
    }
    written
}

/// Written beside it first, so that there is always a whole file, and one of its owner's alone.
fn put_in_place(folder: &Path, file: &NewFile) -> io::Result<()> {
    let beside = folder.join(format!(".{}.new", file.name));
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    write_new(&beside, &file.bytes)?;
    fs::rename(&beside, folder.join(&file.name))
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

    #[test]
    fn files_are_their_owner_s_alone_and_replace_nothing_silently() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("letters");
        let typed = folder.display().to_string();
        assert_eq!(write_all(&typed, &files("one"), false), Ok(typed.clone()));
        for name in ["letters", "letters/a.docx", "letters/a.ics"] {
            let mode = fs::metadata(home.path().join(name)).unwrap().permissions();
            assert_eq!(mode.mode() & 0o077, 0, "{name}");
        }
        let name = "a.docx".to_owned();
        let refused = write_all(&typed, &files("two"), false);
        assert_eq!(refused, Err(Answer::AlreadyThere { name }));
        assert_eq!(fs::read_to_string(folder.join("a.ics")).unwrap(), "one");
        assert_eq!(write_all(&typed, &files("two"), true), Ok(typed));
        assert_eq!(fs::read_to_string(folder.join("a.ics")).unwrap(), "two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    }

    #[test]
    fn link_in_the_way_is_in_the_way_and_is_never_written_through() {
        let home = tempfile::tempdir().unwrap();
        let elsewhere = home.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, home.path().join("a.docx")).unwrap();
        let typed = home.path().display().to_string();
        assert!(write_all(&typed, &files("one"), false).is_err());
        write_all(&typed, &files("two"), true).unwrap();
        assert!(!elsewhere.exists());
    }

    #[test]
    fn folder_that_cannot_be_is_said_so() {
        let home = tempfile::tempdir().unwrap();
        let deep = home.path().join("no/such/folder").display().to_string();
        let no_folder = Err(Answer::NotWritten(Unwritten::NoFolder));
        assert_eq!(write_all(&deep, &files("one"), false), no_folder);
        assert_eq!(write_all("  ", &files("one"), false), no_folder);
        let file = home.path().join("file");
        fs::write(&file, "x").unwrap();
        let typed = file.display().to_string();
        assert_eq!(write_all(&typed, &files("one"), false), no_folder);
    }
}
