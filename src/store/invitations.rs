//! One-time invitation codes: 128 bits of chance, of which the database keeps the SHA-256 alone.

use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::seal::hex;
use crate::model::{Fault, Moment, NeighbourhoodId, PersonId, Result, Role, UnknownWord};

/// What a code gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationKind {
    /// Leave to set up one neighbourhood: made on the server with `stoep invite`.
    Operator,
    /// A role in a neighbourhood.
    Role(Role, NeighbourhoodId),
}

/// 128 bits of chance as 32 hexadecimal digits: for a link that nobody can guess.
pub fn secret() -> Result<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::disk("the machine gives no random numbers"))?;
    Ok(hex(&bytes))
}

/// Makes a code that can be used once until `expires`. Only the caller ever sees it.
pub async fn make_invitation(
    db: &mut SqliteConnection,
    kind: InvitationKind,
    made_by: Option<PersonId>,
    expires: Moment,
) -> Result<String> {
    let code = secret()?;
    let hash = digest(&code);
    let (word, neighbourhood) = match kind {
        InvitationKind::Operator => ("operator", None),
        InvitationKind::Role(role, n) => (role.word(), Some(n)),
    };
    sqlx::query!(
        "insert into invitations (hash, kind, neighbourhood_id, made_by, expires_at) values (?, ?, ?, ?, ?)",
        hash,
        word,
        neighbourhood,
        made_by,
        expires
    )
    .execute(db)
    .await?;
    Ok(code)
}

/// Uses a code. `None` if it is unknown, used or too old, which the caller does not tell apart. A code made by somebody
/// who is no longer an administrator there counts as unknown.
pub async fn redeem_invitation(
    db: &mut SqliteConnection,
    code: &str,
    by: PersonId,
    now: Moment,
) -> Result<Option<InvitationKind>> {
    let hash = digest(code);
    let row = sqlx::query!(
        r#"update invitations set used_by = ?1, used_at = ?2
           where hash = ?3 and used_by is null and expires_at > ?2
             and (made_by is null or exists (select 1 from roles r where r.person_id = made_by
               and r.neighbourhood_id = invitations.neighbourhood_id and r.role = 'administrator'))
           returning kind, neighbourhood_id as "neighbourhood: NeighbourhoodId""#,
        by,
        now,
        hash
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| kind_of(&r.kind, r.neighbourhood)).transpose()
}

/// What a code gave this person, where it was they who used it: for a second tap on the same link.
pub async fn invitation_used_by(db: &mut SqliteConnection, code: &str, by: PersonId) -> Result<Option<InvitationKind>> {
    let hash = digest(code);
    let row = sqlx::query!(
        r#"select kind, neighbourhood_id as "neighbourhood: NeighbourhoodId" from invitations
           where hash = ? and used_by = ?"#,
        hash,
        by
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| kind_of(&r.kind, r.neighbourhood)).transpose()
}

/// An invitation to a role that could still be used.
#[derive(Clone, Copy, Debug)]
pub struct Unused {
    /// What it gives.
    pub kind: InvitationKind,
    /// Who made it; none for an operator's.
    pub made_by: Option<PersonId>,
}

/// What a code would give now, without using it. `None` if it is unknown, used or too old.
pub async fn unused_invitation(db: &mut SqliteConnection, code: &str, now: Moment) -> Result<Option<Unused>> {
    let hash = digest(code);
    let row = sqlx::query!(
        r#"select kind, neighbourhood_id as "neighbourhood: NeighbourhoodId", made_by as "made_by: PersonId"
           from invitations where hash = ? and used_by is null and expires_at > ?"#,
        hash,
        now
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| Ok(Unused { kind: kind_of(&r.kind, r.neighbourhood)?, made_by: r.made_by })).transpose()
}

/// Did this person use an operator's code with which no neighbourhood was begun yet?
pub async fn has_operator_leave(db: &mut SqliteConnection, person: PersonId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        "select id from invitations where used_by = ? and kind = 'operator' and neighbourhood_id is null limit 1",
        person
    )
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// Spends this person's leave of the operator on a neighbourhood. Returns true if they had one, or spent one on it before.
pub async fn spend_operator_leave(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<bool> {
    let done = sqlx::query!(
        "update invitations set neighbourhood_id = ?1 where id =
           (select id from invitations where used_by = ?2 and kind = 'operator'
              and (neighbourhood_id is null or neighbourhood_id = ?1) order by neighbourhood_id is null, id limit 1)",
        n,
        person
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

fn kind_of(word: &str, neighbourhood: Option<NeighbourhoodId>) -> Result<InvitationKind> {
    match (word, Role::from_word(word), neighbourhood) {
        ("operator", ..) => Ok(InvitationKind::Operator),
        (_, Some(role), Some(n)) => Ok(InvitationKind::Role(role, n)),
        _ => Err(UnknownWord("InvitationKind").into()),
    }
}

fn digest(code: &str) -> Vec<u8> {
    Sha256::digest(code.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::store::{self, ChatSeen, PersonSeen};

    const NOW: Moment = Moment(1_000_000);

    async fn people(db: &mut SqliteConnection, ids: &[i64]) -> Vec<PersonId> {
        let chats: Vec<_> = ids.iter().map(|id| ChatSeen(*id, "private", String::new(), "open")).collect();
        store::upsert_chats(db, &chats).await.unwrap();
        let people: Vec<_> = ids.iter().map(|id| PersonSeen(*id, format!("Buur {id}"), None, None, None)).collect();
        store::upsert_people(db, &people).await.unwrap().into_iter().map(|p| p.id).collect()
    }

    #[tokio::test]
    async fn a_code_works_once_in_time_and_from_an_administrator() {
        let (_folder, opened) = store::sample().await;
        let mut db = opened.writer().await.unwrap();
        let [boss, els, jan] = people(&mut db, &[1, 2, 3]).await.try_into().unwrap();
        let n = store::create_neighbourhood(&mut db, "Oosterpark", "wijkteam", Language::Nl, "x", NOW).await.unwrap();
        store::give_role(&mut db, boss, n, Role::Administrator, NOW).await.unwrap();
        let kind = InvitationKind::Role(Role::Moderator, n);
        let until = NOW.plus_days(7);

        let code = make_invitation(&mut db, kind, Some(boss), until).await.unwrap();
        assert_eq!(redeem_invitation(&mut db, "0123", els, NOW).await.unwrap(), None, "unknown");
        assert_eq!(redeem_invitation(&mut db, &code, els, until).await.unwrap(), None, "too old");
        assert_eq!(redeem_invitation(&mut db, &code, els, NOW).await.unwrap(), Some(kind));
        assert_eq!(redeem_invitation(&mut db, &code, jan, NOW).await.unwrap(), None, "used");
        assert_eq!(invitation_used_by(&mut db, &code, els).await.unwrap(), Some(kind));
        assert_eq!(invitation_used_by(&mut db, &code, jan).await.unwrap(), None);

        let stale = make_invitation(&mut db, kind, Some(boss), until).await.unwrap();
        store::take_role(&mut db, boss, n, Role::Administrator).await.unwrap();
        assert_eq!(redeem_invitation(&mut db, &stale, jan, NOW).await.unwrap(), None, "from somebody dismissed since");

        assert!(!has_operator_leave(&mut db, jan).await.unwrap());
        let operator = make_invitation(&mut db, InvitationKind::Operator, None, until).await.unwrap();
        redeem_invitation(&mut db, &operator, jan, NOW).await.unwrap();
        assert!(has_operator_leave(&mut db, jan).await.unwrap());
    }
}
