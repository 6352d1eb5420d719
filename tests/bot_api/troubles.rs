//! Limits, and failing on demand.

use std::time::Duration;

use stoep::practice::{Failure, How};

use super::*;

fn failure(how: How, times: u32) -> Failure {
    Failure { method: Some("sendmessage".into()), chat: None, times, how }
}

#[tokio::test]
async fn too_much_in_one_chat() {
    let p = play(Limits::telegrams()).await;
    p.world.start_link(p.joop, p.account.id, "").unwrap();
    let text = json!({"chat_id": p.joop, "text": "x"});
    for _ in 0..3 {
        assert_eq!(p.call("sendMessage", text.clone()).await["ok"], true);
    }
    let refused = p.call("sendMessage", text.clone()).await;
    let expected = json!({"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1}});
    assert_eq!(refused, expected);
    assert_eq!(p.world.messages(p.joop).len(), 4);
    p.clock.move_by(1);
    assert_eq!(p.call("sendMessage", text).await["ok"], true);
}

#[tokio::test]
async fn sends_and_edits_in_a_group_count_together() {
    let p = play(Limits::telegrams()).await;
    let id = p.call("sendMessage", json!({"chat_id": p.group, "text": "0"})).await["result"]["message_id"].clone();
    for n in 1..20 {
        p.clock.move_by(1);
        let edit = json!({"chat_id": p.group, "message_id": id, "text": n.to_string()});
        assert_eq!(p.call("editMessageText", edit).await["ok"], true);
    }
    p.clock.move_by(1);
    let text = json!({"chat_id": p.group, "text": "x"});
    assert_eq!(p.call("sendMessage", text.clone()).await["parameters"]["retry_after"], 40);
    let error = p.bot.send_message(ChatId(p.group), "x").await.unwrap_err();
    assert!(matches!(error, teloxide::RequestError::RetryAfter(s) if s.seconds() == 40));
    let remove = json!({"chat_id": p.group, "message_id": id});
    assert_eq!(p.call("deleteMessage", remove).await["ok"], true, "a deletion does not count");
    p.clock.move_by(40);
    assert_eq!(p.call("sendMessage", text).await["ok"], true);
}

#[tokio::test]
async fn errors_on_demand() {
    let p = play(Limits::none()).await;
    let how = How::Error { code: 500, description: "Internal Server Error".into(), parameters: None };
    p.world.fail(Failure { chat: Some(p.group), ..failure(how, 2) });
    let text = json!({"chat_id": p.group, "text": "x"});
    for _ in 0..2 {
        assert_eq!(p.refused("sendMessage", text.clone()).await, (500, "Internal Server Error".into()));
    }
    let before = p.world.messages(p.group).len();
    assert_eq!(p.call("sendMessage", text.clone()).await["ok"], true);
    assert_eq!(p.world.messages(p.group).len(), before + 1);
    assert_eq!(p.world.calls(p.account.id)["sendMessage"], 3);
    let how = How::Error { code: 400, description: "Bad Request: X".into(), parameters: None };
    p.world.fail(failure(how, u32::MAX));
    for _ in 0..3 {
        assert_eq!(p.refused("sendMessage", text.clone()).await.0, 400);
    }
    p.world.clear_failures();
    assert_eq!(p.call("sendMessage", text).await["ok"], true);
}

#[tokio::test]
async fn a_connection_that_breaks_before_or_after() {
    let p = play(Limits::none()).await;
    let said = || p.world.messages(p.group).iter().filter(|m| m.from.is_bot && m.service.is_none()).count();
    for (how, effect) in [(How::DropBefore, 0), (How::DropAfter, 1)] {
        p.world.fail(failure(how, 1));
        let error = p.bot.send_message(ChatId(p.group), "x").await.unwrap_err();
        assert!(matches!(error, teloxide::RequestError::Network(_)), "{error:?}");
        assert_eq!(said(), effect);
    }
}

#[tokio::test]
async fn a_call_that_takes_long_works() {
    let p = play(Limits::none()).await;
    p.world.fail(failure(How::Delay(Duration::from_millis(1)), 1));
    p.bot.send_message(ChatId(p.group), "x").await.unwrap();
}

/// Every method, every parameter, with values that do not belong there: each is answered, and nothing breaks.
#[tokio::test]
async fn nothing_that_is_sent_breaks_the_server() {
    let p = play(Limits::none()).await;
    p.world.start_link(p.joop, p.account.id, "").unwrap();
    let message = p.bot.send_message(ChatId(p.group), "x").await.unwrap().id.0;
    let table: Value = serde_json::from_str(include_str!("../../src/practice/bot_api_10_3.json")).unwrap();
    let strange = [
        json!(0),
        json!(-1),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!("\u{0}<é👩"),
        json!("[[["),
        json!([]),
        json!([[], [{}]]),
        json!({}),
        json!({"type": "chat", "inline_keyboard": [[{"text": "a", "url": "é://"}]], "message_id": i64::MAX}),
        json!(true),
    ];
    for (method, fields) in table["methods"].as_object().unwrap() {
        let names = || fields.as_object().unwrap().keys().map(|f| f.trim_end_matches('!')).filter(|f| *f != "timeout");
        for value in &strange {
            let all: Value = names().map(|name| (name.to_owned(), value.clone())).collect();
            assert!(p.call(method, all).await["ok"].is_boolean(), "{method} with {value}");
            for name in names() {
                let mut body = json!({"chat_id": p.group, "from_chat_id": p.group, "message_id": message, "text": "y",
                    "user_id": p.joop, "name": "z", "photo": "x", "voice": "x", "document": "x"});
                body.as_object_mut().unwrap().retain(|key, _| names().any(|n| n == key));
                body[name] = value.clone();
                assert!(p.call(method, body).await["ok"].is_boolean(), "{method} with {name} {value}");
            }
        }
    }
    let garbage = p.bot.client().post(format!("{}/bot{}/sendMessage", p.url, p.account.token));
    let answer = garbage.header("content-type", "application/json").body("{").send().await.unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap()["description"], "Bad Request: can't parse JSON object");
}
