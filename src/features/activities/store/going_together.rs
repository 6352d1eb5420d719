//! The SQL of going together: who looks for company, and who was asked.

use sqlx::SqliteConnection;

use crate::features::activities::model::{AskState, CompanionAsk, CompanionSearch, SearchState};
use crate::model::{ActivityId, Moment, PersonId, Result};

/// Reads searches; give what comes after `where`, and its values.
macro_rules! searches {
    ($which:tt, $($value:expr),+ $(,)?) => {
        sqlx::query_as!(
            CompanionSearch,
            r#"select id as "id!: i64", activity_id as "activity: ActivityId", seeker_id as "seeker: PersonId",
                 state as "state: SearchState", companion_id as "companion: PersonId", seeker_contact, companion_contact,
                 none_told as "none_told: bool"
               from company where "# + $which,
            $($value),+
        )
    };
}

/// Reads questions; give what comes after `where`, and its values.
macro_rules! asks {
    ($which:tt, $($value:expr),+ $(,)?) => {
        sqlx::query_as!(
            CompanionAsk,
            r#"select id as "id!: i64", company_id as search, person_id as "person: PersonId", state as "state: AskState"
               from company_asks where "# + $which,
            $($value),+
        )
    };
}

/// Begins a search; `None` if this person has one, or company, for this activity.
pub async fn begin_search(
    db: &mut SqliteConnection,
    activity: ActivityId,
    seeker: PersonId,
    now: Moment,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into company (activity_id, seeker_id, state, began_at)
           select ?1, ?2, 'looking', ?3
           where not exists (select 1 from company where activity_id = ?1 and companion_id = ?2 and state = 'met')
           on conflict do nothing returning id as "id!: i64""#,
        activity,
        seeker,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// A search by key.
pub async fn search(db: &mut SqliteConnection, id: i64) -> Result<Option<CompanionSearch>> {
    Ok(searches!("id = ?", id).fetch_optional(db).await?)
}

/// The living searches of an activity, longest first.
pub async fn searches_of(db: &mut SqliteConnection, activity: ActivityId) -> Result<Vec<CompanionSearch>> {
    Ok(searches!("activity_id = ? and state in ('looking', 'met') order by id", activity).fetch_all(db).await?)
}

/// Both said yes. Returns true if it was still so that one looked and the other had no company.
pub async fn pair(db: &mut SqliteConnection, search: &CompanionSearch, companion: PersonId) -> Result<bool> {
    let done = sqlx::query!(
        "update company set state = 'met', companion_id = ?1 where id = ?2 and state = 'looking'
           and not exists (select 1 from company c where c.activity_id = company.activity_id and c.state = 'met'
                             and (c.companion_id = ?1 or c.seeker_id = ?1))",
        companion,
        search.id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a search, whatever came of it. Returns true if it was alive.
pub async fn end_search(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!(
        "update company set state = 'ended', seeker_contact = null, companion_contact = null
           where id = ? and state in ('looking', 'met')",
        id
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update company_asks set state = 'over' where company_id = ? and state in ('asked', 'willing', 'offered')",
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The seeker knows that nobody was found. Returns true if they did not yet.
pub async fn note_none(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!("update company set none_told = 1 where id = ? and none_told = 0", id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// How one of the two can be reached.
pub async fn set_contact(
    db: &mut SqliteConnection,
    search: &CompanionSearch,
    of: PersonId,
    contact: &str,
) -> Result<()> {
    if of == search.seeker {
        sqlx::query!("update company set seeker_contact = ? where id = ?", contact, search.id).execute(db).await?;
    } else {
        sqlx::query!("update company set companion_contact = ? where id = ?", contact, search.id).execute(db).await?;
    }
    Ok(())
}

/// Notes that somebody is asked; `None` if they were before.
pub async fn ask(db: &mut SqliteConnection, search: i64, person: PersonId, now: Moment) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into company_asks (company_id, person_id, state, asked_at) values (?, ?, 'asked', ?)
           on conflict do nothing returning id as "id!: i64""#,
        search,
        person,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// Takes back that somebody is asked, before they were.
pub async fn forget_ask(db: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("delete from company_asks where id = ? and state = 'asked'", id).execute(db).await?;
    Ok(())
}

/// A question by key.
pub async fn company_ask(db: &mut SqliteConnection, id: i64) -> Result<Option<CompanionAsk>> {
    Ok(asks!("id = ?", id).fetch_optional(db).await?)
}

/// Who was asked in a search, first to last.
pub async fn asks_of(db: &mut SqliteConnection, search: i64) -> Result<Vec<CompanionAsk>> {
    Ok(asks!("company_id = ? order by id", search).fetch_all(db).await?)
}

/// The questions about an activity that this person may still answer, or that wait for an answer to theirs.
pub async fn asks_to(db: &mut SqliteConnection, activity: ActivityId, person: PersonId) -> Result<Vec<CompanionAsk>> {
    Ok(asks!(
        "person_id = ? and state in ('asked', 'willing', 'offered')
           and company_id in (select id from company where activity_id = ?) order by id",
        person,
        activity
    )
    .fetch_all(db)
    .await?)
}

/// Changes what became of a question. Returns true if it still was as it is known here.
pub async fn set_ask(db: &mut SqliteConnection, ask: &CompanionAsk, to: AskState) -> Result<bool> {
    let done = sqlx::query!("update company_asks set state = ? where id = ? and state = ?", to, ask.id, ask.state)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The living search of this person for an activity, or the one in which they became somebody's company.
pub async fn search_of(
    db: &mut SqliteConnection,
    activity: ActivityId,
    person: PersonId,
) -> Result<Option<CompanionSearch>> {
    let all = searches_of(db, activity).await?;
    let met = all.iter().find(|s| s.state == SearchState::Met && (s.seeker == person || s.companion == Some(person)));
    Ok(met.or_else(|| all.iter().find(|s| s.seeker == person)).cloned())
}

/// The activities to which these two go together.
pub async fn pairs_of(db: &mut SqliteConnection, one: PersonId, other: PersonId) -> Result<Vec<CompanionSearch>> {
    Ok(searches!("state = 'met' and (seeker_id, companion_id) in (values (?1, ?2), (?2, ?1)) order by id", one, other)
        .fetch_all(db)
        .await?)
}

/// What one of these two was asked for the other is over, whatever they said.
pub async fn end_asks_between(db: &mut SqliteConnection, one: PersonId, other: PersonId) -> Result<()> {
    sqlx::query!(
        "update company_asks set state = 'over'
         where state in ('asked', 'willing', 'offered') and person_id in (?1, ?2)
           and company_id in (select id from company where seeker_id in (?1, ?2) and seeker_id <> company_asks.person_id)",
        one,
        other
    )
    .execute(db)
    .await?;
    Ok(())
}
