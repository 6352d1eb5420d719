//! What goes out besides text, sent to the local Bot API: photos and voice messages by Telegram's name, and files of ours.

use std::sync::Arc;

use super::*;
use crate::clock::Clock;
use crate::model::{Class, Html, Moment, OutboxId};
use crate::practice::{Failure, How, Kind, Limits, MessageView, NewPerson, World, WriteOptions, serve};
use crate::store::Key;

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
    };
    Play { world, person, sending, _folder: folder }
}

impl Play {
    async fn send(&mut self, send: Send) -> Trouble {
        self.sending.row.send = send;
        self.sending.run().await
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

#[tokio::test]
async fn troubles_are_those_of_any_message() {
    let mut p = play().await;
    let photo = p.file(Kind::Photo { caption: String::new() });
    let refused = p.send(media(Media::voice(photo.clone()), Content::default())).await;
    assert_eq!(
        refused,
        Trouble::Settled(Verdict::Refused("Bad Request: can't use file of type Photo as Voice".into()))
    );
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
    assert_eq!(p.send(media(Media::photo(photo.clone()), Content::default())).await, Trouble::Wait(7));
    let bot = p.world.bots()[0].id;
    p.world.block_bot(p.person, bot).unwrap();
    let unreachable = Trouble::Settled(Verdict::Unreachable);
    assert_eq!(p.send(media(Media::photo(photo), Content::default())).await, unreachable);
    let file = File { name: "a.pdf".into(), bytes: vec![1] };
    assert_eq!(p.send(Send::Document { file, content: Content::default() }).await, unreachable);
}
