//! Sealed columns: what a person wrote is stored so that a copy of the database without the key tells nothing.
//!
//! XChaCha20-Poly1305 with a random nonce per value, and table, column and row as associated data.

use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::model::{Fault, Result};

const NONCE: usize = 24;

/// The key of a database. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct Key(XChaCha20Poly1305);

/// Why a key can't be used, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others may read it.
    #[error("{0} can be read by other users of this machine. Make it yours alone: chmod 600 {0}")]
    Open(PathBuf),
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
    /// Reading or writing.
    #[error("the key {0} can't be read or made: {1}")]
    Io(PathBuf, std::io::ErrorKind),
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// Reads the key at `path`; makes one where there is neither a key nor a database yet.
    pub fn read_or_make(path: &Path, database: &Path) -> Result<Key, KeyError> {
        let io = |e: std::io::Error| KeyError::Io(path.to_owned(), e.kind());
        if folder(path).starts_with(folder(database)) {
            return Err(KeyError::Beside(path.to_owned()));
        }
        if !path.exists() {
            if database.exists() {
                return Err(KeyError::Missing(path.to_owned(), database.to_owned()));
            }
            make(path).map_err(io)?;
        }
        if others_can_read(path).map_err(io)? {
            return Err(KeyError::Open(path.to_owned()));
        }
        let text = std::fs::read_to_string(path).map_err(io)?;
        let bytes = unhex(text.trim()).ok_or_else(|| KeyError::Malformed(path.to_owned()))?;
        Key::of_bytes(&bytes).ok_or_else(|| KeyError::Malformed(path.to_owned()))
    }

    /// A key of 32 bytes.
    pub fn of_bytes(bytes: &[u8]) -> Option<Key> {
        XChaCha20Poly1305::new_from_slice(bytes).ok().map(Key)
    }

    /// Seals a value for its place in the database.
    pub fn seal(&self, place: (&str, &str), row: &str, value: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0u8; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| Fault::disk("the machine gives no random numbers"))?;
        let about = about(place, row);
        let sealed = self
            .0
            .encrypt(&XNonce::from(nonce), Payload { msg: value, aad: about.as_bytes() })
            .map_err(|_| Fault::event("a value could not be sealed"))?;
        let mut out = Vec::with_capacity(NONCE + sealed.len());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens what was sealed for this place; anything else is refused.
    pub fn open(&self, place: (&str, &str), row: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let refused =
            || Fault::event(format!("{}.{} was sealed with another key or for another row", place.0, place.1));
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or_else(refused)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| refused())?;
        let about = about(place, row);
        self.0.decrypt(&XNonce::from(nonce), Payload { msg: body, aad: about.as_bytes() }).map_err(|_| refused())
    }
}

fn about(place: (&str, &str), row: &str) -> String {
    format!("{}.{}.{row}", place.0, place.1)
}

fn folder(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let whole = std::path::absolute(parent).unwrap_or_else(|_| parent.to_owned());
    // What is not there yet has no links to follow.
    whole.canonicalize().unwrap_or(whole)
}

fn make(path: &Path) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| std::io::Error::from(std::io::ErrorKind::Unsupported))?;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{}", hex(&bytes))?;
    file.sync_all()
}

fn others_can_read(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for b in bytes {
        out.push(char::from(DIGITS[usize::from(b >> 4)]));
        out.push(char::from(DIGITS[usize::from(b & 15)]));
    }
    out
}

/// The bytes of hexadecimal digits. `None` if it holds anything else.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_opens_in_its_own_place_alone() {
        let key = Key::of_bytes(&[7; 32]).unwrap();
        let sealed = key.seal(("outbox", "sealed_send"), "1", b"geheim").unwrap();
        assert!(!sealed.windows(6).any(|w| w == b"geheim"));
        assert_eq!(key.open(("outbox", "sealed_send"), "1", &sealed).unwrap(), b"geheim");
        assert!(key.open(("outbox", "sealed_send"), "2", &sealed).is_err());
        assert!(key.open(("parked", "sealed_raw"), "1", &sealed).is_err());
        assert!(Key::of_bytes(&[8; 32]).unwrap().open(("outbox", "sealed_send"), "1", &sealed).is_err());
        assert!(key.open(("outbox", "sealed_send"), "1", b"kort").is_err());
    }

    #[test]
    fn a_key_is_made_once_kept_private_and_never_beside_the_database() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let database = dir.path().join("data/stoep.sqlite");
        let path = dir.path().join("keys/stoep.key");
        std::fs::create_dir_all(database.parent().unwrap()).unwrap();
        Key::read_or_make(&path, &database).unwrap();
        let first = std::fs::read_to_string(&path).unwrap();
        Key::read_or_make(&path, &database).unwrap();
        assert_eq!(first, std::fs::read_to_string(&path).unwrap());
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(Key::read_or_make(&path, &database), Err(KeyError::Open(_))));
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&database, "").unwrap();
        assert!(matches!(Key::read_or_make(&path, &database), Err(KeyError::Missing(..))));
        for beside in ["data/x.key", "data/keys/x.key"] {
            assert!(matches!(Key::read_or_make(&dir.path().join(beside), &database), Err(KeyError::Beside(_))));
        }
    }
}
