//! No circle of files: whoever reads a file finds what it builds on without coming back to it.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;
use super::{none, program};

/// Which files each file names in its code, by their places in the list. A file inside a module may name that module's own
/// file, which holds what all inside share: that is no arrow.
fn arrows(sources: &[Source]) -> BTreeMap<usize, BTreeSet<usize>> {
    let files: BTreeMap<&[String], usize> = sources.iter().enumerate().map(|(n, s)| (&s.module[..], n)).collect();
    let file_of = |path: &[String]| (1..=path.len()).rev().find_map(|n| files.get(&path[..n]).copied());
    let named = |source: &Source| {
        let others = source.paths().iter().filter_map(|p| file_of(p)).collect::<BTreeSet<usize>>().into_iter();
        others.filter(|n| !source.module.starts_with(&sources[*n].module)).collect()
    };
    sources.iter().map(named).enumerate().collect()
}

/// One circle, if there is any: files that name each other, each the next and the last the first.
fn circle(arrows: &BTreeMap<usize, BTreeSet<usize>>) -> Option<Vec<usize>> {
    // Who names nobody that is left stands in no circle.
    let mut left: BTreeSet<usize> = arrows.keys().copied().collect();
    let next = |file: usize, left: &BTreeSet<usize>| arrows[&file].iter().find(|n| left.contains(n)).copied();
    while let Some(end) = left.iter().copied().find(|file| next(*file, &left).is_none()) {
        left.remove(&end);
    }
    let mut walked = vec![*left.first()?];
    loop {
        let to = next(*walked.last()?, &left)?;
        if let Some(begin) = walked.iter().position(|w| *w == to) {
            return Some(walked.split_off(begin));
        }
        walked.push(to);
    }
}

#[test]
fn no_files_go_round_in_a_circle() {
    let sources = program();
    let mut arrows = arrows(&sources);
    let mut problems = Vec::new();
    while let Some(circle) = circle(&arrows) {
        problems.push(circle.iter().map(|n| sources[*n].path.as_str()).collect::<Vec<_>>().join(" → "));
        // The next one, without this one's first step.
        arrows.get_mut(&circle[0]).unwrap().remove(&circle[1]);
    }
    none(problems);
}

#[test]
fn a_circle_is_found() {
    let of = |list: &[(usize, &[usize])]| list.iter().map(|(a, b)| (*a, b.iter().copied().collect())).collect();
    assert_eq!(circle(&of(&[(0, &[1, 2]), (1, &[2]), (2, &[])])), None);
    assert_eq!(circle(&of(&[(0, &[1]), (1, &[2, 3]), (2, &[1]), (3, &[])])), Some(vec![1, 2]));
}
