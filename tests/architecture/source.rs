//! Reads Rust source as far as the rules need it: without comments, texts and tests, and every path made absolute.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// One file of `src`.
pub struct Source {
    /// From the repository's root: `src/engine/route.rs`.
    pub path: String,
    /// Where it stands in the crate: `["engine", "route"]`.
    pub module: Vec<String>,
    /// As it is.
    pub text: String,
    /// Without comments, tests and what stands between quotes.
    pub code: String,
    /// Compiled for tests alone.
    pub is_test: bool,
}

impl Source {
    /// The room it stands in: the first folder or file below `src`.
    pub fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// Every path into our own crate that the code names, absolute, as far as it is written out. A path may also begin with
    /// a module that the file itself declares.
    pub fn paths(&self) -> BTreeSet<Vec<String>> {
        paths(&self.code, &self.module)
    }

    /// The texts between quotes in the program's code, without tests; a placeholder reads `‹name›`.
    pub fn literals(&self) -> Vec<String> {
        let code = without_tests(&bare_but(&self.text, |c| match c {
            '{' => '‹',
            '}' => '›',
            ';' | '"' => ' ',
            c => c,
        }));
        code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    /// Does the code name this crate, as the beginning of a path or behind `use`?
    pub fn names_crate(&self, name: &str) -> bool {
        words(&self.code).any(|(at, word)| {
            let before = self.code[..at].trim_end();
            let after = &self.code[at + word.len()..];
            word == name && !before.ends_with("::") && !before.ends_with('.') && after.starts_with("::")
                || word == name && before.ends_with("use") && after.starts_with(';')
        })
    }
}

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with one of these endings, in order, from the repository's root.
pub fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| endings.iter().any(|x| e == *x)) {
                found.push(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Every file of `src`.
pub fn sources() -> Vec<Source> {
    let mut sources: Vec<Source> = files("src", &["rs"])
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            let inside = Path::new(&path).strip_prefix("src").unwrap().with_extension("");
            let mut module: Vec<String> = inside.iter().map(|p| p.to_string_lossy().into_owned()).collect();
            if module.last().is_some_and(|m| m == "mod" || inside == Path::new("lib")) {
                module.pop();
            }
            let code = without_tests(&bare(&text));
            Source { path, module, text, code, is_test: false }
        })
        .collect();
    let tests: Vec<Vec<String>> = sources.iter().flat_map(test_modules).collect();
    for source in &mut sources {
        source.is_test = tests.iter().any(|t| source.module.starts_with(t));
    }
    sources
}

/// Modules that a file declares for tests alone, in files of their own.
fn test_modules(source: &Source) -> Vec<Vec<String>> {
    let bare = bare(&source.text);
    bare.split("#[cfg(test)]")
        .skip(1)
        .filter_map(|after| {
            let name = after.trim_start().trim_start_matches("pub ").strip_prefix("mod ")?.split(';').next()?;
            let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_');
            is_name.then(|| source.module.iter().cloned().chain([name.to_owned()]).collect())
        })
        .collect()
}

/// Code without comments, and with nothing between its quotes.
pub fn bare(text: &str) -> String {
    bare_but(text, |_| '\0').replace('\0', "")
}

/// Code without comments, and with what stands between its quotes turned into something harmless, letter by letter.
fn bare_but(text: &str, harmless: fn(char) -> char) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let starts_word = i == 0 || !(at(i - 1).is_alphanumeric() || at(i - 1) == '_');
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                i += 2;
                while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            'r' if starts_word && (at(i + 1) == '"' || (at(i + 1) == '#' && "\"#".contains(at(i + 2)))) => {
                let hashes = (i + 1..).take_while(|j| at(*j) == '#').count();
                let end: Vec<char> = format!("\"{}", "#".repeat(hashes)).chars().collect();
                i += 2 + hashes;
                out.push('"');
                while i < chars.len() && !chars[i..].starts_with(&end) {
                    out.push(harmless(at(i)));
                    i += 1;
                }
                i += end.len();
                out.push('"');
            }
            '"' => {
                i += 1;
                out.push('"');
                while i < chars.len() && at(i) != '"' {
                    out.push(harmless(at(i)));
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i += 1;
                out.push('"');
            }
            // A character, not a lifetime.
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
                out.push_str("' '");
            }
            c => {
                out.push(c);
                i += 1;
            }
        }
    }
    out
}

/// Bare code without what is compiled for tests alone.
fn without_tests(code: &str) -> String {
    let mut parts = code.split("#[cfg(test)]");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(behind_item(part));
    }
    out
}

/// What stands behind the first item: its block, or its semicolon.
fn behind_item(code: &str) -> &str {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return &code[at + 1..];
                }
            }
            ';' if depth == 0 => return &code[at + 1..],
            _ => {}
        }
    }
    ""
}

fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.split(move |c| !is_word(c))
        .filter(|w| !w.is_empty())
        .map(|w| (w.as_ptr() as usize - code.as_ptr() as usize, w))
}

/// Paths that begin with `crate`, `self`, `super` or a module declared here, made absolute for a module.
fn paths(code: &str, module: &[String]) -> BTreeSet<Vec<String>> {
    let declared: BTreeSet<&str> = code
        .split(';')
        .filter_map(|statement| statement.rsplit_once("mod "))
        .map(|(_, name)| name)
        .filter(|name| words(name).map(|w| w.1).eq([*name]))
        .collect();
    let mut found = BTreeSet::new();
    for (at, word) in words(code) {
        let behind = &code[at + word.len()..];
        if !behind.starts_with("::") || code[..at].ends_with("::") {
            continue;
        }
        let mut base = match word {
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module[..module.len().saturating_sub(1)].to_vec(),
            child if declared.contains(child) => {
                module.iter().map(String::as_str).chain([child]).map(String::from).collect()
            }
            _ => continue,
        };
        let mut rest = &behind[2..];
        while let Some(further) = rest.strip_prefix("super::") {
            base.pop();
            rest = further;
        }
        grow(rest, &base, &mut found);
    }
    found
}

/// Adds the path, or the tree of paths in braces, that begins here; returns what stands behind it.
fn grow<'a>(code: &'a str, base: &[String], found: &mut BTreeSet<Vec<String>>) -> &'a str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let before = rest.len();
            rest = grow(rest, base, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
            if rest.len() == before {
                return rest;
            }
        }
    }
    if let Some(rest) = code.strip_prefix('*') {
        found.insert(base.to_vec());
        return rest;
    }
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    let mut path = base.to_vec();
    if !name.is_empty() && name != "self" {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(further) if !name.is_empty() => grow(further, &path, found),
        _ => {
            found.insert(path);
            // `x as y`
            rest.strip_prefix(" as ").map_or(rest, |r| {
                let end = r.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(r.len());
                &r[end..]
            })
        }
    }
}

#[test]
fn paths_are_found_however_they_are_written() {
    let code = bare(
        "use crate::{clock::Clock, store::{self, Key as K}, /* crate::no */ text::*};\nuse super::super::verdict;\n\
         fn f<'a>(x: &'a str) { let q = '\"'; crate::turn::Turn::new(\"crate::never\"); r#\"crate::raw\"#; self::lanes::g() }",
    );
    let module: Vec<String> = ["telegram", "send", "one"].map(String::from).to_vec();
    let found: Vec<String> = paths(&code, &module).iter().map(|p| p.join("::")).collect();
    let wanted = ["clock::Clock", "store", "store::Key", "telegram::send::one::lanes::g", "telegram::verdict", "text"];
    assert_eq!(found, [&wanted[..], &["turn::Turn::new"]].concat());
    let found = paths("mod inner;\npub use inner::{A, b::B};\nfn f() { Inner::g(outer::h()) }", &module[..1]);
    assert_eq!(found.iter().map(|p| p.join("::")).collect::<Vec<_>>(), ["telegram::inner::A", "telegram::inner::b::B"]);
}

#[test]
fn literals_are_found_outside_tests_and_comments() {
    let text = r#"
        //! "never"
        fn f(n: u8) -> String { format!("req:{n}:\"x\"") }
        #[cfg(test)]
        mod tests { const A: &str = "{never"; }
        const B: &str = "b;";
    "#;
    let source =
        Source { path: String::new(), module: Vec::new(), text: text.into(), code: String::new(), is_test: false };
    assert_eq!(source.literals(), ["req:‹n›:\\x\\", "b "]);
}

#[test]
fn tests_are_left_out() {
    let code = "fn a() { b } #[cfg(test)] mod tests { fn c() { d } } fn e() {} #[cfg(test)] mod f; fn g() {}";
    let left = without_tests(code);
    assert!(left.contains("fn a") && left.contains("fn e") && left.contains("fn g"));
    assert!(!left.contains("fn c") && !left.contains("mod f"));
}
