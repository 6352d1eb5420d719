//! Started wrongly: each mistake is recognised and said in plain words, without the token.

use std::os::unix::fs::PermissionsExt;

use crate::street::Street;

/// Runs it to its end, which must be a failure, and gives what it said.
pub async fn refused(street: &Street) -> String {
    let before = street.log().len();
    let status = street.run("").ended().await;
    let said = street.log()[before..].to_owned();
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(!said.contains(street.bot.token.split(':').nth(1).unwrap()), "the token is in: {said}");
    said
}

/// A street whose database exists.
pub async fn lived_in() -> Street {
    let street = Street::new(1).await;
    let child = street.run("");
    street.until_health(200).await;
    street.until("it runs", || street.log().contains("Stoep is running")).await;
    street.stop(child).await;
    street
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_program_on_the_database() {
    let street = Street::new(1).await;
    let child = street.run("");
    street.until("it runs", || street.log().contains("Stoep is running")).await;
    let said = refused(&street).await;
    assert!(said.contains("another Stoep is already running on"), "{said}");
    street.write(0, "/start");
    street.until("the first one still answers", || street.heard(0).len() == 1).await;
    street.stop(child).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_bots_token() {
    let mut street = lived_in().await;
    let first = street.bot.id;
    street.bot = street.world.add_bot("other_bot", "Other");
    let said = refused(&street).await;
    assert!(said.contains(&format!("belongs to the bot with id {first}")), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_schema() {
    let street = lived_in().await;
    street
        .write_sql(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             values (9999, 'from the future', 1, x'00', 0)",
        )
        .await;
    let said = refused(&street).await;
    assert!(said.contains("was written by a newer version of Stoep"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_wrong_setting_at_once() {
    let street = Street::new(1).await;
    std::fs::write(street.path("stoep.toml"), "[http]\nlisten = 5\n[data]\ndatabse = \"x\"\n[mail]\n").unwrap();
    let said = refused(&street).await;
    for part in ["line 2", "line 4", "line 5"] {
        assert!(said.contains(part), "{part} is not named:\n{said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_telegram_does_not_know() {
    let mut street = Street::new(1).await;
    street.bot.token = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into();
    let said = refused(&street).await;
    assert!(said.contains("Telegram does not know this token"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_that_is_set() {
    let street = Street::new(1).await;
    street.world.pretend_webhook(street.bot.id);
    let said = refused(&street).await;
    assert!(said.contains("a webhook is set for this bot"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_bot_on_the_token() {
    let street = Street::new(1).await;
    let mut other = Street::new(1).await;
    (other.bot, other.url) = (street.bot.clone(), street.url.clone());
    let first = street.run("");
    street.until("it runs", || street.log().contains("Stoep is running")).await;
    let second = other.run("");
    street
        .until("one of them notices", || {
            let logs = [street.log(), other.log()];
            logs.iter().any(|l| l.contains("another program is receiving this bot's messages with the same token"))
        })
        .await;
    drop(second);
    // Alone again, it is well again.
    street.write(0, "/start");
    street.until("the answer", || street.heard(0).len() == 1).await;
    street.until_health(200).await;
    street.stop(first).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_others_can_read_or_that_is_gone() {
    let street = lived_in().await;
    let key = street.path("keys/stoep.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let said = refused(&street).await;
    assert!(said.contains("can be read by other users"), "{said}");
    std::fs::rename(&key, street.path("elsewhere")).unwrap();
    let said = refused(&street).await;
    assert!(said.contains("is missing, and the database"), "{said}");
    assert!(!key.exists(), "no new key was made in its place");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_belongs_to_another_database() {
    let street = lived_in().await;
    std::fs::write(street.path("keys/stoep.key"), "07".repeat(32)).unwrap();
    let said = refused(&street).await;
    assert!(said.contains("was made with another key"), "{said}");
}
