//! The files: for the program's own user alone, missed where they are gone, and never changed under a program that runs.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use stoep::practice::{MessageView, What};

use crate::child::{Child, bare, stoep};
use crate::startup::{lived_in, refused};
use crate::street::Street;
use crate::talk::{Act, act};

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap_or_else(|e| panic!("{}: {e}", path.display())).mode() & 0o777
}

fn with_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Starts it, waits until it runs, and stops it; gives its log since.
async fn runs(street: &Street) -> String {
    let before = street.log().len();
    let child = street.run("");
    street.until("it runs", || street.log()[before..].contains("Stoep is running")).await;
    street.stop(child).await;
    street.log()[before..].to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_first_start_makes_is_private_whatever_the_umask() {
    let street = Street::new(1).await;
    let mut command = std::process::Command::new("bash");
    bare(&mut command);
    command.args(["-c", "umask 0; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_stoep"), "run"]);
    street.settings(&mut command, "");
    let child = Child::spawn(command, &street.path("log"));
    street.write(0, "/start");
    street.until("an answer", || street.heard(0).len() == 1).await;
    for made in ["data", "data/stoep.sqlite", "data/stoep.sqlite-wal", "data/stoep.sqlite-shm", "data/stoep.lock"] {
        assert_eq!(mode(&street.path(made)) & 0o077, 0, "{made}");
    }
    for made in ["keys", "keys/stoep.key"] {
        assert_eq!(mode(&street.path(made)) & 0o077, 0, "{made}");
    }
    assert!(!street.path("keys/stoep.key.new").exists());
    street.stop(child).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_and_a_token_that_others_could_read_are_taken_from_them_and_it_is_said() {
    let street = lived_in().await;
    with_mode(&street.path("data"), 0o755);
    with_mode(&street.database(), 0o644);
    let settings = street.path("stoep.toml");
    let with_token =
        std::fs::read_to_string(&settings).unwrap() + "[telegram]\ntoken = \"1:AAAAAAAAAAAAAAAAAAAAAAAAAAA\"\n";
    std::fs::write(&settings, with_token).unwrap();
    with_mode(&settings, 0o666);
    let said = runs(&street).await;
    assert_eq!(said.matches("have them no more").count(), 2, "{said}");
    assert!(said.contains("stoep.sqlite") && said.contains("stoep.toml") && !said.contains("AAAAAAAA"), "{said}");
    assert_eq!((mode(&street.database()), mode(&settings) & 0o027), (0o600, 0));
    assert_eq!(runs(&street).await.matches("have them no more").count(), 0, "said once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_in_which_others_can_write() {
    let street = lived_in().await;
    for folder in ["data", "keys"] {
        with_mode(&street.path(folder), 0o777);
        let said = refused(&street).await;
        assert!(
            said.contains("other users of this machine can write in the folder") && said.contains("chmod go-w"),
            "{said}"
        );
        with_mode(&street.path(folder), 0o700);
    }
    runs(&street).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_gone_is_missed_and_made_anew_on_purpose_alone() {
    let street = lived_in().await;
    std::fs::rename(street.path("data"), street.path("elsewhere")).unwrap();
    street.write(0, "/start");
    let said = refused(&street).await;
    assert!(said.contains("is missing, and its key") && said.contains("stoep init"), "{said}");
    assert!(!street.path("data").exists(), "nothing was made");
    assert_eq!(street.world.unconfirmed(street.bot.id), 1, "and nothing confirmed");
    for program in ["invite", "replay"] {
        let output = street.ask(&[program]).await;
        assert!(!output.status.success() && !street.path("data").exists(), "{output:?}");
    }

    let output = street.ask(&["init"]).await;
    assert!(output.status.success(), "{output:?}");
    assert_eq!(mode(&street.database()) & 0o077, 0);
    let again = street.ask(&["init"]).await;
    let said = String::from_utf8(again.stderr).unwrap();
    assert!(!again.status.success() && said.contains("is there already"), "{said}");
    let child = street.run("");
    street.until("the answer", || street.heard(0).len() == 1).await;
    street.stop(child).await;
}

/// However far a first start came before it was killed, the next one goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_that_was_killed_goes_on() {
    for made in ["nothing", "half a key", "a key", "a database"] {
        let street = Street::new(1).await;
        let waiting = street.path("keys/stoep.key.new");
        if made != "nothing" {
            std::fs::create_dir_all(street.path("keys")).unwrap();
            std::fs::write(&waiting, if made == "half a key" { "0123".to_owned() } else { "07".repeat(32) }).unwrap();
            with_mode(&waiting, 0o600);
        }
        if made == "a database" {
            std::fs::create_dir_all(street.path("data")).unwrap();
            std::fs::write(street.database(), "").unwrap();
        }
        runs(&street).await;
        runs(&street).await;
        let key = std::fs::read_to_string(street.path("keys/stoep.key")).unwrap();
        let is_the_one = key.trim() == "07".repeat(32);
        assert_eq!(is_the_one, ["a key", "a database"].contains(&made), "{made}: {key}");
        assert!(!waiting.exists(), "{made}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_on_a_full_disk_leaves_no_half_key() {
    let street = Street::new(1).await;
    let mut child = street.run_in_kilobytes(0);
    assert_eq!(child.ended().await.code(), Some(1));
    runs(&street).await;
}

/// As systemd gives it with `LoadCredential=stoep.key:…`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_systemd_gives() {
    let street = lived_in().await;
    std::fs::create_dir(street.path("credentials")).unwrap();
    std::fs::rename(street.path("keys/stoep.key"), street.path("credentials/stoep.key")).unwrap();
    with_mode(&street.path("credentials/stoep.key"), 0o400);
    let said = refused(&street).await;
    assert!(said.contains("is missing, and the database"), "{said}");
    let mut command = stoep(&["run"]);
    street.settings(&mut command, "");
    command.env("CREDENTIALS_DIRECTORY", street.path("credentials"));
    let before = street.log().len();
    let child = Child::spawn(command, &street.path("log"));
    street.until("it runs", || street.log()[before..].contains("Stoep is running")).await;
    street.stop(child).await;
    assert!(!street.path("keys/stoep.key").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_migrates_under_a_program_that_runs() {
    let street = Street::new(1).await;
    let child = street.run("");
    street.until("it runs", || street.log().contains("Stoep is running")).await;
    assert!(street.ask(&["replay"]).await.status.success(), "of the same version it works beside it");
    // As if the one that runs were a version older.
    street.write_sql("delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)").await;
    for words in [&["invite"][..], &["replay"], &["replay", "K7PQ2MXA"]] {
        let output = street.ask(words).await;
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && said.contains("an older version of Stoep is running on"),
            "{words:?}: {said}"
        );
    }
    street.write(0, "/start");
    street.until("it still answers", || street.heard(0).len() == 1).await;
    street.stop(child).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_backup_or_a_log_that_is_lost_is_noticed_and_numbers_go_on_higher() {
    let mut street = Street::new(2).await;
    street.found().await;
    let child = street.run("");
    post(&street, "Wie geeft mijn ficus water").await;
    street.stop(child).await;
    let backup = street.path("backup.sqlite");
    std::fs::copy(street.database(), &backup).unwrap();
    let quiet = runs(&street).await;
    assert!(!quiet.contains("lacks changes") && !quiet.contains("has not run here before"), "{quiet}");

    // After the backup: a request that the database forgets, and whose card stays in the group.
    let child = street.run("");
    post(&street, "Wie leest mij de krant voor").await;
    street.stop(child).await;
    let forgotten = last_request(&street).await;
    std::fs::copy(&backup, street.database()).unwrap();
    let before = street.log().len();
    let child = street.run("");
    post(&street, "Wie ruimt mijn schuur op").await;
    street.stop(child).await;
    assert!(street.log()[before..].contains("the database lacks changes that were confirmed"), "{}", street.log());
    let next = last_request(&street).await;
    assert!(next > forgotten + 1_000_000, "the number {next} is near {forgotten}");
    // Its old card reaches nobody else's request.
    let child = street.run("");
    let before = street.world.log(0).len();
    assert!(act(&street, 1, &Act::TapInGroup("Ik wil helpen", "krant".to_owned())));
    let answered = |e: &stoep::practice::Entry| matches!(e.what, What::PressAnswered { .. });
    street.until("an answer to the press", || street.world.log(0)[before..].iter().any(answered)).await;
    street.stop(child).await;
    assert_eq!(street.disk().await.number("select count(*) from responses").await, 0);
    let quiet = runs(&street).await;
    assert!(!quiet.contains("lacks changes"), "said once: {quiet}");

    // Killed, and the log broken or gone.
    let log = street.path("data/stoep.sqlite-wal");
    for (broken, plant) in [(true, "varen"), (false, "cactus")] {
        let mut child = street.run("");
        post(&street, &format!("Wie geeft mijn {plant} water")).await;
        let forgotten = last_request(&street).await;
        child.kill();
        if broken {
            // SQLite passes over everything behind the first frame that does not add up.
            File::options().write(true).open(&log).unwrap().write_all_at(&[0xff; 64], 32 + 24 + 100).unwrap();
        } else {
            std::fs::remove_file(&log).unwrap();
        }
        let said = runs(&street).await;
        assert!(said.contains("the database lacks changes that were confirmed"), "{said}");
        let child = street.run("");
        post(&street, &format!("Wie verpot mijn {plant}")).await;
        street.stop(child).await;
        assert!(last_request(&street).await > forgotten, "{plant}");
    }

    // On another machine, where nobody can tell.
    std::fs::remove_file(street.path("data/stoep.lock")).unwrap();
    let said = runs(&street).await;
    assert!(said.contains("has not run here before"), "{said}");
}

/// Somebody posts a request in the group.
pub async fn post(street: &Street, words: &str) {
    act(street, 0, &Act::SayInGroup(format!("/vraag@stoep_bot {words}?")));
    street.until("the preview", || act(street, 0, &Act::TapInGroup("Versturen", words.to_owned()))).await;
    let is_card = |m: &MessageView| m.text.contains(words) && format!("{:?}", m.keyboard).contains("Ik wil helpen");
    street.until("the card", || street.world.messages(street.group).iter().any(is_card)).await;
}

async fn last_request(street: &Street) -> i64 {
    street.disk().await.number("select max(id) from requests").await
}
