//! Both said yes: they hear each other's name and how to reach each other, and nobody else does.

use super::rules::{Reply, after_reply};
use super::search::{self, show_text};
use crate::features::activities::access::takes_part;
use crate::features::activities::buttons::TogetherButton;
use crate::features::activities::model::{Activity, AskState, CompanionSearch, SearchState, thing};
use crate::features::activities::screens::card::when_words;
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{button, say, show};
use crate::features::activities::store::{self, going_together as rows};
use crate::features::{contact, trust};
use crate::model::{Content, Html, Person, PersonId, Result};
use crate::screen::outdated;
use crate::text::Arg;
use crate::turn::{Action, Turn};

/// The dialogue in which one says how one's company can reach one.
pub const FLOW_REACH: &str = "company-reach";

/// [Ja, leuk] of who looks: both said yes.
pub async fn choose(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let me = turn.who()?;
    let Some((ask, s, a)) = search::question_to_sender(turn, id, |_, s| s.seeker).await? else { return Ok(()) };
    if s.state == SearchState::Met && ask.state == AskState::Chosen {
        // A finger that pressed twice.
        return show_companion(turn, s.id).await;
    }
    let Some(to) = after_reply(s.state, ask.state, Reply::Choose) else {
        return show_text(turn, "company-over", &a).await;
    };
    if turn.hold_for_presence(a.neighbourhood, &[me.id, ask.person]).await? {
        return Ok(());
    }
    let mut both = true;
    for person in [me.id, ask.person] {
        both &= takes_part(turn, &a, person).await?;
        both &= turn.person_allowed(person, a.neighbourhood, Action::TakePart).await?;
    }
    let apart = trust::have_no_contact(turn, me.id, ask.person).await?;
    if !both || apart || !rows::pair(turn.db(), &s, ask.person).await? {
        rows::set_ask(turn.db(), &ask, AskState::Over).await?;
        show_text(turn, "company-fell-through", &a).await?;
        return search::continue_search(turn, &s, &a).await;
    }
    rows::set_ask(turn.db(), &ask, to).await?;
    // The companion may have looked too: they found each other.
    if let Some(theirs) = rows::searches_of(turn.db(), a.id).await?.into_iter().find(|o| o.seeker == ask.person) {
        search::end(turn, &theirs).await?;
    }
    let Some(s) = rows::search(turn.db(), s.id).await? else { return Ok(()) };
    let content = introduction(turn, &s, &a, &me).await?;
    show(turn, content).await?;
    let other = turn.person(ask.person).await?;
    let content = introduction(turn, &s, &a, &other).await?;
    turn.tell(&other, content, Some(thing(a.id)));
    refresh::of_person(turn, &a, &me).await?;
    refresh::of_person(turn, &a, &other).await
}

fn other_of(s: &CompanionSearch, me: PersonId) -> Option<PersonId> {
    if s.seeker == me { s.companion } else { Some(s.seeker).filter(|_| s.companion == Some(me)) }
}

/// With whom they go, how to reach them, and what to mind.
async fn introduction(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity, me: &Person) -> Result<Content> {
    let Some(other) = other_of(s, me.id) else { return Ok(Content::text(Html::default())) };
    let other = turn.person(other).await?;
    let (mine, theirs) = match s.seeker == me.id {
        true => (s.seeker_contact.as_deref(), s.companion_contact.as_deref()),
        false => (s.companion_contact.as_deref(), s.seeker_contact.as_deref()),
    };
    let when = when_words(me.language, a);
    let name = ("name", Arg::Words(other.name.as_str()));
    let args =
        [name, ("title", Arg::Words(&a.what.title)), ("when", Arg::Own(&when)), ("place", Arg::Words(&a.what.place))];
    let text = say(me.language, "company-met", &args);
    let text = text.paragraph(&match contact::of(&other, theirs) {
        Some(contact) => say(
            me.language,
            if theirs.is_some() { "match-contact" } else { "match-contact-tap" },
            &[name, ("contact", Arg::Words(&contact))],
        ),
        None => say(me.language, "match-waits", &[name]),
    });
    let text = text.paragraph(&say(me.language, "safety", &[]));
    let mut rows = Vec::new();
    if contact::of(me, mine).is_none() {
        rows.push(vec![button(me.language, "company-reach-button", TogetherButton::Reach(s.id).data())]);
    }
    rows.push(vec![button(me.language, "company-apart", TogetherButton::EndContact(s.id).data())]);
    Ok(Content::new(text, rows))
}

/// A pair of which the sender is one; others are turned away.
async fn pair_of_sender(turn: &mut Turn<'_>, id: i64) -> Result<Option<(CompanionSearch, Activity, PersonId)>> {
    let me = turn.who()?;
    let found = rows::search(turn.db(), id).await?.filter(|s| s.state == SearchState::Met);
    let Some((s, other)) = found.and_then(|s| other_of(&s, me.id).map(|other| (s, other))) else {
        outdated(turn)?;
        return Ok(None);
    };
    let a = store::load(turn.db(), s.activity).await?;
    if trust::have_no_contact(turn, me.id, other).await? {
        // They parted elsewhere: here, too.
        search::end(turn, &s).await?;
        refresh::of_person(turn, &a, &me).await?;
        outdated(turn)?;
        return Ok(None);
    }
    Ok(Some((s, a, other)))
}

/// [Met wie ga ik?].
pub async fn show_companion(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((s, a, _)) = pair_of_sender(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    let content = introduction(turn, &s, &a, &me).await?;
    turn.reply(content)
}

/// [Nee, laat het zo]: the pressed message shows again with whom they go.
pub async fn keep_contact(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((s, a, _)) = pair_of_sender(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    let content = introduction(turn, &s, &a, &me).await?;
    show(turn, content).await
}

/// [Laat weten hoe je te bereiken bent].
pub async fn reach_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if pair_of_sender(turn, id).await?.is_some() {
        contact::begin(turn, FLOW_REACH, id);
    }
    Ok(())
}

/// The contact somebody gave: kept with the pair, and told to the other.
pub async fn contact_given(turn: &mut Turn<'_>, answers: contact::Answers) -> Result<()> {
    let Some((s, a, other)) = pair_of_sender(turn, answers.about()).await? else { return Ok(()) };
    let me = turn.who()?;
    let contact = answers.contact();
    rows::set_contact(turn.db(), &s, me.id, &contact).await?;
    let other = turn.person(other).await?;
    let args = [
        ("name", Arg::Words(me.name.as_str())),
        ("contact", Arg::Words(&contact)),
        ("title", Arg::Words(&a.what.title)),
    ];
    turn.tell(&other, Content::text(say(other.language, "reach-news", &args)), Some(thing(a.id)));
    let text = turn.say("reach-thanks", &[("name", Arg::Words(&other.name))]);
    turn.reply(Content::text(text))
}

/// [Geen contact meer] with whom they went: is that meant?
pub async fn ask_to_part(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, other)) = pair_of_sender(turn, id).await? else { return Ok(()) };
    let (yes, no) = (TogetherButton::EndContactNow(id).data(), TogetherButton::KeepContact(id).data());
    trust::ask_about_contact(turn, other, yes, no).await
}

/// [Ja, geen contact meer] with whom they went.
pub async fn end_contact(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, other)) = pair_of_sender(turn, id).await? else { return Ok(()) };
    contact_ended(turn, other).await?;
    trust::end_contact(turn, other).await
}

/// The sender wants no contact with `other` any more: their plans to go somewhere together end at once, and what one of them was
/// asked for the other. The other reads what anybody reads whose company can't come.
pub async fn contact_ended(turn: &mut Turn<'_>, other: PersonId) -> Result<Vec<Html>> {
    let me = turn.who()?;
    rows::end_asks_between(turn.db(), me.id, other).await?;
    for s in rows::pairs_of(turn.db(), me.id, other).await? {
        let a = store::load(turn.db(), s.activity).await?;
        search::end(turn, &s).await?;
        refresh::of_person(turn, &a, &me).await?;
        if takes_part(turn, &a, other).await? && rows::search_of(turn.db(), a.id, other).await?.is_none() {
            search::tell_gone(turn, &a, other, me.id).await?;
        }
    }
    Ok(Vec::new())
}
