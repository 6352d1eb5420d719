# Days and times as Stoep says them back: 'Saturday 28 November, 14:30 to 16:00'.

reading-at = { $day }, { $from }
reading-from-to = { $day }, { $from } to { $to }
reading-until = { $day }, until { $to }
reading-days = { $day } to { $last }
reading-across = { $day }, { $from } to { $last }, { $to }
reading-and = { $first } and { $last }

# What comes back. The times stand before it.
reading-every-hour = { $n ->
    [1] every hour
   *[other] every { $n } hours
}
reading-every-day = { $n ->
    [1] every day
    [2] every other day
   *[other] every { $n } days
}
reading-every-week = { $n ->
    [1] every week
    [2] every other week
   *[other] every { $n } weeks
}
reading-every-week-on = { $n ->
    [1] every { $days }
    [2] every other week on { $days }
   *[other] every { $n } weeks on { $days }
}
reading-working-days = Monday to Friday
reading-every-month = { $n ->
    [1] every month
   *[other] every { $n } months
}
reading-every-month-on = every { $days } of the month
reading-every-month-day = every month on day { $day }
reading-every-month-last = every last day of the month
reading-every-year = every year
reading-nth = { $n ->
    [1] first { $weekday }
    [2] second { $weekday }
    [3] third { $weekday }
    [4] fourth { $weekday }
    [5] fifth { $weekday }
    [-1] last { $weekday }
   *[other] last { $weekday } but one
}
reading-repeat = { $rule }. The first time is { $first }.
reading-from = { $rule }, the first time { $first }
reading-count = { $rule }, { $n } times
reading-last = { $rule }, until { $last }
reading-except = { $rule }, not on { $days }

# What is said with it.
reading-other = Or: { $other }
reading-past = That is over.
reading-skipped = The clock goes forward that night. That time does not exist.
reading-twice = The clock goes back that night. That time comes twice.
reading-not-on = That day is not a { $weekday }.
reading-none = I read no day or time here.
reading-no-such-day = That day does not exist.
