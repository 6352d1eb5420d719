//! The README's pictures of the practice page. They are made anew by
//! `cargo test --test browser pictures -- --ignored`, which writes them into `docs/screenshots`.

use std::path::Path;

use crate::activities::{COFFEE, on_card};
use crate::driver::{Browser, DESK, PHONE, installed};
use crate::street::{By, Street, ask, be, button, clock, dutch, newest_act_says, says};

/// A picture takes at most so many bytes: they are loaded by everybody who opens the README.
const MOST: usize = 250 * 1024;

#[tokio::test]
#[ignore = "makes the README's pictures"]
async fn pictures() {
    let Some(programs) = installed() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    clock(&page, "tomorrow_nine").await;
    ask(&page, By::Mouse, "Wie haalt melk voor mij?").await;
    be(&page, "Joop").await;
    page.click(&button("group", &dutch("button-help"))).await;
    page.wait(&newest_act_says("Fatima kreeg een privébericht.")).await;
    // A line that passes by would stand over the card.
    page.wait("document.querySelectorAll('.toast').length === 0").await;
    be(&page, "Fatima").await;
    page.wait(&button("private", &dutch("button-yes"))).await;
    for (name, screen) in
        [("desk-light", DESK), ("desk-dark", DESK.dark()), ("phone-light", PHONE), ("phone-dark", PHONE.dark())]
    {
        page.screen(screen).await;
        keep(&page, &folder, name).await;
    }

    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    clock(&page, "tomorrow_nine").await;
    be(&page, "Fatima").await;
    page.click(&on_card(COFFEE, "button-come")).await;
    page.wait(&says("private", COFFEE)).await;
    page.wait("document.querySelectorAll('.toast').length === 0").await;
    page.click(&on_card(COFFEE, "button-bring")).await;
    page.click("document.querySelector('#happened-title')").await;
    page.wait("document.querySelectorAll('.toast').length === 0").await;
    keep(&page, &folder, "activity").await;
}

/// Takes a picture of the newest of everything.
async fn keep(page: &Browser, folder: &Path, name: &str) {
    page.run("document.activeElement.blur(); for (const log of document.querySelectorAll('.log')) log.scrollTop = log.scrollHeight")
        .await;
    let picture = page.picture().await;
    assert!(picture.len() < MOST, "{name}: {} bytes", picture.len());
    std::fs::write(folder.join(format!("{name}.png")), picture).unwrap();
}
