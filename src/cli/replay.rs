//! `stoep replay`: what could not be handled, and trying it again.

use std::path::Path;

use anyhow::{Context, bail};

use super::run::settings;
use crate::store::{Key, Store, list_parked, put_back};

/// Lists what is parked, or puts one update back. Works beside a running bot, which takes it within a second.
pub async fn replay(file: &Path, fault: Option<&str>) -> anyhow::Result<()> {
    let config = settings(file)?;
    if !config.database.exists() {
        bail!("there is no database at {}", config.database.display());
    }
    let key = Key::read_or_make(&config.key, &config.database)?;
    let store = Store::open_beside(&config.database, key).await?;
    let mut connection = store.writer().await?;
    match fault {
        None => {
            let parked = list_parked(&mut connection).await.context("the list can't be read")?;
            if parked.is_empty() {
                println!("Nothing is parked.");
            }
            for p in parked {
                let when = chrono::DateTime::from_timestamp(p.at.0, 0).map(|t| t.to_rfc3339()).unwrap_or_default();
                println!("{}  {:<8} {when}  tried again {} times", p.fault, p.kind.word(), p.replayed);
            }
        }
        Some(fault) => {
            if !put_back(&mut connection, fault).await.context("it could not be put back")? {
                bail!(
                    "no update is parked under {fault}. `stoep replay` lists what is; only updates can be tried again"
                );
            }
            println!("{fault} is put back; a running bot takes it within a second, another one at its next start.");
        }
    }
    Ok(())
}
