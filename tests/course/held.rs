//! What must hold after everything that happens, read from the database and from people's screens.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Row, SqliteConnection};
use stoep::model::Moment;
use stoep::practice::What;
use stoep::text::{local_date, local_time};

use crate::people::Street;

/// Telegram's refusals that follow from what people did: an old screen pressed again, Stoep blocked or sent away.
const EXPLAINED: [&str; 5] = [
    "message is not modified",
    "bot was blocked by the user",
    "bot was kicked",
    "bot is not a member",
    "query is too old",
];

/// A request as the database has it.
struct Request {
    id: i64,
    title: String,
    state: String,
    sight: String,
    last_day: Option<NaiveDate>,
    wanted: i64,
    /// Helpers accepted, or done.
    helped: i64,
    /// On the worklist?
    listed: bool,
    /// When something happens to it by itself.
    job: Option<Moment>,
}

impl Request {
    /// Is its title found in no other words?
    fn can_be_told(&self) -> bool {
        self.title.starts_with("Taak ")
    }
}

/// The promises.
pub struct Held {
    db: SqliteConnection,
    /// The newest message in each chat before something happened.
    newest: BTreeMap<i64, i64>,
    /// The last thing in Telegram's log that was looked at.
    read: u64,
    /// The states that requests were in.
    pub states: BTreeSet<String>,
}

impl Held {
    /// Looks at the street's database, beside the running program.
    pub async fn new(street: &Street) -> Result<Held, String> {
        let options = SqliteConnectOptions::new().filename(&street.scene.stage.config.database).read_only(true);
        Ok(Held {
            db: options.connect().await.map_err(|e| e.to_string())?,
            newest: BTreeMap::new(),
            read: 0,
            states: BTreeSet::new(),
        })
    }

    /// Something is about to happen.
    pub fn before(&mut self, street: &Street) {
        let newest = |chat| street.scene.stage.world.messages(chat).last().map_or(0, |m| m.id);
        self.newest = street.chats().into_iter().map(|chat| (chat, newest(chat))).collect();
    }

    async fn requests(&mut self) -> Result<Vec<Request>, String> {
        let rows = sqlx::query(
            "select id, title, state, sight, day_to, wanted,
               (select count(*) from responses s where s.request_id = r.id and s.state in ('accepted', 'done')) as helped,
               exists (select 1 from worklist w where w.feature = 'req' and w.thing = r.id and w.ended_at is null) as listed,
               (select min(at) from jobs j where j.feature = 'req' and j.thing = r.id
                  and j.kind not in ('draft', 'choose', 'media')) as job
             from requests r order by id",
        );
        let rows = rows.fetch_all(&mut self.db).await.map_err(|e| e.to_string())?;
        let read = |row: &sqlx::sqlite::SqliteRow| Request {
            id: row.get("id"),
            title: row.get("title"),
            state: row.get("state"),
            sight: row.get("sight"),
            last_day: row.get::<Option<String>, _>("day_to").and_then(|d| d.parse().ok()),
            wanted: row.get("wanted"),
            helped: row.get("helped"),
            listed: row.get("listed"),
            job: row.get::<Option<i64>, _>("job").map(Moment),
        };
        Ok(rows.iter().map(read).collect())
    }

    async fn number(&mut self, sql: &'static str) -> Result<i64, String> {
        sqlx::query_scalar(sql).fetch_one(&mut self.db).await.map_err(|e| e.to_string())
    }

    /// Something happened; `by_itself` where nobody did anything.
    pub async fn after(&mut self, street: &Street, by_itself: bool) -> Result<(), String> {
        let now = street.scene.stage.clock.now();
        let requests = self.requests().await?;
        for r in &requests {
            self.states.insert(r.state.clone());
            let ended = ["done", "withdrawn"].contains(&r.state.as_str());
            let moves = r.job.is_some_and(|at| at > now);
            if !(ended || moves || r.listed) {
                return Err(format!("nothing will ever happen to “{}”, which is {}", r.title, r.state));
            }
            if r.helped > r.wanted {
                return Err(format!("“{}” is for {} helpers and has {}", r.title, r.wanted, r.helped));
            }
        }
        self.answers(street)?;
        self.secrets(street, &requests)?;
        if by_itself {
            self.nights(street, &requests, now)?;
        }
        if self.number("select count(*) from parked").await? > 0 {
            return Err("something went wrong inside".into());
        }
        let twice = self.number(
            "select count(*) from (select person_id from approached group by person_id, date(at, 'unixepoch', '+1 hour')
               having count(*) > 1)",
        );
        if twice.await? > 0 {
            return Err("somebody was asked twice on one day".into());
        }
        Ok(())
    }

    /// Every press is answered, and Telegram has nothing to refuse but what people's own doings explain.
    fn answers(&mut self, street: &Street) -> Result<(), String> {
        let mut open = BTreeMap::new();
        for entry in street.scene.stage.world.log(self.read) {
            self.read = self.read.max(entry.number);
            match entry.what {
                What::PersonPressed { query_id, data, .. } => {
                    open.insert(query_id, data);
                }
                What::PressAnswered { query_id, .. } => {
                    open.remove(&query_id);
                }
                What::Refused { method, description, .. } if !EXPLAINED.iter().any(|e| description.contains(e)) => {
                    return Err(format!("Telegram refuses {method}: {description}"));
                }
                _ => {}
            }
        }
        match open.into_values().next() {
            Some(data) => Err(format!("nobody answered the press on {data}")),
            None => Ok(()),
        }
    }

    /// The group reads nothing of what is not for it.
    fn secrets(&self, street: &Street, requests: &[Request]) -> Result<(), String> {
        let hidden: BTreeSet<&str> = requests
            .iter()
            .filter(|r| r.can_be_told() && r.sight != "group" && !street.public.contains(&r.title))
            .map(|r| r.title.as_str())
            .collect();
        for message in street.scene.stage.world.messages(street.group()).iter().filter(|m| m.from.is_bot) {
            if let Some(title) = hidden.iter().find(|t| message.text.contains(**t)) {
                return Err(format!("the group reads “{title}”, which is not for it"));
            }
        }
        Ok(())
    }

    /// At night nothing is said but about today.
    fn nights(&self, street: &Street, requests: &[Request], now: Moment) -> Result<(), String> {
        if (8..21).contains(&local_time(now).0) {
            return Ok(());
        }
        let today = local_date(now);
        let about_today: Vec<&str> =
            requests.iter().filter(|r| r.last_day == Some(today)).map(|r| r.title.as_str()).collect();
        for (chat, newest) in &self.newest {
            for message in street.scene.stage.world.messages(*chat) {
                let new = message.id > *newest && message.from.is_bot && !message.deleted;
                let told = requests.iter().filter(|r| r.can_be_told());
                let names: Vec<&str> = told.map(|r| r.title.as_str()).filter(|t| message.text.contains(t)).collect();
                // What names no request, such as a notice to the team, is about one of today.
                let fits = if names.is_empty() {
                    !about_today.is_empty()
                } else {
                    names.iter().any(|t| about_today.contains(t))
                };
                if new && !fits {
                    return Err(format!("said at night: {}", message.text));
                }
            }
        }
        Ok(())
    }

    /// Nobody did anything for weeks.
    pub async fn at_the_end(&mut self, street: &Street) -> Result<(), String> {
        let today = local_date(street.scene.stage.clock.now());
        for r in self.requests().await? {
            let ended = ["done", "withdrawn"].contains(&r.state.as_str());
            // The later dates of a series are still to come.
            let to_come = r.last_day.is_some_and(|day| day >= today);
            if !(ended || r.listed || to_come) {
                return Err(format!("after weeks “{}” ({}) is {} and nobody knows", r.title, r.id, r.state));
            }
        }
        Ok(())
    }
}
