# Wie in nood is, leest eerst een nummer om te bellen. Deze teksten schreef een maatschappelijk werker: laat ze zo.

distress-danger =
    Bel nu <b>112</b>.
    Ik kan zelf geen hulp sturen.
distress-suicide =
    Goed dat je het zegt.
    Bel <b>113</b> of 0800-0113. Gratis, dag en nacht.
    Chatten: 113.nl.
    Loop je nu gevaar? Bel 112.
    Gaat het om een ander? 113 denkt mee.
distress-violence =
    Niemand mag je pijn doen.
    Nu gevaar? Bel <b>112</b>.
    Anders Veilig Thuis: <b>0800-2000</b>, gratis, dag en nacht.
    Advies vragen mag zonder je naam.
    Kijkt er iemand mee? Bel met een andere telefoon.
distress-child-writes =
    Het is niet jouw schuld.
    Nu gevaar? Bel <b>112</b>.
    Kindertelefoon: <b>0800-0432</b>, gratis, van 11 tot 21 uur.
    Nu dicht? Bel Veilig Thuis: 0800-2000.
distress-child =
    Nu gevaar? Bel <b>112</b>.
    Zorgen? Veilig Thuis geeft advies: <b>0800-2000</b>.
distress-hunger = Wat rot.
distress-hunger-call = Bel { $team }: { $phone }, { $hours }.
distress-hunger-call-always = Bel { $team }: { $phone }.
distress-hunger-bank = Voedselbank: { $phone }.
distress-hunger-no-promise = Ik kan niet beloven dat er vandaag eten is.
distress-lonely =
    Dat is zwaar.
    De Luisterlijn luistert: <b>088 0767 000</b>, dag en nacht.
distress-112 =
    <b>112</b> bel je als er nu gevaar is.
    Ik kan zelf geen hulp sturen.
distress-113 =
    <b>113</b> bel je als je aan zelfdoding denkt. Ook als je bang bent om een ander.
    Gratis, dag en nacht.
    Chatten: 113.nl.
    Loop je nu gevaar? Bel 112.
distress-group =
    Hier kan ik niet privé antwoorden.
    Is er gevaar? Bel <b>112</b>.
    Denk je aan zelfdoding? Bel <b>113</b>.
distress-company = Ik zoek gezelschap

# Praat met iemand, na zulke woorden.
haste-who = Wie mag dit zien?
haste-all = Het hele team
haste-only = Alleen { $name }
haste-self = Ik bel liever zelf
haste-asked =
    Ik heb het doorgegeven. Ik zeg erbij dat het haast heeft.
    Misschien leest het team dit niet meteen.

    Kan het niet wachten? Bel <b>112</b> of <b>113</b>.
haste-asked-hours =
    Ik heb het doorgegeven. Ik zeg erbij dat het haast heeft.
    Het team is er { $hours }. Eerder leest het dit niet.

    Kan het niet wachten? Bel <b>112</b> of <b>113</b>.
haste-only-left =
    { $name } hoort niet meer bij het team. Niemand anders heeft gezien dat je iemand wilt spreken.

    Wil je het team nog spreken? Vraag het dan opnieuw.

# Voor het team.
call-urgent = <b>Dit heeft haast.</b>
call-title-urgent = Haast: { $name } wil iemand spreken
