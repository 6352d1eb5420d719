//! Why the server refuses a call, in the Bot API's words.

use serde_json::Value;

/// What Telegram says to an answer that came too late, twice, or to nothing.
pub(super) const QUERY_TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// Why the server refuses a call.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub code: u16,
    pub description: String,
    pub parameters: Option<Value>,
}

impl Refusal {
    /// 400, with what comes after "Bad Request: ".
    pub fn bad(words: impl std::fmt::Display) -> Refusal {
        Refusal { code: 400, description: format!("Bad Request: {words}"), parameters: None }
    }

    /// 403, with what comes after "Forbidden: ".
    pub fn forbidden(words: impl std::fmt::Display) -> Refusal {
        Refusal { code: 403, description: format!("Forbidden: {words}"), parameters: None }
    }
}
