//! Updates: offsets, kinds, conflicts, and how long they are kept.

use std::time::Duration;

use super::*;

const OTHER: &str = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

fn ids(answer: &Value) -> Vec<i64> {
    answer["result"].as_array().unwrap().iter().map(|u| u["update_id"].as_i64().unwrap()).collect()
}

/// A world with three updates waiting, and the id of the first.
async fn three() -> (Play, i64) {
    let p = play(Limits::none()).await;
    p.updates().await;
    p.world.set_next_update_id(p.account.id, 500);
    for text in ["een", "twee", "drie"] {
        p.world.write_private(p.joop, p.account.id, text).unwrap();
    }
    (p, 500)
}

#[tokio::test]
async fn an_offset_confirms_what_is_below_it() {
    let (p, first) = three().await;
    assert_eq!(ids(&p.call("getUpdates", json!({})).await), [first, first + 1, first + 2]);
    assert_eq!(p.world.unconfirmed(p.account.id), 3, "nothing is confirmed by fetching");
    assert_eq!(ids(&p.call("getUpdates", json!({"limit": 2})).await), [first, first + 1]);
    assert_eq!(ids(&p.call("getUpdates", json!({"offset": first + 1})).await), [first + 1, first + 2]);
    assert_eq!(p.world.unconfirmed(p.account.id), 2);
    assert_eq!(ids(&p.call("getUpdates", json!({"offset": -1})).await), [first + 2], "from the end");
    assert_eq!(p.world.unconfirmed(p.account.id), 1, "and the ones before are forgotten");
}

#[tokio::test]
async fn updates_are_kept_for_a_day() {
    let (p, first) = three().await;
    p.clock.move_by(24 * 3600 - 1);
    p.world.write_private(p.joop, p.account.id, "vier").unwrap();
    assert_eq!(p.world.unconfirmed(p.account.id), 4);
    p.clock.move_by(1);
    assert_eq!(ids(&p.call("getUpdates", json!({})).await), [first + 3]);
}

#[tokio::test]
async fn a_long_poll_ends_when_something_happens() {
    let p = play(Limits::none()).await;
    p.updates().await;
    let wait = async { p.call("getUpdates", json!({"timeout": 50})).await };
    let write = async {
        tokio::task::yield_now().await;
        p.world.write_private(p.joop, p.account.id, "hoi").unwrap()
    };
    let both = async { tokio::join!(wait, write) };
    let (answer, _) = tokio::time::timeout(Duration::from_secs(10), both).await.unwrap();
    assert_eq!(answer["result"][0]["message"]["text"], "hoi");
}

#[tokio::test]
async fn a_second_poll_ends_the_first() {
    let p = play(Limits::none()).await;
    p.updates().await;
    let first = async { p.call("getUpdates", json!({"timeout": 50})).await };
    let second = async {
        while p.world.calls(p.account.id).get("getUpdates").copied().unwrap_or(0) < 3 {
            tokio::task::yield_now().await;
        }
        p.call("getUpdates", json!({})).await
    };
    let both = async { tokio::join!(first, second) };
    let (first, second) = tokio::time::timeout(Duration::from_secs(10), both).await.unwrap();
    assert_eq!((first["error_code"].as_i64(), first["description"].as_str()), (Some(409), Some(OTHER)));
    assert_eq!(second["ok"], true);
}

#[tokio::test]
async fn a_webhook_excludes_polling() {
    let p = play(Limits::none()).await;
    p.world.pretend_webhook(p.account.id);
    let words = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the \
                 webhook first";
    assert_eq!(p.refused("getUpdates", json!({})).await, (409, words.to_owned()));
    p.bot.delete_webhook().await.unwrap();
    assert_eq!(p.call("getUpdates", json!({})).await["ok"], true);
    let refused = p.refused("setWebhook", json!({"url": "https://example.org/hook"})).await;
    assert_eq!(refused, (400, "Bad Request: this local server delivers no webhooks; use getUpdates".into()));
    assert_eq!(p.bot.get_webhook_info().await.unwrap().pending_update_count, 2);
}

#[tokio::test]
async fn allowed_kinds_are_remembered() {
    let p = play(Limits::none()).await;
    p.updates().await;
    p.call("getUpdates", json!({"allowed_updates": ["callback_query"]})).await;
    p.call("getUpdates", json!({})).await;
    p.world.write_private(p.joop, p.account.id, "hoi").unwrap();
    assert_eq!(p.world.unconfirmed(p.account.id), 0);
    p.call("getUpdates", json!({"allowed_updates": []})).await;
    p.world.write_private(p.joop, p.account.id, "hoi").unwrap();
    assert_eq!(p.world.unconfirmed(p.account.id), 1, "an empty list is the default again");
    // chat_member comes only to an administrator who asks for it.
    p.world.add_member(p.group, p.world.add_person(NewPerson::default())).unwrap();
    p.world.set_member_admin(p.group, p.account.id, p.joop, Some(AdminRights::default())).unwrap();
    p.updates().await;
    p.call("getUpdates", json!({"allowed_updates": ["chat_member"]})).await;
    p.world.remove_member(p.group, p.fatima).unwrap();
    let updates = p.updates().await;
    assert!(matches!(updates[..], [Update { kind: UpdateKind::ChatMember(_), .. }]), "{updates:?}");
}

#[tokio::test]
async fn any_update_can_be_pushed() {
    let p = play(Limits::none()).await;
    p.updates().await;
    let id = p.world.push_raw_update(p.account.id, json!({"from_the_future": {"x": 1}}));
    let answer = p.call("getUpdates", json!({})).await;
    assert_eq!(answer["result"][0], json!({"update_id": id, "from_the_future": {"x": 1}}));
}

#[tokio::test]
async fn another_world_can_go_on_with_new_ids() {
    let p = play(Limits::none()).await;
    p.world.begin_new_ids();
    let first = p.world.write_private(p.joop, p.account.id, "hoi").unwrap();
    let in_group = p.world.write(p.group, p.joop, "/a@stoep_bot", PLAIN).unwrap();
    assert!(first > 700_000_000 && in_group > 700_000_000);
    assert!(p.updates().await.last().unwrap().id.0 > 700_000_000, "and teloxide can read them");
    let later = p.world.add_group("Later", true, false, p.joop);
    assert!(p.world.write(later, p.joop, "x", PLAIN).unwrap() > 700_000_000);
}
