//! What a turn asks of others: may somebody do this, which features are there, and being woken later.

use super::rights::{self, Action};
use super::{Feature, Features, JobCodes, News, Page, Row, Turn};
use crate::model::{Moment, Neighbourhood, NeighbourhoodId, PersonId, Result, Thing};
use crate::text::in_daytime;

impl Turn<'_> {
    /// Returns true if the sender may do this in a neighbourhood. Reads nothing of a neighbourhood that they don't belong to.
    pub async fn allowed(&mut self, n: NeighbourhoodId, action: Action) -> Result<bool> {
        let who = self.who()?;
        self.person_allowed(who.id, n, action).await
    }

    /// Returns true if this person may do this in a neighbourhood.
    pub async fn person_allowed(&mut self, person: PersonId, n: NeighbourhoodId, action: Action) -> Result<bool> {
        let Some(member) = self.membership(person, n).await? else { return Ok(false) };
        let neighbourhood = self.neighbourhood(n).await?;
        Ok(rights::may(Some(&member), action, &neighbourhood))
    }

    /// The sender's neighbourhoods in which they may do this, the one they are busy with first.
    pub async fn neighbourhoods_where(&mut self, action: Action) -> Result<Vec<Neighbourhood>> {
        let who = self.who()?;
        let mut found = Vec::new();
        for member in self.memberships(who.id).await? {
            let neighbourhood = self.neighbourhood(member.neighbourhood).await?;
            if rights::may(Some(&member), action, &neighbourhood) {
                found.push(neighbourhood);
            }
        }
        found.sort_by_key(|n| Some(n.id) != who.current);
        Ok(found)
    }

    /// The features that the program runs with.
    pub fn features(&self) -> Features {
        self.batch.features()
    }

    /// The feature of this name.
    pub fn feature(&self, name: &str) -> Option<&'static dyn Feature> {
        self.features().iter().copied().find(|f| f.name() == name)
    }

    /// Tells every feature of something that happened.
    pub async fn tell_features(&mut self, news: News) -> Result<()> {
        for feature in self.features() {
            feature.heard(self, news).await?;
        }
        Ok(())
    }

    /// The rows that features add to a page, in order.
    pub async fn rows_on(&mut self, page: &Page) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for feature in self.features() {
            rows.extend(feature.rows(self, page).await?);
        }
        rows.sort_by_key(|r| r.order);
        Ok(rows)
    }

    /// The thing changed: its feature draws its cards once, after all events of the batch.
    pub fn touched(&mut self, thing: Thing) {
        self.batch.touch(thing);
    }

    /// Wakes the feature of this job at this moment; replaces an earlier wish for the same job and thing.
    pub fn schedule<J: JobCodes>(&mut self, job: J, thing: i64, at: Moment) {
        self.batch.put_job(J::FEATURE, job.word(), thing, Some(at));
    }

    /// Takes such a wish back.
    pub fn cancel<J: JobCodes>(&mut self, job: J, thing: i64) {
        self.batch.put_job(J::FEATURE, job.word(), thing, None);
    }

    /// For a job that says something: where it is night, because the job is late, it comes again in the morning. Returns true
    /// if so.
    pub fn defer_to_morning<J: JobCodes>(&mut self, job: J, thing: i64) -> bool {
        let morning = in_daytime(self.now);
        if morning == self.now {
            return false;
        }
        self.schedule(job, thing, morning);
        true
    }
}
