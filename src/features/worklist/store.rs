//! The SQL of the worklist.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result, Thing};

/// Why something stands on the worklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody answered a request.
    Unanswered,
    /// A request for the team alone.
    Team,
    /// A request whose time passed, or whose asker said nothing.
    Lapsed,
    /// A moderator took it over, and helps on.
    TakenOver,
    /// Afterwards both sides said different things.
    Disagreement,
    /// Afterwards nobody said anything.
    Silence,
    /// Somebody said that it was not pleasant.
    Unpleasant,
    /// Somebody asks for another, who does not know of it.
    Unaware,
    /// A question to the team.
    Question,
    /// A neighbour wants to get to know the team.
    Acquaintance,
    /// An activity comes back, and its organiser says nothing any more.
    Ghost,
    /// An activity whose organiser is gone.
    Orphan,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 12] = [
        Kind::Unanswered,
        Kind::Team,
        Kind::Lapsed,
        Kind::TakenOver,
        Kind::Disagreement,
        Kind::Silence,
        Kind::Unpleasant,
        Kind::Unaware,
        Kind::Question,
        Kind::Acquaintance,
        Kind::Ghost,
        Kind::Orphan,
    ];

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.word() == word)
    }

    /// Does the team look at it, whatever residents do meanwhile?
    pub fn stays(self) -> bool {
        matches!(self, Kind::Disagreement | Kind::Unpleasant)
    }

    /// Is it about what two people said of each other?
    pub fn weighs(self) -> bool {
        matches!(self, Kind::Disagreement | Kind::Silence | Kind::Unpleasant)
    }

    /// The word in the database and, with `-` for `_`, in text ids.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Unanswered => "unanswered",
            Kind::Team => "team",
            Kind::Lapsed => "lapsed",
            Kind::TakenOver => "taken_over",
            Kind::Disagreement => "disagreement",
            Kind::Silence => "silence",
            Kind::Unpleasant => "unpleasant",
            Kind::Unaware => "unaware",
            Kind::Question => "question",
            Kind::Acquaintance => "acquaintance",
            Kind::Ghost => "ghost",
            Kind::Orphan => "orphan",
        }
    }
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: i64,
    /// Whose list.
    pub neighbourhood: NeighbourhoodId,
    /// What it is about.
    pub thing: Thing,
    /// Why it is here.
    pub kind: Kind,
    /// Since when.
    pub made_at: Moment,
    /// Who works on it.
    pub claimed_by: Option<PersonId>,
    /// It is off the list.
    pub ended: bool,
}

struct EntryRow {
    id: i64,
    neighbourhood_id: NeighbourhoodId,
    feature: String,
    thing: i64,
    kind: String,
    made_at: Moment,
    claimed_by: Option<PersonId>,
    ended: bool,
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Entry {
        Entry {
            id: row.id,
            neighbourhood: row.neighbourhood_id,
            thing: Thing { feature: row.feature, id: row.thing },
            // The table takes no other words.
            kind: Kind::of_word(&row.kind).unwrap_or(Kind::Unanswered),
            made_at: row.made_at,
            claimed_by: row.claimed_by,
            ended: row.ended,
        }
    }
}

/// Puts a thing on the list; returns its key where it is new there. Where it is there already its reason changes, but for
/// what was unpleasant and what somebody does not know of: that stays until somebody of the team takes it over.
pub async fn put(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    kind: Kind,
    thing: &Thing,
    now: Moment,
) -> Result<Option<i64>> {
    let word = kind.word();
    let new = sqlx::query_scalar!(
        r#"insert into worklist (neighbourhood_id, feature, thing, kind, made_at) values (?, ?, ?, ?, ?)
           on conflict (feature, thing) where ended_at is null do nothing returning id as "id!: i64""#,
        n,
        thing.feature,
        thing.id,
        word,
        now
    )
    .fetch_optional(&mut *db)
    .await?;
    if new.is_none() {
        sqlx::query!(
            "update worklist set kind = ?1 where feature = ?2 and thing = ?3 and ended_at is null
               and (kind not in ('unpleasant', 'unaware') or ?1 = 'taken_over')",
            word,
            thing.feature,
            thing.id
        )
        .execute(db)
        .await?;
    }
    Ok(new)
}

/// Takes a line off the list; says whether it stood there.
pub async fn settle(db: &mut SqliteConnection, id: i64, now: Moment) -> Result<bool> {
    let done =
        sqlx::query!("update worklist set ended_at = ? where id = ? and ended_at is null", now, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// A line by key, also where it is off the list by now.
pub async fn entry(db: &mut SqliteConnection, id: i64) -> Result<Option<Entry>> {
    let row = sqlx::query_as!(
        EntryRow,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood_id: NeighbourhoodId", feature, thing, kind,
             made_at as "made_at: Moment", claimed_by as "claimed_by: PersonId",
             ended_at is not null as "ended!: bool"
           from worklist where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Entry::from))
}

/// The line of a thing that is on the list.
pub async fn entry_of(db: &mut SqliteConnection, thing: &Thing) -> Result<Option<Entry>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id!: i64" from worklist where feature = ? and thing = ? and ended_at is null"#,
        thing.feature,
        thing.id
    )
    .fetch_optional(&mut *db)
    .await?;
    match id {
        Some(id) => entry(db, id).await,
        None => Ok(None),
    }
}

/// Everything on a neighbourhood's list, oldest first.
pub async fn standing(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<Entry>> {
    let rows = sqlx::query_as!(
        EntryRow,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood_id: NeighbourhoodId", feature, thing, kind,
             made_at as "made_at: Moment", claimed_by as "claimed_by: PersonId",
             ended_at is not null as "ended!: bool"
           from worklist where neighbourhood_id = ? and ended_at is null order by made_at, id"#,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// Gives a line to somebody, where it is still with whom it was read to be; says whether it was.
pub async fn hand(db: &mut SqliteConnection, was: &Entry, to: Option<PersonId>, now: Moment) -> Result<bool> {
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

/// What a neighbourhood's team has not been told of yet.
pub async fn untold(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<i64>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: i64" from worklist where neighbourhood_id = ? and told = 0 and ended_at is null"#,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// The team is told of everything that is on the list now.
pub async fn note_told(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!("update worklist set told = 1 where neighbourhood_id = ? and told = 0 and ended_at is null", n)
        .execute(db)
        .await?;
    Ok(())
}
