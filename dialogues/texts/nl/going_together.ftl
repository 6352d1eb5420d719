# Liever niet alleen komen.

company-button = Ik kom liever niet alleen
company-explain =
    Ik zoek iemand die ook naar “{ $title }” gaat.
    Jullie horen elkaars naam pas als jullie allebei ja zeggen. Niemand anders ziet dit.
company-look = Zoek iemand
company-look-again = Zoek weer iemand
company-not = Toch niet
company-looking =
    Ik zoek iemand om met je mee te gaan naar “{ $title }”.
    Je hoort het van mij.
company-looking-already = Ik zoek al iemand voor je. Je hoort het van mij.
company-not-now = Dat kan alleen als je je hebt aangemeld, en als het nog niet begonnen is.
company-stop = Stop met zoeken
company-stopped =
    Goed, ik zoek niet verder.
    Je aanmelding voor “{ $title }” blijft staan.
company-who = Met wie ga ik samen?

company-ask =
    Iemand gaat naar “{ $title }”, maar gaat liever niet alleen.
    Wanneer: { $when }

    Wil jij samen gaan? Jullie horen elkaars naam pas als jullie allebei ja zeggen.
company-yes = Ja, leuk
company-no = Liever niet
company-thanks = Fijn! Je hoort het van mij als de ander ook ja zegt.
company-declined = Goed. Niemand hoort dat je nee zei.
company-over = Het is al geregeld. Lief dat je mee wilde gaan!

company-offer =
    Er is iemand die graag met je meegaat naar “{ $title }”.

    Wil je samen gaan? Dan horen jullie elkaars naam.
company-further = Goed, ik zoek verder. Niemand hoort dat je nee zei.
company-fell-through = Samen naar “{ $title }” gaan lukt toch niet. Ik zoek verder.
company-met =
    Leuk! Je gaat samen met <b>{ $name }</b> naar “{ $title }”.
    Wanneer: { $when }
    Waar: { $place }
company-reach-button = Laat weten hoe je te bereiken bent
company-reach-how = Hoe kan de ander je bereiken?

    Deel je nummer met de knop, of schrijf het zelf. Alleen deze persoon krijgt het.
company-apart = Toch liever niet samen

company-none =
    Ik heb nog niemand gevonden om met je mee te gaan naar “{ $title }”.

    { $name } organiseert het. Zal ik vragen of { $name } je bij de deur opvangt?
company-none-yet = Ik heb nog niemand gevonden om met je mee te gaan naar “{ $title }”. Je bent ook alleen van harte welkom.
company-host = Ja, vraag de organisator
company-host-asked =
    { $name } komt naar “{ $title }”, maar liever niet alleen.
    Wanneer: { $when }

    Wil jij { $name } opvangen bij de deur?
company-host-yes = Ja, doe ik
company-host-no = Dat lukt niet
company-host-told = Ik heb het { $name } gevraagd. Het antwoord hoor je van mij.
company-host-thanks = Fijn! Ik laat het { $name } weten.
company-host-fine = Goed dat je het zegt. Ik laat het { $name } weten.
company-host-over = Dat hoeft niet meer. Fijn dat je wilde helpen!
company-host-will =
    { $name } vangt je op bij de deur van “{ $title }”. Tot dan!
    Wanneer: { $when }
company-host-wont = { $name } kan je niet opvangen bij de deur. Je bent ook alleen van harte welkom bij “{ $title }”.
company-gone =
    { $name } gaat toch niet met je mee naar “{ $title }”.

    Wil je dat ik weer iemand zoek?
