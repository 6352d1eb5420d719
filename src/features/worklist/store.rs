//! The SQL of the worklist.

use sqlx::SqliteConnection;

use crate::model::{Fault, Moment, NeighbourhoodId, PersonId, Result, Thing, or_skip};
use crate::turn::{Features, Reason};

/// An entry of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: i64,
    /// Whose list.
    pub neighbourhood: NeighbourhoodId,
    /// What it is about.
    pub thing: Thing,
    /// Why it is here.
    pub reason: Reason,
    /// Since when.
    pub made_at: Moment,
    /// Its assignee.
    pub claimed_by: Option<PersonId>,
    /// Does the team know that it is here?
    pub told: bool,
    /// Is it off the list?
    pub ended: bool,
}

struct Row {
    id: i64,
    neighbourhood_id: NeighbourhoodId,
    feature: String,
    thing: i64,
    kind: String,
    made_at: Moment,
    claimed_by: Option<PersonId>,
    told: bool,
    ended: bool,
}

impl Row {
    /// Fails if its feature declares no such reason.
    fn entry(self, features: Features) -> Result<Entry> {
        let feature = features.iter().find(|f| f.name() == self.feature);
        let reason = feature.and_then(|f| f.reasons().iter().find(|r| r.word == self.kind));
        Ok(Entry {
            id: self.id,
            neighbourhood: self.neighbourhood_id,
            thing: Thing { feature: self.feature, id: self.thing },
            reason: *reason
                .ok_or_else(|| Fault::event("an entry of the worklist has a reason that no feature declares"))?,
            made_at: self.made_at,
            claimed_by: self.claimed_by,
            told: self.told,
            ended: self.ended,
        })
    }
}

/// Puts a thing on the list. Returns the key of the entry, `None` if the thing stands there already.
pub async fn put(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    reason: &Reason,
    thing: &Thing,
    now: Moment,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into worklist (neighbourhood_id, feature, thing, kind, made_at, told) values (?, ?, ?, ?, ?, ?)
           on conflict (feature, thing) where ended_at is null do nothing returning id as "id!: i64""#,
        n,
        thing.feature,
        thing.id,
        reason.word,
        now,
        reason.announced
    )
    .fetch_optional(db)
    .await?)
}

/// Replaces the reason of an entry.
pub async fn set_reason(db: &mut SqliteConnection, id: i64, reason: &Reason) -> Result<()> {
    sqlx::query!("update worklist set kind = ? where id = ?", reason.word, id).execute(db).await?;
    Ok(())
}

/// Takes an entry off the list. Returns true if it stood there.
pub async fn resolve(db: &mut SqliteConnection, id: i64, now: Moment) -> Result<bool> {
    let done =
        sqlx::query!("update worklist set ended_at = ? where id = ? and ended_at is null", now, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// An entry by key, also if it is off the list by now.
pub async fn entry(db: &mut SqliteConnection, features: Features, id: i64) -> Result<Option<Entry>> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood_id: NeighbourhoodId", feature, thing, kind,
             made_at as "made_at: Moment", claimed_by as "claimed_by: PersonId", told as "told: bool",
             ended_at is not null as "ended!: bool"
           from worklist where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| r.entry(features)).transpose()
}

/// The entry of a thing that is on the list.
pub async fn entry_of(db: &mut SqliteConnection, features: Features, thing: &Thing) -> Result<Option<Entry>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id!: i64" from worklist where feature = ? and thing = ? and ended_at is null"#,
        thing.feature,
        thing.id
    )
    .fetch_optional(&mut *db)
    .await?;
    match id {
        Some(id) => entry(db, features, id).await,
        None => Ok(None),
    }
}

/// Everything on a neighbourhood's list, oldest first. Leaves out what can't be read.
pub async fn standing(db: &mut SqliteConnection, features: Features, n: NeighbourhoodId) -> Result<Vec<Entry>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood_id: NeighbourhoodId", feature, thing, kind,
             made_at as "made_at: Moment", claimed_by as "claimed_by: PersonId", told as "told: bool",
             ended_at is not null as "ended!: bool"
           from worklist where neighbourhood_id = ? and ended_at is null order by made_at, id"#,
        n
    )
    .fetch_all(db)
    .await?;
    let read = |row: Row| (row.id, row.entry(features));
    rows.into_iter().map(read).filter_map(|(id, entry)| or_skip(entry, "worklist entry", id).transpose()).collect()
}

/// Assigns an entry, if its assignee is still who was read. Returns true if so.
pub async fn assign(db: &mut SqliteConnection, was: &Entry, to: Option<PersonId>, now: Moment) -> Result<bool> {
    let at = to.map(|_| now);
    let done = sqlx::query!(
        "update worklist set claimed_by = ?, claimed_at = ? where id = ? and ended_at is null and claimed_by is ?",
        to,
        at,
        was.id,
        was.claimed_by
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the team is told of everything that is on the list now.
pub async fn note_told(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!("update worklist set told = 1 where neighbourhood_id = ? and told = 0 and ended_at is null", n)
        .execute(db)
        .await?;
    Ok(())
}
