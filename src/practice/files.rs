//! What is sent besides text. Files stay available under their `file_id`, to send again and to fetch.

use serde_json::{Value, json};

use super::state::{State, StoredFile};

/// What people send besides text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sticker.
    Sticker,
    /// A photo, with words or without.
    Photo {
        /// Below it.
        caption: String,
    },
    /// A voice message.
    Voice,
    /// A video message.
    VideoNote,
    /// A file.
    Document {
        /// Below it.
        caption: String,
    },
    /// Somebody's name and number.
    Contact {
        /// The number.
        phone: String,
        /// The sender's own, as the 'share my number' button sends it; otherwise somebody's from their address book.
        own: bool,
    },
    /// A place.
    Location,
    /// A poll.
    Poll {
        /// What is asked.
        question: String,
    },
}

/// The sizes in which Telegram shows a photo, the smallest first.
const PHOTO_SIZES: [(u32, u32); 4] = [(90, 67), (320, 240), (800, 600), (1280, 960)];

/// What every photo that people send shows: a bicycle, drawn.
const BICYCLE: &[u8] = include_bytes!("bicycle.svg");

/// How Telegram's names of files begin, by what they are.
fn prefix(field: &str) -> &'static str {
    match field {
        "photo" => "AgACAgQAAx",
        "voice" => "AwACAgQAAx",
        "sticker" => "CAACAgQAAx",
        "video_note" => "DQACAgQAAx",
        _ => "BQACAgQAAx",
    }
}

impl State {
    /// Keeps a file and gives the value of the message field that shows it. A photo comes in several sizes, each a file.
    pub fn store_file(&mut self, field: &'static str, extra: Value, bytes: Vec<u8>) -> Value {
        let sizes = match field {
            "photo" => PHOTO_SIZES.map(|(width, height)| json!({ "width": width, "height": height })).to_vec(),
            _ => vec![extra],
        };
        let mut names = Vec::new();
        let mut files = Vec::new();
        for mut file in sizes {
            self.last_file += 1;
            let file_id = format!("{}{:012}", prefix(field), self.last_file);
            let unique_id = format!("AQAD{:012}", self.last_file);
            if let Some(fields) = file.as_object_mut() {
                fields.insert("file_id".into(), file_id.clone().into());
                fields.insert("file_unique_id".into(), unique_id.clone().into());
                fields.insert("file_size".into(), bytes.len().into());
            }
            names.push((file_id, unique_id, format!("{field}s/file_{}", self.last_file)));
            files.push(file);
        }
        let value = match (field, files.pop()) {
            ("photo", last) => files.into_iter().chain(last).collect(),
            (_, last) => last.unwrap_or_default(),
        };
        for (file_id, unique_id, path) in names {
            let stored = StoredFile { unique_id, path, field, value: value.clone(), bytes: bytes.clone() };
            self.files.insert(file_id, stored);
        }
        value
    }

    /// The Bot API's object for something that a person sends.
    pub fn attachment(&mut self, user: i64, kind: Kind) -> (&'static str, Value, String) {
        let (field, extra, caption) = match kind {
            Kind::Contact { phone, own } => {
                let mut contact = json!({"phone_number": phone, "first_name": "Kennis"});
                if let Some(person) = self.people.get(&user).filter(|_| own) {
                    contact["first_name"] = person.first_name.clone().into();
                    contact["user_id"] = user.into();
                }
                return ("contact", contact, String::new());
            }
            Kind::Location => {
                return ("location", json!({"latitude": 52.3599, "longitude": 4.9207}), String::new());
            }
            Kind::Poll { question } => {
                self.last_file += 1;
                let options = json!([{"text": "1", "voter_count": 0}, {"text": "2", "voter_count": 0}]);
                let poll = json!({
                    "id": self.last_file.to_string(), "question": question, "options": options, "total_voter_count": 0,
                    "is_closed": false, "is_anonymous": true, "type": "regular", "allows_multiple_answers": false,
                });
                return ("poll", poll, String::new());
            }
            Kind::Sticker => {
                let extra = json!({"type": "regular", "width": 512, "height": 512, "is_animated": false,
                    "is_video": false, "emoji": "👍"});
                ("sticker", extra, String::new())
            }
            Kind::Photo { caption } => ("photo", json!({}), caption),
            Kind::Voice => ("voice", json!({"duration": 3, "mime_type": "audio/ogg"}), String::new()),
            Kind::VideoNote => ("video_note", json!({"duration": 3, "length": 240}), String::new()),
            Kind::Document { caption } => {
                ("document", json!({"file_name": "brief.pdf", "mime_type": "application/pdf"}), caption)
            }
        };
        let bytes: &[u8] = if field == "photo" { BICYCLE } else { b"practice" };
        let value = self.store_file(field, extra, bytes.to_vec());
        (field, value, caption)
    }
}
