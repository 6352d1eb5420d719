//! Calls of the Bot API over teloxide's client, and what came of them. Answers are read as leniently as updates are: only
//! what we need of them, for teloxide's own types demand what the Bot API calls optional.
//!
//! An error of the client is never shown: its words hold the address, and that holds the token.

#[cfg(test)]
mod tests;

use std::error::Error;
use std::io;

use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, Url};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use teloxide::Bot;

use crate::model::{File, Unreached};

/// What a method is called with.
#[derive(Clone, Debug, Default)]
pub struct Parameters(Map<String, Value>);

impl Parameters {
    /// With one more.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Parameters {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// With one more, where there is a value.
    pub fn with_some(self, name: &str, value: Option<impl Into<Value>>) -> Parameters {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

/// Why a call brought no answer to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallError {
    /// Telegram said no.
    Refused(Refusal),
    /// What came back can't be read, and is no answer of the Bot API: from a proxy, or from a server in trouble.
    Strange {
        /// HTTP's status.
        status: u16,
    },
    /// No answer came back.
    Unreached(Unreached),
}

impl CallError {
    /// Telegram's refusal, where it was one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            CallError::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Why the server could not be reached, where no Bot API answered.
    pub fn unreached(&self) -> Option<Unreached> {
        match self {
            CallError::Refused(_) => None,
            CallError::Strange { .. } => Some(Unreached::Strange),
            CallError::Unreached(why) => Some(*why),
        }
    }
}

/// How Telegram says no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Its error code; 0 where it said none.
    pub code: i64,
    /// Its description. May quote what was sent, and so belongs in no log.
    pub words: String,
    /// Seconds to wait.
    pub retry_after: Option<u64>,
    /// The group's new id.
    pub migrate_to: Option<i64>,
}

/// Why a token is of no use any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenEnd {
    /// Telegram does not know it.
    Unknown,
    /// The bot was logged out of this server.
    LoggedOut,
}

impl Refusal {
    /// Is it not about this call, but about the token? Told by the code, because the words differ from server to server.
    pub fn of_token(&self) -> Option<TokenEnd> {
        let words = self.words.to_ascii_lowercase();
        match self.code {
            401 => Some(TokenEnd::Unknown),
            // A server that plays a part of the API says so of a method that it lacks.
            404 if !words.contains("method") => Some(TokenEnd::Unknown),
            400 if words.contains("logged out") => Some(TokenEnd::LoggedOut),
            _ => None,
        }
    }
}

/// Calls a method.
pub async fn call(bot: &Bot, method: &str, parameters: Parameters) -> Result<Box<RawValue>, CallError> {
    let body = Value::Object(parameters.0).to_string();
    ask(bot.client().post(address(bot, method)).header("content-type", "application/json").body(body)).await
}

/// Calls a method with a file.
pub async fn upload(
    bot: &Bot,
    method: &str,
    parameters: Parameters,
    field: &'static str,
    file: &File,
) -> Result<Box<RawValue>, CallError> {
    let mut form = Form::new().part(field, Part::bytes(file.bytes.clone()).file_name(file.name.clone()));
    for (name, value) in parameters.0 {
        let value = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        form = form.text(name, value);
    }
    ask(bot.client().post(address(bot, method)).multipart(form)).await
}

fn address(bot: &Bot, method: &str) -> Url {
    let mut url = bot.api_url();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(&format!("bot{}", bot.token())).push(method);
    }
    url
}

async fn ask(request: RequestBuilder) -> Result<Box<RawValue>, CallError> {
    let response = request.send().await.map_err(|e| unreached(&e))?;
    let status = response.status().as_u16();
    let text = response.text().await.map_err(|e| unreached(&e))?;
    read(status, &text)
}

/// Reads an answer. Where it says 'ok' it is one, whatever else stands in it: what was asked for is done.
fn read(status: u16, text: &str) -> Result<Box<RawValue>, CallError> {
    #[derive(Deserialize)]
    struct Answer {
        ok: Option<bool>,
        result: Option<Box<RawValue>>,
        error_code: Option<i64>,
        description: Option<String>,
        parameters: Option<Reasons>,
    }
    #[derive(Deserialize)]
    struct Reasons {
        retry_after: Option<u64>,
        migrate_to_chat_id: Option<i64>,
    }
    #[derive(Deserialize)]
    struct Bare {
        ok: bool,
    }
    let nothing = || RawValue::NULL.to_owned();
    match serde_json::from_str::<Answer>(text) {
        Ok(Answer { ok: Some(true), result, .. }) => Ok(result.unwrap_or_else(nothing)),
        Ok(Answer { ok: None, error_code: None, .. }) => Err(CallError::Strange { status }),
        Ok(answer) => {
            let (retry_after, migrate_to) =
                answer.parameters.map_or((None, None), |p| (p.retry_after, p.migrate_to_chat_id));
            let code = answer.error_code.unwrap_or(if status >= 400 { i64::from(status) } else { 0 });
            let words = answer.description.unwrap_or_default();
            Err(CallError::Refused(Refusal { code, words, retry_after, migrate_to }))
        }
        Err(_) if serde_json::from_str::<Bare>(text).is_ok_and(|bare| bare.ok) => Ok(nothing()),
        Err(_) => Err(CallError::Strange { status }),
    }
}

fn unreached(error: &reqwest::Error) -> CallError {
    CallError::Unreached(reason(error, error.is_timeout()))
}

/// Reads the reason from the chain of causes. hyper and rustls keep their types to themselves, so some are told by their words,
/// which stay here.
fn reason(error: &(dyn Error + 'static), timed_out: bool) -> Unreached {
    for source in std::iter::successors(error.source(), |e| (*e).source()) {
        let words = source.to_string().to_ascii_lowercase();
        let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
        if says(&["dns error", "failed to lookup"]) {
            return Unreached::Name;
        }
        if says(&["tunnel", "proxy", "socks"]) {
            return Unreached::Proxy;
        }
        if says(&["certificate", "tls", "handshake", "corrupt message"]) {
            return Unreached::Tls;
        }
        match source.downcast_ref::<io::Error>().map(io::Error::kind) {
            Some(io::ErrorKind::ConnectionRefused) => return Unreached::Refused,
            Some(io::ErrorKind::TimedOut) => return Unreached::Timeout,
            _ => {}
        }
    }
    if timed_out { Unreached::Timeout } else { Unreached::Broken }
}
