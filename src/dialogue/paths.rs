//! Every way through a flow, for its check: which steps are asked together, with answers as samples.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::answer::Choice;
use super::flow::{Flow, Step};
use super::kinds::{self, skippable};
use super::state::word;

/// So many ways through one flow are looked at; a flow with more is too tangled for the people who answer it as well.
const PATHS_AT_MOST: usize = 2000;

/// One way through: the steps asked, each with an answer.
pub(super) type Path<'f> = Vec<(&'f Step, Value)>;

/// The ways through a flow that its conditions tell apart; `None` if there are too many.
pub(super) fn paths<'f>(flow: &'f Flow, hook: &dyn Fn(&str) -> Option<Vec<Choice>>) -> Option<Vec<Path<'f>>> {
    let named: BTreeSet<&str> = flow.steps.iter().filter_map(|s| Some(s.only_if.as_ref()?.step.as_str())).collect();
    let mut paths: Vec<Path> = vec![Vec::new()];
    for step in &flow.steps {
        let samples = samples(step, hook);
        let mut next = Vec::with_capacity(paths.len());
        for path in paths {
            if !applies(&path, step) {
                next.push(path);
                continue;
            }
            let branching = named.contains(step.id.as_str());
            let count = if branching { samples.len() } else { 1 };
            for value in samples.iter().take(count) {
                let mut with = path.clone();
                with.push((step, value.clone()));
                next.push(with);
            }
            if samples.is_empty() || (branching && skippable(step)) {
                next.push(path);
            }
        }
        paths = next;
        if paths.len() > PATHS_AT_MOST {
            return None;
        }
    }
    Some(paths)
}

/// The sets of answers that these ways can end in: each with every single answer changed, with each step skipped that may
/// be, and without the steps under 'tell more'.
pub(super) fn endings(
    flow: &Flow,
    paths: &[Path],
    hook: &dyn Fn(&str) -> Option<Vec<Choice>>,
) -> Vec<Map<String, Value>> {
    let named = |step: &Step| flow.steps.iter().any(|s| s.only_if.as_ref().is_some_and(|c| c.step == step.id));
    let mut endings = Vec::new();
    for path in paths {
        endings.push(object(path.iter()));
        endings.push(object(path.iter().filter(|(s, _)| !s.more)));
        for (i, (step, _)) in path.iter().enumerate().filter(|(_, (s, _))| !named(s)) {
            if skippable(step) {
                endings.push(object(path.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| p)));
            }
            for value in samples(step, hook).into_iter().skip(1) {
                let mut other = path.clone();
                other[i].1 = value;
                endings.push(object(other.iter()));
            }
        }
    }
    endings
}

/// Answers that a step can get, one of each sort.
pub(super) fn samples(step: &Step, hook: &dyn Fn(&str) -> Option<Vec<Choice>>) -> Vec<Value> {
    let offered = step.choices_from.as_deref().and_then(hook).unwrap_or_default();
    kinds::of(step).samples(step, offered.into_iter().map(|c| c.value).collect())
}

fn applies(path: &Path, step: &Step) -> bool {
    let Some(condition) = &step.only_if else { return true };
    let answer = path.iter().find(|(s, _)| s.id == condition.step).and_then(|(_, v)| word(v));
    answer.is_some_and(|a| condition.values.iter().any(|v| v == a))
}

fn object<'p, 'f: 'p>(path: impl Iterator<Item = &'p (&'f Step, Value)>) -> Map<String, Value> {
    path.map(|(s, v)| (s.id.clone(), v.clone())).collect()
}
