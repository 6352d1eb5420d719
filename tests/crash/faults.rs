//! A feature goes wrong over one message in a batch of many: that one is parked, its sender hears it once, and the rest
//! goes on. `stoep replay` tries it again. The log tells none of what people wrote.

use crate::street::{Street, name};

const PEOPLE: usize = 30;
const VICTIM: usize = 13;
const WORDS: &str = "dit gaat-mis met mijn geheime vraag";

async fn goes_wrong(failpoint: &str) {
    let street = Street::new(PEOPLE).await;
    // All of them wait when the program starts: one batch.
    for p in 0..PEOPLE {
        street.write(p, if p == VICTIM { WORDS } else { "/start" });
    }
    let child = street.run(&format!("{failpoint}=return"));
    street.until("everybody's answer", || (0..PEOPLE).all(|p| !street.heard(p).is_empty())).await;

    let listed = listed(&street).await;
    let [line] = listed.as_slice() else { panic!("one is parked: {listed:?}") };
    let fault = line.split_whitespace().next().unwrap().to_owned();
    let heard = street.heard(VICTIM);
    assert!(heard[0].contains(&fault), "the apology names the fault {fault}: {heard:?}");
    assert!(street.log().contains(&fault), "and so does the log");

    // Tried again while the mistake is still there: it stays parked, is not said again, and holds up nobody.
    put_back(&street, &fault).await;
    let again = || street.log().matches("failed again and stays parked").count();
    street.until("the second try", || again() == 1).await;
    street.write(0, "/start");
    street.until("an answer after it", || street.heard(0).len() == 2).await;
    assert!(self::listed(&street).await[0].starts_with(&fault));
    street.stop(child).await;

    // Put back while nothing runs: the next start takes it, without the mistake.
    put_back(&street, &fault).await;
    let child = street.run("");
    street.until("the answer at last", || street.heard(VICTIM).len() == 2).await;
    street.stop(child).await;
    assert!(!street.heard(VICTIM)[1].contains(&fault), "an answer, not an apology");
    assert_eq!(street.sent(), PEOPLE + 2, "everybody once, the apology once, the later answers once");
    assert_eq!(again(), 1, "tried once, not for ever");
    assert_eq!(self::listed(&street).await, ["Nothing is parked."], "what was handled can't be handled again");

    let log = street.log();
    let token = street.bot.token.split(':').nth(1).unwrap();
    for secret in ["geheime", "gaat-mis", token, &name(VICTIM)[..8]] {
        assert!(!log.contains(secret), "the log holds \"{secret}\":\n{log}");
    }
}

async fn listed(street: &Street) -> Vec<String> {
    let output = street.ask(&["replay"]).await;
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

async fn put_back(street: &Street, fault: &str) {
    let output = street.ask(&["replay", fault]).await;
    assert!(output.status.success(), "{output:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_takes_one_message_and_no_other() {
    goes_wrong("feature-fault").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_takes_one_message_and_no_other() {
    goes_wrong("feature-panic").await;
}

/// Nothing can be put into the outbox for one person, not even the apology: the message is parked all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_not_even_be_answered_is_parked() {
    let street = Street::new(2).await;
    let child = street.run("");
    street.write(0, "/start");
    street.until("the first answer", || street.heard(0).len() == 1).await;
    street.stop(child).await;
    street
        .write_sql(
            "create trigger broken before insert on outbox when new.chat_id = (select chat_id from people)
             begin select raise(abort, 'broken on purpose'); end",
        )
        .await;

    let child = street.run("");
    street.write(0, "/start");
    street.write(1, "/start");
    street.until("the other's answer", || street.heard(1).len() == 1).await;
    street.stop(child).await;
    assert_eq!(listed(&street).await.len(), 1);
}

/// A draft that can't be opened costs its person that draft, and nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_a_draft_that_can_not_be_opened_is_still_heard() {
    let street = Street::new(1).await;
    let child = street.run("");
    street.write(0, "/start");
    street.until("the first answer", || street.heard(0).len() == 1).await;
    street.stop(child).await;
    street.write_sql("insert into dialogues select id, 'vraag', x'00', unixepoch() from people").await;

    let child = street.run("");
    street.write(0, "/start");
    street.until("the answer, and what became of the draft", || street.heard(0).len() == 3).await;
    street.write(0, "/start");
    street.until("an answer alone", || street.heard(0).len() == 4).await;
    street.stop(child).await;
    assert_eq!(listed(&street).await, ["Nothing is parked."]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_fault_id_is_said() {
    let street = Street::new(1).await;
    let child = street.run("");
    street.until_health(200).await;
    street.stop(child).await;
    assert_eq!(listed(&street).await, ["Nothing is parked."]);
    let output = street.ask(&["replay", "NOTTHERE"]).await;
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no update is parked under NOTTHERE"), "{output:?}");
}
