//! Part of the database is broken: that is no full disk, and is not said to be one. What meets the broken part is parked, the rest
//! goes on; where nothing can go on, nothing is confirmed.

use std::os::unix::fs::FileExt;

use crate::files::post;
use crate::startup::{lived_in, refused};
use crate::street::Street;

const PAGE: u64 = 4096;

/// Writes over a page, while nothing runs.
fn break_page(street: &Street, page: u64) {
    let file = std::fs::File::options().write(true).open(street.database()).unwrap();
    file.write_all_at(&[0xff; PAGE as usize], (page - 1) * PAGE).unwrap();
}

/// Writes over the first page of a table.
async fn break_table(street: &Street, root: &'static str) {
    let mut disk = street.disk().await;
    let page = disk.number(root).await;
    disk.close().await;
    break_page(street, page as u64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_page_is_said_and_stops_nobody_else() {
    let mut street = Street::new(3).await;
    street.found().await;
    let child = street.run("");
    post(&street, "Wie geeft mijn ficus water").await;
    street.stop(child).await;
    break_table(&street, "select rootpage from sqlite_schema where name = 'requests'").await;

    let before = street.log().len();
    let child = street.run("");
    let words = street.until_health(503).await;
    assert!(words.contains("the database is damaged") && !words.contains("refuses"), "{words}");
    street.until("it runs", || street.log()[before..].contains("Stoep is running")).await;
    assert!(street.log()[before..].contains("put a backup in its place"), "the start says so: {}", street.log());

    let heard = street.heard(0).len();
    street.write(0, "/mijn");
    street.write(1, "/taal");
    street.until("an apology", || street.heard(0).len() > heard).await;
    street.until("the other's answer", || street.heard(1).len() == 1).await;
    let parked = street.ask(&["replay"]).await;
    let parked = String::from_utf8(parked.stdout).unwrap();
    let fault = parked.split_whitespace().next().unwrap();
    assert!(street.heard(0)[heard].contains(fault), "{parked}: {:?}", street.heard(0));
    street.write(2, "/taal");
    street.until("who comes later too", || street.heard(2).len() == 1).await;
    street.until("all is confirmed", || street.world.unconfirmed(street.bot.id) == 0).await;
    assert!(street.until_health(503).await.contains("damaged"), "it stays so");
    street.stop(child).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nothing_can_go_on_nothing_is_confirmed() {
    let street = lived_in().await;
    break_table(&street, "select rootpage from sqlite_schema where name = 'seen'").await;
    street.write(0, "/start");
    let child = street.run("");
    street.until("it tried", || street.log().contains("nothing is confirmed, trying again")).await;
    let words = street.until_health(503).await;
    assert!(words.contains("the database is damaged") && !words.contains("refuses"), "{words}");
    street.stop(child).await;
    assert_eq!((street.world.unconfirmed(street.bot.id), street.sent()), (1, 0));
}

/// As where another file was copied over the database of a program that runs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_not_even_be_parked_is_not_confirmed() {
    let street = lived_in().await;
    let child = street.run("");
    street.until_health(200).await;
    street.write_sql("alter table seen rename to something_else").await;
    street.write(0, "/start");
    let words = street.until_health(503).await;
    assert!(words.contains("the database is damaged"), "{words}");
    assert_eq!((street.world.unconfirmed(street.bot.id), street.sent()), (1, 0));
    street.write_sql("alter table something_else rename to seen").await;
    street.until("it goes on", || street.world.unconfirmed(street.bot.id) == 0).await;
    street.stop(child).await;
    let parked = street.ask(&["replay"]).await;
    assert!(String::from_utf8(parked.stdout).unwrap().contains("update"), "it is kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_database_any_more() {
    let street = lived_in().await;
    break_page(&street, 1);
    let said = refused(&street).await;
    assert!(said.contains("is damaged (SQLite NOTADB (26))") && said.contains("put a backup"), "{said}");
}
