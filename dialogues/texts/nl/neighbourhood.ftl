# De buurt: instellen, beheren, meedoen in de groep.

command-buurt = Je buurt en het team
command-buurt-help = je buurt en het team

# In de groep.
group-set-me-up = Hoi, ik ben Stoep: een computer die buren bij elkaar brengt. Degene die mij heeft toegevoegd, kan mij nu instellen.
group-is-set-up = Hoi, ik ben Stoep.
group-unset = Nog even geduld. Ik ben hier nog niet ingesteld.
group-not-allowed = Hoi, ik ben Stoep. Mijn beheerder moet mij eerst instellen. Tot die tijd zeg ik niets.
group-added-anonymously = Hoi, ik ben Stoep. Ik ben anoniem toegevoegd. Voeg mij opnieuw toe, onder je eigen naam.
group-hello =
    Stoep is er voor <b>{ $neighbourhood }</b>.

    Hulp nodig? Schrijf /vraag met wat je zoekt. Wil je een buur helpen? Doe mee.
group-join = Doe mee
group-which = Dit is de groep van <b>{ $neighbourhood }</b>. Het team heet { $team }.
group-cards-here = Zet vragen in dit onderwerp
group-cards-are-here = Vragen om hulp komen in dit onderwerp.
group-refuses =
    Ik mag nu niet schrijven in de groep { $group } van <b>{ $neighbourhood }</b>.

    Geef je mij dat recht weer? Wat wacht, plaats ik zodra het kan.
group-no-topic =
    In de groep { $group } van <b>{ $neighbourhood }</b> is het onderwerp weg waarin ik schreef. Ik schrijf nu in het algemene onderwerp.

    Wil je een ander onderwerp? Stuur daar /buurt.
group-lost =
    Ik ben niet meer in de groep { $group } van <b>{ $neighbourhood }</b>.

    Zet je mij terug? Dan kun je deze buurt weer kiezen.
joined = Je hoort nu bij { $neighbourhood }. Fijn!
joined-already = Je hoort al bij { $neighbourhood }.

# Wie mag instellen.
operator-welcome =
    Welkom! Je mag nu een buurt beginnen.

    Zet mij in de groep van je buurt. Daarna stel je mij hier in.
operator-welcome-waiting =
    Welkom! Je mag nu een buurt beginnen.

    Welke groep stellen we in?
setup-offer = Je hebt mij in de groep { $group } gezet. Zullen we de buurt instellen? Dat duurt twee minuten.
setup-begin = Instellen
setup-begin-in = { $group } instellen
setup-not-yours = Alleen degene die mij in de groep heeft gezet, kan die groep instellen.
setup-not-allowed =
    Je mag nog geen buurt beginnen.

    Vraag een code aan de organisatie die Stoep beheert.
setup-taken = Deze groep is al ingesteld. Kijk maar met /buurt.
setup-gone = Deze groep kan ik nu niet instellen. Zet mij er opnieuw in. Dan beginnen we.

# Het gesprek om in te stellen.
setup-group = Welke groep stellen we in?
setup-group-name = Groep
setup-where = Is dit een nieuwe buurt, of hoort de groep bij een buurt van jou?
setup-where-name = Welke buurt
setup-where-new = Een nieuwe buurt
setup-where-existing = Een buurt van mij
setup-existing = Bij welke buurt hoort deze groep?
setup-existing-name = Buurt van mij
setup-name =
    Hoe heet de buurt? Maak de zin af: “Ik woon in …”.

    Bijvoorbeeld: de Indische Buurt.
setup-name-name = Buurt
setup-team = Hoe heet het team dat bewoners helpt?
setup-team-name = Team
setup-team-wijkteam = Wijkteam
setup-team-buurtteam = Buurtteam
setup-team-sociaal = Sociaal team
setup-team-other = Anders
setup-team-words =
    Hoe heet het team? Maak de zin af: “Vraag het aan …”.

    Bijvoorbeeld: het sociaal team Oost. Of: Buurtzorg.
setup-team-words-name = Naam van het team
setup-moderator =
    Wie van het team doet mee?

    Bewoners kunnen om een gesprek vragen. Dat komt bij deze mensen terecht.
setup-moderator-name = Van het team
setup-moderator-other = Iemand anders. Die nodig ik uit
setup-moderator-nobody = Nog niemand
setup-announce = Wie mag activiteiten aankondigen?
setup-announce-name = Aankondigen
setup-announce-organisers = Alleen organisatoren
setup-announce-everyone = Iedere bewoner
setup-topic =
    In welk onderwerp van de groep komen hulpvragen?

    Je kunt het later veranderen. Schrijf dan /buurt in het goede onderwerp.
setup-topic-name = Onderwerp
setup-topic-general = Algemeen
setup-summary = Klopt dit?
setup-confirm = Ja, begin
setup-no-longer-yours = Je bent geen beheerder meer van die buurt. Kies een andere.
setup-done =
    Klaar! <b>{ $neighbourhood }</b> kan beginnen.

    Met deze link doen buren mee. Hang hem gerust op:
    { $link }
setup-joined =
    Klaar! De groep hoort nu bij <b>{ $neighbourhood }</b>.

    Met deze link doen buren mee:
    { $link }
setup-no-moderator =
    Er is nog niemand van { $team }. Bewoners kunnen hier dus nog met niemand in vertrouwen praten.
    Nodig dus snel iemand van het team uit.
team-usual = wijkteam
team-with-article = het { $team }

# /buurt
place-title = <b>{ $neighbourhood }</b>
place-team = Van { $team } doen mee: { $names }.
place-team-empty = Van { $team } doet nog niemand mee.
place-you-are-organiser = Je bent organisator.
place-you-are-moderator = Je hoort bij { $team }.
place-you-are-administrator = Je bent beheerder.
place-groups = Groepen: { $groups }
place-no-groups = Er hoort nu geen groep bij deze buurt. Zet mij in een groep om weer te beginnen.
place-join-link =
    Met deze link kunnen buren meedoen:
    { $link }
place-invite = Iemand uitnodigen
place-people = Wie doet wat?
place-settings = Instellingen
place-home = Naar de buurt
place-go-to = Naar { $neighbourhood }
place-not-yours = Dit kan alleen een beheerder van deze buurt.

# Uitnodigen.
invite-which = Waarvoor nodig je iemand uit in <b>{ $neighbourhood }</b>?
invite-organiser = Organisator
invite-moderator = Teamlid
invite-administrator = Beheerder
invitation-organiser =
    Stuur dit door aan de nieuwe organisator van { $neighbourhood }:
    { $link }

    De link werkt één keer, { $days } dagen lang.
invitation-moderator =
    Stuur dit door aan het nieuwe teamlid van { $neighbourhood }:
    { $link }

    De link werkt één keer, { $days } dagen lang.
invitation-administrator =
    Stuur dit door aan de nieuwe beheerder van { $neighbourhood }:
    { $link }

    De link werkt één keer, { $days } dagen lang.

# Wie doet wat, en iemand een rol afnemen.
people-title = Dit doen mensen in <b>{ $neighbourhood }</b>:
people-organiser = Organisator: { $names }
people-moderator = Teamlid: { $names }
people-administrator = Beheerder: { $names }
people-dismiss = { $name } stopt als { $role }
dismiss-sure = Wil je dat { $name } stopt als { $role }?
dismiss-yes = Ja, stoppen
dismiss-no = Nee, zo laten
dismiss-done = Dat is geregeld.
dismiss-already = Dat was al zo.
dismiss-last = Er moet één beheerder blijven. Nodig eerst een andere beheerder uit.
dismissed = Je bent geen { $role } meer in <b>{ $neighbourhood }</b>. Je hoort nog wel bij de buurt.

# Instellingen.
settings = <b>Instellingen van { $neighbourhood }</b>
settings-line-team = Team: { $team }
settings-line-language = Taal in de groep: { $language }
settings-name = Naam van de buurt
settings-team = Naam van het team
settings-language-nl = In de groep: Nederlands
settings-language-en = In de groep: English
rename-place = Om welke buurt gaat het?
rename-name = Hoe heet de buurt voortaan?
rename-team-place = Om welke buurt gaat het?
rename-team-name = Hoe heet het team voortaan?
settings-new-link = Nieuwe link
new-link-sure =
    Wil je een nieuwe link voor <b>{ $neighbourhood }</b>?

    De oude link en alle posters werken dan niet meer. Hang nieuwe posters op.
    Wie al meedoet, merkt er niets van.
new-link-yes = Ja, maak een nieuwe link
new-link-no = Toch niet
new-link-done =
    De oude link van <b>{ $neighbourhood }</b> werkt niet meer. Dit is de nieuwe:
    { $link }

    Nieuwe posters maak je met /uitnodigen.
settings-hours = Wanneer het team er is: { $words }
settings-hours-none = Wanneer het team er is: nog niet ingevuld
settings-hours-button = Wanneer het team er is
settings-place = Waar het team is: { $words }
settings-place-none = Waar het team is: nog niet ingevuld
settings-place-button = Waar het team is
settings-phone = Telefoon van het team: { $words }
settings-phone-none = Telefoon van het team: nog niet ingevuld
settings-phone-button = Telefoon
team-hours-place = Om welke buurt gaat het?
team-hours-name =
    Wanneer is het team er?

    Bijvoorbeeld: op werkdagen van 9 tot 12 uur.
team-place-place = Om welke buurt gaat het?
team-place-name =
    Waar kun je het team vinden?

    Bijvoorbeeld: in het buurthuis aan de Dorpsstraat.
team-phone-place = Om welke buurt gaat het?
team-phone-name =
    Op welk nummer kun je het team bellen?

    Bewoners lezen dit, ook als hier niemand van het team te bereiken is.
settings-doctor = Huisartsenpost: { $words }
settings-doctor-none = Huisartsenpost: nog niet ingevuld
settings-doctor-button = Huisartsenpost
settings-food = Voedselbank: { $words }
settings-food-none = Voedselbank: nog niet ingevuld
settings-food-button = Voedselbank
doctor-phone-place = Om welke buurt gaat het?
doctor-phone-name = Op welk nummer bel je hier de huisartsenpost?
food-phone-place = Om welke buurt gaat het?
food-phone-name =
    Op welk nummer bel je hier de voedselbank?

    Dit leest wie schrijft dat er geen eten is.
neighbourhood-name-empty = Geef een naam, met letters.

# Wie bij het team komt, wordt daar gekend.
moderator-not-yourself =
    Je kunt jezelf niet bij { $team } zetten. Stuur de link aan wie er wel bij hoort.
    Ben jij het zelf? Vraag dan een andere beheerder om je uit te nodigen.
moderator-needs-operator =
    Er is nog niemand van { $team } in <b>{ $neighbourhood }</b>. De eerste komt erbij met een code van wie Stoep hier beheert.
    Ik heb dat verteld aan wie je uitnodigde. Daarna werkt deze link.
moderator-needs-operator-maker =
    { $name } opende je uitnodiging voor { $team } in <b>{ $neighbourhood }</b>. Daar is nog niemand van { $team } die { $name } kent.

    Vraag wie Stoep hier beheert om een code (<b>stoep invite</b>), en open die. Daarna werkt je uitnodiging.
moderator-waits =
    Dank je. Iemand van { $team } in <b>{ $neighbourhood }</b> zegt nog of je erbij hoort. Ik heb het gevraagd.
    Je hoort het van mij.
moderator-vouch =
    { $by } nodigde { $name } uit voor { $team } in <b>{ $neighbourhood }</b>. Wie erbij hoort, leest wat bewoners in vertrouwen vertellen.

    Ken je { $name }?
moderator-vouch-yes = Ja, { $name } hoort bij ons
moderator-vouch-no = Nee
moderator-vouched = { $name } hoort nu bij het team in <b>{ $neighbourhood }</b>. { $by } heeft dat gezegd.
moderator-vouched-you = Goed. { $name } hoort nu bij het team in <b>{ $neighbourhood }</b>. Je collega’s weten het.
moderator-refused = { $name } komt niet bij het team in <b>{ $neighbourhood }</b>. { $by } kent { $name } niet.
moderator-refused-you = Goed. { $name } komt niet bij het team in <b>{ $neighbourhood }</b>. Je collega’s weten het.
dismiss-last-moderator-sure =
    Is { $name } geen teamlid meer? Dan is er niemand meer van { $team }.

    Bewoners kunnen dan met niemand in vertrouwen praten. Ik neem ook geen vraag aan die alleen voor { $team } is.
dismiss-last-moderator-yes = Ja, dat klopt
dismiss-last-moderator-no = Toch niet
group-elsewhere =
    De groep { $group } hoort nu bij een andere buurt in Stoep, niet meer bij <b>{ $neighbourhood }</b>.
    Klopt dat niet? Haal Stoep dan uit die groep.
