//! The file with the key: found and looked at, or made where there is neither a key nor a database yet.
//!
//! A key that is made waits as `stoep.key.new` until its database is there. So a program that ends in the middle of its first
//! start can go on later, and a key without its database always means that the database is gone.

use std::fs::OpenOptions;
use std::io::{Error, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::Key;
use super::private::{Holds, NotPrivate, is_mine_alone, real_path};
use super::seal::{hex, unhex};

/// Why a key can't be used, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others may read it.
    #[error(transparent)]
    NotPrivate(#[from] NotPrivate),
    /// It lies beside what it protects.
    #[error(
        "{0} is in the database's own folder, or below it. A copy of that folder would hold lock and key together: move the key elsewhere."
    )]
    Beside(PathBuf),
    /// It is not a key.
    #[error("{0} is not a key of Stoep: it must hold 64 hexadecimal digits.")]
    Malformed(PathBuf),
    /// There is a database, and its key is gone.
    #[error("the key {0} is missing, and the database {1} was made with it. Put the key back.")]
    Missing(PathBuf, PathBuf),
    /// There is a key, and its database is gone.
    #[error(
        "the database {1} is missing, and its key {0} is there. Is its disk mounted, and the path right? Nothing was made in its \
         place. To begin anew, with an empty one: stoep init."
    )]
    NoDatabase(PathBuf, PathBuf),
    /// Reading or writing.
    #[error("the key {0} can't be read or made: {1}")]
    Io(PathBuf, ErrorKind),
}

impl Key {
    /// Reads the key at `path`; makes one where there is neither a key nor a database yet.
    pub fn read_or_make(path: &Path, database: &Path) -> Result<Key, KeyError> {
        Key::has_database(path, database)?;
        Key::read_for_new(path, database)
    }

    /// Refuses where there is a key and its database is gone.
    pub fn has_database(path: &Path, database: &Path) -> Result<(), KeyError> {
        let there = has_content(path).map_err(|e| KeyError::Io(path.to_owned(), e.kind()))?;
        // What can't be looked at is said by whoever opens it.
        if there && !database.try_exists().unwrap_or(true) {
            return Err(KeyError::NoDatabase(path.to_owned(), database.to_owned()));
        }
        Ok(())
    }

    /// The same, where a database may be made with a key that is there already.
    pub fn read_for_new(path: &Path, database: &Path) -> Result<Key, KeyError> {
        let io = |e: Error| KeyError::Io(path.to_owned(), e.kind());
        is_apart(path, database)?;
        let waiting = waiting(path);
        if has_content(path).map_err(io)? {
            return read(path);
        }
        match read(&waiting) {
            Ok(key) => Ok(key),
            Err(KeyError::NotPrivate(why)) if !matches!(why, NotPrivate::Io(..)) => Err(why.into()),
            Err(_) if path.exists() && database.exists() => Err(KeyError::Malformed(path.to_owned())),
            Err(_) if database.exists() => Err(KeyError::Missing(path.to_owned(), database.to_owned())),
            Err(_) => {
                make(&waiting).map_err(io)?;
                read(&waiting)
            }
        }
    }

    /// The database is there: a key that waited for it takes its place.
    pub fn keep(path: &Path) -> Result<(), KeyError> {
        match std::fs::rename(waiting(path), path).and_then(|()| sync_folder(path)) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(KeyError::Io(path.to_owned(), e.kind())),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Where a new key waits for its database.
fn waiting(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Is the file there, and not empty? A full disk can leave an empty one.
fn has_content(path: &Path) -> std::io::Result<bool> {
    match std::fs::metadata(path) {
        Ok(about) => Ok(about.len() > 0),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(e),
    }
}

/// Is the key outside the database's folder: as its path says, and where links lead?
fn is_apart(path: &Path, database: &Path) -> Result<(), KeyError> {
    let folder = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
    let data = [folder(&real_path(database)), real_path(&folder(&whole(database)))];
    let key = [real_path(path), real_path(&folder(&whole(path)))];
    if key.iter().any(|k| data.iter().any(|d| k.starts_with(d))) {
        return Err(KeyError::Beside(path.to_owned()));
    }
    Ok(())
}

fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn read(path: &Path) -> Result<Key, KeyError> {
    is_mine_alone(path, Holds::Key)?;
    let text = std::fs::read_to_string(path).map_err(|e| KeyError::Io(path.to_owned(), e.kind()))?;
    let bytes = unhex(text.trim()).ok_or_else(|| KeyError::Malformed(path.to_owned()))?;
    Key::of_bytes(&bytes).ok_or_else(|| KeyError::Malformed(path.to_owned()))
}

fn make(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Error::from(ErrorKind::Unsupported))?;
    // Half a key from a start that a full disk ended is written over: nothing was made with it.
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    writeln!(file, "{}", hex(&bytes))?;
    file.sync_all()?;
    sync_folder(path)
}

/// What is in a folder is on disk once the folder is.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// A folder, a database's path with its folder, and a key's path without.
    fn paths() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("data/stoep.sqlite");
        let key = folder.path().join("keys/stoep.key");
        fs::create_dir_all(database.parent().unwrap()).unwrap();
        (folder, database, key)
    }

    #[test]
    fn a_key_is_made_once_and_kept_private() {
        let (_folder, database, path) = paths();
        Key::read_or_make(&path, &database).unwrap();
        let first = fs::read_to_string(waiting(&path)).unwrap();
        Key::read_or_make(&path, &database).unwrap();
        assert!(!path.exists(), "no database yet");
        fs::write(&database, "").unwrap();
        Key::read_or_make(&path, &database).unwrap();
        Key::keep(&path).unwrap();
        Key::keep(&path).unwrap();
        assert_eq!(first, fs::read_to_string(&path).unwrap());
        assert!(!waiting(&path).exists());
        Key::read_or_make(&path, &database).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        let refused = Key::read_or_make(&path, &database);
        assert!(matches!(refused, Err(KeyError::NotPrivate(NotPrivate::Open(_)))));
    }

    #[test]
    fn half_a_key_of_a_full_disk_is_not_left_behind() {
        let (_folder, database, path) = paths();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        for half in ["", "0123"] {
            fs::write(waiting(&path), half).unwrap();
            fs::set_permissions(waiting(&path), Permissions::from_mode(0o600)).unwrap();
            Key::read_or_make(&path, &database).unwrap();
            assert_eq!(fs::read_to_string(waiting(&path)).unwrap().trim().len(), 64);
        }
        // An empty one in the key's own place, as earlier versions left it.
        fs::remove_file(waiting(&path)).unwrap();
        fs::write(&path, "").unwrap();
        Key::read_or_make(&path, &database).unwrap();
        Key::keep(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap().trim().len(), 64);
        // With a database it is a key that is broken, and none is made.
        fs::write(&database, "").unwrap();
        fs::write(&path, "").unwrap();
        assert!(matches!(Key::read_or_make(&path, &database), Err(KeyError::Malformed(_))));
        assert!(!waiting(&path).exists());
    }

    #[test]
    fn a_key_and_its_database_are_missed() {
        let (_folder, database, path) = paths();
        fs::write(&database, "").unwrap();
        assert!(matches!(Key::read_or_make(&path, &database), Err(KeyError::Missing(..))));
        assert!(!waiting(&path).exists());
        fs::remove_file(&database).unwrap();
        Key::read_or_make(&path, &database).unwrap();
        Key::keep(&path).unwrap();
        let missed = Key::read_or_make(&path, &database);
        assert!(matches!(missed, Err(KeyError::NoDatabase(..))));
        Key::read_for_new(&path, &database).unwrap();
    }

    #[test]
    fn a_key_lies_nowhere_in_the_database_s_folder() {
        let (folder, database, _) = paths();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir(at("elsewhere")).unwrap();
        symlink(at("data"), at("link")).unwrap();
        fs::write(at("data/real.key"), "").unwrap();
        symlink(at("data/real.key"), at("elsewhere/stoep.key")).unwrap();
        fs::write(at("elsewhere/mine.key"), "").unwrap();
        symlink(at("elsewhere/mine.key"), at("data/mine.key")).unwrap();
        for beside in [
            "data/x.key",
            "data/keys/x.key",
            "elsewhere/../data/x.key",
            "none/../data/x.key",
            "link/x.key",
            "link/keys/x.key",
            "elsewhere/stoep.key",
            "data/mine.key",
        ] {
            assert!(matches!(Key::read_or_make(&at(beside), &database), Err(KeyError::Beside(_))), "{beside}");
        }
        // The database by a link: its real folder counts.
        symlink(at("data/stoep.sqlite"), at("elsewhere/link.sqlite")).unwrap();
        fs::write(&database, "").unwrap();
        let by_link = Key::read_or_make(&at("data/x.key"), &at("elsewhere/link.sqlite"));
        assert!(matches!(by_link, Err(KeyError::Beside(_))));
    }
}
