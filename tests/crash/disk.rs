//! The disk refuses: nothing is confirmed, the health page says so, and later everything is handled once.

use crate::street::Street;

const PEOPLE: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_confirms_nothing_and_loses_nothing() {
    let street = Street::new(PEOPLE).await;
    (0..PEOPLE).for_each(|p| street.write(p, "/start"));
    let child = street.run("disk-full=4*return->off");
    let words = street.until_health(503).await;
    assert!(words.contains("the disk refuses to write"), "{words}");
    assert_eq!((street.world.unconfirmed(street.bot.id), street.sent()), (PEOPLE, 0), "nothing is confirmed or said");
    street.until("everybody's answer", || (0..PEOPLE).all(|p| street.heard(p).len() == 1)).await;
    street.until_health(200).await;
    street.stop(child).await;
    assert_eq!(street.sent(), PEOPLE, "each once");
    let log = street.log();
    assert!(log.contains("nothing is confirmed") && log.contains("can be written again"), "{log}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_is_heard_while_the_disk_refuses() {
    let street = Street::new(1).await;
    street.write(0, "/start");
    let child = street.run("disk-full=return");
    street.until_health(503).await;
    street.stop(child).await;
    assert_eq!((street.world.unconfirmed(street.bot.id), street.sent()), (1, 0), "it comes again at the next start");
    let child = street.run("");
    street.until("the answer", || street.heard(0).len() == 1).await;
    street.stop(child).await;
}

/// No failpoint here: the operating system lets no file grow, as on a disk that is really full.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_is_really_full_loses_nothing() {
    let street = Street::new(PEOPLE).await;
    let child = street.run("");
    street.write(0, "/start");
    street.until("the first answer", || street.heard(0).len() == 1).await;
    street.stop(child).await;

    let mut child = street.run_in_kilobytes(48);
    street.until_health(200).await;
    let mut round = 0;
    let mut written = 1;
    // Until the disk is full; a round that went well is answered first.
    loop {
        round += 1;
        (0..PEOPLE).for_each(|p| street.write(p, "/start"));
        written += PEOPLE;
        let mut full = false;
        while !full && street.sent() < written {
            full = street.health().await.0 == 503;
        }
        if full {
            break;
        }
        assert!(round < 100, "the disk never filled");
    }
    child.kill();

    let child = street.run("");
    street.until("everybody's answers", || street.sent() >= written).await;
    street.until_health(200).await;
    street.stop(child).await;
    for p in 0..PEOPLE {
        let expected = round + usize::from(p == 0);
        assert!(street.heard(p).len() >= expected, "person {p} lost an answer");
    }
    assert!(street.sent() - written <= 32, "at most those in flight come twice");
    let mut disk = street.disk().await;
    assert_eq!(disk.number("select count(*) from seen").await, written as i64);
    assert_eq!(disk.texts("pragma integrity_check").await, ["ok"]);
}
