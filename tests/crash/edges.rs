//! Things at the edges: a group that gets a new id while a message for it waits, and presses that a client made up.

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
