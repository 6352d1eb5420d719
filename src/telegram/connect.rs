//! Meets Telegram for the first time: whose token is it, and does the server answer.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use teloxide::Bot;
use tokio::sync::watch;
use url::{Host, Url};

use super::call::{CallError, Parameters, TokenEnd, call};
use crate::model::{BotName, Pulse, Trouble, Unreached};

/// Why we can't go on, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The token is not one.
    #[error("Telegram does not know this token. Copy it again from @BotFather, or ask there for a new one (/token).")]
    Token,
    /// The bot was logged out of this server.
    #[error(
        "this bot was logged out of this Bot API server (logOut), perhaps to move to another one. Set [telegram] api_url \
         to the server where it is now; to come back to this one it takes ten minutes."
    )]
    LoggedOut,
    /// The HTTP client can't be made.
    #[error("the HTTP client can't be made on this machine")]
    Client,
    /// Stopped before Telegram answered.
    #[error("stopped before Telegram could be reached")]
    Stopped,
}

/// Who we are. All else that Telegram says of a bot is optional, and of no use to us.
#[derive(Deserialize)]
struct Me {
    id: i64,
    username: Option<String>,
}

/// Asks who we are, as often as it takes; a wrong token ends it.
pub async fn connect(
    token: &str,
    api_url: &Url,
    pulse: &Arc<Pulse>,
    stop: &mut watch::Receiver<bool>,
) -> Result<(Bot, BotName), ConnectError> {
    let bot = Bot::with_client(token, client(api_url)?).set_api_url(api_url.clone());
    let server = api_url.host_str().unwrap_or_default();
    let mut pause = Duration::from_secs(1);
    loop {
        let why = match ask(&bot).await {
            Ok(me) => {
                if pulse.trouble(Trouble::Telegram, false) {
                    tracing::info!(%server, "Telegram can be reached");
                }
                let username = me.username.unwrap_or_default();
                return Ok((bot, BotName { id: me.id, username, operators: Vec::new() }));
            }
            Err(error) => not_met(&error)?,
        };
        let is_new = pulse.trouble(Trouble::Telegram, true);
        if pulse.unreached(why) || is_new {
            tracing::warn!(%server, why = why.words(), "Telegram can't be reached yet; trying again");
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|s| *s) => return Err(ConnectError::Stopped),
        }
        pause = (pause * 2).min(Duration::from_secs(30));
    }
}

fn client(api_url: &Url) -> Result<reqwest::Client, ConnectError> {
    let mut settings = teloxide::net::default_reqwest_settings().pool_idle_timeout(Duration::from_secs(60));
    let on_this_machine = match api_url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    if on_this_machine {
        // The address holds the token: a proxy has no business with what stays on this machine.
        settings = settings.no_proxy();
    }
    if api_url.scheme() == "http" {
        // Reading what the machine trusts takes a while, and nothing here is encrypted.
        settings = settings.tls_built_in_root_certs(false);
    }
    settings.build().map_err(|_| ConnectError::Client)
}

async fn ask(bot: &Bot) -> Result<Me, CallError> {
    let answer = call(bot, "getMe", Parameters::default()).await?;
    serde_json::from_str(answer.get()).map_err(|_| CallError::Strange { status: 200 })
}

/// Reads why we were not told who we are: why it is tried again, or why that is of no use.
fn not_met(error: &CallError) -> Result<Unreached, ConnectError> {
    match error.refusal().and_then(|refusal| refusal.of_token()) {
        Some(TokenEnd::Unknown) => Err(ConnectError::Token),
        Some(TokenEnd::LoggedOut) => Err(ConnectError::LoggedOut),
        // A server that is there and says no for now: too many requests, an error of its own.
        None => Ok(error.unreached().unwrap_or(Unreached::Busy)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::call::Refusal;
    use super::*;

    fn me(answer: &str) -> Option<(i64, String)> {
        let me = serde_json::from_str::<Me>(answer).ok()?;
        Some((me.id, me.username.unwrap_or_default()))
    }

    #[test]
    fn a_bot_is_known_by_its_number_and_name_alone() {
        assert_eq!(
            me(r#"{"id":7,"is_bot":true,"first_name":"S","username":"stoep_bot"}"#),
            Some((7, "stoep_bot".into()))
        );
        assert_eq!(me(r#"{"id":7}"#), Some((7, String::new())));
        assert_eq!(me(r#"{"id":7,"username":"b","has_main_web_app":null,"brand_new":[1]}"#), Some((7, "b".into())));
        assert_eq!(me("true"), None);
    }

    #[test]
    fn refusals_are_told_apart() {
        let refused = |code, words: &str| {
            not_met(&CallError::Refused(Refusal { code, words: words.into(), ..Refusal::default() }))
        };
        assert!(matches!(refused(401, "Unauthorized: token not registered"), Err(ConnectError::Token)));
        assert!(matches!(refused(404, "Not Found"), Err(ConnectError::Token)));
        assert!(matches!(refused(400, "Logged out"), Err(ConnectError::LoggedOut)));
        assert!(matches!(refused(429, ""), Ok(Unreached::Busy)));
        assert!(matches!(not_met(&CallError::Unreached(Unreached::Tls)), Ok(Unreached::Tls)));
        assert!(matches!(not_met(&CallError::Strange { status: 200 }), Ok(Unreached::Strange)));
    }
}
