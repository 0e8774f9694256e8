//! Files on their way out of the store, for every letter, copy and document: in a folder that a
//! person named, for that person alone to read, and never over another file unless they said so.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// As many files of one name as anybody needs in a folder.
const MOST_OF_ONE_NAME: usize = 999;
const FOR_ITS_OWNER: u32 = 0o600;
const FOLDER_FOR_ITS_OWNER: u32 = 0o700;
/// The folder beside the store that an empty line means.
const USUAL_FOLDER: &str = "documents";

/// The folder that somebody named, made where only its last part is not there. `~` is the person's
/// own; a relative one is beside the store, and an empty line the usual one there.
///
/// # Errors
/// Those of the system: a folder in which it would be is not there, or may not be written to.
pub fn folder(typed: &str, store: &Path) -> io::Result<PathBuf> {
    let folder = meant(typed, store, etcetera::home_dir().ok().as_deref());
    if !folder.is_dir() {
        DirBuilder::new()
            .mode(FOLDER_FOR_ITS_OWNER)
            .create(&folder)?;
    }
    Ok(folder)
}

fn meant(typed: &str, store: &Path, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let beside = store.parent().unwrap_or(Path::new("."));
    let of_home = typed
        .strip_prefix('~')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'));
    match (of_home, home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
        _ if typed.is_empty() => beside.join(USUAL_FOLDER),
        _ => beside.join(typed),
    }
}

/// Writes a file of this name into a folder; a number is put to the name of a second one. Answers
/// where it stands.
///
/// # Errors
/// Those of the system; a folder that holds too many of the name.
pub fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..=MOST_OF_ONE_NAME {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            more => format!("{stem}-{more}.{ending}"),
        };
        let path = folder.join(name);
        match write_new(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Writes a file that nobody else may read from its first moment on.
///
/// # Errors
/// Those of the system; a file, or a link, that is there already.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
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

/// Writes a file in the place of another: beside it first, so that there is always a whole one.
///
/// # Errors
/// Those of the system.
pub fn put_in_place(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let beside = folder.join(format!(".{name}.new"));
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    write_new(&beside, bytes)?;
    fs::rename(&beside, folder.join(name))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn file_is_its_owners_alone_and_a_second_one_stands_beside_the_first() {
        let place = tempfile::tempdir().unwrap();
        let folder = folder("", &place.path().join("team.diogel")).unwrap();
        assert_eq!(folder, place.path().join("documents"));
        let first = write(&folder, "our-meeting", "docx", b"one").unwrap();
        let second = write(&folder, "our-meeting", "docx", b"two").unwrap();
        assert_eq!(fs::read(&first).unwrap(), b"one");
        assert_eq!(second.file_name().unwrap(), "our-meeting-2.docx");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&first), mode(&folder)), (0o600, 0o700));
    }

    #[test]
    fn folder_is_where_somebody_means_it() {
        let store = Path::new("/data/team.diogel");
        let home = Some(Path::new("/home/ann"));
        let of = |typed| meant(typed, store, home).display().to_string();
        assert_eq!(of(" "), "/data/documents");
        assert_eq!(of("minutes"), "/data/minutes");
        assert_eq!(of("~"), "/home/ann/");
        assert_eq!(of("~/minutes"), "/home/ann/minutes");
        assert_eq!(of("~ann"), "/data/~ann");
        assert_eq!(of("/tmp/minutes"), "/tmp/minutes");
    }

    #[test]
    fn folder_within_one_that_is_not_there_is_not_made() {
        let place = tempfile::tempdir().unwrap();
        let store = place.path().join("team.diogel");
        assert!(folder("not/there", &store).is_err());
        assert!(!place.path().join("not").exists());
        assert!(folder("there", &store).is_ok());
    }
}
