//! Photos, voice messages and files on the page: what a message says of them, and their bytes.

use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Page;

/// What a message says of the file that came with it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Media {
    /// What it is fetched by.
    file: String,
    /// What a document is called.
    name: Option<String>,
    /// How long a voice message lasts.
    seconds: Option<i64>,
    bytes: Option<i64>,
}

/// Reads the Bot API's object; none for what is no file, such as a place.
pub(super) fn media(attached: &Value) -> Option<Media> {
    // Of a photo's sizes the last is the largest.
    let file = attached.as_array().and_then(|sizes| sizes.last()).unwrap_or(attached);
    Some(Media {
        file: file["file_id"].as_str()?.to_owned(),
        name: file["file_name"].as_str().map(str::to_owned),
        seconds: file["duration"].as_i64(),
        bytes: file["file_size"].as_i64(),
    })
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    id: String,
}

/// `GET /api/file`: a photo to show, or anything else to keep.
pub(super) async fn file(State(page): State<Page>, Query(Wanted { id }): Query<Wanted>) -> Response {
    let found = page.world.with(|s| {
        let file = s.files.get(&id)?;
        Some((file.bytes.clone(), file.value["file_name"].as_str().map(str::to_owned)))
    });
    let Some((bytes, name)) = found else { return StatusCode::NOT_FOUND.into_response() };
    let kind = kind(&bytes);
    let mut answer = bytes.into_response();
    let head = answer.headers_mut();
    head.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    head.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Whatever somebody sent: nothing in it runs.
    head.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    if !kind.starts_with("image/") {
        head.insert(CONTENT_DISPOSITION, kept_as(name.as_deref()));
    }
    answer
}

/// What a file is, by how it begins.
fn kind(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'<', b's', b'v', b'g', ..] => "image/svg+xml",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        _ if bytes.starts_with(b"BEGIN:VCALENDAR") => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// As which file a browser keeps it: letters, numbers and what is harmless between them.
fn kept_as(name: Option<&str>) -> HeaderValue {
    let harmless = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = name.unwrap_or("bestand").chars().map(|c| if harmless(c) { c } else { '_' }).collect();
    HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_largest_size_of_a_photo_is_shown() {
        let photo = json!([{ "file_id": "a", "file_size": 3 }, { "file_id": "b", "file_size": 9 }]);
        let shown = media(&photo);
        assert_eq!(shown, Some(Media { file: "b".into(), name: None, seconds: None, bytes: Some(9) }));
        assert_eq!(media(&json!({ "latitude": 52.3 })), None);
    }

    #[test]
    fn a_calendars_file_says_what_it_is() {
        assert_eq!(kind(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "text/calendar; charset=utf-8");
        assert_eq!(kind(b"BEGIN:VCARD\r\n"), "application/octet-stream");
    }

    #[test]
    fn a_name_is_no_header_of_its_own() {
        assert_eq!(kept_as(Some("poster \"x\"\r\ny.pdf")), "attachment; filename=\"poster__x___y.pdf\"");
        assert_eq!(kept_as(None), "attachment; filename=\"bestand\"");
    }
}
