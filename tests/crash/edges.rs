//! Things at the edges: a group that gets a new id while a message for it waits, presses that a client made up, and a token
//! that Telegram takes no longer.

use serde_json::json;
use stoep::practice::{Failure, How, MessageView, Target, WriteOptions};

use crate::street::Street;

fn calls(street: &Street, method: &str) -> u64 {
    let all = street.world.calls(street.bot.id);
    all.iter().filter(|(name, _)| name.eq_ignore_ascii_case(method)).map(|(_, count)| count).sum()
}

/// What the bot says in a chat, as people see it.
fn said(street: &Street, chat: i64) -> Vec<(String, usize)> {
    let by_bot = |m: &MessageView| m.from.is_bot && !m.deleted && !m.text.is_empty();
    let seen = |m: MessageView| (m.text, m.keyboard.iter().flatten().count());
    street.world.messages(chat).into_iter().filter(by_bot).map(seen).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_waits_follows_its_group_to_the_new_id() {
    let street = Street::new(1).await;
    let child = street.run("");
    let group = street.world.add_group("Buren", false, false, street.people[0]);
    street.world.fail(Failure {
        method: Some("sendMessage".into()),
        chat: Some(group),
        times: 1,
        how: How::Error {
            code: 429,
            description: "Too Many Requests: retry after 2".into(),
            parameters: Some(json!({ "retry_after": 2 })),
        },
    });
    street.world.add_bot_to_group(group, street.bot.id, street.people[0], None).unwrap();
    street.until("the wait", || calls(&street, "sendMessage") == 1).await;
    let new = street.world.upgrade_group(group).unwrap();
    street.until("the line in the group", || !said(&street, new).is_empty()).await;
    street.stop(child).await;
    let mut disk = street.disk().await;
    assert_eq!(disk.number("select count(*) from chats where reach = 'open' and kind = 'supergroup'").await, 1);
    disk.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_made_up_press_changes_no_message_in_a_group() {
    let mut street = Street::new(2).await;
    street.found().await;
    let child = street.run("");
    street.world.write(street.group, street.people[0], "/vraag@stoep_bot", WriteOptions::default()).unwrap();
    street.until("the answer in the group", || said(&street, street.group).len() == 1).await;
    let before = said(&street, street.group);
    let is_answer = |m: &MessageView| m.from.is_bot && !m.keyboard.is_empty();
    let message = street.world.messages(street.group).into_iter().find(is_answer).unwrap().id;
    let made_up =
        ["mem:on", "mem:stop", "mem:quiet", "nbh:home:1", "nbh:setup:1", "help:no", "help:take:1", "nobodys:1", "x"];
    for (i, data) in made_up.iter().enumerate() {
        street.world.press(street.people[1], street.group, message, Target::Made(data)).unwrap();
        street.until("the answer to the press", || calls(&street, "answerCallbackQuery") == i as u64 + 1).await;
    }
    street.stop(child).await;
    assert_eq!(said(&street, street.group), before);
}

/// Refuses these methods from now on.
fn refuse(street: &Street, method: &str, code: u16, description: &str) {
    let how = How::Error { code, description: description.into(), parameters: None };
    street.world.fail(Failure { method: Some(method.into()), chat: None, times: u32::MAX, how });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_revoked_loses_no_message() {
    for (code, description, words) in [
        (401, "Unauthorized: token not registered", "no longer accepts this token"),
        (404, "Not Found", "no longer accepts this token"),
        (400, "Logged out", "logged out of this Bot API server"),
    ] {
        let street = Street::new(5).await;
        refuse(&street, "sendMessage", code, description);
        for p in 0..5 {
            street.write(p, "/start");
        }
        let status = street.run("").ended().await;
        let said = street.log();
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(said.contains(words) && !said.contains("parked"), "{said}");
        street.world.clear_failures();
        let child = street.run("");
        street.until("everybody's answer", || (0..5).all(|p| street.heard(p).len() == 1)).await;
        street.stop(child).await;
        let mut disk = street.disk().await;
        assert_eq!(disk.number("select count(*) from parked").await, 0);
        disk.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_says_why_telegram_does_not_want_it() {
    for (code, description, words) in [
        (401, "Unauthorized", "does not know this token"),
        (404, "Not Found", "does not know this token"),
        (400, "Logged out", "logged out of this Bot API server"),
    ] {
        let street = Street::new(1).await;
        refuse(&street, "getMe", code, description);
        assert_eq!(street.run("").ended().await.code(), Some(1));
        assert!(street.log().contains(words), "{}", street.log());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_to_wait_without_hearing_how_long_waits_and_is_answered() {
    for code in [429, 420] {
        let street = Street::new(1).await;
        let how = How::Error { code, description: "slow down".into(), parameters: None };
        street.world.fail(Failure { method: Some("sendMessage".into()), chat: None, times: 1, how });
        street.write(0, "/start");
        let child = street.run("");
        street.until("the answer", || street.heard(0).len() == 1).await;
        street.stop(child).await;
    }
}
