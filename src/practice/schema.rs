//! Which methods there are, and what each may be given. Telegram ignores a parameter that it does not know; this server
//! refuses it, because it is a typing mistake, or something that a bot believes to be working and is not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::refusal::{QUERY_TOO_OLD, Refusal};

type Fields = BTreeMap<String, String>;

/// Names and types of Bot API 10.3; the file says where it is from.
#[derive(Default, Deserialize)]
struct Schema {
    methods: BTreeMap<String, Fields>,
    unplayed: Vec<String>,
    types: BTreeMap<String, Fields>,
}

static SCHEMA: LazyLock<Schema> =
    LazyLock::new(|| serde_json::from_str(include_str!("bot_api_10_3.json")).unwrap_or_default());

/// Parameters that exist and that this server does not play: to ignore them would be to play something else.
const UNPLAYED: [&str; 7] = [
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "inline_message_id",
    "rich_message",
    "suggested_post_parameters",
    "certificate",
];

/// The method's name as Telegram writes it, whatever case it came in.
pub(super) fn method(asked: &str) -> Result<&'static str, Refusal> {
    if let Some(name) = SCHEMA.methods.keys().find(|m| m.eq_ignore_ascii_case(asked)) {
        return Ok(name);
    }
    match SCHEMA.unplayed.iter().find(|m| m.eq_ignore_ascii_case(asked)) {
        Some(name) => Err(Refusal::bad(format!("this local server does not play {name}"))),
        None => Err(Refusal { code: 404, description: "Not Found: method not found".into(), parameters: None }),
    }
}

/// Parameters as the method wants them: strings from a form become what they mean, and what does not belong is refused.
/// `uploads` are the names of parameters that came as files.
pub(super) fn check(
    method: &str,
    given: Map<String, Value>,
    uploads: &BTreeSet<String>,
) -> Result<Map<String, Value>, Refusal> {
    let Some(fields) = SCHEMA.methods.get(method) else { return Ok(given) };
    let mut out = Map::new();
    for (name, value) in given {
        if value.is_null() {
            continue;
        }
        let Some(kind) = field(fields, &name) else {
            return Err(Refusal::bad(format!("unknown parameter \"{name}\"")));
        };
        if UNPLAYED.contains(&name.as_str()) {
            return Err(Refusal::bad(format!("this local server does not play the parameter \"{name}\"")));
        }
        let value = read(value, kind).map_err(|fault| Refusal::bad(fault.words(&name)))?;
        out.insert(name, value);
    }
    for name in needed(fields) {
        if !out.contains_key(name) && !uploads.contains(name) {
            return Err(Refusal::bad(missing(method, name)));
        }
    }
    // A file that no parameter takes is named by attach://.
    let attached = |name: &String| out.values().any(|v| v.as_str() == Some(&format!("attach://{name}")));
    if let Some(name) = uploads.iter().find(|n| field(fields, n).is_none() && !attached(n)) {
        return Err(Refusal::bad(format!("unknown parameter \"{name}\"")));
    }
    Ok(out)
}

/// The type of a field, needed (with a `!`) or not.
fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.get(name).or_else(|| fields.get(&format!("{name}!"))).map(String::as_str)
}

fn needed(fields: &Fields) -> impl Iterator<Item = &str> {
    fields.keys().filter_map(|f| f.strip_suffix('!'))
}

/// What Telegram says when something needed is absent.
fn missing(method: &str, name: &str) -> String {
    match name {
        "chat_id" | "from_chat_id" => "chat_id is empty".into(),
        "text" => "message text is empty".into(),
        "message_id" if method.starts_with("copy") => "message to copy not found".into(),
        "message_id" if method.starts_with("forward") => "message to forward not found".into(),
        "message_id" => "message identifier is not specified".into(),
        "message_ids" => "message identifiers are not specified".into(),
        "user_id" => "invalid user_id specified".into(),
        "callback_query_id" => QUERY_TOO_OLD.into(),
        "photo" | "voice" | "document" => format!("there is no {name} in the request"),
        _ => format!("parameter \"{name}\" is required"),
    }
}

/// Why a value does not fit.
enum Fault {
    /// It is of another type.
    Type(String),
    /// Something is wrong within an object of this name.
    Within(String, String),
}

impl Fault {
    fn words(self, name: &str) -> String {
        match self {
            Fault::Type(kind) if name == "reply_markup" && kind.contains(" or ") => {
                "object expected as reply markup".into()
            }
            Fault::Type(kind) => format!("parameter \"{name}\" must be of type {kind}"),
            Fault::Within(object, words) => format!("can't parse {object}: {words}"),
        }
    }
}

fn read(value: Value, kind: &str) -> Result<Value, Fault> {
    let wrong = || Fault::Type(kind.to_owned());
    if let Some(inner) = kind.strip_prefix("Array of ") {
        return match from_text(value) {
            Value::Array(items) => items.into_iter().map(|v| read(v, inner)).collect(),
            _ => Err(wrong()),
        };
    }
    match kind {
        "Integer" => integer(&value).map(Value::from).ok_or_else(wrong),
        "Integer or String" => match integer(&value) {
            Some(number) => Ok(number.into()),
            None if value.is_string() => Ok(value),
            None => Err(wrong()),
        },
        "Float" => match &value {
            Value::Number(_) => Ok(value),
            Value::String(s) => s.parse::<f64>().map(Value::from).map_err(|_| wrong()),
            _ => Err(wrong()),
        },
        "Boolean" | "True" => match &value {
            Value::Bool(_) => Ok(value),
            Value::String(s) => match s.to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" => Ok(true.into()),
                "false" | "0" | "no" | "" => Ok(false.into()),
                _ => Err(wrong()),
            },
            _ => Err(wrong()),
        },
        "String" | "InputFile or String" | "InputFile" => match value {
            Value::String(_) => Ok(value),
            Value::Number(number) => Ok(number.to_string().into()),
            _ => Err(wrong()),
        },
        "KeyboardButton" if value.is_string() => Ok(value),
        _ => object(from_text(value), kind),
    }
}

/// An object in a form is JSON in a string.
fn from_text(value: Value) -> Value {
    match &value {
        Value::String(text) => serde_json::from_str(text).unwrap_or(value),
        _ => value,
    }
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(n) => n.as_i64(),
        Value::String(s) => s.trim().parse().ok(),
        _ => None,
    }
}

fn object(value: Value, kind: &str) -> Result<Value, Fault> {
    let Value::Object(given) = value else { return Err(Fault::Type(kind.to_owned())) };
    // Of several possible types it is the one whose needed fields are all there.
    let fits = |name: &&str| SCHEMA.types.get(*name).is_none_or(|fields| needed(fields).all(|f| given.contains_key(f)));
    let Some(name) = (if kind.contains(" or ") { kind.split(" or ").find(fits) } else { Some(kind) }) else {
        return Err(Fault::Type(kind.to_owned()));
    };
    let Some(fields) = SCHEMA.types.get(name) else { return Ok(Value::Object(given)) };
    let within = |words: String| Fault::Within(called(name).to_owned(), words);
    let mut out = Map::new();
    for (key, value) in given {
        if value.is_null() {
            continue;
        }
        let Some(kind) = field(fields, &key) else {
            return Err(within(format!("unknown field \"{key}\" in {name}")));
        };
        let value = read(value, kind).map_err(|fault| match fault {
            Fault::Type(kind) => within(format!("Field \"{key}\" must be of type {kind}")),
            deeper => deeper,
        })?;
        out.insert(key, value);
    }
    if let Some(key) = needed(fields).find(|f| !out.contains_key(*f)) {
        return Err(within(format!("Can't find field \"{key}\"")));
    }
    Ok(Value::Object(out))
}

/// What Telegram calls an object when it complains about it.
fn called(name: &str) -> &str {
    match name {
        "InlineKeyboardButton" => "inline keyboard button",
        "KeyboardButton" => "keyboard button",
        "InlineKeyboardMarkup" | "ReplyKeyboardMarkup" => "reply keyboard markup JSON object",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn checked(method: &str, given: Value) -> Result<Value, String> {
        let given = given.as_object().cloned().unwrap_or_default();
        check(method, given, &BTreeSet::new()).map(Value::Object).map_err(|r| r.description)
    }

    #[test]
    fn the_table_is_read() {
        assert_eq!(method("SENDMESSAGE").ok(), Some("sendMessage"));
        assert_eq!(
            method("sendDice").unwrap_err().description,
            "Bad Request: this local server does not play sendDice"
        );
        assert_eq!(method("sendNothing").unwrap_err().code, 404);
        assert!(SCHEMA.methods.len() + SCHEMA.unplayed.len() > 180);
    }

    #[test]
    fn a_form_s_strings_become_what_they_mean() {
        let given = json!({"chat_id": "5", "text": "x", "disable_notification": "true",
            "reply_markup": "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}"});
        let out = checked("sendMessage", given).unwrap();
        assert_eq!(out["chat_id"], 5);
        assert_eq!(out["disable_notification"], true);
        assert_eq!(out["reply_markup"]["inline_keyboard"][0][0]["text"], "a");
    }

    #[test]
    fn what_does_not_belong_is_named() {
        let refused = |given| checked("sendMessage", given).unwrap_err();
        assert_eq!(refused(json!({"chat_id": 5, "text": "x", "txt": 1})), "Bad Request: unknown parameter \"txt\"");
        assert_eq!(refused(json!({"text": "x"})), "Bad Request: chat_id is empty");
        assert_eq!(
            refused(json!({"chat_id": 5, "text": "x", "message_thread_id": "a"})),
            "Bad Request: parameter \"message_thread_id\" must be of type Integer"
        );
        let markup =
            |button: Value| json!({"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
        assert_eq!(
            refused(markup(json!({"callback_data": "b"}))),
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\""
        );
        assert_eq!(
            refused(markup(json!({"text": "a", "data": "b"}))),
            "Bad Request: can't parse inline keyboard button: unknown field \"data\" in InlineKeyboardButton"
        );
        assert_eq!(
            refused(json!({"chat_id": 5, "text": "x", "reply_markup": {}})),
            "Bad Request: object expected as reply markup"
        );
    }
}
