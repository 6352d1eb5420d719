//! The SQL of the worklist.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result, Thing};
use crate::turn::Reason as Kind;

#[allow(non_upper_case_globals, reason = "until each feature has its own")]
impl Kind {
    /// Nobody answered a request.
    pub const Unanswered: Kind = Kind::plain("unanswered");
    /// A request for the team alone.
    pub const Team: Kind = Kind::plain("team");
    /// A request whose time passed, or whose asker said nothing.
    pub const Lapsed: Kind = Kind::plain("lapsed");
    /// A moderator took it over, and helps on.
    pub const TakenOver: Kind = Kind { for_moderators: true, ..Kind::plain("taken_over") };
    /// Afterwards both sides said different things.
    pub const Disagreement: Kind = Kind { sticky: true, about_people: true, ..Kind::plain("disagreement") };
    /// Afterwards nobody said anything.
    pub const Silence: Kind = Kind { about_people: true, ..Kind::plain("silence") };
    /// Somebody said that it was not pleasant.
    pub const Unpleasant: Kind = Kind { sticky: true, lasting: true, about_people: true, ..Kind::plain("unpleasant") };
    /// Somebody asks for another, who does not know of it.
    pub const Unaware: Kind = Kind { lasting: true, ..Kind::plain("unaware") };
    /// A question to the team.
    pub const Question: Kind = Kind::plain("question");
    /// A neighbour wants to get to know the team.
    pub const Acquaintance: Kind = Kind::plain("acquaintance");
    /// An activity comes back, and its organiser says nothing any more.
    pub const Ghost: Kind = Kind::plain("ghost");
    /// An activity whose organiser is gone.
    pub const Orphan: Kind = Kind::plain("orphan");
    const ALL: [Kind; 12] = [
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
    fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.word == word)
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
    let word = kind.word;
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
