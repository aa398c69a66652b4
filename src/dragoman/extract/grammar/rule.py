"""Rules as table rows: words that must be there, a pattern over the marked sentence, and what a match proves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.scene import FIRST, SETS, Mention, Scene
from dragoman.model.schema import schema
from dragoman.model.statement import Status

LOCATIVE = re.compile(r"(?<!\w)(?:в|во|на|из)\s(?:\w+\s)?$")  # "in" before a place: where, not who
FURTHEST = 150  # code points: the longest quote a rule gives; a quote over 160 may count as no proof (KINDS.md)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of grammar.

    `words`: one of them must be in the sentence (lower case), or the pattern is not tried. `claims` maps a property to
    where its value comes from: names of groups (`"a b"`; a mention in the group becomes a tie, else its words are the
    value), `=text` for a constant, or `@event` for what the document spoke of before; a `schema` of that form makes the
    draft about it. A group ending in `*` gives every mention in it, in `!` the people in it or, without people, the bodies.
    The quote is the group `q`, else the whole match; where that is too long, the group `core`. With `each`, every mention of
    that group makes a draft of its own, and its quote runs from the start of the match to the end of the mention, or with
    `full` is the whole.
    """

    name: str
    words: tuple[str, ...]
    pattern: str
    schema: str
    claims: dict[str, str] = field(default_factory=dict)
    status: Status = Status.NONE
    sure: float = 0.9
    negated: bool = False
    each: str = ""
    full: bool = False
    raw: bool = False  # the pattern reads the plain lower-case text, not the marks
    needs: str = ""  # a memory slot that must be filled


def deal(name: str, words: tuple[str, ...], pattern: str, status: Status, sure: float, kind: str = "") -> Rule:
    """A rule on agreements of a status: the parties stand in its quote, the group `core` says what they agreed on."""
    claims = {"party": "q*", "subject": "core", "status": f"={status.value}"} | ({"agreementKind": f"={kind}"} if kind else {})
    return Rule(name, words, pattern, "Agreement", claims, status, sure)


class Grammar:
    """The rules of a language, and a gate that tells from a sentence's words which of them to try."""

    def __init__(self, rules: tuple[Rule, ...], compiled: Callable[[str], re.Pattern[str]]) -> None:
        self.rules = rules
        self.compiled = compiled  # makes a language's pattern of a rule's, at its first use
        gate: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for word in rule.words:
                gate.setdefault(word, []).append(number)
        self.gate = tuple(gate.items())

    def apply(self, scene: Scene) -> Iterator[Draft]:
        """Every draft the rules give for a scene, rule by rule."""
        low = scene.low
        for number in sorted({n for word, numbers in self.gate if word in low for n in numbers}):
            rule = self.rules[number]
            if not rule.needs or rule.needs in scene.memory.last:
                for match in self.compiled(rule.pattern).finditer(low if rule.raw else scene.marked):
                    yield from _made(rule, match, scene)


def _made(rule: Rule, match: re.Match[str], scene: Scene) -> Iterator[Draft]:
    start, end = match.span("q") if "q" in match.re.groupindex and match["q"] is not None else match.span()
    if not rule.each:
        yield from _draft(rule, match, scene, start, end, None)
        return
    a, b = match.span(rule.each)
    previous = a
    for mention in scene.within(a, b):
        stop = mention.end - scene.start
        near = start if stop - start <= FURTHEST else previous
        yield from _draft(rule, match, scene, *((start, end) if rule.full else (near, stop)), mention)
        previous = mention.start - scene.start


def _draft(rule: Rule, match: re.Match[str], scene: Scene, start: int, end: int, one: Mention | None) -> Iterator[Draft]:
    if end - start > FURTHEST and "core" in match.re.groupindex and match["core"]:
        start, end = match.span("core")
    if end - start > FURTHEST:
        end = _shortened(scene, start)
    claims = [c for prop, source in rule.claims.items() for c in _claims(rule, prop, source, match, scene, one)]
    acting = {c.value for c in claims if c.prop in ("subject", "visitor") and isinstance(c.value, Ref)}
    claims = [c for c in claims if not (c.prop in ("place", "destination") and c.value in acting)]  # nobody acts in himself
    if not claims:
        return
    if rule.schema[0] == "@":
        about = recalled(scene, rule.schema[1:])
    else:
        about = delegation_of(scene, rule.schema) or Ref(rule.schema, _caption(rule, claims, scene.text[start:end]))
    if about is None:
        return
    yield scene.draft(about, start, end, rule.name, rule.sure, *claims)


def _shortened(scene: Scene, start: int) -> int:
    cut = scene.text.rfind(" ", start, start + FURTHEST)
    return cut if cut > start + FURTHEST // 2 else start + FURTHEST


def _caption(rule: Rule, claims: list[Claim], quote: str) -> str:
    """The name a relation goes by: its ends, kind and status; without two ends, the words that prove it."""
    ends = [c.value.name for c in claims if isinstance(c.value, Ref)]
    if len(ends) < 2 and not schema(rule.schema).edge:
        return quote
    told = [
        c.value for c in claims if isinstance(c.value, str) and c.prop in ("role", "status", "presenceKind", "partnershipKind")
    ]
    return " | ".join([*ends, *told] if ends else [quote])


def _claims(rule: Rule, prop: str, source: str, match: re.Match[str], scene: Scene, one: Mention | None) -> Iterator[Claim]:
    for value, original in _values(rule, source, match, scene, one):
        kind = "" if rule.schema[0] == "@" else schema(rule.schema).properties[prop].type
        if isinstance(value, Ref) and kind != "entity":
            value = value.name
        elif isinstance(value, str) and kind == "entity":
            continue
        lang = scene.sentence.lang if isinstance(value, str) and not source.startswith("=") else ""
        yield Claim(prop, value, original, lang, negated=rule.negated, status=rule.status)


def _values(
    rule: Rule, source: str, match: re.Match[str], scene: Scene, one: Mention | None
) -> Iterator[tuple[str | Ref, str]]:
    if source.startswith("="):
        yield source[1:], ""
    elif source.startswith("@"):
        found = recalled(scene, source[1:])
        if found:
            yield found, ""
    else:
        for name in source.split():
            yield from _group(rule, name, match, scene, one)


def _group(rule: Rule, name: str, match: re.Match[str], scene: Scene, one: Mention | None) -> Iterator[tuple[str | Ref, str]]:
    group = name.rstrip("*!")
    if group not in match.re.groupindex or match[group] is None:
        return
    if one is not None and group == rule.each:
        if one.ref:
            yield one.ref, one.text
        return
    a, b = match.span(group)
    inside = [m for m in scene.within(a, b) if m.ref and (m.kind in SETS["PARTY"] or not name.endswith("*"))]
    if name.endswith("!"):
        people, bodies = ([m for m in inside if m.kind in kinds] for kinds in (("PER",), SETS["BODY"]))
        yield from ((m.ref, m.text) for m in people or bodies if m.ref)
        return
    if name == "q*":
        inside = [m for m in inside if not LOCATIVE.search(scene.low, 0, m.start - scene.start)]
    whole = [m for m in inside if m.start - scene.start == a and m.end - scene.start == b]
    if whole or (name.endswith("*") and inside):
        for m in whole or inside:
            if m.ref:
                yield m.ref, m.text
    elif (date := next((m.value for m in scene.within(a, b, "DATE")), None)) is not None and scene.marked[a] == FIRST["DATE"]:
        yield date.first, date.text
    elif scene.text[a:b].strip(" ,;"):
        yield scene.text[a:b].strip(" ,;"), ""


def delegation_of(scene: Scene, schema_name: str) -> Ref | None:
    """The delegation the text spoke of last: who heads it and who belongs to it is told of that one."""
    return scene.memory.last.get("delegation") if schema_name == "Delegation" else None


def recalled(scene: Scene, slot: str) -> Ref | None:
    """What the memory holds: `event` is the edition or expo spoken of, others the last mention of that kind."""
    if slot == "event":
        here = [m for m in scene.mentions if m.kind == "EVENT" and m.shown and m.ref]
        return here[0].ref if here else scene.memory.event or scene.memory.series
    if slot == "org":
        here = [m for m in scene.mentions if m.kind == "ORG" and m.ref]
        return here[0].ref if here else None if scene.memory.series else scene.memory.last.get("ORG")
    if slot == "tech":
        here = [m for m in scene.mentions if m.kind == "TECH" and m.ref]
        return here[0].ref if here else scene.memory.last.get("TECH")
    return scene.memory.last.get(slot)
