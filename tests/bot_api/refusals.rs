//! What is refused, word for word.

use super::*;

const NOT_MODIFIED: &str = "Bad Request: message is not modified: specified new message content and reply markup are \
                            exactly the same as a current content and reply markup of the message";
const TOO_OLD: &str = "Bad Request: query is too old and response timeout expired or query ID is invalid";

/// A world in which Joop has started the bot and wrote message 1's answer.
async fn started() -> Play {
    let p = play(Limits::none()).await;
    p.world.start_link(p.joop, p.account.id, "").unwrap();
    p
}

fn bad(words: &str) -> (i64, String) {
    (400, format!("Bad Request: {words}"))
}

#[tokio::test]
async fn tokens_methods_and_parameters() {
    let p = started().await;
    assert_eq!(p.refused("sendNothing", json!({})).await, (404, "Not Found: method not found".into()));
    assert_eq!(p.refused("sendDice", json!({})).await, bad("this local server does not play sendDice"));
    let text = json!({"chat_id": p.joop, "text": "x", "reply_to": 1});
    assert_eq!(p.refused("sendMessage", text).await, bad("unknown parameter \"reply_to\""));
    assert_eq!(p.refused("sendMessage", json!({"text": "x"})).await, bad("chat_id is empty"));
    assert_eq!(p.refused("sendMessage", json!({"chat_id": p.joop})).await, bad("message text is empty"));
    let other = p.bot.client().get(format!("{}/bot1:x/getMe", p.url)).send().await.unwrap();
    assert_eq!(other.status(), 401);
    let malformed = p.bot.client().get(format!("{}/botx/getMe", p.url)).send().await.unwrap();
    assert_eq!(malformed.status(), 404);
}

#[tokio::test]
async fn texts() {
    let p = started().await;
    let send = async |text: &str| p.call("sendMessage", json!({"chat_id": p.joop, "text": text})).await;
    assert_eq!(send(&"é".repeat(4096)).await["ok"], true);
    assert_eq!(send(&"é".repeat(4097)).await["description"], "Bad Request: message is too long");
    assert_eq!(send(" \n ").await["description"], "Bad Request: message text is empty");
    let html = async |text: &str| {
        let answer = p.call("sendMessage", json!({"chat_id": p.joop, "text": text, "parse_mode": "HTML"})).await;
        answer["description"].as_str().map(str::to_owned)
    };
    // 4,096 characters after the markup is read.
    assert_eq!(html(&format!("<b>{}</b>&amp;", "a".repeat(4095))).await, None);
    let complaint = |words: &str| Some(format!("Bad Request: can't parse entities: {words}"));
    assert_eq!(html("<b>a").await, complaint("Can't find end tag corresponding to start tag \"b\""));
    assert_eq!(html("é<foo>").await, complaint("Unsupported start tag \"foo\" at byte offset 2"));
    assert_eq!(html("<b></b>").await.as_deref(), Some("Bad Request: message text is empty"));
    let mode = json!({"chat_id": p.joop, "text": "x", "parse_mode": "MarkdownV2"});
    assert_eq!(p.refused("sendMessage", mode).await, bad("this local server plays parse_mode HTML only"));
}

#[tokio::test]
async fn entities_and_replies() {
    let p = started().await;
    let entity = async |entity: Value| {
        let text = json!({"chat_id": p.joop, "text": "hello", "entities": [entity]});
        p.refused("sendMessage", text).await
    };
    let at = |kind: &str, offset: i64, length: i64| json!({"type": kind, "offset": offset, "length": length});
    let begins = bad("entity begins after the end of the text at UTF-16 offset 100");
    assert_eq!(entity(at("bold", 100, 1)).await, begins);
    let ends = bad("entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100");
    assert_eq!(entity(at("bold", 0, 100)).await, ends);
    assert_eq!(entity(at("bold", -1, 1)).await, bad("receive an entity with incorrect offset -1"));
    let unsupported = bad("can't parse MessageEntity: Unsupported type specified");
    assert_eq!(entity(at("loud", 0, 1)).await, unsupported);
    let mut link = at("text_link", 0, 5);
    link["url"] = "not-a-url".into();
    assert_eq!(entity(link).await, bad("entity URL 'not-a-url' is invalid: Wrong HTTP URL"));
    let mut mention = at("text_mention", 0, 5);
    mention["user"] = json!({"id": 1, "is_bot": false, "first_name": "X"});
    assert_eq!(entity(mention).await, bad("user not found"));

    let reply = async |parameters: Value| {
        let text = json!({"chat_id": p.joop, "text": "x", "reply_parameters": parameters});
        p.call("sendMessage", text).await["description"].as_str().map(str::to_owned)
    };
    let absent = reply(json!({"message_id": 999})).await;
    assert_eq!(absent.as_deref(), Some("Bad Request: message to be replied not found"));
    assert_eq!(reply(json!({"message_id": 999, "allow_sending_without_reply": true})).await, None);
    let missing = reply(json!({"quote": "x"})).await;
    assert_eq!(missing.as_deref(), Some("Bad Request: can't find field \"message_id\""));
}

#[tokio::test]
async fn buttons() {
    let p = started().await;
    let send = async |markup: Value| {
        let answer = p.call("sendMessage", json!({"chat_id": p.joop, "text": "x", "reply_markup": markup})).await;
        answer["description"].as_str().map(str::to_owned)
    };
    assert_eq!(send(button("a", &"x".repeat(64))).await, None);
    assert_eq!(send(button("a", &"x".repeat(65))).await.as_deref(), Some("Bad Request: BUTTON_DATA_INVALID"));
    let unallowed =
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    assert_eq!(send(json!({"inline_keyboard": [[{"text": "a"}]]})).await.as_deref(), Some(unallowed));
    assert_eq!(send(json!({"inline": []})).await.as_deref(), Some("Bad Request: object expected as reply markup"));
    let contact = json!({"keyboard": [[{"text": "a", "request_contact": true}]]});
    let in_group = json!({"chat_id": p.group, "text": "x", "reply_markup": contact});
    assert_eq!(p.refused("sendMessage", in_group).await, bad("phone number can be requested in private chats only"));
    assert_eq!(send(contact).await, None);
    assert!(p.world.reply_keyboard(p.joop)[0][0].shares_contact);
    assert_eq!(send(json!({"remove_keyboard": true})).await, None);
    assert!(p.world.reply_keyboard(p.joop).is_empty());
}

#[tokio::test]
async fn who_can_be_written_to() {
    let p = started().await;
    let to = |chat: i64| json!({"chat_id": chat, "text": "x"});
    let stranger = p.world.add_person(NewPerson { first_name: "Henk".into(), ..NewPerson::default() });
    assert_eq!(p.refused("sendMessage", to(stranger)).await, bad("chat not found"));
    let forbidden = |words: &str| (403, format!("Forbidden: {words}"));
    let first = forbidden("bot can't initiate conversation with a user");
    assert_eq!(p.refused("sendMessage", to(p.fatima)).await, first);
    p.world.block_bot(p.joop, p.account.id).unwrap();
    assert_eq!(p.refused("sendMessage", to(p.joop)).await, forbidden("bot was blocked by the user"));
    p.world.unblock_bot(p.joop, p.account.id).unwrap();
    assert_eq!(p.call("sendMessage", to(p.joop)).await["ok"], true);
    p.world.deactivate(p.joop);
    assert_eq!(p.refused("sendMessage", to(p.joop)).await, forbidden("user is deactivated"));

    p.world.remove_bot_from_group(p.group, p.account.id, p.joop).unwrap();
    assert_eq!(p.refused("sendMessage", to(p.group)).await, forbidden("bot was kicked from the supergroup chat"));
    p.world.add_bot_to_group(p.group, p.account.id, p.joop, None).unwrap();
    p.world.silence(p.group, p.account.id, p.joop, true).unwrap();
    let rights = bad("not enough rights to send text messages to the chat");
    assert_eq!(p.refused("sendMessage", to(p.group)).await, rights);
    p.world.silence(p.group, p.account.id, p.joop, false).unwrap();
    p.updates().await;
    p.call("leaveChat", json!({"chat_id": p.group})).await;
    assert_eq!(p.refused("sendMessage", to(p.group)).await, forbidden("bot is not a member of the supergroup chat"));
    let elsewhere = p.world.add_group("Elders", true, false, p.joop);
    assert_eq!(p.refused("sendMessage", to(elsewhere)).await, bad("chat not found"));
}

#[tokio::test]
async fn edits() {
    let p = started().await;
    let sent = json!({"chat_id": p.joop, "text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": button("a", "b")});
    let id = p.call("sendMessage", sent.clone()).await["result"]["message_id"].clone();
    let mut edit = sent;
    edit["message_id"] = id.clone();
    assert_eq!(p.refused("editMessageText", edit.clone()).await, (400, NOT_MODIFIED.to_owned()));
    edit["reply_markup"] = button("a", "c");
    assert_eq!(p.call("editMessageText", edit.clone()).await["ok"], true);
    // Without buttons, the buttons are gone.
    edit.as_object_mut().unwrap().remove("reply_markup");
    assert!(p.call("editMessageText", edit.clone()).await["result"]["reply_markup"].is_null());
    assert_eq!(p.refused("editMessageText", edit.clone()).await, (400, NOT_MODIFIED.to_owned()));
    edit["message_id"] = 999.into();
    assert_eq!(p.refused("editMessageText", edit).await, bad("message to edit not found"));
    let theirs = p.world.write_private(p.joop, p.account.id, "hoi").unwrap();
    let other = json!({"chat_id": p.joop, "message_id": theirs, "text": "x"});
    assert_eq!(p.refused("editMessageText", other).await, bad("message can't be edited"));
}

#[tokio::test]
async fn deletions() {
    let p = started().await;
    let send = async |chat: i64| {
        p.call("sendMessage", json!({"chat_id": chat, "text": "x"})).await["result"]["message_id"].clone()
    };
    let delete = |chat: i64, id: Value| json!({"chat_id": chat, "message_id": id});
    let own = send(p.group).await;
    assert_eq!(p.call("deleteMessage", delete(p.group, own.clone())).await["result"], true);
    assert_eq!(p.refused("deleteMessage", delete(p.group, own)).await, bad("message to delete not found"));
    let theirs = p.world.write(p.group, p.fatima, "hoi", PLAIN).unwrap();
    assert_eq!(p.refused("deleteMessage", delete(p.group, theirs.into())).await, bad("message can't be deleted"));
    let rights = AdminRights { can_delete_messages: true, ..AdminRights::default() };
    p.world.set_member_admin(p.group, p.account.id, p.joop, Some(rights)).unwrap();
    assert_eq!(p.call("deleteMessage", delete(p.group, theirs.into())).await["result"], true);
    let old = send(p.joop).await;
    p.clock.move_by(48 * 3600 + 1);
    let refused = p.refused("deleteMessage", delete(p.joop, old.clone())).await;
    assert_eq!(refused, bad("message can't be deleted for everyone"));
    let many = p.call("deleteMessages", json!({"chat_id": p.joop, "message_ids": [old, 999]})).await;
    assert_eq!(many["result"], true, "what can't be deleted is passed over");
}

#[tokio::test]
async fn answers_to_presses() {
    let p = started().await;
    let sent = json!({"chat_id": p.group, "text": "x", "reply_markup": button("a", "b")});
    let id = p.call("sendMessage", sent).await["result"]["message_id"].as_i64().unwrap();
    let press = || p.world.press(p.fatima, p.group, id, Target::Data("b")).unwrap().query_id.unwrap();
    let answer = |id: &str, text: &str| json!({"callback_query_id": id, "text": text});
    let query = press();
    let long = p.refused("answerCallbackQuery", answer(&query, &"é".repeat(201))).await;
    assert_eq!(long, bad("MESSAGE_TOO_LONG"));
    let mut away = answer(&query, "");
    away["url"] = "https://example.org".into();
    assert_eq!(p.refused("answerCallbackQuery", away).await, bad("URL_INVALID"));
    assert_eq!(p.call("answerCallbackQuery", answer(&query, &"é".repeat(200))).await["result"], true);
    assert_eq!(p.refused("answerCallbackQuery", answer(&query, "x")).await, (400, TOO_OLD.into()));
    let query = press();
    p.clock.move_by(150);
    assert_eq!(p.call("answerCallbackQuery", answer(&query, "x")).await["result"], true);
    let query = press();
    p.clock.move_by(151);
    assert_eq!(p.refused("answerCallbackQuery", answer(&query, "x")).await, (400, TOO_OLD.into()));
    assert_eq!(p.refused("answerCallbackQuery", answer("5", "x")).await, (400, TOO_OLD.into()));
    assert!(p.world.press(p.fatima, p.group, id, Target::Label("b")).is_err(), "there is no such button");
}

#[tokio::test]
async fn commands() {
    let p = started().await;
    let one = |name: &str, words: &str| json!({"commands": [{"command": name, "description": words}]});
    assert_eq!(p.refused("setMyCommands", one("Vraag", "x")).await, bad("BOT_COMMAND_INVALID"));
    assert_eq!(p.refused("setMyCommands", one("vraag", "")).await, bad("command description must be non-empty"));
    assert_eq!(p.refused("setMyCommands", one("", "x")).await, bad("command must be non-empty"));
    assert_eq!(p.refused("setMyCommands", one(&"v".repeat(33), "x")).await, bad("BOT_COMMAND_INVALID"));
    let long = p.refused("setMyCommands", one("vraag", &"x".repeat(257))).await;
    assert_eq!(long, bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    let many: Vec<Value> = (0..101).map(|i| json!({"command": format!("c{i}"), "description": "x"})).collect();
    assert_eq!(p.refused("setMyCommands", json!({"commands": many})).await, bad("BOT_COMMANDS_TOO_MUCH"));
    let scope = json!({"type": "chat", "chat_id": 5});
    let mut elsewhere = one("vraag", "x");
    elsewhere["scope"] = scope;
    assert_eq!(p.refused("setMyCommands", elsewhere).await, bad("chat not found"));
}
