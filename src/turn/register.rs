//! Who answers to what: looks up features by command, link, button prefix and dialogue.

use std::collections::HashMap;

use super::{Command, CommandPlace, Feature, Features};
use crate::dialogue::Flow;
use crate::model::Language;

/// The features with their commands and dialogues.
pub struct Register {
    features: Features,
    commands: HashMap<&'static str, (&'static dyn Feature, &'static Command)>,
    flows: HashMap<String, (&'static dyn Feature, Flow)>,
}

impl Register {
    /// Reads these features' commands and dialogues.
    ///
    /// # Errors
    /// One line for each dialogue that is not well formed, and for each name or beginning of a link that two of them use.
    pub fn of(features: Features) -> Result<Register, Vec<String>> {
        let mut problems = Vec::new();
        let mut register = Register { features, commands: HashMap::new(), flows: HashMap::new() };
        let links: Vec<&str> = features.iter().flat_map(|f| f.links()).copied().collect();
        for (at, link) in links.iter().enumerate() {
            if links[..at].iter().any(|other| link.starts_with(other) || other.starts_with(link)) {
                problems.push(format!("two kinds of link begin with {link}"));
            }
        }
        for feature in features.iter().copied() {
            for command in feature.commands() {
                for name in command.names() {
                    let before = register.commands.insert(name, (feature, command));
                    if before.is_some_and(|(_, known)| known.nl != command.nl) {
                        problems.push(format!("/{name} belongs to two commands"));
                    }
                }
            }
            for source in feature.flows() {
                match Flow::from_toml(source) {
                    Ok(flow) => {
                        if let Some((_, other)) = register.flows.insert(flow.id.clone(), (feature, flow)) {
                            problems.push(format!("two dialogues are called {}", other.id));
                        }
                    }
                    Err(error) => problems.push(format!("a dialogue of {}: {error}", feature.name())),
                }
            }
        }
        if problems.is_empty() { Ok(register) } else { Err(problems) }
    }

    /// All features, in their order.
    pub fn features(&self) -> Features {
        self.features
    }

    /// The feature of a name.
    pub fn feature(&self, name: &str) -> Option<&'static dyn Feature> {
        self.features.iter().copied().find(|f| f.name() == name)
    }

    /// Who answers to a command, by any of its names.
    pub fn command(&self, name: &str) -> Option<(&'static dyn Feature, &'static Command)> {
        self.commands.get(name).copied()
    }

    /// Who answers to a button, and its data without the feature's name.
    pub fn button<'d>(&self, data: &'d str) -> Option<(&'static dyn Feature, &'d str)> {
        let (name, rest) = data.split_once(':')?;
        let is =
            |code: &str| data.strip_prefix(code).is_some_and(|fields| fields.is_empty() || fields.starts_with(':'));
        let taken_over = self.features.iter().copied().find(|f| f.takes_over().iter().any(|code| is(code)));
        Some((taken_over.or_else(|| self.feature(name))?, rest))
    }

    /// Who answers to a link's start parameter.
    pub fn link(&self, start: &str) -> Option<&'static dyn Feature> {
        self.features.iter().copied().find(|f| f.links().iter().any(|l| start.starts_with(l)))
    }

    /// A dialogue and its feature.
    pub fn flow(&self, id: &str) -> Option<(&'static dyn Feature, &Flow)> {
        self.flows.get(id).map(|(feature, flow)| (*feature, flow))
    }

    /// All dialogues, by id.
    pub fn flows(&self) -> Vec<(&'static dyn Feature, &Flow)> {
        let mut all: Vec<_> = self.flows.values().map(|(feature, flow)| (*feature, flow)).collect();
        all.sort_by(|a, b| a.1.id.cmp(&b.1.id));
        all
    }

    /// The menu of a language: names with the ids of what describes them.
    pub fn menu(&self, language: Language, in_groups: bool) -> Vec<(&'static str, String)> {
        self.features
            .iter()
            .flat_map(|f| f.commands())
            .filter(|c| match c.place {
                CommandPlace::Everywhere => true,
                CommandPlace::Private => !in_groups,
                CommandPlace::Unlisted | CommandPlace::Team => false,
            })
            .map(|c| (c.name_in(language), format!("command-{}", c.nl)))
            .collect()
    }
}

impl Command {
    /// Every name that it answers to, in any language.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.nl, self.en].into_iter().chain(self.also.iter().copied())
    }

    /// Its name in a menu.
    pub fn name_in(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}
