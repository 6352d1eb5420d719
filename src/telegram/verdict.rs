//! What Telegram's answer to a send means: code and words, told apart in one place.

use teloxide::ApiError;

use super::call::{CallError, Refusal, TokenEnd};
use crate::model::{Refusal as GroupRefusal, Unreached, Verdict};

/// The longest that we wait where Telegram says how long, in seconds.
const LONGEST_WAIT: u64 = 24 * 3600;

/// What to do after a send that did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is settled; this is what became of it.
    Settled(Verdict),
    /// It counts as done: the message is as it should be.
    Done,
    /// The formatting was refused: once more as plain text.
    Unformatted,
    /// It is a photo, a voice message or a file: what changes is not its text but its caption.
    Captioned,
    /// Wait so many seconds, for this chat; a while where Telegram did not say how many.
    Wait(Option<u64>),
    /// Telegram could not be reached: the same again after a while.
    Again(Unreached),
    /// What it takes could not be read on this side: the same again after a while.
    Unread,
    /// Telegram answered with an error of its own, perhaps over this very message: the same again, but not for ever.
    Broken,
    /// It is not about this message: Telegram takes nothing with this token any more. The same again with the right one.
    Token(TokenEnd),
}

/// Reads an error.
pub fn read(error: &CallError) -> Trouble {
    match error {
        CallError::Refused(refusal) => refused(refusal),
        CallError::Strange { status: 500.. } => Trouble::Broken,
        CallError::Strange { .. } => Trouble::Again(Unreached::Strange),
        CallError::Unreached(why) => Trouble::Again(*why),
    }
}

fn refused(refusal: &Refusal) -> Trouble {
    if let Some(to) = refusal.migrate_to {
        return Trouble::Settled(Verdict::Migrated { to });
    }
    if let Some(end) = refusal.of_token() {
        return Trouble::Token(end);
    }
    match refusal.code {
        420 | 429 => {
            Trouble::Wait(refusal.retry_after.or_else(|| seconds_in(&refusal.words)).map(|s| s.min(LONGEST_WAIT)))
        }
        0 | 500.. => Trouble::Broken,
        code => read_words(code, &refusal.words),
    }
}

/// 'Too Many Requests: retry after 7', 'FLOOD_WAIT_7'.
fn seconds_in(words: &str) -> Option<u64> {
    words.rsplit([' ', '_']).next()?.parse().ok()
}

/// What Telegram says where a group lets us not write at the moment, in lower case.
const NOT_NOW: &[&str] = &[
    "chat_write_forbidden",
    "chat_restricted",
    "chat_send_plain_forbidden",
    "topic_closed",
    "have no rights to send a message",
    "not enough rights to send",
    "not enough rights to edit",
    "need administrator rights in the channel chat",
    "chat_admin_required",
];

/// Reads Telegram's description of an error.
fn read_words(code: i64, words: &str) -> Trouble {
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
    if has("message thread not found") || has("topic_deleted") {
        return Trouble::Settled(Verdict::NotHere(GroupRefusal::NoTopic));
    }
    if NOT_NOW.iter().any(|phrase| has(phrase)) {
        return Trouble::Settled(Verdict::NotHere(GroupRefusal::NotNow));
    }
    let unreachable = text.starts_with("forbidden")
        || code == 403
        || has("chat not found")
        || has("user is deactivated")
        || has("group is deactivated")
        || has("bot was kicked")
        || has("can't initiate conversation")
        || has("can't send messages to bots")
        || has("peer_id_invalid");
    if unreachable {
        return Trouble::Settled(Verdict::Unreachable);
    }
    Trouble::Settled(Verdict::Refused(loggable(code, words)))
}

/// What Telegram is known to say, beside what teloxide knows by name. The first that fits is what the log says.
const PHRASES: &[&str] = &[
    "not enough rights",
    "need administrator rights",
    "CHAT_SEND_PHOTOS_FORBIDDEN",
    "CHAT_SEND_VOICES_FORBIDDEN",
    "CHAT_SEND_DOCS_FORBIDDEN",
    "VOICE_MESSAGES_FORBIDDEN",
    "can't use file of type",
    "wrong file identifier",
    "wrong remote file identifier",
    "file must be non-empty",
    "message text is empty",
    "text must be non-empty",
    "message is too long",
    "message caption is too long",
    "MEDIA_CAPTION_TOO_LONG",
    "MESSAGE_TOO_LONG",
    "ENTITIES_TOO_LONG",
    "REPLY_MARKUP_TOO_LONG",
    "reply markup is too long",
    "BUTTON_DATA_INVALID",
    "BUTTON_URL_INVALID",
    "BUTTON_TYPE_INVALID",
    "can't parse inline keyboard button",
    "unknown parameter",
    "message to be replied not found",
    "message can't be deleted",
    "message identifier is not specified",
    "method not found",
    "Request Entity Too Large",
];

/// What a log may say of a refusal. Telegram's own words may quote what was sent, so they are never passed on: only what it is
/// known to say, and else the code alone.
fn loggable(code: i64, words: &str) -> String {
    let known = serde_json::from_value::<ApiError>(words.into());
    match known {
        Ok(known) if !matches!(known, ApiError::Unknown(_) | ApiError::CantParseEntities(_)) => known.to_string(),
        _ => {
            let text = words.to_lowercase();
            let phrase = PHRASES.iter().find(|phrase| text.contains(&phrase.to_lowercase()));
            phrase.map_or_else(|| format!("error {code}"), |phrase| format!("error {code}: {phrase}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: i64, words: &str) -> Trouble {
        read(&CallError::Refused(Refusal { code, words: words.into(), ..Refusal::default() }))
    }

    fn refusal(words: &str) -> Trouble {
        Trouble::Settled(Verdict::Refused(words.into()))
    }

    #[test]
    fn telegrams_words() {
        let unreachable = || Trouble::Settled(Verdict::Unreachable);
        let not_now = || Trouble::Settled(Verdict::NotHere(GroupRefusal::NotNow));
        for (code, words, means) in [
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
                Trouble::Done,
            ),
            (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Trouble::Done),
            (400, "Bad Request: message to delete not found", Trouble::Done),
            (400, "Bad Request: message to edit not found", Trouble::Settled(Verdict::Gone)),
            (400, "Bad Request: MESSAGE_ID_INVALID", Trouble::Settled(Verdict::Gone)),
            (
                400,
                "Bad Request: can't parse entities: Unsupported start tag \"foo\" at byte offset 3",
                Trouble::Unformatted,
            ),
            (400, "Bad Request: there is no text in the message to edit", Trouble::Captioned),
            (403, "Forbidden: bot was blocked by the user", unreachable()),
            (403, "Forbidden: bot can't initiate conversation with a user", unreachable()),
            (403, "Forbidden: bot was kicked from the group chat", unreachable()),
            (400, "Bad Request: chat not found", unreachable()),
            (400, "Bad Request: CHAT_WRITE_FORBIDDEN", not_now()),
            (403, "Forbidden: CHAT_WRITE_FORBIDDEN", not_now()),
            (400, "Bad Request: not enough rights to send text messages to the chat", not_now()),
            (400, "Bad Request: have no rights to send a message", not_now()),
            (400, "Bad Request: TOPIC_CLOSED", not_now()),
            (400, "Bad Request: message thread not found", Trouble::Settled(Verdict::NotHere(GroupRefusal::NoTopic))),
            (500, "Internal Server Error", Trouble::Broken),
            (502, "Bad Gateway", Trouble::Broken),
            (0, "", Trouble::Broken),
            (400, "Bad Request: BUTTON_DATA_INVALID", refusal("Bad Request: BUTTON_DATA_INVALID")),
        ] {
            assert_eq!(said(code, words), means, "{words}");
        }
    }

    #[test]
    fn a_token_that_is_refused_is_no_fault_of_the_message() {
        let unknown = Trouble::Token(TokenEnd::Unknown);
        for (code, words) in [
            (401, "Unauthorized"),
            (401, "Unauthorized: token not registered"),
            (401, "bot was kicked from a chat"),
            (401, ""),
            (404, "Not Found"),
        ] {
            assert_eq!(said(code, words), unknown, "{code} {words}");
        }
        for words in ["Logged out", "Bad Request: Logged out"] {
            assert_eq!(said(400, words), Trouble::Token(TokenEnd::LoggedOut));
        }
        assert_eq!(said(404, "Not Found: method not found"), refusal("error 404: method not found"));
    }

    #[test]
    fn who_is_told_to_wait_waits_whether_or_not_it_is_said_how_long() {
        let asked = Refusal { code: 429, retry_after: Some(7), ..Refusal::default() };
        assert_eq!(read(&CallError::Refused(asked)), Trouble::Wait(Some(7)));
        assert_eq!(said(429, "Too Many Requests: retry after 9"), Trouble::Wait(Some(9)));
        assert_eq!(said(420, "FLOOD_WAIT_23"), Trouble::Wait(Some(23)));
        assert_eq!(said(429, "Too Many Requests"), Trouble::Wait(None));
        assert_eq!(said(420, ""), Trouble::Wait(None));
        assert_eq!(said(429, "retry after 99999999999"), Trouble::Wait(Some(LONGEST_WAIT)));
    }

    #[test]
    fn a_group_with_another_id() {
        let moved = Refusal { code: 400, migrate_to: Some(-1005), ..Refusal::default() };
        assert_eq!(read(&CallError::Refused(moved)), Trouble::Settled(Verdict::Migrated { to: -1005 }));
    }

    #[test]
    fn what_no_bot_api_says_gives_nothing_up() {
        assert_eq!(read(&CallError::Strange { status: 200 }), Trouble::Again(Unreached::Strange));
        assert_eq!(read(&CallError::Strange { status: 403 }), Trouble::Again(Unreached::Strange));
        assert_eq!(read(&CallError::Strange { status: 502 }), Trouble::Broken);
        assert_eq!(read(&CallError::Unreached(Unreached::Name)), Trouble::Again(Unreached::Name));
    }

    #[test]
    fn the_log_reads_what_telegram_is_known_to_say_and_nothing_that_it_quotes() {
        for (words, logged) in [
            ("Bad Request: message is too long", "Bad Request: message is too long"),
            ("Bad Request: can't use file of type Photo as Voice", "error 400: can't use file of type"),
            ("Bad Request: button URL 'https://geheim.example' is invalid", "error 400"),
            ("Bad Request: unknown parameter \"geheim\"", "error 400: unknown parameter"),
            ("geheim", "error 400"),
        ] {
            assert_eq!(said(400, words), refusal(logged), "{words}");
        }
    }
}
