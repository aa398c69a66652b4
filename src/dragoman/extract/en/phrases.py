"""Turns of phrase from `data/vocabulary/en_phrases.yaml`: each proves a fact of one schema where no rule has told it.

An entry is a shape that is tried only at its opening words. What a rule told already in the same sentence is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman import data
from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import Shape, expression
from dragoman.model.schema import schema
from dragoman.model.statement import Status

LONGEST = 155
TEXT_PROPERTY = {"Agreement": "subject", "Project": "name", "Visit": "shown", "Invitation": "purpose", "Delegation": "summary"}
SIDES = {
    "Partnership": ("subject", "object"),
    "Ownership": ("owner", "asset"),
    "Presence": ("subject", "place"),
    "Membership": ("member", "organization"),
    "Agreement": ("party", "party"),
    "Delegation": ("", "sender"),
    "Visit": ("visitor", "host"),
    "Invitation": ("inviter", "invitee"),
}
TRAVELS = frozenset(
    (
        "visited visit visits visiting toured tour arrived arrive came come delegation guests mission received welcomed met "
        "invited trip inspected study spent wrapped called"
    ).split()
)
GUESTS = re.compile(
    r"\b(?:delegation|guests|visitors|delegates|group|party|mission|members|they|representatives|officials|businessmen|"
    r"entrepreneurs|envoys|he|she)\b",
    re.I,
)
BODIES = re.compile(
    r"\b(?:company|companies|firm|firms|enterprises?|institute|university|manufacturer|maker|producer|centre|center|start-ups?|"
    r"group|we|it|its|vendor|corporation|developers?|academy|laboratory)\b",
    re.I,
)
COUNT = re.compile(
    r"(?:(?:more than|nearly|over|some|about|almost)\s+)?(?:\d[\d,]*|[a-z]+teen|[a-z]+ty|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve)\s+(?:\w[\w-]*\s+(?:and\s+)?){0,3}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the vocabulary, compiled."""

    rule: str
    schema: str
    at: frozenset[str]
    shape: Shape
    status: str
    negated: bool
    quote: str
    needs: str
    unlike: re.Pattern[str] | None
    about: frozenset[str]
    subject: str
    left: str
    foreign: bool


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every entry of the vocabulary, in its order."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load(data.text("vocabulary/en_phrases.yaml"), loader)  # noqa: S506 (a safe loader)
    return tuple(_phrase(entry, raw["lists"]) for entry in raw["phrases"])


def _phrase(entry: dict[str, Any], lists: dict[str, str]) -> Phrase:
    template = entry["shape"]
    for name, words in lists.items():
        template = template.replace(name, words)
    unlike = entry.get("unlike", "")
    return Phrase(
        f"phrase.{entry['rule']}", entry["schema"], frozenset(entry["at"].split()), Shape(expression(r"\b" + template)),
        entry.get("status", ""), bool(entry.get("negated")), entry["quote"], entry.get("needs", ""),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, unlike.split()))})\b", re.I) if unlike else None,
        frozenset(entry.get("about", "").split()), entry.get("subject", ""), str(entry.get("left", "")),
        bool(entry.get("foreign")),
    )  # fmt: skip


@cache
def _openings() -> dict[str, tuple[int, ...]]:
    """Which phrases, by their number, can begin with a word."""
    made: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases()):
        for word in phrase.at:
            made.setdefault(word, []).append(number)
    return {word: tuple(found) for word, found in made.items()}


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(_openings())


def find(scene: Scene, line: Line) -> None:
    """Facts that only a turn of phrase tells."""
    openings, every = _openings(), phrases()
    numbers = {n for low in line.lows & _opening_words() for n in openings[low] if line.admits(every[n].shape)}
    for phrase in [every[n] for n in sorted(numbers)]:
        if _needed(scene, line, phrase):
            for match in line.begun(phrase.shape, phrase.at):
                _tell(scene, line, phrase, match)


def _needed(scene: Scene, line: Line, phrase: Phrase) -> bool:
    """Whether the sentence and the text so far have what the phrase speaks of."""
    if phrase.about and line.lows.isdisjoint(phrase.about):
        return False
    need = phrase.needs
    if need == "delegation":
        return scene.delegation is not None
    if need == "event":
        return scene.event is not None
    if need == "travel":
        return scene.delegation is not None or not line.lows.isdisjoint(TRAVELS)
    if need == "body":
        return any(n.kind == "ORG" for n in line.names) or line.says(BODIES)
    return True


def _tell(scene: Scene, line: Line, phrase: Phrase, match: re.Match[str]) -> None:
    start, end = _quote(line, phrase, match)
    text = line.text[start:end]
    if end - start < 8 or end - start > LONGEST or (phrase.unlike and phrase.unlike.search(match[0])):
        return
    if phrase.needs == "label" and line.text[: match.start()].strip():
        return
    if not _subject_fits(line, phrase, match.start()) or _told(scene, line, phrase.schema, start, end):
        return
    negated = phrase.negated or (phrase.status == "auto" and clause.negative(text))
    status = _status(phrase, line.text[start : match.end()])
    claims = [*_sides(scene, line, phrase, match, end, status, negated)]
    prop = TEXT_PROPERTY.get(phrase.schema, "description")
    claims.append(Claim(prop, plain(text), lang="en", status=status, negated=negated))
    if status and "status" in schema(phrase.schema).properties:
        claims.append(Claim("status", status.value, status=status, negated=negated))
    if phrase.schema in ("Partnership", "Presence", "Agreement", "Ownership", "Visit"):
        claims += when.of_act(scene.reading, line.text, start, end, line.start)
    about = Ref(phrase.schema, plain(text))
    if phrase.schema == "Delegation":
        about = scene.delegation = scene.delegation or Ref("Delegation", "delegation")
    if scene.once("phrase", phrase.schema, plain(text).lower()):
        scene.add(phrase.rule, about, line.start + start, line.start + end, *claims, line=line)


def _quote(line: Line, phrase: Phrase, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    if phrase.quote == "clause":
        start, end = clause.clause(line, start, end)
    elif phrase.quote == "rest":
        end = clause.right_edge(line, start, min(end, start + 110))
    if phrase.left == "number":
        counted = COUNT.search(line.text[:start])
        start = counted.start() if counted else start
    while end > start and line.text[end - 1] in " ,;:":
        end -= 1
    return start, end


def _subject_fits(line: Line, phrase: Phrase, at: int) -> bool:
    before = line.text[:at]
    if phrase.subject == "guests":
        return bool(GUESTS.search(before[-90:])) or bool(line.within(0, at, "PER"))
    if phrase.subject == "place":
        near = line.within(0, at, "LOC", "GROUP")
        return bool(near) and at - (near[-1].end - line.start) <= 2
    if phrase.foreign:
        return bool(line.within(0, at, "ORG")) or bool(BODIES.search(before[-80:]))
    return True


def _told(scene: Scene, line: Line, name: str, start: int, end: int) -> bool:
    """Whether a fact of the same kind on overlapping words of this sentence was told before."""
    kind, first, last = schema(name).kind, line.start + start, line.start + end
    for draft in reversed(scene.drafts):
        if draft.sentence != (line.sentence.start, line.sentence.end):
            if draft.end < line.start:
                break
            continue
        if schema(draft.about.schema).kind == kind and draft.start < last and first < draft.end:
            return True
    return False


def _status(phrase: Phrase, text: str) -> Status:
    if phrase.status == "auto":
        return clause.status_of(text, Status.RUNNING)
    found = Status(phrase.status) if phrase.status else Status.NONE
    if found in (Status.SIGNED, Status.AGREED, Status.RUNNING) and clause.INTENT.search(text):
        return clause.status_of(text, found)
    return found


def _sides(
    scene: Scene, line: Line, phrase: Phrase, match: re.Match[str], end: int, status: Status, negated: bool
) -> list[Claim]:
    """The parties: who acts, and whom the words after the phrase's start name."""
    acting, other = SIDES.get(phrase.schema, ("", ""))
    actor = scene.actor(line, match.start()) if acting else None
    made = [Claim(acting, actor, status=status, negated=negated)] if actor else []
    kinds = ("LOC", "GROUP") if phrase.schema == "Presence" else ("ORG", "LOC", "GROUP")
    if other:
        for name in line.within(match.start(), end, *kinds)[:3]:
            ref = scene.ref(name)
            if ref != actor:
                made.append(Claim(other, ref, status=status, negated=negated))
    return made
