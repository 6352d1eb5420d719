//! `stoep init`: an empty database, on purpose. `stoep run` makes one only where there is no key yet: a key without its database
//! may as well mean that a disk is not mounted.

use std::path::Path;

use anyhow::bail;

use super::run::settings;
use crate::store::{Key, Lock, Store};

/// Makes an empty database, with the key that is there; or with a new one.
pub async fn init(file: &Path) -> anyhow::Result<()> {
    let config = settings(file)?;
    let _lock = Lock::take(&config.database)?;
    for ending in ["", "-wal"] {
        let mut name = config.database.as_os_str().to_owned();
        name.push(ending);
        if Path::new(&name).exists() {
            bail!(
                "{} is there already: move it elsewhere first, it may hold what nothing else does",
                Path::new(&name).display()
            );
        }
    }
    let key = Key::read_for_new(&config.key, &config.database)?;
    Store::open(&config.database, key).await?;
    Key::keep(&config.key)?;
    println!("{} is a new, empty database; its key is {}.", config.database.display(), config.key.display());
    Ok(())
}
