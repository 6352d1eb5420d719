# Activiteiten: wat er op de kaart staat, en wat overal hetzelfde is.

activiteit-kind-coffee = ☕ Koffie of thee
activiteit-kind-eating = 🍲 Samen eten
activiteit-kind-walking = 🚶 Wandelen
activiteit-kind-garden = 🌱 Moestuin
activiteit-kind-sports = 🏃 Sport
activiteit-kind-games = 🎲 Spel
activiteit-kind-language = 💬 Taal
activiteit-kind-making = 🔨 Klussen en maken
activiteit-kind-generations = 👵 Jong en oud
activiteit-kind-devices = 💻 Hulp met telefoon en computer
activiteit-kind-peers = 🫂 Praten met lotgenoten
activiteit-kind-other = 📅 Iets anders

# ── De kaart ──
activity-head = <b>{ $icon } { $title }</b>
    Wanneer: { $when }
    Waar: { $place }
activity-unsure = Het is nog niet zeker of dit doorgaat.
activity-free = Kosten: gratis
activity-cost = Kosten: { $cost }
activity-from = Van: { $name }
activity-returns = Dit komt terug: { $rule }.
activity-wheelchair = Je kunt er met een rolstoel naar binnen.
activity-quiet = Het is er rustig.
activity-children = Kinderen mogen mee.
activity-languages = Je kunt er ook { $languages } praten.
activity-walk-in = Aanmelden hoeft niet.
activity-photo = Er is een foto bij. Tik op ‘Meer lezen’.
activity-voice = Er is een spraakbericht bij. Tik op ‘Meer lezen’.
activity-cancelled = <b>Dit gaat niet door.</b>
activity-cancelled-reason = <b>Dit gaat niet door.</b> { $reason }
activity-held = Dit is voorbij.

# Wie er komen.
activity-nobody = Er heeft zich nog niemand aangemeld.
activity-going = { $n ->
    [1] Er komt 1 persoon.
   *[other] Er komen { $n } mensen.
}
activity-names = Er komen: { $names }.
activity-name-guests = { $name } met { $n ->
    [1] 1 gast
   *[other] { $n } gasten
}
activity-names-more = { $names } en nog { $n }
activity-places-left = { $n ->
    [1] Er is nog 1 plek.
   *[other] Er zijn nog { $n } plekken.
}
activity-places = { $n ->
    [1] Er is plek voor 1 persoon.
   *[other] Er zijn { $n } plekken.
}
activity-full = Het is vol. Er is een wachtlijst.
activity-waiting = { $n ->
    [1] Er wacht 1 persoon op een plek.
   *[other] Er wachten { $n } mensen op een plek.
}

button-come = Ik kom
button-bring = Ik neem iemand mee
button-cannot = Ik kan niet
button-activity-more = Meer lezen
activity-name = { $name }
activity-names-and = { $all }, { $name }

# Instellingen van de buurt.
setting-ann-on = Activiteiten aankondigen: iedere bewoner
setting-ann-off = Activiteiten aankondigen: alleen organisatoren
setting-ann-turn-on = Iedereen mag aankondigen
setting-ann-turn-off = Alleen organisatoren kondigen aan
setting-names-on = Bij een activiteit staat ook wie er komen. Iedereen in de groep leest dat.
    Bij lotgenoten ziet niemand wie er komen.
setting-names-off = Bij een activiteit staat hoeveel mensen komen, en niet wie.
setting-names-turn-on = Laten zien wie er komen
setting-names-turn-off = Niet laten zien wie er komen
activity-card-waits = Ik mag nu niet in de groep schrijven. “{ $title }” komt daar zodra het kan.
activity-card-stands = “{ $title }” staat nu in de groep.
activity-card-never = “{ $title }” kon niet in de groep komen. Buren vinden het wel met /agenda.
activity-card-gone = “{ $title }” staat niet meer in de groep. Wil je weten waarom? Vraag het in de groep, of praat met iemand.
