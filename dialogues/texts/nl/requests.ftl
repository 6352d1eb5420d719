# Hulp vragen en helpen.

command-vraag = Hulp vragen
command-vraag-help = vraag je buren om hulp
command-prikbord = Wie zoekt er nu hulp?
command-prikbord-help = wie zoekt er nu hulp?
command-mijn = Mijn vragen en reacties
command-mijn-help = wat je vroeg, en waar je bij helpt

# ── De vragen van /vraag ──
vraag-neighbourhood = In welke buurt zoek je hulp?
vraag-neighbourhood-name = Buurt
vraag-category = Waarbij zoek je hulp?
vraag-category-name = Waarbij
vraag-category-errands = 🛒 Boodschappen
vraag-category-odd-jobs = 🔧 Klusje
vraag-category-devices = 💻 Telefoon of computer
vraag-category-company = ☕ Gezelschap
vraag-category-pets-plants = 🐾 Dier of plant
vraag-category-food = 🍲 Eten
vraag-category-transport = 🚗 Vervoer
vraag-category-forms = 📄 Formulieren
vraag-category-children = 🧒 Kinderen
vraag-category-other = 🙋 Iets anders
vraag-title = Wat heb je nodig? Schrijf het in één zin, of stuur een spraakbericht.

    Bijvoorbeeld: “Wie kan mijn lamp ophangen?”
vraag-title-name = Vraag
vraag-when = Wanneer heb je hulp nodig? Kies, of typ een dag en een tijd.

    Bijvoorbeeld: “zaterdag om twee uur”.
vraag-when-name = Wanneer
vraag-when-today = Vandaag
vraag-when-tomorrow = Morgen
vraag-when-week = Komende 7 dagen
vraag-when-later = Later, geen haast
vraag-part = Welk deel van de dag past je?
vraag-part-name = Deel van de dag
vraag-part-morning = Ochtend
vraag-part-afternoon = Middag
vraag-part-evening = Avond
vraag-details = Wat is er nog goed om te weten? Schrijf het, of stuur een spraakbericht.

    Zet er geen adres of telefoonnummer bij. Dat deel je later met je helper.
vraag-details-name = Meer uitleg
vraag-summary = Dit is je vraag. Klopt het?
vraag-confirm = Plaatsen

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
when-from-to = { $from } tot { $to }
when-to = tot { $to }
when-too-far = Dat is nog ver weg. Ik kan tot een jaar vooruit kijken.
when-repeats = Genoteerd: { $when }.
when-once = Zo herhalen kan ik nog niet. Ik noteer de eerste keer: { $when }.

card-offered = Er is al een reactie.
card-promised = Er is hulp gevonden.
card-done = Gelukt, dank je wel!
card-withdrawn = Niet meer nodig.
card-taken-over = Het team helpt hier verder.
card-lapsed = De tijd hiervoor is voorbij.
card-call-open = { $known ->
    [no] Iemand wil helpen. Stelde jij deze vraag? Open Stoep om te kiezen.
   *[yes] { $name }, iemand wil helpen. Open Stoep om te kiezen.
}
card-call-promised = { $known ->
    [no] Stelde jij deze vraag? Er is een bericht voor je. Open Stoep.
   *[yes] { $name }, er is een bericht voor je. Open Stoep.
}

preview-once = Zo herhalen kan nog niet. Dit is de eerste keer.
preview = { $name }, zo komt je vraag in de groep. Klopt het?

button-ask = Hulp vragen
button-ask-again = Opnieuw vragen
button-help = Ik wil helpen
button-more = Meer
button-open = Stoep openen
button-go-on = Verder in privé
button-place = Plaatsen
button-i-mean = Ik bedoel { $when }
button-place-anyway = Toch plaatsen
button-rewrite = Aanpassen
button-adjust = Aanpassen
button-drop = Weg ermee
button-yes = Ja, graag
button-no = Nee, bedankt
button-yes-name = Ja graag: { $name }
button-no-name = Nee: { $name }
button-take-back = Toch niet
button-cant = Ik kan toch niet
button-reach = Deel mijn contact met { $name }
button-done = Gelukt
button-withdraw = Niet meer nodig
button-undo = Ongedaan maken
button-mine = Mijn vragen
button-board = Wie zoekt hulp?
button-list = ‹ Naar de lijst
button-newer = ‹ Nieuwer
button-older = Ouder ›

# ── Hoe het ermee staat ──
request-is-open = Deze vraag staat nog open.
request-is-promised = Er is al hulp.
request-is-done = Deze vraag is gelukt.
request-is-withdrawn = Deze vraag is niet meer nodig.
request-is-taken-over = Het team helpt hier verder.
request-is-lapsed = De tijd hiervoor is voorbij.

item-asker-open = Je hoort het van mij als iemand wil helpen.
item-asker-offer = { $name } wil je helpen. Wil je dat?
item-asker-offers = Deze buren willen je helpen. Wie kies je?
item-helper-offered = { $known ->
    [no] Je wilt hierbij helpen. Je buur kiest; je hoort het van mij.
   *[yes] Je wilt hierbij helpen. { $name } kiest; je hoort het van mij.
}

match-asker = { $name } helpt je.
match-helper = { $name } is blij met je hulp.
match-contact = Zo bereik je { $name }: { $contact }
match-waits = Hoe je { $name } bereikt, hoor je nog van mij.
match-news = Goed nieuws! { $name } zegt: ja, graag.
match-toast = Fijn! Jullie krijgen elkaars contact.
safety = Spreek eerst af op een openbare plek. Geef nooit je pincode, DigiD, bankpas, sleutel of geld vooraf.
reach-news = { $name } laat weten hoe je contact krijgt over “{ $title }”:
    { $contact }
reach-thanks = Dank je. Ik heb het { $name } laten weten.

# ── Plaatsen ──
placed = Je vraag staat in de groep.
undone = Je vraag is weg uit de groep.
undone-toast = Je vraag is weg uit de groep.
undo-too-late = Ongedaan maken kan nu niet meer. Kies [Niet meer nodig] als je wilt stoppen.
enough-open = Je hebt al { $most } vragen open. Rond er eerst een af. Daarna kun je weer vragen.
enough-today = Je hebt vandaag al veel gevraagd. Morgen kun je weer vragen.
time-is-over = De tijd die je koos, is al voorbij. Kies een andere tijd.
title-missing = Ik mis nog je vraag. Kies Wijzigen en schrijf hem op.
other-neighbourhood = Deze vraag is van een buurt waar je niet bij hoort.
link-old = Deze link werkt niet meer.
draft-gone = Deze vraag is er niet meer. Met /vraag begin je opnieuw.
draft-dropped = Weg is weg. Met /vraag begin je opnieuw.
card-waits = Ik mag nu niet in de groep schrijven. Je vraag “{ $title }” komt daar zodra het kan.
card-gone = Je vraag “{ $title }” staat niet meer in de groep. Wil je weten waarom? Vraag het in de groep, of praat met iemand.

group-ask = { $name }, waarmee kan de buurt je helpen? Dat vertel je mij in privé.
group-private = { $name }, laten we dit even samen in privé doen.


safety-first = In je vraag staat misschien { $what }. Iedereen in de groep kan dat lezen.
safety-and = en
finding-house-number = een huisnummer
finding-phone = een telefoonnummer
finding-postcode = een postcode
finding-email = een e-mailadres
finding-iban = een rekeningnummer
finding-bsn = een burgerservicenummer
finding-payment = iets over betalen
finding-key = waar een sleutel ligt
finding-away = dat er niemand thuis is

# ── Helpen ──
offer-toast = { $known ->
    [no] Dank je! Je buur hoort het van mij.
   *[yes] Dank je! { $name } hoort het van mij.
}
offer-thanks = Dank je! Ik vertel { $name } dat je wilt helpen met “{ $title }”.

    Zegt { $name } ja? Dan krijgen jullie elkaars contact.
offer-new = { $name } wil je helpen met “{ $title }”.

    Zeg je ja? Dan krijgen jullie elkaars contact.
offer-own = Dit is je eigen vraag. Fijn dat je hem in de gaten houdt.
offer-again = Je hebt al gereageerd. Je hoort het van mij.
offer-declined = Er is al hulp. Fijn dat je wilde helpen.
offer-declined-about = “{ $title }”: er is al hulp. Fijn dat je wilde helpen.
offer-taken-back = { $name } kan toch niet helpen met “{ $title }”.
declined = Ik heb { $name } bedankt.
declined-toast = Goed. Ik zeg het netjes.
helper-gone = { $name } kan toch niet meer.
helper-cant = { $name } kan toch niet helpen met “{ $title }”. Je vraag staat weer open.
helper-unreached = Ik kan { $name } nu niet bereiken. Wil je liever iemand anders? Kies dan Niet meer nodig en vraag opnieuw.
changed-meanwhile = Er is intussen iets veranderd. Kijk nog even.
cant = Goed dat je het zegt. Ik laat { $name } weten dat je niet kunt helpen met “{ $title }”.
ended-thanks = “{ $title }” is gelukt. Dank je wel voor je hulp!
ended-done = “{ $title }” is al gelukt. Fijn dat je wilde helpen.
ended-withdrawn = “{ $title }” is niet meer nodig. Fijn dat je wilde helpen.
done-toast = Fijn dat het gelukt is!
withdrawn-toast = Goed. Ik laat het weten.
more-toast = Ik stuur het je in privé.

# ── Lijsten ──
mine = Dit loopt nu. Tik op een vraag voor meer.
mine-none = Er loopt nu niets van jou.
board = Hier kun je mee helpen. Tik op een vraag voor meer.
board-of = Hier kun je mee helpen: { $category }.
board-none-of = Bij { $category } staat nu niets open.
board-which = Waarmee wil je helpen?
board-none = Er staat nu niets open. Fijn dat je wilt helpen!

    Mag ik je vragen als een buur hulp zoekt? Hoogstens één bericht per dag.
board-none-willing = Er staat nu niets open. Ik vraag je als een buur hulp zoekt. Hoogstens één bericht per dag.
button-which = Kies waarmee
button-which-all = Alles
button-soonest = Eerst nodig
button-newest = Nieuwste eerst
button-page-before = ‹ Vorige
button-page-after = Volgende ›
