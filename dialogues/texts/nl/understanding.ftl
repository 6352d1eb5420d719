# Wat iemand gewoon schrijft, zonder opdracht: een vraag om hulp, een antwoord op een bericht van Stoep.

suggest-request =
    “{ $words }”

    Zal ik hier een vraag aan je buren van maken?
suggest-about = Waarbij: { $category }
suggest-yes = Ja, maak er een vraag van
suggest-no = Nee, dat bedoel ik niet
suggest-not =
    Goed, dan doe ik daar niets mee.

    Wat wil je doen?

reply-help = Over “{ $title }”: wil je { $name } helpen? Tik dan op de knop.
reply-come = Wil je komen naar <b>{ $title }</b>? Tik dan op de knop.
