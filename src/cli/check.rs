//! `stoep check`: looks over questions, texts and facts, and names each mistake in a sentence, for who changes them.

use anyhow::bail;
use serde_json::{Map, Value};

use crate::clock::Clock;
use crate::dialogue::{Choice, Contract, Flow, Label, check_flows};
use crate::features::FEATURES;
use crate::model::Language;
use crate::screen::numbers;
use crate::text::{self, Day, length, local_date, texts};
use crate::turn::{Feature, Reason, Register};
use crate::when;

/// The most characters that describe a command in a menu (Bot API, `BotCommand`).
const DESCRIPTION_AT_MOST: usize = 256;

/// Prints what is wrong, and fails where anything is. Facts that somebody has to look at again are named, but fail nothing:
/// they grow old by themselves.
pub fn run() -> anyhow::Result<()> {
    for warning in warnings(local_date(Clock::system().now())) {
        println!("Look again: {warning}");
    }
    let problems = check();
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => {
            println!("Questions and texts are in order.");
            Ok(())
        }
        n => bail!("{n} to put right"),
    }
}

/// Everything that is wrong with questions, commands and texts.
pub fn check() -> Vec<String> {
    let mut found = text::problems();
    found.extend(when::problems());
    found.extend(text::distress::problems());
    for command in FEATURES.iter().flat_map(|f| f.commands()) {
        found.extend(Language::ALL.iter().filter_map(|language| description(*language, command.nl)));
        let line = format!("command-{}-help", command.nl);
        let lacking = Language::ALL.into_iter().filter(|l| command.help > 0 && !texts().has(*l, &line));
        found.extend(lacking.map(|l| format!("the text {line} is missing in {}", l.code())));
    }
    for id in FEATURES.iter().flat_map(|f| f.reasons()).filter_map(Reason::text_id) {
        found.extend(Language::ALL.iter().filter_map(|language| missing(*language, &id)));
    }
    match Register::of(FEATURES) {
        Ok(register) => found.extend(flows(&register.flows())),
        Err(problems) => found.extend(problems),
    }
    found
}

/// The facts that somebody has to look at again: without a source, or last checked over a year ago.
pub fn warnings(today: Day) -> Vec<String> {
    numbers::problems(today)
}

fn missing(language: Language, id: &str) -> Option<String> {
    let there = texts().sample(language, id).is_some();
    (!there).then(|| format!("the text {id} is missing in {}", language.code()))
}

fn description(language: Language, command: &str) -> Option<String> {
    let id = format!("command-{command}");
    match texts().sample(language, &id).map(|w| length(&w)) {
        None => missing(language, &id),
        Some(1..=DESCRIPTION_AT_MOST) => None,
        Some(n) => {
            Some(format!("the text {id} has {n} characters in {}, and 1 to {DESCRIPTION_AT_MOST} fit", language.code()))
        }
    }
}

/// Choices as a hook of this name might give them.
type Choices = dyn Fn(&str) -> Option<Vec<Choice>>;
/// Reads answers, or says in what it fails.
type Read = dyn Fn(&Map<String, Value>) -> Result<(), String>;

/// What a feature promises for one of its flows.
struct Promise {
    choices: Box<Choices>,
    read: Box<Read>,
}

fn flows(flows: &[(&'static dyn Feature, &Flow)]) -> Vec<String> {
    let promises: Vec<Promise> = flows.iter().map(|(feature, flow)| promise(*feature, flow.id.clone())).collect();
    let contracts: Vec<Contract<'_>> = flows
        .iter()
        .zip(&promises)
        .map(|((feature, flow), promise)| Contract {
            flow,
            choices: &promise.choices,
            checks: feature.checks(),
            read: &promise.read,
        })
        .collect();
    let words = |language, id: &str| texts().sample(language, id);
    let mut found: Vec<String> = check_flows(&contracts, &words).iter().map(ToString::to_string).collect();
    for (feature, flow) in flows.iter().filter(|(feature, flow)| feature.name() != flow.feature) {
        found.push(format!("flow {}: `feature` is {}, and {} has it", flow.id, flow.feature, feature.name()));
    }
    found
}

fn promise(feature: &'static dyn Feature, flow: String) -> Promise {
    let offered = |value: &&str| Choice::new(*value, Label::words(*value));
    Promise {
        choices: Box::new(move |name| Some(feature.samples(name)?.iter().map(offered).collect())),
        read: Box::new(move |answers| feature.validate_answers(&flow, answers)),
    }
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;

    use super::*;

    /// Promises little, and keeps less.
    struct Straw;

    #[async_trait]
    impl Feature for Straw {
        fn name(&self) -> &'static str {
            "st"
        }

        fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> Result<(), String> {
            assert_eq!(flow, "dialogue");
            if answers.contains_key("yes") { Ok(()) } else { Err("no yes".into()) }
        }

        fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
            (name == "known").then_some(&["1"])
        }

        fn checks(&self) -> &'static [&'static str] {
            &["kind"]
        }
    }

    /// What is wrong with a flow of one question, which has texts.
    fn problems(step: &str) -> Vec<String> {
        let toml =
            format!("id = 'dialogue'\nversion = 1\nfeature = 'st'\nsummary = false\n[[step]]\nid = 'yes'\n{step}");
        flows(&[(&Straw, &Flow::from_toml(&toml).unwrap())])
    }

    #[test]
    fn a_flow_is_held_against_what_its_feature_promises() {
        assert_eq!(problems("kind = 'choice'\nchoices_from = 'known'\ncheck = 'kind'"), [] as [&str; 0]);
        for (step, expected) in [
            ("kind = 'choice'\nchoices_from = 'unknown'", "the feature has no choices named unknown"),
            ("kind = 'text'\ncheck = 'rude'", "the feature has no check named rude"),
            ("kind = 'text'\noptional = true", "the feature can't read an answer: no yes"),
            ("kind = 'text'\ntext = 'not-there'", "the text not-there is missing in en"),
        ] {
            let found = problems(step);
            assert!(found.iter().any(|p| p.contains(expected)), "{step}: {found:?}");
        }
    }

    #[test]
    fn a_command_needs_a_description() {
        assert_eq!(description(Language::Nl, "vraag"), None);
        assert_eq!(description(Language::En, "x").as_deref(), Some("the text command-x is missing in en"));
    }
}
