//! Sentences that name no time.

use super::said;
use crate::when::Purpose;

const NOTHING: &[&str] = &[
    "twee tassen naar boven dragen",
    "half brood en een liter melk",
    "huis 14",
    "ik moet 3 keer per week naar de fysio",
    "Wie kan 2 uur helpen met verhuizen?",
    "het duurt een uur of twee",
    "een half uurtje hulp",
    "ik zoek iemand voor 4 personen",
    "twintig euro",
    "ladder van 3 meter",
    "mijn zoon van 8",
    "kinderen van 4 tot 12 jaar",
    "voor kinderen van 6 tot 8",
    "groep 8",
    "lijn 12",
    "de 2e verdieping",
    "de eerste keer",
    "op nummer 10",
    "bel 06-12345678",
    "postcode 1234 AB",
    "ik ben 80 jaar en woon op 3 hoog",
    "Ik woon op nummer 12 en heb 2 katten",
    "Er zijn 25 stoelen nodig",
    "voor 3 weken",
    "drie weken lang",
    "recept: 3 eieren, 200 gram bloem, half pond boter",
    "bus 8 rijdt niet",
    "we zijn met zijn vieren",
    "1 op de 10",
    "een vrije dag",
    "fijne avond",
    "goedemorgen",
    "goede middag allemaal",
    "Ik doe de was op 60 graden",
    "mijn tv is 42 inch",
    "eind goed al goed",
    "de zon schijnt",
    "zo gezegd",
    "Jan wil helpen",
    "mijn ma komt ook",
    "ik vier mijn verjaardag",
    "acht je dat mogelijk",
    "ze telt voor twee",
    "een van de twee",
    "de derde man",
    "half om half",
    "ik moet nodig",
    "over en weer",
    "pagina 3 tot 5",
    "24 uur per dag",
    "1,5 uur",
    "ik heb 2 dagen nodig",
    "3 dagen lang",
    "nu en dan",
    "om 25 uur",
    "om 12:60",
    "12 13 14",
];

#[test]
fn what_is_no_time_is_left_alone() {
    for text in NOTHING {
        assert_eq!(said(text, Purpose::Activity), "nothing", "{text}");
        assert_eq!(said(text, Purpose::Any), "nothing", "{text}");
    }
}
