# Liever niet alleen komen.

company-button = Ik kom liever niet alleen
company-explain =
    Ik zoek iemand die ook naar “{ $title }” gaat.
    Jullie horen elkaars naam pas als je allebei ja zegt. Niemand anders ziet dit.
company-look = Zoek iemand
company-look-again = Zoek weer iemand
company-not = Toch niet
company-looking =
    Ik zoek iemand om met je mee te gaan naar “{ $title }”.
    Je hoort het van mij.
company-looking-already = Ik zoek al iemand voor je. Je hoort het van mij.
company-not-now = Dat kan alleen als je komt, en het nog moet beginnen.
company-stop = Zoek geen gezelschap meer
company-stopped =
    Goed, ik zoek niet verder.
    Je aanmelding voor “{ $title }” blijft staan.
company-who = Met wie ga ik samen?

company-ask =
    Iemand gaat ook naar “{ $title }”, maar liever niet alleen.
    Wanneer: { $when }

    Wil jij samen gaan? Jullie horen elkaars naam pas als je allebei ja zegt.
company-yes = Ja, leuk
company-no = Liever niet
company-thanks = Fijn! Je hoort het van mij als de ander ook ja zegt.
company-declined = Goed. Niemand hoort dat je nee zei.
company-over = Dat hoeft niet meer. Dank je wel!

company-offer =
    Iemand gaat graag met je mee naar “{ $title }”.

    Wil je samen gaan? Dan horen jullie elkaars naam.
company-further = Goed, ik zoek verder. Niemand hoort dat je nee zei.
company-fell-through = Samen gaan naar “{ $title }” lukt toch niet met deze buur. Ik zoek verder.
company-met =
    Leuk! Je gaat samen met <b>{ $name }</b> naar “{ $title }”.
    Wanneer: { $when }
    Waar: { $place }
company-reach-button = Laat weten hoe je te bereiken bent
company-reach-how = Hoe kan de ander je bereiken?

    Deel je nummer met de knop, of schrijf het zelf. Alleen deze persoon krijgt het.
company-apart = Geen contact meer

company-none =
    Ik vond nog niemand om met je mee te gaan naar “{ $title }”.

    Zal ik { $name } vragen om je op te vangen? Die organiseert het.
company-none-yet = Ik vond nog niemand om met je mee te gaan naar “{ $title }”. Je bent alleen ook welkom.
company-host = Ja, vraag de organisator
company-host-asked =
    { $name } komt naar “{ $title }”, maar liever niet alleen.
    Wil jij { $name } opvangen bij de deur?
company-host-told = Ik heb het { $name } gevraagd. Tot dan!
company-gone =
    { $name } gaat toch niet met je mee naar “{ $title }”.

    Wil je dat ik weer iemand zoek?
