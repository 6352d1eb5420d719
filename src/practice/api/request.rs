//! What a call brings: parameters from the address and the body, and files.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use crate::practice::refusal::Refusal;
use crate::practice::schema;

/// A file that came with a call.
pub(super) struct Upload {
    pub name: String,
    pub mime: String,
    pub bytes: Bytes,
}

/// The parameters of a call.
#[derive(Default)]
pub(super) struct Params {
    values: Map<String, Value>,
    pub uploads: BTreeMap<String, Upload>,
}

/// Reads all of a request. Parameters in the body go before those in the address.
pub(super) async fn read(request: Request) -> Result<Params, Refusal> {
    let mut params = Params::default();
    let query = request.uri().query().unwrap_or_default().to_owned();
    params.form(query.as_bytes());
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind == "multipart/form-data" {
        params.multipart(request).await.ok_or_else(|| Refusal::bad("can't parse multipart form data"))?;
        return Ok(params);
    }
    let too_large = || Refusal { code: 413, description: "Request Entity Too Large".into(), parameters: None };
    let body = Bytes::from_request(request, &()).await.map_err(|_| too_large())?;
    match kind.as_str() {
        _ if body.is_empty() => {}
        "application/json" => {
            let Ok(Value::Object(values)) = serde_json::from_slice(&body) else {
                return Err(Refusal::bad("can't parse JSON object"));
            };
            params.values.extend(values);
        }
        "application/x-www-form-urlencoded" => params.form(&body),
        _ => return Err(Refusal::bad("unsupported Content-Type")),
    }
    Ok(params)
}

impl Params {
    fn form(&mut self, form: &[u8]) {
        for (name, value) in url::form_urlencoded::parse(form) {
            self.values.insert(name.into_owned(), value.into_owned().into());
        }
    }

    async fn multipart(&mut self, request: Request) -> Option<()> {
        let mut parts = Multipart::from_request(request, &()).await.ok()?;
        while let Some(part) = parts.next_field().await.ok()? {
            let name = part.name()?.to_owned();
            match part.file_name().map(str::to_owned) {
                Some(file) => {
                    let mime = part.content_type().unwrap_or("application/octet-stream").to_owned();
                    let bytes = part.bytes().await.ok()?;
                    self.uploads.insert(name, Upload { name: file, mime, bytes });
                }
                None => {
                    let value = part.text().await.ok()?;
                    self.values.insert(name, value.into());
                }
            }
        }
        Some(())
    }

    /// The chat that the call is about, before anything is checked.
    pub fn chat(&self) -> Option<i64> {
        let chat = self.values.get("chat_id")?;
        chat.as_i64().or_else(|| chat.as_str()?.parse().ok())
    }

    /// The same, checked against the method's table.
    pub fn checked(self, method: &str) -> Result<Params, Refusal> {
        let names = self.uploads.keys().cloned().collect();
        Ok(Params { values: schema::check(method, self.values, &names)?, uploads: self.uploads })
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    pub fn int(&self, name: &str) -> Option<i64> {
        self.values.get(name)?.as_i64()
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    pub fn is(&self, name: &str) -> bool {
        self.values.get(name) == Some(&Value::Bool(true))
    }
}
