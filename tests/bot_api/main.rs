//! The local Bot API, driven as a bot drives it: with teloxide, which must be able to read every answer, and with plain
//! HTTP for what it refuses, in Telegram's words.

mod answers;
mod groups;
mod polling;
mod refusals;
mod troubles;

use serde_json::{Value, json};
use stoep::clock::Clock;
use stoep::model::Moment;
use stoep::practice::{AdminRights, Bot as Account, Limits, NewPerson, Target, What, World, WriteOptions, serve};
use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, ParseMode, UpdateKind};

/// A world with a bot, a group and two people in it, served over HTTP.
struct Play {
    world: World,
    clock: Clock,
    account: Account,
    bot: Bot,
    url: String,
    joop: i64,
    fatima: i64,
    group: i64,
}

const PLAIN: WriteOptions = WriteOptions { thread: None, reply_to: None };

async fn play(limits: Limits) -> Play {
    let clock = Clock::still(Moment(1_780_000_000));
    let world = World::new(clock.clone(), limits);
    let account = world.add_bot("stoep_bot", "Stoep");
    let person = |name: &str, language: &str| {
        let language_code = Some(language.to_owned());
        world.add_person(NewPerson { first_name: name.into(), language_code, ..NewPerson::default() })
    };
    let (joop, fatima) = (person("Joop", "nl"), person("Fatima", "en"));
    let group = world.add_group("Oosterpark", true, false, joop);
    world.add_member(group, fatima).unwrap();
    world.add_bot_to_group(group, account.id, joop, None).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(serve(world.clone(), listener));
    let bot = Bot::new(&account.token).set_api_url(url.parse().unwrap());
    Play { world, clock, account, bot, url, joop, fatima, group }
}

impl Play {
    /// Calls a method with JSON and gives the whole answer.
    async fn call(&self, method: &str, body: Value) -> Value {
        let url = format!("{}/bot{}/{method}", self.url, self.account.token);
        self.bot.client().post(url).json(&body).send().await.unwrap().json().await.unwrap()
    }

    /// Calls a method that must be refused and gives code and description.
    async fn refused(&self, method: &str, body: Value) -> (i64, String) {
        let answer = self.call(method, body).await;
        assert_eq!(answer["ok"], false, "{method} must be refused: {answer}");
        (answer["error_code"].as_i64().unwrap(), answer["description"].as_str().unwrap().to_owned())
    }

    /// All updates that wait, read by teloxide, and confirmed.
    async fn updates(&self) -> Vec<Update> {
        let raw = self.call("getUpdates", json!({})).await;
        let updates: Vec<Update> =
            raw["result"].as_array().unwrap().iter().map(|u| serde_json::from_str(&u.to_string()).unwrap()).collect();
        for update in &updates {
            assert!(!matches!(update.kind, UpdateKind::Error(_)), "teloxide cannot read {update:?}");
        }
        if let Some(last) = updates.last() {
            self.call("getUpdates", json!({"offset": last.id.0 + 1})).await;
        }
        updates
    }
}

/// A button that sends data, as JSON.
fn button(text: &str, data: &str) -> Value {
    json!({"inline_keyboard": [[{"text": text, "callback_data": data}]]})
}

fn keyboard(rows: &[&[(&str, &str)]]) -> InlineKeyboardMarkup {
    let row = |row: &&[(&str, &str)]| {
        row.iter().map(|(text, data)| InlineKeyboardButton::callback(*text, *data)).collect::<Vec<_>>()
    };
    InlineKeyboardMarkup::new(rows.iter().map(row).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_conversation_with_buttons() {
    let p = play(Limits::telegrams()).await;
    p.updates().await;
    p.world.start_link(p.joop, p.account.id, "uit-de-groep").unwrap();
    let updates = p.updates().await;
    let UpdateKind::Message(start) = &updates[0].kind else { panic!("{updates:?}") };
    assert_eq!(start.text(), Some("/start uit-de-groep"));
    assert_eq!(start.from.as_ref().unwrap().language_code.as_deref(), Some("nl"));

    let markup = keyboard(&[&[("Ja", "y"), ("Nee", "n")]]);
    let sent = p.bot.send_message(start.chat.id, "<b>Hoi</b> &lt;buur&gt;").parse_mode(ParseMode::Html);
    let sent = sent.reply_markup(markup).await.unwrap();
    assert_eq!(sent.text(), Some("Hoi <buur>"));

    let pressed = p.world.press(p.joop, p.joop, sent.id.0.into(), Target::Label("Ja")).unwrap();
    let updates = p.updates().await;
    let UpdateKind::CallbackQuery(query) = &updates[0].kind else { panic!("{updates:?}") };
    assert_eq!((query.data.as_deref(), Some(&query.id.0)), (Some("y"), pressed.query_id.as_ref()));
    p.bot.answer_callback_query(query.id.clone()).text("Gezien").await.unwrap();
    p.bot.edit_message_text(sent.chat.id, sent.id, "Dank je").await.unwrap();

    let shown = p.world.messages(p.joop);
    assert_eq!(shown.len(), 2);
    assert_eq!((shown[1].text.as_str(), shown[1].edited, shown[1].keyboard.len()), ("Dank je", true, 0));
    let answered = What::PressAnswered {
        bot: p.account.id,
        query_id: query.id.0.clone(),
        user: p.joop,
        text: "Gezien".into(),
        alert: false,
        url: None,
    };
    assert!(p.world.log(0).iter().any(|e| e.what == answered));
}
