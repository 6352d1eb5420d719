# Achteraf: hoe ging het?

after-ask-asker = { $name } zou je helpen met “{ $title }”. Hoe ging het?

    Ik vertel { $name } niet wat je kiest.
after-ask-asker-many = Buren zouden je helpen met “{ $title }”. Hoe ging het?

    Ik vertel ze niet wat je kiest.
after-ask-helper = Je zou { $name } helpen met “{ $title }”. Hoe ging het?

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
after-late = Dank je. Deze vraag is al afgerond.

# Als er meer helpers nodig zijn.
helpers-missing = { $n ->
    [one] Nog één helper nodig.
   *[other] Nog { $n } helpers nodig.
}
button-enough = Zo is het genoeg
enough-toast = Goed. Ik zoek niet verder.
