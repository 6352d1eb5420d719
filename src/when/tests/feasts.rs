//! Days with a name.

use super::all;
use crate::when::Purpose;

const SAID: &[(&str, &str)] = &[
    ("1ste kerstdag", "2026-12-25"),
    ("eerste paasdag", "2027-03-28"),
    ("paasmaandag 2027", "2027-03-29"),
    ("hemelvaart", "2027-05-06"),
    ("met pinksteren", "2027-05-16"),
    ("pinkstermaandag", "2027-05-17"),
    ("oudejaarsavond", "2026-12-31"),
    ("oud en nieuw", "2026-12-31"),
    ("moederdag", "2027-05-09"),
    ("vaderdag 2027", "2027-06-20"),
    ("bevrijdingsdag", "2027-05-05"),
    ("dodenherdenking", "2027-05-04"),
    ("valentijnsdag", "2027-02-14"),
    ("dierendag", "2027-10-04"),
    ("Sint Maarten", "2027-11-11"),
    ("carnaval", "2027-02-07"),
    ("goede vrijdag", "2027-03-26"),
    ("prinsjesdag", "2027-09-21"),
    ("halloween", "2027-10-31"),
    ("driekoningen", "2027-01-06"),
    ("burendag", "2027-09-25"),
    ("chinees nieuwjaar", "2027-02-06"),
    ("divali", "2027-10-29"),
    ("3 dagen voor kerst", "2026-12-22"),
    ("een week na pasen", "2027-04-04"),
    ("Koningsdag 2031", "2031-04-26"),
    ("Keti Koti", "2027-07-01"),
    ("suikerfeest", "2027-03-09"),
    ("Offerfeest 2027", "2027-05-16"),
    ("sinterklaas", "2026-12-05"),
    ("Tweede Kerstdag om 12 uur", "2026-12-26T12:00"),
    ("rond kerst", "2026-12-25"),
    ("tussen kerst en oud en nieuw", "2026-12-25/2026-12-31"),
    ("paasweekend", "2027-03-27/2027-03-29"),
    ("oudejaarsavond 22:00", "2026-12-31T22:00"),
    ("op 2e paasdag", "2027-03-29"),
    ("King's Day", "2027-04-27"),
    ("Boxing Day", "2026-12-26"),
];

#[test]
fn they_are_read_as_a_neighbour_means_them() {
    all(SAID, Purpose::Any);
}
