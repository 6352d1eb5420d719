//! `stoep invite`: a one-time code that lets somebody set up a neighbourhood.

use std::path::Path;

use anyhow::{Context, bail};

use super::run::settings;
use crate::clock::Clock;
use crate::store::{InvitationKind, Key, Store, make_invitation};

/// Days that an operator's code can be used.
const DAYS: i64 = 7;

/// Makes a code and prints how to use it. Works beside a running bot.
pub async fn invite(file: &Path) -> anyhow::Result<()> {
    let config = settings(file)?;
    if !config.database.exists() {
        bail!("there is no database at {} yet: start `stoep run` once first", config.database.display());
    }
    let key = Key::read_or_make(&config.key, &config.database)?;
    let store = Store::open_beside(&config.database, key).await?;
    let mut connection = store.writer().await?;
    let until = Clock::system().now().plus_days(DAYS);
    let code = make_invitation(&mut connection, InvitationKind::Operator, None, until)
        .await
        .context("the code could not be stored")?;
    println!("Open the bot in Telegram and send it this line. It works once, for {DAYS} days:");
    println!();
    println!("    /start i_{code}");
    println!();
    println!("Then add the bot to the neighbourhood's group, and it will ask you the rest.");
    Ok(())
}
