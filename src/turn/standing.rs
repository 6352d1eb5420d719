//! How people stand in neighbourhoods: they join, leave, are put out, may not help or write for a while. What follows from it is
//! looked at in [`rights`](super::rights).

use super::{News, Turn};
use crate::model::{Moment, NeighbourhoodId, PersonId, Result, Role, Standing};
use crate::store::{self, StandingRow};

/// What became of somebody's wish to join a neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Joined {
    /// They belong to it from now on, or again.
    New,
    /// They did before.
    Before,
    /// They left the last group they were seen in, and were asked whether they still take part: they answer that first.
    Asked,
    /// The team put them out: they stay out.
    PutOut,
}

impl Joined {
    /// Do they belong to it now?
    pub fn is_in(self) -> bool {
        matches!(self, Joined::New | Joined::Before)
    }
}

impl Turn<'_> {
    /// Makes somebody a member; who left by their own wish is one again, who was put out is not. Their next words are about this
    /// neighbourhood.
    pub async fn join(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<Joined> {
        if self.membership(person, n).await?.is_some() {
            self.set_current(person, n).await?;
            return Ok(Joined::Before);
        }
        let standings = self.standings(person, n).await?;
        let stands = |standing| standings.iter().any(|s| s.standing == standing);
        if stands(Standing::Out) {
            return Ok(Joined::PutOut);
        }
        if stands(Standing::Asked) {
            return Ok(Joined::Asked);
        }
        store::drop_standing(self.db, person, n, Standing::Left).await?;
        store::add_member(self.db, person, n, self.now).await?;
        self.belongs_elsewhere(person, true).await?;
        self.set_current(person, n).await?;
        Ok(Joined::New)
    }

    /// How somebody stands in a neighbourhood; nothing where they are simply in.
    pub async fn standings(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<Vec<StandingRow>> {
        store::standings_of(self.db, person, n, self.now).await
    }

    /// Is the sender kept out of a neighbourhood: put out, or asked whether they still take part?
    pub async fn is_kept_out(&mut self, n: NeighbourhoodId) -> Result<bool> {
        let who = self.who()?;
        let standings = self.standings(who.id, n).await?;
        Ok(standings.iter().any(|s| matches!(s.standing, Standing::Out | Standing::Asked)))
    }

    /// A neighbourhood whose last group the sender left, and of which they have not said yet whether they still take part. Looked at
    /// only for who belongs to none.
    pub async fn asked_in(&mut self) -> Result<Option<NeighbourhoodId>> {
        let who = self.who()?;
        if !self.memberships(who.id).await?.is_empty() {
            return Ok(None);
        }
        store::asked_in(self.db, who.id).await
    }

    /// Everybody whom the team put out of a neighbourhood, or who may not help or write there.
    pub async fn restricted(&mut self, n: NeighbourhoodId) -> Result<Vec<(PersonId, Standing)>> {
        store::restricted_in(self.db, n, self.now).await
    }

    /// Somebody stands so in a neighbourhood from now on, by the sender's word. Who is out by it loses their roles there, and every
    /// feature ends what they had open.
    pub async fn set_standing(&mut self, person: PersonId, n: NeighbourhoodId, row: &StandingRow) -> Result<()> {
        let by = self.who()?.id;
        self.stand(person, n, row, by).await
    }

    /// As [`Turn::set_standing`], where nobody of the neighbourhood decided it: they left its last group, or were put out of that.
    pub async fn set_standing_after_group(
        &mut self,
        person: PersonId,
        n: NeighbourhoodId,
        row: &StandingRow,
    ) -> Result<()> {
        self.stand(person, n, row, person).await
    }

    async fn stand(&mut self, person: PersonId, n: NeighbourhoodId, row: &StandingRow, by: PersonId) -> Result<()> {
        store::set_standing(self.db, (person, n), row, by, self.now).await?;
        self.belongs_elsewhere(person, true).await?;
        match row.standing {
            Standing::Asked => Ok(()),
            Standing::Left | Standing::Out => {
                store::forget_presence(self.db, person, n).await?;
                self.drop_standing(person, n, Standing::Asked).await?;
                let mut had = false;
                for role in Role::ALL {
                    had |= self.take_role(person, n, role).await?;
                }
                if had {
                    self.tell_features(News::RoleChanged(person, n)).await?;
                }
                self.tell_features(News::Left(person, n)).await
            }
            Standing::NoHelp => self.tell_features(News::MayNotHelp(person, n)).await,
            Standing::Muted => Ok(()),
        }
    }

    /// Somebody does not stand so any more. Returns true if they did.
    pub async fn drop_standing(&mut self, person: PersonId, n: NeighbourhoodId, standing: Standing) -> Result<bool> {
        let had = store::drop_standing(self.db, person, n, standing).await?;
        self.belongs_elsewhere(person, true).await?;
        Ok(had)
    }

    /// Writes down what the sender did about somebody's standing, and why.
    pub async fn note_act(
        &mut self,
        person: PersonId,
        n: NeighbourhoodId,
        (act, reason): (&str, Option<&str>),
        until: Option<Moment>,
    ) -> Result<()> {
        let by = self.who()?.id;
        store::note_act(self.db, (person, n), by, (act, reason), until, self.now).await
    }
}
