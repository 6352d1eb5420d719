# Hulp vragen en helpen.

command-vraag = Hulp vragen
command-vraag-help = vraag je buren om hulp
command-prikbord = Wie zoekt er nu hulp?
command-prikbord-help = wie zoekt er nu hulp?
command-mijn = Mijn vragen, hulp en activiteiten
command-mijn-help = wat je vroeg, en waar je bij helpt

# ── De vragen van /vraag ──
vraag-neighbourhood = In welke buurt zoek je hulp?
vraag-neighbourhood-name = Buurt
vraag-category = Waarbij zoek je hulp?
vraag-category-name = Soort hulp
vraag-category-errands = 🛒 Boodschappen
vraag-category-odd-jobs = 🔧 Klusje
vraag-category-devices = 💻 Telefoon of computer
vraag-category-company = ☕ Gezelschap
vraag-category-pets-plants = 🐾 Dier of plant
vraag-category-food = 🍲 Eten
vraag-category-transport = 🚗 Vervoer
vraag-category-forms = 📄 Brieven en formulieren
vraag-category-children = 🧒 Kinderen
vraag-category-other = 🙋 Iets anders
vraag-title =
    Waarmee kan een buur je helpen? Schrijf het in een paar woorden, of stuur een spraakbericht.

    Bijvoorbeeld: “een lamp ophangen”.
vraag-title-name = Vraag
vraag-when = Wanneer heb je hulp nodig? Kies, of typ een dag en een tijd.

    Bijvoorbeeld: “zaterdag om twee uur”.
vraag-when-name = Wanneer
vraag-when-today = Vandaag
vraag-when-tomorrow = Morgen
vraag-when-week = Binnen een week
vraag-when-later = Geen haast
vraag-part = Op welk moment van de dag?
vraag-part-name = Ochtend, middag of avond
vraag-part-morning = Ochtend
vraag-part-afternoon = Middag
vraag-part-evening = Avond
vraag-details =
    Wat moet je helper nog weten? Schrijf het, of stuur een spraakbericht.

    Zet er geen adres of telefoonnummer bij. Dat geef je later aan je helper.
vraag-details-name = Meer uitleg
vraag-summary = Dit is je vraag. Klopt het?
vraag-confirm = Versturen

# ── Hoe ben je te bereiken? ──
reach-how = Hoe kan je buur je bereiken?

    Deel je nummer met de knop, of schrijf het zelf. Alleen deze buur krijgt het.

# ── De vraag zelf ──
request-head = <b>{ $icon } { $title }</b>
    Wanneer: { $when }
request-from = { $known ->
    [no] Van: een buur
   *[yes] Van: { $name }
}
request-line = { $icon } <b>{ $title }</b>
    { $when } · van { $name }
request-line-own = { $icon } <b>{ $title }</b>
    { $when } · jouw vraag

when-no-date = geen vaste dag
when-until = uiterlijk { $day }
when-at = om { $from } uur
when-from-to = van { $from } tot { $to } uur
when-to = tot { $to } uur
# Een dag met een tijd; met een deel van de dag ('in de ochtend') staat er een komma.
when-day-time = { $day } { $time }
when-too-far = Dat is nog ver weg. Kies een dag binnen een jaar.
when-repeats = Genoteerd: { $when }.
when-once = Op die manier herhalen lukt nog niet. Ik noteer alleen de eerste keer: { $when }.

card-offered = Een buur heeft al gereageerd. Jij kunt ook nog reageren.
card-promised = Er is hulp gevonden.
card-done = Het is gelukt. Dank je wel!
card-withdrawn = Deze vraag is gesloten.
card-taken-over = Het team helpt hier verder.
card-lapsed = Deze vraag is gesloten.
card-call-open = { $known ->
    [no] Iemand wil helpen. Is dit jouw vraag? Open Stoep en kies.
   *[yes] { $name }, iemand wil helpen. Open Stoep om te kiezen.
}
card-call-promised = { $known ->
    [no] Is dit jouw vraag? Er is een bericht voor je. Open Stoep.
   *[yes] { $name }, er is een bericht voor je. Open Stoep.
}

preview-once = Herhalen lukt zo nog niet. Dit is alleen de eerste keer.
preview = { $name }, zo komt je vraag in de groep. Klopt het?

button-ask = Hulp vragen
button-ask-again = Opnieuw vragen
button-help = Ik wil helpen
button-more = Meer lezen
button-open = Stoep openen
button-go-on = Verder met Stoep
button-place = Versturen
button-i-mean = Ik bedoel { $when }
button-place-anyway = Toch zo versturen
button-rewrite = Veranderen
button-adjust = Veranderen
button-drop = Weggooien
button-yes = Ja, graag
button-no = Nee, bedankt
button-yes-name = Ja graag: { $name }
button-no-name = Nee: { $name }
button-take-back = Ik kan toch niet helpen
button-cant = Ik kan toch niet
button-reach = Geef { $name } mijn nummer
button-done = Het is gelukt
button-withdraw = Niet meer nodig
button-undo = Haal mijn vraag weg
button-mine = Mijn vragen
button-board = Wie zoekt hulp?
button-list = ‹ Naar de lijst
button-newer = ‹ Nieuwer
button-older = Ouder ›

# ── Hoe het ermee staat ──
request-is-open = Deze vraag staat nog open.
request-is-promised = Er is al hulp.
request-is-done = Het is gelukt.
request-is-withdrawn = Deze hulp is niet meer nodig.
request-is-taken-over = Het team helpt hier verder.
request-is-lapsed = Deze vraag is gesloten.

item-asker-open = Je hoort het van mij als iemand wil helpen.
item-asker-offer = { $name } wil je helpen. Wil je dat?
item-asker-offers = Deze buren willen je helpen. Wie kies je?
item-helper-offered = { $known ->
    [no] Je hebt gezegd dat je wilt helpen. Je buur kiest. Je hoort het van mij.
   *[yes] Je wilt hierbij helpen. { $name } kiest; je hoort het van mij.
}

match-asker = { $name } gaat je helpen.
match-asker-caller = { $name } gaat helpen. Bel de bewoner even om dat te zeggen.
match-helper = Je gaat { $name } helpen.
match-contact = Zo bereik je { $name }: { $contact }
match-contact-tap = Zo bereik je { $name }: tik op { $contact }
match-waits = Ik laat je nog weten hoe je { $name } bereikt.
match-news = Goed nieuws! { $name } zegt: ja, graag.
match-toast = Fijn! Jullie horen zo hoe je elkaar bereikt.
match-toast-caller = Fijn! Bel de bewoner even om het te zeggen.
safety = Ken je elkaar nog niet? Maak dan eerst kennis buiten of in het buurthuis. Geef nooit je pincode, bankpas, DigiD of sleutel. Betaal niets vooraf.
reach-news =
    Zo bereik je { $name }, over “{ $title }”:
    { $contact }
reach-thanks = Dank je. { $name } weet nu hoe je te bereiken bent.

# ── Plaatsen ──
placed = Je vraag staat in de groep.
undone = Je vraag is weg uit de groep.
undone-toast = Je vraag is weg uit de groep.
undo-too-late = Weghalen kan nu niet meer. Wil je stoppen? Kies dan ‘Niet meer nodig’.
enough-open = Je hebt al { $most } vragen open. Rond er eerst één af. Daarna kun je weer iets vragen.
enough-today = Voor vandaag is het genoeg. Morgen kun je weer iets vragen. Is het dringend? Praat dan met iemand.
time-is-over = De tijd die je gekozen hebt, is al voorbij. Kies een andere tijd.
title-missing = Je vraag staat er nog niet bij. Kies ‘Veranderen’ en schrijf hem op.
other-neighbourhood = Deze vraag hoort bij een andere buurt.
link-old = Deze link werkt niet meer.
draft-gone = Deze vraag is er niet meer. Met /vraag begin je opnieuw.
draft-dropped = Je vraag is weggegooid. Met /vraag begin je opnieuw.
answers-outdated = Dit kan ik nu niet gebruiken. Ik heb niets doorgegeven. Kijk met /mijn hoe het ermee staat.
card-waits = Ik mag nu niet in de groep schrijven. Je vraag “{ $title }” komt daar zodra het kan.
card-stands = Je vraag “{ $title }” staat nu in de groep.
card-never = Je vraag “{ $title }” kon niet in de groep komen. Buren vinden hem wel met /prikbord.
card-gone = Je vraag “{ $title }” staat niet meer in de groep. Wil je weten waarom? Vraag het in de groep, of praat met iemand.

group-ask = { $name }, waarmee kan de buurt je helpen? Vertel het mij, buiten de groep.
group-private = { $name }, dit doen we even samen, buiten de groep.
group-private-away = { $name }, ik heb je bericht weggehaald, zodat niet iedereen het leest. Je tekst is er nog. We gaan verder buiten de groep.


safety-first = In je vraag staat misschien { $what }. Iedereen in de groep kan dat lezen. Is dat goed?
safety-and = en
finding-house-number = een huisnummer
finding-phone = een telefoonnummer
finding-postcode = een postcode
finding-email = een e-mailadres
finding-iban = een rekeningnummer
finding-bsn = een BSN
finding-payment = iets over betalen
finding-key = waar een sleutel ligt
finding-away = dat er niemand thuis is

# ── Helpen ──
offer-toast = { $known ->
    [no] Dank je! Je buur hoort het van mij.
   *[yes] Dank je! { $name } hoort het van mij.
}
offer-thanks =
    Dank je! Ik laat { $name } weten dat je wilt helpen met “{ $title }”.

    Zegt { $name } ja? Dan horen jullie hoe je elkaar bereikt.
offer-thanks-caller =
    Dank je! Ik laat { $name } weten dat je wilt helpen met “{ $title }”.

    Zegt { $name } ja? Dan krijg je het nummer van de bewoner.
offer-new =
    { $name } wil je helpen met “{ $title }”.

    Zeg je ja? Dan horen jullie hoe je elkaar bereikt.
offer-new-caller =
    { $name } wil helpen met “{ $title }”.

    Zeg je ja? Dan krijgt { $name } het nummer van de bewoner.
offer-own = Dit is je eigen vraag.
offer-again = Je hebt al gereageerd. Je hoort het van mij.
offer-declined = Jouw hulp is hier niet meer voor nodig. Fijn dat je wilde helpen.
offer-declined-about = “{ $title }”: jouw hulp is niet meer nodig. Fijn dat je wilde helpen.
offer-taken-back = { $name } kan toch niet helpen met “{ $title }”.
declined = Ik heb { $name } bedankt.
declined-toast = Goed. Ik zeg het netjes.
helper-gone = { $name } kan toch niet meer.
helper-cant = { $name } kan toch niet helpen met “{ $title }”. Je vraag staat weer open.
helper-unreached = Ik kan { $name } nu niet bereiken. Wil je iemand anders? Kies dan ‘Niet meer nodig’, en vraag het opnieuw.
changed-meanwhile = Er is intussen iets veranderd. Kijk nog even.
cant = Goed dat je het zegt. Ik laat het { $name } weten.
cant-late = Goed dat je het zegt. Het was al niet meer nodig.
ended-thanks = Het is gelukt: “{ $title }”. Dank je wel voor je hulp!
ended-done = Het is al gelukt: “{ $title }”. Fijn dat je wilde helpen.
ended-withdrawn = “{ $title }”: hulp is niet meer nodig. Fijn dat je wilde helpen.
done-toast = Fijn dat het gelukt is!
withdrawn-toast = Goed. Ik laat het weten.
more-toast = Ik stuur het je in een privébericht.

# ── Lijsten ──
mine = Dit zijn je vragen, en de vragen waarbij je helpt. Tik op een vraag om hem te lezen.
mine-none = Je hebt nu geen vragen en geen afspraken.
board = Deze buren zoeken hulp. Tik op een vraag om hem te lezen.
board-of = Hier kun je helpen met: { $category }.
board-none-of = Met { $category } zoekt nu niemand hulp.
board-which = Waarmee wil je helpen?
board-none =
    Er zoekt nu niemand hulp. Fijn dat je wilt helpen!

    Mag ik je een bericht sturen als een buur hulp zoekt? Nooit meer dan één per dag.
board-none-willing = Er zoekt nu niemand hulp. Zoekt een buur hulp? Dan stuur ik je een bericht. Nooit meer dan één per dag.
button-which = Kies een soort hulp
button-which-all = Alles
button-soonest = Eerst wat snel nodig is
button-newest = Nieuwste eerst
button-page-before = ‹ Vorige
button-page-after = Volgende ›
