//! Telling the server to fail: any method, any error, or a dropped connection before or after the effect.

use std::time::Duration;

use serde_json::Value;

/// What is to go wrong.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Only this method, in any case. `None` is every method.
    pub method: Option<String>,
    /// Only calls with this `chat_id`. `None` is every call.
    pub chat: Option<i64>,
    /// How many times; `u32::MAX` is until [`clear_failures`](super::World::clear_failures).
    pub times: u32,
    /// In which way.
    pub how: How,
}

/// In which way a call goes wrong.
#[derive(Clone, Debug)]
pub enum How {
    /// Refused, without effect.
    Error {
        /// HTTP status and `error_code`.
        code: u16,
        /// The whole description, `Bad Request: …` included.
        description: String,
        /// `parameters` of the answer: `retry_after`, `migrate_to_chat_id`.
        parameters: Option<Value>,
    },
    /// The connection breaks and nothing happened.
    DropBefore,
    /// The connection breaks after it happened: the caller cannot know.
    DropAfter,
    /// It takes this long by the machine's clock, and works.
    Delay(Duration),
}

/// The first failure that fits this call; it is used up by that.
pub(super) fn take(failures: &mut Vec<Failure>, method: &str, chat: Option<i64>) -> Option<How> {
    let fits = |f: &Failure| {
        f.times > 0
            && f.method.as_ref().is_none_or(|m| m.eq_ignore_ascii_case(method))
            && f.chat.is_none_or(|c| Some(c) == chat)
    };
    let at = failures.iter().position(fits)?;
    let failure = failures.get_mut(at)?;
    let how = failure.how.clone();
    if failure.times != u32::MAX {
        failure.times -= 1;
        if failure.times == 0 {
            failures.remove(at);
        }
    }
    Some(how)
}
