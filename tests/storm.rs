//! Five hundred people say within ten seconds that they come to an activity with forty places. Everybody gets an answer at
//! once, is counted once, and reads in private how they stand; the card in the group ends right; all of it within Telegram's
//! pace.
//!
//! `cargo test --test storm -- --nocapture` prints the figures of docs/SPEED.md. One storm goes by a clock that the test
//! moves, so that the pace can be counted; the other is measured by the machine's clock, all taps at one moment.

mod harness;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::{Duration, Instant};

use harness::stage::Stage;
use stoep::model::Limits;
use stoep::practice::{Entry, NewPerson, Target, What};

const PEOPLE: usize = 500;
const SECONDS: usize = 10;
const PLACES: usize = 40;
/// Who of them never opened a private chat with Stoep: every fifth.
const NEW: usize = 5;

/// How long nothing may happen.
const PATIENCE: Duration = Duration::from_secs(30);

const SETTING: &str = "# Een storm van tikken.
buurt: Oosterpark
bewoners: Joop
activiteit: Nieuwjaarsborrel, vrijdag 4 december 16:00 tot 18:00, Buurthuis, max 40

> klok +1 minuten
";

/// A stage with the activity's card in the group, and the people who will tap it.
struct Storm {
    stage: Stage,
    group: i64,
    card: i64,
    people: Vec<i64>,
    /// Where the log was when the first one tapped.
    from: u64,
}

impl Storm {
    async fn new() -> Storm {
        let (_, scene) = harness::begin(SETTING).await.unwrap();
        let group = scene.cast.group("Oosterpark").unwrap();
        let mut stage = scene.stage;
        let world = stage.world.clone();
        let people: Vec<i64> = (0..PEOPLE)
            .map(|i| {
                let language_code = Some("nl".to_owned());
                let id = world.add_person(NewPerson {
                    first_name: format!("Buur {i}"),
                    language_code,
                    ..NewPerson::default()
                });
                world.add_member(group, id).unwrap();
                id
            })
            .collect();
        for id in people.iter().enumerate().filter(|(i, _)| i % NEW != 0).map(|(_, id)| id) {
            world.start_link(*id, stage.bot.id, "").unwrap();
        }
        stage.settled().await.unwrap();
        stage.stop().await;
        stage.config.limits = Limits::default();
        stage.start().await.unwrap();
        stage.settled().await.unwrap();
        let card = world.messages(group).into_iter().rev().find(|m| m.text.contains("Nieuwjaarsborrel")).unwrap().id;
        let from = world.log(0).len() as u64;
        Storm { stage, group, card, people, from }
    }

    /// One of them taps; every seventh with a guest. Gives the query.
    fn tap(&self, person: usize) -> String {
        let data = if person % 7 == 3 { "act:c:met:1" } else { "act:c:kom:1" };
        let pressed = self.stage.world.press(self.people[person], self.group, self.card, Target::Data(data)).unwrap();
        pressed.query_id.unwrap()
    }

    fn log(&self) -> Vec<Entry> {
        self.stage.world.log(self.from)
    }

    async fn number(&self, query: &'static str) -> i64 {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&self.stage.config.database).read_only(true);
        let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
        sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
    }

    /// Everything that must be so in the end.
    async fn assert_right(&self, queries: &HashSet<String>) {
        let log = self.log();
        let mut answers: HashMap<&str, &str> = HashMap::new();
        for entry in &log {
            if let What::PressAnswered { query_id, text, url, .. } = &entry.what {
                let shown = url.as_deref().unwrap_or(text);
                assert!(
                    shown.contains("bent aangemeld")
                        || shown.contains("wachtlijst")
                        || shown.contains("k_1")
                        || shown.contains("al aangemeld")
                );
                assert_eq!(answers.insert(query_id, shown), None, "a press was answered twice");
            }
            assert!(!matches!(entry.what, What::Refused { .. }), "{entry:?}");
        }
        assert!(
            queries.iter().all(|q| answers.contains_key(q.as_str())),
            "{} of {} answered",
            answers.len(),
            queries.len()
        );
        assert_eq!(self.number("select count(*) from rsvps").await, PEOPLE as i64, "everybody is counted once");
        let going = self.number("select sum(1 + guests) from rsvps where state = 'going'").await;
        let waiting = self.number("select sum(1 + guests) from rsvps where state = 'waiting'").await;
        assert_eq!(going, PLACES as i64);
        let card = self.stage.world.message(self.group, self.card).unwrap().text;
        assert!(
            card.contains(&format!("Er komen {going} mensen"))
                && card.contains(&format!("Er wachten {waiting} mensen")),
            "{card}"
        );
        assert_eq!(self.private().len(), PEOPLE - PEOPLE / NEW, "who can be reached has one message in private");
    }

    /// Who got a message in private, and when the last one came.
    fn private(&self) -> BTreeMap<i64, i64> {
        let sent = |e: Entry| match e.what {
            What::BotSent { chat, .. } if self.people.contains(&chat) => Some((chat, e.at)),
            _ => None,
        };
        let all: Vec<_> = self.log().into_iter().filter_map(sent).collect();
        let each: BTreeMap<i64, i64> = all.iter().copied().collect();
        assert_eq!(all.len(), each.len(), "somebody got two messages");
        each
    }

    /// When something was sent or edited: in the group, or anywhere.
    fn sends(&self, group_alone: bool) -> Vec<i64> {
        let at = |e: Entry| match e.what {
            What::BotSent { chat, .. } | What::BotEdited { chat, .. } => {
                (!group_alone || chat == self.group).then_some(e.at)
            }
            _ => None,
        };
        self.log().into_iter().filter_map(at).collect()
    }
}

fn most_within(times: &[i64], span: i64) -> usize {
    times.iter().map(|t| times.iter().filter(|u| **u >= *t && **u < *t + span).count()).max().unwrap_or(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_taps_are_answered_at_once_and_counted_once() {
    let storm = Storm::new().await;
    let mut queries = HashSet::new();
    let begin = storm.stage.clock.now().0;
    for second in 0..SECONDS {
        let these: Vec<String> = (0..PEOPLE / SECONDS)
            .flat_map(|i| {
                let person = second * PEOPLE / SECONDS + i;
                // Every tenth finger taps twice.
                let twice = person.is_multiple_of(10).then(|| storm.tap(person));
                [Some(storm.tap(person)), twice]
            })
            .flatten()
            .collect();
        storm.stage.settled().await.unwrap();
        let answered = |q: &String| {
            storm.log().iter().any(|e| matches!(&e.what, What::PressAnswered { query_id, .. } if query_id == q))
        };
        assert!(these.iter().all(answered), "in second {second} somebody waits for an answer");
        queries.extend(these);
        storm.stage.clock.move_by(1);
    }
    let mut quiet = 0;
    for _ in 0..180 {
        storm.stage.settled().await.unwrap();
        let before = storm.log().len();
        storm.stage.clock.move_by(1);
        storm.stage.settled().await.unwrap();
        quiet = if storm.log().len() == before { quiet + 1 } else { 0 };
        if quiet > 65 {
            break;
        }
    }
    storm.assert_right(&queries).await;
    let (group, all) = (storm.sends(true), storm.sends(false));
    assert!(most_within(&group, 60) <= 20, "{} in a minute in the group", most_within(&group, 60));
    assert!(most_within(&all, 1) <= 30, "{} in a second", most_within(&all, 1));
    let last = |times: &[i64]| times.iter().max().map_or(0, |t| t - begin);
    let private = storm.private();
    println!(
        "{} taps by {PEOPLE} people in {SECONDS} s: {} edits of the card, the last after {} s; {} private messages, the last \
         after {} s; at most {} in a minute in the group, {} in a second in all",
        queries.len(),
        group.len(),
        last(&group),
        private.len(),
        private.values().max().map_or(0, |t| t - begin),
        most_within(&group, 60),
        most_within(&all, 1)
    );
    assert!(last(&group) <= 61, "the card was right after {} s", last(&group));
    let mut stage = storm.stage;
    stage.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taps_at_one_moment_are_all_answered() {
    let storm = Storm::new().await;
    let begin = Instant::now();
    let queries: HashSet<String> = (0..PEOPLE).map(|person| storm.tap(person)).collect();
    let answered = || {
        let log = storm.log();
        log.iter().filter(|e| matches!(&e.what, What::PressAnswered { .. })).count()
    };
    let mut half = None;
    let mut stirs = storm.stage.world.subscribe();
    while answered() < PEOPLE {
        if half.is_none() && answered() >= PEOPLE / 2 {
            half = Some(begin.elapsed());
        }
        let stirred = tokio::time::timeout(PATIENCE, stirs.changed()).await;
        assert!(stirred.is_ok(), "{} of {PEOPLE} answered, and then nothing any more", answered());
    }
    let last = begin.elapsed();
    println!(
        "{} taps at one moment: half answered after {} ms, the last after {} ms",
        queries.len(),
        half.unwrap_or(last).as_millis(),
        last.as_millis()
    );
    let mut stage = storm.stage;
    stage.stop().await;
}
