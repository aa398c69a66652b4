"""The programme of an edition: day by day, each item in the reader's language first and in its others below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from dragoman.report.papers.content import Entry, Programme, Text
from dragoman.report.papers.flow import Heading, Line, Paper, Run, Writing

HEADS = ("paper.programme.time", "paper.programme.what")
WIDTHS = (1.4, 7.6)
LONG_DAY = 120  # items; about five pages: more are set by the hour


def programme(plan: Programme, lang: str = "en", also: Iterable[str] = ()) -> Paper:
    """The programme in one language; titles are given in the languages of `also` too, where they are known.

    Raises `UnknownName` for a language without messages.
    """
    pen = Writing(lang)
    further = tuple(a for a in also if a != lang)
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in sorted(plan.entries, key=lambda e: (e.start, e.end, pen.plain(e.place), e.key)):
        by_day[entry.start.date()].append(entry)
    for day, entries in by_day.items():
        pen.blocks.append(Heading(1, _day_head(pen, day, plan.days.get(day, ""))))
        for hour, items in _by_hour(entries):
            if hour is not None:
                pen.blocks.append(Heading(2, (Run(f"{pen.days.weekday(day)}, {hour:02}:00", lang),)))
            pen.grid(HEADS, [_row(pen, e, further) for e in items], WIDTHS, "agenda")
    number = pen.words("paper.programme.items", number=pen.words.number(len(plan.entries)))
    dates = pen.days.span(min(by_day), max(by_day)) if by_day else ""
    zone = pen.words("paper.programme.zone", zone=plan.zone) if plan.zone else ""
    version = pen.words("paper.programme.version", number=plan.version) if plan.version else ""
    parts = [pen.line(plan.place), *(pen.line({lang: told}) for told in (dates, number, version, zone))]
    return pen.paper("programme", plan.edition, pen.joined([p for p in parts if p], "paper.dot"))


def _by_hour(entries: list[Entry]) -> Iterable[tuple[int | None, list[Entry]]]:
    """The items of a day in one piece, or by the hour they start where there are too many to find one's way."""
    if len(entries) <= LONG_DAY:
        return [(None, entries)]
    return [(hour, list(items)) for hour, items in groupby(entries, key=lambda e: e.start.hour)]


def _day_head(pen: Writing, day: date, title: Text) -> Line:
    return pen.joined([(Run(pen.days.weekday(day), pen.lang),), pen.line(title)], "paper.dot")


def _row(pen: Writing, entry: Entry, also: tuple[str, ...]) -> tuple[tuple[Line, ...], ...]:
    time = (Run(pen.days.hours(entry.start, entry.end), pen.lang),)
    cancelled = (Run(pen.words("paper.programme.cancelled"), pen.lang, "bold"),) if entry.cancelled else ()
    called = pen.words.choice("paper.kind", entry.kind) if entry.kind else ""
    kind = pen.line({pen.lang: called}) if called and called != pen.plain(entry.title) else ()
    people = pen.joined([pen.line(s) for s in entry.speakers])
    where = pen.joined([part for part in (cancelled, pen.line(entry.place), kind, people) if part], "paper.dot")
    what = [pen.line(entry.title, "bold", entry.sources), *_others(pen, entry.title, also), where, *_contents(pen, entry)]
    return (time,), tuple(w for w in what if w)


def _contents(pen: Writing, entry: Entry) -> list[Line]:
    """The theme of an item, the projects released there and its results, each after its label."""
    told = [
        (pen.words(key), pen.joined([pen.line(t) for t in texts if t], "paper.semicolon")) for key, texts in contents(entry)
    ]
    colon = pen.words("paper.colon")
    return [(Run(f"{label}{colon}", pen.lang, "soft"), *line) for label, line in told if line]


def contents(entry: Entry) -> tuple[tuple[str, tuple[Text, ...]], ...]:
    """What an item holds, under the messages that label it."""
    return (
        ("paper.programme.theme", (entry.theme,)), ("paper.programme.projects", entry.projects),
        ("paper.programme.result", entry.results),
    )  # fmt: skip


def _others(pen: Writing, title: Text, also: tuple[str, ...]) -> list[Line]:
    shown = pen.pick(title)[1]
    if isinstance(title, str):
        return []
    return [pen.line({a: title[a]}, "soft") for a in also if title.get(a) and a != shown]
