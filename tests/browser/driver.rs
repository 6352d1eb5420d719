//! A browser to look at the practice page with: headless Chromium, told what to do by its driver over WebDriver. What is waited
//! for is a condition in the page, looked at whenever the page changes; nothing sleeps.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use base64::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long a condition may take to come true, in milliseconds. Generous: two cores may have much to do.
const PATIENCE_MS: u64 = 30_000;

/// Keys by WebDriver's names.
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
pub const DOWN: &str = "\u{e015}";
const SHIFT: &str = "\u{e008}";

/// What Chromium needs to be told as root, in a machine without a screen or a way out.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// Where a program is, by one of these names.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let all = std::env::split_paths(&path).flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    all.into_iter().find(|file| file.is_file())
}

/// The browser and its driver; or none, said aloud, where they are not installed. With `STOEP_BROWSER=required` that is a
/// failure.
pub fn installed() -> Option<(PathBuf, PathBuf)> {
    let found = find(&["chromium", "chromium-browser", "google-chrome"]).zip(find(&["chromedriver"]));
    if found.is_none() {
        skipped("Chromium and chromedriver are not installed");
    }
    found
}

/// Says past the test runner, which keeps what passing tests print, that something is not tried.
pub fn skipped(why: &str) {
    let required = std::env::var("STOEP_BROWSER").is_ok_and(|v| v == "required");
    assert!(!required, "{why}, and STOEP_BROWSER=required");
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}. The practice page is not tried in a browser.");
}

/// How large the window is, and whether the machine prefers dark colours.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
}

/// A desk's screen.
pub const DESK: Screen = Screen { width: 1440, height: 900, dark: false };
/// A telephone's.
pub const PHONE: Screen = Screen { width: 360, height: 740, dark: false };

impl Screen {
    /// The same at night.
    pub fn dark(self) -> Screen {
        Screen { dark: true, ..self }
    }
}

/// How often chromedriver is started until it has a port: two that start at once may choose the same one, and the later of them ends.
const STARTS_AT_MOST: usize = 5;

/// Starts chromedriver on a port of its own choice; `None` if it ended without one.
fn start(chromedriver: &Path, home: &Path) -> Option<(Child, u16)> {
    let mut driver = Command::new(chromedriver)
        .arg("--port=0")
        .env("HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines().map_while(Result::ok);
    let port =
        lines.find_map(|line| Some(line.split_once("successfully on port ")?.1.trim_end_matches('.').to_owned()));
    let port = port.and_then(|p| p.parse().ok());
    if port.is_none() {
        let _ = driver.kill();
        let _ = driver.wait();
    }
    Some((driver, port?))
}

/// A window on a page.
pub struct Browser {
    driver: Child,
    port: u16,
    http: reqwest::Client,
    session: String,
    _profile: TempDir,
}

impl Browser {
    /// Opens a window of its own, with nothing remembered.
    pub async fn open((chromium, chromedriver): &(PathBuf, PathBuf), screen: Screen, url: &str) -> Browser {
        let profile = TempDir::new().unwrap();
        let (driver, port) =
            (0..STARTS_AT_MOST).find_map(|_| start(chromedriver, profile.path())).expect("chromedriver names no port");
        let mut args: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        args.push(format!("--user-data-dir={}", profile.path().join("profile").display()));
        let wanted = json!({
            "browserName": "chrome",
            "timeouts": { "script": PATIENCE_MS },
            "goog:chromeOptions": { "binary": chromium, "args": args },
        });
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut browser =
            Browser { driver, port, http, session: format!("http://127.0.0.1:{port}/session"), _profile: profile };
        let opened = browser.ask("", json!({ "capabilities": { "alwaysMatch": wanted } })).await;
        browser.session = format!("{}/{}", browser.session, opened["sessionId"].as_str().unwrap());
        browser.screen(screen).await;
        browser.ask("/url", json!({ "url": url })).await;
        browser.wait("document.querySelector('#who-list input:checked') && document.querySelector('#private article, #private .instead:not([hidden])')").await;
        browser
    }

    /// Posts a command of WebDriver's and gives its value, an error perhaps.
    async fn post(&self, command: &str, body: Value) -> Value {
        let answer = self.http.post(format!("{}{command}", self.session)).json(&body).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["value"].take()
    }

    /// The same, where an error is not expected.
    async fn ask(&self, command: &str, body: Value) -> Value {
        let value = self.post(command, body).await;
        assert!(value["error"].is_null(), "{command}: {} {}", value["error"], value["message"]);
        value
    }

    /// As if the window had this size and the machine these colours.
    pub async fn screen(&self, screen: Screen) {
        let Screen { width, height, dark } = screen;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.chromium("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if dark { "dark" } else { "light" };
        // Without motion nothing is half way when it is looked at.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.chromium("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    async fn chromium(&self, cmd: &str, params: Value) -> Value {
        self.ask("/goog/cdp/execute", json!({ "cmd": cmd, "params": params })).await
    }

    /// Runs a script in the page; `return` gives something back.
    pub async fn run(&self, script: &str) -> Value {
        self.ask("/execute/sync", json!({ "script": script, "args": [] })).await
    }

    /// Runs a script that calls `done(…)` in the end.
    pub async fn run_async(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.ask("/execute/async", json!({ "script": script, "args": [] })).await
    }

    /// Returns once this expression is true in the page, with its value.
    pub async fn wait(&self, condition: &str) -> Value {
        let patience = PATIENCE_MS - 2_000;
        let script = format!(
            "const test = () => {{ try {{ return ({condition}); }} catch {{ return null; }} }};
             let over = null;
             const look = () => {{
               const found = test();
               if (!found) return;
               clearTimeout(over); seen.disconnect(); document.removeEventListener('focusin', look);
               done({{ found: found === true || typeof found === 'object' ? true : found }});
             }};
             const seen = new MutationObserver(look);
             seen.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
             document.addEventListener('focusin', look);
             over = setTimeout(() => done({{ text: document.body.innerText }}), {patience});
             look();"
        );
        let answer = self.run_async(&script).await;
        assert!(
            !answer["found"].is_null(),
            "never true: {condition}\nThe page says:\n{}",
            answer["text"].as_str().unwrap_or("")
        );
        answer["found"].clone()
    }

    /// Presses and lets go of each key in turn.
    pub async fn keys(&self, keys: &str) {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|c| [json!({ "type": "keyDown", "value": c }), json!({ "type": "keyUp", "value": c })])
            .collect();
        self.ask("/actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })).await;
    }

    /// Tab, backwards.
    pub async fn back_tab(&self) {
        let key = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        let actions = [key("keyDown", SHIFT), key("keyDown", TAB), key("keyUp", TAB), key("keyUp", SHIFT)];
        self.ask("/actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })).await;
    }

    /// Clicks with the mouse on what this expression gives, once it is there.
    pub async fn click(&self, element: &str) {
        loop {
            self.wait(element).await;
            let find = format!("const e = {element}; e?.scrollIntoView({{ block: 'nearest' }}); return e;");
            let found = self.run(&find).await;
            let id = found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
            let Some(id) = id else { continue };
            let clicked = self.post(&format!("/element/{id}/click"), json!({})).await;
            // It was drawn anew between the look and the click.
            if clicked["error"] != "stale element reference" {
                assert!(clicked["error"].is_null(), "{element}: {}", clicked["message"]);
                return;
            }
        }
    }

    /// A picture of the window: PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let shot = self.chromium("Page.captureScreenshot", json!({ "format": "png" })).await;
        BASE64_STANDARD.decode(shot["data"].as_str().unwrap()).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind; one that is asked to end does not.
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut driver| {
            driver.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            driver.read_to_end(&mut Vec::new())
        });
        if asked.is_err() {
            let _ = self.driver.kill();
        }
        let _ = self.driver.wait();
    }
}
