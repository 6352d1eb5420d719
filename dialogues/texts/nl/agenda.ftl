# De agenda van de buurt: wat er te doen is, bestanden voor de agenda van een telefoon, en het weekbericht.

command-agenda = Wat is er te doen?
command-agenda-help = wat er te doen is in de buurt

# ── De bladzijden ──
agenda-today = <b>Vandaag in { $place }</b>
    Het is { $day }.
agenda-week = <b>Deze week in { $place }</b>
    Tot en met { $day }.
agenda-later = <b>Later in { $place }</b>
    Vanaf { $day }.
agenda-item = <b>{ $number }{ $title }</b>
    { $when }
    { $place }
agenda-left = { $n ->
    [1] Nog 1 plek.
   *[other] Nog { $n } plekken.
}
agenda-full = Vol. Er is een wachtlijst.
agenda-walk-in = Aanmelden hoeft niet.
agenda-unsure = Nog niet zeker of het doorgaat.
agenda-cancelled = <b>Dit gaat niet door.</b>

agenda-more = Meer ›
agenda-to-today = Vandaag ({ $n })
agenda-to-week = Deze week ({ $n })
agenda-to-later = Later ({ $n })

# ── Kiezen wat je ziet ──
agenda-only = Alleen: { $list }.
agenda-only-free = gratis
agenda-only-wheelchair = met een rolstoel
agenda-only-children = kinderen mogen mee
agenda-button-free = Gratis
agenda-button-wheelchair = Rolstoel
agenda-button-children = Kinderen
agenda-button-kind = Soort…
agenda-choose = { $what }
agenda-chosen = ✓ { $what }
agenda-show-all = Alles laten zien
agenda-which-kind = Welke soort activiteit zoek je?
agenda-all-kinds = Alle soorten
agenda-none-fits =
    Er is niets wat hierbij past.
    Kijk bij andere dagen, of tik op <b>Alles laten zien</b>.
agenda-none-then = Hier staat nu niets.

# ── Niets te doen ──
agenda-none = Er staat nog niets in de agenda van { $place }.
agenda-organise = Wil je zelf iets organiseren?
agenda-organise-ask =
    Wil je zelf iets organiseren? Leuk!
    Vraag het aan { $team }. Tik op <b>Praat met iemand</b>.

# ── In een groep ──
agenda-group-week = { $n ->
    [1] Deze week is er 1 activiteit in { $place }.
   *[other] Deze week zijn er { $n } activiteiten in { $place }.
}
agenda-group-later = { $n ->
    [1] Deze week is er niets. Later is er 1 activiteit in { $place }.
   *[other] Deze week is er niets. Later zijn er { $n } activiteiten in { $place }.
}
agenda-group-none = Er staat nog niets in de agenda van { $place }.
agenda-group-first = { $n ->
    [1] Dat is { $title }, { $when }.
   *[other] De eerste: { $title }, { $when }.
}
agenda-look = Bekijk de agenda

# ── Bestanden voor de agenda van een telefoon ──
button-calendar = Zet in mijn agenda
agenda-file = Zet alles in mijn agenda
calendar-one =
    Zo zet je dit in de agenda van je telefoon:
    Tik op het bestand. Kies dan je agenda.

    Verandert er later iets? Dan klopt je agenda niet meer.
    Tik dan opnieuw op <b>Zet in mijn agenda</b>.
calendar-cancelled =
    Dit gaat niet door. Stond het al in je agenda?
    Tik op het bestand, en kies je agenda.

    Soms blijft het staan. Haal het er dan zelf uit.
calendar-all = { $n ->
    [1] Dit is de agenda van { $place }, met 1 activiteit.
   *[other] Dit is de agenda van { $place }, met { $n } activiteiten.
}
calendar-not-all = { $n ->
    [1] De laatste past er niet in.
   *[other] De laatste { $n } passen er niet in.
}
calendar-all-how =
    Tik op het bestand. Kies dan je agenda.

    Komt er iets bij? Dat zie je met /agenda.
calendar-none = Er is niets wat hierbij past.
calendar-name = Agenda van { $place }
calendar-unsure = { $title } (nog niet zeker)
calendar-more = Meer hierover: { $link }
calendar-nameless = activiteit

# ── Het weekbericht ──
digest =
    <b>Deze week in { $place }</b>
    Dit is er te doen tot en met { $day }:
digest-more = { $n ->
    [1] En nog 1 activiteit.
   *[other] En nog { $n } activiteiten.
}
setting-week-on = Weekbericht op maandag: aan
setting-week-off = Weekbericht op maandag: uit
setting-week-turn-on = Weekbericht op maandag
setting-week-turn-off = Geen weekbericht meer
