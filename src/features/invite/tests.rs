//! Who gets a poster, and what its button carries.

use super::*;
use crate::model::{ChatKind, Event, EventChat, Happening, Language, Moment, Press, Send, Sender};
use crate::store::{self, ChatSeen, Key, PersonSeen, Store};
use crate::turn::Batch;

/// What somebody gets who presses [Poster] of this neighbourhood.
async fn pressed(data: &str, joins: bool) -> (Pressed, Vec<Send>) {
    let folder = tempfile::tempdir().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let seen = [ChatSeen(3, "private", String::new(), "open")];
    let chat = store::upsert_chats(&mut db, &seen).await.unwrap().remove(0);
    let seen = PersonSeen(3, "Joop".into(), None, Some("nl".into()));
    let person = store::upsert_people(&mut db, &[seen]).await.unwrap().remove(0);
    let n = store::create_neighbourhood(&mut db, "Oost", "team", Language::En, "x", Moment(0)).await.unwrap();
    let other = store::create_neighbourhood(&mut db, "West", "team", Language::Nl, "y", Moment(0)).await.unwrap();
    let mut batch = Batch::default();
    batch.put_chat(chat);
    batch.put_person(person.clone());
    let press = Press { query_id: "1".into(), data: String::new(), message_id: Some(9), stands: true };
    let sender = Sender { user_id: 3, name: "Joop".into(), username: None, language_tag: None, faceless: false };
    let place = EventChat { tg_id: 3, kind: ChatKind::Private, title: String::new(), topic: None };
    let what = Happening::Press(press);
    let event = Event { at: Moment(0), seed: 1, sender: Some(sender), chat: Some(place), what };
    let mut turn = Turn::new(&mut db, &mut batch, &key, &event, Moment(0));
    turn.join(person.id, if joins { n } else { other }).await.unwrap();
    let pressed = Invite.press(&mut turn, &data.replace("{n}", &n.to_string())).await.unwrap();
    (pressed, batch.take_out().into_iter().map(|o| o.send).collect())
}

#[tokio::test]
async fn a_poster_is_for_residents_of_that_neighbourhood() {
    let is_poster = |s: &Send| matches!(s, Send::Document { file, .. } if file.bytes.starts_with(b"%PDF"));
    let (_, sent) = pressed("poster:{n}", true).await;
    let Some(Send::Document { file, content }) = sent.iter().find(|s| is_poster(s)) else { panic!("{sent:?}") };
    assert!(String::from_utf8_lossy(&file.bytes).contains("Scan the code"), "in the language of the group");
    assert!(content.text.as_str().starts_with("Print de poster"), "in their own");
    for made_up in ["poster:{n}", "poster:999", "poster:", "x"] {
        let (pressed, sent) = pressed(made_up, false).await;
        assert!(!sent.iter().any(is_poster), "{made_up}");
        assert_eq!(pressed, Pressed::Outdated, "{made_up}");
    }
}
