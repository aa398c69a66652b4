"""A programme, or the itinerary of a visit, as iCalendar (RFC 5545).

Ids are stable and zones have their own rules, so that calendars update instead of doubling.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.base.errors import UnknownName
from dragoman.report.papers.content import Entry, Programme, Text, VisitReport
from dragoman.report.papers.flow import Writing
from dragoman.report.papers.programme import contents

LINE_BYTES = 75  # RFC 5545, 3.1: a longer line is folded
PRODUCT = "-//Dragoman//Programme//EN"
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def icalendar(plan: Programme, lang: str = "en", *, made: datetime | None = None) -> str:
    """The programme as an iCalendar file with CRLF line ends, in one language.

    `made` is the time stamp of every item (aware, or taken as UTC); without it, the start of the first item, so that the
    same programme gives the same file. The version of the programme is the items' SEQUENCE. Raises `UnknownName` for an
    unknown zone.
    """
    try:
        zone = ZoneInfo(plan.zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise UnknownName(f"there is no time zone {plan.zone!r}", do="use a name such as Asia/Shanghai") from None
    pen = Writing(lang)
    entries = sorted(plan.entries, key=lambda e: (e.start, e.end, e.key))
    stamp = _utc(made or (entries[0].start if entries else datetime(2000, 1, 1)))
    name = _text(pen.plain(plan.edition))
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"NAME:{name}", f"X-WR-CALNAME:{name}", f"X-WR-TIMEZONE:{plan.zone}",
    ]  # fmt: skip
    if entries:
        lines += _zone(plan.zone, zone, entries[0].start.date(), max(e.end for e in entries).date())
    for entry in entries:
        lines += _event(pen, plan, entry, stamp)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def itinerary(visit: VisitReport, keys: Iterable[str], lang: str = "en") -> str:
    """The stops of a visit that have a day, as an iCalendar file; `keys` are the stops' ids, in their order.

    Hours are those of the place visited, whatever zone the reader's calendar is in; a stop without an hour lasts the day.
    """
    pen = Writing(lang)
    dated = [(key, stop, stop.start) for key, stop in zip(keys, visit.stops, strict=True) if stop.start]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"{prop}:{_text(pen.plain(visit.title))}" for prop in ("NAME", "X-WR-CALNAME")]
    for key, stop, start in dated:
        lines += ["BEGIN:VEVENT", f"UID:{key}@dragoman", f"DTSTAMP:{_utc(start)}"]
        lines.append(f"DTSTART:{start:%Y%m%dT%H%M%S}" if start.time() != time() else f"DTSTART;VALUE=DATE:{start:%Y%m%d}")
        lines += [*_worded(pen, "SUMMARY", stop.title), *_worded(pen, "LOCATION", stop.place)]
        if stop.hosts:
            lines.append(f"DESCRIPTION:{_text(pen.words('paper.comma').join(pen.plain(h.name) for h in stop.hosts))}")
        lines.append("END:VEVENT")
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def uid(plan: Programme, entry: Entry) -> str:
    """The item's id: the same whenever its key and the edition's are, wherever the calendar is made."""
    named = {"": plan.edition} if isinstance(plan.edition, str) else plan.edition
    edition = plan.key or named.get("en") or next(iter(named.values()), "")
    digest = hashlib.sha256(f"{edition}\n{entry.key}".encode())
    return f"{digest.hexdigest()[:32]}@dragoman"


def _event(pen: Writing, plan: Programme, entry: Entry, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(plan, entry)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{plan.version}"
    yield f"DTSTART;TZID={plan.zone}:{entry.start:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={plan.zone}:{entry.end:%Y%m%dT%H%M%S}"
    yield from _worded(pen, "SUMMARY", entry.title)
    yield from _worded(pen, "LOCATION", entry.place)
    people = pen.words("paper.comma").join(pen.plain(s) for s in entry.speakers)
    told = [people, *(_listed(pen, key, texts) for key, texts in contents(entry))]
    if any(told):
        yield "DESCRIPTION:" + _text("\n".join(t for t in told if t))
    if entry.kind:
        yield f"CATEGORIES:{_text(pen.words.choice('paper.kind', entry.kind))}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _listed(pen: Writing, key: str, texts: tuple[Text, ...]) -> str:
    said = pen.words("paper.semicolon").join(pen.plain(t) for t in texts if t)
    return f"{pen.words(key)}{pen.words('paper.colon')}{said}" if said else ""


def _worded(pen: Writing, name: str, text: Text) -> Iterator[str]:
    words, lang = pen.pick(text)
    if words:
        yield f"{name};LANGUAGE={lang}:{_text(words)}"


def _text(text: str) -> str:
    out = UNWRITABLE.sub("", text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return out.replace("\r\n", "\n").replace("\n", "\\n")


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC) if moment.tzinfo else moment:%Y%m%dT%H%M%SZ}"


def _zone(name: str, zone: ZoneInfo, first: date, last: date) -> list[str]:
    """The zone's offset on the first day and each change until the last, as observances without rules."""
    start = datetime(first.year, 1, 1)
    out = ["BEGIN:VTIMEZONE", f"TZID:{name}", *_observance(zone, start, start - timedelta(days=1))]
    day = start
    while day.date() <= last:
        following = day + timedelta(days=1)
        if _offset(zone, day) != _offset(zone, following):
            out += _observance(zone, _change(zone, day, following), day)
        day = following
    return [*out, "END:VTIMEZONE"]


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The wall-clock time at which the offset changes between two days, to the minute, in the offset that ends."""
    old = _offset(zone, before)
    low, high = before - old, after - old
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        changed = middle.replace(tzinfo=UTC).astimezone(zone).utcoffset() != old
        low, high = (low, middle) if changed else (middle, high)
    return high + old


def _observance(zone: ZoneInfo, start: datetime, before: datetime) -> list[str]:
    later = start + timedelta(hours=6)
    kind = "DAYLIGHT" if later.replace(tzinfo=zone).dst() else "STANDARD"
    return [
        f"BEGIN:{kind}", f"DTSTART:{start:%Y%m%dT%H%M%S}", f"TZOFFSETFROM:{_signed(_offset(zone, before))}",
        f"TZOFFSETTO:{_signed(_offset(zone, later))}", f"TZNAME:{later.replace(tzinfo=zone).tzname()}", f"END:{kind}",
    ]  # fmt: skip


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.replace(tzinfo=zone).utcoffset() or timedelta()


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never through a character."""
    out, room = [], LINE_BYTES
    piece = ""
    for sign in line:
        size = len(sign.encode("utf-8"))
        if size > room:
            out.append(piece)
            piece, room = " ", LINE_BYTES - 1
        piece, room = piece + sign, room - size
    return "\r\n".join([*out, piece]) + "\r\n"
