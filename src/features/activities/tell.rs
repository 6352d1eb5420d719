//! How those whom it concerns hear something: in private, each in their language, and in the groups as a reply to the card. Not at
//! night, where the morning is early enough.

use super::model::{Activity, State, thing};
use super::show::say;
use super::store;
use super::times::news_at;
use crate::model::{
    ActivityId, ChatId, Class, Content, Html, Language, Media, Moment, Outgoing, Person, Reach, Result, Send,
};
use crate::text::Arg;
use crate::turn::Turn;

/// So many people are told within a second or two. Where more are, who asks Stoep something meanwhile is answered first.
pub const AT_ONCE: usize = 30;

/// When something is said, until when it is worth saying, and in place of what.
#[derive(Clone, Debug)]
pub struct Hours {
    not_before: Option<Moment>,
    not_after: Option<Moment>,
    /// Takes the place of what waits under this name.
    instead: Option<String>,
    /// Goes to many: after what others wait for.
    to_many: bool,
}

impl Hours {
    /// Whenever it is.
    pub const ANY: Hours = Hours { not_before: None, not_after: None, instead: None, to_many: false };

    /// For news about what begins at one moment and is over at another.
    pub fn of(turn: &Turn<'_>, starts_at: Moment, over_at: Moment) -> Hours {
        let now = turn.now();
        let at = news_at(now, starts_at);
        let not_before = Some(at).filter(|at| *at > now);
        Hours { not_before, not_after: Some(over_at).filter(|over| *over > at), ..Hours::ANY }
    }

    /// The same for news of which the newest alone counts, among all under this name; perhaps to many.
    pub fn newest(self, name: String, to_many: bool) -> Hours {
        Hours { instead: Some(name), to_many, ..self }
    }

    /// Returns true if it waits for the morning.
    pub fn wait(&self) -> bool {
        self.not_before.is_some()
    }

    /// What waits for the morning must not keep what is said meanwhile waiting with it: order holds within a class. And what goes to
    /// many must not keep those waiting who asked something.
    fn class(&self, at_once: Class) -> Class {
        if self.wait() || self.to_many { Class::Reminder } else { at_once }
    }
}

/// Tells a person something about an activity. Returns true if they can be reached.
pub fn person(turn: &mut Turn<'_>, a: &Activity, to: &Person, hours: &Hours, content: Content) -> bool {
    put(turn, a, to, hours, Send::Message { content, topic: None, reply_to: None })
}

/// Passes a voice message on to a person, with words below it. Returns true if they can be reached.
pub fn voice(turn: &mut Turn<'_>, a: &Activity, to: &Person, hours: &Hours, voice: &str, content: Content) -> bool {
    put(turn, a, to, hours, Send::Media { media: Media::voice(voice), content, topic: None, reply_to: None })
}

fn put(turn: &mut Turn<'_>, a: &Activity, to: &Person, hours: &Hours, send: Send) -> bool {
    if !Turn::reachable(to) {
        return false;
    }
    turn.put(Outgoing {
        chat: to.chat,
        class: hours.class(Class::Reply),
        send,
        not_before: hours.not_before,
        not_after: hours.not_after,
        thing: Some(thing(a.id)),
        instead: hours.instead.clone(),
        team_of: None,
    });
    true
}

/// One message in each group where the activity has a card, as a reply to it.
pub async fn groups(
    turn: &mut Turn<'_>,
    a: &Activity,
    hours: &Hours,
    words: impl Fn(ChatId, Language) -> Html,
) -> Result<()> {
    if !a.carded {
        return Ok(());
    }
    let language = turn.neighbourhood(a.neighbourhood).await?.language;
    let cards = turn.cards_of(&thing(a.id)).await?;
    for group in turn.groups(a.neighbourhood).await? {
        if group.reach != Reach::Open {
            continue;
        }
        let reply_to = cards.iter().find(|(chat, _)| *chat == group.id).and_then(|(_, message)| *message);
        turn.put(Outgoing {
            chat: group.id,
            class: hours.class(Class::Card),
            send: Send::Message { content: Content::text(words(group.id, language)), topic: group.topic, reply_to },
            not_before: hours.not_before,
            not_after: hours.not_after,
            thing: None,
            instead: hours.instead.clone(),
            team_of: None,
        });
    }
    Ok(())
}

/// Tells the organiser what became of the card in the group, where it is still to come.
pub async fn organiser_of_card(turn: &mut Turn<'_>, id: ActivityId, text: &str) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(()) };
    if a.state != State::Planned || a.over_at() <= turn.now() {
        return Ok(());
    }
    let organiser = turn.person(a.organiser).await?;
    let words = say(organiser.language, text, &[("title", Arg::Words(&a.what.title))]);
    person(turn, &a, &organiser, &Hours::ANY, Content::text(words));
    Ok(())
}
