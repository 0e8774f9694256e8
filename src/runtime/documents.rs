//! Documents on their way out of the store: into a folder that the person named, for them alone
//! to read, and never over another file.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// As often a name is tried with another number.
const TRIES: u32 = 100;

/// Writes a document and answers where it stands. `folder` may begin with `~`.
///
/// # Errors
/// A folder that is not there or not to be written to; a full disk.
pub fn write(folder: &str, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = folder_meant(folder.trim())?;
    let (path, mut file) = free_file(&folder, stem, ending)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written {
        // Half a document would look like one.
        drop(file);
        std::fs::remove_file(&path)?;
        return Err(error);
    }
    Ok(path)
}

fn folder_meant(typed: &str) -> io::Result<PathBuf> {
    let home = || {
        let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
        home.map(PathBuf::from)
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    };
    match typed.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => {
            Ok(home()?.join(rest.trim_start_matches('/')))
        }
        _ if typed.is_empty() => home(),
        _ => Ok(PathBuf::from(typed)),
    }
}

/// A new file of this name, or with the next free number behind it.
fn free_file(folder: &Path, stem: &str, ending: &str) -> io::Result<(PathBuf, File)> {
    for number in 1..=TRIES {
        let name = if number == 1 {
            format!("{stem}.{ending}")
        } else {
            format!("{stem}-{number}.{ending}")
        };
        let path = folder.join(name);
        let opened = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path);
        match opened {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn document_is_for_its_writer_alone_and_never_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let named = folder.path().to_str().unwrap();
        let first = write(named, "our-plan", "txt", b"one").unwrap();
        let second = write(named, "our-plan", "txt", b"two").unwrap();
        assert_eq!(std::fs::read(&first).unwrap(), b"one");
        assert!(second.ends_with("our-plan-2.txt"));
        let mode = std::fs::metadata(&first).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let nowhere = format!("{named}/not/there");
        assert!(write(&nowhere, "our-plan", "txt", b"x").is_err());
    }
}
