//! People and chats: brought up to date for a whole batch with one statement each, before any feature runs.

use serde::Serialize;
use sqlx::SqliteConnection;

use crate::model::{Chat, ChatId, ChatKind, Language, Moment, NeighbourhoodId, Person, PersonId, Reach, Result};

/// A chat as an update showed it: Telegram's id, kind, title, and whether we can now write to it.
#[derive(Clone, Debug, Serialize)]
pub struct ChatSeen(pub i64, pub &'static str, pub String, pub &'static str);

/// A person as an update showed them: Telegram's id, clean name, username, client's language.
#[derive(Clone, Debug, Serialize)]
pub struct PersonSeen(pub i64, pub String, pub Option<String>, pub Option<String>, pub Option<String>);

struct PersonRow {
    id: PersonId,
    user_id: i64,
    chat_id: ChatId,
    name: String,
    /// Of the last name, where somebody else in a neighbourhood of theirs has the same first name.
    initial: Option<String>,
    username: Option<String>,
    client_language: Option<String>,
    language: Option<Language>,
    current_id: Option<NeighbourhoodId>,
    quiet: bool,
    puzzled: i64,
    reach: Reach,
    teams: Option<String>,
    moderates: bool,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Person {
        Person {
            id: row.id,
            user_id: row.user_id,
            chat: row.chat_id,
            name: row.name,
            initial: row.initial,
            outside_teams: match (row.teams, row.moderates) {
                (None, true) => None,
                (teams, _) => Some(teams.unwrap_or_default()),
            },
            username: row.username,
            language: row.language.unwrap_or_else(|| Language::for_client(row.client_language.as_deref())),
            reach: row.reach,
            current: row.current_id,
            quiet: row.quiet,
            puzzled: row.puzzled,
        }
    }
}

/// Makes or refreshes these chats; 'open' opens them, 'never' leaves what is known. What is there already keeps its number and uses
/// up no new one.
pub async fn upsert_chats(db: &mut SqliteConnection, seen: &[ChatSeen]) -> Result<Vec<Chat>> {
    let list = serde_json::to_string(seen)?;
    Ok(sqlx::query_as!(
        Chat,
        r#"insert into chats (id, tg_id, kind, title, reach)
           select (select c.id from chats c where c.tg_id = e.value->>0), e.value->>0, e.value->>1, e.value->>2, e.value->>3
           from json_each(?) e where true
           on conflict do update set
             kind = excluded.kind,
             title = excluded.title,
             reach = iif(excluded.reach = 'never', reach, excluded.reach)
           returning id as "id!: ChatId", tg_id as "tg_id!: i64", kind as "kind!: ChatKind", title as "title!: String",
             neighbourhood_id as "neighbourhood: NeighbourhoodId", topic as "topic: i64", reach as "reach!: Reach",
             may_delete as "may_delete!: bool", refuses_since is not null as "refuses!: bool""#,
        list
    )
    .fetch_all(db)
    .await?)
}

/// Makes or refreshes these people. Their private chats must be there already.
pub async fn upsert_people(db: &mut SqliteConnection, seen: &[PersonSeen]) -> Result<Vec<Person>> {
    let list = serde_json::to_string(seen)?;
    let rows = sqlx::query_as!(
        PersonRow,
        r#"insert into people (id, user_id, chat_id, name, initial, username, client_language)
           select (select p.id from people p where p.user_id = e.value->>0), e.value->>0, (select c.id from chats c where c.tg_id = e.value->>0), e.value->>1, e.value->>2, e.value->>3, e.value->>4
           from json_each(?) e where true
           on conflict do update set
             name = excluded.name,
             initial = excluded.initial,
             username = excluded.username,
             client_language = excluded.client_language
           returning id as "id!: PersonId", user_id as "user_id!: i64", chat_id as "chat_id!: ChatId",
             shown_name as "name!: String", iif(exists (select 1 from people o cross join members theirs on theirs.person_id = o.id
               cross join members mine on mine.neighbourhood_id = theirs.neighbourhood_id and mine.person_id = people.id
               where o.shown_name = people.shown_name collate nocase and o.id <> people.id), people.initial, null) as "initial: String",
             username as "username: String", client_language as "client_language: String",
             language as "language: Language", current_id as "current_id: NeighbourhoodId",
             quiet as "quiet!: bool", puzzled as "puzzled!: i64", (select c.reach from chats c where c.id = chat_id) as "reach!: Reach",
             (select group_concat(n.team, char(10)) from members m join neighbourhoods n on n.id = m.neighbourhood_id
               where m.person_id = people.id and not exists (select 1 from roles r
                 where r.person_id = m.person_id and r.neighbourhood_id = m.neighbourhood_id and r.role = 'moderator')) as "teams: String",
             exists (select 1 from roles r where r.person_id = people.id and r.role = 'moderator') as "moderates!: bool""#,
        list
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// A person by key.
pub async fn person(db: &mut SqliteConnection, id: PersonId) -> Result<Option<Person>> {
    let row = sqlx::query_as!(
        PersonRow,
        r#"select p.id as "id!: PersonId", p.user_id, p.chat_id as "chat_id!: ChatId", p.shown_name as "name!: String",
             iif(exists (select 1 from people o cross join members theirs on theirs.person_id = o.id
               cross join members mine on mine.neighbourhood_id = theirs.neighbourhood_id and mine.person_id = p.id
               where o.shown_name = p.shown_name collate nocase and o.id <> p.id), p.initial, null) as "initial: String", p.username,
             p.client_language, p.language as "language: Language", p.current_id as "current_id: NeighbourhoodId",
             p.quiet as "quiet: bool", p.puzzled, c.reach as "reach: Reach",
             (select group_concat(n.team, char(10)) from members m join neighbourhoods n on n.id = m.neighbourhood_id
               where m.person_id = p.id and not exists (select 1 from roles r
                 where r.person_id = m.person_id and r.neighbourhood_id = m.neighbourhood_id and r.role = 'moderator')) as "teams: String",
             exists (select 1 from roles r where r.person_id = p.id and r.role = 'moderator') as "moderates!: bool"
           from people p join chats c on c.id = p.chat_id where p.id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Person::from))
}

/// A chat by key.
pub async fn chat(db: &mut SqliteConnection, id: ChatId) -> Result<Option<Chat>> {
    Ok(sqlx::query_as!(
        Chat,
        r#"select id as "id!: ChatId", tg_id, kind as "kind: ChatKind", title,
             neighbourhood_id as "neighbourhood: NeighbourhoodId", topic, reach as "reach: Reach", may_delete as "may_delete: bool",
             refuses_since is not null as "refuses!: bool" from chats where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// A chat by Telegram's id.
pub async fn chat_by_tg_id(db: &mut SqliteConnection, tg_id: i64) -> Result<Option<Chat>> {
    Ok(sqlx::query_as!(
        Chat,
        r#"select id as "id!: ChatId", tg_id, kind as "kind: ChatKind", title,
             neighbourhood_id as "neighbourhood: NeighbourhoodId", topic, reach as "reach: Reach", may_delete as "may_delete: bool",
             refuses_since is not null as "refuses!: bool" from chats where tg_id = ?"#,
        tg_id
    )
    .fetch_optional(db)
    .await?)
}

/// Returns true if the bot is in a basic group of this name.
pub async fn knows_basic_group(db: &mut SqliteConnection, title: &str) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from chats where kind = 'group' and title = ? and reach = 'open') as "found!: bool""#,
        title
    )
    .fetch_one(db)
    .await?)
}

/// A group got a new id. Returns its chat where that is news: it is said more than once. Where a row with the new id
/// exists already (a message there came first), that row, which belongs to nothing yet, gives the id up and is returned too.
pub async fn move_chat(db: &mut SqliteConnection, from: i64, to: i64) -> Result<Option<(ChatId, Option<ChatId>)>> {
    let Some(old) = chat_by_tg_id(db, from).await?.filter(|_| from != to) else { return Ok(None) };
    let new = chat_by_tg_id(db, to).await?;
    if let Some(new) = &new {
        if new.neighbourhood.is_some() {
            return Ok(None);
        }
        // No chat of Telegram's has such an id, and no two of ours have the same.
        let nobodys = i64::MIN + new.id.0;
        sqlx::query!("update chats set tg_id = ?, reach = 'closed' where id = ?", nobodys, new.id)
            .execute(&mut *db)
            .await?;
    }
    sqlx::query!("update chats set tg_id = ?, kind = 'supergroup', reach = 'open' where id = ?", to, old.id)
        .execute(db)
        .await?;
    Ok(Some((old.id, new.map(|chat| chat.id))))
}

/// Sets the name that somebody chose for neighbours to see.
pub async fn set_chosen_name(db: &mut SqliteConnection, person: PersonId, name: &str) -> Result<()> {
    sqlx::query!("update people set chosen_name = ? where id = ?", name, person).execute(db).await?;
    Ok(())
}

/// Sets the language that a person chose.
pub async fn set_language(db: &mut SqliteConnection, person: PersonId, language: Language) -> Result<()> {
    sqlx::query!("update people set language = ? where id = ?", language, person).execute(db).await?;
    Ok(())
}

/// Sets the neighbourhood a person is busy with.
pub async fn set_current(db: &mut SqliteConnection, person: PersonId, current: NeighbourhoodId) -> Result<()> {
    sqlx::query!("update people set current_id = ? where id = ?", current, person).execute(db).await?;
    Ok(())
}

/// Sets whether a person wants no messages that they did not ask for.
pub async fn set_quiet(db: &mut SqliteConnection, person: PersonId, quiet: bool) -> Result<()> {
    sqlx::query!("update people set quiet = ? where id = ?", quiet, person).execute(db).await?;
    Ok(())
}

/// Sets whether a chat can be written to.
pub async fn set_reach(db: &mut SqliteConnection, chat: ChatId, reach: Reach) -> Result<()> {
    sqlx::query!("update chats set reach = ? where id = ?", reach, chat).execute(db).await?;
    Ok(())
}

/// A group lets us not write. Returns since when, where it is not so for the first time.
pub async fn note_refusal(db: &mut SqliteConnection, chat: ChatId, now: Moment) -> Result<Option<Moment>> {
    let before = sqlx::query_scalar!(r#"select refuses_since as "at: Moment" from chats where id = ?"#, chat)
        .fetch_optional(&mut *db)
        .await?
        .flatten();
    if before.is_none() {
        sqlx::query!("update chats set refuses_since = ? where id = ?", now, chat).execute(db).await?;
    }
    Ok(before)
}

/// A group lets us write. Returns true if it did not before.
pub async fn note_written(db: &mut SqliteConnection, chat: ChatId) -> Result<bool> {
    let done = sqlx::query!("update chats set refuses_since = null where id = ? and refuses_since is not null", chat)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets whether the bot may delete messages of others in a chat.
pub async fn set_may_delete(db: &mut SqliteConnection, chat: ChatId, may: bool) -> Result<()> {
    sqlx::query!("update chats set may_delete = ? where id = ?", may, chat).execute(db).await?;
    Ok(())
}

/// Counts messages in a row that were not understood: adds one, or starts again at nought. Returns the count.
pub async fn set_puzzled(db: &mut SqliteConnection, person: PersonId, more: bool) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        "update people set puzzled = iif(?, puzzled + 1, 0) where id = ? returning puzzled",
        more,
        person
    )
    .fetch_one(db)
    .await?)
}

/// Telegram's ids and kinds of these chats.
pub async fn addresses(db: &mut SqliteConnection, chats: &[ChatId]) -> Result<Vec<(ChatId, i64, ChatKind)>> {
    let list = serde_json::to_string(&chats.iter().map(|c| [c]).collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r#"select c.id as "id!: ChatId", c.tg_id, c.kind as "kind: ChatKind" from json_each(?) e join chats c on c.id = e.value->>0"#,
        list
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.tg_id, r.kind)).collect())
}

/// The person whose private chat this is.
pub async fn person_of_chat(db: &mut SqliteConnection, chat: ChatId) -> Result<Option<PersonId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id!: PersonId" from people where chat_id = ?"#, chat)
        .fetch_optional(db)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Key, Store};

    #[tokio::test]
    async fn who_is_known_already_keeps_their_number_and_uses_up_none() {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::of_bytes(&[7; 32]).unwrap();
        let store = Store::open(&folder.path().join("stoep.sqlite"), key).await.unwrap();
        let mut db = store.writer().await.unwrap();
        let mut numbers = Vec::new();
        for seen in [&[11, 12][..], &[11], &[12, 11], &[13, 11]] {
            let chats: Vec<_> = seen.iter().map(|id| ChatSeen(*id, "private", String::new(), "open")).collect();
            let chats = upsert_chats(&mut db, &chats).await.unwrap();
            let people: Vec<_> =
                seen.iter().map(|id| PersonSeen(*id, format!("Buur {id}"), None, None, None)).collect();
            let people = upsert_people(&mut db, &people).await.unwrap();
            assert!(people.iter().zip(&chats).all(|(p, c)| p.chat == c.id));
            numbers.push(people.iter().map(|p| p.id.0).collect::<Vec<_>>());
        }
        assert_eq!(numbers, [vec![1, 2], vec![1], vec![2, 1], vec![3, 1]]);
    }
}
