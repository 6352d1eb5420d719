# Wat bij elk gesprek hoort: de knoppen onder elke vraag, en wat Stoep zegt als een antwoord niet past.

# Knoppen.
dialogue-back = ‹ Terug
dialogue-stop = Stop
dialogue-skip = Overslaan
dialogue-keep = Laat zo
dialogue-all = Meer keuzes
dialogue-ready = Klaar
dialogue-when-yes = Ja, dat klopt
dialogue-yes = Ja
dialogue-no = Nee
dialogue-more = Meer vertellen
dialogue-change = Wijzigen
dialogue-share = Mijn nummer delen

# De knop van het antwoord dat er al staat.
dialogue-picked = ✓ { $label }

# Boven een vraag die opnieuw komt, en een regel in het overzicht.
dialogue-now = Je antwoord is nu: { $answer }
dialogue-line = <b>{ $name }:</b> { $answer }
dialogue-change-which = Wat wil je wijzigen?
dialogue-more-which = Waarover wil je meer vertellen?

# In het overzicht, waar iemand een foto of een spraakbericht stuurde.
dialogue-photo = 📷 Foto
dialogue-voice = 🎤 Spraakbericht
dialogue-voice-danger = Naar een spraakbericht luister ik niet. Is er nu gevaar? Bel <b>112</b>.
dialogue-photo-alone = De foto heb ik. De tekst eronder bewaar ik niet.

# De grote knop onderaan, om je eigen nummer te delen; en als hij weer weg is.
dialogue-share-how = Wil je je telefoonnummer delen? Gebruik dan de grote knop onderaan.
dialogue-share-done = De knop om je nummer te delen is weer weg.

dialogue-stopped = Goed, we stoppen hier. Er is niets verstuurd.
dialogue-changed = Ik stel deze vraag opnieuw. Je vorige bericht heb ik niet gebruikt.
dialogue-nothing-to-choose = Er is nu niets om uit te kiezen. Daarom stoppen we hier. Probeer het later nog eens.
dialogue-not-your-number = Dit is het nummer van iemand anders. Deel alleen je eigen nummer.
dialogue-not-a-number = Dit nummer kan ik niet lezen. Typ zelf hoe we je kunnen bereiken.
dialogue-too-long = Je tekst is te lang: { $length } tekens. Er passen er { $max }. Maak hem korter en stuur hem nog eens.

# Onder een ander gesprek, of na een opdracht midden in een gesprek.
dialogue-again = Je was hier nog mee bezig.
dialogue-already = Je was hier al mee bezig. Ga verder, of begin opnieuw.
dialogue-waits = Je was hier al mee bezig. Je nieuwe bericht bewaar ik voor hierna. Of begin daar nu mee.
dialogue-anew = Opnieuw beginnen
dialogue-next = Nu verder met wat je daarna stuurde.
dialogue-gone = De vragen van eerder stel ik niet meer. Begin gerust opnieuw.
dialogue-in-private = Ik stuurde je een privébericht.

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
dialogue-when-clock = Hoe laat? De dag heb ik: { $when }.

    Typ bijvoorbeeld: 14 uur. Of: 14 tot 16 uur.
dialogue-when-past = Dat is al geweest: { $when }. Typ een dag of tijd die nog komt.
dialogue-when-skipped = Die nacht gaat de klok een uur vooruit. Die tijd is er dan niet. Typ een andere tijd.
dialogue-when-no-day = Die dag bestaat niet. Typ een andere dag, bijvoorbeeld: zaterdag om twee uur.
dialogue-when-want-clock = Ik lees hier geen tijd. Typ bijvoorbeeld: half drie.
dialogue-want-when = { $sent ->
    [text] Ik lees hier geen dag of tijd. Typ bijvoorbeeld: zaterdag om twee uur.
   *[other] Dit kan ik hier niet gebruiken. Typ bijvoorbeeld: zaterdag om twee uur.
}
