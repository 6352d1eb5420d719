# Achteraf: hoe ging het?

after-ask-asker = { $name } zou helpen met “{ $title }”. Hoe ging het?

    Ik vertel { $name } niet wat je kiest.
after-ask-asker-many = Buren zouden helpen met “{ $title }”. Hoe ging het?

    Ik vertel ze niet wat je kiest.
after-ask-helper = Je zou helpen met “{ $title }”. Hoe ging het?

    Ik vertel { $name } niet wat je kiest.
after-ask-helper-done = { $name } zegt dat “{ $title }” is gelukt. Dank je wel! Hoe ging het voor jou?

    Ik vertel { $name } niet wat je kiest.
after-open = Hoe ging het?
after-still = Heb je hier nog hulp bij nodig?
button-after-good = Goed
button-after-not = Niet gebeurd
button-after-bad = Niet fijn
after-good-asker = Fijn om te horen! “{ $title }” is gelukt.
after-good-helper = Fijn om te horen. Dank je wel voor je hulp bij “{ $title }”!
after-not-asker = Jammer dat “{ $title }” niet is gebeurd. Heb je hier nog hulp bij nodig?
after-not-helper = Jammer dat “{ $title }” niet is gebeurd. Goed dat je het zegt.
after-bad = Wat vervelend dat “{ $title }” niet fijn was. Goed dat je het zegt.

    Ik geef het door aan { $team }. Verder vertel ik het niemand. Is er nu gevaar? Bel 112.
after-released = { $name } zoekt een andere dag voor “{ $title }”. Dank je wel dat je wilde helpen.
after-let-go = “{ $title }” komt op een andere dag. Fijn dat je wilde helpen.
after-late = Dank je. Je hoeft hier niets meer te kiezen.

# Als er meer helpers nodig zijn.
helpers-missing = { $n ->
    [one] Nog één helper nodig.
   *[other] Nog { $n } helpers nodig.
}
button-enough = Zo is het genoeg
enough-toast = Goed. Ik zoek niet verder.

# ── Een vraag die vaker terugkomt ──
series-when = { $n } keer, van { $from } tot en met { $to }
series-same = Het liefst steeds dezelfde helper.
series-each = Elke keer mag iemand anders helpen.
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

button-one-date = Eén keer bekijken
button-stop-series = Alles stoppen
button-stop-sure = Ja, alles stoppen
button-all-dates = ‹ Alle keren
button-earlier = ‹ Eerder
button-later = Later ›
button-every-date = Alle keren
button-these-dates = { $n ->
    [one] Deze ene keer
   *[other] Deze { $n } keer
}
button-cant-once = Eén keer kan ik niet
button-cant-all = Ik kan niet meer helpen

series-which-date = Welke keer van “{ $title }” bedoel je?
series-stop = { $n ->
    [one] Dit staat nog één keer gepland. Wil je stoppen met “{ $title }”?
   *[other] Dit staat nog { $n } keer gepland. Wil je stoppen met “{ $title }”?
}
series-pick = Op welke dagen kun jij helpen met “{ $title }”? Tik ze aan.
series-picked = Gekozen: { $days }.
series-offer-thanks = Dank je! Ik vertel { $name } dat je { $n ->
        [one] één keer
       *[other] { $n } keer
    } wilt helpen met “{ $title }”.

    Zegt { $name } ja? Dan krijgen jullie elkaars contact.
series-offer-new = { $name } wil je helpen met “{ $title }”, op:
    { $days }

    Zeg je ja? Dan krijgen jullie elkaars contact.
series-cant = { $name } kan niet meer helpen met “{ $title }”. Ik zoek weer iemand.
