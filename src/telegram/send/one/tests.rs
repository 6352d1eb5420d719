//! What goes out besides text, sent to the local Bot API: photos and voice messages by Telegram's name, and files of ours.

use std::sync::Arc;

use super::*;
use crate::clock::Clock;
use crate::model::{CardKey, Class, Html, Moment, OutboxId, Thing};
use crate::practice::{Failure, How, Kind, Limits, MessageView, NewPerson, World, WriteOptions, serve};
use crate::store::{ChatSeen, Key, SlotChange};

/// Somebody who wrote to the bot, and the bot's sends to them.
struct Play {
    world: World,
    person: i64,
    sending: Sending,
    _folder: tempfile::TempDir,
}

async fn play() -> Play {
    let world = World::new(Clock::still(Moment(1_780_000_000)), Limits::none());
    let account = world.add_bot("stoep_bot", "Stoep");
    let person = world.add_person(NewPerson { first_name: "Joop".into(), ..NewPerson::default() });
    world.start_link(person, account.id, "").unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(serve(world.clone(), listener));
    let folder = tempfile::tempdir().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let sending = Sending {
        bot: Bot::new(&account.token).set_api_url(url.parse().unwrap()),
        username: Arc::from("stoep_bot"),
        store: Store::open(&folder.path().join("t.sqlite"), key).await.unwrap(),
        row: OutboxRow {
            id: OutboxId(1),
            chat: ChatId(1),
            class: Class::Reply,
            send: Send::Delete { message_id: 0 },
            not_before: None,
            not_after: None,
            thing: None,
        },
        address: Some(Address { tg_id: person, group: false }),
        form: Form::default(),
    };
    Play { world, person, sending, _folder: folder }
}

impl Play {
    /// Sends, in other forms where Telegram wants another, as the sender does: a call each time.
    async fn send(&mut self, send: Send) -> Trouble {
        self.sending.row.send = send;
        self.sending.form = Form::default();
        loop {
            match self.sending.run().await {
                Trouble::Unformatted => self.sending.form.plain = true,
                Trouble::Captioned => self.sending.form.caption = true,
                other => return other,
            }
        }
    }

    /// A card whose message stands in the chat, and which should show something else by now.
    async fn card_of(&mut self, message_id: i64, content: Content) -> SlotId {
        let store = self.sending.store.clone();
        let mut db = store.writer().await.unwrap();
        let seen = [ChatSeen(self.person, "private", String::new(), "open")];
        let chat = store::upsert_chats(&mut db, &seen).await.unwrap()[0].id;
        self.sending.row.chat = chat;
        let key = CardKey { thing: Thing { feature: "act".into(), id: message_id }, chat };
        let change = |content| [SlotChange { key: key.clone(), content }];
        let slots = store::store_cards(&mut db, store.key(), &change(words("was", true))).await.unwrap();
        store::mark_slot(&mut db, slots[0].0, 1, Some(message_id)).await.unwrap();
        store::store_cards(&mut db, store.key(), &change(content)).await.unwrap()[0].0
    }

    /// Telegram's name of what they send.
    fn file(&self, kind: Kind) -> String {
        let id = self.world.send_other(self.person, self.person, kind, WriteOptions::default()).unwrap();
        let update = self.world.message(self.person, id).unwrap();
        update.file_id.unwrap()
    }

    fn last(&self) -> MessageView {
        self.world.messages(self.person).pop().unwrap()
    }
}

fn words(html: &str, button: bool) -> Content {
    let row = vec![Button::press("Ja", "x:1")];
    Content::new(Html::trusted(html), if button { vec![row] } else { Vec::new() })
}

fn media(media: Media, content: Content) -> Send {
    Send::Media { media, content, topic: None, reply_to: None }
}

fn delivered(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Settled(Verdict::Delivered { message_id: Some(_), .. }))
}

#[tokio::test]
async fn what_somebody_sent_is_passed_on_with_words_and_buttons() {
    let mut p = play().await;
    let photo = p.file(Kind::Photo { caption: String::new() });
    assert!(delivered(&p.send(media(Media::photo(photo), words("<b>Fiets</b>", true))).await));
    let shown = p.last();
    assert_eq!((shown.attachment.as_deref(), shown.html.as_str()), (Some("photo"), "<b>Fiets</b>"));
    assert_eq!(shown.keyboard[0][0].label, "Ja");
    let voice = p.file(Kind::Voice);
    assert!(delivered(&p.send(media(Media::voice(voice), Content::default())).await));
    assert_eq!((p.last().attachment.as_deref(), p.last().text.as_str()), (Some("voice"), ""));
}

#[tokio::test]
async fn a_file_of_ours_arrives_under_its_name() {
    let mut p = play().await;
    let file = File { name: "poster.pdf".into(), bytes: b"%PDF-1.7".to_vec() };
    assert!(delivered(&p.send(Send::Document { file, content: words("Hang hem op.", false) }).await));
    let shown = p.last();
    assert_eq!((shown.file_name.as_deref(), shown.text.as_str()), (Some("poster.pdf"), "Hang hem op."));
}

#[tokio::test]
async fn a_pressed_photo_gets_another_caption() {
    let mut p = play().await;
    let photo = p.file(Kind::Photo { caption: String::new() });
    p.send(media(Media::photo(photo), words("Fiets", true))).await;
    let message_id = p.last().id;
    let edit = Send::Edit { message_id, content: words("<i>Gekozen</i>", false) };
    assert!(matches!(p.send(edit).await, Trouble::Settled(Verdict::Delivered { .. })));
    assert_eq!((p.last().html.as_str(), p.last().keyboard.len()), ("<i>Gekozen</i>", 0));
}

/// What a card's message may be: a made-up press can make one of any message.
async fn message_of_each_kind(p: &mut Play) -> Vec<(&'static str, i64)> {
    let mut messages = Vec::new();
    let (photo, voice) = (p.file(Kind::Photo { caption: String::new() }), p.file(Kind::Voice));
    let file = File { name: "a.ics".into(), bytes: vec![1] };
    let sends = [
        ("text", Send::Message { content: words("was", true), topic: None, reply_to: None }),
        ("photo", media(Media::photo(photo), words("was", true))),
        ("voice", media(Media::voice(voice), words("was", true))),
        ("document", Send::Document { file, content: words("was", true) }),
    ];
    for (kind, send) in sends {
        assert!(delivered(&p.send(send).await), "{kind}");
        messages.push((kind, p.last().id));
    }
    messages
}

#[tokio::test]
async fn a_card_is_settled_with_its_version_whatever_its_message_is_and_whatever_telegram_says() {
    let mut p = play().await;
    for (kind, message_id) in message_of_each_kind(&mut p).await {
        for not_modified in [false, true] {
            let slot = p.card_of(message_id, words(if not_modified { "wordt" } else { "<b>is</b>" }, true)).await;
            let version = {
                let mut db = p.sending.store.writer().await.unwrap();
                store::slot(&mut db, p.sending.store.key(), slot).await.unwrap().unwrap().version
            };
            if not_modified {
                let method = if kind == "text" { "editMessageText" } else { "editMessageCaption" };
                let description = "Bad Request: message is not modified: specified new message content".into();
                let how = How::Error { code: 400, description, parameters: None };
                p.world.fail(Failure { method: Some(method.into()), chat: None, times: 1, how });
            }
            let expected = Trouble::Settled(Verdict::Delivered { message_id: None, version });
            assert!(version > 1);
            assert_eq!(p.send(Send::Card { slot }).await, expected, "{kind}, not modified: {not_modified}");
            let shown = p.world.message(p.person, message_id).unwrap();
            assert_eq!(shown.html, "<b>is</b>", "{kind}");
        }
    }
}

#[tokio::test]
async fn troubles_are_those_of_any_message() {
    let mut p = play().await;
    let photo = p.file(Kind::Photo { caption: String::new() });
    let refused = p.send(media(Media::voice(photo.clone()), Content::default())).await;
    assert_eq!(refused, Trouble::Settled(Verdict::Refused("error 400: can't use file of type".into())));
    let Trouble::Settled(Verdict::Refused(_)) = p.send(media(Media::photo("weg"), Content::default())).await else {
        panic!("Telegram does not know the file any more");
    };
    // Formatting that Telegram refuses: the photo goes with plain words.
    assert!(delivered(&p.send(media(Media::photo(photo.clone()), words("<foo>x</foo>", false))).await));
    assert_eq!((p.last().attachment.as_deref(), p.last().text.as_str()), (Some("photo"), "x"));
    let wait = How::Error {
        code: 429,
        description: "Too Many Requests: retry after 7".into(),
        parameters: Some(serde_json::json!({ "retry_after": 7 })),
    };
    p.world.fail(Failure { method: Some("sendPhoto".into()), chat: None, times: 1, how: wait });
    assert_eq!(p.send(media(Media::photo(photo.clone()), Content::default())).await, Trouble::Wait(Some(7)));
    let bot = p.world.bots()[0].id;
    p.world.block_bot(p.person, bot).unwrap();
    let unreachable = Trouble::Settled(Verdict::Unreachable);
    assert_eq!(p.send(media(Media::photo(photo), Content::default())).await, unreachable);
    let file = File { name: "a.pdf".into(), bytes: vec![1] };
    assert_eq!(p.send(Send::Document { file, content: Content::default() }).await, unreachable);
}
