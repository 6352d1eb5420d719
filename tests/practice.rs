//! The first command that anybody tries: `stoep practice` sets its stage, prints an address that answers, and ends in order.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

#[test]
fn practice_opens_a_page_and_ends_in_order() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_stoep"))
        .args(["practice", "--port", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(program.stdout.take().unwrap()).lines().map_while(Result::ok);
    let address = lines.filter_map(|l| l.trim().strip_prefix("http://").map(str::to_owned)).next();
    let Some(address) = address else {
        let mut said = String::new();
        program.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        panic!("it printed no address: {said}");
    };
    let address = address.trim_end_matches('/').to_owned();
    let mut page = TcpStream::connect(&address).unwrap();
    write!(page, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    page.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("Oefenbuurt"), "{answer}");

    let pid = program.id().to_string();
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {pid}")]).status().unwrap().success());
    assert!(program.wait().unwrap().success());
}
