//! Is a file its owner's alone? One answer for the key, for the database with what SQLite keeps beside it, and for the settings.
//!
//! What the operator sees of it is one sentence: what is not private, and the command that makes it so.

use std::fs::{Metadata, Permissions};
use std::io::{Error, ErrorKind};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

use rustix::fs::Mode;

/// Why a file is not its owner's alone, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum NotPrivate {
    /// Others may read or write it.
    #[error("{0} can be read by other users of this machine. Make it yours alone: chmod 600 {0}")]
    Open(PathBuf),
    /// The same, of a file that root gave us.
    #[error(
        "{0} can be read by other users of this machine. As root: chown it to root and the group of Stoep's user, and chmod 640 {0}"
    )]
    OpenByRoot(PathBuf),
    /// Others may write it.
    #[error("{0} can be written by other users of this machine. Take that from them: chmod go-w {0}")]
    Writable(PathBuf),
    /// It is another user's.
    #[error(
        "{0} belongs to another user of this machine (id {1}). Run Stoep as that user, or make the file yours with chown."
    )]
    Foreign(PathBuf, u32),
    /// Others may put another file in its place.
    #[error(
        "other users of this machine can write in the folder {1}, and so put something else in the place of {0}. Take that \
         from them: chmod go-w {1}"
    )]
    Folder(PathBuf, PathBuf),
    /// A folder on the way to it is another user's.
    #[error(
        "the folder {1} belongs to another user of this machine (id {2}), who can put something else in the place of {0}. \
         Run Stoep as that user, or keep it in a folder of your own."
    )]
    ForeignFolder(PathBuf, PathBuf, u32),
    /// It can't be looked at.
    #[error("{0} can't be looked at: {1}")]
    Io(PathBuf, ErrorKind),
}

/// What a file holds: that decides who else may read it, and what is done where others may do more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The key. Refused: who could read it may have done so, and that is to be known. Root may give it to us, by its group.
    Key,
    /// The database. It gets the rights it should have, and the log says so.
    Database,
    /// Settings with the token, the same; root may give them to us, by their group.
    Token,
    /// Settings without: everybody may read them.
    Settings,
}

/// What this program makes from now on is its user's alone, whatever the machine's habit is.
pub fn make_all_private() {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
}

/// Is this file its owner's alone, by itself and by every folder on the way to it? A file that may be mended is.
pub fn is_mine_alone(path: &Path, holds: Holds) -> Result<(), NotPrivate> {
    let io = |e: Error| NotPrivate::Io(path.to_owned(), e.kind());
    let real = path.canonicalize().map_err(io)?;
    for folder in real.ancestors().skip(1) {
        let about = folder.metadata().map_err(io)?;
        if !is_ours_or_roots(&about) {
            return Err(NotPrivate::ForeignFolder(path.to_owned(), folder.to_owned(), about.uid()));
        }
        if others_may_swap(&about) {
            return Err(NotPrivate::Folder(path.to_owned(), folder.to_owned()));
        }
    }
    let about = real.metadata().map_err(io)?;
    let foreign = match holds {
        Holds::Database => about.uid() != me(),
        Holds::Key | Holds::Token | Holds::Settings => !is_ours_or_roots(&about),
    };
    if foreign {
        return Err(NotPrivate::Foreign(path.to_owned(), about.uid()));
    }
    let excess = about.mode() & forbidden(&about, holds);
    if excess == 0 {
        return Ok(());
    }
    if holds == Holds::Key || about.uid() != me() {
        let words = match holds {
            Holds::Settings => NotPrivate::Writable,
            Holds::Key | Holds::Token | Holds::Database if about.uid() != me() => NotPrivate::OpenByRoot,
            Holds::Key | Holds::Token | Holds::Database => NotPrivate::Open,
        };
        return Err(words(path.to_owned()));
    }
    std::fs::set_permissions(&real, Permissions::from_mode(about.mode() & 0o7777 & !excess)).map_err(io)?;
    tracing::warn!(file = %path.display(), rights = format!("{:o}", about.mode() & 0o777), "other users of this machine had rights to a file that they should not have; they have them no more");
    Ok(())
}

/// The rights that others may not have to a file.
fn forbidden(about: &Metadata, holds: Holds) -> u32 {
    let given_by_root = about.uid() == 0;
    match holds {
        Holds::Settings => 0o022,
        // Also where root itself looks: the service that reads it is of that group.
        Holds::Token if given_by_root => 0o027,
        // systemd gives its credentials so.
        Holds::Key if given_by_root && me() != 0 => 0o037,
        Holds::Key | Holds::Token | Holds::Database => 0o077,
    }
}

/// May others put another file in the place of one in this folder? Not where only owners may rename theirs, as in /tmp. Our own
/// group is no other: one with its user's number, and one to which root gave a folder.
fn others_may_swap(folder: &Metadata) -> bool {
    let is_own_group = folder.gid() == rustix::process::getegid().as_raw();
    let own_group = folder.gid() == 0 || (is_own_group && [0, folder.gid()].contains(&folder.uid()));
    let theirs = if own_group { 0o002 } else { 0o022 };
    folder.mode() & 0o1000 == 0 && folder.mode() & theirs != 0
}

fn is_ours_or_roots(about: &Metadata) -> bool {
    about.uid() == me() || about.uid() == 0
}

fn me() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// Where a file really is, or would be: links followed as far as the path is there, and `..` taken away in the rest.
pub fn real_path(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find_map(|a| Some((a, a.canonicalize().ok()?)));
    let Some((there, mut real)) = there else { return whole };
    for part in whole.strip_prefix(there).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => _ = real.pop(),
            part => real.push(part),
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().mode() & 0o777
    }

    /// A file in a folder of its own.
    fn file() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        std::fs::create_dir(&inner).unwrap();
        with_mode(&inner, 0o755);
        let path = inner.join("file");
        std::fs::write(&path, "x").unwrap();
        with_mode(&path, 0o600);
        (folder, path)
    }

    #[test]
    fn a_key_that_others_may_read_is_refused_and_the_rest_is_mended() {
        let (_folder, path) = file();
        for wide in [0o644, 0o666, 0o606] {
            with_mode(&path, wide);
            assert!(matches!(is_mine_alone(&path, Holds::Key), Err(NotPrivate::Open(_))), "{wide:o}");
            assert_eq!(mode(&path), wide, "left as it was");
            is_mine_alone(&path, Holds::Database).unwrap();
            assert_eq!(mode(&path), 0o600, "{wide:o}");
            with_mode(&path, wide);
            is_mine_alone(&path, Holds::Token).unwrap();
            assert_eq!(mode(&path) & 0o027, 0, "{wide:o}");
            is_mine_alone(&path, Holds::Key).unwrap_or_else(|e| assert_eq!(me(), 0, "{e}"));
        }
        with_mode(&path, 0o666);
        is_mine_alone(&path, Holds::Settings).unwrap();
        assert_eq!(mode(&path), 0o644, "who holds no secret may be read");
    }

    #[test]
    fn a_folder_in_which_others_may_write_is_refused_wherever_on_the_way() {
        let (folder, path) = file();
        let inner = path.parent().unwrap();
        for holds in [Holds::Key, Holds::Database, Holds::Token, Holds::Settings] {
            with_mode(inner, 0o777);
            assert!(matches!(is_mine_alone(&path, holds), Err(NotPrivate::Folder(..))), "{holds:?}");
            with_mode(inner, 0o1777);
            is_mine_alone(&path, holds).unwrap();
            with_mode(inner, 0o755);
            with_mode(folder.path(), 0o707);
            assert!(matches!(is_mine_alone(&path, holds), Err(NotPrivate::Folder(..))), "{holds:?}");
            with_mode(folder.path(), 0o700);
        }
        // By a link the file's real folders count.
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        with_mode(inner, 0o777);
        assert!(matches!(is_mine_alone(&link, Holds::Key), Err(NotPrivate::Folder(..))));
    }

    #[test]
    fn what_is_another_users_is_refused() {
        // Only root can give files away.
        if me() != 0 {
            return;
        }
        let (_folder, path) = file();
        let inner = path.parent().unwrap();
        for holds in [Holds::Key, Holds::Database, Holds::Token, Holds::Settings] {
            std::os::unix::fs::chown(&path, Some(12345), None).unwrap();
            assert!(matches!(is_mine_alone(&path, holds), Err(NotPrivate::Foreign(_, 12345))), "{holds:?}");
            std::os::unix::fs::chown(&path, Some(0), None).unwrap();
            std::os::unix::fs::chown(inner, Some(12345), None).unwrap();
            assert!(matches!(is_mine_alone(&path, holds), Err(NotPrivate::ForeignFolder(_, _, 12345))), "{holds:?}");
            std::os::unix::fs::chown(inner, Some(0), None).unwrap();
        }
    }

    #[test]
    fn a_path_that_is_not_there_yet_is_real_too() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        std::os::unix::fs::symlink(real.join("data"), folder.path().join("link")).unwrap();
        for (path, expected) in [
            ("keys/stoep.key", "keys/stoep.key"),
            ("link/keys/stoep.key", "data/keys/stoep.key"),
            ("none/../data/stoep.key", "data/stoep.key"),
            ("link/none/../stoep.key", "data/stoep.key"),
        ] {
            assert_eq!(real_path(&folder.path().join(path)), real.join(expected), "{path}");
        }
    }
}
