# Activiteiten die terugkomen.

returning-began = { $title } komt terug: { $rule }.
    Alle keren van de komende weken staan al in de agenda.

    { $n ->
        [1] De dag ervoor vraag ik je of het doorgaat.
       *[other] Steeds { $n } dagen ervoor vraag ik je of het doorgaat.
    } Pas na jouw ja komt er een kaart in de groep.
returning-feast = Let op: { $day } is { $feast }.
returning-times = { $from } tot { $to }

# ── Gaat het door? ──
returning-ask = <b>Gaat { $title } door op { $day }?</b>
returning-ask-again = <b>Ik weet nog niet of { $title } doorgaat op { $day }.</b> Laat je het weten?
returning-where = Tijd: { $times }
    Waar: { $place }
returning-people = { $n ->
    [1] Er is al 1 aanmelding.
   *[other] Er zijn al { $n } aanmeldingen.
}
returning-last = Het is de laatste keer van deze reeks.
button-goes-on = Ja, gaat door
button-not-this-time = Deze keer niet
button-other-this-time = Anders deze keer
button-end-series = Stop de reeks
button-series-dates = Alle data

returning-yes = Fijn! { $title } gaat door op { $day }. Ik zet het nu in de groep.
returning-yes-known = { $title } gaat door op { $day }. Dat wist ik al.
returning-certain = Goed nieuws: { $title } gaat door op { $day }.
returning-no-sure = Gaat { $title } niet door op { $day }?
returning-no-people = { $n ->
    [1] Er is al 1 aanmelding. Die hoort meteen dat het niet doorgaat.
   *[other] Er zijn al { $n } aanmeldingen. Iedereen hoort meteen dat het niet doorgaat.
}
button-call-off = Ja, zeg het af
returning-no = Goed. { $title } gaat op { $day } niet door.
returning-next = De volgende keer is { $day }.
returning-about = { $title } op { $day }
returning-date-over = Deze keer is al voorbij.
returning-date-off = Deze keer gaat niet door.
returning-is-ended = Deze reeks is gestopt.
returning-not-yours = Dit kan alleen de organisator, of iemand van het team.

# ── De organisator zegt niets ──
returning-unsure = { $title } op { $day }: het is nog niet zeker of het doorgaat. De organisator zei nog niets.

    Hoor je niets meer van mij? Dan gaat het niet door.
returning-reason = De organisator zei niet of het doorging.
returning-silent = Ik hoorde twee keer niets over { $title }. Daarom vraag ik { $team } om mee te kijken.

    Ga jij toch door? Laat het gerust weten.
button-series-go-on = Ik ga door
returning-gone-on = Fijn dat je doorgaat met { $title }.

# ── Het team kijkt mee ──
returning-work = <b>{ $title }</b>
    Dit komt terug: { $rule }.
    Van: { $name }
button-take-up = Ik organiseer dit verder
returning-taken-up = Fijn! Jij organiseert { $title } nu. Ik vraag je voor elke keer of het doorgaat.
returning-taken-over = { $name } organiseert { $title } nu verder. Dank je wel voor wat je deed.
returning-looked-after = Iemand organiseert dit al verder.

# ── Het houdt op ──
returning-stop-sure = Wil je stoppen met { $title }? Geen enkele keer die nog komt, gaat dan door.
returning-stop-people = Wie zich aanmeldde, hoort het meteen.
button-stop-yes = Ja, stop de reeks
returning-stopped = Goed. { $title } komt niet meer terug.
returning-stopped-people = Goed. { $title } komt niet meer terug. Wie zich aanmeldde, hoort dat nu.
returning-stopped-by = { $name } is gestopt met { $title }. Het komt niet meer terug.
returning-run-out = Dit was de laatste keer van { $title }. De reeks is klaar. Dank je wel!

# ── Alle keren ──
returning-dates = <b>Alle keren van { $title }</b>
    Dit komt terug: { $rule }.
returning-no-dates = Er staat nu geen keer gepland.
returning-line = { $day }, { $times }: { $state }
returning-is-on = gaat door
returning-is-open = nog niet zeker
returning-is-off = gaat niet door
returning-was = is geweest

# ── Alle volgende keren anders ──
returning-changed = { $title } is voortaan anders.
returning-changed-time = Tijd: was { $old }, wordt { $new }
returning-changed-place = Waar: was { $old }, wordt { $new }
returning-changed-title = Naam: was { $old }, wordt { $new }
returning-changed-dates = Dit geldt voor deze keren waar jij je voor aanmeldde:

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
