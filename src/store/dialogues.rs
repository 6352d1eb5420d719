//! The guided dialogue each person is in, sealed.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::Key;
use super::seal::hex;
use crate::model::{Moment, PersonId, Result};

const PLACE: (&str, &str) = ("dialogues", "sealed_state");

/// A dialogue as it is kept.
#[derive(Clone, Debug)]
pub struct StoredDialogue {
    /// Id of its flow.
    pub flow: String,
    /// The dialogue room's own state, as JSON.
    pub state: String,
    /// When it last changed.
    pub changed_at: Moment,
}

/// The dialogues of these people.
pub async fn load_dialogues(
    db: &mut SqliteConnection,
    key: &Key,
    people: &[PersonId],
) -> Result<HashMap<PersonId, StoredDialogue>> {
    let list = serde_json::to_string(&people.iter().map(|p| [p]).collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r#"select d.person_id as "person!: PersonId", d.flow, d.sealed_state as "sealed: Vec<u8>",
             d.changed_at as "changed_at: Moment"
           from json_each(?) e join dialogues d on d.person_id = e.value->>0"#,
        list
    )
    .fetch_all(db)
    .await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        // One that can't be opened is there without a state: its person is told, instead of never being heard again.
        let state = key.open(PLACE, &row.person.to_string(), &row.sealed).unwrap_or_default();
        let state = String::from_utf8_lossy(&state).into_owned();
        found.insert(row.person, StoredDialogue { flow: row.flow, state, changed_at: row.changed_at });
    }
    Ok(found)
}

/// Writes or ends dialogues.
pub async fn save_dialogues(
    db: &mut SqliteConnection,
    key: &Key,
    changed: &[(PersonId, Option<&StoredDialogue>)],
) -> Result<()> {
    let mut kept = Vec::new();
    let mut ended = Vec::new();
    for (person, dialogue) in changed {
        match dialogue {
            Some(d) => {
                let sealed = key.seal(PLACE, &person.to_string(), d.state.as_bytes())?;
                kept.push((person, &d.flow, hex(&sealed), d.changed_at));
            }
            None => ended.push([person]),
        }
    }
    if !kept.is_empty() {
        let list = serde_json::to_string(&kept)?;
        sqlx::query!(
            "insert into dialogues (person_id, flow, sealed_state, changed_at)
             select e.value->>0, e.value->>1, unhex(e.value->>2), e.value->>3 from json_each(?) e where true
             on conflict (person_id) do update set
               flow = excluded.flow, sealed_state = excluded.sealed_state, changed_at = excluded.changed_at",
            list
        )
        .execute(&mut *db)
        .await?;
    }
    if !ended.is_empty() {
        let list = serde_json::to_string(&ended)?;
        sqlx::query!("delete from dialogues where person_id in (select e.value->>0 from json_each(?) e)", list)
            .execute(db)
            .await?;
    }
    Ok(())
}

/// Forgets drafts that nobody touched since `before`.
pub async fn drop_old_dialogues(db: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!("delete from dialogues where changed_at < ?", before).execute(db).await?;
    Ok(())
}
