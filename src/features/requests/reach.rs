//! How two people of a match, or an asker and a moderator, can reach each other, where they said so.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::access::my_match;
use super::names::FLOW_REACH;
use super::screens::basics::{say, toast};
use super::screens::view;
use super::store;
use super::tell::tell;
use crate::dialogue::Contact;
use crate::features::Finish;
use crate::model::{Content, ResponseId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// The answers of the dialogue `reach`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachAnswers {
    /// Key of the response that it is for.
    about: String,
    /// Their own number or words.
    how: Contact,
}

impl ReachAnswers {
    /// Reads the answers.
    ///
    /// # Errors
    /// Where one is missing or of another kind; in words for the author of the flow.
    pub fn read(answers: &Map<String, Value>) -> Result<ReachAnswers, String> {
        serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())
    }

    /// Key of what it is about.
    pub fn about(&self) -> i64 {
        self.about.parse().unwrap_or_default()
    }

    /// How they can be reached.
    pub fn contact(self) -> String {
        match self.how {
            Contact::Phone(words) | Contact::Words(words) => words,
        }
    }
}

/// Asks how the sender can be reached, for this match.
pub fn begin_reach(turn: &mut Turn<'_>, id: ResponseId) {
    begin_reach_by(turn, FLOW_REACH, id.0);
}

/// Begins a dialogue in which one says how one can be reached, about this match or request.
pub fn begin_reach_by(turn: &mut Turn<'_>, flow: &'static str, about: i64) {
    let mut known = Map::new();
    known.insert("about".into(), Value::String(about.to_string()));
    turn.begin(flow, known);
}

/// [Laat weten hoe].
pub async fn reach_pressed(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    if !turn.in_private() || my_match(turn, id).await?.is_none() {
        return toast(turn, "press-outdated", &[]);
    }
    begin_reach(turn, id);
    Ok(())
}

/// The contact somebody gave: kept with the match, and told to the other side.
pub async fn finish_reach(turn: &mut Turn<'_>, answers: ReachAnswers) -> Result<Finish> {
    let id = ResponseId(answers.about());
    let contact = answers.contact();
    let Some((r, response, am_asker)) = my_match(turn, id).await? else {
        let text = turn.say("press-outdated", &[]);
        turn.reply(Content::text(text))?;
        return Ok(Finish::Done);
    };
    let other = if am_asker {
        store::set_asker_contact(turn.db(), r.id, &contact).await?;
        turn.person(response.helper).await?
    } else {
        store::set_helper_contact(turn.db(), id, &contact).await?;
        turn.person(r.asker).await?
    };
    let me = turn.who()?;
    let args =
        [("name", Arg::Words(me.name.as_str())), ("contact", Arg::Words(&contact)), ("title", Arg::Words(&r.title))];
    let words = say(other.language, "reach-news", &args).paragraph(&say(other.language, "safety", &[]));
    tell(turn, &r, &other, Content::text(words)).await?;
    view::refresh_cards(turn, r.id).await?;
    let text = turn.say("reach-thanks", &[("name", Arg::Words(&other.name))]);
    turn.reply(Content::text(text))?;
    Ok(Finish::Done)
}
