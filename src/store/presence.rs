//! In which groups people were seen, and presses that wait until Telegram said whether they still are.

use sqlx::SqliteConnection;

use crate::model::{ChatId, Moment, NeighbourhoodId, OutboxId, PersonId, Press, Result};

/// Somebody was seen in a group.
pub async fn note_present(db: &mut SqliteConnection, person: PersonId, chat: ChatId) -> Result<()> {
    sqlx::query!("insert into present_in (person_id, chat_id) values (?, ?) on conflict do nothing", person, chat)
        .execute(db)
        .await?;
    Ok(())
}

/// Somebody is not in a group any more.
pub async fn drop_present(db: &mut SqliteConnection, person: PersonId, chat: ChatId) -> Result<()> {
    sqlx::query!("delete from present_in where person_id = ? and chat_id = ?", person, chat).execute(db).await?;
    Ok(())
}

/// The groups of a neighbourhood in which somebody was seen.
pub async fn present_in(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<Vec<ChatId>> {
    Ok(sqlx::query_scalar!(
        r#"select p.chat_id as "id!: ChatId" from present_in p join chats c on c.id = p.chat_id
           where p.person_id = ? and c.neighbourhood_id = ? order by p.chat_id"#,
        person,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Forgets in which groups of a neighbourhood somebody was seen.
pub async fn forget_presence(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!(
        "delete from present_in where person_id = ? and chat_id in (select id from chats where neighbourhood_id = ?)",
        person,
        n
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The person of one of Telegram's users. `None` where nobody known has this id: they are not made known by this.
pub async fn person_of_user(db: &mut SqliteConnection, user_id: i64) -> Result<Option<PersonId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id!: PersonId" from people where user_id = ?"#, user_id)
        .fetch_optional(db)
        .await?)
}

/// A press that waits.
#[derive(Clone, Debug)]
pub struct HeldPress {
    /// Who pressed.
    pub person: PersonId,
    /// Where.
    pub chat: ChatId,
    /// What.
    pub press: Press,
    /// When.
    pub at: Moment,
    /// Source of chance of the press.
    pub seed: i64,
}

/// Keeps a press; gives its number.
pub async fn hold_press(db: &mut SqliteConnection, held: &HeldPress) -> Result<i64> {
    let HeldPress { person, chat, press, at, seed } = held;
    Ok(sqlx::query_scalar!(
        r#"insert into held_presses (person_id, chat_id, query_id, data, message_id, stands, is_text, at, seed)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id as "id!: i64""#,
        person,
        chat,
        press.query_id,
        press.data,
        press.message_id,
        press.stands,
        press.is_text,
        at,
        seed
    )
    .fetch_one(db)
    .await?)
}

/// Takes a press that waits, with the questions to Telegram about it that are still in the outbox.
pub async fn take_held_press(
    db: &mut SqliteConnection,
    id: i64,
    feature: &str,
) -> Result<Option<(HeldPress, Vec<OutboxId>)>> {
    let row = sqlx::query!(
        r#"delete from held_presses where id = ? returning person_id as "person!: PersonId", chat_id as "chat!: ChatId",
             query_id as "query_id!: String", data as "data!: String", message_id as "message_id: i64",
             stands as "stands!: bool", is_text as "is_text!: bool", at as "at!: Moment", seed as "seed!: i64""#,
        id
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let asked = sqlx::query_scalar!(
        r#"delete from outbox where feature = ? and thing = ? returning id as "id!: OutboxId""#,
        feature,
        id
    )
    .fetch_all(db)
    .await?;
    let press = Press {
        query_id: row.query_id,
        data: row.data,
        message_id: row.message_id,
        stands: row.stands,
        is_text: row.is_text,
        presence_asked: true,
    };
    let held = HeldPress { person: row.person, chat: row.chat, press, at: row.at, seed: row.seed };
    Ok(Some((held, asked)))
}

/// Forgets presses from before this moment: something went wrong over them.
pub async fn drop_old_held_presses(db: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!("delete from held_presses where at < ?", before).execute(db).await?;
    Ok(())
}

/// Is Telegram still being asked about this?
pub async fn is_being_asked(db: &mut SqliteConnection, feature: &str, id: i64) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from outbox where feature = ? and thing = ?) as "is!: bool""#,
        feature,
        id
    )
    .fetch_one(db)
    .await?)
}
