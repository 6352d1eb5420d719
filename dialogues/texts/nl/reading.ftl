# Dagen en tijden zoals Stoep ze teruglegt: 'zaterdag 28 november van 14:30 tot 16:00 uur'.

reading-at = { $day } om { $from } uur
reading-from-to = { $day } van { $from } tot { $to } uur
reading-until = { $day } tot { $to } uur
reading-days = { $day } tot en met { $last }
reading-across = { $day } om { $from } uur tot { $last } om { $to } uur
reading-and = { $first } en { $last }

# Wat terugkomt. De tijden staan ervoor.
reading-every-hour = { $n ->
    [1] elk uur
   *[other] elke { $n } uur
}
reading-every-day = { $n ->
    [1] elke dag
    [2] om de dag
   *[other] elke { $n } dagen
}
reading-every-week = { $n ->
    [1] elke week
    [2] om de week
   *[other] elke { $n } weken
}
reading-every-week-on = { $n ->
    [1] elke { $days }
    [2] om de week op { $days }
   *[other] elke { $n } weken op { $days }
}
reading-working-days = van maandag tot en met vrijdag
reading-every-month = { $n ->
    [1] elke maand
   *[other] elke { $n } maanden
}
reading-every-month-on = elke { $days } van de maand
reading-every-month-day = elke maand op de { $day }e
reading-every-month-last = elke laatste dag van de maand
reading-every-year = elk jaar
reading-nth = { $n ->
    [1] eerste { $weekday }
    [2] tweede { $weekday }
    [3] derde { $weekday }
    [4] vierde { $weekday }
    [5] vijfde { $weekday }
    [-1] laatste { $weekday }
   *[other] voorlaatste { $weekday }
}
reading-repeat = { $rule }. De eerste keer is { $first }.
reading-from = { $rule }, de eerste keer { $first }
reading-count = { $rule }, { $n } keer
reading-last = { $rule }, tot en met { $last }
reading-except = { $rule }, niet op { $days }

# Wat erbij gezegd wordt.
reading-other = Of: { $other }
reading-past = Dat is al geweest.
reading-skipped = Die nacht gaat de klok een uur vooruit. Die tijd is er dan niet.
reading-twice = Die nacht gaat de klok een uur terug. Die tijd komt dan twee keer.
reading-not-on = Die dag is geen { $weekday }.
reading-none = Ik lees hier geen dag of tijd.
reading-no-such-day = Die dag bestaat niet.
