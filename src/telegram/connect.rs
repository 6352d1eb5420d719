//! Meets Telegram for the first time: whose token is it, and does the server answer.

use std::time::Duration;

use teloxide::requests::Requester;
use teloxide::{ApiError, Bot, RequestError};
use tokio::sync::watch;
use url::Url;

use crate::model::BotName;

/// Why we can't go on, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The token is not one.
    #[error("Telegram does not know this token. Copy it again from @BotFather, or ask there for a new one (/token).")]
    Token,
    /// The HTTP client can't be made.
    #[error("the HTTP client can't be made on this machine")]
    Client,
    /// Stopped before Telegram answered.
    #[error("stopped before Telegram could be reached")]
    Stopped,
}

/// Asks who we are, as often as it takes; a wrong token ends it.
pub async fn connect(
    token: &str,
    api_url: &Url,
    stop: &mut watch::Receiver<bool>,
) -> Result<(Bot, BotName), ConnectError> {
    let client = teloxide::net::default_reqwest_settings()
        .pool_idle_timeout(Duration::from_secs(60))
        .build()
        .map_err(|_| ConnectError::Client)?;
    let bot = Bot::with_client(token, client).set_api_url(api_url.clone());
    let mut pause = Duration::from_secs(1);
    loop {
        match bot.get_me().await {
            Ok(me) => {
                let name = BotName {
                    id: me.id.0 as i64,
                    username: me.username.clone().unwrap_or_default(),
                    operators: Vec::new(),
                };
                return Ok((bot, name));
            }
            Err(RequestError::Api(ApiError::InvalidToken)) => return Err(ConnectError::Token),
            Err(_) => {
                tracing::warn!(server = %api_url.host_str().unwrap_or_default(), "Telegram can't be reached yet; trying again");
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    _ = stop.wait_for(|s| *s) => return Err(ConnectError::Stopped),
                }
                pause = (pause * 2).min(Duration::from_secs(30));
            }
        }
    }
}
