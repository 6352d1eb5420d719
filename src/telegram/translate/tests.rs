//! What the edge makes of raw updates.

use super::*;

fn of(raw: &str) -> Event {
    translate(raw, 42, Moment(1000)).unwrap().1
}

#[test]
fn unknown_kinds_fields_and_broken_shapes_pass_harmlessly() {
    for raw in [
        r#"{"update_id":1,"edited_message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"x"}}"#,
        r#"{"update_id":1,"brand_new_kind":{"a":[1,2]}}"#,
        r#"{"update_id":1,"message":{"message_id":"no number","chat":7}}"#,
        r#"{"update_id":1,"channel_post":{"message_id":1,"chat":{"id":-1,"type":"channel"}}}"#,
        r#"{"update_id":1,"message":{"message_id":1,"date":5,"chat":{"id":-1,"type":"sphere"},"text":"x"}}"#,
        r#"{"update_id":1,"message":{"message_id":1,"date":5,"from":{"id":3,"first_name":"J"},"chat":{"id":-1,"type":"group"},"ephemeral_message_id":5,"text":"/vraag"}}"#,
    ] {
        assert!(matches!(of(raw).what, Happening::Nothing), "{raw}");
    }
    assert!(translate(r#"{"no":"id"}"#, 42, Moment(0)).is_none());
    assert!(translate("not json", 42, Moment(0)).is_none());
}

#[test]
fn what_can_not_be_read_is_known_by_its_kind() {
    for (raw, kind) in [
        (r#"{"update_id":1,"message":{"message_id":"geheim","chat":7}}"#, "message"),
        (r#"{"update_id":1,"callback_query":{"id":7}}"#, "callback_query"),
        (r#"{"update_id":1,"my_chat_member":[]}"#, "my_chat_member"),
        (r#"{"update_id":1}"#, "none that is known"),
    ] {
        assert_eq!(kind_of(raw), kind);
    }
}

#[test]
fn a_message_keeps_who_where_and_when() {
    let e = of(
        r#"{"update_id":7,"message":{"message_id":9,"date":77,"from":{"id":3,"is_bot":false,"first_name":"Jo","last_name":"B","language_code":"en","new_field":1},
           "chat":{"id":-1005,"type":"supergroup","title":"Buurt"},"message_thread_id":4,"is_topic_message":true,"text":"hoi",
           "reply_to_message":{"message_id":8,"from":{"id":42,"is_bot":true,"first_name":"Stoep"}}}}"#,
    );
    let sender = e.sender.unwrap();
    assert_eq!((e.at, sender.user_id, sender.name.as_str()), (Moment(77), 3, "Jo"));
    assert_eq!(sender.initial.as_deref(), Some("B"), "no more of the last name");
    let place = e.chat.unwrap();
    assert_eq!((place.tg_id, place.topic), (-1005, Some(4)));
    let Happening::Message(m) = e.what else { panic!() };
    assert_eq!((m.id, m.text.as_str(), m.reply_to), (9, "hoi", Some(8)));
}

#[test]
fn a_thread_outside_a_forum_is_no_topic_and_an_anonymous_administrator_has_no_face() {
    let e = of(
        r#"{"update_id":7,"message":{"message_id":9,"date":77,"from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{"id":-1005,"type":"supergroup"},
           "chat":{"id":-1005,"type":"supergroup"},"message_thread_id":4,"text":"/buurt"}}"#,
    );
    assert!(e.sender.unwrap().faceless);
    assert_eq!(e.chat.unwrap().topic, None);
}

#[test]
fn channels_and_other_bots_are_nobody() {
    for from in [
        r#""from":{"id":777000,"first_name":"Telegram"},"sender_chat":{"id":-1009,"type":"channel"},"is_automatic_forward":true"#,
        r#""from":{"id":136817688,"is_bot":true,"first_name":"Channel"},"sender_chat":{"id":-1009,"type":"channel"}"#,
        r#""from":{"id":55,"is_bot":true,"first_name":"Weerbot"}"#,
    ] {
        let e = of(&format!(
            r#"{{"update_id":7,"message":{{"message_id":9,"date":77,{from},"chat":{{"id":-1005,"type":"supergroup"}},"text":"/buurt"}}}}"#
        ));
        assert!(e.sender.is_none(), "{from}");
        assert!(matches!(e.what, Happening::Message(_)));
    }
}

#[test]
fn a_photo_is_known_by_its_largest_size_and_without_a_name_it_can_not_be_sent_on() {
    let attached = |what: &str| {
        let e = of(&format!(
            r#"{{"update_id":1,"message":{{"message_id":9,"date":77,"from":{{"id":3,"first_name":"Jo"}},
               "chat":{{"id":3,"type":"private"}},"caption":"mijn fiets",{what}}}}}"#
        ));
        let Happening::Message(m) = e.what else { panic!() };
        assert_eq!(m.text, "mijn fiets");
        m.attachment.unwrap()
    };
    let size = |id: &str, width: i64| format!(r#"{{"file_id":"{id}","width":{width},"height":{width}}}"#);
    let sizes = [size("s", 90), size("x", 1280), size("m", 320)].join(",");
    assert_eq!(attached(&format!(r#""photo":[{sizes}]"#)), Attachment::Photo { file_id: "x".into() });
    assert_eq!(attached(r#""voice":{"file_id":"v","duration":3}"#), Attachment::Voice { file_id: "v".into() });
    for nameless in [r#""photo":[]"#, r#""photo":[{}]"#, r#""voice":{}"#] {
        assert_eq!(attached(nameless), Attachment::Other, "{nameless}");
    }
}

#[test]
fn whether_a_button_stands_where_it_was_pressed_is_seen_on_the_message() {
    let stands = |message: &str| {
        let e = of(&format!(
            r#"{{"update_id":1,"callback_query":{{"id":"q","from":{{"id":3,"first_name":"J"}},"data":"a:1",
               "message":{{"message_id":9,"chat":{{"id":-5,"type":"group"}}{message}}}}}}}"#
        ));
        let Happening::Press(p) = e.what else { panic!() };
        assert_eq!(p.message_id, Some(9));
        (p.stands, p.is_text)
    };
    let button = |data: &str| {
        format!(
            r#","reply_markup":{{"inline_keyboard":[[{{"text":"x","url":"https://x"}}],[{{"text":"x","callback_data":"{data}"}}]]}}"#
        )
    };
    assert_eq!(stands(&button("a:1")), (true, false));
    assert_eq!(stands(&format!(r#","text":"x"{}"#, button("a:1"))), (true, true));
    for other in [button("a:2"), String::new(), r#","date":0"#.into(), r#","reply_markup":{}"#.into()] {
        assert_eq!(stands(&other), (false, false), "{other}");
    }
}

#[test]
fn who_left_a_group_and_who_was_put_out() {
    let of_member = |from: i64, old: &str, new: &str| {
        let e = of(&format!(
            r#"{{"update_id":1,"chat_member":{{"chat":{{"id":-5,"type":"supergroup","title":"t"}},"from":{{"id":{from},"first_name":"K"}},"date":5,
               "old_chat_member":{{"status":"{old}"}},"new_chat_member":{{"status":"{new}","user":{{"id":3,"first_name":"J"}}}}}}}}"#
        ));
        assert!(e.sender.is_none() && e.chat.is_none(), "nobody gets known by it");
        e.what
    };
    for (from, old, new, expected) in [
        (3, "left", "member", Presence::Here),
        (9, "member", "administrator", Presence::Here),
        (3, "member", "left", Presence::Left),
        (9, "member", "left", Presence::PutOut),
        (9, "member", "kicked", Presence::PutOut),
        (9, "member", r#"restricted","is_member":false,"x":""#, Presence::PutOut),
        (9, "member", r#"restricted","is_member":true,"x":""#, Presence::Here),
    ] {
        match of_member(from, old, new) {
            Happening::GroupMember { chat: -5, user_id: 3, presence } => assert_eq!(presence, expected, "{new}"),
            other => panic!("{other:?}"),
        }
    }
    for (from, old, new) in [(9, "kicked", "left"), (3, "left", "left")] {
        assert!(matches!(of_member(from, old, new), Happening::Nothing), "{old} to {new}");
    }
    let service = |from: i64| {
        let e = of(&format!(
            r#"{{"update_id":1,"message":{{"message_id":1,"date":5,"from":{{"id":{from},"first_name":"K"}},"chat":{{"id":-5,"type":"group"}},
               "left_chat_member":{{"id":3,"first_name":"J"}}}}}}"#
        ));
        match e.what {
            Happening::GroupMember { chat: -5, user_id: 3, presence } => presence,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((service(3), service(9)), (Presence::Left, Presence::PutOut));
    let bot = r#"{"update_id":1,"chat_member":{"chat":{"id":-5,"type":"group"},"from":{"id":9},"new_chat_member":{"status":"left","user":{"id":7,"is_bot":true}}}}"#;
    assert!(matches!(of(bot).what, Happening::Nothing));
}

#[test]
fn an_answer_about_somebody_in_a_group_is_read_leniently() {
    for (answer, expected) in [
        (r#"{"status":"member","user":{"id":3}}"#, Some(Presence::Here)),
        (r#"{"status":"creator"}"#, Some(Presence::Here)),
        (r#"{"status":"left","new":1}"#, Some(Presence::Left)),
        (r#"{"status":"kicked","until_date":0}"#, Some(Presence::PutOut)),
        (r#"{"status":"restricted","is_member":false}"#, Some(Presence::Left)),
        ("{}", None),
        ("true", None),
    ] {
        assert_eq!(presence(answer), expected, "{answer}");
    }
}

#[test]
fn standing_in_a_chat() {
    let change = |old: &str, new: &str| {
        let e = of(&format!(
            r#"{{"update_id":1,"my_chat_member":{{"chat":{{"id":-5,"type":"group","title":"t"}},"from":{{"id":3,"first_name":"J"}},"date":5,
               "old_chat_member":{{"status":"{old}"}},"new_chat_member":{{"status":"{new}","can_delete_messages":true}}}}}}"#
        ));
        let Happening::Membership(c) = e.what else { panic!() };
        c
    };
    let rights = |may_delete, may_write| BotRights { may_delete, may_write };
    assert_eq!(change("left", "member"), MembershipChange::In { rights: rights(true, true) });
    assert_eq!(change("member", "administrator"), MembershipChange::Rights { rights: rights(true, true) });
    let silenced = r#"restricted","is_member":true,"can_send_messages":false,"x":""#;
    assert_eq!(change("member", silenced), MembershipChange::Rights { rights: rights(true, false) });
    assert_eq!(change(silenced, "member"), MembershipChange::Rights { rights: rights(true, true) });
    assert_eq!(change("member", "kicked"), MembershipChange::Out);
    assert_eq!(change("administrator", "left"), MembershipChange::Out);
}
