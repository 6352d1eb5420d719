"""Reads iCalendar files with Python's `icalendar`, and more strictly than any calendar would: a parser that shares nothing
with ours says what stands in them. `tests/ics.rs` starts it; `.ci/run` sets it up.

    ics_reader.py FILE...

prints a JSON object, FILE -> {name, method, events}; times in it are seconds since 1970. Where something is wrong it says what
and where, and exits with 1.
"""

import datetime
import json
import re
import sys

from icalendar import Calendar

ONCE = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "SUMMARY")
AT_MOST_ONCE = ("LOCATION", "DESCRIPTION", "URL", "RECURRENCE-ID", "DURATION", "ORGANIZER", "RRULE")
TIMES = ("DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND")


class Wrong(Exception):
    """What is wrong with a file."""


def lines(data):
    """The file as RFC 5545 cuts it (3.1): into lines that end with CRLF, of 75 octets at most."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Wrong(f"no UTF-8: {error}") from error
    if re.search(rb"(?<!\r)\n", data):
        raise Wrong("a line ends with a bare LF")
    if re.search(rb"\r(?!\n)", data):
        raise Wrong("a CR ends no line")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data):
        raise Wrong("a control character")
    if not data.endswith(b"\r\n"):
        raise Wrong("the last line has no end")
    for number, line in enumerate(data[:-2].split(b"\r\n"), 1):
        if len(line) > 75:
            raise Wrong(f"line {number} has {len(line)} octets")
        if not line:
            raise Wrong(f"line {number} is empty")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Wrong(f"line {number} cuts a character") from error


def names(data):
    """Each line, unfolded, begins with a property's name; the parser takes other signs in it too."""
    for line in re.sub(rb"\r\n[ \t]", b"", data).split(b"\r\n")[:-1]:
        if not re.match(rb"[A-Z0-9-]+[:;]", line):
            raise Wrong(f"no property: {line[:40]!r}")


def seconds(event, name):
    """A time in UTC."""
    prop = event[name]
    value = prop.dt
    if not isinstance(value, datetime.datetime):
        raise Wrong(f"{name} is a day without a time")
    if "TZID" in prop.params or value.utcoffset() is None:
        raise Wrong(f"{name} is a floating or a local time")
    if value.utcoffset() != datetime.timedelta(0):
        raise Wrong(f"{name} is not in UTC")
    return int(value.timestamp())


def text(event, name):
    return str(event[name]) if name in event else None


def read_event(event):
    """One VEVENT, with every property that must be there, and none twice."""
    for name in ONCE:
        if name not in event:
            raise Wrong(f"{name} is missing")
    for name in ONCE + AT_MOST_ONCE:
        if isinstance(event.get(name), list):
            raise Wrong(f"{name} is there twice")
    if not str(event["UID"]).strip():
        raise Wrong("UID is empty")
    if event["STATUS"] not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
        raise Wrong(f"STATUS {event['STATUS']}")
    if int(event["SEQUENCE"]) < 0:
        raise Wrong("SEQUENCE is negative")
    stamp, modified, start, end = (seconds(event, name) for name in TIMES)
    if end <= start:
        raise Wrong("it ends before it begins")
    url = text(event, "URL")
    if url is not None and not re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", url):
        raise Wrong(f"URL {url}")
    return {
        "uid": str(event["UID"]),
        "recurrence": event["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in event else None,
        "sequence": int(event["SEQUENCE"]),
        "stamp": stamp,
        "modified": modified,
        "start": start,
        "end": end,
        "status": str(event["STATUS"]),
        "title": str(event["SUMMARY"]),
        "place": text(event, "LOCATION"),
        "description": text(event, "DESCRIPTION"),
        "url": url,
    }


def read(path):
    """One file with one VCALENDAR."""
    with open(path, "rb") as file:
        data = file.read()
    lines(data)
    names(data)
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError) as error:
        raise Wrong(f"can't be parsed: {error}") from error
    if len(calendars) != 1 or calendars[0].name != "VCALENDAR":
        raise Wrong("not one VCALENDAR")
    calendar = calendars[0]
    broken = [error for component in calendar.walk() for error in component.errors]
    if broken:
        raise Wrong(f"can't be parsed: {broken[0]}")
    # The parser also takes a file that stops in the middle.
    for kind in ("VCALENDAR", "VEVENT"):
        begins, ends = (len(re.findall(rf"(?m)^{word}:{kind}\r$".encode(), data)) for word in ("BEGIN", "END"))
        if begins != ends:
            raise Wrong(f"{begins} {kind} begin and {ends} end")
    if calendar.get("VERSION") != "2.0" or not calendar.get("PRODID"):
        raise Wrong("VERSION 2.0 or PRODID is missing")
    if calendar.get("CALSCALE", "GREGORIAN") != "GREGORIAN":
        raise Wrong("not the Gregorian calendar")
    events = []
    for number, event in enumerate(calendar.subcomponents, 1):
        try:
            if event.name != "VEVENT":
                raise Wrong(f"a {event.name}")
            events.append(read_event(event))
        except Wrong as wrong:
            raise Wrong(f"entry {number}: {wrong}") from wrong
    if not events:
        raise Wrong("nothing is in it")
    uids = [(event["uid"], event["recurrence"]) for event in events]
    for uid in uids:
        if uids.count(uid) > 1:
            raise Wrong(f"{uid[0]} is there twice")
    name = text(calendar, "X-WR-CALNAME")
    # It is text (RFC 5545, 3.8.8.2), but the parser knows no property that begins with X.
    name = name and re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], name)
    return {"name": name, "method": text(calendar, "METHOD"), "events": events}


def main(paths):
    found = {}
    for path in paths:
        try:
            found[path] = read(path)
        except Wrong as wrong:
            print(f"{path}: {wrong}", file=sys.stderr)
            return 1
    json.dump(found, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
