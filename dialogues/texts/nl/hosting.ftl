# Wat een organisator doet met een activiteit, en wat Stoep voor de organisator doet.

# ── Herinneringen ──
reminder-tomorrow = Morgen is er <b>{ $title }</b>.
    Wanneer: { $when }
    Waar: { $place }
reminder-today = Vandaag is er <b>{ $title }</b>.
    Wanneer: { $when }
    Waar: { $place }
reminder-guests = { $n ->
    [1] Je komt met 1 gast.
   *[other] Je komt met { $n } gasten.
}
reminder-cannot = Kun je toch niet? Tik dan op de knop.

# ── Beheren ──
hosting-manage = Regelen
hosting-head = <b>{ $title }</b>
    Wanneer: { $when }
    Waar: { $place }
hosting-full = Het is vol.
hosting-signed-up = { $n ->
    [1] 1 persoon had zich aangemeld.
   *[other] { $n } mensen hadden zich aangemeld.
}
hosting-unseen = Ik laat aan niemand zien wie er komen. Je ziet alleen hoeveel mensen.
hosting-who = Wie komen er?
hosting-write = Bericht aan iedereen
hosting-change = Veranderen
hosting-cancel = Afzeggen
hosting-more = Meer keuzes
hosting-more-what = Wat wil je doen?
hosting-copy = Nog een keer organiseren
hosting-hand = Aan iemand anders geven
hosting-count = Hoeveel mensen kwamen er?
hosting-again = Nog een keer organiseren
hosting-back = ‹ Terug
hosting-came = { $n ->
    [0] Er is niemand gekomen.
    [1] Er is 1 persoon gekomen.
   *[other] Er zijn { $n } mensen gekomen.
}
hosting-going = Er komen:
hosting-waiting = Op de wachtlijst:
hosting-not-yours = Dit kan alleen de organisator, of iemand van het team.
hosting-is-cancelled = Deze activiteit gaat niet door. Je kunt niets meer veranderen.
hosting-is-held = Deze activiteit is al voorbij.

# ── Veranderen ──
anders-what = Wat wil je veranderen?
anders-what-time = Tijd
anders-what-place = Waar
anders-what-title = Naam
anders-what-details = Meer uitleg
anders-what-capacity = Hoeveel mensen
anders-what-cost = Kosten
anders-what-access = Goed om te weten
anders-what-languages = Talen
anders-when = Wanneer wordt het? Schrijf de dag en de tijd.

    Bijvoorbeeld: “woensdag 10 tot 12 uur”
anders-place = Waar wordt het?
anders-title = Hoe heet het? Schrijf het in een paar woorden.
anders-details = Wat moeten mensen weten? Sla je dit over, dan staat er geen uitleg meer bij.
anders-limit = Hoeveel mensen kunnen er komen?
anders-limit-number = Ik geef een aantal
anders-limit-none = Iedereen kan komen
anders-capacity = Voor hoeveel mensen is er plek?
anders-price = Wat kost het?
anders-price-free = Het is gratis
anders-price-other = Het kost iets
anders-cost = Wat kost het? Bijvoorbeeld: “2 euro”.
anders-access = Wat is goed om te weten? Kies wat klopt.
anders-access-wheelchair = Je kunt er met een rolstoel in
anders-access-quiet = Het is er rustig
anders-access-children = Kinderen mogen mee
anders-access-walk-in = Aanmelden hoeft niet
anders-languages = Welke andere talen spreken jullie? Is er geen? Sla dit dan over.

change-nothing = niets
change-no-limit = iedereen kan komen
change-free = gratis
change-past = Dat is al geweest. Kies een tijd die nog komt.
change-too-far = Dat is meer dan een jaar vooruit. Kies een eerdere dag.
change-too-long = Dat duurt langer dan twee weken. Kies een kortere tijd.
change-once = Dit gaat over één keer. Schrijf één dag en één tijd.
change-same = Dit is hetzelfde als nu. Er verandert niets.
change-sure =
    Wil je dit veranderen aan <b>{ $title }</b>?

    Nu: { $old }
    Straks: { $new }
change-clash = Let op: dan is daar ook “{ $title }” ({ $when }).
change-gives-away = Let op: hier staat { $found }. De hele groep kan dat lezen.
change-told = { $n ->
    [0] Ik zet het in de groep.
    [1] 1 persoon krijgt bericht, en ik zet het in de groep.
   *[other] { $n } mensen krijgen bericht, en ik zet het in de groep.
}
change-told-private = { $n ->
    [0] Het bericht in de groep verandert mee.
    [1] 1 persoon krijgt bericht. Het bericht in de groep verandert mee.
   *[other] { $n } mensen krijgen bericht. Het bericht in de groep verandert mee.
}
change-told-nobody = Het bericht in de groep verandert ook.
change-fewer = Er komen al { $going } mensen. Zij mogen allemaal blijven komen.
change-yes = Ja, veranderen
change-yes-once = Alleen deze keer
change-yes-all = Alle volgende keren
change-other = Iets anders veranderen
change-no = Nee, niets doen
change-done = Het is veranderd.
change-dropped = Goed, er verandert niets.
change-meanwhile = Iemand anders heeft dit net ook veranderd. Kijk eerst hoe het nu is.

# ── Gaat niet door ──
gaat-niet-door-reason =
    Waarom gaat het niet door? Schrijf het in een paar woorden, of sla dit over.

    Iedereen die zou komen, leest dit. De groep ook.
cancel-sure = Weet je het zeker? <b>{ $title }</b> gaat dan niet door.
    Wanneer: { $when }
cancel-sure-reason = Weet je het zeker? <b>{ $title }</b> gaat dan niet door.
    Wanneer: { $when }
    Reden: { $reason }
cancel-yes = Ja, zeg het af
cancel-other = Andere reden
cancel-done = Goed. Iedereen die zou komen, krijgt bericht.

# ── Wat mensen horen ──
news-time = <b>{ $title }</b> is verplaatst.
    Eerst: { $old }
    Nu: { $new }
    Waar: { $place }
news-place = <b>{ $title }</b> is op een andere plek.
    Eerst: { $old }
    Nu: { $new }
    Wanneer: { $when }
news-part =
    Er is iets veranderd aan <b>{ $title }</b>.
    { $part } was: { $old }
    { $part } is nu: { $new }
news-several = <b>{ $title }</b> is veranderd. Zo is het nu:
    Wanneer: { $when }
    Waar: { $place }
news-come = Kom je dan ook?
news-waiting = Je staat nog op de wachtlijst.
news-by = Veranderd door { $name }.
news-cancelled = <b>{ $title }</b> gaat niet door.
    Wanneer: { $when }
news-reason = Reden: { $reason }
news-organiser =
    { $name } organiseert <b>{ $title }</b> nu.
    Wanneer: { $when }

# ── Bericht aan iedereen ──
bericht-words =
    Wat wil je zeggen? Schrijf het, of stuur een spraakbericht.

    Iedereen die komt of op de wachtlijst staat, krijgt dit. Je naam staat erbij.
bericht-about-name = Activiteit
bericht-words-name = Bericht
bericht-summary = Dit is je bericht. Klopt het?
bericht-confirm = Versturen
write-from = <b>Bericht van { $name }</b>
    Over { $title }: { $when }
write-look = Bekijk de activiteit
write-nobody = Er heeft zich nog niemand aangemeld.
write-enough = Je hebt vandaag al { $n } berichten gestuurd. Morgen kan het weer.
write-sent = { $n ->
    [0] Ik kon je bericht aan niemand sturen.
    [1] Je bericht gaat naar 1 persoon.
   *[other] Je bericht gaat naar { $n } mensen.
}
write-sent-later = { $n ->
    [0] Je bericht kon bij niemand komen.
    [1] Het is nu nacht. Je bericht gaat om 8 uur naar 1 persoon.
   *[other] Het is nu nacht. Je bericht gaat om 8 uur naar { $n } mensen.
}
write-missed = { $n ->
    [1] 1 persoon kan ik niet bereiken.
   *[other] { $n } mensen kan ik niet bereiken.
}

# ── Overdragen ──
hand-to-whom = Wie organiseert dit voortaan?
hand-nobody = Er is nu niemand die het kan overnemen. Vraag het team om hulp.
hand-not-them = Deze persoon kan het niet overnemen.
hand-sure = Zal ik { $name } vragen om “{ $title }” te organiseren?
hand-yes = Ja, vraag het
hand-yes-once = Alleen deze keer
hand-yes-all = Alle volgende keren
hand-no = Nee, laat maar
hand-asked = Ik heb het { $name } gevraagd. Je hoort het antwoord van mij.

    Tot die tijd organiseer jij het.
hand-offer = { $name } vraagt: wil jij dit organiseren?
hand-offer-all = { $name } vraagt: wil jij dit voortaan organiseren? Het gaat om alle volgende keren.
hand-offer-what = Zeg je ja? Dan staat jouw naam erbij, en kun jij alles veranderen.
hand-accept = Ja, dat doe ik
hand-refuse = Liever niet
hand-over = Dit is al geregeld. Je hoeft niets te doen.
hand-not-you = Jij mag hier nu geen activiteiten aankondigen.
hand-yours = Goed. Jij organiseert dit nu.
hand-taken = { $name } organiseert nu <b>{ $title }</b>. Jij hoeft niets meer te doen.
hand-refused = { $name } organiseert <b>{ $title }</b> liever niet. Je kunt iemand anders vragen.
hand-refused-thanks = Goed, { $name } hoort het van mij.

# ── Terugkijken ──
back-ask = Hoeveel mensen waren er bij <b>{ $title }</b>?
    Wanneer: { $when }
back-as-many = { $n ->
    [1] 1 persoon
   *[other] { $n } mensen
}
back-other = Aantal invullen
back-unknown = Weet ik niet
back-noted = Genoteerd. Dank je wel!
back-fine = Dat geeft niet.
hoeveel-came = Hoeveel mensen waren er? Typ een getal.

# ── De organisator is weg ──
orphan-work = { $name } kan dit niet meer organiseren. De mensen die komen, weten dat nog niet.
orphan-adopt = Ik ga dit organiseren
orphan-over = Er is al een organisator.
