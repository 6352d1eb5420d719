//! Who reads what was told in confidence, and what a made-up button can do. One neighbourhood holds every kind of secret; then
//! everybody who could be curious presses every button there is with guessed numbers, in private and in the group, opens every link,
//! and looks at every list. Each press is answered, nothing is parked, nobody reads what is not theirs, and who does not belong here
//! changes nothing. In the end exactly those have read a secret whom docs/SECURITY.md names.

mod harness;

use std::collections::{BTreeMap, BTreeSet};

use harness::act::Scene;
use harness::begin;
use harness::script::action;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use stoep::features::FEATURES;
use stoep::practice::{Target, What};

const SETTING: &str = "\
buurt: Oosterpark
groep: Westerpark
wie: Fatima, @fatimakanarie
wie: Joop, @joop
wie: Sem, niet in de groep
wie: Wim, @wim
bewoners: Fatima, Joop, Ria, Henk
helpen graag: Ria
team: Mo, Jan
tweede buurt: Westerpark [Sociaal team] [Nog niemand] [Iedere bewoner]
activiteit: Koffie, vrijdag 4 december 10:00 tot 12:00, Buurthuis, max 3
";

/// How each secret comes into the world.
const TOLD: &[&str] = &[
    // Joop helped Fatima, and it was not pleasant.
    "Fatima in Oosterpark: /vraag Wie kan mijn lamp ophangen?",
    "Fatima tikt [Versturen] in Oosterpark",
    "Joop tikt [Ik wil helpen] in Oosterpark",
    "Fatima tikt [Ja, graag] bij \"Joop wil je helpen\"",
    "klok over 7 dagen 10:00",
    "Fatima tikt [Het ging niet goed]",
    // A question to the team that nobody took up.
    "Fatima: /wijkteam",
    "Fatima tikt [Stel een vraag]",
    "Fatima: kanarievraag",
    // One that Els answers.
    "Henk: /wijkteam",
    "Henk tikt [Stel een vraag]",
    "Henk: kanariegesprek",
    "Els: /werklijst",
    "Els tikt [Henk heeft een vraag aan het team.]",
    "Els tikt [Ik pak dit op]",
    "Els, in antwoord op Stoep: kanarieantwoord",
    // Somebody wants to be called.
    "Henk: /wijkteam",
    "Henk tikt [Neem contact met mij op]",
    "Henk: kanarienummer",
    // A request for the team alone, and one for a few neighbours: Ria is asked.
    "Fatima: /vraag",
    "Fatima tikt [🔧 Klusje]",
    "Fatima: kanarieteam",
    "Fatima tikt [Geen haast]",
    "Fatima tikt [Alleen het wijkteam]",
    "Fatima tikt [Versturen]",
    "Fatima: /vraag",
    "Fatima tikt [🔧 Klusje]",
    "Fatima: kanariestil",
    "Fatima tikt [Geen haast]",
    "Fatima tikt [Een paar buren, niet de groep]",
    "Fatima tikt [Versturen]",
    // Somebody without Telegram rang Els.
    "Els: /vraag",
    "Els tikt [Voor een bewoner zonder Telegram]",
    "Els: kanariebeller",
    "Els: 020 123 45 67",
    "Els tikt [Ja]",
    "Els tikt [🔧 Klusje]",
    "Els: Een kraan die lekt",
    "Els tikt [Geen haast]",
    "Els tikt [In de groep]",
    "Els tikt [Versturen]",
    // Jan was of the team.
    "Karel: /buurt",
    "Karel tikt [Naar Oosterpark]",
    "Karel tikt [Wie doet wat?]",
    "Karel tikt [Jan stopt als teamlid]",
    "Karel tikt [Ja, stoppen]",
];

/// What was told in confidence, as words that stand nowhere else, and whom Stoep shows it: never again to who said it.
const SECRETS: &[(&str, &[&str])] = &[
    ("kanarievraag", &["Mo"]),
    ("kanariegesprek", &["Els"]),
    ("kanarieantwoord", &["Henk"]),
    ("kanarienummer", &["Els", "Jan", "Mo"]),
    ("kanarieteam", &["Fatima", "Mo"]),
    ("kanariestil", &["Fatima", "Ria"]),
    ("kanariebeller", &["Els"]),
    ("@fatimakanarie", &["Joop", "Mo"]),
    ("zei: het ging niet goed", &["Mo"]),
];

/// Numbers that somebody would guess.
const GUESSED: [i64; 6] = [1, 2, 3, 4, 5, 999_999];

/// What a link can carry in place of a key.
const ODD_KEYS: [&str; 7] = ["", "-1", "0", "x", "999999", "-9223372036854775808", "99999999999999999999"];

/// Every button there is, with guessed numbers in place of its own.
fn made_up() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for sample in FEATURES.iter().flat_map(|f| (f.codes().samples)()) {
        for guess in GUESSED {
            let number = |part: &str| part.parse::<i64>().map_or_else(|_| part.to_owned(), |_| guess.to_string());
            all.insert(sample.split(':').map(number).collect::<Vec<_>>().join(":"));
            // A person of whom something is asked is seldom the number of the thing.
            let other = |(i, part): (usize, &str)| match part.parse::<i64>() {
                Ok(_) if i > 2 => 2.to_string(),
                Ok(_) => guess.to_string(),
                Err(_) => part.to_owned(),
            };
            all.insert(sample.split(':').enumerate().map(other).collect::<Vec<_>>().join(":"));
        }
        // One's own neighbourhood or thing, with a resident, and with somebody who is nobody.
        for person in [5, 6, 999_999] {
            let with = |(i, part): (usize, &str)| match (i, part.parse::<i64>()) {
                (2, Ok(_)) => 1.to_string(),
                (3, Ok(_)) => person.to_string(),
                _ => part.to_owned(),
            };
            all.insert(sample.split(':').enumerate().map(with).collect::<Vec<_>>().join(":"));
        }
        all.insert(sample);
    }
    all
}

/// A link with keys that nothing has. An activity's may name a neighbourhood, too.
fn odd_links(link: &str) -> impl Iterator<Item = String> {
    ODD_KEYS.into_iter().flat_map(move |key| [format!("{link}{key}"), format!("{link}n{key}")])
}

/// The street with its secrets, and who read which of them.
struct Street {
    scene: Scene,
    readers: BTreeMap<&'static str, BTreeSet<String>>,
    from: u64,
    /// Is Jan no more of the team?
    dismissed: bool,
    /// May what one moderator held pass to another, because the first is dismissed?
    handed_on: bool,
}

impl Street {
    async fn new() -> Street {
        let (_, scene) = begin(SETTING).await.unwrap();
        let mut street = Street { scene, readers: BTreeMap::new(), from: 0, dismissed: false, handed_on: false };
        let mut db = street.database().await;
        sqlx::query("insert into members (person_id, neighbourhood_id, joined_at) select id, 2, 0 from people where name = 'Wim'")
            .execute(&mut db)
            .await
            .unwrap();
        for role in ["moderator", "administrator", "organiser"] {
            sqlx::query("insert into roles (person_id, neighbourhood_id, role, given_at) select id, 2, ?, 0 from people where name = 'Wim'")
                .bind(role)
                .execute(&mut db)
                .await
                .unwrap();
        }
        db.close().await.unwrap();
        for line in TOLD {
            street.happens(line).await;
        }
        // What Jan read while he was of the team is gone from his screen, and he reads none of it again.
        let jan = street.scene.cast.person("Jan").unwrap();
        for message in street.scene.stage.world.messages(jan) {
            assert!(
                !SECRETS.iter().any(|(secret, _)| message.text.contains(secret)),
                "Jan still reads: {}",
                message.text
            );
        }
        street.dismissed = true;
        street
    }

    async fn happens(&mut self, line: &str) {
        self.scene.happen(&[action(line).unwrap()], false).await.unwrap_or_else(|why| panic!("{line}: {why}"));
        self.look(line);
    }

    async fn database(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(&self.scene.stage.config.database).connect().await.unwrap()
    }

    /// Notes who was shown which secret since the last look, and holds it against who may read it.
    fn look(&mut self, because: &str) {
        let world = &self.scene.stage.world;
        let mut seen = Vec::new();
        for entry in world.log(self.from) {
            self.from = entry.number;
            match entry.what {
                What::BotSent { chat, message_id, .. } | What::BotEdited { chat, message_id, .. } => {
                    if let Some(m) = world.message(chat, message_id) {
                        let labels = m.keyboard.iter().flatten().map(|b| b.label.clone()).collect::<Vec<_>>().join(" ");
                        seen.push((chat, format!("{} {labels}", m.text)));
                    }
                }
                What::PressAnswered { user, text, .. } => seen.push((user, text)),
                _ => {}
            }
        }
        for (chat, text) in seen {
            for (secret, may) in SECRETS.iter().filter(|(secret, _)| text.contains(secret)) {
                let who = self.scene.cast.name(chat);
                let takes_over = self.handed_on && ["Els", "Mo"].contains(&who.as_str());
                let may_now = (may.contains(&who.as_str()) && !(self.dismissed && who == "Jan")) || takes_over;
                assert!(may_now, "{who} reads “{secret}” by {because}: {text}");
                self.readers.entry(secret).or_default().insert(who);
            }
        }
    }

    /// Somebody presses all of these, on Stoep's newest message there; each is answered.
    async fn press_all(&mut self, who: &str, chat: Option<&str>, all: &BTreeSet<String>) {
        let (user, bot) = (self.scene.cast.person(who).unwrap(), self.scene.stage.bot.id);
        let chat = chat.map_or(user, |group| self.scene.cast.group(group).unwrap());
        for data in all {
            let world = self.scene.stage.world.clone();
            let newest = world.messages(chat).into_iter().rev().find(|m| m.from.id == bot && !m.deleted).unwrap();
            let pressed = world.press(user, chat, newest.id, Target::Made(data)).unwrap();
            self.scene.stage.settled().await.unwrap();
            let answered = world.log(self.from).into_iter().any(
                |e| matches!(e.what, What::PressAnswered { query_id, .. } if Some(&query_id) == pressed.query_id.as_ref()),
            );
            assert!(answered, "{who} presses {data} and nothing answers");
            self.look(&format!("{who} pressing {data}"));
        }
    }

    async fn opens(&mut self, who: &str, link: &str) {
        let (user, bot) = (self.scene.cast.person(who).unwrap(), self.scene.stage.bot.id);
        self.scene.stage.world.start_link(user, bot, link).unwrap();
        self.scene.stage.settled().await.unwrap();
        self.look(&format!("{who} opening {link}"));
    }

    /// Somebody opens every link there is with guessed numbers, and looks at every list.
    async fn look_around(&mut self, who: &str) {
        let (user, bot) = (self.scene.cast.person(who).unwrap(), self.scene.stage.bot.id);
        let guessed = |link: &'static str| GUESSED.map(|n| format!("{link}{n}")).into_iter().chain(odd_links(link));
        let links = FEATURES.iter().flat_map(|f| f.links()).copied().flat_map(guessed);
        let commands = FEATURES.iter().flat_map(|f| f.commands()).map(|c| format!("/{}", c.nl));
        for link in links {
            self.opens(who, &link).await;
        }
        for words in commands.chain(["hallo".to_owned()]) {
            self.scene.stage.world.write_private(user, bot, &words).unwrap();
            self.scene.stage.settled().await.unwrap();
            self.look(&format!("{who} writing {words}"));
        }
    }

    /// Every row of these tables that belongs to Oosterpark, as text; every row where a table does not say.
    async fn rows(&self, tables: &[&str]) -> BTreeMap<String, Vec<String>> {
        let mut db = self.database().await;
        let mut all = BTreeMap::new();
        for table in tables {
            let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info(?)")
                .bind(table)
                .fetch_all(&mut db)
                .await
                .unwrap();
            let of_oosterpark = match (*table, columns.iter().any(|c| c == "neighbourhood_id")) {
                ("neighbourhoods", _) => "id = 1",
                (_, true) => "neighbourhood_id = 1",
                (_, false) => "true",
            };
            let values = columns.iter().map(|c| format!("quote(\"{c}\")")).collect::<Vec<_>>().join(" || ',' || ");
            let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
                "select {values} from \"{table}\" where {of_oosterpark} order by 1"
            )))
            .fetch_all(&mut db)
            .await
            .unwrap();
            all.insert((*table).to_owned(), rows);
        }
        db.close().await.unwrap();
        all
    }

    /// The start parameter that makes somebody a resident of Oosterpark.
    async fn join_link(&self) -> String {
        let mut db = self.database().await;
        let code: String =
            sqlx::query_scalar("select join_code from neighbourhoods where id = 1").fetch_one(&mut db).await.unwrap();
        db.close().await.unwrap();
        format!("b_{code}")
    }

    async fn parked(&self) -> i64 {
        let mut db = self.database().await;
        let count = sqlx::query_scalar("select count(*) from parked").fetch_one(&mut db).await.unwrap();
        db.close().await.unwrap();
        count
    }
}

/// What belongs to somebody: a stranger changes none of it.
const EVERYTHING: &[&str] = &[
    "requests",
    "responses",
    "relays",
    "relay_messages",
    "relay_members",
    "relay_openings",
    "help_calls",
    "worklist",
    "activities",
    "rsvps",
    "members",
    "roles",
    "neighbourhoods",
    "settings",
    "helpers",
    "apart",
    "places",
    "standings",
    "standing_acts",
    "put_out_proposals",
    "moderator_proposals",
];

/// What only moderators change of what others told them. Residents add their own to it.
const CONFIDENTIAL: &[&str] = &["relays", "relay_messages", "relay_members", "relay_openings", "help_calls"];

/// What only administrators change.
const GOVERNED: &[&str] = &["roles", "neighbourhoods", "settings"];

/// What only moderators do about somebody.
const MODERATED: &[&str] = &["standing_acts", "put_out_proposals", "moderator_proposals"];

/// Returns true if every row of `before` is still among `after`.
fn still_there(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) -> bool {
    before.iter().all(|(table, rows)| rows.iter().all(|row| after[table].contains(row)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_does_not_belong_here_reads_and_changes_nothing_by_a_made_up_button() {
    let mut street = Street::new().await;
    let all = made_up();
    for who in ["Wim", "Sem"] {
        street.opens(who, "").await;
        let before = street.rows(EVERYTHING).await;
        street.press_all(who, None, &all).await;
        street.look_around(who).await;
        assert_eq!(street.rows(EVERYTHING).await, before, "{who} changed what is not theirs");
    }
    assert_eq!(street.parked().await, 0, "something was parked");
}

/// Joop helps, Ria was asked in private, Jan was of the team until now.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resident_reads_and_changes_nothing_of_others_by_a_made_up_button() {
    let mut street = Street::new().await;
    let all = made_up();
    for who in ["Joop", "Ria", "Jan"] {
        let (confidential, governed) = (street.rows(CONFIDENTIAL).await, street.rows(GOVERNED).await);
        let moderated = street.rows(MODERATED).await;
        street.press_all(who, None, &all).await;
        street.press_all(who, Some("Oosterpark"), &all).await;
        street.look_around(who).await;
        assert!(still_there(&confidential, &street.rows(CONFIDENTIAL).await), "{who} changed what is confidential");
        assert_eq!(street.rows(GOVERNED).await, governed, "{who} changed what is the administrator's");
        assert_eq!(street.rows(MODERATED).await, moderated, "{who} did what only moderators do about somebody");
    }
    assert_eq!(street.parked().await, 0, "something was parked");
}

/// An administrator does much, but reads none of it; a moderator reads what is on the list, once it is theirs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_reads_nothing_confidential_and_a_moderator_what_they_claim() {
    let mut street = Street::new().await;
    let (governing, others): (BTreeSet<String>, BTreeSet<String>) =
        made_up().into_iter().partition(|data| data.starts_with("nbh:"));
    let (before, moderated) = (street.rows(CONFIDENTIAL).await, street.rows(MODERATED).await);
    street.press_all("Karel", None, &others).await;
    street.press_all("Karel", Some("Oosterpark"), &others).await;
    street.look_around("Karel").await;
    assert!(still_there(&before, &street.rows(CONFIDENTIAL).await), "Karel changed what is confidential");
    assert_eq!(street.rows(MODERATED).await, moderated, "Karel did what only moderators do about somebody");

    let claims: BTreeSet<String> = (1..=9).map(|n| format!("work:claim:{n}")).collect();
    street.press_all("Mo", None, &claims).await;
    let expected: BTreeMap<&str, BTreeSet<String>> =
        SECRETS.iter().map(|(secret, who)| (*secret, who.iter().map(|w| (*w).to_owned()).collect())).collect();
    assert_eq!(street.readers, expected, "who read which secret");

    // Last, because he may take the roles of others and his own.
    street.handed_on = true;
    street.press_all("Karel", None, &governing).await;
    assert_eq!(street.parked().await, 0, "something was parked");
}

/// A link is what a client says it is. Whoever opens it has no age yet, one, or a role: each reads that it is old, or what it
/// leads to, and nothing goes wrong.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_made_up_link_is_answered_and_parks_nothing() {
    let mut street = Street::new().await;
    let (sem, bot) = (street.scene.cast.person("Sem").unwrap(), street.scene.stage.bot.id);
    street.opens("Sem", &street.join_link().await).await;
    for who in ["Sem", "Ria", "Els", "Karel"] {
        for link in FEATURES.iter().flat_map(|f| f.links()).copied().flat_map(odd_links) {
            let before = street.from;
            street.opens(who, &link).await;
            let user = street.scene.cast.person(who).unwrap();
            let answered = street
                .scene
                .stage
                .world
                .log(before)
                .into_iter()
                .any(|e| matches!(e.what, What::BotSent { chat, .. } if chat == user));
            assert!(answered, "{who} opens {link} and nothing answers");
        }
    }
    // A forged number in the one place where it was kept: with a draft, of somebody who did not say how old they are.
    street.scene.stage.world.write_private(sem, bot, "/stop").unwrap();
    street.opens("Sem", "v_999999").await;
    let said = street.scene.stage.world.messages(sem).into_iter().rev().find(|m| m.from.id == bot).unwrap().text;
    assert_eq!(said, "Deze link werkt niet meer.");
    assert_eq!(street.parked().await, 0, "something was parked");
}
