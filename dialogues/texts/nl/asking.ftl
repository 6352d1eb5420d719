# Hoe je vraagt: wie het ziet, met of zonder naam, voor wie.

vraag-sight = Wie mag je vraag zien?

    <b>In de groep</b>: alle buren in de groep.
    <b>Een paar buren</b>: alleen zij krijgen een bericht. De groep ziet het niet.
    <b>Alleen het team</b>: geen buren.
vraag-sight-name = Wie ziet het
vraag-near = Wie mag je vraag zien? Dit komt niet in de groep.

    <b>Buren die het team kent</b>: het team heeft met hen kennisgemaakt.
    <b>Alleen het team</b>: geen buren.
vraag-near-name = Wie ziet het
sight-group = In de groep
sight-quiet = Een paar buren, niet de groep
sight-met = Buren die het team kent
sight-team = Alleen { $team }
nobody-met = Er zijn nog geen buren bij { $team } bekend die hierbij helpen. Kies ‘Alleen { $team }’. Dan denkt het team met je mee.

vraag-naming =
    Mag je naam erbij?

    Liever niet? Dan staat er: een buur. Alleen je helper krijgt je naam.
vraag-naming-name = Naam
vraag-naming-with = Met mijn naam
vraag-naming-without = Zonder mijn naam
vraag-whom = Voor wie vraag je hulp?
vraag-whom-name = Voor wie
vraag-whom-me = Voor mij
vraag-whom-other = Voor iemand anders
vraag-knows = Weet zij of hij dat je dit vraagt?

    Nee? Dan vraag ik het niet aan buren. Het team denkt met je mee.
vraag-knows-name = Weet hij of zij het

# ── Geplaatst ──
posted-group = Ik zet je vraag nu in de groep van { $neighbourhood }.
posted-quiet = Ik stuur je vraag naar een paar buren. De groep ziet hem niet.
posted-met = Ik vraag het buren die het team kent. De groep ziet je vraag niet.
posted-nobody = Ik ken nu geen buur die ik dit kan vragen. Daarom kijkt { $team } met je mee. De groep ziet je vraag niet.
posted-heard = Kan er niemand? Dan hoor je dat uiterlijk { $day } om { $time } uur.
posted-team = Je vraag is nu bij { $team }. Buren zien hem niet.
posted-unaware = Wat fijn dat je aan een ander denkt. Je vraag is nu alleen bij { $team }. Buren zien hem niet.
no-group = Je vraag kan nu in geen groep staan. Kies ‘Veranderen’, en kies wie hem mag zien.
undone-quietly = Je vraag is weg.

safety-first-quiet = In je vraag staat misschien { $what }. De buren die ik vraag, kunnen dat lezen. Is dat goed?
safety-private = Misschien gaat je vraag over geld, een sleutel, papieren, vervoer of kinderen. Zulke vragen zet ik niet in de groep. Wie mag hem wel zien?
safety-private-about = Je vraag hoort misschien bij: { $what }. Zulke vragen zet ik niet in de groep. Wie mag hem wel zien?

# ── De vraag zelf ──
a-neighbour = een buur
your-neighbour = je buur
the-team = het team
request-for-other = { $known ->
    [no] Een buur vraagt dit voor iemand anders.
   *[yes] { $name } vraagt dit voor een ander.
}
request-from-team = Via het team gevraagd.
item-sight-quiet = Wie ziet het: een paar buren
item-sight-met = Wie het ziet: buren die het team kent
item-sight-team = Wie het ziet: alleen het team
item-for-other = Voor: iemand anders
item-unnamed = De groep ziet je naam niet.
item-asker-team = Het team kijkt ernaar. Je hoort het als iemand je verder helpt.
request-photo = 📷 Met foto
request-voice = 🎤 Met spraakbericht
media-photo = 📷 Foto bij “{ $title }”
media-voice = 🎤 Spraakbericht bij “{ $title }”

# ── Voor iemand zonder Telegram: alleen het team ──
vraag-whose = Voor wie vraag je?
vraag-whose-name = Voor wie
vraag-whose-mine = Voor mezelf
vraag-whose-caller = Voor een bewoner zonder Telegram
vraag-caller-name =
    Hoe heet deze bewoner?

    De naam komt niet in de groep. Alleen de helper krijgt de naam.
vraag-caller-name-name = Naam van de bewoner
vraag-caller-phone = Op welk nummer kan de helper bellen?
vraag-caller-phone-name = Telefoon
vraag-caller-told = Weet deze bewoner dat een helper het nummer krijgt?
vraag-caller-told-name = Bewoner weet dat een helper belt
caller-no-phone = Ik zie geen telefoonnummer. Typ het in cijfers.
caller-tell-first = Bel eerst nog even terug. Vertel dat een helper het nummer krijgt. Daarna kun je hier verder.
caller-team-only = Alleen het team kan dit vragen voor een ander zonder Telegram.
item-caller = Voor: { $name }, { $phone }. De helper krijgt dit nummer.

# ── Foto, helpers, herhalen ──
vraag-photo =
    Stuur een foto die het duidelijk maakt. Bijvoorbeeld van de kapotte fiets.

    Zet geen mensen op de foto.
vraag-photo-name = Foto
vraag-helpers = Hoeveel helpers heb je nodig?

    Meer dan 4? Typ het getal, tot en met 20.
vraag-helpers-name = Aantal helpers
vraag-repeats = Hoe vaak heb je hulp nodig?
vraag-repeats-name = Hoe vaak
vraag-repeats-once = Eén keer
vraag-repeats-weekly = Elke week
vraag-repeats-fortnightly = Eens in de twee weken
vraag-day = Op welke dag?
vraag-day-name = Dag
weekday = { $day ->
    [0] Maandag
    [1] Dinsdag
    [2] Woensdag
    [3] Donderdag
    [4] Vrijdag
    [5] Zaterdag
   *[6] Zondag
}
vraag-times = Hoeveel keer in totaal?

    Je kunt ook een getal typen, van 2 tot en met 26.
vraag-times-name = Aantal keer
vraag-same-helper = Wil je steeds dezelfde helper?
vraag-same-helper-name = Helper
vraag-same-helper-same = Steeds dezelfde
vraag-same-helper-any = Het mag ook een ander zijn
button-media = Foto en spraakbericht
