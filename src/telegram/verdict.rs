//! What Telegram's answer to a send means: the exact words, told apart in one place.

use teloxide::{ApiError, RequestError};

use crate::model::Verdict;

/// What to do after a send that did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is settled; this is what became of it.
    Settled(Verdict),
    /// It counts as done: the message is as it should be.
    Done,
    /// It was sent, as this message, though the answer was hard to read.
    Sent(Option<i64>),
    /// The formatting was refused: once more as plain text.
    Unformatted,
    /// It is a photo, a voice message or a file: what changes is not its text but its caption.
    Captioned,
    /// Wait so many seconds, for this chat.
    Wait(u32),
    /// Telegram could not be reached: the same again after a while.
    Again,
    /// Telegram answered with an error of its own, perhaps over this very message: the same again, but not for ever.
    Broken,
}

/// Reads an error. Nothing of it goes to a log but Telegram's own description.
pub fn read(error: &RequestError) -> Trouble {
    let api = match error {
        RequestError::MigrateToChatId(to) => return Trouble::Settled(Verdict::Migrated { to: to.0 }),
        RequestError::RetryAfter(wait) => return Trouble::Wait(wait.seconds()),
        RequestError::InvalidJson { raw, .. } => return read_unreadable(raw),
        RequestError::Network(_) | RequestError::Io(_) => return Trouble::Again,
        RequestError::Api(api) => api,
    };
    let words = match api {
        ApiError::Unknown(words) => words.clone(),
        known => known.to_string(),
    };
    read_words(&words)
}

/// teloxide could not read the answer. Where Telegram said 'ok' the message is there, and sending again would send twice.
fn read_unreadable(raw: &str) -> Trouble {
    #[derive(serde::Deserialize)]
    struct Answer {
        ok: bool,
        result: Option<Sent>,
    }
    #[derive(serde::Deserialize)]
    struct Sent {
        message_id: Option<i64>,
    }
    #[derive(serde::Deserialize)]
    struct Bare {
        ok: bool,
    }
    match (serde_json::from_str::<Answer>(raw), serde_json::from_str::<Bare>(raw)) {
        (Ok(answer), _) if answer.ok => Trouble::Sent(answer.result.and_then(|r| r.message_id)),
        (_, Ok(bare)) if bare.ok => Trouble::Sent(None),
        _ => Trouble::Broken,
    }
}

/// Reads Telegram's description of an error.
fn read_words(words: &str) -> Trouble {
    let text = words.to_ascii_lowercase();
    let has = |part: &str| text.contains(part);
    if has("message is not modified") || has("message to delete not found") || has("query is too old") {
        return Trouble::Done;
    }
    if has("message to edit not found") || has("message can't be edited") || has("message_id_invalid") {
        return Trouble::Settled(Verdict::Gone);
    }
    if has("can't parse entities") {
        return Trouble::Unformatted;
    }
    if has("there is no text in the message to edit") {
        return Trouble::Captioned;
    }
    let unreachable = text.starts_with("forbidden")
        || has("chat not found")
        || has("user is deactivated")
        || has("group is deactivated")
        || has("bot was kicked")
        || has("can't initiate conversation")
        || has("can't send messages to bots")
        || has("chat_write_forbidden")
        || has("peer_id_invalid");
    if unreachable {
        return Trouble::Settled(Verdict::Unreachable);
    }
    if has("bad gateway") || has("internal server error") || has("gateway timeout") || has("service unavailable") {
        return Trouble::Broken;
    }
    Trouble::Settled(Verdict::Refused(description(words)))
}

/// Telegram's description, cut short: some quote a part of what was sent.
fn description(words: &str) -> String {
    words.split(['"', '\n']).next().unwrap_or_default().trim().chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telegrams_words() {
        for (words, means) in [
            (
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
                Trouble::Done,
            ),
            ("Bad Request: query is too old and response timeout expired or query ID is invalid", Trouble::Done),
            ("Bad Request: message to edit not found", Trouble::Settled(Verdict::Gone)),
            ("Bad Request: can't parse entities: Unsupported start tag \"foo\" at byte offset 3", Trouble::Unformatted),
            ("Bad Request: there is no text in the message to edit", Trouble::Captioned),
            (
                "Bad Request: wrong file identifier/HTTP URL specified",
                Trouble::Settled(Verdict::Refused("Bad Request: wrong file identifier/HTTP URL specified".into())),
            ),
            ("Forbidden: bot was blocked by the user", Trouble::Settled(Verdict::Unreachable)),
            ("Forbidden: bot can't initiate conversation with a user", Trouble::Settled(Verdict::Unreachable)),
            ("Forbidden: bot was kicked from the group chat", Trouble::Settled(Verdict::Unreachable)),
            ("Bad Request: chat not found", Trouble::Settled(Verdict::Unreachable)),
            ("Internal Server Error", Trouble::Broken),
            (
                "Bad Request: BUTTON_DATA_INVALID",
                Trouble::Settled(Verdict::Refused("Bad Request: BUTTON_DATA_INVALID".into())),
            ),
            (
                "Bad Request: unknown parameter \"geheim\"",
                Trouble::Settled(Verdict::Refused("Bad Request: unknown parameter".into())),
            ),
        ] {
            assert_eq!(read_words(words), means, "{words}");
        }
    }

    #[test]
    fn an_answer_that_teloxide_cannot_read_is_no_reason_to_send_twice() {
        assert_eq!(read_unreadable(r#"{"ok":true,"result":{"message_id":7,"new":[]}}"#), Trouble::Sent(Some(7)));
        assert_eq!(read_unreadable(r#"{"ok":true,"result":true}"#), Trouble::Sent(None));
        assert_eq!(read_unreadable("<html>502</html>"), Trouble::Broken);
        assert_eq!(read_unreadable(r#"{"ok":false}"#), Trouble::Broken);
    }

    #[test]
    fn what_teloxide_knows_by_name_reads_the_same() {
        assert_eq!(read(&RequestError::Api(ApiError::MessageNotModified)), Trouble::Done);
        assert_eq!(read(&RequestError::Api(ApiError::BotBlocked)), Trouble::Settled(Verdict::Unreachable));
        assert_eq!(read(&RequestError::Api(ApiError::MessageToEditNotFound)), Trouble::Settled(Verdict::Gone));
        assert_eq!(read(&RequestError::Api(ApiError::MessageToDeleteNotFound)), Trouble::Done);
        assert_eq!(read(&RequestError::Api(ApiError::ChatNotFound)), Trouble::Settled(Verdict::Unreachable));
        let parse = ApiError::CantParseEntities("Bad Request: can't parse entities: x".into());
        assert_eq!(read(&RequestError::Api(parse)), Trouble::Unformatted);
    }
}
