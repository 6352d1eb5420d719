//! Whole sentences, as neighbours write them about an activity.

use super::all;
use crate::when::Purpose;

const SAID: &[(&str, &str)] = &[
    (
        "Wie wil zaterdag mee wandelen? We vertrekken om half elf bij de kerk en zijn rond 13 uur terug",
        "2026-11-28T10:30",
    ),
    ("Samen eten op vrijdag 4 december vanaf 18.00 uur, kosten 5 euro", "2026-12-04T18:00"),
    ("Koffieochtend: elke woensdag 10.00 - 11.30 uur in het buurthuis", "2026-11-25T10:00/11:30 FREQ=WEEKLY;BYDAY=WE"),
    ("Zomerfeest zaterdag 19 juni van 14 tot 22 uur", "2027-06-19T14:00/22:00"),
    ("Kun je morgen even langskomen? Liefst na 3 uur", "2026-11-24T15:00"),
    (
        "Ik heb dinsdag en donderdag hulp nodig met de kinderen, van 3 tot 5",
        "2026-11-24T15:00/17:00 FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2",
    ),
    (
        "Wie kan mij volgende week brengen naar het ziekenhuis, dinsdag om kwart voor negen?",
        "2026-12-01T20:45 or 2026-12-01T08:45",
    ),
    ("Taalcafé, elke dinsdagavond van half 8 tot 9, start 5 januari", "2027-01-05T19:30/21:00 FREQ=WEEKLY;BYDAY=TU"),
    ("Breiclub om de week op maandagmiddag, 14u-16u", "2026-11-23T14:00/16:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ("Repair café elke laatste zaterdag van de maand 13-16 uur", "2026-11-28T13:00/16:00 FREQ=MONTHLY;BYDAY=-1SA"),
    ("Buurtborrel vr 11/12 20u", "2026-12-11T20:00"),
    ("Yoga woensdagochtend 9.15 uur, 8 keer", "2026-11-25T09:15 FREQ=WEEKLY;BYDAY=WE;COUNT=8"),
    ("Boodschappen graag voor vrijdag, het zijn twee tassen", "2026-11-27"),
    ("Ik ben er morgen niet, overmorgen om 10 uur wel", "2026-11-25T10:00"),
    ("niet op zondag, wel op zaterdag om 11 uur", "2026-11-28T11:00"),
    ("Zaterdag of zondag om 2 uur", "2026-11-28T14:00 or 2026-11-29T14:00"),
    ("Wie past er vanavond op van 7 tot 11?", "2026-11-23T19:00/23:00"),
    ("lamp ophangen, vanmiddag of morgenochtend", "2026-11-23T12:00/18:00 or 2026-11-24T06:00"),
    ("Oppas gezocht voor 24 december van 18 tot 1 uur", "2026-12-24T18:00/2026-12-25T01:00"),
    ("nieuwjaarsborrel 3 januari 16:00 tot 18:00", "2027-01-03T16:00/18:00"),
    ("Kerstdiner 25 dec 17u30", "2026-12-25T17:30"),
    ("Mijn afspraak is 3-12 om 8.45 u.", "2026-12-03T08:45 or 2026-12-03T20:45"),
    ("lunch op de 1e vrijdag van de maand", "2026-12-04T12:00/13:00"),
    ("Op dinsdag 8 december om 19.30 uur is er een buurtvergadering", "2026-12-08T19:30"),
    ("Ik heb op 12 december een afspraak om 10.15 uur in het ziekenhuis", "2026-12-12T10:15"),
    ("Kan iemand mij woensdag 9 december om 13.45 uur ophalen?", "2026-12-09T13:45"),
    ("vrijdag 18/12 van 17u tot 19u30", "2026-12-18T17:00/19:30"),
    ("graag tussen 9.00 en 12.00 uur", "2026-11-23T09:00/12:00"),
    ("van 9 tot 12, zaterdag", "2026-11-28T09:00/12:00"),
    ("het liefst vanmiddag nog", "2026-11-23T12:00/18:00"),
    ("komende zaterdag, 28 november, van 11.00 tot 15.00 uur", "2026-11-28T11:00/15:00"),
    ("zaterdag 28 november 2026, aanvang 20:00 uur", "2026-11-28T20:00"),
    ("inloop vanaf 19.30 uur, start om 20.00 uur", "2026-11-23T19:30"),
    ("niet voor 10 uur", "2026-11-23T10:00"),
    ("niet op vrijdag", "nothing"),
    ("behalve zondag", "nothing"),
    ("Who can help me on Saturday at 3?", "2026-11-28T15:00"),
    ("Can somebody walk my dog tomorrow morning at 9:30?", "2026-11-24T09:30"),
    ("coffee every Wednesday at 10am", "2026-11-25T10:00 FREQ=WEEKLY;BYDAY=WE"),
    ("dinner on Friday 4 December from 6pm to 9pm", "2026-12-04T18:00/21:00"),
    ("from 2 to 4 pm on Sunday", "2026-11-29T14:00/16:00"),
    ("morgennamiddag om 3 uur", "2026-11-24T15:00"),
    ("zaterdagvoormiddag", "2026-11-28T06:00/12:00"),
    ("dinsdagnamiddag tussen 14u en 16u", "2026-11-24T14:00/16:00"),
    ("volgende zaterdag om 14u", "2026-12-05T14:00 or 2026-11-28T14:00"),
    ("zondag om 10u 's morgens", "2026-11-29T10:00"),
    ("Zo rond 3 uur ben ik thuis", "2026-11-23T15:00"),
    ("vr 11 dec. 20.00-22.30 uur", "2026-12-11T20:00/22:30"),
    ("woensdag na schooltijd", "2026-11-25T15:00/17:00"),
    ("vanavond na het eten", "2026-11-23T19:00/22:00"),
];

#[test]
fn they_are_read_as_a_neighbour_means_them() {
    all(SAID, Purpose::Activity);
}
