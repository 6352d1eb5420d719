# Een activiteit aankondigen.

command-activiteit = Iets organiseren
command-activiteit-help = iets organiseren voor de buurt

# ── De vragen van /activiteit ──
activiteit-neighbourhood = In welke buurt organiseer je iets?
activiteit-neighbourhood-name = Buurt
activiteit-title = Wat ga je doen? Schrijf het in een paar woorden, of stuur een spraakbericht.

    Bijvoorbeeld: “Samen soep eten”.
activiteit-title-name = Wat
activiteit-kind = Wat voor activiteit is het?
activiteit-kind-name = Soort
activiteit-when = Wanneer is het? Schrijf de dag en de tijd.

    Bijvoorbeeld: “zaterdag 14-16 uur”, of “elke dinsdag om 10 uur”.
activiteit-when-name = Wanneer
activiteit-where = Waar is het? Typ de plek.
activiteit-where-name = Waar
activiteit-access = Wat is goed om te weten? Kies wat klopt.
activiteit-access-name = Goed om te weten
activiteit-access-wheelchair = Je kunt er met een rolstoel in
activiteit-access-quiet = Het is er rustig
activiteit-access-children = Kinderen mogen mee
activiteit-access-languages = We spreken ook andere talen
activiteit-access-walk-in = Aanmelden hoeft niet
activiteit-seats =
    Hoeveel mensen kunnen er komen? Kies of typ een getal.

    Is er plek voor iedereen? Sla dit dan over.
activiteit-seats-name = Aantal mensen
activiteit-cost = Wat kost het? Bijvoorbeeld: “2 euro”. Sla dit over als het gratis is.
activiteit-cost-name = Kosten
activiteit-details = Wat moeten mensen nog weten? Schrijf het, of stuur een spraakbericht.
activiteit-details-name = Meer uitleg
activiteit-languages = Welke andere talen spreken jullie? Bijvoorbeeld: “Engels en Arabisch”.
activiteit-languages-name = Andere talen
activiteit-photo = Stuur een foto die erbij past. Bijvoorbeeld van de plek.
activiteit-photo-name = Foto
activiteit-summary = Dit is je activiteit. Klopt het?
activiteit-confirm = Versturen
languages-often = Engels, Arabisch, Turks, Oekraïens
seats-want = Typ een getal van 1 tot en met 999.

# ── Wat niet kan ──
announce-begun = Dat is al begonnen. Kies een tijd die nog komt.
announce-far = Dat is meer dan een jaar vooruit. Kies een dag die eerder is.
announce-long = Dat duurt langer dan twee weken. Kies een kortere tijd.
announce-incomplete = Ik weet nog niet alles: wat, wanneer of waar. Kies ‘Veranderen’ en vul het aan.
announce-elsewhere = Deze activiteit hoort bij een andere buurt.
announce-not = Wat leuk dat je iets wilt organiseren, { $name }!

    Dit zijn de organisatoren in { $place }: { $names }. Vraag het gerust, of praat met { $team }.
announce-not-team =
    Wat leuk dat je iets wilt organiseren, { $name }!

    In { $place } kunnen alleen organisatoren iets aankondigen. Praat met { $team }. Zij denken graag mee.

# ── Eerst nog een vraag ──
announce-safety = In je activiteit staat misschien { $what }. Iedereen in de groep kan dat lezen.
announce-months = Niet elke maand heeft { $day } dagen. Wat wil je?
announce-clash = Op die plek is dan al “{ $title }” ({ $when }). Wil je dit toch daar doen?
announce-holiday = Let op: { $day } is { $name }. Gaat het dan door?
button-last-day = Laatste dag van de maand
button-skip-months = Sla die maanden over
button-here-anyway = Toch hier
button-other-place = Andere plek
button-other-time = Andere tijd
button-that-day = Ja, die dag

# ── In de groep ──
button-organise = Iets organiseren
group-organise = { $name }, wat wil je organiseren? Vertel het mij, buiten de groep.
group-missing = { $name }, leuk! Ik weet alleen nog niet { $what }. Dat doen we even buiten de groep.
missing-title = wat je gaat doen
missing-when = wanneer het is
missing-clock = hoe laat het is
missing-where = waar het is
announce-preview = { $name }, zo komt het in de groep. Klopt het?
button-rather = Liever: { $when }
announce-changed = De tijd is net veranderd. Kijk nog even.
announce-gone = Deze activiteit is er niet meer. Met /activiteit begin je opnieuw.
announce-dropped = Je activiteit is weggegooid. Met /activiteit begin je opnieuw.

# ── Geplaatst ──
announced = Ik zet dit nu in de groep van { $place }.
announced-agenda = Dit staat nu in de agenda van { $place }. Er is nu geen groep waar ik het kan zetten.
announced-next = Iedereen die komt, krijgt vanzelf een herinnering. Wil je iets veranderen, of zien wie er komen? Tik op ‘Regelen’.
announced-toast = Je activiteit staat in de groep.
