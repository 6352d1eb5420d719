//! The first command that anybody tries: `stoep practice` sets its stage, prints an address that answers, and ends in order.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// The program; a failed test leaves none behind.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

#[test]
fn practice_opens_a_page_and_ends_in_order() {
    let mut program = Program(
        Command::new(env!("CARGO_BIN_EXE_stoep"))
            .args(["practice", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines().map_while(Result::ok);
    let address = lines.find_map(|l| l.trim().strip_prefix("http://").map(str::to_owned));
    let Some(address) = address else {
        let mut said = String::new();
        program.0.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        panic!("it printed no address: {said}");
    };
    let address = address.trim_end_matches('/').to_owned();
    let get = |path: &str| {
        let mut page = TcpStream::connect(&address).unwrap();
        write!(page, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        page.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    };
    assert!(get("/").contains("Oefenbuurt"));

    // Who is there: all have spoken with Stoep but the newcomer, and the page tells in both languages who each of them is.
    let state: Value = serde_json::from_str(&get("/api/state")).unwrap();
    let people = state["people"].as_array().unwrap();
    let first = |p: &Value| p["name"].as_str().unwrap().split(' ').next().unwrap().to_owned();
    let silent = people.iter().filter(|p| p["private"][0]["started"] != true).map(first).collect::<Vec<_>>();
    assert_eq!(silent, ["Sem"]);
    assert_eq!(state["happened"].as_array().map(Vec::len), Some(1), "the stage was set before: {}", state["happened"]);
    let words = get("/words.js");
    for person in people {
        let about = format!("    about_{}: \"", first(person).to_lowercase());
        assert_eq!(words.matches(&about).count(), 2, "{about}");
    }
    let says = |name: &str, what: &str| {
        let person = people.iter().find(|p| first(p) == name).unwrap();
        let (id, bot) = (&person["id"], &person["private"][0]["bot"]);
        get(&format!("/api/chat?as={id}&chat={id}&bot={bot}")).contains(what)
    };
    assert!(says("Els", "wijkteam"));
    assert!(says("Aisha", "organisator"));
    // What is announced already, and who comes.
    for (who, what) in [("Aisha", "Koffie en taart"), ("Joop", "Koffie en taart"), ("Henk", "Koffie en taart")] {
        assert!(says(who, what), "{who}");
    }
    for neighbour in ["Fatima", "Joop", "Maria", "Henk", "Aisha"] {
        assert!(says(neighbour, "Oosterpark"), "{neighbour}");
    }

    let pid = program.0.id().to_string();
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {pid}")]).status().unwrap().success());
    assert!(program.0.wait().unwrap().success());
}
