# Plekken waar mensen elkaar ontmoeten: de lijst van de buurt.

places-button = Plekken
places-title =
    <b>Plekken in { $place }</b>

    Organisatoren kiezen uit deze lijst.
places-none = <b>Plekken in { $place }</b>

    Er staat nog geen plek op de lijst. Bijvoorbeeld: het buurthuis of het park.
places-line = – { $words }
places-line-wheelchair = – { $words } (je kunt er met een rolstoel in)
places-add = Plek toevoegen
places-change = Veranderen
places-off = Van de lijst halen
places-off-sure = Wil je { $name } van de lijst halen? Bij activiteiten die daar zijn, verandert er niets.
places-off-yes = Ja, van de lijst
places-off-no = Nee, laten staan
places-gone = Deze plek staat niet meer op de lijst.
places-double = Deze plek staat al op de lijst. Geef hem een andere naam.
places-enough = Er passen { $n } plekken op de lijst. Haal er eerst één af.
places-name-empty = Geef de plek een naam, met letters.

plek-place = Om welke buurt gaat het?
plek-place-name = Buurt
plek-change = Om welke plek gaat het?
plek-change-name = Op de lijst
plek-name = Hoe heet de plek? Bijvoorbeeld: “Buurthuis De Meevaart”.
plek-name-name = Naam
plek-address = Waar is dat? Bijvoorbeeld: “Balistraat 48”.
plek-address-name = Adres
plek-wheelchair = Kun je er met een rolstoel naar binnen?
plek-wheelchair-name = Met een rolstoel
plek-summary = Klopt dit?
plek-confirm = Zet op de lijst
