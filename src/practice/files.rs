//! Files: what was sent stays available under its `file_id`, to send again and to fetch.

use serde_json::{Value, json};

use super::state::{State, StoredFile};

impl State {
    /// Keeps a file and gives the value of the message field that shows it.
    pub fn store_file(&mut self, field: &'static str, extra: Value, bytes: Vec<u8>) -> Value {
        self.last_file += 1;
        let file_id = format!("AgACAgQAAx{:012}", self.last_file);
        let unique_id = format!("AQAD{:012}", self.last_file);
        let mut file = extra;
        if let Some(fields) = file.as_object_mut() {
            fields.insert("file_id".into(), file_id.clone().into());
            fields.insert("file_unique_id".into(), unique_id.clone().into());
            fields.insert("file_size".into(), bytes.len().into());
        }
        // A photo comes in several sizes; here there is one.
        let value = if field == "photo" { json!([file]) } else { file };
        let path = format!("{field}s/file_{}", self.last_file);
        self.files.insert(file_id, StoredFile { unique_id, path, field, value: value.clone(), bytes });
        value
    }
}
