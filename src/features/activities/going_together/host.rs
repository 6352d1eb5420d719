//! [Vraag de organisator], where nobody was found to go with: the organiser looks out for who comes alone, or says that they
//! can't, and who comes hears which.

use super::search::{end, question_to_sender, show_text};
use crate::features::activities::access::takes_part;
use crate::features::activities::buttons::TogetherButton;
use crate::features::activities::model::{AskState, SearchState, kinds, thing};
use crate::features::activities::screens::card::when_words;
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{button, say, show};
use crate::features::activities::store::{self, going_together as rows};
use crate::model::{Content, Result};
use crate::screen::outdated;
use crate::text::Arg;
use crate::turn::Turn;

/// [Vraag de organisator]: only now the organiser reads who it is.
pub async fn ask(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let me = turn.who()?;
    let found = rows::search(turn.db(), id).await?;
    let found = found.filter(|s| s.seeker == me.id && s.state == SearchState::Looking && s.none_told);
    let Some(s) = found else { return outdated(turn) };
    let a = store::load(turn.db(), s.activity).await?;
    if !takes_part(turn, &a, me.id).await? || kinds::is_unseen(&a.what.kind) {
        return show_text(turn, "company-over", &a).await;
    }
    let organiser = turn.person(a.organiser).await?;
    // Before the question: the end of a search ends what was asked for it.
    end(turn, &s).await?;
    let now = turn.now();
    let language = organiser.language;
    let rows = match rows::ask(turn.db(), s.id, organiser.id, now).await? {
        Some(ask) => vec![
            vec![button(language, "company-host-yes", TogetherButton::HostYes(ask).data())],
            vec![button(language, "company-host-no", TogetherButton::HostNo(ask).data())],
        ],
        // They were asked before, as somebody who comes.
        None => Vec::new(),
    };
    let when = when_words(language, &a);
    let title = ("title", Arg::Words(a.what.title.as_str()));
    let text = say(language, "company-host-asked", &[title, ("name", Arg::Words(&me.name)), ("when", Arg::Own(&when))]);
    turn.tell(&organiser, Content::new(text, rows), Some(thing(a.id)));
    show(turn, Content::text(turn.say("company-host-told", &[("name", Arg::Words(&organiser.name))]))).await?;
    refresh::of_person(turn, &a, &me).await
}

/// [Ja, doe ik] or [Dat lukt niet] of the organiser: who comes alone hears it.
pub async fn answered(turn: &mut Turn<'_>, id: i64, yes: bool) -> Result<()> {
    let Some((ask, s, a)) = question_to_sender(turn, id, |ask, _| ask.person).await? else { return Ok(()) };
    let open = s.state == SearchState::Ended && ask.state == AskState::Asked && a.organiser == ask.person;
    if !open || !takes_part(turn, &a, s.seeker).await? {
        return show_text(turn, "company-host-over", &a).await;
    }
    rows::set_ask(turn.db(), &ask, if yes { AskState::Chosen } else { AskState::Declined }).await?;
    let (me, seeker) = (turn.who()?, turn.person(s.seeker).await?);
    let when = when_words(seeker.language, &a);
    let args =
        [("title", Arg::Words(a.what.title.as_str())), ("name", Arg::Words(&me.name)), ("when", Arg::Own(&when))];
    let text = say(seeker.language, if yes { "company-host-will" } else { "company-host-wont" }, &args);
    turn.tell(&seeker, Content::text(text), Some(thing(a.id)));
    let thanks = if yes { "company-host-thanks" } else { "company-host-fine" };
    show(turn, Content::text(turn.say(thanks, &[("name", Arg::Words(&seeker.name))]))).await
}
