//! What axe-core, a checker for accessibility, finds on the page: nothing serious, in light and in dark, on a desk and on a
//! telephone. `.ci/run` fetches it and says in `STOEP_AXE` where its script is; without that this test says that it was skipped.

use crate::activities::COFFEE;
use crate::driver::{Browser, DESK, PHONE, installed, skipped};
use crate::street::{By, Street, ask, be, button, dutch, says};

#[tokio::test]
async fn axe_finds_nothing_serious() {
    let Some(programs) = installed() else { return };
    let Ok(axe) = std::env::var("STOEP_AXE") else { return skipped("STOEP_AXE does not say where axe.min.js is") };
    let axe = std::fs::read_to_string(axe).unwrap();
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    look(&page, &axe, "at the beginning").await;
    ask(&page, By::Mouse, "Wie haalt melk voor mij?").await;
    be(&page, "Joop").await;
    page.click(&button("group", &dutch("button-help"))).await;
    page.wait("document.querySelector('#who-list .badge')").await;
    // The activity's card is in the group; below it in private what Joop's [Ik kom] came to.
    page.wait(&says("private", COFFEE)).await;
    page.click("document.querySelector('#tools-open')").await;
    page.click("document.querySelector('[data-choice=refusing]')").await;
    page.wait("document.querySelector('.trouble')").await;
    for screen in [DESK, DESK.dark(), PHONE, PHONE.dark()] {
        page.screen(screen).await;
        for pane in ["group", "private", "happened"] {
            page.run(&format!("document.querySelector('[data-pane-button={pane}]').click()")).await;
            look(&page, &axe, &format!("{screen:?}, {pane}")).await;
        }
        for menu in ["#clock-open", "#tools-open", "#private .more", "#private .commands"] {
            page.run(&format!(
                "document.querySelector('[data-pane-button=private]').click(); document.querySelector('{menu}').click()"
            ))
            .await;
            look(&page, &axe, &format!("{screen:?}, {menu}")).await;
        }
        page.run("document.querySelector('#sure').showModal()").await;
        look(&page, &axe, &format!("{screen:?}, asked whether to start again")).await;
        page.run("document.querySelector('#sure').close()").await;
    }
}

async fn look(page: &Browser, axe: &str, when: &str) {
    if page.run("return typeof axe === 'undefined'").await == true {
        page.run(axe).await;
    }
    let found = page
        .run_async(
            "axe.run(document, { resultTypes: ['violations'] }).then(
               r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v =>
                 `${v.impact} ${v.id}: ${v.help}\\n` + v.nodes.map(n => `  ${n.html}\\n  ${n.failureSummary}`).join('\\n'))),
               e => done([String(e)]))",
        )
        .await;
    let found: Vec<&str> = found.as_array().unwrap().iter().filter_map(|f| f.as_str()).collect();
    assert!(found.is_empty(), "{when}:\n{}", found.join("\n"));
}
