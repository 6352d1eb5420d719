//! [Niet oké]: one of the two says that a conversation is not all right. It ends, and somebody of the team who was not in it may read
//! it: each such reading is written down. The other of the two reads only that it is over.

use super::buttons::RelayButton;
use super::store::{self, Relay};
use super::talk::{self, of_sender, side_of, spoken};
use super::{UNPLEASANT, thing};
use crate::dialogue::Words;
use crate::features::worklist;
use crate::model::{Button, Content, Media, Result};
use crate::screen::{numbers, outdated, the_team};
use crate::text::{Arg, clip, length, texts};
use crate::turn::{Action, Turn};

/// Characters of a conversation in one message; Telegram takes 4,096.
const IN_ONE: usize = 3500;

/// [Niet oké]: asks first.
pub(super) async fn pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = of_sender(turn, id).await? else { return Ok(()) };
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let text = turn.say("relay-object-sure", &[("team", Arg::Words(&the_team(turn.language(), &neighbourhood)))]);
    let rows = vec![
        vec![turn.button("relay-object-yes", RelayButton::ObjectNow(id).data())],
        vec![turn.button("relay-object-no", RelayButton::Never.data())],
    ];
    turn.reply(Content::new(text, rows))
}

/// It is all right after all.
pub(super) fn never(turn: &mut Turn<'_>) -> Result<()> {
    turn.edit_pressed(Content::text(turn.say("relay-object-not", &[])));
    Ok(())
}

/// It is not all right.
pub(super) async fn confirmed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = of_sender(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    let over = relay.state == store::State::Ended;
    if store::object(turn.db(), id).await? {
        talk::end(turn, &relay).await?;
        worklist::put(turn, relay.neighbourhood, UNPLEASANT, &thing(id)).await?;
        if !over {
            // The other reads that it is over, and nothing else.
            talk::tell_end_to(turn, &relay, who.id == relay.resident).await?;
        }
    }
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let text = turn
        .say("relay-objected", &[("team", Arg::Words(&the_team(turn.language(), &neighbourhood)))])
        .paragraph(&numbers(turn.language(), Some(&neighbourhood)));
    turn.edit_pressed(Content::text(text));
    Ok(())
}

/// A conversation that is not all right, claimed for the sender, who is of the team and was not in it. `None` if they may not read it:
/// they have been told.
async fn looked_at(turn: &mut Turn<'_>, id: i64) -> Result<Option<Relay>> {
    let who = turn.who()?;
    let Some(relay) = talk::relay(turn, id).await?.filter(|r| r.objected) else {
        talk::over(turn);
        return Ok(None);
    };
    // Who was in it once, and gave it back, is not from outside either.
    if side_of(&relay, who.id).is_some() || store::members(turn.db(), id).await?.contains(&who.id) {
        turn.alert(turn.label("relay-not-yours", &[]));
        return Ok(None);
    }
    let may = worklist::claim_for(turn, relay.neighbourhood, &thing(id), Action::ReadConfidential).await?;
    Ok(may.then_some(relay))
}

/// [Lees het gesprek]: never one of the two, and never without a trace.
pub(super) async fn open(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = looked_at(turn, id).await? else { return Ok(()) };
    read_all(turn, &relay, Vec::new()).await
}

/// [Lees wat er al gezegd is]: who took it over from a colleague. The resident hears who reads it.
pub(super) async fn open_earlier(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = of_sender(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    turn.close_pressed();
    if side_of(&relay, who.id) != Some(true) || store::has_opened(turn.db(), id, who.id).await? {
        return outdated(turn);
    }
    let resident = turn.person(relay.resident).await?;
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let team = the_team(resident.language, &neighbourhood);
    let args = [("name", Arg::Words(who.name.as_str())), ("team", Arg::Words(&team))];
    turn.tell(&resident, Content::text(texts().html(resident.language, "relay-earlier-read", &args)), None);
    let rows = vec![vec![
        turn.button("relay-answer", RelayButton::Answer(id).data()),
        turn.button("relay-finish", RelayButton::Finish(id).data()),
    ]];
    read_all(turn, &relay, rows).await
}

/// Shows the sender everything that was said, with these buttons below it, and writes down that they read it.
async fn read_all(turn: &mut Turn<'_>, relay: &Relay, rows: Vec<Vec<Button>>) -> Result<()> {
    let (now, who) = (turn.now(), turn.who()?);
    store::note_opening(turn.db(), relay, who.id, now).await?;
    let (key, language) = (turn.key(), turn.language());
    let mut text = turn.say("relay-opened", &[]);
    for said in store::all_said(turn.db(), key, relay.id).await? {
        let name = turn.person(said.by).await?.name;
        let line =
            turn.say("relay-line", &[("name", Arg::Words(&clip(&name, 60)))]).line(&spoken(language, &said.words));
        if length(&text.plain()) + length(&line.plain()) > IN_ONE {
            turn.reply_team(relay.neighbourhood, Content::text(std::mem::take(&mut text)))?;
        }
        text = text.paragraph(&line);
        if let Words::Spoken { voice } = &said.words {
            let so_far = std::mem::take(&mut text);
            turn.tell_team_media(&who, relay.neighbourhood, Media::voice(voice.clone()), Content::text(so_far), None);
        }
    }
    if text.is_empty() { Ok(()) } else { turn.reply_team(relay.neighbourhood, Content::new(text, rows)) }
}

/// [Afgehandeld].
pub(super) async fn settle(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = looked_at(turn, id).await? else { return Ok(()) };
    worklist::resolve(turn, &thing(id)).await?;
    worklist::show(turn, relay.neighbourhood, &thing(id)).await
}
