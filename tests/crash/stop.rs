//! SIGTERM: the transaction is finished, what goes out within seconds goes out, the rest is kept.

use std::time::{Duration, Instant};

use stoep::practice::{Failure, How};

use crate::street::Street;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_keeps_what_did_not_go_out_and_sends_nothing_twice() {
    const PEOPLE: usize = 200;
    let street = Street::new(PEOPLE).await;
    let delay = How::Delay(Duration::from_millis(1500));
    street.world.fail(Failure { method: Some("sendMessage".into()), chat: None, times: u32::MAX, how: delay });
    (0..PEOPLE).for_each(|p| street.write(p, "/start"));
    let child = street.run("");
    street.until("the first answers", || street.sent() > 0).await;
    let asked_at = Instant::now();
    street.stop(child).await;
    assert!(asked_at.elapsed() < Duration::from_secs(8), "it took {:?}", asked_at.elapsed());
    let sent = street.sent();
    let mut disk = street.disk().await;
    let kept = disk.number("select count(*) from outbox").await as usize;
    let handled = disk.number("select count(*) from seen").await as usize;
    disk.close().await;
    assert!(kept > 0 && sent + kept == handled, "{sent} sent and {kept} kept of {handled}");

    street.world.clear_failures();
    let child = street.run("");
    street.until("everybody's answer", || (0..PEOPLE).all(|p| !street.heard(p).is_empty())).await;
    street.stop(child).await;
    assert_eq!(street.sent(), PEOPLE, "nobody hears anything twice because of a stop");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_with_nothing_to_do_is_quick() {
    let street = Street::new(1).await;
    let child = street.run("");
    street.write(0, "/start");
    street.until("the answer", || street.heard(0).len() == 1).await;
    let asked_at = Instant::now();
    street.stop(child).await;
    assert!(asked_at.elapsed() < Duration::from_secs(2), "it took {:?}", asked_at.elapsed());
    assert!(!street.path("data/stoep.sqlite-wal").exists(), "the database was closed in order");
}

/// Telegram is away: a stop does not wait for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_does_not_wait_for_telegram() {
    let street = Street::new(1).await;
    street.world.fail(Failure {
        method: Some("getMe".into()),
        chat: None,
        times: u32::MAX,
        how: How::Error { code: 502, description: "Bad Gateway".into(), parameters: None },
    });
    let child = street.run("");
    street.until("a first try", || street.log().contains("can't be reached yet")).await;
    let says = street.until_health(503).await;
    assert!(says.contains("it never was since the start: it answers with errors of its own"), "{says}");
    let asked_at = Instant::now();
    street.stop(child).await;
    assert!(asked_at.elapsed() < Duration::from_secs(12), "it took {:?}", asked_at.elapsed());
}
