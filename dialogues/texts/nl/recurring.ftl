# Activiteiten die terugkomen.

returning-began = { $title } komt terug: { $rule }.
    Alle keren van de komende weken staan al in de agenda.

    { $n ->
        [1] De dag ervoor vraag ik je of het doorgaat.
       *[other] Steeds { $n } dagen ervoor vraag ik je of het doorgaat.
    } Pas na jouw ja komt er een kaart in de groep.
returning-feast = Let op: { $day } is { $feast }.
returning-time = om { $from } uur
returning-times = van { $from } tot { $to } uur

# ── Gaat het door? ──
returning-ask = <b>Gaat { $title } door op { $day }?</b>
returning-ask-again = <b>Ik weet nog niet of { $title } doorgaat op { $day }.</b> Laat je het weten?
returning-where = Tijd: { $times }
    Waar: { $place }
returning-people = { $n ->
    [1] Er heeft zich al 1 persoon aangemeld.
   *[other] Er zijn al { $n } aanmeldingen.
}
returning-last = Dit is de laatste keer.
button-goes-on = Ja, gaat door
button-not-this-time = Deze keer niet
button-other-this-time = Deze keer anders
button-end-series = Helemaal stoppen
button-series-dates = Alle keren

returning-yes = Fijn! { $title } gaat door op { $day }. Ik zet het nu in de groep.
returning-yes-known = { $title } gaat door op { $day }. Dat had je al gezegd.
returning-certain = Goed nieuws: { $title } gaat door op { $day }.
returning-no-sure = Gaat { $title } niet door op { $day }?
returning-no-people = { $n ->
    [1] Er heeft zich al 1 persoon aangemeld. Die krijgt meteen bericht.
   *[other] Er zijn al { $n } aanmeldingen. Iedereen hoort meteen dat het niet doorgaat.
}
button-call-off = Ja, zeg het af
returning-no = Goed. { $title } gaat op { $day } niet door.
returning-next = De volgende keer is { $day }.
returning-about = { $title } op { $day }
returning-date-over = Deze keer is al begonnen, of voorbij.
returning-date-off = Deze keer gaat niet door.
returning-is-ended = Dit is gestopt.
returning-not-yours = Dit kan alleen de organisator, of iemand van het team.

# ── De organisator zegt niets ──
returning-unsure =
    Het is nog niet zeker of { $title } doorgaat op { $day }. De organisator heeft nog niets laten weten.

    Je hoort nog van mij.
returning-lapsed =
    { $title } op { $day } gaat niet door. De organisator heeft niets laten weten.

    Je hoeft dus niet te komen.
returning-reason = De organisator heeft niets laten weten.
returning-silent =
    Ik heb twee keer niets gehoord over { $title }. Daarom vraag ik { $team } om te helpen.

    Ga je toch door? Laat het gerust weten.
button-series-go-on = Ik ga door
returning-gone-on = Fijn dat je doorgaat met { $title }.

# ── Het team kijkt mee ──
returning-work =
    <b>{ $title }</b>
    Wanneer: { $rule }
    Van: { $name }
button-take-up = Ik ga dit organiseren
returning-taken-up = Fijn! Jij organiseert { $title } nu. Ik vraag je voor elke keer of het doorgaat.
returning-taken-over = { $name } organiseert { $title } nu. Dank je wel voor alles wat je hebt gedaan.
returning-looked-after = Iemand anders organiseert dit al.

# ── Het houdt op ──
returning-stop-sure = Wil je stoppen met { $title }? Alle volgende keren gaan dan niet door.
returning-stop-people = Iedereen die zich heeft aangemeld, krijgt meteen bericht.
button-stop-yes = Ja, helemaal stoppen
returning-stopped = Goed. { $title } is gestopt.
returning-stopped-people = Goed. { $title } is gestopt. Iedereen die zich heeft aangemeld, krijgt nu bericht.
returning-stopped-by = { $name } is gestopt met { $title }. Er komen geen nieuwe keren.
returning-stopped-news = { $title } is gestopt. De volgende keren gaan niet door.
returning-run-out = Dit was de laatste keer van { $title }. Dank je wel!

# ── Alle keren ──
returning-dates =
    <b>Alle keren van { $title }</b>
    Wanneer: { $rule }
returning-no-dates = Er staan nu geen keren gepland.
returning-line = { $day } { $times }: { $state }
returning-is-on = gaat door
returning-is-open = nog niet zeker
returning-is-off = gaat niet door
returning-was = voorbij

# ── Alle volgende keren anders ──
returning-changed = Er verandert iets aan { $title }.
returning-changed-time = Tijd: eerst { $old }, straks { $new }
returning-changed-place = Waar: eerst { $old }, straks { $new }
returning-changed-title = Naam: eerst { $old }, straks { $new }
returning-changed-dates = Je had je aangemeld voor:

# ── Dagen waar je op moet letten. Staat een dag hier niet bij, dan zegt Stoep er niets over. ──
feast-nieuwjaarsdag = nieuwjaarsdag
feast-goede-vrijdag = Goede Vrijdag
feast-eerste-paasdag = eerste paasdag
feast-tweede-paasdag = tweede paasdag
feast-koningsdag = Koningsdag
feast-dodenherdenking = Dodenherdenking
feast-bevrijdingsdag = Bevrijdingsdag
feast-hemelvaartsdag = Hemelvaartsdag
feast-eerste-pinksterdag = eerste pinksterdag
feast-tweede-pinksterdag = tweede pinksterdag
feast-keti-koti = Keti Koti
feast-suikerfeest = het Suikerfeest
feast-offerfeest = het Offerfeest
feast-sinterklaas = sinterklaasavond
feast-kerstavond = kerstavond
feast-eerste-kerstdag = eerste kerstdag
feast-tweede-kerstdag = tweede kerstdag
feast-oudejaarsavond = oudejaarsavond
