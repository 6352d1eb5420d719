//! Days in a row.

use super::all;
use crate::when::Purpose;

const SAID: &[(&str, &str)] = &[
    ("deze week nog", "2026-11-23/2026-11-29"),
    ("komend weekend", "2026-11-28/2026-11-29"),
    ("volgend weekend", "2026-12-05/2026-12-06"),
    ("in het weekend", "2026-11-28/2026-11-29"),
    ("eind december", "2026-12-16/2026-12-31"),
    ("half januari", "2027-01-10/2027-01-20"),
    ("begin volgende week", "2026-11-30/2026-12-02"),
    ("begin juni", "2027-06-01/2027-06-15"),
    ("de week voor kerst", "2026-12-14/2026-12-20"),
    ("vorige maand", "2026-10-01/2026-10-31 (past)"),
    ("volgend jaar", "2027-01-01/2027-12-31"),
    ("in de afgelopen 5 dagen", "2026-11-18/2026-11-22 (past)"),
    ("de komende 2 weken", "2026-11-24/2026-12-07"),
    ("de komende dagen", "2026-11-24/2026-11-26"),
    ("mei 2027", "2027-05-01/2027-05-31"),
    ("in 2027", "2027-01-01/2027-12-31"),
    ("eerste kwartaal 2027", "2027-01-01/2027-03-31"),
    ("het tweede kwartaal van volgend jaar", "2027-04-01/2027-06-30"),
    ("Q2 2027", "2027-04-01/2027-06-30"),
    ("de herfst van 2027", "2027-09-23/2027-12-21"),
    ("vorige winter", "2025-12-21/2026-03-20 (past)"),
    ("deze lente", "2027-03-20/2027-06-21"),
    ("midden volgende maand", "2026-12-10/2026-12-20"),
    ("de eerste week van volgende maand", "2026-11-30/2026-12-06"),
    ("de week van 14 december", "2026-12-14/2026-12-20"),
    ("week 52", "2026-12-21/2026-12-27"),
    ("week 1", "2027-01-04/2027-01-10"),
    ("weekend van 12 december", "2026-12-12/2026-12-13"),
    ("het eerste weekend van januari", "2027-01-02/2027-01-03"),
    ("binnen 3 maanden", "2026-11-23T10:00/2027-02-23T00:00"),
    ("binnen een week", "2026-11-23T10:00/2026-11-30T00:00"),
    ("de derde week van maart", "2027-03-15/2027-03-21"),
    ("de laatste 2 weken van mei", "2027-05-18/2027-05-31"),
    ("zomer 2027", "2027-06-21/2027-09-23"),
    ("december volgend jaar", "2027-12-01/2027-12-31"),
    ("vorig jaar juni", "2025-06-01/2025-06-30 (past)"),
    ("halverwege volgende week", "2026-12-02/2026-12-03"),
    ("03-2027", "2027-03-01/2027-03-31"),
    ("de eerste helft van 2027", "2027-01-01/2027-06-30"),
    ("eerste weekend van de maand", "2026-12-05/2026-12-06"),
    ("de eerste twee weken van december", "2026-12-01/2026-12-14"),
    ("rest van de avond", "2026-11-23T10:00/20:00"),
    ("juni-juli", "2027-06-01/2027-07-31"),
    ("H1 2027", "2027-01-01/2027-06-30"),
];

#[test]
fn they_are_read_as_a_neighbour_means_them() {
    all(SAID, Purpose::Any);
}
