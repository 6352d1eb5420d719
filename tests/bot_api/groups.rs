//! Groups: what a bot hears there, topics, upgrades, ends.

use super::*;

/// The texts that the bot heard.
async fn heard(p: &Play) -> Vec<String> {
    let updates = p.updates().await;
    let text = |u: &Update| match &u.kind {
        UpdateKind::Message(m) => m.text().map(str::to_owned),
        _ => None,
    };
    updates.iter().filter_map(text).collect()
}

#[tokio::test]
async fn privacy_mode() {
    let p = play(Limits::none()).await;
    p.updates().await;
    let say = |text: &str| p.world.write(p.group, p.fatima, text, PLAIN).unwrap();
    for text in ["hoi allemaal", "/vraag", "/vraag@other_bot", "@stoep_bot hoi"] {
        say(text);
    }
    assert!(heard(&p).await.is_empty());
    say("/vraag@Stoep_Bot boor");
    assert_eq!(heard(&p).await, ["/vraag@Stoep_Bot boor"]);
    let posted = p.bot.send_message(ChatId(p.group), "Ja?").await.unwrap();
    say("nee");
    say("/vraag boor");
    let answer = WriteOptions { reply_to: Some(posted.id.0.into()), ..PLAIN };
    p.world.write(p.group, p.fatima, "een boor", answer).unwrap();
    assert_eq!(heard(&p).await, ["/vraag boor", "een boor"], "a bare command after the bot posted; a reply to it");
    p.world.set_privacy_mode(p.account.id, false);
    say("nu alles");
    p.world.set_privacy_mode(p.account.id, true);
    p.world.set_member_admin(p.group, p.account.id, p.joop, Some(AdminRights::default())).unwrap();
    say("en nu ook");
    assert_eq!(heard(&p).await, ["nu alles", "en nu ook"]);
}

#[tokio::test]
async fn an_anonymous_administrator() {
    let p = play(Limits::none()).await;
    p.updates().await;
    p.world.write_anonymously(p.group, "/buurt@stoep_bot", PLAIN).unwrap();
    let updates = p.updates().await;
    let UpdateKind::Message(m) = &updates[0].kind else { panic!("{updates:?}") };
    assert!(m.from.as_ref().unwrap().is_anonymous());
    assert_eq!(m.sender_chat.as_ref().unwrap().id.0, p.group);
}

#[tokio::test]
async fn coming_and_going_of_the_bot() {
    let p = play(Limits::none()).await;
    let updates = p.updates().await;
    let UpdateKind::MyChatMember(change) = &updates[0].kind else { panic!("{updates:?}") };
    assert!(change.new_chat_member.is_present() && !change.old_chat_member.is_present());
    let UpdateKind::Message(m) = &updates[1].kind else { panic!("{updates:?}") };
    assert!(m.new_chat_members().is_some());
    p.world.remove_bot_from_group(p.group, p.account.id, p.joop).unwrap();
    let updates = p.updates().await;
    let UpdateKind::MyChatMember(change) = &updates[0].kind else { panic!("{updates:?}") };
    assert!(change.new_chat_member.is_banned());
    assert_eq!(updates.len(), 1, "the message about it is not seen any more");
}

#[tokio::test]
async fn a_basic_group_becomes_a_supergroup() {
    let p = play(Limits::none()).await;
    let basic = p.world.add_group("Klein", false, false, p.joop);
    p.world.add_bot_to_group(basic, p.account.id, p.joop, None).unwrap();
    p.updates().await;
    let new = p.world.upgrade_group(basic).unwrap();
    assert!(basic > -1_000_000_000_000 && new < -1_000_000_000_000);
    let updates = p.updates().await;
    let kinds: Vec<_> = updates.iter().map(|u| &u.kind).collect();
    let [UpdateKind::MyChatMember(added), UpdateKind::Message(to), UpdateKind::Message(from)] = kinds[..] else {
        panic!("{updates:?}")
    };
    assert_eq!(added.chat.id.0, new);
    assert_eq!((to.chat.id.0, to.migrate_to_chat_id().map(|c| c.0)), (basic, Some(new)));
    assert_eq!((from.chat.id.0, from.migrate_from_chat_id().map(|c| c.0)), (new, Some(basic)));
    let answer = p.call("sendMessage", json!({"chat_id": basic, "text": "x"})).await;
    assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(answer["parameters"], json!({"migrate_to_chat_id": new}));
    let error = p.bot.send_message(ChatId(basic), "x").await.unwrap_err();
    assert!(matches!(error, teloxide::RequestError::MigrateToChatId(to) if to.0 == new));
    p.bot.send_message(ChatId(new), "x").await.unwrap();
}

#[tokio::test]
async fn the_end_of_a_group() {
    let p = play(Limits::none()).await;
    let basic = p.world.add_group("Klein", false, false, p.joop);
    p.world.add_bot_to_group(basic, p.account.id, p.joop, None).unwrap();
    p.updates().await;
    p.world.delete_group(basic).unwrap();
    assert!(matches!(p.updates().await[0].kind, UpdateKind::MyChatMember(_)));
    let refused = p.refused("sendMessage", json!({"chat_id": basic, "text": "x"})).await;
    assert_eq!(refused, (403, "Forbidden: the group chat was deleted".into()));
}

#[tokio::test]
async fn topics() {
    let p = play(Limits::none()).await;
    let forum = p.world.add_group("Plein", true, true, p.joop);
    p.world.add_bot_to_group(forum, p.account.id, p.joop, None).unwrap();
    let topic = p.world.create_topic(forum, p.joop, "Hulp").unwrap();
    p.updates().await;
    let there = WriteOptions { thread: Some(topic), ..PLAIN };
    p.world.write(forum, p.joop, "/vraag@stoep_bot", there).unwrap();
    let updates = p.updates().await;
    let UpdateKind::Message(m) = &updates[0].kind else { panic!("{updates:?}") };
    assert!(m.is_topic_message && m.thread_id.map(|t| i64::from(t.0.0)) == Some(topic));

    let to = |thread: i64| json!({"chat_id": forum, "text": "x", "message_thread_id": thread});
    let sent = p.call("sendMessage", to(topic)).await;
    assert_eq!(
        (&sent["result"]["message_thread_id"], &sent["result"]["is_topic_message"]),
        (&json!(topic), &json!(true))
    );
    let bad = |words: &str| (400, format!("Bad Request: {words}"));
    assert_eq!(p.refused("sendMessage", to(999)).await, bad("message thread not found"));
    let mut elsewhere = to(topic);
    elsewhere["chat_id"] = p.group.into();
    assert_eq!(p.refused("sendMessage", elsewhere).await, bad("message thread not found"));
    p.world.close_topic(forum, topic, true).unwrap();
    assert_eq!(p.refused("sendMessage", to(topic)).await, bad("TOPIC_CLOSED"));
    let made = json!({"chat_id": forum, "name": "Nieuw"});
    assert_eq!(p.refused("createForumTopic", made).await, bad("not enough rights to create a topic"));
    let rights = AdminRights { can_manage_topics: true, ..AdminRights::default() };
    p.world.set_member_admin(forum, p.account.id, p.joop, Some(rights)).unwrap();
    assert_eq!(p.call("sendMessage", to(topic)).await["ok"], true, "who manages topics writes in closed ones");
    let made = p.bot.create_forum_topic(ChatId(forum), "Nieuw").await.unwrap();
    p.world.delete_topic(forum, made.thread_id.0.0.into()).unwrap();
    assert_eq!(p.refused("sendMessage", to(made.thread_id.0.0.into())).await, bad("message thread not found"));
}

#[tokio::test]
async fn a_chain_of_answers_outside_a_forum_is_no_topic() {
    let p = play(Limits::none()).await;
    p.updates().await;
    p.world.set_privacy_mode(p.account.id, false);
    let first = p.world.write(p.group, p.joop, "hoi", PLAIN).unwrap();
    let answer = WriteOptions { reply_to: Some(first), ..PLAIN };
    p.world.write(p.group, p.fatima, "dag", answer).unwrap();
    let updates = p.updates().await;
    let UpdateKind::Message(m) = &updates[1].kind else { panic!("{updates:?}") };
    assert!(m.thread_id.is_some() && !m.is_topic_message);
}
