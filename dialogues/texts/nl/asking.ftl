# Hoe je vraagt: wie het ziet, met of zonder naam, voor wie.

vraag-sight = Wie mag je vraag zien?

    <b>In de groep</b>: alle buren in de groep.
    <b>Stil zoeken</b>: een paar buren, in privé.
    <b>Alleen het team</b>: geen buren.
vraag-sight-name = Wie ziet het
vraag-near = Wie mag je vraag zien? Dit komt niet in de groep.

    <b>Buren die het team kent</b>: het team heeft met hen kennisgemaakt.
    <b>Alleen het team</b>: geen buren.
vraag-near-name = Wie ziet het
sight-group = In de groep
sight-quiet = Stil zoeken: een paar buren
sight-met = Buren die het team kent
sight-team = Alleen { $team }
nobody-met = Het team kent hier nog geen buren die hierbij helpen. Kies je Alleen { $team }? Dan denkt het team met je mee.

vraag-naming = Mag je naam erbij?

    Zonder naam staat er: een buur. Alleen wie je helpt, krijgt je naam.
vraag-naming-name = Naam
vraag-naming-with = Met mijn naam
vraag-naming-without = Zonder mijn naam
vraag-whom = Voor wie vraag je hulp?
vraag-whom-name = Voor wie
vraag-whom-me = Voor mij
vraag-whom-other = Voor iemand anders
vraag-knows = Weet zij of hij dat je dit vraagt?

    Nee? Dan vraag ik het niet aan buren. Het team denkt met je mee.
vraag-knows-name = Weet ervan

# ── Geplaatst ──
posted-group = Je vraag staat in de groep van { $neighbourhood }.
posted-quiet = Ik zoek stil voor je. De groep ziet je vraag niet.
posted-met = Ik vraag het buren die het team kent. De groep ziet je vraag niet.
posted-team = Je vraag is nu bij { $team }. Buren zien hem niet.
posted-unaware = Wat fijn dat je aan een ander denkt. Je vraag is nu bij { $team }. Ik vraag het niet aan buren.
no-group = Er is nu geen groep waar je vraag kan staan. Kies Wijzigen, en laat iemand anders je vraag zien.
undone-quietly = Je vraag is weg.

safety-first-quiet = In je vraag staat misschien { $what }. De buren die ik vraag, kunnen dat lezen.
safety-private = Gaat je vraag over kinderen, papieren, vervoer, een sleutel, geld of dat je weg bent? Dat zet ik niet in de groep. Wie mag je vraag zien?

# ── De vraag zelf ──
a-neighbour = een buur
your-neighbour = je buur
the-team = het team
request-for-other = { $known ->
    [no] Een buur vraagt dit voor een ander.
   *[yes] { $name } vraagt dit voor een ander.
}
request-from-team = Via het team gevraagd.
item-sight-quiet = Wie het ziet: een paar buren
item-sight-met = Wie het ziet: buren die het team kent
item-sight-team = Wie het ziet: alleen het team
item-for-other = Voor: iemand anders
item-for-caller = Voor: iemand die het team belde
item-unnamed = Naam: niet erbij
item-asker-team = Het team kijkt ernaar. Je hoort het als iemand je verder helpt.
