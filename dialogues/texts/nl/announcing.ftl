# Een activiteit aankondigen.

command-activiteit = Iets organiseren

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
activiteit-where = Waar is het? Kies een plek, of schrijf er zelf een.
activiteit-where-name = Waar
activiteit-access = Wat klopt er? Kies alles wat past.
activiteit-access-name = Goed om te weten
activiteit-access-wheelchair = Met een rolstoel kun je erin
activiteit-access-quiet = Het is er rustig
activiteit-access-children = Kinderen mogen mee
activiteit-access-languages = We spreken ook andere talen
activiteit-access-walk-in = Aanmelden hoeft niet
activiteit-seats = Hoeveel mensen kunnen er komen? Schrijf een getal.

    Kan iedereen komen? Sla dit dan over.
activiteit-seats-name = Aantal mensen
activiteit-cost = Wat kost het? Bijvoorbeeld: “2 euro”. Sla dit over als het gratis is.
activiteit-cost-name = Kosten
activiteit-details = Wat is er nog goed om te weten? Schrijf het, of stuur een spraakbericht.
activiteit-details-name = Meer uitleg
activiteit-languages = Welke andere taal spreken jullie er? Bijvoorbeeld: “Engels en Arabisch”.
activiteit-languages-name = Andere talen
activiteit-photo = Stuur een foto die past. Bijvoorbeeld van de plek.
activiteit-photo-name = Foto
activiteit-summary = Dit is je activiteit. Klopt het?
activiteit-confirm = Plaatsen
languages-often = Engels, Arabisch, Turks, Oekraïens
seats-want = Schrijf een getal van 1 tot en met 999.

# ── Wat niet kan ──
announce-begun = Dat is al begonnen. Kies een tijd die nog komt.
announce-far = Dat is meer dan een jaar vooruit. Kies een eerdere dag.
announce-long = Dat duurt langer dan twee weken. Kies een kortere tijd.
announce-incomplete = Ik mis nog wat, wanneer of waar. Kies Wijzigen en vul het aan.
announce-elsewhere = Deze activiteit is van een buurt waar je niet bij hoort.
announce-not = Wat leuk dat je iets wilt organiseren, { $name }!

    Dit zijn de organisatoren in { $place }: { $names }. Vraag het gerust, of praat met { $team }.
announce-not-team = Wat leuk dat je iets wilt organiseren, { $name }!

    In { $place } kondigen organisatoren activiteiten aan. Praat met { $team }: zij denken graag mee.

# ── Eerst nog een vraag ──
announce-safety = In je activiteit staat misschien { $what }. Iedereen in de groep kan dat lezen.
announce-months = Niet elke maand heeft een dag { $day }. Wat wil je?
announce-clash = Dan is er daar ook “{ $title }” ({ $when }). Wil je toch daar?
announce-holiday = Let op: { $day } is { $name }. Gaat het dan door?
button-last-day = Laatste dag van de maand
button-skip-months = Die maanden slaan we over
button-here-anyway = Toch hier
button-other-place = Andere plek
button-other-time = Andere tijd
button-that-day = Ja, die dag

# ── In de groep ──
button-organise = Iets organiseren
group-organise = { $name }, wat wil je organiseren? Dat vertel je mij in privé.
group-missing = { $name }, leuk! Ik weet alleen nog niet { $what }. Dat doen we even in privé.
missing-title = wat je gaat doen
missing-when = wanneer het is
missing-clock = hoe laat het is
missing-where = waar het is
announce-preview = { $name }, zo komt het in de groep. Klopt het?
button-rather = Liever: { $when }
announce-changed = De tijd is intussen anders. Kijk nog even.
announce-gone = Deze activiteit is er niet meer. Met /activiteit begin je opnieuw.
announce-dropped = Weg is weg. Met /activiteit begin je opnieuw.

# ── Geplaatst ──
announced = Ik zet dit nu in de groep van { $place }.
announced-agenda = Dit staat nu in de agenda van { $place }. Er is nu geen groep waar ik het kan zetten.
announced-next = Wie komt, krijgt vanzelf een herinnering. Iets veranderen, of zien wie er komt? Kies Beheren.
announced-toast = Je activiteit staat in de groep.
