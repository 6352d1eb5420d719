//! A decision about somebody: done, written down, and told to them, with why and where to object.

use super::buttons::{Act, Why};
use crate::model::{Content, NeighbourhoodId, PersonId, Result};
use crate::screen::{the_team, where_to_object};
use crate::text::{Arg, date_words, local_date, texts};
use crate::turn::{StandingRow, Turn};

/// Whom it is about, and where.
pub(super) type Whom = (NeighbourhoodId, PersonId);

/// Does it, writes it down, and tells the person.
pub(super) async fn decide(turn: &mut Turn<'_>, (n, person): Whom, act: Act, reason: Why) -> Result<()> {
    let until = act.days().map(|days| turn.now().plus_days(days));
    let row = StandingRow { standing: act.standing(), reason: Some(reason.word().to_owned()), until };
    turn.set_standing(person, n, &row).await?;
    turn.note_act(person, n, (act.word(), Some(reason.word())), until).await?;
    let (me, to, neighbourhood) = (turn.who()?, turn.person(person).await?, turn.neighbourhood(n).await?);
    let language = to.language;
    let team = the_team(language, &neighbourhood);
    let day = until.map(|until| date_words(language, local_date(until))).unwrap_or_default();
    let why = texts().plain(language, &format!("moderation-why-{}", reason.word()), &[]);
    let args = [
        ("neighbourhood", Arg::Words(neighbourhood.name.as_str())),
        ("team", Arg::Words(&team)),
        ("day", Arg::Own(&day)),
        ("why", Arg::Own(&why)),
    ];
    let object = where_to_object(turn, &neighbourhood, language, Some(me.id)).await?;
    let text = texts().html(language, &format!("moderation-{}-told", act.word()), &args).paragraph(&object);
    if Turn::reachable(&to) {
        turn.tell(&to, Content::text(text), None);
    }
    Ok(())
}
