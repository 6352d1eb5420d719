//! One-time invitation codes: 128 bits of chance, of which the database keeps the SHA-256 alone.

use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::seal::hex;
use crate::model::{Fault, Moment, NeighbourhoodId, PersonId, Result, Role};

/// What a code gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationKind {
    /// Leave to set up a neighbourhood: made on the server with `stoep invite`.
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

/// Uses a code; none where it is unknown, used or too old, which the caller does not tell apart. A code made by somebody
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
    Ok(row.and_then(|r| kind_of(&r.kind, r.neighbourhood)))
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
    Ok(row.and_then(|r| kind_of(&r.kind, r.neighbourhood)))
}

/// Did this person use an operator's code?
pub async fn has_operator_leave(db: &mut SqliteConnection, person: PersonId) -> Result<bool> {
    let found =
        sqlx::query_scalar!("select id from invitations where used_by = ? and kind = 'operator' limit 1", person)
            .fetch_optional(db)
            .await?;
    Ok(found.is_some())
}

fn kind_of(word: &str, neighbourhood: Option<NeighbourhoodId>) -> Option<InvitationKind> {
    match (word, neighbourhood) {
        ("operator", _) => Some(InvitationKind::Operator),
        (word, Some(n)) => Role::of_word(word).map(|role| InvitationKind::Role(role, n)),
        _ => None,
    }
}

fn digest(code: &str) -> Vec<u8> {
    Sha256::digest(code.as_bytes()).to_vec()
}
