//! The practice page in a real browser: headless Chromium on `stoep practice`, as somebody would use it. Without Chromium these
//! tests say that they were skipped; `.ci/run` installs it and lets nothing be skipped.

mod activities;
mod axe;
mod driver;
mod pictures;
mod street;

use driver::{Browser, DESK, DOWN, ESCAPE, PHONE, TAB, installed};
use street::{By, Street, ask, be, button, clock, dutch, newest_act_says, says, tab_to};

const MILK: &str = "Wie haalt melk voor mij?";

#[tokio::test]
async fn somebody_without_a_mouse_posts_a_request_in_seven_taps() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    page.keys(TAB).await;
    page.keys(driver::ENTER).await;
    page.wait("document.querySelector('#private .log').contains(document.activeElement)").await;
    let taps = ask(&page, By::Keyboard, MILK).await;
    page.wait(&says("group", MILK)).await;
    assert!(taps <= 7, "{taps} taps");
    // What had the focus went away with the question; the focus did not go with it.
    page.wait("document.querySelector('#private').contains(document.activeElement)").await;
    page.wait(&newest_act_says("In de groep kwam een bericht.")).await;
    page.wait(&newest_act_says("Fatima")).await;
}

#[tokio::test]
async fn somebody_else_helps_and_both_hear_in_private() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    ask(&page, By::Mouse, MILK).await;
    be(&page, "Joop").await;
    page.click(&button("group", &dutch("button-help"))).await;
    page.wait(&newest_act_says("Joop tikte op ‘Ik wil helpen’.")).await;
    page.wait(&newest_act_says("Fatima kreeg een privébericht.")).await;
    page.wait(&newest_act_says("De groep ziet dat niet.")).await;
    // Fatima has something new; the list leads to it.
    page.wait("document.querySelector('#who-list label .badge')?.closest('label').textContent.includes('Fatima')")
        .await;
    page.click("[...document.querySelectorAll('#acts .link')].find(l => l.textContent.startsWith('Fatima kreeg'))")
        .await;
    page.wait("document.querySelector('#private .pane-sub').textContent.includes('Fatima')").await;
    page.wait("!document.querySelector('#who-list .badge')").await;
    page.click(&button("private", &dutch("button-yes"))).await;
    page.wait(&newest_act_says("Fatima tikte op")).await;
    page.wait(&newest_act_says("Joop kreeg")).await;
}

#[tokio::test]
async fn what_another_window_does_is_seen_live() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    ask(&page, By::Mouse, MILK).await;
    page.wait(&says("group", MILK)).await;
    page.run("window.notReloaded = true; document.querySelector('#group .log').focus()").await;
    let other = Browser::open(&programs, PHONE, &format!("{}#200002", street.url)).await;
    other.click("document.querySelector('[data-pane-button=group]')").await;
    other.click(&button("group", &dutch("button-help"))).await;
    let card = format!("[...document.querySelectorAll('#group article')].find(m => m.textContent.includes('{MILK}'))");
    page.wait(&format!("{card}.querySelector('.when').textContent.includes('bewerkt')")).await;
    assert_eq!(page.run("return window.notReloaded && document.activeElement.classList.contains('log')").await, true);
}

#[tokio::test]
async fn the_clock_moves_and_says_so_in_words() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    tab_to(&page, "document.querySelector('#clock-open')").await;
    page.keys(driver::ENTER).await;
    page.wait("document.activeElement.dataset.choice === 'next'").await;
    page.keys(ESCAPE).await;
    page.wait("document.activeElement.id === 'clock-open' && document.querySelector('#clock-moves').hidden").await;
    page.keys(driver::ENTER).await;
    for _ in 0..7 {
        if page.run("return document.activeElement.dataset.choice").await == "tomorrow_nine" {
            break;
        }
        page.keys(DOWN).await;
    }
    page.keys(driver::ENTER).await;
    page.wait("/^[a-z]+ \\d+ [a-z]+ \\d{4}, 0?9:00$/.test(document.querySelector('#clock-face').textContent)").await;
    page.wait(&newest_act_says("Het werd")).await;
    page.wait("document.activeElement.id === 'clock-open'").await;
}

#[tokio::test]
async fn the_clock_goes_to_what_stoep_does_by_itself_and_the_list_tells_it_in_its_words() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    clock(&page, "tomorrow_nine").await;
    ask(&page, By::Mouse, MILK).await;
    page.wait(&says("group", MILK)).await;
    // Nobody reacts: Stoep goes round wider, and then asks the team. Fatima reads that it is on its way.
    let told = format!(
        "{} && document.querySelector('#acts > li .link')?.textContent.includes('‘')",
        newest_act_says("Fatima kreeg privé")
    );
    for n in 0.. {
        assert!(n < 6, "Fatima hears nothing");
        clock(&page, "next").await;
        page.wait(&newest_act_says("Dit deed Stoep vanzelf.")).await;
        if page.run(&format!("return Boolean({told})")).await == true {
            break;
        }
    }
    // In the week that follows each thing comes at its own time, and the newest line says what time it became.
    clock(&page, "one_week").await;
    page.wait("[...document.querySelectorAll('#acts > li')].filter(a => a.textContent.includes('Dit deed Stoep vanzelf.')).length > 3").await;
    page.wait(&newest_act_says("Het werd")).await;
}

#[tokio::test]
async fn nothing_is_lost_while_stoep_is_away_or_telegram_refuses() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    let switch = async |name: &str| {
        page.click("document.querySelector('#tools-open')").await;
        page.click(&format!("document.querySelector('[data-choice={name}]')")).await;
    };
    let trouble = "document.querySelector('.trouble button')";

    switch("away").await;
    page.wait(trouble).await;
    page.click(&button("private", &dutch("menu-ask"))).await;
    page.wait("document.querySelector('.trouble').textContent.includes('Er wacht 1 ding')").await;
    page.wait(&newest_act_says("Dit wacht.")).await;
    page.click(trouble).await;
    page.wait(&says("private", &dutch("vraag-category"))).await;
    page.wait(&format!("!{trouble}")).await;
    page.wait("document.activeElement !== document.body").await;

    switch("refusing").await;
    page.wait(trouble).await;
    page.click(&button("private", &dutch("vraag-category-errands"))).await;
    page.wait(&newest_act_says("Telegram weigerde")).await;
    page.click(trouble).await;
    page.wait(&says("private", dutch("vraag-title").lines().next().unwrap_or_default())).await;
    page.wait(&format!("!{trouble}")).await;
}

#[tokio::test]
async fn starting_again_asks_first_and_comes_back_by_itself() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    let other = Browser::open(&programs, DESK, &street.url).await;
    ask(&page, By::Mouse, MILK).await;
    other.wait(&says("group", MILK)).await;
    let again = async || {
        page.click("document.querySelector('#tools-open')").await;
        page.click("document.querySelector('[data-choice=again]')").await;
    };
    again().await;
    page.click("document.querySelector('#sure [value=no]')").await;
    page.wait("!document.querySelector('#sure').open").await;
    assert_eq!(page.run(&format!("return {}", says("group", MILK))).await, true);
    again().await;
    page.click("document.querySelector('#sure [value=yes]')").await;
    for window in [&page, &other] {
        window.wait(&format!("!({}) && {}", says("group", MILK), button("private", &dutch("menu-ask")))).await;
        window.wait("!document.querySelector('#setting').open && !document.querySelector('#who-list .badge')").await;
    }
    let taps = ask(&page, By::Mouse, MILK).await;
    other.wait(&says("group", MILK)).await;
    assert!(taps > 3);
}

#[tokio::test]
async fn it_fits_a_telephone_and_large_letters() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, PHONE, &street.url).await;
    ask(&page, By::Mouse, MILK).await;
    for (width, height) in [(320, 568), (360, 740), (400, 860), (768, 1024), (1024, 700), (1280, 720), (1920, 1080)] {
        page.screen(driver::Screen { width, height, dark: false }).await;
        for large in [false, true] {
            page.run(&format!("document.documentElement.dataset.size = '{}'", if large { "large" } else { "" })).await;
            for pane in ["group", "private", "happened"] {
                page.run(&format!("document.querySelector('[data-pane-button={pane}]').click()")).await;
                let wide = "[...document.querySelectorAll('body, #app, .pane, .log, .composer, .top, .panes, #happened')].filter(e => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth + 1).map(e => e.id || e.className)";
                let found = page.run(&format!("return {wide}")).await;
                assert_eq!(found.as_array().map(Vec::len), Some(0), "{width} {pane} large={large}: {found}");
                let high = page.run("return document.documentElement.scrollHeight - innerHeight").await;
                assert!(high.as_i64().unwrap() <= 0, "{width} {pane} large={large}: {high} pixels below the window");
                let shown = page.run("return ['group', 'private', 'happened'].filter(p => document.getElementById(p).offsetParent !== null).length").await;
                assert!(shown == if width < 800 { 1 } else { 3 } || large, "{width} {pane} large={large}: {shown}");
            }
        }
    }
}

#[tokio::test]
async fn it_speaks_two_languages_and_says_which() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    page.click("document.querySelector('#language')").await;
    page.wait("document.documentElement.lang === 'en' && document.title === 'Practice neighbourhood'").await;
    page.wait("document.querySelector('#happened-title').textContent === 'Just happened'").await;
    page.wait("document.querySelector('#language').lang === 'nl'").await;
    // What Stoep says stays in the language of whom it speaks with.
    page.wait(&button("private", &dutch("menu-ask"))).await;
    page.click("document.querySelector('#theme')").await;
    page.wait("getComputedStyle(document.documentElement).colorScheme === 'dark'").await;
    page.run("location.reload()").await;
    page.wait("document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark' && document.querySelector('#theme').textContent === 'Light'").await;
}

#[tokio::test]
async fn a_photo_a_voice_message_and_a_file_are_shown() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    for kind in ["photo", "voice"] {
        page.click("document.querySelector('#private .other')").await;
        page.click(&format!("document.querySelector('[data-choice={kind}]')")).await;
        page.wait(&format!("document.querySelector('#private .own .{kind}')")).await;
    }
    let photo = page.run_async("const p = document.querySelector('#private .photo'); p.decode().then(() => done([p.naturalWidth, p.alt]), e => done(String(e)))").await;
    assert_eq!(photo, serde_json::json!([320, "Foto: een fiets voor een muur"]));
    page.wait("document.querySelector('#private .voice').textContent.includes('0:03')").await;
    page.click("document.querySelector('#private textarea')").await;
    page.keys(&format!("/uitnodigen{}", driver::ENTER)).await;
    page.click(&button("private", &dutch("invite-poster"))).await;
    page.wait("document.querySelector('#private .file').textContent.includes('.pdf')").await;
    let begins = page
        .run_async(
            "fetch(document.querySelector('#private .file').href).then(a => a.text()).then(t => done(t.slice(0, 5)))",
        )
        .await;
    assert_eq!(begins, "%PDF-");
}
