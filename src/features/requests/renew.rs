//! Asking again: a request whose time passed, or whose help did not come, is open once more, for another day. Its asker is
//! asked only when it is for.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::access::{outdated_answers, own_request};
use super::model::rules::{self, Change, Facts};
use super::model::span::{Asked, Span, When};
use super::model::states::State;
use super::names::FLOW_RENEW;
use super::screens::basics::state_text;
use super::screens::view::{self, item_after};
use super::transitions::change;
use super::{afterwards, load, store};
use crate::model::{Content, RequestId, Result};
use crate::screen::{self, alert};
use crate::text::DayPart;
use crate::turn::{Action, Finish, Turn};

/// The answers of the dialogue `renew`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewAnswers {
    /// Key of the request.
    about: String,
    /// When it is for now.
    when: When,
    /// Which part of the day.
    part: Option<DayPart>,
}

impl RenewAnswers {
    /// Reads the answers.
    ///
    /// # Errors
    /// Where one is missing or of another kind; in words for the author of the flow.
    pub fn read(answers: &Map<String, Value>) -> Result<RenewAnswers, String> {
        serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())
    }
}

/// [Opnieuw vragen].
pub async fn pressed(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = own_request(turn, id).await? else { return Ok(()) };
    if r.state != State::Lapsed && !r.may_reopen() {
        alert(turn, &state_text(r.state), &[])?;
        return view::show_item(turn, id, None).await;
    }
    if let Some(why) = screen::held_back(turn, r.neighbourhood, Action::Ask).await? {
        return turn.reply(Content::text(why));
    }
    turn.begin(FLOW_RENEW, Map::from_iter([("about".into(), Value::String(id.to_string()))]));
    Ok(())
}

/// The answers: open again, if it still has to be.
pub async fn finish(turn: &mut Turn<'_>, answers: RenewAnswers) -> Result<Finish> {
    let id = RequestId(answers.about.parse().unwrap_or_default());
    let me = turn.who()?;
    let Some(r) = store::request(turn.db(), id).await?.filter(|r| r.asker == me.id) else {
        return outdated_answers(turn);
    };
    if let Some(why) = screen::held_back(turn, r.neighbourhood, Action::Ask).await? {
        turn.reply(Content::text(why))?;
        return Ok(Finish::Done);
    }
    let span = Span::of(&Asked::Button(answers.when), answers.part, turn.sent_at());
    let facts = Facts { wanted: r.wanted, accepted: 0 };
    let text = match rules::next(r.state, Change::Renew, facts) {
        _ if r.may_reopen() => {
            afterwards::reopen(turn, &r, span).await?;
            turn.say("renewed", &[])
        }
        Ok(to) => {
            store::set_span(turn.db(), id, span).await?;
            change(turn, &r, to).await?;
            turn.say("renewed", &[])
        }
        Err(rules::Refusal(state)) => turn.say(&state_text(state), &[]),
    };
    let r = load::existing(turn, id).await?;
    let content = item_after(turn, text, &r, &me).await?;
    turn.reply(content)?;
    Ok(Finish::Done)
}
