//! What people did before a transcript begins: they asked for help, somebody helped, somebody comes. It happens as it always
//! does, by words and taps, only nobody has to read it again.

use std::sync::LazyLock;

use regex::Regex;

/// Something that happened before the first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Somebody asked for help: in one line in the group, or by these answers in private.
    Asks {
        /// Who asked.
        who: String,
        /// What they need.
        text: String,
        /// What they answered in private; the first came before the text.
        answers: Vec<Answer>,
    },
    /// A neighbour wants to help with what was asked last.
    Offers {
        /// Who wants to help.
        who: String,
        /// What they answered after that.
        answers: Vec<Answer>,
        /// Did the one who asked say yes?
        accepted: bool,
    },
    /// Who asked says that what they asked last is done.
    Done(String),
    /// Somebody comes to what was announced last.
    Comes(String),
    /// Karel taps this in the neighbourhood's settings.
    Sets(String),
    /// Karel sets up another neighbourhood in this group; what he answers after its name.
    Founds {
        /// The group, and the neighbourhood's name.
        group: String,
        /// What he answered.
        answers: Vec<Answer>,
    },
    /// Time goes by, as after `klok`.
    Waits(String),
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A button.
    Taps(String),
    /// Words.
    Types(String),
}

impl Opening {
    /// Reads a line; `None` if its key means something else.
    pub fn read(key: &str, value: &str) -> Option<Result<Vec<Opening>, String>> {
        let (words, answers) = answers(value);
        let each = |make: &dyn Fn(String) -> Opening| Ok(words.split(", ").map(|who| make(who.into())).collect());
        let offers = |accepted: bool| each(&|who| Opening::Offers { who, answers: answers.clone(), accepted });
        Some(match key {
            "vraag" => match words.split_once(": ") {
                Some((who, text)) => Ok(vec![Opening::Asks { who: who.into(), text: text.into(), answers }]),
                None => Err(format!("“{value}” does not say who asks what")),
            },
            "wil helpen" => offers(false),
            "helpt" => offers(true),
            "gelukt" => each(&Opening::Done),
            "komt" => each(&Opening::Comes),
            "instelling" => Ok(vec![Opening::Sets(value.into())]),
            "tweede buurt" => Ok(vec![Opening::Founds { group: words.into(), answers }]),
            "klok" => Ok(vec![Opening::Waits(value.into())]),
            _ => return None,
        })
    }

    /// Who does it.
    pub fn who(&self) -> &str {
        match self {
            Opening::Asks { who, .. } | Opening::Offers { who, .. } | Opening::Done(who) | Opening::Comes(who) => who,
            Opening::Sets(_) | Opening::Founds { .. } | Opening::Waits(_) => "Karel",
        }
    }
}

/// The words before the answers, and the answers: `Een kast tillen [🔧 Klusje] "morgen om tien uur"`.
fn answers(value: &str) -> (&str, Vec<Answer>) {
    static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#" (?:\[(?<tap>[^\]]+)\]|"(?<words>[^"]+)")"#).expect("the form is a regular expression")
    });
    let begin = ANSWER.find(value).map_or(value.len(), |m| m.start());
    let answers = ANSWER.captures_iter(value).map(|c| match c.name("tap") {
        Some(label) => Answer::Taps(label.as_str().into()),
        None => Answer::Types(c["words"].into()),
    });
    (value[..begin].trim(), answers.collect())
}

fn line(who: &str, answer: &Answer) -> String {
    match answer {
        Answer::Taps(label) => format!("{who} tikt [{label}]"),
        Answer::Types(words) => format!("{who}: {words}"),
    }
}

/// What people do, a line each, as a transcript would say it.
pub fn lines(openings: &[Opening], group: &str, english: impl Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    let mut asked = None;
    for opening in openings {
        match opening {
            Opening::Asks { who, text, answers } => {
                asked = Some(who);
                let (ask, post) = if english(who) { ("ask", "Send") } else { ("vraag", "Versturen") };
                match answers.split_first() {
                    None => {
                        lines.push(format!("{who} in {group}: /{ask} {text}"));
                        lines.push(format!("{who} tikt [Versturen] in {group}"));
                    }
                    Some((first, others)) => {
                        lines.extend([format!("{who}: /{ask}"), line(who, first), format!("{who}: {text}")]);
                        lines.extend(others.iter().map(|a| line(who, a)));
                        lines.push(format!("{who} tikt [{post}]"));
                    }
                }
            }
            Opening::Offers { who, answers, accepted } => {
                let asked = asked.ok_or("somebody helps before anybody asked (“vraag:”)")?;
                lines.push(format!("{who} tikt [Ik wil helpen] in {group}"));
                lines.extend(answers.iter().map(|a| line(who, a)));
                if *accepted {
                    let yes = if english(asked) { "Yes, please" } else { "Ja, graag" };
                    lines.push(format!("{asked} tikt [{yes}]"));
                }
            }
            Opening::Done(who) => {
                lines.push(format!("{who} tikt [{}]", if english(who) { "Done" } else { "Het is gelukt" }));
            }
            Opening::Waits(time) => lines.push(format!("klok {time}")),
            Opening::Founds { group, answers } => {
                // A code is for one neighbourhood.
                lines.extend([
                    "stoep invite".into(),
                    "Karel opent de link van de terminal".into(),
                    format!("Karel voegt Stoep toe aan {group}"),
                    format!("Karel tikt [Instellen] in {group}"),
                    "Karel tikt [Een nieuwe buurt]".into(),
                    format!("Karel: {group}"),
                ]);
                lines.extend(answers.iter().map(|a| line("Karel", a)));
                lines.push("Karel tikt [Ja, begin]".into());
                if answers.contains(&Answer::Taps("Iemand anders. Die nodig ik uit".into())) {
                    lines.push("Els opent de uitnodiging van Karel".into());
                }
            }
            Opening::Comes(who) => lines.push(format!("{who} tikt [Ik kom] in {group}")),
            Opening::Sets(label) => {
                lines.extend([
                    "Karel: /buurt".into(),
                    "Karel tikt [Instellingen]".into(),
                    format!("Karel tikt [{label}]"),
                ]);
            }
        }
    }
    Ok(lines)
}
