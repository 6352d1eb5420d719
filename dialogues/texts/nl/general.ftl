# Woorden die overal terugkomen.

day-today = vandaag
day-tomorrow = morgen
day-date = { $weekday } { $day } { $month }
day-date-year = { $weekday } { $day } { $month } { $year }

weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

part-morning = in de ochtend
part-afternoon = in de middag
part-evening = in de avond

# Als er iets misgaat.
sorry-fault = Sorry, er ging bij mij iets mis. Je bericht is bewaard. Probeer het later nog eens. Foutnummer: { $fault }
too-busy = Het is nu erg druk. Probeer het over een paar minuten nog eens.
group-enough = In de groep antwoord ik je even niet meer, dan blijft het daar leesbaar. Hier kan het wel.
press-outdated = Deze knop werkt niet meer. Kijk bij het nieuwste bericht.
press-not-yours = Deze knop is voor iemand anders.
not-for-you = Hier kan ik je niet mee helpen. Misschien is het al weg, of hoort het bij een andere buurt.

# In de groep.
anonymous-command = Je schrijft hier anoniem, als beheerder van de groep. Schrijf onder je eigen naam, of stuur mij een privébericht.
group-in-private = /{ $command } werkt alleen in ons privégesprek. Tik op de knop.
group-open-private = Open Stoep
