//! What is to be done in one transaction, and what its commit changed for the rest of the program.

use crate::model::{ChatId, Event, Incoming, Moment, OutboxId, Outcome};
use crate::store::OutboxRow;

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

    /// Does something in it come from outside?
    pub fn brings_something(&self) -> bool {
        !self.updates.is_empty() || !self.outcomes.is_empty()
    }

    /// How many jobs, or replays, are taken at once: so few that answers come between, also where thousands are due.
    pub fn most(&self) -> i64 {
        if self.one { 1 } else { 20 }
    }

    /// Its updates and outcomes, each by itself; jobs and replays are taken one by one elsewhere.
    pub fn apart(self) -> Vec<Work> {
        let outcomes = self.outcomes.into_iter().map(|o| Work { outcomes: vec![o], ..Work::default() });
        outcomes.chain(self.updates.into_iter().map(|u| Work { updates: vec![u], ..Work::default() })).collect()
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
    /// Who asked something in a group, and when.
    pub asked: Vec<(i64, Moment)>,
    /// How many jobs and replays were taken.
    pub singles: usize,
    /// Events that follow from others in the same transaction, such as a message that could not be delivered.
    pub follow_ups: Vec<Event>,
    pub looked_around: bool,
    /// How many changes the database holds by now, where this is one.
    pub changes: Option<i64>,
}

impl Done {
    /// These rows are gone from the outbox without having been sent.
    pub fn forget(&mut self, rows: Vec<OutboxId>) {
        self.deleted += rows.len();
        self.dropped.extend(rows);
    }
}
