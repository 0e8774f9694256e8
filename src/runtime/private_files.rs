//! Documents on the disk: in a folder that its owner alone may enter, in files that its owner alone
//! may read. Nothing that is there already is written over.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// As many files of one name as anybody needs in a folder.
const MOST_OF_ONE_NAME: usize = 999;

/// Writes a file of this name into a folder, which is made where it is not there; a number is put
/// to the name of a second one. Answers where it stands.
///
/// # Errors
/// Those of the system; a folder that holds too many of the name.
pub fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    if !folder.is_dir() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
    }
    for number in 1..=MOST_OF_ONE_NAME {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            more => format!("{stem}-{more}.{ending}"),
        };
        let path = folder.join(name);
        let opened = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path);
        match opened {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The folder that somebody named: under their home where it begins with `~/`, beside the store
/// where it is relative or empty.
pub fn folder(typed: &str, store: &Path, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let beside = store.parent().unwrap_or(Path::new("."));
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ if typed.is_empty() => beside.join("documents"),
        _ => beside.join(typed),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn file_is_its_owners_alone_and_a_second_one_stands_beside_the_first() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("documents");
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
        let of = |typed| folder(typed, store, home).display().to_string();
        assert_eq!(of(" "), "/data/documents");
        assert_eq!(of("minutes"), "/data/minutes");
        assert_eq!(of("~/minutes"), "/home/ann/minutes");
        assert_eq!(of("/tmp/minutes"), "/tmp/minutes");
    }
}
