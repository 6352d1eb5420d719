//! Sealed columns: what a person wrote is stored so that a copy of the database without the key tells nothing.
//!
//! XChaCha20-Poly1305 with a random nonce per value, and table, column and row as associated data.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::model::{Fault, Result};

const NONCE: usize = 24;

/// The key of a database. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct Key(XChaCha20Poly1305);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
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
}
