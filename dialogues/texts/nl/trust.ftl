# Vertrouwen: wie mag helpen.

# ── Leeftijd, één keer gevraagd ──
age-adult = Voordat we verdergaan: ben je 16 jaar of ouder?
age-limit = Hulp vragen en hulp geven kan hier vanaf 16 jaar.
age-child = Hulp vragen en hulp geven kan hier vanaf 16 jaar.

    Een volwassene die je vertrouwt, kan het wel voor je vragen.
age-child-numbers = Wil je met iemand praten? Dat mag altijd. Bel dan:
age-thanks = Dank je. Wat wil je doen?
age-correct = Ik ben 16 of ouder
