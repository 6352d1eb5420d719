//! One transaction: everything that waits, handled in order, and committed or not at all.

use std::collections::{HashMap, HashSet};
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use sqlx::{Connection, SqliteConnection};

use super::crowd::Crowd;
use super::{Engine, alone, outcomes, route, tidy};
use crate::model::{
    BotName, ChatId, Event, Fault, Happening, Incoming, Moment, OutboxId, Outcome, PersonId, PlaceKind, Reach, Result,
    Trouble,
};
use crate::store::{self, ChatSeen, DueJob, OutboxRow, PersonSeen};
use crate::text::clean_name;
use crate::turn::{Batch, Turn};

/// What is to be done in one transaction.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub updates: Vec<Incoming>,
    pub outcomes: Vec<Outcome>,
    /// Run what is due.
    pub jobs: bool,
    /// Take what `stoep replay` put back, and see what else other programs left in the database.
    pub look_around: bool,
    /// One job or one replay at most.
    pub one: bool,
}

impl Work {
    pub fn is_empty(&self) -> bool {
        self.updates.is_empty() && self.outcomes.is_empty() && !self.jobs && !self.look_around
    }

    fn most(&self) -> i64 {
        if self.one { 1 } else { 100 }
    }

    /// Its updates and outcomes, each by itself; jobs and replays are taken one by one elsewhere.
    pub fn apart(self) -> Vec<Work> {
        let outcomes = self.outcomes.into_iter().map(|o| Work { outcomes: vec![o], ..Work::default() });
        outcomes.chain(self.updates.into_iter().map(alone)).collect()
    }
}

/// What a commit changed for the rest of the program.
#[derive(Debug, Default)]
pub struct Done {
    /// New rows of the outbox.
    pub rows: Vec<OutboxRow>,
    /// How many rows are gone.
    pub deleted: usize,
    /// Rows that are no longer wanted.
    pub dropped: Vec<OutboxId>,
    /// Groups with a new id, and the rows that named messages under the old one.
    pub moved: Vec<(ChatId, Vec<OutboxId>)>,
    /// When the next job is due, where that was looked at.
    pub next_job: Option<Option<Moment>>,
    /// Private chats in which it was said that too much waits.
    pub told: Vec<ChatId>,
    /// How many jobs and replays were taken.
    pub singles: usize,
    pub looked_around: bool,
    pub tidied: bool,
}

impl Done {
    /// These rows are gone from the outbox without having been sent.
    pub fn forget(&mut self, rows: Vec<OutboxId>) {
        self.deleted += rows.len();
        self.dropped.extend(rows);
    }
}

/// Events that follow from others in the same transaction, such as a message that could not be delivered.
pub type FollowUps = Vec<Event>;

impl Engine {
    /// Handles the work in one transaction. On a fault nothing of it happened.
    pub(super) async fn attempt(&mut self, work: &Work) -> Result<Done> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.store.writer().await?,
        };
        let caught = AssertUnwindSafe(self.transact(&mut connection, work)).catch_unwind().await;
        match caught {
            Ok(Ok(done)) => {
                self.connection = Some(connection);
                if self.pulse.trouble(Trouble::Disk, false) {
                    tracing::info!("the database can be written again");
                }
                Ok(done)
            }
            // After a fault of the disk SQLite may have thrown the transaction away by itself: never go on with this
            // connection. A rolled back event's fault leaves it clean, but a new one costs little and is certain.
            Ok(Err(fault)) => Err(fault),
            Err(_) => Err(Fault::event("a feature panicked; the place is in the log")),
        }
    }

    async fn transact(&self, connection: &mut SqliteConnection, work: &Work) -> Result<Done> {
        let now = self.clock.now();
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        let mut batch = Batch::new(self.bot.clone(), self.register.features());
        let mut done = Done::default();
        let mut follow_ups = FollowUps::new();
        if !work.outcomes.is_empty() {
            outcomes::apply(&mut tx, &mut batch, &self.store, &work.outcomes, now, &mut done, &mut follow_ups).await?;
        }
        let mut events = self.fresh(&mut tx, work, now).await?;
        if work.look_around {
            let replayed = self.replayed(&mut tx, work.most(), now).await?;
            done.singles += replayed.len();
            done.looked_around = true;
            events.extend(replayed);
        }
        introduce(&mut tx, &mut batch, &self.store, &self.bot, events.iter().chain(&follow_ups)).await?;
        for event in &follow_ups {
            self.one(&mut tx, &mut batch, event, now, &mut done).await?;
        }
        let full = Crowd::full(&mut tx, self.depth).await?;
        for event in &events {
            if !full.is_empty() {
                let mut turn = Turn::new(&mut tx, &mut batch, self.store.key(), event, now);
                if Crowd::turns_away(&full, &turn, event) {
                    done.told.extend(self.crowd.say(&mut turn, now, &done.told));
                    continue;
                }
            }
            self.one(&mut tx, &mut batch, event, now, &mut done).await?;
        }
        if work.jobs {
            self.jobs(&mut tx, &mut batch, now, work.most(), &mut done).await?;
        }
        if work.look_around && now.since(self.tidied_at).abs() >= tidy::EVERY {
            tidy::tidy(&mut tx, now).await?;
            done.tidied = true;
        }
        self.draw(&mut tx, &mut batch, now).await?;
        let touched_jobs = batch.touched_jobs() || work.jobs || work.look_around;
        done.rows = batch.write(&mut tx, self.store.key(), || self.next_row()).await?;
        if touched_jobs {
            done.next_job = Some(store::next_job_at(&mut tx).await?);
        }
        fail::fail_point!("disk-full", |_| Err(Fault::disk("SQLite FULL (13)")));
        fail::fail_point!("before-commit", |_| std::process::abort());
        if !work.updates.is_empty() && commits_never() {
            std::future::pending::<()>().await;
        }
        tx.commit().await?;
        fail::fail_point!("after-commit", |_| std::process::abort());
        Ok(done)
    }

    /// The events of the updates that were not seen before.
    async fn fresh(&self, tx: &mut SqliteConnection, work: &Work, now: Moment) -> Result<Vec<Event>> {
        if work.updates.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<i64> = work.updates.iter().map(|u| u.update_id).collect();
        let mut fresh = store::remember(tx, &ids, now).await?;
        // One update twice in one batch counts once: the first takes its id out.
        Ok(work.updates.iter().filter(|u| fresh.remove(&u.update_id)).map(|u| u.event.clone()).collect())
    }

    /// Updates that `stoep replay` put back.
    async fn replayed(&self, tx: &mut SqliteConnection, most: i64, now: Moment) -> Result<Vec<Event>> {
        let put_back = store::take_replays(tx, self.store.key(), most).await?;
        Ok(put_back
            .into_iter()
            .filter_map(|(fault, raw)| {
                tracing::info!(%fault, "a parked update is tried again");
                (self.translate)(&raw, self.bot.id, now).map(|(_, event)| event)
            })
            .collect())
    }

    async fn one(
        &self,
        tx: &mut SqliteConnection,
        batch: &mut Batch,
        event: &Event,
        now: Moment,
        done: &mut Done,
    ) -> Result<()> {
        if let Happening::Migrated { from, to } = event.what {
            return outcomes::migrate(tx, batch, &self.store, from, to, done).await;
        }
        go_wrong(event)?;
        let mut turn = Turn::new(tx, batch, self.store.key(), event, now);
        route::route(&self.register, &mut turn, event).await
    }

    /// Draws the cards of what the batch's events touched, once each.
    async fn draw(&self, tx: &mut SqliteConnection, batch: &mut Batch, now: Moment) -> Result<()> {
        let drawing = Event { at: now, seed: 0, sender: None, place: None, what: Happening::Nothing };
        for thing in batch.take_touched() {
            if let Some(feature) = self.register.feature(&thing.feature) {
                let mut turn = Turn::new(tx, batch, self.store.key(), &drawing, now);
                feature.render(&mut turn, thing.id).await?;
            }
        }
        Ok(())
    }

    async fn jobs(
        &self,
        tx: &mut SqliteConnection,
        batch: &mut Batch,
        now: Moment,
        most: i64,
        done: &mut Done,
    ) -> Result<()> {
        let due = store::due_jobs(tx, now, most).await?;
        if due.is_empty() {
            return Ok(());
        }
        store::take_jobs(tx, &due.iter().map(|j| j.id).collect::<Vec<_>>()).await?;
        done.singles += due.len();
        for job in due {
            let event = job_event(job);
            let mut turn = Turn::new(tx, batch, self.store.key(), &event, now);
            route::route(&self.register, &mut turn, &event).await?;
        }
        Ok(())
    }
}

/// Where a test holds a transaction with updates in it until it kills the program.
fn commits_never() -> bool {
    fail::fail_point!("never-commit", |_| true);
    false
}

/// Where a test makes a feature go wrong over a message with these words in it.
fn go_wrong(event: &Event) -> Result<()> {
    if fail::has_failpoints()
        && let Happening::Message(m) = &event.what
        && m.text.contains("gaat-mis")
    {
        fail::fail_point!("feature-fault", |_| Err(Fault::event("a feature went wrong on purpose")));
        fail::fail_point!("feature-panic", |_| panic!("{}", m.text));
    }
    Ok(())
}

fn job_event(job: DueJob) -> Event {
    let seed = (job.id as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ job.at.0 as u64;
    Event {
        at: job.at,
        seed,
        sender: None,
        place: None,
        what: Happening::Job { id: job.id, feature: job.feature, kind: job.kind, thing: job.thing },
    }
}

/// Does this event make its sender known to us? Writing in a group alone does not, nor does another bot's command.
fn concerns_us(event: &Event, bot: &BotName) -> bool {
    let private = event.place.as_ref().is_none_or(|p| p.kind == PlaceKind::Private);
    match &event.what {
        Happening::Message(m) => private || route::command(&m.text, &bot.username).is_some(),
        Happening::Press(_) | Happening::Membership(_) => true,
        _ => false,
    }
}

/// Makes the batch's people and chats known, and loads what features will ask of them, before any feature runs.
pub async fn introduce(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &store::Store,
    bot: &BotName,
    events: impl Iterator<Item = &Event>,
) -> Result<()> {
    let mut chats: HashMap<i64, ChatSeen> = HashMap::new();
    let mut people: HashMap<i64, PersonSeen> = HashMap::new();
    for event in events {
        let topic_made = matches!(&event.what, Happening::Message(m) if m.new_topic.is_some());
        if !concerns_us(event, bot) && !topic_made {
            continue;
        }
        if let Some(p) = &event.place {
            let leaves = matches!(event.what, Happening::Membership(crate::model::MembershipChange::Out));
            let reach = if leaves { "closed" } else { "open" };
            let (kind, title) = match p.kind {
                PlaceKind::Private => ("private", String::new()),
                PlaceKind::Group => ("group", clean_name(&p.title)),
                PlaceKind::Supergroup => ("supergroup", clean_name(&p.title)),
                PlaceKind::Channel => continue,
            };
            chats.insert(p.tg_id, ChatSeen(p.tg_id, kind, title, reach));
        }
        let Some(s) = event.sender.as_ref().filter(|s| !s.faceless && concerns_us(event, bot)) else { continue };
        chats.entry(s.user_id).or_insert_with(|| ChatSeen(s.user_id, "private", String::new(), "never"));
        people
            .insert(s.user_id, PersonSeen(s.user_id, clean_name(&s.name), s.username.clone(), s.language_tag.clone()));
    }
    if !chats.is_empty() {
        let seen: Vec<ChatSeen> = chats.into_values().collect();
        for chat in store::upsert_chats(tx, &seen).await? {
            batch.put_chat(chat);
        }
    }
    if people.is_empty() {
        return Ok(());
    }
    let seen: Vec<PersonSeen> = people.into_values().collect();
    let known = store::upsert_people(tx, &seen).await?;
    let ids: Vec<PersonId> = known.iter().map(|p| p.id).collect();
    for person in known {
        batch.put_person(person);
    }
    let mut members: HashMap<PersonId, Vec<_>> = ids.iter().map(|p| (*p, Vec::new())).collect();
    for member in store::load_members(tx, &ids).await? {
        members.entry(member.person).or_default().push(member);
    }
    for (person, list) in members {
        batch.put_members(person, list);
    }
    let mut dialogues = store::load_dialogues(tx, store.key(), &ids).await?;
    let unique: HashSet<PersonId> = ids.into_iter().collect();
    for person in unique {
        batch.put_dialogue(person, dialogues.remove(&person));
    }
    Ok(())
}

/// A person's private chat can, or can't, be written to any more.
pub async fn note_reach(tx: &mut SqliteConnection, batch: &mut Batch, chat: ChatId, reach: Reach) -> Result<()> {
    store::set_reach(tx, chat, reach).await?;
    batch.note_reach(chat, reach);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Message, Place};

    #[test]
    fn writing_in_a_group_makes_nobody_known() {
        let bot = BotName { username: "StoepBot".into(), ..BotName::default() };
        let known = |kind, text: &str, reply_to| {
            let message = Message { id: 1, text: text.into(), attachment: None, reply_to, new_topic: None };
            let place = Place { tg_id: -5, kind, title: String::new(), topic: None };
            let what = Happening::Message(message);
            concerns_us(&Event { at: Moment(0), seed: 0, sender: None, place: Some(place), what }, &bot)
        };
        assert!(known(PlaceKind::Private, "hoi", None));
        assert!(known(PlaceKind::Group, "/vraag@stoepbot lamp", None));
        for (text, reply_to) in [("hoi", None), ("dank je", Some(7)), ("/weer@ander_bot", None), ("/ hm", None)] {
            assert!(!known(PlaceKind::Group, text, reply_to), "{text}");
        }
    }
}
