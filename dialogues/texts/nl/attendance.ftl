# Je aanmelden, wachten op een plek, afzeggen.

# ── Wat even in beeld komt na een tik ──
coming-toast-going = { $guests ->
    [0] Je staat erop. { $until }
    [1] Je staat erop, met 1 gast. { $until }
   *[other] Je staat erop, met { $guests } gasten. { $until }
}
coming-toast-going-already = { $guests ->
    [0] Je stond er al op. { $until }
    [1] Je stond er al op, met 1 gast. { $until }
   *[other] Je stond er al op, met { $guests } gasten. { $until }
}
coming-until = Tot { $day }!
coming-until-today = Tot straks!
coming-until-tomorrow = Tot morgen!
coming-toast-waiting = { $guests ->
    [0] Het is vol. Je bent { $n }e op de wachtlijst.
    [1] Er is geen plek voor jullie samen. Jullie zijn { $n }e op de wachtlijst.
   *[other] Er is geen plek voor jullie allemaal. Jullie zijn { $n }e op de wachtlijst.
}
coming-toast-waiting-already = { $guests ->
    [0] Je staat op de wachtlijst. Je bent { $n }e.
   *[other] Jullie staan samen op de wachtlijst. Jullie zijn { $n }e.
}
coming-toast-no-guest = Er is geen plek voor je gast. Je eigen plek blijft.
coming-toast-left = Jammer, maar fijn dat je het zegt.
coming-toast-left-row = Je staat niet meer op de wachtlijst.
coming-toast-not = Jammer. Misschien een andere keer!
coming-toast-cancelled = Dit gaat helaas niet door.
coming-toast-held = Dit is al geweest.

# ── Het bericht in je eigen gesprek met Stoep ──
coming-going = { $guests ->
    [0] <b>Je komt.</b>
    [1] <b>Je komt, met 1 gast.</b>
   *[other] <b>Je komt, met { $guests } gasten.</b>
}
coming-given = { $seats ->
    [1] <b>Er is een plek voor je. Kom je?</b>
   *[other] <b>Er zijn { $seats } plekken voor jullie. Komen jullie?</b>
}
coming-waiting = { $guests ->
    [0] <b>Je staat op de wachtlijst.</b>
    [1] <b>Je staat op de wachtlijst, met 1 gast.</b>
   *[other] <b>Je staat op de wachtlijst, met { $guests } gasten.</b>
}
coming-turn = Je bent als { $n }e aan de beurt.
coming-hear = { $guests ->
    [0] Is er een plek voor je? Dan hoor je het hier.
   *[other] Is er plek voor jullie samen? Dan hoor je het hier.
}
coming-not = <b>Je komt niet.</b> Kun je toch? Laat het dan weten.
coming-capacity = { $n ->
    [1] Er kan 1 persoon komen.
   *[other] Er kunnen { $n } mensen komen.
}
button-another-guest = Nog iemand erbij
button-guest-less = Eén gast minder
button-no-guest = Zonder gast

# ── Er is een plek vrij ──
coming-free = { $seats ->
    [1] Goed nieuws: er is een plek voor je.
   *[other] Goed nieuws: er zijn { $seats } plekken voor jullie.
}
    <b>{ $title }</b>
    { $when }

    { $seats ->
        [1] Kom je?
       *[other] Komen jullie?
    }
coming-free-still = { $seats ->
    [1] Er is nog steeds een plek voor je.
   *[other] Er zijn nog steeds { $seats } plekken voor jullie.
}
    <b>{ $title }</b>
    { $when }

    { $seats ->
        [1] Kom je?
       *[other] Komen jullie?
    }
coming-free-until = Er wachten nog meer buren. Laat het weten vóór { $at }. Anders is de plek voor een ander.
coming-passed = { $seats ->
    [1] De plek is nu voor een andere buur.
   *[other] De plekken zijn nu voor andere buren.
}
    <b>{ $title }</b>
    { $when }

    Wil je toch nog komen? Dan kun je weer op de wachtlijst.
button-wait-again = Toch op de wachtlijst

# ── /mijn ──
mine-going = <b>Waar je heen gaat</b>
mine-organising = <b>Wat je organiseert</b>
mine-going-line = { $title }: { $when }
mine-waiting-line = { $title }: { $when }. Je staat op de wachtlijst.
mine-organising-line = { $title }: { $when }. { $n ->
    [0] Nog niemand heeft zich aangemeld.
    [1] Er komt 1 persoon.
   *[other] Er komen { $n } mensen.
}
mine-activities-none = Je hebt nu geen activiteiten op het programma.
button-all-mine = Al mijn activiteiten
button-mine-sooner = ‹ Eerder
button-mine-later = Later ›
