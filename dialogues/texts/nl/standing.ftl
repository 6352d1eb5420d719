# Hoe iemand in een buurt staat: eruit gegaan, eruit gezet, even niet schrijven, niet helpen.

# ── De laatste groep uit ──
group-left-ask =
    Je bent niet meer in de groep van <b>{ $neighbourhood }</b>. Doe je nog mee met Stoep?

    Zolang je niets zegt, kun je hier niets vragen en niemand helpen.
group-left-stay = Ja, ik doe nog mee
group-left-leave = Nee, ik doe niet meer mee
group-left-stays = Fijn! Je doet nog mee in <b>{ $neighbourhood }</b>. Waarmee kan ik je helpen?
group-left-out =
    Je bent niet meer in de groep van <b>{ $neighbourhood }</b>. Daarom doe je ook niet meer mee met Stoep.
    Wat je daar open had, heb ik gestopt.

    Wil je terug? Kom dan weer in de groep.
setting-leavers-on = Wie uit de groep gaat, doet ook niet meer mee met Stoep.
setting-leavers-off = Wie uit de groep gaat, krijgt van mij de vraag: doe je nog mee?
setting-leavers-turn-on = Uit de groep is ook uit Stoep
setting-leavers-turn-off = Vraag eerst: doe je nog mee?

# ── Zelf weggaan ──
leave-button = Ik doe niet meer mee in { $neighbourhood }
leave-sure =
    Wil je niet meer meedoen in <b>{ $neighbourhood }</b>?

    Dan stop ik wat je daar open hebt: je vragen, je hulp en je aanmeldingen.
    Wie op je rekent, hoort dat van mij.
leave-yes = Ja, ik doe niet meer mee
leave-no = Ik blijf
leave-last-moderator-sure =
    Wil je niet meer meedoen in <b>{ $neighbourhood }</b>? Jij bent de laatste van { $team }.

    Ga je weg? Dan kan een bewoner hier met niemand meer in vertrouwen praten.
    Ik stop wat je daar open hebt. Wie op je rekent, hoort dat van mij.
leave-last-moderator-yes = Ja, ik doe niet meer mee
leave-last-moderator-no = Ik blijf
leave-last-administrator = Je bent de enige beheerder. Nodig eerst een andere beheerder uit, met /buurt.
leave-done =
    Goed, je doet niet meer mee in <b>{ $neighbourhood }</b>. Wat je daar open had, heb ik gestopt.

    Wil je terug? Open dan de link van de buurt, of tik op <b>Doe mee</b> in de groep.

# ── Wat iemand leest die iets even niet mag ──
standing-muted =
    Je kunt in { $neighbourhood } even niets schrijven en niet helpen, tot { $day }. Dat heeft { $team } besloten.

    Praten met iemand van het team kan wel.
standing-no-help =
    Je kunt in { $neighbourhood } nu niet helpen. Dat heeft { $team } besloten.

    Wil je weten waarom? Praat dan met iemand.
standing-out = Je doet niet meer mee in <b>{ $neighbourhood }</b>. Dat heeft { $team } besloten.
standing-out-of-group = Een beheerder heeft je uit de groep van <b>{ $neighbourhood }</b> gezet. Daarom doe je ook niet meer mee met Stoep.
standing-asked =
    Je bent niet meer in de groep van <b>{ $neighbourhood }</b>. Doe je nog mee met Stoep?

    Zo ja, tik dan hier: <a href="{ $link }">ik doe nog mee</a>.
standing-asked-alert = Je bent niet meer in de groep. Doe je nog mee? Zeg het eerst in mijn vraag daarover.
standing-out-until = Je doet in <b>{ $neighbourhood }</b> even niet mee, tot { $day }. Dat heeft { $team } besloten.
standing-out-alert = Je doet hier nu niet mee. Ik leg het uit in je privéchat.
standing-out-group = Open Stoep, dan leg ik het je uit.
standing-object-phone = Klopt het niet? Bel { $team }: { $phone }
standing-object-names = Klopt het niet? Zeg het dan tegen { $names }.

# ── Wat een teamlid over een buur kan beslissen ──
moderation-list-button = Alle buren
moderation-list = Dit zijn de buren in <b>{ $neighbourhood }</b>. Tik op een naam voor meer.
moderation-list-none = In <b>{ $neighbourhood }</b> doet nog niemand anders mee.
moderation-button = Beslis over { $name }
moderation-person = <b>{ $name }</b> in { $neighbourhood }
moderation-of-team = Deze buur hoort bij het team of is beheerder. Die rol gaat er eerst af: dat doet een beheerder.
moderation-is-out = Doet niet meer mee.
moderation-is-out-until = Doet niet mee tot { $day }.
moderation-is-muted = Schrijft even niet.
moderation-is-muted-until = Schrijft niet tot { $day }.
moderation-is-no-help = Helpt niet meer.
moderation-is-no-help-until = Helpt niet tot { $day }.
moderation-why-unkind = Reden: onaardig of grof
moderation-why-unsafe = Reden: niet veilig voor anderen
moderation-why-fraud = Reden: oplichting of reclame
moderation-why-agreements = Reden: doet vaak niet wat is afgesproken
moderation-reason-unkind = Onaardig of grof
moderation-reason-unsafe = Niet veilig voor anderen
moderation-reason-fraud = Oplichting of reclame
moderation-reason-agreements = Doet vaak niet wat is afgesproken
moderation-mute = Even niet schrijven (een week)
moderation-no-help = Niet meer laten helpen
moderation-put-out = Zet { $name } uit de buurt
moderation-out = Vier weken
moderation-out-for-good = Voorgoed, samen met een collega
moderation-undo-muted = Mag weer schrijven
moderation-undo-no-help = Mag weer helpen
moderation-undo-out = Mag weer meedoen
moderation-undo-left = Is zelf weggegaan
moderation-how-long = Hoe lang doet { $name } niet mee?
moderation-which-reason = Waarom? { $name } krijgt dit te lezen.
moderation-not = Toch niet
moderation-yes = Ja, doe dat
moderation-done = Gedaan. Ik heb het verteld en opgeschreven.
moderation-mute-sure =
    { $name } kan een week niets plaatsen en niet helpen. Praten met het team kan wel.

    { $why }. { $name } leest dit, en waar je kunt zeggen dat het niet klopt.
moderation-no-help-sure =
    { $name } kan niet meer helpen, tot jij of een collega dat verandert. Wie op { $name } rekent, hoort dat de hulp niet doorgaat.

    { $why }. { $name } leest dit, en waar je kunt zeggen dat het niet klopt.
moderation-out-sure =
    { $name } doet vier weken niet mee en ziet hier niets meer. Wat { $name } open had, stopt. Wie erop rekent, hoort dat.
    Uit de Telegram-groep haal je { $name } zelf.

    { $why }. { $name } leest dit, en waar je kunt zeggen dat het niet klopt.
moderation-out-for-good-sure =
    Voorgoed kan alleen met twee. Ik vraag het aan je collega’s. Tot een van hen ja zegt, verandert er niets.
    Uit de Telegram-groep haal je { $name } zelf.

    { $why }. { $name } leest dit, en waar je kunt zeggen dat het niet klopt.
moderation-mute-told =
    Je kunt in <b>{ $neighbourhood }</b> niets schrijven en niet helpen, tot { $day }. Dat heeft { $team } besloten.
    { $why }.

    Praten met het team kan wel, met /wijkteam.
moderation-no-help-told =
    Je kunt in <b>{ $neighbourhood }</b> niet meer helpen. Dat heeft { $team } besloten.
    { $why }.

    Wie op je rekende, weet dat je niet komt.
moderation-out-told =
    Je doet in <b>{ $neighbourhood }</b> niet mee, tot { $day }. Dat heeft { $team } besloten.
    { $why }.

    Wat je daar open had, heb ik gestopt. Wie op je rekende, weet dat.
moderation-out-for-good-told =
    Je doet niet meer mee in <b>{ $neighbourhood }</b>. Dat hebben twee mensen van { $team } besloten.
    { $why }.

    Wat je daar open had, heb ik gestopt. Wie op je rekende, weet dat.
moderation-undo-muted-told = Je kunt weer schrijven in <b>{ $neighbourhood }</b>.
moderation-undo-no-help-told = Je kunt weer helpen in <b>{ $neighbourhood }</b>.
moderation-undo-out-told = Je kunt weer meedoen in <b>{ $neighbourhood }</b>.
moderation-no-second = Voorgoed kan alleen met twee. Er is nu geen collega die ik kan vragen. Vier weken kan wel.
moderation-proposed = Ik vraag het aan je collega’s.
moderation-proposed-already = Dit is al gevraagd. Het wacht op een collega.
moderation-second =
    { $by } wil { $name } voorgoed uit <b>{ $neighbourhood }</b> zetten.
    { $why }.

    Ben je het ermee eens?
moderation-second-yes = Ja, zet { $name } eruit
moderation-second-no = Nee
moderation-second-yourself = Jij vroeg dit zelf. Een collega moet het ook vinden.
moderation-second-agreed = { $by } is het met je eens. { $name } doet niet meer mee in <b>{ $neighbourhood }</b>.
moderation-second-agreed-you = Goed. { $name } doet niet meer mee in <b>{ $neighbourhood }</b>. Ik heb het verteld en opgeschreven.
moderation-second-refused = { $by } is het niet met je eens. Aan { $name } in <b>{ $neighbourhood }</b> verandert niets.
moderation-second-refused-you = Goed, aan { $name } in <b>{ $neighbourhood }</b> verandert niets.

# Zijn bericht over een activiteit.
standing-activity-over = Je komt niet naar “{ $title }”: je doet niet meer mee in { $neighbourhood }.
