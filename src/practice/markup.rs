//! Buttons as Telegram accepts them.

use serde_json::{Value, json};

use super::people::{is_start_param, start_of};
use super::refusal::Refusal;

/// Limits of an inline keyboard: buttons in all, and in a row.
const MOST_BUTTONS: usize = 100;
const MOST_IN_A_ROW: usize = 8;
/// Bytes of `callback_data`.
const MOST_DATA: usize = 64;

/// What a button can do; exactly one of these is given.
const ACTIONS: [&str; 12] = [
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
    "force_reply",
];

/// What came as `reply_markup`.
#[derive(Default)]
pub(super) struct Markup {
    /// An inline keyboard with at least one button.
    pub inline: Option<Value>,
    /// Anything else: a keyboard, its removal, a forced reply.
    pub other: Option<Value>,
}

/// Checks `reply_markup`, whose types were checked already.
pub(super) fn check(markup: Option<&Value>, private: bool) -> Result<Markup, Refusal> {
    let Some(markup) = markup else { return Ok(Markup::default()) };
    if let Some(rows) = markup["inline_keyboard"].as_array() {
        return Ok(Markup { inline: inline(rows)?, other: None });
    }
    for button in markup["keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array).flatten() {
        if button["text"].as_str().or(button.as_str()).is_none_or(str::is_empty) {
            return Err(Refusal::bad("keyboard button text must be non-empty"));
        }
        if button["request_contact"] == true && !private {
            return Err(Refusal::bad("phone number can be requested in private chats only"));
        }
        if button["request_location"] == true && !private {
            return Err(Refusal::bad("location can be requested in private chats only"));
        }
    }
    Ok(Markup { inline: None, other: Some(markup.clone()) })
}

fn inline(rows: &[Value]) -> Result<Option<Value>, Refusal> {
    let rows: Vec<&Vec<Value>> = rows.iter().filter_map(Value::as_array).filter(|r| !r.is_empty()).collect();
    let buttons: usize = rows.iter().map(|r| r.len()).sum();
    if buttons > MOST_BUTTONS || rows.iter().any(|r| r.len() > MOST_IN_A_ROW) {
        return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
    }
    for button in rows.iter().flat_map(|r| r.iter()) {
        check_button(button)?;
    }
    Ok((buttons > 0).then(|| json!({ "inline_keyboard": rows })))
}

fn check_button(button: &Value) -> Result<(), Refusal> {
    if button["text"].as_str().is_none_or(|t| t.trim().is_empty()) {
        return Err(Refusal::bad("can't parse inline keyboard button: Field \"text\" must be non-empty"));
    }
    let given = |name: &&&str| match button.get(**name) {
        None => false,
        Some(Value::String(words)) => !words.is_empty() || name.starts_with("switch"),
        Some(_) => true,
    };
    let actions: Vec<&&str> = ACTIONS.iter().filter(given).collect();
    match actions[..] {
        [] => {
            let words = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
            Err(Refusal::bad(words))
        }
        [one] => match *one {
            "callback_data" if button["callback_data"].as_str().is_some_and(|d| d.len() > MOST_DATA) => {
                Err(Refusal::bad("BUTTON_DATA_INVALID"))
            }
            "url" => check_url(button["url"].as_str().unwrap_or_default()),
            "callback_game" | "pay" => Err(Refusal::bad("BUTTON_TYPE_INVALID")),
            _ => Ok(()),
        },
        // Telegram takes one of them and says nothing; its documentation asks for exactly one.
        [..] => Err(Refusal::bad("can't parse inline keyboard button: exactly one action must be given")),
    }
}

fn check_url(url: &str) -> Result<(), Refusal> {
    let invalid = |why: &str| Refusal::bad(format!("inline keyboard button URL '{url}' is invalid: {why}"));
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    if scheme.as_deref().is_some_and(|s| !["http", "https", "tg", "ton"].contains(&s)) {
        return Err(invalid("Unsupported URL protocol"));
    }
    if super::html::link(url).is_none() {
        return Err(invalid("Wrong HTTP URL"));
    }
    // Telegram sends such a button, and the person who presses it starts the bot without the parameter.
    if start_of(url).is_some_and(|(_, param)| !is_start_param(&param)) {
        return Err(invalid("a start parameter is 1 to 64 of A-Za-z0-9_-"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(button: Value) -> Option<String> {
        check(Some(&json!({"inline_keyboard": [[button]]})), true).err().map(|r| r.description)
    }

    #[test]
    fn buttons_are_held_to_telegrams_limits() {
        assert_eq!(refused(json!({"text": "a", "callback_data": "x".repeat(64)})), None);
        let long = refused(json!({"text": "a", "callback_data": "é".repeat(33)}));
        assert_eq!(long.as_deref(), Some("Bad Request: BUTTON_DATA_INVALID"), "bytes, not characters");
        let both = refused(json!({"text": "a", "callback_data": "x", "url": "https://a.nl"}));
        assert!(both.is_some_and(|w| w.contains("exactly one")));
        assert!(refused(json!({"text": "a", "callback_data": ""})).is_some_and(|w| w.contains("Text buttons")));
        assert!(refused(json!({"text": "a", "url": "ftp://a.nl"})).is_some_and(|w| w.contains("protocol")));
        assert!(refused(json!({"text": "a", "url": "https://t.me/b?start=a b"})).is_some());
        assert_eq!(refused(json!({"text": "a", "url": "https://t.me/b?start=a-b_9"})), None);
    }

    #[test]
    fn a_keyboard_is_not_too_big() {
        let row = |n: usize| vec![json!({"text": "a", "callback_data": "x"}); n];
        let fits = |rows: Vec<Vec<Value>>| check(Some(&json!({"inline_keyboard": rows})), true).is_ok();
        assert!(fits(vec![row(8)]) && !fits(vec![row(9)]));
        assert!(fits(vec![row(5); 20]) && !fits(vec![row(5); 21]));
    }
}
