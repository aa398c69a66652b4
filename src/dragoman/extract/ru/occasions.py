"""When, where and how long the events of a sentence are held; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.ru.scene import Mention, Scene
from dragoman.model.statement import Status
from dragoman.text import dates
from dragoman.text.dates import Date

NEAR = 90  # code points between a verb of holding and a date or place that still belong together


@dataclass(frozen=True, slots=True)
class Holding:
    """What a language says of holding an event: the verbs, those of the future, and what stands before a place."""

    lang: str
    verb: re.Pattern[str]
    future: re.Pattern[str]
    at: re.Pattern[str]


def mark_dates(scene: Scene) -> None:
    """Add the dates of a sentence as mentions."""
    found = dates.find(scene.text, scene.sentence.lang, ref=scene.released)
    scene.add([Mention("DATE", scene.start + d.start, scene.start + d.end, d.text, None, d, False) for d in found])


def subject(scene: Scene, at: int) -> Ref | None:
    """The event words at an offset are about: the nearest of the sentence, before rather than behind, or the known one."""
    events = [m for m in scene.mentions if m.kind == "EVENT" and m.ref]
    if not events:
        return scene.memory.event or scene.memory.series
    before = [m for m in events if m.end - scene.start <= at]
    return (before[-1] if before else events[0]).ref


def held(scene: Scene, words: Holding) -> Iterator[Draft]:
    """Dates, durations, rhythm and place of the events that a sentence says are held."""
    verbs = list(words.verb.finditer(scene.marked))
    named = any(m.kind == "EVENT" and m.shown for m in scene.mentions)
    if not verbs and not named:
        return
    for mention in scene.mentions:
        start, end = mention.start - scene.start, mention.end - scene.start
        verb = _nearest(verbs, start, end)
        if mention.kind == "DATE" and (verb or (named and _touches(scene, start))):
            yield from _dated(scene, mention, verb, words)
        elif mention.kind in ("LOC", "ORG") and verb and words.at.search(scene.marked, 0, start):
            yield from _placed(scene, mention, verb, words)


def _touches(scene: Scene, at: int) -> bool:
    """Whether a date stands beside the name of an event."""
    return any(m.kind == "EVENT" and abs(m.end - scene.start - at) <= 4 for m in scene.mentions)


def _nearest(verbs: list[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    close = [v for v in verbs if max(v.start() - end, start - v.end()) <= NEAR]
    return min(close, key=lambda v: max(v.start() - end, start - v.end()), default=None)


def _dated(scene: Scene, mention: Mention, verb: re.Match[str] | None, words: Holding) -> Iterator[Draft]:
    date: Date = mention.value
    start, end = mention.start - scene.start, mention.end - scene.start
    about = subject(scene, verb.start() if verb else start)
    claims = told(date, Status.PLANNED if verb and words.future.search(verb[0]) else Status.NONE)
    if about is None or not claims:
        return
    near = verb is not None and max(verb.start() - end, start - verb.end()) <= 40
    a, b = (min(start, verb.start()), max(end, verb.end())) if verb and near else (start, end)
    yield scene.draft(about, a, b, f"{words.lang}-held-when", 0.91 if verb else 0.85, *claims)


def told(date: Date, status: Status = Status.NONE) -> list[Claim]:
    """What a date says of an event; times of day, open ends and mere references to a year ago say nothing."""
    if date.kind == "duration":
        return [Claim("duration", date.text, date.iso)] if date.unit in ("day", "week", "month", "hour") else []
    if date.kind == "set":
        return [Claim("frequency", date.text, date.iso)]
    claims = []
    if date.first and not date.first.startswith("--"):
        claims.append(Claim("startDate", date.first, date.text, inferred=date.inferred, status=status))
    elif date.first:
        claims.append(Claim("date", date.text, status=status))
    if date.last and date.last != date.first and not date.last.startswith("--"):
        claims.append(Claim("endDate", date.last, date.text, inferred=date.inferred, status=status))
    return claims


def _placed(scene: Scene, mention: Mention, verb: re.Match[str], words: Holding) -> Iterator[Draft]:
    start, end = mention.start - scene.start, mention.end - scene.start
    about = subject(scene, verb.start())
    if about is None or mention.ref is None or mention.ref.schema == "Person":
        return
    lead = words.at.search(scene.marked, 0, start)
    assert lead is not None  # noqa: S101 (asked by held)
    near = max(verb.start() - end, start - verb.end()) <= 40
    a, b = (min(lead.start(), verb.start()), max(end, verb.end())) if near else (lead.start(), end)
    claim = Claim("location", mention.ref, mention.text) if mention.kind == "LOC" else Claim("venue", mention.text)
    yield scene.draft(about, a, b, f"{words.lang}-held-where", 0.9, claim)


def remember(scene: Scene) -> None:
    """Keep the event the text is about: its first edition, else its first expo, else its first named event."""
    for mention in scene.mentions:
        if mention.kind != "EVENT" or not mention.shown or mention.ref is None:
            continue
        if mention.ref.schema == "Edition" and (scene.memory.event is None or scene.memory.event.schema != "Edition"):
            scene.memory.event = mention.ref
        if scene.memory.series is None and mention.ref.schema in ("Expo", "Edition", "Forum", "Contest"):
            scene.memory.series = mention.ref
