//! The SQL of the worklist.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, Result, Thing};

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
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 10] = [
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
    ];

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
        }
    }
}

/// Puts a thing on the list; where it is there, its reason changes.
pub async fn put(db: &mut SqliteConnection, n: NeighbourhoodId, kind: Kind, thing: &Thing, now: Moment) -> Result<()> {
    let word = kind.word();
    sqlx::query!(
        "insert into worklist (neighbourhood_id, feature, thing, kind, made_at) values (?, ?, ?, ?, ?)
         on conflict (feature, thing) where ended_at is null
           do update set kind = case kind when 'unpleasant' then kind else excluded.kind end",
        n,
        thing.feature,
        thing.id,
        word,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes a thing off the list.
pub async fn settle(db: &mut SqliteConnection, thing: &Thing, now: Moment) -> Result<()> {
    sqlx::query!(
        "update worklist set ended_at = ? where feature = ? and thing = ? and ended_at is null",
        now,
        thing.feature,
        thing.id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes a thing off the list, unless somebody said that it was not pleasant, or two say different things.
pub async fn calm(db: &mut SqliteConnection, thing: &Thing, now: Moment) -> Result<()> {
    sqlx::query!(
        "update worklist set ended_at = ? where feature = ? and thing = ? and ended_at is null
           and kind not in ('unpleasant', 'disagreement')",
        now,
        thing.feature,
        thing.id
    )
    .execute(db)
    .await?;
    Ok(())
}
