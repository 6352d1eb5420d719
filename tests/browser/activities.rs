//! An activity in the practice neighbourhood, from the line with which it is announced to the morning after: who comes, who waits, who
//! is reminded, and who is asked how it was.

use stoep::model::Language;
use stoep::text::{Arg, texts};

use crate::driver::{Browser, DESK, ENTER, PHONE, TAB, installed};
use crate::street::{Street, be, button, clock, dutch, newest_act_says, quoted, says, tab_to};

/// What Aisha writes in the group.
const LINE: &str = "/activiteit Soep koken in het buurthuis, overmorgen 14-16 u, max 2";
/// What is to be read of it on the card: the newest message in the group that it stands in, and that is not a person's.
const TITLE: &str = "Soep koken";
/// What is announced already when the page opens, in three days, and two said that they come.
pub const COFFEE: &str = "Koffie en taart";

/// The card of an activity.
fn card(title: &str) -> String {
    format!(
        "[...document.querySelectorAll('#group article')].filter(m => m.querySelector('.tag') && \
         m.querySelector('.keyboard, .text')?.closest('article').textContent.includes({})).at(-1)",
        quoted(title)
    )
}

/// A button of its card.
pub fn on_card(title: &str, label: &str) -> String {
    let (card, label) = (card(title), quoted(&dutch(label)));
    format!("[...({card})?.querySelectorAll('.keyboard button') ?? []].find(b => b.firstChild.textContent === {label})")
}

/// Does its card say this?
fn card_says(title: &str, words: &str) -> String {
    format!("({})?.textContent.includes({})", card(title), quoted(words))
}

/// A text with a number in it.
fn counted(id: &str, n: i64) -> String {
    texts().plain(Language::Nl, id, &[("n", n.into())])
}

/// How a text about an activity begins, up to the activity's name.
fn before_title(id: &str) -> String {
    let args = ["title", "when", "place"].map(|name| (name, Arg::Words("…")));
    let text = texts().plain(Language::Nl, id, &args);
    text.split(['<', '\u{2068}']).next().unwrap_or_default().trim_end().to_owned()
}

/// Tomorrow at nine Aisha announces it, with one line in the group and one tap.
async fn announce(page: &Browser) {
    clock(page, "tomorrow_nine").await;
    be(page, "Aisha").await;
    page.click("document.querySelector('#group textarea')").await;
    page.keys(&format!("{LINE}{ENTER}")).await;
    page.click(&on_card(TITLE, "button-place")).await;
    page.wait(&on_card(TITLE, "button-come")).await;
}

/// Moves the clock to what Stoep does next, until somebody's private chat that is open says this.
async fn until_told(page: &Browser, words: &str) {
    for _ in 0..12 {
        clock(page, "next").await;
        if page.run(&format!("return {}", says("private", words))).await == true {
            return;
        }
    }
    page.wait(&says("private", words)).await;
}

#[tokio::test]
async fn an_activity_is_announced_fills_is_reminded_of_and_looked_back_on() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    announce(&page).await;
    for (who, comes) in [("Fatima", 1), ("Joop", 2)] {
        be(&page, who).await;
        page.click(&on_card(TITLE, "button-come")).await;
        page.wait(&card_says(TITLE, &counted("activity-going", comes))).await;
        page.wait(&says("private", TITLE)).await;
    }
    be(&page, "Henk").await;
    page.click(&on_card(TITLE, "button-come")).await;
    page.wait(&card_says(TITLE, &counted("activity-waiting", 1))).await;
    page.wait(&says("private", "wachtlijst")).await;

    // Fatima can't after all: the place is Henk's at once, and he reads it in private.
    be(&page, "Fatima").await;
    page.click(&on_card(TITLE, "button-cannot")).await;
    page.wait(&newest_act_says("Henk kreeg")).await;
    page.wait(&format!("!({})", card_says(TITLE, &counted("activity-waiting", 1)))).await;
    page.wait(&card_says(TITLE, &counted("activity-going", 2))).await;
    be(&page, "Henk").await;
    page.click(&button("private", &dutch("button-come"))).await;

    until_told(&page, &before_title("reminder-tomorrow")).await;
    page.wait(&newest_act_says("Dit deed Stoep vanzelf.")).await;
    be(&page, "Aisha").await;
    until_told(&page, &before_title("back-ask")).await;
    page.wait(&card_says(TITLE, &dutch("activity-held"))).await;
    page.wait(&format!("!({})", on_card(TITLE, "button-come"))).await;
}

#[tokio::test]
async fn somebody_without_a_mouse_says_that_they_come() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, DESK, &street.url).await;
    be(&page, "Fatima").await;
    page.click("document.querySelector('#group .log')").await;
    tab_to(&page, &on_card(COFFEE, "button-come")).await;
    page.keys(ENTER).await;
    page.wait(&card_says(COFFEE, &counted("activity-going", 3))).await;
    page.wait("document.querySelector('#group .toast')").await;
    // The card was drawn anew; the focus is where it was, and the next Tab goes on from there.
    page.wait(&format!("document.activeElement === ({})", on_card(COFFEE, "button-come"))).await;
    page.keys(TAB).await;
    page.wait(&format!("document.activeElement === ({})", on_card(COFFEE, "button-cannot"))).await;
}

#[tokio::test]
async fn somebody_new_comes_with_a_telephone() {
    let Some(programs) = installed() else { return };
    let street = Street::start();
    let page = Browser::open(&programs, PHONE, &format!("{}#200006", street.url)).await;
    page.click("document.querySelector('[data-pane-button=group]')").await;
    page.click(&on_card(COFFEE, "button-come")).await;
    // Sem never spoke with Stoep: the tap leads to the private chat, where it stands that he comes.
    page.wait("document.querySelector('#app').dataset.pane === 'private'").await;
    page.wait(&says("private", COFFEE)).await;
    page.wait(&button("private", &dutch("button-cannot"))).await;
    page.click("document.querySelector('[data-pane-button=group]')").await;
    page.wait(&card_says(COFFEE, &counted("activity-going", 3))).await;
}
