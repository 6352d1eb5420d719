# Hulp, kleine antwoorden, en de weg naar een mens.

command-help = Wat kun je hier doen?
command-wijkteam = Het team: wie, wanneer en waar
command-wijkteam-help = wie het team is, en een vraag stellen

help =
    <b>Wat kun je hier doen?</b>
help-line = /{ $command } – { $what }
help-more = Schrijven mag ook gewoon. Ik help je op weg.
help-moderator =
    Je hoort bij { $team } van <b>{ $neighbourhood }</b>.
    Wil een bewoner iemand spreken? Dan krijg je een bericht van mij.
    Wat op het team wacht, zie je met /werklijst.
help-administrator =
    Je bent beheerder van <b>{ $neighbourhood }</b>.
    Met /buurt nodig je mensen uit en pas je instellingen aan.

you-are-welcome = Graag gedaan.
puzzled =
    Dat begrijp ik niet, sorry. Ik werk met knoppen.

    Wat wil je doen?
puzzled-voice =
    Naar een spraakbericht kan ik hier niet luisteren, sorry.

    Wat wil je doen?
puzzled-photo =
    Een foto kan ik hier niet bekijken, sorry.

    Wat wil je doen?
puzzled-other =
    Hier kan ik niets mee, sorry.

    Wat wil je doen?
puzzled-danger = Is er nu gevaar? Bel <b>112</b>.
puzzled-again =
    Ik begrijp je nog steeds niet. Dat ligt aan mij.

    Wil je een mens spreken?

# Praat met iemand.
human-ask =
    Zal ik { $team } vragen om contact met je op te nemen?

    Zij zien je naam: { $name }. En zo bereiken ze je: { $contact }.
human-yes = Ja, vraag het
human-otherwise = Op een andere manier
human-no = Nee, nu niet
human-not = Goed. Je kunt het altijd nog vragen.
human-place = Van welke buurt wil je het team spreken?
human-contact = Hoe kan het team je bereiken? Schrijf bijvoorbeeld je telefoonnummer.
human-asked =
    Ik heb { $team } gevraagd om contact met je op te nemen.
    Je hoort het als iemand het oppakt. Het kan even duren.
human-waiting =
    Ik heb het al doorgegeven aan { $team }.
    Je hoort het als iemand het oppakt.
numbers-button = Nummers om te bellen
human-taken = { $name } van { $team } neemt contact met je op.
human-nobody = Sorry, ik kan nu niemand van { $team } bereiken. Probeer het morgen nog eens.
human-nobody-yet = Er heeft nog niemand van { $team } gereageerd. Dat spijt me.
human-again =
    Ik heb { $team } opnieuw gevraagd contact met je op te nemen.
    Sprak je al iemand? Dan hoef je niets te doen.
human-outside = Ik weet nog niet bij welke buurt je hoort. Daarom kan ik nog niemand voor je vragen.
numbers = Kan het niet wachten? Bel dan:
number-team = <b>{ $number }</b> – { $team }
number-doctor = <b>{ $number }</b> – huisartsenpost
number-line = <b>{ $number }</b> – { $name } ({ $hours })

# Voor het team.
call =
    { $name } wil graag iemand spreken.
    Te bereiken via: { $contact }
call-take = Ik pak dit op
call-yours =
    { $name } wil graag iemand spreken.
    Bereikbaar via: { $contact }

    Jij pakt dit op. Sprak je { $name }? Tik dan op Afgehandeld.
call-handled =
    { $name } wilde graag iemand spreken.
    Bereikbaar via: { $contact }

    Jij hebt dit afgehandeld.
call-taken =
    { $name } wilde graag iemand spreken.

    { $taker } pakt dit op.
call-taken-toast = { $name } pakt dit al op.
call-over = Deze vraag is een maand oud. Ik heb de naam weggehaald.
team-gone = Dit is nu voor een ander van het team. Ik heb het hier gewist.
call-title = { $name } wil iemand spreken
call-work = { $name } wil graag iemand spreken.
call-work-contact =
    Bereikbaar via: { $contact }

    Sprak je { $name }? Tik dan op Afgehandeld. Dan gaat dit van de lijst.
call-done = Afgehandeld

# /wijkteam
team-title = <b>{ $neighbourhood }: { $team }</b>
team-who = Wie: { $names }
team-nobody = Er doet hier nog niemand mee van { $team }.
team-confidential = Wat je het team vraagt, lezen alleen teamleden.
team-when = Wanneer: { $words }
team-where = Waar: { $words }
team-call = Neem contact met mij op
