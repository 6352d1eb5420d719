//! Conversations with a feature of straw, event by event; the draft is written and read between any two.

use async_trait::async_trait;
use serde_json::{Map, Value, json};
use sqlx::{Connection, SqliteConnection};

use super::*;
use crate::model::{
    Button, Chat, ChatId, ChatKind, Content, Event, EventChat, Happening, Html, Keyboard, Language, Message, Moment,
    Person, PersonId, Press, Reach, Send, Sender,
};
use crate::store::Key;
use crate::turn::Batch;
use crate::turn::{CheckResult, ChoiceOption, Feature, Finish};

mod kinds;

/// Asks for a thing (checked), a day (from a hook) and under 'tell more' a contact; then may begin another dialogue.
struct Straw;

const ASK: &str = r#"
id = "ask"
version = 1
feature = "st"
[[step]]
id = "thing"
kind = "text"
check = "polite"
[[step]]
id = "day"
kind = "choice"
choices_from = "days"
[[step]]
id = "reach"
kind = "contact"
more = true
"#;

const TINY: &str = "id = 'tiny'\nversion = 1\nfeature = 'st'\nsummary = false\n[[step]]\nid = 'sure'\nkind = 'yes-no'";

const REACH: &str = "id = 'call'\nversion = 1\nfeature = 'st'\nsummary = false\n[[step]]\nid = 'how'\nkind = 'contact'";

const MEET: &str = r#"
id = "meet"
version = 1
feature = "st"
[[step]]
id = "when"
kind = "when"
purpose = "activity"
clock = true
[[step]]
id = "access"
kind = "many"
choices = ["ramp", "quiet"]
"#;

#[async_trait]
impl Feature for Straw {
    fn name(&self) -> &'static str {
        "st"
    }

    fn flows(&self) -> &'static [&'static str] {
        &[ASK, TINY, REACH, MEET]
    }

    async fn choices(&self, _: &mut Turn<'_>, name: &str, answers: &Map<String, Value>) -> Result<Vec<ChoiceOption>> {
        assert_eq!((name, answers.contains_key("thing")), ("days", true));
        let offered = |value: &str| ChoiceOption { value: value.into(), label: format!("dag {value}") };
        Ok(["1", "2"].map(offered).into())
    }

    async fn check(&self, turn: &mut Turn<'_>, _: &str, answer: Value, _: &Map<String, Value>) -> Result<CheckResult> {
        Ok(match answer.as_str() {
            Some("stuk") => return Err(crate::model::Fault::event("broken on purpose")),
            Some("weg") => CheckResult::Refuse(Html::from_words("dat kan niet")),
            Some("hm") => {
                let anyway = ChoiceOption { value: "hm".into(), label: "toch".into() };
                CheckResult::Again(turn.say("press-not-yours", &[]), vec![anyway])
            }
            _ => CheckResult::Accept(answer),
        })
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        if answers.get("thing") == Some(&json!("te veel")) {
            return Ok(Finish::NotNow(Html::from_words("nu niet")));
        }
        if answers.get("thing") == Some(&json!("door")) {
            turn.begin("tiny", Map::new());
        }
        let words = format!("klaar {flow} {}", Value::Object(answers));
        turn.reply(Content::text(Html::from_words(&words)))?;
        Ok(Finish::Done)
    }
}

static STRAW: &[&dyn Feature] = &[&Straw];

/// One person, in private or in a group.
struct Talk {
    db: SqliteConnection,
    batch: Batch,
    register: Register,
    now: i64,
    group: bool,
    /// Inline buttons of the last message that has any: label and data.
    buttons: Vec<(String, String)>,
}

const ME: PersonId = PersonId(1);

impl Talk {
    async fn new() -> Talk {
        let mut batch = Batch::default();
        let person = Person { id: ME, user_id: 42, chat: ChatId(1), name: "Fatima".into(), ..Person::sample() };
        batch.put_person(person);
        for (id, tg_id, kind) in [(1, 42, ChatKind::Private), (2, -100, ChatKind::Supergroup)] {
            let (title, reach, (may_delete, refuses)) = (String::new(), Reach::Open, (false, false));
            let (id, neighbourhood, topic) = (ChatId(id), None, None);
            batch.put_chat(Chat { id, tg_id, kind, title, neighbourhood, topic, reach, may_delete, refuses });
        }
        let db = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let register = Register::of(STRAW).unwrap();
        // Monday 23 November 2026, 10:00 in Amsterdam.
        Talk { db, batch, register, now: 1_795_424_400, group: false, buttons: Vec::new() }
    }

    /// What was said, edited and answered because of this.
    async fn event(&mut self, what: Happening, then: impl AsyncFnOnce(&Register, &mut Turn<'_>)) -> Vec<String> {
        self.now += 10;
        let sender = Sender { name: "Fatima".into(), ..Sender::sample(42) };
        let (tg_id, kind) = if self.group { (-100, ChatKind::Supergroup) } else { (42, ChatKind::Private) };
        let place = EventChat { tg_id, kind, title: String::new(), topic: None };
        let seed = self.now as u64;
        let event = Event { at: Moment(self.now), seed, sender: Some(sender), chat: Some(place), what };
        let key = Key::of_bytes(&[7; 32]).unwrap();
        let mut turn = Turn::new(&mut self.db, &mut self.batch, &key, &event, Moment(self.now));
        then(&self.register, &mut turn).await;
        let out = self.batch.take_out();
        out.into_iter().map(|o| self.shown(o.send)).collect()
    }

    fn shown(&mut self, send: Send) -> String {
        let (how, content) = match send {
            Send::Message { content, .. } => ("", content),
            Send::Edit { content, .. } => ("edit: ", content),
            Send::CloseButtons { .. } => return "closed".into(),
            Send::Answer { text, open, .. } => return format!("answer: {text}{}", open.unwrap_or_default()),
            other => return format!("{other:?}"),
        };
        let text = content.text.plain().replace(['\u{2068}', '\u{2069}'], "").replace('\n', "|");
        let below = match content.keyboard {
            Keyboard::None => String::new(),
            Keyboard::Remove => " (weg)".into(),
            Keyboard::ShareContact { label } => format!(" ({label})"),
            Keyboard::Inline(rows) => {
                let plain = |label: String| label.replace(['\u{2068}', '\u{2069}'], "");
                let pair = |b: Button| match b {
                    Button::Press { label, data } => (plain(label), data),
                    Button::Open { label, start } => (plain(label), start),
                };
                self.buttons = rows.into_iter().flatten().map(pair).collect();
                self.buttons.iter().map(|(label, _)| format!(" [{label}]")).collect()
            }
        };
        format!("{how}{text}{below}")
    }

    fn pressed(data: &str) -> Happening {
        Happening::Press(Press::sample(data, 9))
    }

    fn written(text: &str, attachment: Option<Attachment>) -> Happening {
        Happening::Message(Message { id: 5, text: text.into(), attachment, reply_to: None, new_topic: None })
    }

    async fn begin(&mut self, flow: &'static str, known: Value) -> Vec<String> {
        let what = Talk::written("/iets", None);
        let known = known.as_object().unwrap().clone();
        self.event(what, async |register, turn| {
            turn.begin(flow, known);
            remind(register, turn).await.unwrap();
            wish(register, turn).await.unwrap();
        })
        .await
    }

    async fn sends(&mut self, text: &str, attachment: Option<Attachment>) -> Vec<String> {
        let what = Talk::written(text, attachment);
        self.event(what, async |register, turn| assert!(message(register, turn).await.unwrap())).await
    }

    async fn types(&mut self, text: &str) -> Vec<String> {
        self.sends(text, None).await
    }

    fn data(&self, label: &str) -> String {
        let found = self.buttons.iter().find(|b| b.0 == label);
        found.unwrap_or_else(|| panic!("no [{label}] among {:?}", self.buttons)).1.clone()
    }

    async fn presses_data(&mut self, data: &str) -> Vec<String> {
        self.event(Self::pressed(data), async |register, turn| press(register, turn, data).await.unwrap()).await
    }

    async fn presses(&mut self, label: &str) -> Vec<String> {
        let data = self.data(label);
        self.presses_data(&data).await
    }

    async fn command(&mut self, then: impl Fn(&mut Turn<'_>)) -> Vec<String> {
        self.event(Talk::written("/iets", None), async |register, turn| {
            then(turn);
            remind(register, turn).await.unwrap();
            wish(register, turn).await.unwrap();
        })
        .await
    }
}

#[tokio::test]
async fn a_dialogue_leaves_a_readable_chat() {
    let mut talk = Talk::new().await;
    assert_eq!(talk.begin("ask", json!({})).await, ["ask-thing [Stop]"]);
    assert_eq!(talk.types("melk").await, ["ask-day [dag 1] [dag 2] [‹ Terug] [Stop]"]);
    assert_eq!(
        talk.presses("dag 2").await,
        [
            "edit: ask-day||✓ dag 2",
            "ask-summary||ask-thing-name: melk|ask-day-name: dag 2 [ask-confirm] [Meer vertellen] [Veranderen] [‹ Terug] [Stop]"
        ]
    );
    assert_eq!(
        talk.presses("‹ Terug").await,
        [
            "edit: ask-summary||ask-thing-name: melk|ask-day-name: dag 2||‹ Terug",
            "ask-day||Je antwoord is nu: dag 2 [dag 1] [✓ dag 2] [‹ Terug] [Stop]"
        ]
    );
    talk.types("1").await;
    assert_eq!(
        talk.presses("ask-confirm").await,
        [
            "edit: ask-summary||ask-thing-name: melk|ask-day-name: dag 1||✓ ask-confirm",
            r#"klaar ask {"day":"1","thing":"melk"}"#
        ]
    );
    assert!(talk.batch.dialogue(ME).is_none());
}

#[tokio::test]
async fn a_feature_may_ask_again_refuse_or_wait() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({})).await;
    let again = "Deze knop is voor iemand anders.||ask-thing [toch] [Stop]";
    assert_eq!(talk.types("hm").await, [again]);
    assert_eq!(talk.presses("toch").await[1], "ask-day [dag 1] [dag 2] [‹ Terug] [Stop]");
    talk.presses("‹ Terug").await;
    assert_eq!(talk.types("weg").await, ["dat kan niet"]);
    assert!(talk.batch.dialogue(ME).is_none());
    talk.begin("ask", json!({"thing": "te veel", "day": "1"})).await;
    assert_eq!(
        talk.types("ask-confirm").await,
        [
            "nu niet||ask-summary||ask-thing-name: te veel|ask-day-name: dag 1 [ask-confirm] [Meer vertellen] [Veranderen] [Stop]"
        ]
    );
}

#[tokio::test]
async fn a_hooks_fault_is_handed_on_and_changes_nothing() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({})).await;
    let before = talk.batch.dialogue(ME).unwrap().state.clone();
    let what = Talk::written("stuk", None);
    talk.event(what, async |register, turn| assert!(message(register, turn).await.is_err())).await;
    assert_eq!(talk.batch.dialogue(ME).unwrap().state, before);
}

#[tokio::test]
async fn old_buttons_and_double_taps_do_nothing() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({"thing": "melk"})).await;
    let first = talk.data("dag 1");
    talk.presses("dag 1").await;
    let stored = talk.batch.dialogue(ME).unwrap().state.clone();
    talk.now -= 9;
    assert_eq!(talk.presses_data(&first).await, [] as [&str; 0]);
    let outdated = ["answer: Deze knop werkt niet meer. Kijk bij het nieuwste bericht.", "closed"];
    for data in [first.as_str(), "d:1:1:.0", "d:!1:1", "d:", "d:zzzzzzzzzzzzzz:1:b"] {
        assert_eq!(talk.presses_data(data).await, outdated, "{data}");
    }
    assert_eq!(talk.batch.dialogue(ME).unwrap().state, stored);
    talk.group = true;
    let confirm = talk.data("ask-confirm");
    assert_eq!(talk.presses_data(&confirm).await, ["answer: Deze knop is voor iemand anders."]);
    assert_eq!(talk.batch.dialogue(ME).unwrap().state, stored);
}

#[tokio::test]
async fn what_is_no_answer_is_met_with_kind_words() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({})).await;
    let voice = "Een spraakbericht kan ik hier niet gebruiken. Typ je antwoord.||ask-thing [Stop]";
    assert_eq!(talk.sends("", Some(Attachment::Voice { file_id: "v".into() })).await, [voice]);
    let photo = "Een foto kan ik hier niet gebruiken. Typ je antwoord.||ask-thing [Stop]";
    assert_eq!(talk.sends("met tekst", Some(Attachment::Photo { file_id: "p".into() })).await, [photo]);
    let long = "Je tekst is te lang. Er passen 500 letters in, en dit zijn er 501. Maak hem korter en stuur hem nog eens.||ask-thing [Stop]";
    assert_eq!(talk.types(&"x".repeat(501)).await, [long]);
}

#[tokio::test]
async fn the_big_button_comes_and_goes() {
    let mut talk = Talk::new().await;
    let how = "Wil je je telefoonnummer delen? Gebruik dan de grote knop onderaan. (Mijn nummer delen)";
    let gone = "Je telefoonnummer is niet gedeeld. (weg)";
    assert_eq!(talk.begin("call", json!({})).await, ["call-how [Stop]", how]);
    assert_eq!(talk.command(|_| ()).await, ["Je was hier nog mee bezig:||call-how [Stop]"]);
    let contact = |user_id| Some(Attachment::Contact { phone: "+31612345678".into(), user_id });
    let other = "Dit is het nummer van iemand anders. Deel alleen je eigen nummer.||call-how [Stop]";
    assert_eq!(talk.sends("", contact(Some(7))).await, [other, how]);
    assert_eq!(talk.sends("", contact(None)).await, [other, how]);
    let done = r#"klaar call {"how":{"phone":"+31612345678"}} (weg)"#;
    assert_eq!(talk.sends("", contact(Some(42))).await, [done]);
    talk.begin("call", json!({})).await;
    assert_eq!(
        talk.presses("Stop").await,
        ["edit: call-how||✓ Stop", "Goed, we stoppen hier. Er is niets verstuurd. (weg)"]
    );
    talk.begin("ask", json!({"thing": "melk", "day": "1"})).await;
    talk.presses("Meer vertellen").await;
    let back = talk.types("terug").await;
    assert_eq!(back[0], gone);
    assert!(back[1].starts_with("ask-summary"), "{back:?}");
}

#[tokio::test]
async fn a_dialogue_within_another_comes_first() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({})).await;
    talk.types("melk").await;
    let old = talk.data("dag 2");
    assert_eq!(talk.begin("tiny", json!({})).await, ["tiny-sure [Ja] [Nee] [Stop]"]);
    assert_eq!(
        talk.presses("Ja").await,
        [
            "edit: tiny-sure||✓ Ja",
            r#"klaar tiny {"sure":true}"#,
            "Je was hier nog mee bezig:||ask-day [dag 1] [dag 2] [‹ Terug] [Stop]"
        ]
    );
    talk.begin("tiny", json!({})).await;
    assert_eq!(
        talk.types("stop").await,
        [
            "Goed, we stoppen hier. Er is niets verstuurd.||Je was hier nog mee bezig:||ask-day [dag 1] [dag 2] [‹ Terug] [Stop]"
        ]
    );
    talk.begin("tiny", json!({})).await;
    let raised = talk.presses_data(&old).await;
    assert!(raised[1].starts_with("ask-summary"), "the button of the one below works: {raised:?}");
    assert_eq!(talk.presses("ask-confirm").await[2], "Je was hier nog mee bezig:||tiny-sure [Ja] [Nee] [Stop]");
}

#[tokio::test]
async fn a_dialogue_may_lead_to_another() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({"thing": "door", "day": "1"})).await;
    let out = talk.presses("ask-confirm").await;
    assert_eq!(out[1..], [r#"klaar ask {"day":"1","thing":"door"}"#, "tiny-sure [Ja] [Nee] [Stop]"]);
}

#[tokio::test]
async fn beginning_again_loses_nothing() {
    let mut talk = Talk::new().await;
    talk.begin("ask", json!({})).await;
    assert_eq!(talk.begin("ask", json!({})).await, ["ask-thing [Stop]"], "nothing was typed yet");
    talk.types("melk").await;
    let buttons = "ask-day [dag 1] [dag 2] [‹ Terug] [Stop] [Opnieuw beginnen]";
    let already = "Je was al met een vraag bezig. Ga daarmee verder, of begin opnieuw.";
    assert_eq!(talk.begin("ask", json!({})).await, [format!("{already}||{buttons}")]);
    let waits =
        "Je was nog met iets anders bezig. Maak dat eerst af. Je nieuwe bericht bewaar ik. Of begin nu met het nieuwe.";
    let buttons = buttons.replace("Opnieuw beginnen", "Begin met het nieuwe");
    assert_eq!(talk.begin("ask", json!({"thing": "brood"})).await, [format!("{waits}||{buttons}")]);
    let anew = talk.data("Begin met het nieuwe");
    // They go on with the old one; then it is the new one's turn.
    talk.presses("dag 1").await;
    assert_eq!(
        talk.presses("ask-confirm").await[1..],
        [
            r#"klaar ask {"day":"1","thing":"melk"}"#,
            "Nu verder met het bericht dat je daarna hebt gestuurd.||ask-day [dag 1] [dag 2] [Stop]"
        ]
    );
    assert_eq!(talk.presses_data(&anew).await.len(), 2, "outdated");
    talk.presses("dag 1").await;
    assert!(talk.begin("ask", json!({"thing": "kaas"})).await[0].contains("[Begin met het nieuwe]"));
    let out = talk.presses("Begin met het nieuwe").await;
    assert!(out[0].ends_with("✓ Begin met het nieuwe"), "{out:?}");
    assert_eq!(out[1], "ask-day [dag 1] [dag 2] [Stop]");
    talk.presses("dag 2").await;
    assert_eq!(talk.presses("ask-confirm").await[1], r#"klaar ask {"day":"2","thing":"kaas"}"#);
    assert!(talk.batch.dialogue(ME).is_none());
}

#[tokio::test]
async fn a_command_in_between_is_followed_by_the_question() {
    let mut talk = Talk::new().await;
    assert_eq!(talk.command(|_| ()).await, [] as [&str; 0]);
    talk.begin("tiny", json!({})).await;
    let again = ["Je was hier nog mee bezig:||tiny-sure [Ja] [Nee] [Stop]"];
    assert_eq!(talk.command(|_| ()).await, again);
    assert_eq!(talk.command(|turn| turn.hold_dialogue()).await, [] as [&str; 0]);
    assert_eq!(talk.command(|turn| turn.resume_dialogue()).await, again);
    assert_eq!(talk.presses("Ja").await.len(), 2, "its buttons work");
    talk.begin("ask", json!({})).await;
    talk.begin("tiny", json!({})).await;
    assert_eq!(
        talk.command(|turn| turn.end_dialogue().unwrap()).await,
        ["Je was hier nog mee bezig:||ask-thing [Stop]"]
    );
    assert_eq!(talk.command(|turn| turn.end_dialogue().unwrap()).await, [] as [&str; 0]);
    assert!(talk.batch.dialogue(ME).is_none());
    let nothing = talk.event(Talk::written("x", None), async |register, turn| {
        assert!(!message(register, turn).await.unwrap());
    });
    assert_eq!(nothing.await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_dialogue_from_a_group_is_asked_in_private() {
    let mut talk = Talk::new().await;
    talk.group = true;
    let press = || Talk::pressed("st:x");
    let begin = async |register: &Register, turn: &mut Turn<'_>| {
        turn.begin("tiny", Map::new());
        wish(register, turn).await.unwrap();
    };
    assert_eq!(
        talk.event(press(), begin).await,
        ["answer: Ik heb je een privébericht gestuurd.", "tiny-sure [Ja] [Nee] [Stop]"]
    );
    // Somebody who never opened the private chat is led there, and asked once they did.
    talk.batch.set_dialogue(ME, None);
    talk.batch.note_reach(ChatId(1), Reach::Never);
    assert_eq!(talk.event(press(), begin).await, ["answer: hi"]);
    talk.batch.note_reach(ChatId(1), Reach::Open);
    talk.group = false;
    assert_eq!(talk.command(|_| ()).await, ["Je was hier nog mee bezig:||tiny-sure [Ja] [Nee] [Stop]"]);
}

#[tokio::test]
async fn a_dialogue_that_exists_no_more_is_given_up_kindly() {
    let mut talk = Talk::new().await;
    talk.begin("tiny", json!({})).await;
    talk.begin("ask", json!({})).await;
    let gone = "Die vragen zijn er niet meer. Begin gerust opnieuw.";
    let stored = talk.batch.dialogue(ME).unwrap().clone();
    let without = |what: &str, put: &str| {
        let state = stored.state.replace(what, put);
        assert_ne!(state, stored.state);
        Some(crate::store::StoredDialogue { state, ..stored.clone() })
    };
    talk.batch.set_dialogue(ME, without("\"flow\":\"ask\"", "\"flow\":\"old\""));
    assert_eq!(talk.types("melk").await, [format!("{gone}||tiny-sure [Ja] [Nee] [Stop]")], "the one below goes on");
    talk.batch.set_dialogue(ME, without("\"open\"", "\"shut\""));
    assert_eq!(talk.types("melk").await, [gone]);
    assert!(talk.batch.dialogue(ME).is_none());
}

#[tokio::test]
async fn a_new_version_asks_again_under_its_own_button() {
    let mut talk = Talk::new().await;
    talk.begin("tiny", json!({})).await;
    let mut stored = talk.batch.dialogue(ME).unwrap().clone();
    stored.state = stored.state.replace("\"version\":1", "\"version\":0");
    talk.batch.set_dialogue(ME, Some(stored));
    let changed = "Deze vraag is net veranderd. Wil je nog een keer antwoorden?||tiny-sure [Ja] [Nee] [Stop]";
    assert_eq!(talk.presses("Ja").await, ["closed", changed]);
    assert_eq!(talk.presses("Ja").await.len(), 2);
    assert!(talk.batch.dialogue(ME).is_none());
}
