//! Lines as people type them, and what is read of them.

use proptest::prelude::*;

use super::*;
use crate::text::local_day_start;

/// Monday 23 November 2026, 10:00 in Amsterdam.
const SENT: Moment = Moment(1_795_424_400);

fn places() -> Vec<String> {
    ["Buurthuis De Meevaart", "Oosterpark, bij de vijver", "De Bibliotheek", "Het Badhuis"].map(str::to_owned).to_vec()
}

/// What was read, in one line: title | when | where | seats | cost | access | details.
fn told(line: &str) -> String {
    let read = read(line, &places(), SENT);
    let when = match &read.when {
        Ok(r) => {
            let point = |p: &when::Point| {
                p.time.map_or(p.day.format("%d-%m").to_string(), |t| {
                    format!("{} {}", p.day.format("%d-%m"), t.format("%H:%M"))
                })
            };
            let end = r.end.and_then(|e| e.time).map(|t| format!("-{}", t.format("%H:%M"))).unwrap_or_default();
            let rule = r.rule().map(|r| format!(" {r}")).unwrap_or_default();
            format!("{}{end}{rule}", point(&r.start))
        }
        Err(_) => "?".to_owned(),
    };
    let place = match &read.place {
        None => "?".to_owned(),
        Some(Where::Listed(i)) => format!("#{i}"),
        Some(Where::Words(words)) => words.clone(),
    };
    let cost = match &read.cost {
        None => String::new(),
        Some(Cost::Free) => "free".to_owned(),
        Some(Cost::Words(words)) => words.clone(),
    };
    let access = [
        (read.access.wheelchair, 'w'),
        (read.access.quiet, 'q'),
        (read.access.children, 'c'),
        (read.access.walk_in, 'i'),
    ];
    let mut signs: String = access.into_iter().filter(|(holds, _)| *holds).map(|(_, sign)| sign).collect();
    signs.extend(read.access.languages.iter().flat_map(|l| l.chars()));
    let seats = read.seats.map(|s| s.to_string()).unwrap_or_default();
    let parts =
        [read.title.unwrap_or("?".to_owned()), when, place, seats, cost, signs, read.details.unwrap_or_default()];
    parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

/// What people type, and what is read of it.
const LINES: &[(&str, &str)] = &[
    (
        "Koffie in het buurthuis elke dinsdag 10-12 u, max 12",
        "Koffie | 24-11 10:00-12:00 FREQ=WEEKLY;BYDAY=TU | #0 | 12",
    ),
    ("Koffie elke dinsdag in het buurthuis 10-12 u", "Koffie | 24-11 10:00-12:00 FREQ=WEEKLY;BYDAY=TU | #0"),
    (
        "Samen eten vrijdag 18 uur in de Meevaart, voor 20 personen, € 5 per persoon",
        "Samen eten | 27-11 18:00 | #0 | 20 | € 5 per persoon",
    ),
    ("Wandelen door het park zaterdag half drie", "Wandelen door het park | 28-11 14:30 | ?"),
    (
        "Wandelen zaterdag half drie bij de ingang van het Flevopark",
        "Wandelen | 28-11 14:30 | bij de ingang van het Flevopark",
    ),
    ("Breien op woensdag 25 november om 14.00 uur, gratis, kinderen welkom", "Breien | 25-11 14:00 | ? |  | free | c"),
    ("Bingo vanavond 19u buurthuis, 2 euro, max 30 mensen", "Bingo | 23-11 19:00 | #0 | 30 | € 2"),
    (
        "Taalcafé doordeweeks van 9 tot 11 in de bieb, ook Arabisch",
        "Taalcafé | 24-11 09:00-11:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | in de bieb |  |  | Arabisch",
    ),
    ("Kerst borrel vrijdag 18 december van 16 tot 18 uur bij de vijver", "Kerst borrel | 18-12 16:00-18:00 | #1"),
    ("Rustig wandelen, morgen 10 uur, Oosterpark", "Rustig wandelen | 24-11 10:00 | #1 |  |  | q"),
    ("Yoga morgen om 4 uur", "Yoga | 24-11 16:00 | ?"),
    ("Koffie", "Koffie | ? | ?"),
    ("morgen 10 uur in het buurthuis", "? | 24-11 10:00 | #0"),
    ("elke dinsdag 10 uur", "? | 24-11 10:00 FREQ=WEEKLY;BYDAY=TU | ?"),
    ("Koffie in het buurthuis", "Koffie | ? | #0"),
    (
        "Coffee every Tuesday 10-12 in the library, free, wheelchair accessible",
        "Coffee | 24-11 10:00-12:00 FREQ=WEEKLY;BYDAY=TU | in the library |  | free | w",
    ),
    (
        "Soup and bread on Friday at 6 pm at Aisha's place, max 8 people, also in English",
        "Soup and bread | 27-11 18:00 | at Aisha's place | 8 |  | English",
    ),
    (
        "Moestuin: samen zaaien, zaterdag 28 november 10-12 u, rolstoeltoegankelijk, vrije inloop",
        "Moestuin | 28-11 10:00-12:00 | ? |  |  | wi | Samen zaaien",
    ),
    (
        "Repair café zaterdag 13-16 uur @ Badhuis, vrijwillige bijdrage",
        "Repair café | 28-11 13:00-16:00 | #3 |  | vrijwillige bijdrage",
    ),
    (
        "Koken met Fatima donderdag 17 uur bij Fatima thuis max 6",
        "Koken met Fatima | 26-11 17:00 | bij Fatima thuis | 6",
    ),
    (
        "Koffie-inloop elke woensdag 10-12 in het Badhuis",
        "Koffie-inloop | 25-11 10:00-12:00 FREQ=WEEKLY;BYDAY=WE | #3 |  |  | i",
    ),
    (
        "Klaverjassen, maandagavond 20 uur, kantine van de voetbalclub, 1,50 euro p.p.",
        "Klaverjassen | 30-11 20:00 | kantine van de voetbalclub |  | € 1,50 per persoon",
    ),
    ("Film kijken (The Hours) vrijdag 20.00 uur in de bibliotheek", "Film kijken (The Hours) | 27-11 20:00 | #2"),
    (
        "Digitale hulp dinsdag 24 november 14-16 uur in het buurthuis. Neem je telefoon mee.",
        "Digitale hulp | 24-11 14:00-16:00 | #0 |  |  |  | Neem je telefoon mee",
    ),
    ("Jeu de boules op het plein zondag 15 uur", "Jeu de boules | 29-11 15:00 | op het plein"),
    (
        "Samen zingen op zondagmiddag in de kerk aan de Dorpsstraat",
        "Samen zingen | 29-11 12:00-18:00 | in de kerk aan de Dorpsstraat",
    ),
    (
        "Praten in het Nederlands, elke maandag 19 uur, bieb, gratis, kinderen mogen mee, aanmelden hoeft niet",
        "Praten in het Nederlands | 23-11 19:00 FREQ=WEEKLY;BYDAY=MO | bieb |  | free | ci",
    ),
    (
        "Buurtschoonmaak, zaterdag 10 uur, verzamelen bij de vijver, max twaalf",
        "Buurtschoonmaak | 28-11 10:00 | #1 | 12",
    ),
    (
        "Nieuwjaarsborrel 3 januari 16-18 u in de tuin van het Badhuis",
        "Nieuwjaarsborrel | 03-01 16:00-18:00 | in de tuin van het Badhuis",
    ),
    (
        "Lotgenotengroep rouw donderdag 3 december 10 uur, wijkcentrum, max 8, rustig",
        "Lotgenotengroep rouw | 03-12 10:00 | wijkcentrum | 8 |  | q",
    ),
    ("Yoga in het donker dinsdag 20 uur", "Yoga in het donker | 24-11 20:00 | ?"),
    ("Samen naar de markt, woensdag 9.30 uur", "Samen naar de markt | 25-11 09:30 | ?"),
    ("Picknick, zondag 29 november 12 tot 14 uur, Flevopark", "Picknick | 29-11 12:00-14:00 | Flevopark"),
    ("Muziekmiddag Badhuis zaterdag 14 uur, gratis toegang", "Muziekmiddag | 28-11 14:00 | #3 |  | free"),
    ("☕ Koffie ☕ dinsdag 10 uur in het buurthuis ☕", "☕ Koffie ☕ ☕ | 24-11 10:00 | #0"),
    ("Koffie dinsdag 24 nov 10.00-12.00, plek voor 10, buurthuis de meevaart", "Koffie | 24-11 10:00-12:00 | #0 | 10"),
    (
        "Spelletjes voor kinderen woensdag 14 uur in de speeltuin",
        "Spelletjes voor kinderen | 25-11 14:00 | in de speeltuin |  |  | c",
    ),
    ("Bel 06-12345678 voor koffie dinsdag 10 uur", "Bel 06-12345678 voor koffie | 24-11 10:00 | ?"),
    ("KOFFIE DINSDAG 10 UUR BUURTHUIS", "KOFFIE | 24-11 10:00 | #0"),
    ("koffie,dinsdag 10 uur,buurthuis", "Koffie | 24-11 10:00 | #0"),
    ("Schaken met Mo in café De Pont zondag 13 u", "Schaken met Mo | 29-11 13:00 | in café De Pont"),
    (
        "Yoga op maandag, woensdag en vrijdag 9 uur in de gymzaal",
        "Yoga | 25-11 09:00 FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3 | in de gymzaal",
    ),
    (
        "Fietstocht naar Muiderslot zaterdag 11 uur, start bij het station",
        "Fietstocht naar Muiderslot | 28-11 11:00 | bij het station",
    ),
    (
        "Chair yoga every Thursday 10am, community garden, €3, no registration needed",
        "Chair yoga | 26-11 10:00 FREQ=WEEKLY;BYDAY=TH | community garden |  | € 3 | i",
    ),
    (
        "Sugar free baking Saturday 3 pm in the kitchen, 5 euro each",
        "Sugar free baking | 28-11 15:00 | in the kitchen |  | € 5 each",
    ),
    (
        "Plantjes ruilen in de tuin van het Badhuis zondag 11 u",
        "Plantjes ruilen | 29-11 11:00 | in de tuin van het Badhuis",
    ),
    (
        "Koffie en thee voor iedereen, met taart, elke vrijdag van 14:00 tot 16:00 in Buurthuis De Meevaart (gratis)",
        "Koffie en thee voor iedereen | 27-11 14:00-16:00 FREQ=WEEKLY;BYDAY=FR | #0 |  | free |  | Met taart",
    ),
    ("English coffee tomorrow 11 am Badhuis", "English coffee | 24-11 11:00 | #3"),
    (
        "🎲 Spelletjesavond, vrijdag 27 nov, 19.30 u, De Meevaart, €2,50 p.p., max 16 personen, ook in het Engels en Turks, kinderen zijn welkom, met de rolstoel kan",
        "🎲 Spelletjesavond | 27-11 19:30 | #0 | 16 | € 2,50 per persoon | wcEngels en Turks",
    ),
    ("Kom je ook? Koffie dinsdag 10 uur in het buurthuis", "Kom je ook? | 24-11 10:00 | #0 |  |  |  | Koffie"),
    ("De boom in! zaterdag 14 uur bij de Bibliotheek", "De boom | 28-11 14:00 | #2"),
];

#[test]
fn what_people_type() {
    let wrong: Vec<String> = LINES
        .iter()
        .filter_map(|(line, expected)| {
            Some(told(line)).filter(|t| t != expected).map(|t| format!("{line}\n  {t}\n  {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(LINES.len() >= 40);
}

#[test]
fn several_lines_are_one() {
    let one = told("Koffie met taart\n\ndinsdag 10-12 uur\nBadhuis, max 12\n\nTot dan!");
    assert_eq!(one, "Koffie met taart | 24-11 10:00-12:00 | #3 | 12 |  |  | Tot dan!");
}

#[test]
fn too_much_for_a_title_is_kept_as_details() {
    let long = "lang ".repeat(40);
    let read = read(&format!("{long} dinsdag 10 uur"), &[], SENT);
    assert_eq!(read.title, None);
    assert!(read.details.is_some_and(|d| d.to_lowercase().starts_with("lang lang")));
}

#[test]
fn every_form_can_be_read() {
    assert_eq!(extras::forms(), (5, 7, true));
    assert_eq!(local_day_start("2026-11-23".parse().unwrap(), 10), SENT);
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn nothing_typed_is_too_much(line in any::<String>(), place in any::<String>()) {
        let read = read(&line, &[place], SENT);
        prop_assert!(read.title.is_none_or(|t| length(&t) <= TITLE_AT_MOST && !t.contains(char::from(0x1f))));
        prop_assert!(read.seats.is_none_or(|s| (1..=999).contains(&s)));
    }

    #[test]
    fn words_in_any_order_are_read(words in proptest::collection::vec(prop::sample::select(vec![
        "koffie", "in", "het", "buurthuis", ",", "elke", "dinsdag", "10-12", "u", "max", "12", "€", "2", "gratis", "rolstoel",
        "ook", "Engels", "bij", "de", "vijver", ".", "☕", "voor", "personen", "@", "Badhuis",
    ]), 0..14)) {
        let read = read(&words.join(" "), &places(), SENT);
        if let Some(Where::Words(words)) = read.place {
            prop_assert!(!words.trim().is_empty() && length(&words) <= PLACE_AT_MOST);
        }
    }
}
