//! The practice neighbourhood as anybody starts it, and how one goes about on its page: by mouse, or by keyboard alone.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use stoep::model::Language;
use stoep::text::texts;

use crate::driver::{Browser, ENTER, TAB};

/// `stoep practice`, for as long as this lives.
pub struct Street {
    program: Child,
    /// Where its page is.
    pub url: String,
}

impl Street {
    /// Starts the program; returns once its page is there.
    pub fn start() -> Street {
        let mut program = Command::new(env!("CARGO_BIN_EXE_stoep"))
            .args(["practice", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map_while(Result::ok);
        let Some(url) = lines.find_map(|l| l.trim().starts_with("http://").then(|| l.trim().to_owned())) else {
            let mut said = String::new();
            program.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            panic!("it printed no address: {said}");
        };
        // Nobody needs the rest, but a pipe that is closed or full would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        let mut log = program.stderr.take().unwrap();
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Street { program, url }
    }
}

impl Drop for Street {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A text of Stoep's, in Dutch.
pub fn dutch(id: &str) -> String {
    texts().plain(Language::Nl, id, &[])
}

/// JavaScript for a text in quotes.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// The newest button with this label on this side: an expression in JavaScript.
pub fn button(side: &str, label: &str) -> String {
    format!(
        "[...document.querySelectorAll('#{side} .keyboard button')].filter(b => b.firstChild.textContent === {}).at(-1)",
        quoted(label)
    )
}

/// Is there a message with these words on this side?
pub fn says(side: &str, words: &str) -> String {
    format!("[...document.querySelectorAll('#{side} .text')].some(t => t.textContent.includes({}))", quoted(words))
}

/// Does the list of what just happened say this, in its newest act?
pub fn newest_act_says(words: &str) -> String {
    format!("document.querySelector('#acts > li').textContent.includes({})", quoted(words))
}

/// Moves the clock by one of its choices, by mouse, and waits until it is there.
pub async fn clock(browser: &Browser, choice: &str) {
    browser.click("document.querySelector('#clock-open')").await;
    browser.click(&format!("document.querySelector('#clock-moves [data-choice={choice}]')")).await;
    browser.wait("!document.querySelector('#clock-open').hasAttribute('aria-busy')").await;
}

/// Becomes somebody else, by mouse.
pub async fn be(browser: &Browser, name: &str) {
    let label = format!(
        "[...document.querySelectorAll('#who-list label')].find(l => l.textContent.includes({}))",
        quoted(name)
    );
    browser.click(&label).await;
    browser.wait(&format!("document.querySelector('#private .pane-sub').textContent.includes({})", quoted(name))).await;
}

/// How somebody goes from one question to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    Mouse,
    Keyboard,
}

/// Presses the newest button with this label in the private chat.
async fn press(browser: &Browser, by: By, label: &str) {
    let wanted = button("private", label);
    match by {
        By::Mouse => browser.click(&wanted).await,
        By::Keyboard => {
            browser.wait(&wanted).await;
            tab_to(browser, &wanted).await;
            browser.keys(ENTER).await;
        }
    }
}

/// Goes to an element by Tab, forwards, or backwards from where one writes.
pub async fn tab_to(browser: &Browser, wanted: &str) {
    let writes = "document.activeElement.tagName === 'TEXTAREA'";
    let back = browser.run(&format!("return {writes}")).await == true;
    for _ in 0..60 {
        if browser.run(&format!("return document.activeElement === ({wanted})")).await == true {
            return;
        }
        if back { browser.back_tab().await } else { browser.keys(TAB).await }
    }
    panic!("Tab does not lead to {wanted}");
}

/// Asks for help as whoever one is, from [Ik zoek hulp] to the message that it is in the group: the first choice of each
/// question, and these words where words are asked for. Gives how often one tapped a button or sent words.
///
/// The questions are read from the page, so that a new one needs no change here.
pub async fn ask(browser: &Browser, by: By, words: &str) -> usize {
    let (confirm, place) = (dutch("vraag-confirm"), dutch("button-place"));
    let around: Vec<String> =
        ["back", "stop", "skip", "more", "change", "all"].map(|w| dutch(&format!("dialogue-{w}"))).to_vec();
    let newest = "[...document.querySelectorAll('#private article')].at(-1)";
    let mut asked = browser.wait(&format!("{newest}.dataset.key")).await.as_str().unwrap().to_owned();
    press(browser, by, &dutch("menu-ask")).await;
    let mut taps = 1;
    loop {
        // The next question: a message that is not the one before, with buttons below it.
        let question = format!(
            "(() => {{ const m = {newest}; return m.querySelector('.keyboard') && !m.classList.contains('own') \
             && m.dataset.key !== {} && m.dataset.key; }})()",
            quoted(&asked)
        );
        asked = browser.wait(&question).await.as_str().unwrap().to_owned();
        let labels = browser
            .run(&format!(
                "return [...{newest}.querySelectorAll('.keyboard button')].map(b => b.firstChild.textContent)"
            ))
            .await;
        let labels: Vec<&str> = labels.as_array().unwrap().iter().filter_map(|l| l.as_str()).collect();
        let last = labels.iter().find(|l| **l == confirm || **l == place);
        let choice = last.or_else(|| labels.iter().find(|l| !around.iter().any(|a| a == **l)));
        match choice {
            Some(label) => press(browser, by, label).await,
            None => write(browser, by, words).await,
        }
        taps += 1;
        if last.is_some() {
            return taps;
        }
        assert!(taps < 20, "the questions do not end");
    }
}

/// Writes in the private chat. By keyboard one begins to type wherever one is in the conversation.
async fn write(browser: &Browser, by: By, words: &str) {
    let field = "document.querySelector('#private textarea')";
    if by == By::Mouse {
        browser.click(field).await;
    } else {
        let there = "document.querySelector('#private').contains(document.activeElement)";
        browser.wait(there).await;
    }
    browser.keys(words).await;
    browser.wait(&format!("{field}.value === {}", quoted(words))).await;
    browser.keys(ENTER).await;
}
