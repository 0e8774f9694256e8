//! Whether a folder is on a network file system. Write-ahead logging shares memory between the
//! sessions of one host; over a network two hosts would each believe they are alone and destroy
//! the store (sqlite.org/wal.html, "All processes using a database must be on the same host").

use std::path::Path;

use super::OpenError;

/// Numbers of file systems that reach over a network or between hosts (statfs(2)).
const BY_NUMBER: &[(u32, &str)] = &[
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB"),
    (0x5346_414f, "AFS"),
    (0x6b41_4653, "AFS"),
    (0x7375_7245, "Coda"),
    (0x564c, "NCP"),
    (0x00c3_6400, "Ceph"),
    (0x0116_1970, "GFS2"),
    (0x7461_636f, "OCFS2"),
    (0x0bd0_0bd0, "Lustre"),
    (0x1983_0326, "BeeGFS"),
];

/// File systems in user space all have one number; their kind is in the table of mounts.
const FUSE: u32 = 0x6573_5546;
const FUSE_KINDS: &[(&str, &str)] = &[
    ("sshfs", "SSHFS"),
    ("rclone", "rclone"),
    ("s3fs", "S3"),
    ("goofys", "S3"),
    ("gcsfuse", "Google Cloud Storage"),
    ("glusterfs", "GlusterFS"),
    ("ceph", "Ceph"),
    ("davfs", "WebDAV"),
    ("curlftpfs", "FTP"),
    ("smbnetfs", "SMB"),
    ("gvfsd-fuse", "GVFS"),
    ("onedrive", "OneDrive"),
    ("google-drive-ocamlfuse", "Google Drive"),
];

/// # Errors
/// [`OpenError::NetworkFileSystem`] when `folder` is on one. A folder that cannot be asked about
/// passes: opening it will say what is wrong.
pub(in crate::store) fn refuse_network_file_system(folder: &Path) -> Result<(), OpenError> {
    match kind_at(folder) {
        Some(kind) => Err(OpenError::NetworkFileSystem {
            path: folder.to_path_buf(),
            kind,
        }),
        None => Ok(()),
    }
}

#[cfg(target_os = "linux")]
fn kind_at(folder: &Path) -> Option<&'static str> {
    let number = rustix::fs::statfs(folder).ok()?.f_type;
    // The kernel's type is wider on some machines and signed on others: only 32 bits count.
    let number = u32::try_from(i128::from(number) & 0xffff_ffff).ok()?;
    if number != FUSE {
        return network_kind(number, "");
    }
    let folder = folder.canonicalize().ok()?;
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    network_kind(number, mounted_kind(&mounts, &folder)?)
}

#[cfg(not(target_os = "linux"))]
fn kind_at(_folder: &Path) -> Option<&'static str> {
    None
}

/// The name of the network file system with this number and, for FUSE, this kind.
fn network_kind(number: u32, fuse_kind: &str) -> Option<&'static str> {
    if number == FUSE {
        let kind = fuse_kind.strip_prefix("fuse.").unwrap_or(fuse_kind);
        return FUSE_KINDS
            .iter()
            .find(|(start, _)| kind.starts_with(start))
            .map(|(_, name)| *name);
    }
    BY_NUMBER
        .iter()
        .find(|(known, _)| *known == number)
        .map(|(_, name)| *name)
}

/// The kind of the innermost mount that `folder` lies in, out of `/proc/self/mountinfo`.
fn mounted_kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let (place, kind) = line.split_once(" - ")?;
            let point = place.split(' ').nth(4)?;
            let kind = kind.split(' ').next()?;
            // A space in a mount point is written as \040.
            let point = point.replace("\\040", " ");
            folder
                .starts_with(&point)
                .then(|| (Path::new(&point).components().count(), kind))
        })
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_file_system_is_known_by_its_number() {
        for (number, name) in [(0x6969, "NFS"), (0xff53_4d42, "CIFS"), (0xfe53_4d42, "SMB")] {
            assert_eq!(network_kind(number, ""), Some(name));
        }
    }

    #[test]
    fn local_file_systems_pass() {
        // ext4, btrfs, xfs, tmpfs, overlay
        for number in [0xef53, 0x9123_683e, 0x5846_5342, 0x0102_1994, 0x794c_7630] {
            assert_eq!(network_kind(number, ""), None);
        }
    }

    #[test]
    fn fuse_is_judged_by_its_kind() {
        assert_eq!(network_kind(FUSE, "fuse.sshfs"), Some("SSHFS"));
        assert_eq!(network_kind(FUSE, "fuse.rclone"), Some("rclone"));
        assert_eq!(network_kind(FUSE, "fuseblk"), None);
        assert_eq!(network_kind(FUSE, "fuse.gocryptfs"), None);
    }

    #[test]
    fn innermost_mount_decides() {
        let mounts = "\
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            40 22 0:35 / /home/shared\\040files rw shared:2 - fuse.sshfs host:/ rw\n\
            41 22 0:36 / /home rw shared:3 - btrfs /dev/sdb rw\n";
        let kind = |folder: &str| mounted_kind(mounts, Path::new(folder));
        assert_eq!(kind("/home/shared files/diogel"), Some("fuse.sshfs"));
        assert_eq!(kind("/home/anna"), Some("btrfs"));
        assert_eq!(kind("/homestead"), Some("ext4"));
    }

    #[test]
    fn folder_of_this_machine_is_not_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_network_file_system(folder.path()).is_ok());
    }
}
