# Achteraf: hoe ging het?

after-ask-asker = { $name } zou helpen met “{ $title }”. Hoe ging het?

    Ik vertel { $name } niet wat je kiest.
    Kies je ‘Het ging niet goed’? Dan vertel ik dat alleen aan het team.
after-ask-asker-many =
    Je buren zouden je helpen met “{ $title }”. Hoe ging het?

    Zij zien je antwoord niet.
    Kies je ‘Het ging niet goed’? Dan vertel ik dat alleen aan het team.
after-ask-helper =
    Je zou { $name } helpen met “{ $title }”. Hoe ging het?

    { $name } ziet je antwoord niet.
    Kies je ‘Het ging niet goed’? Dan vertel ik dat alleen aan het team.
after-ask-helper-done =
    { $name } zegt dat het gelukt is: “{ $title }”. Dank je wel! Hoe ging het voor jou?

    { $name } ziet je antwoord niet.
    Kies je ‘Het ging niet goed’? Dan vertel ik dat alleen aan het team.
after-open = Hoe ging het?
after-still = Heb je hier nog hulp bij nodig?
button-after-good = Het ging goed
button-after-not = Het is niet gebeurd
button-after-bad = Het ging niet goed
after-good-asker = Fijn om te horen dat het gelukt is!
after-good-helper = Fijn om te horen. Dank je wel voor je hulp!
after-not-asker = Jammer dat het niet is gebeurd. Heb je nog hulp nodig bij “{ $title }”?
after-not-helper = Jammer dat het niet is gebeurd. Goed dat je het zegt.
after-bad =
    Wat vervelend. Goed dat je het zegt.

    Ik vertel het alleen aan { $team }. Wie het oppakt, ziet hoe jullie te bereiken zijn. Is er nu gevaar? Bel 112.
after-bad-item = Je hebt gezegd dat het niet goed ging. Dat weet alleen het team.
after-released = { $name } zoekt een andere dag voor “{ $title }”. Dank je wel dat je wilde helpen.
after-keeps = Op de andere dagen help je gewoon.
after-let-go = “{ $title }” gaat naar een andere dag. Fijn dat je wilde helpen.
after-late = Dank je. Je hoeft hier niets meer te kiezen.

# Als er meer helpers nodig zijn.
helpers-missing = { $n ->
    [one] Nog één helper nodig.
   *[other] Nog { $n } helpers nodig.
}
button-enough = Dit is genoeg hulp
enough-toast = Goed. Ik zoek niet verder.

# ── Een vraag die vaker terugkomt ──
series-when = { $n } keer, van { $from } tot en met { $to }
series-same = Het liefst steeds dezelfde helper.
series-each = Het mag elke keer een andere helper zijn.
series-later = { $n ->
    [one] Daarna nog één keer.
   *[other] Daarna nog { $n } keer.
}
series-day = – { $day }

date-open = – { $day }: hulp nodig
date-offered = – { $day }: jij wilt helpen
date-offered-by = – { $day }: { $n ->
        [one] { $names } wil helpen
       *[other] { $names } willen helpen
    }
date-mine = – { $day }: jij helpt
date-helped-by = – { $day }: { $n ->
        [one] { $names } helpt
       *[other] { $names } helpen
    }
date-promised = – { $day }: er is hulp
date-done = – { $day }: gelukt
date-withdrawn = – { $day }: niet nodig
date-taken-over = – { $day }: het team helpt
date-lapsed = – { $day }: voorbij

button-one-date = Eén dag bekijken
button-stop-series = Stop alle keren
button-stop-sure = Ja, stop alle keren
button-all-dates = ‹ Alle keren
button-earlier = ‹ Eerder
button-later = Later ›
button-every-date = Alle keren
button-these-dates = { $n ->
    [one] Klaar: alleen deze keer
   *[other] Klaar: deze { $n } keer
}
button-cant-once = Ik kan één keer niet
button-cant-all = Ik kan niet meer helpen

series-which-date = Welke keer van “{ $title }” bedoel je?
series-stop = { $n ->
    [one] Er staat nog één keer gepland. Wil je stoppen met “{ $title }”?
   *[other] Dit staat nog { $n } keer gepland. Wil je stoppen met “{ $title }”?
}
series-pick = Op welke dagen kun jij helpen met “{ $title }”? Tik ze aan, en tik dan op Klaar.
series-picked = Gekozen: { $days }.
series-offer-thanks =
    Dank je! Ik laat { $name } weten dat je { $n ->
        [one] één keer
       *[other] { $n } keer
    } wilt helpen met “{ $title }”.

    Zegt { $name } ja? Dan horen jullie hoe je elkaar bereikt.
series-offer-new =
    { $name } wil je helpen met “{ $title }”, op:
    { $days }

    Zeg je ja? Dan horen jullie hoe je elkaar bereikt.
series-cant = { $name } kan niet meer helpen met “{ $title }”. Ik zoek iemand anders.
