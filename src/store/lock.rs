//! The lock of a database: at most one program answers from it. Its file also holds how many changes were confirmed, apart from
//! the database: so a database that lost some, or an older one that was put back, is noticed at the next start.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use super::OpenError;
use super::opening::make_folder;

/// Held as long as the program runs.
#[derive(Clone)]
pub struct Lock(Arc<File>);

impl Lock {
    /// Takes it. Before the database is opened, because that may change its schema under whoever runs on it.
    pub fn take(database: &Path) -> Result<Lock, OpenError> {
        let io = |e: std::io::Error| OpenError::Io(database.to_owned(), e.kind().to_string());
        make_folder(database)?;
        let path = database.with_extension("lock");
        let file = File::options().read(true).write(true).create(true).truncate(false).open(path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(Arc::new(file))),
            Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::InUse(database.to_owned())),
            Err(std::fs::TryLockError::Error(e)) => Err(io(e)),
        }
    }

    /// Notes how many changes the database holds by now. Not synced: what a kill leaves is enough, and after a power cut it is
    /// at most too low.
    pub fn note(&self, changes: i64) {
        // A note that can't be written finds less at the next start, and is no reason to stop.
        let _ = self.0.write_all_at(format!("{changes:020}\n").as_bytes(), 0);
    }

    /// How many changes were noted. `None` if nothing that can be read was.
    pub fn noted(&self) -> Option<i64> {
        let mut bytes = [0u8; 20];
        self.0.read_exact_at(&mut bytes, 0).ok()?;
        str::from_utf8(&bytes).ok()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_holds_it_and_what_it_noted_stays() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("data/stoep.sqlite");
        let lock = Lock::take(&database).unwrap();
        assert!(matches!(Lock::take(&database), Err(OpenError::InUse(_))));
        assert_eq!(lock.noted(), None);
        lock.note(41);
        lock.note(7);
        drop(lock);
        let lock = Lock::take(&database).unwrap();
        assert_eq!(lock.noted(), Some(7));
    }
}
