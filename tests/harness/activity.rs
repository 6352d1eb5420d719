//! Activities that are there at the beginning: they come into being as any other, only nobody had to announce them.

use sqlx::Connection;
use stoep::features::activities::{Access, Activities, New, What, make, make_series};
use stoep::model::{BotName, Event, Happening, NeighbourhoodId, OutboxId};
use stoep::store::{Key, Store, chat_by_tg_id, last_outbox_id, person_of_chat};
use stoep::turn::{Batch, Feature, Turn};
use stoep::when::{Purpose, Timing, read};

use super::stage::{BEGINNING, Stage};

/// `Koffie, dinsdag 24 november 10:00 tot 12:00, Buurthuis, max 2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivitySetting {
    /// Who announced it.
    pub organiser: String,
    /// When, in words.
    when: String,
    what: What,
    confirmed: bool,
    cancelled: bool,
}

impl ActivitySetting {
    /// Reads a line.
    pub fn read(words: &str) -> Result<ActivitySetting, String> {
        let mut parts = words.split(',').map(str::trim);
        let mut next = |what: &str| parts.next().map(str::to_owned).ok_or(format!("“{words}” does not say {what}"));
        let (title, when, place) = (next("what")?, next("when")?, next("where")?);
        let (mut organiser, mut confirmed, mut cancelled) = ("Karel".to_owned(), true, false);
        let mut what = What {
            kind: "coffee".into(),
            title,
            details: None,
            place_id: None,
            place,
            capacity: None,
            cost: None,
            access: Access::default(),
        };
        for property in parts {
            match property.split_once(' ').unwrap_or((property, "")) {
                ("max", n) => what.capacity = Some(n.parse().map_err(|_| format!("“{n}” is no number of people"))?),
                ("van", name) => organiser = name.into(),
                ("soort", kind) => what.kind = kind.into(),
                ("kosten", cost) => what.cost = Some(cost.into()),
                ("inloop", "") => what.access.walk_in = true,
                ("rolstoel", "") => what.access.wheelchair = true,
                ("rustig", "") => what.access.quiet = true,
                ("kinderen", "") => what.access.children = true,
                ("zonder", "kaart") => confirmed = false,
                ("gaat", "niet door") => cancelled = true,
                _ => return Err(format!("an activity can't be “{property}”")),
            }
        }
        Ok(ActivitySetting { organiser, when, what, confirmed, cancelled })
    }
}

impl Stage {
    /// Makes an activity in the first neighbourhood there is, while the program does not run; its card goes out when it
    /// runs again.
    pub async fn make_activity(&mut self, setting: &ActivitySetting, organiser: i64) -> Result<(), String> {
        let running = self.stop_if_running().await;
        let when =
            read(&setting.when, BEGINNING, Purpose::Activity).map_err(|_| format!("when is “{}”?", setting.when))?;
        let key = Key::read_or_make(&self.config.key, &self.config.database).map_err(words)?;
        let store = Store::open(&self.config.database, key.clone()).await.map_err(words)?;
        let mut connection = store.writer().await.map_err(words)?;
        let mut tx = connection.begin().await.map_err(words)?;
        let chat = chat_by_tg_id(&mut tx, organiser).await.map_err(words)?.ok_or("the organiser has no chat")?;
        let organiser = person_of_chat(&mut tx, chat.id).await.map_err(words)?.ok_or("who organises is nobody")?;
        let neighbourhood: i64 =
            sqlx::query_scalar("select min(id) from neighbourhoods").fetch_one(&mut *tx).await.map_err(words)?;
        let new = New {
            neighbourhood: NeighbourhoodId(neighbourhood),
            organiser,
            what: &setting.what,
            starts_at: when.start.moment(),
            ends_at: when.end.map(|e| e.moment()),
            series: None,
            confirmed: setting.confirmed,
        };
        let now = self.clock.now();
        let event = Event { at: now, seed: 1, sender: None, chat: None, what: Happening::Nothing };
        let mut batch = Batch::new(
            BotName { username: self.bot.username.clone(), ..BotName::default() },
            stoep::features::FEATURES,
        );
        let mut turn = Turn::new(&mut tx, &mut batch, &key, &event, now);
        let made = if when.repeat.is_some() {
            let timing = Timing::of(&when);
            make_series(&mut turn, new.organiser, new.neighbourhood, new.what, &timing).await.map_err(words)?
        } else {
            make(&mut turn, &new).await.map_err(words)?.ok_or("it was not made")?
        };
        for touched in turn.batch().take_touched() {
            Activities.render(&mut turn, touched.id).await.map_err(words)?;
        }
        if setting.cancelled {
            let cancel = sqlx::query("update activities set state = 'cancelled', sequence = sequence + 1 where id = ?");
            cancel.bind(made.id.0).execute(turn.db()).await.map_err(words)?;
        }
        let mut last = last_outbox_id(&mut tx).await.map_err(words)?;
        let next = || {
            last += 1;
            OutboxId(last)
        };
        batch.write(&mut tx, &key, next).await.map_err(words)?;
        tx.commit().await.map_err(words)?;
        connection.close().await.map_err(words)?;
        if running { self.start().await } else { Ok(()) }
    }

    async fn stop_if_running(&mut self) -> bool {
        let running = self.runs();
        self.stop().await;
        running
    }
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
