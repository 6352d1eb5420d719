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

/// Makes a code that can be used once until `expires`. Only the caller ever sees it.
pub async fn make_invitation(
    db: &mut SqliteConnection,
    kind: InvitationKind,
    made_by: Option<PersonId>,
    expires: Moment,
) -> Result<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::disk("the machine gives no random numbers"))?;
    let code = hex(&bytes);
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

/// Uses a code; none where it is unknown, used or too old, which the caller does not tell apart.
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
           returning kind, neighbourhood_id as "neighbourhood: NeighbourhoodId""#,
        by,
        now,
        hash
    )
    .fetch_optional(db)
    .await?;
    Ok(row.and_then(|r| match (r.kind.as_str(), r.neighbourhood) {
        ("operator", _) => Some(InvitationKind::Operator),
        (word, Some(n)) => Role::of_word(word).map(|role| InvitationKind::Role(role, n)),
        _ => None,
    }))
}

fn digest(code: &str) -> Vec<u8> {
    Sha256::digest(code.as_bytes()).to_vec()
}
