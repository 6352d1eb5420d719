# Je aanmelden, wachten op een plek, afzeggen.

# ── Wat even in beeld komt na een tik ──
coming-toast-going = { $guests ->
    [0] Je bent aangemeld. { $until }
    [1] Je bent aangemeld, met 1 gast. { $until }
   *[other] Je bent aangemeld, met { $guests } gasten. { $until }
}
coming-toast-going-already = { $guests ->
    [0] Je was al aangemeld. { $until }
    [1] Je was al aangemeld, met 1 gast. { $until }
   *[other] Je was al aangemeld, met { $guests } gasten. { $until }
}
coming-until = Tot { $day }!
coming-until-today = Tot straks!
coming-until-tomorrow = Tot morgen!
coming-toast-waiting = { $guests ->
    [0] Het is vol. Je bent nummer { $n } op de wachtlijst.
    [1] Er is geen plek voor jullie samen. Jullie zijn nummer { $n } op de wachtlijst.
   *[other] Er is geen plek voor jullie allemaal. Jullie zijn nummer { $n } op de wachtlijst.
}
coming-toast-waiting-already = { $guests ->
    [0] Je staat op de wachtlijst. Je bent nummer { $n }.
   *[other] Jullie staan samen op de wachtlijst. Jullie zijn nummer { $n }.
}
coming-toast-no-guest = Er is geen plek meer voor je gast. Jij kunt gewoon komen.
coming-toast-left = Jammer, maar fijn dat je het zegt.
coming-toast-left-row = Je staat niet meer op de wachtlijst.
coming-toast-not = Jammer. Misschien een andere keer!
coming-toast-cancelled = Dit gaat helaas niet door.
coming-toast-held = Dit is al voorbij.

# ── Het bericht in je eigen gesprek met Stoep ──
coming-going = { $guests ->
    [0] <b>Je bent aangemeld.</b>
    [1] <b>Je bent aangemeld, met 1 gast.</b>
   *[other] <b>Je bent aangemeld, met { $guests } gasten.</b>
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
coming-turn = Je bent nummer { $n } op de wachtlijst.
coming-hear = { $guests ->
    [0] Is er een plek voor je? Dan hoor je het hier.
   *[other] Is er plek voor jullie samen? Dan hoor je het hier.
}
coming-not = <b>Je bent afgemeld.</b> Kun je toch? Tik dan op ‘Ik kom’.
coming-capacity = { $n ->
    [1] Er is plek voor 1 persoon.
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
coming-free-until = Er wachten nog meer buren. Laat het weten vóór { $at }. Anders gaat de plek naar iemand anders.
coming-passed = { $seats ->
    [1] De plek is naar een andere buur gegaan.
   *[other] De plekken zijn nu voor andere buren.
}
    <b>{ $title }</b>
    { $when }

    Wil je toch nog komen? Dan kun je weer op de wachtlijst.
button-wait-again = Weer op de wachtlijst

# ── /mijn ──
mine-going = <b>Hier ga je naartoe</b>
mine-organising = <b>Dit organiseer je</b>
mine-going-line = { $title }: { $when }
mine-waiting-line = { $title }: { $when }. Je staat op de wachtlijst.
mine-organising-line = { $title }: { $when }. { $n ->
    [1] Er komt 1 persoon.
   *[other] Er komen { $n } mensen.
}
mine-activities-none = Je hebt nu geen activiteiten.
button-all-mine = Al mijn activiteiten
button-mine-sooner = ‹ Eerder
button-mine-later = Later ›
