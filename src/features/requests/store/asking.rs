//! The SQL of how a request is asked: who was asked for it, who called, what was sent along.

use sqlx::SqliteConnection;

use crate::features::requests::model::draft::Caller;
use crate::model::{Moment, PersonId, RequestId, Result};
use crate::turn::Key;

const CALLER: (&str, &str) = ("requests", "sealed_caller");

const MEDIA: (&str, &str) = ("request_media", "sealed_media");

/// Returns true if this person was asked for it in private; of one that repeats, for any of its dates.
pub async fn was_approached(db: &mut SqliteConnection, id: RequestId, person: PersonId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select 1 as "one!: i64" from approached a join requests r on r.id = a.request_id
           where a.person_id = ?2 and (r.id = ?1 or r.series_id = (select series_id from requests where id = ?1)) limit 1"#,
        id,
        person
    )
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// When the last date of a series ended; of a request alone, when it did. `None` if something of it lives.
pub async fn all_ended(db: &mut SqliteConnection, first: RequestId) -> Result<Option<Moment>> {
    let last = sqlx::query_scalar!(
        r#"select iif(count(*) = count(ended_at), max(ended_at), null) as "last: Moment"
           from requests where id = ?1 or series_id = ?1"#,
        first
    )
    .fetch_one(db)
    .await?;
    Ok(last)
}

/// Keeps who called.
pub async fn set_caller(db: &mut SqliteConnection, key: &Key, id: RequestId, caller: &Caller) -> Result<()> {
    let sealed = key.seal(CALLER, &id.to_string(), &serde_json::to_vec(caller)?)?;
    sqlx::query!("update requests set sealed_caller = ? where id = ?", sealed, id).execute(db).await?;
    Ok(())
}

/// Who called, if somebody did and it is not forgotten.
pub async fn caller(db: &mut SqliteConnection, key: &Key, id: RequestId) -> Result<Option<Caller>> {
    let sealed = sqlx::query_scalar!("select sealed_caller from requests where id = ?", id).fetch_optional(db).await?;
    let Some(sealed) = sealed.flatten() else { return Ok(None) };
    Ok(Some(serde_json::from_slice(&key.open(CALLER, &id.to_string(), &sealed)?)?))
}

/// Keeps Telegram's name of a file.
pub async fn keep_media(db: &mut SqliteConnection, key: &Key, id: RequestId, kind: &str, file: &str) -> Result<()> {
    let sealed = key.seal(MEDIA, &format!("{id}:{kind}"), file.as_bytes())?;
    sqlx::query!("insert into request_media (request_id, kind, sealed_media) values (?, ?, ?)", id, kind, sealed)
        .execute(db)
        .await?;
    Ok(())
}

/// Telegram's name of a file, if there is one.
pub async fn media(db: &mut SqliteConnection, key: &Key, id: RequestId, kind: &str) -> Result<Option<String>> {
    let sealed =
        sqlx::query_scalar!("select sealed_media from request_media where request_id = ? and kind = ?", id, kind)
            .fetch_optional(db)
            .await?;
    let Some(sealed) = sealed else { return Ok(None) };
    let file = key.open(MEDIA, &format!("{id}:{kind}"), &sealed)?;
    Ok(String::from_utf8(file).ok())
}

/// Forgets what came along with a request, and who called.
pub async fn forget(db: &mut SqliteConnection, first: RequestId) -> Result<()> {
    sqlx::query!("delete from request_media where request_id = ?", first).execute(&mut *db).await?;
    sqlx::query!("update requests set sealed_caller = null where id = ?", first).execute(db).await?;
    Ok(())
}
