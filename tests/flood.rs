//! Somebody sends more than Telegram lets us answer: others hardly notice. All of it goes by a clock that the test moves, so that
//! Telegram's pace can be counted in seconds.

mod harness;

use harness::act::Scene;
use harness::begin;
use harness::script::action;
use sqlx::{ConnectOptions, Connection};
use stoep::model::Limits;
use stoep::practice::{NewPerson, What, WriteOptions};

/// Fatima is about to post a request by the time that others begin.
const ASKED: [&str; 5] = [
    "Fatima: /vraag",
    "Fatima tikt [🔧 Klusje]",
    "Fatima: Wie kan mijn lamp ophangen?",
    "Fatima tikt [Geen haast]",
    "Fatima tikt [In de groep]",
];

/// Others wait so many seconds at most.
const SOON: i64 = 2;

/// A street on which Telegram's pace holds.
struct Street {
    scene: Scene,
    group: i64,
}

impl Street {
    async fn new(setting: &str, lines: &[&str]) -> Street {
        let (_, scene) = begin(setting).await.unwrap();
        let group = scene.cast.group("Oosterpark").unwrap();
        let mut street = Street { scene, group };
        for line in lines {
            street.happens(line).await;
        }
        street.scene.stage.stop().await;
        street.scene.stage.config.limits = Limits::default();
        street.scene.stage.start().await.unwrap();
        street.settled().await;
        street
    }

    async fn happens(&mut self, line: &str) {
        self.scene.happen(&[action(line).unwrap()], false).await.unwrap_or_else(|why| panic!("{line}: {why}"));
    }

    async fn settled(&self) {
        self.scene.stage.settled().await.unwrap();
    }

    fn people(&self, count: usize, in_group: bool) -> Vec<i64> {
        let world = &self.scene.stage.world;
        let person = |i| NewPerson {
            first_name: format!("Iemand {i}"),
            language_code: Some("nl".to_owned()),
            ..NewPerson::default()
        };
        let people: Vec<i64> = (0..count).map(|i| world.add_person(person(i))).collect();
        for id in people.iter().filter(|_| in_group) {
            world.add_member(self.group, *id).unwrap();
        }
        people
    }

    /// Where the log is by now.
    fn now(&self) -> u64 {
        self.scene.stage.world.log(0).len() as u64
    }

    /// The texts sent to a chat since then.
    fn sent(&self, chat: i64, since: u64) -> Vec<String> {
        let world = &self.scene.stage.world;
        let text = |what| match what {
            What::BotSent { chat: to, message_id, .. } if to == chat => world.message(to, message_id).map(|m| m.text),
            _ => None,
        };
        world.log(since).into_iter().filter_map(|e| text(e.what)).collect()
    }

    /// The seconds until a text with these words stands in a chat.
    async fn seconds_until(&self, chat: i64, since: u64, words: &str) -> i64 {
        for second in 0..300 {
            self.settled().await;
            if self.sent(chat, since).iter().any(|text| text.contains(words)) {
                return second;
            }
            self.scene.stage.clock.move_by(1);
        }
        panic!("“{words}” does not come");
    }

    /// Somebody writes to Stoep in private and is answered soon.
    async fn assert_answered(&self, who: &str) {
        let (user, since) = (self.scene.cast.person(who).unwrap(), self.now());
        self.scene.stage.world.write_private(user, self.scene.stage.bot.id, "/mijn").unwrap();
        let seconds = self.seconds_until(user, since, "").await;
        assert!(seconds <= SOON, "{who} was answered after {seconds} s");
    }

    async fn waiting(&self) -> i64 {
        let options =
            sqlx::sqlite::SqliteConnectOptions::new().filename(&self.scene.stage.config.database).read_only(true);
        let mut db = options.connect().await.unwrap();
        let count = sqlx::query_scalar("select count(*) from outbox").fetch_one(&mut db).await.unwrap();
        db.close().await.unwrap();
        count
    }

    async fn end(mut self) {
        self.scene.stage.stop().await;
    }
}

/// So many people give so many commands each in the group; then a card that its asker confirms has to come, and a preview.
async fn commands_in_the_group(people: usize, each: usize) {
    let mut street = Street::new("buurt: Oosterpark\nbewoners: Fatima, Joop\n", &ASKED).await;
    let world = street.scene.stage.world.clone();
    let floods = street.people(people, true);
    for who in &floods {
        world.start_link(*who, street.scene.stage.bot.id, "").unwrap();
    }
    street.settled().await;
    let since = street.now();
    for i in 0..each {
        for (n, who) in floods.iter().enumerate() {
            let command = ["/buurt", "/agenda", "/vraag", "/activiteit"][(i + n) % 4];
            world.write(street.group, *who, command, WriteOptions::default()).unwrap();
        }
        if i % 100 == 99 {
            street.settled().await;
        }
    }
    street.settled().await;
    street.happens("Fatima tikt [Versturen]").await;
    let card = street.seconds_until(street.group, since, "lamp ophangen").await;
    assert!(card <= 5, "the card stands there after {card} s");
    let joop = street.scene.cast.person("Joop").unwrap();
    world.write(street.group, joop, "/vraag Wie kan mijn plant water geven?", WriteOptions::default()).unwrap();
    let preview = street.seconds_until(street.group, since, "plant water geven").await;
    // Where forty people asked something, so much may be said before.
    assert!(preview <= if people == 1 { 10 } else { 60 }, "the preview stands there after {preview} s");
    let led = street
        .sent(floods[0], since)
        .iter()
        .filter(|t| t.contains("In de groep antwoord ik je even niet meer"))
        .count();
    assert_eq!(led, usize::from(each > 5), "who asks too much reads so once, in private");
    assert!(street.waiting().await <= 5, "at most one for a command, and what is said to each");
    street.assert_answered("Fatima").await;
    street.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_commands_of_one_member_hold_up_no_card() {
    commands_in_the_group(1, 60).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_commands_of_one_member_hold_up_no_card() {
    commands_in_the_group(1, 2000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_of_forty_members_hold_up_no_card() {
    commands_in_the_group(40, 5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_strangers_with_a_hundred_messages_each_make_nobody_wait() {
    let street = Street::new("buurt: Oosterpark\nbewoners: Fatima, Joop\n", &[]).await;
    let (world, bot) = (street.scene.stage.world.clone(), street.scene.stage.bot.id);
    let strangers = street.people(60, false);
    for round in 0..100 {
        for who in &strangers {
            world.write_private(*who, bot, "hallo").unwrap();
        }
        if round % 5 == 4 {
            street.settled().await;
        }
    }
    street.assert_answered("Fatima").await;
    // They go on, and nobody has got through what waits for them.
    for _ in 0..10 {
        for who in &strangers {
            world.write_private(*who, bot, "hallo").unwrap();
        }
        street.scene.stage.clock.move_by(1);
    }
    street.assert_answered("Joop").await;
    assert!(street.waiting().await < 1500, "{} wait", street.waiting().await);
    street.end().await;
}

/// Karel changes an activity six times while three hundred are told of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_changes_is_one() {
    const COMERS: usize = 300;
    let setting =
        "buurt: Oosterpark\nbewoners: Fatima\nactiviteit: Koffie, vrijdag 4 december 10:00 tot 12:00, Buurthuis\n";
    let mut street = Street::new(setting, &[]).await;
    let world = street.scene.stage.world.clone();
    let comers = street.people(COMERS, true);
    street.scene.stage.stop().await;
    street.scene.stage.config.limits =
        Limits { overall_per_second: 0, per_chat_per_second: 0, per_group_per_minute: 0 };
    street.scene.stage.start().await.unwrap();
    let card = world.messages(street.group).into_iter().rev().find(|m| m.text.contains("Koffie")).unwrap().id;
    for chunk in comers.chunks(50) {
        for who in chunk {
            world.start_link(*who, street.scene.stage.bot.id, "").unwrap();
        }
        street.settled().await;
        for who in chunk {
            world.press(*who, street.group, card, stoep::practice::Target::Data("act:c:kom:1")).unwrap();
        }
        street.settled().await;
    }
    street.scene.stage.stop().await;
    street.scene.stage.config.limits = Limits::default();
    street.scene.stage.start().await.unwrap();
    street.happens_in_pace("Karel tikt [Meer lezen] in Oosterpark").await;
    let since = street.now();
    for hour in 11..17 {
        for line in ["Karel tikt [Regelen]", "Karel tikt [Veranderen]", "Karel tikt [Tijd]"] {
            street.happens_in_pace(line).await;
        }
        street.happens_in_pace(&format!("Karel: vrijdag 4 december {hour} tot 18 uur")).await;
        street.happens_in_pace("Karel tikt [Ja, veranderen]").await;
        assert!(street.waiting().await <= 2 * COMERS as i64 + 10, "{} wait", street.waiting().await);
    }
    street.assert_answered("Fatima").await;
    for who in &comers {
        street.seconds_until(*who, since, "16:00").await;
    }
    let told: Vec<String> = comers.iter().flat_map(|who| street.sent(*who, since)).collect();
    assert!(told.len() < 5 * COMERS, "told {} times of six changes", told.len());
    assert!(
        told.iter().any(|text| text.contains("Zo is het nu")),
        "who read nothing of the one before reads how it is"
    );
    street.end().await;
}

impl Street {
    /// As [`Street::happens`], and two seconds pass: Karel's own chat has its pace, too.
    async fn happens_in_pace(&mut self, line: &str) {
        self.happens(line).await;
        for _ in 0..2 {
            self.scene.stage.clock.move_by(1);
            self.settled().await;
        }
    }
}
