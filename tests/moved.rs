//! A group gets a new id, and a name with it: what was to be said to the chat that we did not know yet is for nobody, and nothing
//! goes to an id that no chat of Telegram's has. Else a group that is set up would read that it is not.

mod harness;

use harness::begin;
use serde_json::json;
use stoep::practice::{Failure, How, What};

const SETTING: &str = "\
buurt: Oosterpark (basisgroep)
bewoners: Fatima
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_for_a_chat_that_gave_its_id_up_is_sent_to_nobody() {
    let (_, scene) = begin(SETTING).await.unwrap();
    let (mut stage, cast) = (scene.stage, scene.cast);
    let (group, fatima) = (cast.group("Oosterpark").unwrap(), cast.person("Fatima").unwrap());
    let new = -1_000_000_000_000 + group;
    stage.stop().await;
    // The bot was added to a group of another name, and what it says there has to wait, before Telegram says which group that is.
    let bot = json!({ "id": stage.bot.id, "is_bot": true, "first_name": "Stoep" });
    let added = json!({ "my_chat_member": {
        "date": stage.clock.now().0,
        "from": { "id": fatima, "is_bot": false, "first_name": "Fatima" },
        "chat": { "id": new, "type": "supergroup", "title": "Het nieuwe Oosterpark" },
        "old_chat_member": { "status": "left", "user": bot },
        "new_chat_member": { "status": "member", "user": bot },
    }});
    stage.world.push_raw_update(stage.bot.id, added).unwrap();
    let wait = How::Error {
        code: 429,
        description: "Too Many Requests: retry after 3600".into(),
        parameters: Some(json!({ "retry_after": 3600 })),
    };
    stage.world.fail(Failure { method: Some("sendMessage".into()), chat: Some(new), times: 1, how: wait });
    stage.start().await.unwrap();
    stage.settled().await.unwrap();
    let from = stage.world.log(0).len() as u64;
    assert_eq!(stage.world.upgrade_group(group).unwrap(), new);
    stage.settled().await.unwrap();
    stage.clock.move_by(2 * 3600);
    stage.settled().await.unwrap();
    let after: Vec<_> = stage
        .world
        .log(from)
        .into_iter()
        .filter(|e| matches!(e.what, What::Refused { .. } | What::BotSent { .. }))
        .collect();
    assert!(after.is_empty(), "{after:?}");
}
