//! Neighbourhoods, who belongs to them, and what they may be there.

use sqlx::SqliteConnection;

use crate::model::{
    ChatId, Language, Member, Moment, Neighbourhood, NeighbourhoodId, PersonId, Result, Role, Settings, UnknownWord,
};

/// Makes a neighbourhood.
pub async fn create_neighbourhood(
    db: &mut SqliteConnection,
    name: &str,
    team: &str,
    language: Language,
    join_code: &str,
    now: Moment,
) -> Result<NeighbourhoodId> {
    Ok(sqlx::query_scalar!(
        r#"insert into neighbourhoods (name, team, language, join_code, created_at)
           values (?, ?, ?, ?, ?) returning id as "id!: NeighbourhoodId""#,
        name,
        team,
        language,
        join_code,
        now
    )
    .fetch_one(db)
    .await?)
}

/// Writes a neighbourhood's name, team and language.
pub async fn update_neighbourhood(db: &mut SqliteConnection, n: &Neighbourhood) -> Result<()> {
    sqlx::query!(
        "update neighbourhoods set name = ?, team = ?, language = ? where id = ?",
        n.name,
        n.team,
        n.language,
        n.id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes a setting of a neighbourhood; `None` takes it away.
pub async fn store_setting(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    key: &str,
    value: Option<&str>,
) -> Result<()> {
    match value {
        Some(value) => {
            sqlx::query!(
                "insert into settings (neighbourhood_id, key, value) values (?, ?, ?)
                 on conflict (neighbourhood_id, key) do update set value = excluded.value",
                n,
                key,
                value
            )
            .execute(db)
            .await?
        }
        None => sqlx::query!("delete from settings where neighbourhood_id = ? and key = ?", n, key).execute(db).await?,
    };
    Ok(())
}

/// A neighbourhood by key, with its settings.
pub async fn neighbourhood(db: &mut SqliteConnection, id: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    let row = sqlx::query!(
        r#"select name, team, language as "language: Language", join_code,
             (select json_group_object(key, value) from settings where neighbourhood_id = n.id) as "settings!: String"
           from neighbourhoods n where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Neighbourhood {
        id,
        name: row.name,
        team: row.team,
        language: row.language,
        join_code: row.join_code,
        settings: Settings(serde_json::from_str(&row.settings)?),
    }))
}

/// Gives a neighbourhood another secret part of its join link: the old one leads nowhere from now on.
pub async fn set_join_code(db: &mut SqliteConnection, n: NeighbourhoodId, code: &str) -> Result<()> {
    sqlx::query!("update neighbourhoods set join_code = ? where id = ?", code, n).execute(db).await?;
    Ok(())
}

/// The neighbourhood of a join link.
pub async fn neighbourhood_by_code(db: &mut SqliteConnection, code: &str) -> Result<Option<NeighbourhoodId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id!: NeighbourhoodId" from neighbourhoods where join_code = ?"#, code)
        .fetch_optional(db)
        .await?)
}

/// The memberships, with roles, of all these people. Who left or is put out of a neighbourhood has none there.
pub async fn load_members(db: &mut SqliteConnection, people: &[PersonId], now: Moment) -> Result<Vec<Member>> {
    let list = serde_json::to_string(&people.iter().map(|p| [p]).collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r#"select m.person_id as "person!: PersonId", m.neighbourhood_id as "neighbourhood!: NeighbourhoodId",
             (select group_concat(r.role) from roles r
               where r.person_id = m.person_id and r.neighbourhood_id = m.neighbourhood_id) as "roles: String",
             not exists (select 1 from standings s where s.person_id = m.person_id and s.standing = 'no_help'
               and s.neighbourhood_id = m.neighbourhood_id and (s.until is null or s.until > ?2)) as "may_help!: bool",
             (select s.until from standings s where s.person_id = m.person_id and s.standing = 'muted'
               and s.neighbourhood_id = m.neighbourhood_id and s.until > ?2) as "muted_until: Moment"
           from json_each(?1) e join members m on m.person_id = e.value->>0
           where not exists (select 1 from standings s where s.person_id = m.person_id
             and s.neighbourhood_id = m.neighbourhood_id and s.standing in ('left', 'asked', 'out')
             and (s.until is null or s.until > ?2))
           order by m.joined_at, m.neighbourhood_id"#,
        list,
        now
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|r| {
            let words = r.roles.iter().flat_map(|words| words.split(','));
            let roles: Result<_, UnknownWord> = words.map(|w| Role::from_word(w).ok_or(UnknownWord("Role"))).collect();
            Ok(Member {
                neighbourhood: r.neighbourhood,
                person: r.person,
                roles: roles?,
                may_help: r.may_help,
                muted_until: r.muted_until,
            })
        })
        .collect()
}

/// Makes somebody a member. Returns true if they were not one yet.
pub async fn add_member(db: &mut SqliteConnection, p: PersonId, n: NeighbourhoodId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "insert into members (person_id, neighbourhood_id, joined_at) values (?, ?, ?) on conflict do nothing",
        p,
        n,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a role. Returns true if they did not have it yet.
pub async fn give_role(
    db: &mut SqliteConnection,
    p: PersonId,
    n: NeighbourhoodId,
    role: Role,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "insert into roles (person_id, neighbourhood_id, role, given_at) values (?, ?, ?, ?) on conflict do nothing",
        p,
        n,
        role,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a role away. Returns true if they had it.
pub async fn take_role(db: &mut SqliteConnection, p: PersonId, n: NeighbourhoodId, role: Role) -> Result<bool> {
    let done = sqlx::query!("delete from roles where person_id = ? and neighbourhood_id = ? and role = ?", p, n, role)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Who holds a role in a neighbourhood, longest first.
pub async fn holders_of(db: &mut SqliteConnection, n: NeighbourhoodId, role: Role) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from roles where neighbourhood_id = ? and role = ?
           order by given_at, person_id"#,
        n,
        role
    )
    .fetch_all(db)
    .await?)
}

/// Everybody who belongs to a neighbourhood, longest first.
pub async fn members_of(db: &mut SqliteConnection, n: NeighbourhoodId, now: Moment) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from members m where neighbourhood_id = ?1
             and not exists (select 1 from standings s where s.person_id = m.person_id
               and s.neighbourhood_id = m.neighbourhood_id and s.standing in ('left', 'asked', 'out')
               and (s.until is null or s.until > ?2))
           order by joined_at, person_id"#,
        n,
        now
    )
    .fetch_all(db)
    .await?)
}

/// Notes that somebody gets a message today that they did not ask for. Returns true if it is the first of the day.
pub async fn note_unasked(db: &mut SqliteConnection, person: PersonId, today: &str) -> Result<bool> {
    let done = sqlx::query!(
        "insert into unasked (person_id, day) values (?1, ?2)
         on conflict (person_id) do update set day = excluded.day where unasked.day <> excluded.day",
        person,
        today
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The groups of a neighbourhood, oldest first.
pub async fn groups_of(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<ChatId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id!: ChatId" from chats where neighbourhood_id = ? order by id"#, n)
        .fetch_all(db)
        .await?)
}

/// Makes a group part of a neighbourhood.
pub async fn set_chat_neighbourhood(db: &mut SqliteConnection, chat: ChatId, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!("update chats set neighbourhood_id = ? where id = ?", n, chat).execute(db).await?;
    Ok(())
}

/// The group no longer belongs to a neighbourhood: the bot was removed, or the group ended.
pub async fn close_chat_neighbourhood(db: &mut SqliteConnection, chat: ChatId) -> Result<()> {
    sqlx::query!("update chats set neighbourhood_id = null, topic = null where id = ?", chat).execute(&mut *db).await?;
    sqlx::query!("delete from present_in where chat_id = ?", chat).execute(db).await?;
    Ok(())
}

/// Sets the topic for cards in a group.
pub async fn set_chat_topic(db: &mut SqliteConnection, chat: ChatId, topic: Option<i64>) -> Result<()> {
    sqlx::query!("update chats set topic = ? where id = ?", topic, chat).execute(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FaultKind;
    use crate::store::sample;

    #[tokio::test]
    async fn an_unknown_language_is_a_fault_and_no_default() {
        let (_folder, store) = sample().await;
        let mut db = store.writer().await.unwrap();
        let n = create_neighbourhood(&mut db, "Oosterpark", "wijkteam", Language::En, "x", Moment(0)).await.unwrap();
        assert_eq!(neighbourhood(&mut db, n).await.unwrap().unwrap().language, Language::En);
        sqlx::query("update neighbourhoods set language = 'secret'").execute(&mut db).await.unwrap();
        let fault = neighbourhood(&mut db, n).await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::Event);
        assert!(fault.what.contains("Language") && !fault.what.contains("secret"), "{fault}");
    }
}
