# Kennismaken, meedoen, taal, stoppen en privacy; en de uitnodigingen voor een rol.

command-start = Begin hier
command-taal = Kies je taal
command-taal-help = een andere taal
command-naam = Kies hoe buren je naam zien
command-naam-help = een andere naam voor je buren
command-stop = Stoppen met een vraag of met berichten
command-stop-help = stoppen
command-privacy = Wat Stoep van je bewaart
command-privacy-help = wat ik van je bewaar

welcome =
    Hoi, ik ben Stoep. Ik ben een computer die buren bij elkaar brengt.
    Heb je hulp nodig bij een klusje of de boodschappen? Of zoek je gezelschap? Vraag het gerust.
    Ik zet niets in de groep zonder het je te vragen.

    Wat wil je doen?
menu-ask = Ik zoek hulp
menu-help = Ik wil helpen
menu-agenda = Wat is er te doen?
menu-human = Praat met iemand

link-unknown =
    Deze link ken ik niet. Misschien is hij te oud.

    Wat wil je doen?

# Meedoen met een buurt.
join-welcome =
    Je hoort nu bij <b>{ $neighbourhood }</b>. Fijn dat je er bent!

    Heb je hulp nodig, of wil je een buur helpen?
join-unknown =
    Deze link werkt niet meer.
    Vraag je buren of het team om een nieuwe.
join-how =
    Je doet nu met geen buurt mee.
    Tik op <b>Doe mee</b> in de groep van je buurt. Of open de link die je kreeg.

# Taal.
language-which =
    In welke taal praten we?
    Which language shall we use?
language-nl = Nederlands
language-en = English
language-set = Goed, we praten Nederlands.
what-now = Wat wil je doen?

# Stoppen.
stop-which =
    Wil je alleen hiermee stoppen? Of wil je helemaal geen berichten meer?

    Stoppen met een vraag die je hebt gesteld? Dat doe je bij /mijn.
stop-messages =
    Wil je geen berichten meer van mij?

    Stoppen met een vraag die je hebt gesteld? Dat doe je bij /mijn.
stop-question = Alleen hiermee stoppen
stop-all = Geen berichten meer
stop-not = Nee, ga verder
stop-done =
    Goed, we zijn gestopt. Ik heb je antwoorden weggegooid.

    Wil je iets anders doen?
stop-nothing =
    Er was niets meer om mee te stoppen.

    Wil je iets anders doen?
stop-go-on = Goed, alles blijft zoals het was.
quiet-on =
    Goed. Ik stuur je geen berichten meer uit mezelf.

    Heb je nog een vraag open, of help je iemand? Daarover krijg je nog wel bericht.
    Stuur je mij iets? Dan antwoord ik gewoon.
quiet-team = Je bent teamlid. Vraagt een bewoner om een gesprek? Dan krijg jij nu geen bericht.
quiet-undo = Stuur mij weer berichten
quiet-off = Goed, je krijgt weer berichten van mij.

# Wat Stoep bewaart.
privacy =
    <b>Wat Stoep van je bewaart</b>

    Telegram kan meelezen met wat je mij stuurt. Stuur dus niets geheims.

    Dit bewaar ik:
    – je voornaam, de eerste letter van je achternaam, je gebruikersnaam en taal in Telegram, en de naam die je koos
    – bij welke buurt je hoort, en je rol daar
    – in welke groep van je buurt ik je heb gezien
    – of je 16 jaar of ouder bent
    – je vragen, en waar je bij helpt
    – naar welke activiteiten je gaat, en wat je organiseert
    – of je liever niet alleen gaat, en met wie je samen gaat
    – of ik je mag vragen, en of het team je kent
    – met wie je geen contact wilt
    – of je weg bent, en wat het team over je besloot
    – hoe een buur je kan bereiken, als je dat deelt

    Je contact geef ik pas door als jullie allebei ja zeggen.
    Vraag je het team iets, of om een gesprek? Dat zien alleen teamleden.
    De beheerder van je buurt ziet dat er iets wacht, niet wat.
    Wat buren elkaar in de groep schrijven, bewaar ik niet.

    Dit bewaar ik kort:
    – een vraag die je niet afmaakt: 30 dagen
    – je verzoek om iemand te spreken: 30 dagen
    – wat je het team vraagt: tot 7 dagen na het gesprek
    – een bericht waarbij iets misging: 7 dagen
    – de nummers van berichten die ik zag: 48 uur

    Alles staat op de server van wie Stoep hier beheert.
    Wil je iets laten wissen? Zeg het tegen het team van je buurt.
    Zij geven het door aan wie de server beheert.

# Rollen.
role-organiser = organisator
role-moderator = teamlid
role-administrator = beheerder
role-invitation-worthless =
    Deze uitnodiging werkt niet. De link is al gebruikt, of te oud.
    Vraag de beheerder van je buurt om een nieuwe.
role-welcome-organiser =
    Welkom! Je bent nu organisator in <b>{ $neighbourhood }</b>.

    Je mag activiteiten aankondigen voor de hele buurt.
    Schrijf hier /activiteit. Of in de groep, in één regel: /activiteit Koffie in het buurthuis dinsdag 10 uur
role-welcome-moderator =
    Welkom! Je hoort nu bij { $team } in <b>{ $neighbourhood }</b>.

    Wil een bewoner iemand spreken? Dan krijg jij een bericht.
    Wat op het team wacht, zie je met /werklijst.
    Je ziet je buurt met /buurt.
role-welcome-administrator =
    Welkom! Je bent nu beheerder van <b>{ $neighbourhood }</b>.

    Met /buurt nodig je mensen uit en pas je instellingen aan.

# Wie drie keer niet begrepen is.
later-button = Later verder
later-done = Goed. Ik bewaar wat je hebt gezegd, 30 dagen lang.
later-go-on = Ga nu verder

# /naam.
naam-name = Hoe wil je dat je buren je noemen?
name-done = Goed. Je buren zien je als { $name }.
