//! Reads a transcript: who does what, line by line. Everything that Stoep did is left out: it is generated anew.
//!
//! ```text
//! # Fatima vraagt hulp          a remark; the first says what the transcript is about
//! buurt: Oosterpark             before the first action: what is there at the beginning
//! > Fatima: /vraag              an action; tests/transcripts/README.md lists them
//! Stoep → Fatima                everything else is what Stoep did
//! ```

use std::sync::LazyLock;

use regex::{Captures, Regex};
use stoep::practice::Kind;

/// A transcript, without what Stoep did.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    /// What stands in the file, in order.
    pub items: Vec<Item>,
}

/// One part of a transcript.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A remark, as it stands.
    Remark(String),
    /// What is there at the beginning: the line as it stands.
    Setting(String),
    /// One thing that happens, or several at one moment; with the lines as they stand.
    Happens(Vec<String>, Vec<Action>),
}

/// A chat: a group and perhaps a topic in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The group's title.
    pub group: String,
    /// The topic's name.
    pub topic: Option<String>,
}

/// How far the clock moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// By so many seconds.
    By(i64),
    /// To this hour and minute in Amsterdam, so many days from today.
    To(u64, u32, u32),
}

/// Which calls go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusing {
    /// A method; none is every method.
    pub method: Option<String>,
    /// Calls about this person or group; none is all.
    pub about: Option<String>,
    /// Always, or once.
    pub always: bool,
    /// The error, or none where the connection breaks after the effect.
    pub error: Option<(u16, String)>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields say what they are")]
pub enum Action {
    Write {
        who: String,
        place: Option<Place>,
        text: String,
        answers: bool,
    },
    Anonymous {
        place: Place,
        text: String,
    },
    Edit {
        who: String,
        place: Option<Place>,
        text: String,
    },
    Tap {
        who: String,
        label: String,
        place: Option<Place>,
        beside: Option<String>,
        old: bool,
    },
    /// A client presses a button in private that stands nowhere.
    Forge {
        who: String,
        data: String,
    },
    Send {
        who: String,
        place: Option<Place>,
        kind: Kind,
    },
    /// Opens the last link that stood in a message to somebody, whose start parameter begins so.
    Follow {
        who: String,
        kind: &'static str,
        of: String,
    },
    /// Presses START after Stoep opened the private chat.
    Begin {
        who: String,
    },
    Open {
        who: String,
        param: String,
    },
    Block {
        who: String,
        blocked: bool,
    },
    Rename {
        who: String,
        name: String,
    },
    Clock(Move),
    Refuse(Refusing),
    Mend,
    /// An update of a kind that Stoep does not know.
    Unknown,
    Upgrade {
        group: String,
    },
    AddBot {
        who: String,
        group: String,
        admin: bool,
    },
    RemoveBot {
        group: String,
        who: Option<String>,
    },
    DeleteGroup {
        group: String,
    },
    Enter {
        who: String,
        group: String,
    },
    Leave {
        who: String,
        group: String,
        silently: bool,
    },
    Silence {
        who: String,
        group: String,
        silent: bool,
    },
    PutOut {
        who: String,
        whom: String,
        group: String,
    },
    Topic {
        who: String,
        name: String,
        group: String,
    },
    Restart,
    /// The operator makes a code on the server.
    Invite,
    /// What a group shows now.
    Look {
        place: Place,
    },
    /// What a person's private chat shows now.
    LookPrivate {
        who: String,
    },
    Menu {
        who: String,
        group: Option<String>,
    },
}

/// Reads a file; or says which line is not understood.
pub fn read(text: &str) -> Result<Script, String> {
    let mut items: Vec<Item> = Vec::new();
    let mut begun = false;
    let mut lines = text.lines().enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        let at = |why: String| format!("line {}: {why}", index + 1);
        if line.starts_with('#') {
            items.push(Item::Remark(line.trim_end().to_owned()));
        } else if let Some(what) = line.strip_prefix('>') {
            begun = true;
            let mut raw = vec![line.trim_end().to_owned()];
            let mut actions = Vec::new();
            if what.trim() == "tegelijk:" {
                while let Some((_, next)) = lines.next_if(|(_, l)| l.starts_with(">  ")) {
                    raw.push(next.trim_end().to_owned());
                    actions.push(action(next[1..].trim()).map_err(at)?);
                }
            } else {
                actions.push(action(what.trim()).map_err(at)?);
            }
            items.push(Item::Happens(raw, actions));
        } else if !begun && !line.trim().is_empty() {
            items.push(Item::Setting(line.trim_end().to_owned()));
        }
    }
    Ok(Script { items })
}

impl Script {
    /// All actions.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.items.iter().flat_map(|i| match i {
            Item::Happens(_, actions) => actions.as_slice(),
            Item::Remark(_) | Item::Setting(_) => &[],
        })
    }

    /// What is there at the beginning.
    pub fn settings(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|i| match i {
            Item::Setting(line) => Some(line.as_str()),
            Item::Remark(_) | Item::Happens(..) => None,
        })
    }
}

impl Action {
    /// The person who does it.
    pub fn who(&self) -> Option<&str> {
        match self {
            Action::Write { who, .. }
            | Action::Edit { who, .. }
            | Action::Tap { who, .. }
            | Action::Forge { who, .. }
            | Action::Send { who, .. }
            | Action::Follow { who, .. }
            | Action::Begin { who }
            | Action::Open { who, .. }
            | Action::Block { who, .. }
            | Action::Rename { who, .. }
            | Action::AddBot { who, .. }
            | Action::Enter { who, .. }
            | Action::Leave { who, .. }
            | Action::PutOut { who, .. }
            | Action::Silence { who, .. }
            | Action::Topic { who, .. }
            | Action::LookPrivate { who }
            | Action::Menu { who, .. } => Some(who),
            Action::RemoveBot { who, .. } => who.as_deref(),
            Action::Anonymous { .. }
            | Action::Clock(_)
            | Action::Refuse(_)
            | Action::Mend
            | Action::Unknown
            | Action::Upgrade { .. }
            | Action::DeleteGroup { .. }
            | Action::Restart
            | Action::Invite
            | Action::Look { .. } => None,
        }
    }
}

type Make = fn(&Captures<'_>) -> Result<Action, String>;

/// A person's name in a transcript is one word.
const WHO: &str = r"(?<who>\p{Lu}[\p{L}\-]*)";
const PLACE: &str = r"(?: in (?<group>[^:/]+?)(?:/(?<topic>[^:]+?))?)?";

/// How actions read. The first that fits counts.
static FORMS: LazyLock<Vec<(Regex, Make)>> = LazyLock::new(|| {
    let forms: Vec<(&str, Make)> = vec![
        (r"{WHO}{PLACE}(?<answers>, in antwoord op Stoep)?: (?<text>.+)", |c| {
            Ok(Action::Write { who: word(c, "who"), place: place(c), text: text(c)?, answers: has(c, "answers") })
        }),
        (r"{WHO} schrijft als anonieme beheerder{PLACE}: (?<text>.+)", |c| {
            Ok(Action::Anonymous { place: place(c).ok_or("in which group?")?, text: text(c)? })
        }),
        (r"{WHO} verandert (?:zijn|haar) bericht{PLACE}: (?<text>.+)", |c| {
            Ok(Action::Edit { who: word(c, "who"), place: place(c), text: text(c)? })
        }),
        (
            r#"{WHO} tikt (?<old>de oude knop )?\[(?<label>.+?)\](?: bij ["“](?<beside>[^"”]+)["”])?{PLACE}"#,
            |c| {
                let (who, label) = (word(c, "who"), word(c, "label"));
                let beside = c.name("beside").map(|m| m.as_str().to_owned());
                Ok(Action::Tap { who, label, place: place(c), beside, old: has(c, "old") })
            },
        ),
        (r"{WHO} stuurt een (?<kind>\p{L}+){PLACE}(?:: (?<text>.+))?", |c| {
            let caption = if has(c, "text") { text(c)? } else { String::new() };
            let kind = match &c["kind"] {
                "sticker" => Kind::Sticker,
                "foto" => Kind::Photo { caption },
                "spraakbericht" => Kind::Voice,
                "videobericht" => Kind::VideoNote,
                "bestand" => Kind::Document { caption },
                "locatie" => Kind::Location,
                "peiling" => Kind::Poll { question: "Wat zullen we doen?".into() },
                other => return Err(format!("a person can't send “{other}”")),
            };
            Ok(Action::Send { who: word(c, "who"), place: place(c), kind })
        }),
        (r"{WHO} deelt (?<whose>zijn nummer|haar nummer|het nummer van een ander) (?<phone>[+\d ]+)", |c| {
            let own = &c["whose"] != "het nummer van een ander";
            let kind = Kind::Contact { phone: word(c, "phone"), own };
            Ok(Action::Send { who: word(c, "who"), place: None, kind })
        }),
        (r"{WHO} opent de (?<kind>link|uitnodiging|buurtlink) van (?<of>.+)", |c| {
            let kind = match &c["kind"] {
                "uitnodiging" => "i_",
                "buurtlink" => "b_",
                _ => "",
            };
            Ok(Action::Follow { who: word(c, "who"), kind, of: word(c, "of") })
        }),
        (r"{WHO} verzint een knop: (?<data>\S+)", |c| Ok(Action::Forge { who: word(c, "who"), data: word(c, "data") })),
        (r"{WHO} drukt op Start", |c| Ok(Action::Begin { who: word(c, "who") })),
        (r"{WHO} opent de startlink(?: (?<param>\S+))?", |c| {
            Ok(Action::Open {
                who: word(c, "who"),
                param: c.name("param").map_or_else(String::new, |m| m.as_str().into()),
            })
        }),
        (r"{WHO} opent het menu(?: in (?<group>.+))?", |c| {
            Ok(Action::Menu { who: word(c, "who"), group: c.name("group").map(|m| m.as_str().into()) })
        }),
        (r"{WHO} (?<de>de)?blokkeert Stoep", |c| Ok(Action::Block { who: word(c, "who"), blocked: !has(c, "de") })),
        (r"{WHO} heet nu (?<name>.+)", |c| Ok(Action::Rename { who: word(c, "who"), name: word(c, "name") })),
        (r"klok \+(?<n>\d+) (?<unit>seconden?|minuut|minuten|uur|dag|dagen)", |c| {
            let n: i64 = c["n"].parse().map_err(|_| "too far")?;
            let unit = match c["unit"].chars().next() {
                Some('s') => 1,
                Some('m') => 60,
                Some('u') => 3600,
                _ => 86_400,
            };
            Ok(Action::Clock(Move::By(n * unit)))
        }),
        (r"klok (?<day>vandaag|morgen|over (?<n>\d+) dagen) (?<h>\d{1,2}):(?<m>\d\d)", |c| {
            let days = match &c["day"] {
                "vandaag" => 0,
                "morgen" => 1,
                _ => c["n"].parse().map_err(|_| "too far")?,
            };
            let number = |name: &str| c[name].parse::<u32>().map_err(|e| e.to_string());
            Ok(Action::Clock(Move::To(days, number("h")?, number("m")?)))
        }),
        (
            r"Telegram weigert (?<always>steeds )?(?<method>\w+)(?: voor (?<about>[^:]+))?: (?<code>\d{3}) (?<description>.+)",
            |c| {
                let code = c["code"].parse().map_err(|_| "no such code")?;
                Ok(Action::Refuse(Refusing { error: Some((code, word(c, "description"))), ..refusing(c) }))
            },
        ),
        (r"de verbinding breekt na (?<method>\w+)(?: voor (?<about>[^:]+))?", |c| Ok(Action::Refuse(refusing(c)))),
        (r"Telegram werkt weer", |_| Ok(Action::Mend)),
        (r"Telegram stuurt iets onbekends", |_| Ok(Action::Unknown)),
        (r"groep (?<group>.+) wordt een supergroep", |c| Ok(Action::Upgrade { group: word(c, "group") })),
        (r"groep (?<group>.+) wordt verwijderd", |c| Ok(Action::DeleteGroup { group: word(c, "group") })),
        (r"{WHO} voegt Stoep toe aan (?<group>.+?)(?<admin> als beheerder)?", |c| {
            Ok(Action::AddBot { who: word(c, "who"), group: word(c, "group"), admin: has(c, "admin") })
        }),
        (r"{WHO} verwijdert Stoep uit (?<group>.+)", |c| {
            Ok(Action::RemoveBot { group: word(c, "group"), who: Some(word(c, "who")) })
        }),
        (r"Stoep wordt verwijderd uit (?<group>.+)", |c| Ok(Action::RemoveBot { group: word(c, "group"), who: None })),
        (r"{WHO} komt in (?<group>.+)", |c| Ok(Action::Enter { who: word(c, "who"), group: word(c, "group") })),
        (r"{WHO} gaat (?<silently>ongezien )?uit (?<group>.+)", |c| {
            Ok(Action::Leave { who: word(c, "who"), group: word(c, "group"), silently: has(c, "silently") })
        }),
        (r"{WHO} laat Stoep (?<silent>niet|weer) schrijven in (?<group>.+)", |c| {
            let silent = &c["silent"] == "niet";
            Ok(Action::Silence { who: word(c, "who"), group: word(c, "group"), silent })
        }),
        (r"{WHO} zet (?<whom>\S+) uit (?<group>.+)", |c| {
            Ok(Action::PutOut { who: word(c, "who"), whom: word(c, "whom"), group: word(c, "group") })
        }),
        (r"{WHO} maakt onderwerp (?<name>.+?) in (?<group>.+)", |c| {
            Ok(Action::Topic { who: word(c, "who"), name: word(c, "name"), group: word(c, "group") })
        }),
        (r"Stoep herstart", |_| Ok(Action::Restart)),
        (r"stoep invite", |_| Ok(Action::Invite)),
        (r"kijk bij {WHO}", |c| Ok(Action::LookPrivate { who: word(c, "who") })),
        (r"kijk{PLACE}", |c| Ok(Action::Look { place: place(c).ok_or("where?")? })),
    ];
    forms
        .into_iter()
        .map(|(form, make)| {
            let form = form.replace("{WHO}", WHO).replace("{PLACE}", PLACE);
            (Regex::new(&format!("(?s)^{form}$")).expect("the form is a regular expression"), make)
        })
        .collect()
});

/// Reads one action.
pub fn action(line: &str) -> Result<Action, String> {
    let found = FORMS.iter().find_map(|(form, make)| form.captures(line).map(|c| make(&c)));
    found
        .unwrap_or_else(|| Err("this is no action that tests/transcripts/README.md knows".into()))
        .map_err(|why| format!("“{line}”: {why}"))
}

fn has(c: &Captures<'_>, name: &str) -> bool {
    c.name(name).is_some()
}

fn word(c: &Captures<'_>, name: &str) -> String {
    c.name(name).map(|m| m.as_str().trim().to_owned()).unwrap_or_default()
}

fn place(c: &Captures<'_>) -> Option<Place> {
    let group = c.name("group")?.as_str().to_owned();
    Some(Place { group, topic: c.name("topic").map(|m| m.as_str().to_owned()) })
}

fn refusing(c: &Captures<'_>) -> Refusing {
    let method = Some(word(c, "method")).filter(|m| m != "alles");
    Refusing { method, about: c.name("about").map(|m| m.as_str().to_owned()), always: has(c, "always"), error: None }
}

static TIMES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{(\d+) × ([^}]+)\}").expect("the form is a regular expression"));
static CODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"‹U\+([0-9A-F]{4,6})›").expect("the form is a regular expression"));

/// Words with the marks that make what one can't well write on a line: `\n`, `{4096 × a}`, `‹U+202E›`.
pub fn unfold(words: &str) -> String {
    let words = words.replace("\\n", "\n");
    let words = TIMES.replace_all(&words, |c: &Captures<'_>| c[2].repeat(c[1].parse().unwrap_or(0)));
    let character = |c: &Captures<'_>| {
        let found = u32::from_str_radix(&c[1], 16).ok().and_then(char::from_u32);
        found.map(String::from).unwrap_or_default()
    };
    CODE.replace_all(&words, character).into_owned()
}

fn text(c: &Captures<'_>) -> Result<String, String> {
    let text = unfold(&word(c, "text"));
    if text.is_empty() { Err("a message needs words".into()) } else { Ok(text) }
}
