//! What goes out besides text: what somebody sent us, passed on by the name that Telegram gave it, and files that we make.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A photo or a voice message of somebody's. We hold Telegram's name of it and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Telegram's name of it. It stays good for this bot, and is worth nothing to another.
    pub file_id: String,
}

/// What is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MediaKind {
    /// A photo.
    Photo,
    /// A voice message.
    Voice,
}

impl Media {
    /// A photo by Telegram's name.
    pub fn photo(file_id: impl Into<String>) -> Media {
        Media { kind: MediaKind::Photo, file_id: file_id.into() }
    }

    /// A voice message by Telegram's name.
    pub fn voice(file_id: impl Into<String>) -> Media {
        Media { kind: MediaKind::Voice, file_id: file_id.into() }
    }
}

/// A file that we made. It waits in the outbox as a whole, so it is small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it is called on somebody's telephone.
    pub name: String,
    /// What is in it: at most [`File::AT_MOST`].
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub bytes: Vec<u8>,
}

impl File {
    /// The most bytes of a file of ours: it is sealed and kept in memory until it is sent.
    pub const AT_MOST: usize = 200 * 1024;
}

fn to_base64<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&BASE64.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(from)?;
    BASE64.decode(text).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_as_it_was_and_takes_a_third_more() {
        let file = File { name: "poster.pdf".into(), bytes: (0..=255).cycle().take(File::AT_MOST).collect() };
        let json = serde_json::to_string(&file).unwrap();
        assert!(json.len() < File::AT_MOST * 14 / 10, "{}", json.len());
        assert_eq!(serde_json::from_str::<File>(&json).unwrap(), file);
        assert!(serde_json::from_str::<File>(r#"{"name":"x","bytes":"not base64!"}"#).is_err());
    }
}
