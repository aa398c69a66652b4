"""When, where and how long the events of a sentence are held; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.scene import Mention, Scene
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
    strong: re.Pattern[str]  # verbs that speak of nothing but events


DATELINE = re.compile(r"[电讯]")  # behind the day of a dispatch, which is no date of an event


def mark_dates(scene: Scene) -> None:
    """Add the dates of a sentence as mentions."""
    found = dates.find(scene.text, scene.sentence.lang, ref=scene.released)
    told_of = [d for d in found if not DATELINE.match(scene.text, d.end)]
    scene.add([Mention("DATE", scene.start + d.start, scene.start + d.end, d.text, None, d, False) for d in told_of])


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
    if not any(m.kind == "EVENT" for m in scene.mentions):
        verbs = [v for v in verbs if words.strong.match(v[0])]
    if not verbs and not named:
        yield from _heading(scene, words)
        return
    for mention in scene.mentions:
        start, end = mention.start - scene.start, mention.end - scene.start
        verb = _nearest(verbs, start, end)
        if mention.kind == "DATE" and (verb or (named and _touches(scene, start))):
            yield from _dated(scene, mention, verb, words)
        elif mention.kind in ("LOC", "ORG") and verb and words.at.search(scene.marked, 0, start):
            yield from _placed(scene, mention, verb, words)


def _innermost(scene: Scene, mention: Mention) -> Mention:
    """The place that follows within a place at once, as Chinese writes addresses: 四川绵阳."""
    inner = next((m for m in scene.mentions if m.kind == mention.kind == "LOC" and m.ref and m.start == mention.end), None)
    return _innermost(scene, inner) if inner else mention


def _touches(scene: Scene, at: int) -> bool:
    """Whether a date stands beside the name of an event."""
    for m in scene.mentions:
        a, b = m.start - scene.start, m.end - scene.start
        between = scene.marked[b:at] if b <= at else scene.marked[_end(scene, at) : a]
        if m.kind == "EVENT" and BETWEEN.fullmatch(between):
            return True
    return False


BETWEEN = re.compile(r"[\d\s:.,，、；()（）—–-]{0,24}|[^.;。；]{0,3}")
FURNITURE = re.compile(r"发布|来源|记者|作者|日期|浏览|Источник|Опублик|Фото|Автор")
HEADING = 140  # code points: a line under a title that gives place and days


def _end(scene: Scene, at: int) -> int:
    return next((m.end - scene.start for m in scene.mentions if m.start - scene.start == at), at)


def _heading(scene: Scene, words: Holding) -> Iterator[Draft]:
    """Place and days in a line of their own, right behind the title that names the event."""
    about = scene.memory.title
    whole_days = [
        m for m in scene.mentions if m.kind == "DATE" and m.value.kind in ("date", "range") and len(m.value.first) == 10
    ]
    places = [m for m in scene.mentions if m.kind in ("LOC", "ORG")]
    if about is None or FURNITURE.search(scene.text) or len(scene.text) > HEADING or not whole_days or not places:
        return
    for m in whole_days:
        yield scene.draft(about, m.start - scene.start, m.end - scene.start, f"{words.lang}-heading-when", 0.9, *told(m.value))
    first, last = places[0].start - scene.start, max(places[-1].end, whole_days[0].start) - scene.start
    yield scene.draft(
        about, first, last, f"{words.lang}-heading-where", 0.9, Claim("venue", scene.text[first:last].strip(" ,，"))
    )


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
    elif date.first and len(date.first) > 4:
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
    inner = _innermost(scene, mention)
    end = inner.end - scene.start
    near = max(verb.start() - end, start - verb.end()) <= 40
    a, b = (min(lead.start(), verb.start()), max(end, verb.end())) if near else (lead.start(), end)
    claim = Claim("location", inner.ref or mention.ref, inner.text) if mention.kind == "LOC" else Claim("venue", mention.text)
    yield scene.draft(about, a, b, f"{words.lang}-held-where", 0.9, claim)


def remember(scene: Scene) -> None:
    """Keep the event the text is about: its first edition, else its first expo, else its first named event."""
    shown = [m.ref for m in scene.mentions if m.kind == "EVENT" and m.shown and m.ref]
    if shown or not any(m.kind == "DATE" for m in scene.mentions):
        scene.memory.title = shown[0] if shown else None
    for mention in scene.mentions:
        if mention.kind != "EVENT" or not mention.shown or mention.ref is None:
            continue
        if mention.ref.schema == "Edition" and (scene.memory.event is None or scene.memory.event.schema != "Edition"):
            scene.memory.event = mention.ref
        weak = scene.memory.series is None or scene.memory.series.schema == "Event"
        if weak and (mention.ref.schema in ("Expo", "Edition", "Forum", "Contest") or scene.memory.series is None):
            scene.memory.series = mention.ref
