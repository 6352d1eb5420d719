//! The SQL of photos and voice messages of an activity, which are sealed. Of one that comes back, the first date has them for all.

use sqlx::SqliteConnection;

use crate::model::{ActivityId, Result};
use crate::turn::Key;

const PHOTO: (&str, &str) = ("activity_photos", "sealed_photo");
const VOICE: (&str, &str) = ("activity_voices", "sealed_voice");

/// Keeps Telegram's name of a photo.
pub async fn keep_photo(db: &mut SqliteConnection, key: &Key, id: ActivityId, file: &str) -> Result<()> {
    let sealed = key.seal(PHOTO, &id.to_string(), file.as_bytes())?;
    sqlx::query!("insert into activity_photos (activity_id, sealed_photo) values (?, ?)", id, sealed)
        .execute(db)
        .await?;
    Ok(())
}

/// Keeps Telegram's name of a voice message: of the 'title' or the 'details'.
pub async fn keep_voice(db: &mut SqliteConnection, key: &Key, id: ActivityId, kind: &str, file: &str) -> Result<()> {
    let sealed = key.seal(VOICE, &format!("{id}/{kind}"), file.as_bytes())?;
    sqlx::query!("insert into activity_voices (activity_id, kind, sealed_voice) values (?, ?, ?)", id, kind, sealed)
        .execute(db)
        .await?;
    Ok(())
}

/// Telegram's name of the photo of an activity, or of the series that it is a date of.
pub async fn photo(db: &mut SqliteConnection, key: &Key, id: ActivityId) -> Result<Option<String>> {
    let row = sqlx::query!(
        r#"select p.activity_id as "id: ActivityId", p.sealed_photo from activities a
             join activities b on b.id = a.id or b.series_id = a.series_id
             join activity_photos p on p.activity_id = b.id
           where a.id = ? order by b.id = a.id desc, b.id limit 1"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let file = key.open(PHOTO, &row.id.to_string(), &row.sealed_photo)?;
    Ok(Some(String::from_utf8_lossy(&file).into_owned()))
}

/// Telegram's names of the voice messages of an activity, or of the series that it is a date of; the title's first.
pub async fn voices(db: &mut SqliteConnection, key: &Key, id: ActivityId) -> Result<Vec<String>> {
    let rows = sqlx::query!(
        r#"select v.activity_id as "id: ActivityId", v.kind, v.sealed_voice from activities a
             join activities b on b.id = a.id or b.series_id = a.series_id
             join activity_voices v on v.activity_id = b.id
           where a.id = ? order by v.kind desc, b.id"#,
        id
    )
    .fetch_all(db)
    .await?;
    let mut files = Vec::new();
    for row in rows {
        let file = key.open(VOICE, &format!("{}/{}", row.id, row.kind), &row.sealed_voice)?;
        files.push(String::from_utf8_lossy(&file).into_owned());
    }
    Ok(files)
}
