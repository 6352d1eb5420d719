# Wat bij elk gesprek hoort: de knoppen onder elke vraag, en wat Stoep zegt als een antwoord niet past.

# Knoppen.
dialogue-back = ‹ Terug
dialogue-stop = Stop
dialogue-skip = Overslaan
dialogue-keep = Zo laten
dialogue-all = Meer keuzes
dialogue-ready = Klaar
dialogue-when-yes = Ja, dat klopt
dialogue-yes = Ja
dialogue-no = Nee
dialogue-more = Meer vertellen
dialogue-change = Veranderen
dialogue-share = Mijn nummer delen

# De knop van het antwoord dat er al staat.
dialogue-picked = ✓ { $label }

# Boven een vraag die opnieuw komt, en een regel in het overzicht.
dialogue-now = Je antwoord is nu: { $answer }
dialogue-line = <b>{ $name }:</b> { $answer }
dialogue-change-which = Wat wil je veranderen?
dialogue-more-which = Waarover wil je meer vertellen?

# In het overzicht, waar iemand een foto of een spraakbericht stuurde.
dialogue-photo = 📷 Foto
dialogue-voice = 🎤 Spraakbericht
dialogue-voice-danger = Naar een spraakbericht luister ik niet. Is er nu gevaar? Bel <b>112</b>.
dialogue-photo-alone = Ik heb je foto. De tekst die erbij staat, bewaar ik niet.

# De grote knop onderaan, om je eigen nummer te delen; en als hij weer weg is.
dialogue-share-how = Wil je je telefoonnummer delen? Gebruik dan de grote knop onderaan.
dialogue-share-done = Je telefoonnummer is niet gedeeld.

dialogue-stopped = Goed, we stoppen hier. Er is niets verstuurd.
dialogue-changed = Deze vraag is net veranderd. Wil je nog een keer antwoorden?
dialogue-nothing-to-choose = Er valt nu niets te kiezen. Daarom stoppen we hier. Probeer het later nog eens.
dialogue-not-your-number = Dit is het nummer van iemand anders. Deel alleen je eigen nummer.
dialogue-not-a-number = Dit nummer kan ik niet lezen. Typ zelf hoe we je kunnen bereiken.
dialogue-kept = Ik bewaar je verhaal als uitleg. Geef het nu nog een korte naam.
dialogue-stuck = Lukt het niet? Dat ligt aan mij. Je kunt met iemand praten, of later verdergaan. Ik bewaar wat je al hebt gezegd.
dialogue-too-long = Je tekst is te lang. Er passen { $max } letters in, en dit zijn er { $length }. Maak hem korter en stuur hem nog eens.

# Onder een ander gesprek, of na een opdracht midden in een gesprek.
dialogue-again = Je was hier nog mee bezig:
dialogue-already = Je was al met een vraag bezig. Ga daarmee verder, of begin opnieuw.
dialogue-waits = Je was nog met iets anders bezig. Maak dat eerst af. Je nieuwe bericht bewaar ik. Of begin nu met het nieuwe.
dialogue-anew = Opnieuw beginnen
dialogue-anew-new = Begin met het nieuwe
dialogue-next = Nu verder met het bericht dat je daarna hebt gestuurd.
dialogue-gone = Die vragen zijn er niet meer. Begin gerust opnieuw.
dialogue-in-private = Ik heb je een privébericht gestuurd.

# Wat iemand stuurde past hier niet. $sent: text, voice, photo, contact, other.
dialogue-want-choice = { $sent ->
    [text] Dit begrijp ik niet. Kies een van de knoppen.
   *[other] Dit kan ik hier niet gebruiken. Kies een van de knoppen.
}
dialogue-want-words = { $sent ->
    [text] Je bericht is leeg. Typ je antwoord.
    [voice] Een spraakbericht kan ik hier niet gebruiken. Typ je antwoord.
    [photo] Een foto kan ik hier niet gebruiken. Typ je antwoord.
   *[other] Dit kan ik hier niet gebruiken. Typ je antwoord.
}
dialogue-want-contact = { $sent ->
    [text] Je bericht is leeg. Typ hoe we je kunnen bereiken, of deel je nummer.
   *[other] Dit kan ik hier niet gebruiken. Typ hoe we je kunnen bereiken, of deel je nummer.
}
dialogue-want-words-or-voice = { $sent ->
    [text] Je bericht is leeg. Typ je antwoord, of spreek het in.
    [photo] Een foto kan ik hier niet gebruiken. Typ je antwoord, of spreek het in.
   *[other] Dit kan ik hier niet gebruiken. Typ je antwoord, of spreek het in.
}
dialogue-want-number = Typ een getal van { $min } tot en met { $max }.
dialogue-want-photo = Stuur hier een foto, of kies Overslaan.
dialogue-want-several = { $sent ->
    [text] Dit begrijp ik niet. Kies een of meer knoppen.
   *[other] Dit kan ik hier niet gebruiken. Kies een of meer knoppen.
}

# Een dag of tijd. $when is wat Stoep las: 'zaterdag 28 november, 14:30 tot 16:00'.
dialogue-when-taken = Genoteerd: { $when }.
dialogue-when-meant = { $why ->
    [not-on] Die dag is geen { $weekday }. Bedoel je { $when }?
    [twice] Die nacht gaat de klok een uur terug. Die tijd komt dus twee keer. Bedoel je { $when }?
   *[other] Bedoel je { $when }?
}

    Klopt het niet? Typ dan de dag en de tijd.
dialogue-when-clock =
    Hoe laat op { $when }?

    Typ bijvoorbeeld: 14 uur. Of: 14 tot 16 uur.
dialogue-when-past = Dat is al geweest: { $when }. Typ een dag of tijd die nog komt.
dialogue-when-skipped = Die nacht gaat de klok een uur vooruit. Die tijd bestaat dan niet. Typ een andere tijd.
dialogue-when-no-day = Die dag bestaat niet. Typ een andere dag, bijvoorbeeld: zaterdag om twee uur.
dialogue-when-want-clock = Ik zie geen tijd in je bericht. Typ bijvoorbeeld: half drie.
dialogue-want-when = { $sent ->
    [text] Ik zie geen dag of tijd in je bericht. Typ bijvoorbeeld: zaterdag om twee uur.
   *[other] Dit kan ik hier niet gebruiken. Typ bijvoorbeeld: zaterdag om twee uur.
}
