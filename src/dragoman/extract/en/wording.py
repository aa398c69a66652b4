"""Presences, partnerships and memberships by verb classes before noun classes, from `data/vocabulary/en_ties.yaml`.

A shape is tried only at the words it can begin with, and only where no rule told the same kind on these words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman import data
from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, inflected
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import Shape, expression
from dragoman.model.schema import schema
from dragoman.model.statement import Status

LONGEST = 155  # code points of a quote
VERBS = re.compile(r"@V\{([^}]*)\}")
SIDES = {"Presence": ("subject", "place"), "Partnership": ("subject", "object"), "Membership": ("member", "organization")}
BODY = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|enterprises?|institutes?|universit(?:y|ies)|manufacturers?|makers?|producers?|"
    r"vendors?|group|"
    r"it|its|corporation|concern|developers?|academy|laboratory|bureau|plant|factory|start-ups?|consortium|operator|"
    r"centre|center|"
    r"supplier|giant|conglomerate|bank|subsidiary|system|systems|equipment|products?|contractor|carrier|which|that|"
    r"they|we|shipyard|"
    r"arm|division|unit|brand|park|association)\b",
    re.I,
)
BE = re.compile(
    r"\b(?:is|are|was|were|been|be|being|become|became|now|also|already|have|has|not|widely|"
    r"n['’]t)\s+(?:\w+\s+){0,2}$",
    re.I,
)
HAS = re.compile(
    r"\b(?:has|have|had|with|maintains?|keeps?|runs?|operates?|opened|counts?|found|serves?|its|their|"
    r"of)\b[^.;]{0,50}$",
    re.I,
)
PARTNER = re.compile(
    r"^\s*(?:A |The )?(?:[\w-]+ ){0,2}$|\b(?:is|are|was|were|as|became|become|been|has|have|its|long-standing|"
    r"strategic|key|main|our|"
    r"with)\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
UNION = re.compile(
    r"\b(?:alliance|union|league|association|network|consorti(?:um|a)|federation|club|council|cluster|ring|guild|"
    r"society|pool|"
    r"confederation|coalition|grouping|commonwealth|mechanism|membership|community|circle|cities)s?\b|\b(?:ASEAN|SCO|"
    r"BRICS)\b",
    re.I,
)
ABROAD = re.compile(r"\b(?:abroad|overseas|foreign|market|export|exports|countr(?:y|ies)|yet|office|branch|presence|"
    r"outside|customers?|"
                    r"clients?|buyers?|exhibit\w*)\b", re.I)  # fmt: skip
RESEARCH = re.compile(r"\b(?:research|laborator|test|engineers?|specialists|patent|funding|finance|technolog|"
    r"equipment|instruments?|"
                      r"experiment|wind tunnel|stands?|staff|data)", re.I)  # fmt: skip
TRANSFER = re.compile(
    r"\b(?:technolog|patent|invention|research|results?|know-how|develop|licen[cs]e|products?|"
    r"military|scien)",
    re.I,
)
MEMBER_WORDS = Gate("member members membership observer observers participants founders accession associate".split())
PAPER = re.compile(
    r"\b(?:memorandum|memoranda|agreements?|contracts?|protocols?|treaty|visit|event)\s+(?:of|on|"
    r"for)\s+$",
    re.I,
)
NEEDS = {"union": UNION, "abroad": ABROAD, "research": RESEARCH, "transfer": TRANSFER}


@dataclass(frozen=True, slots=True)
class Tie:
    """One entry of the vocabulary, compiled."""

    rule: str
    schema: str
    at: frozenset[str]
    shape: Shape
    status: str
    negated: bool
    kind: str
    left: str
    needs: str
    quote: str
    unlike: re.Pattern[str] | None


@cache
def _ties(kind: str) -> tuple[Tie, ...]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load(data.text("vocabulary/en_ties.yaml"), loader)  # noqa: S506 (a safe loader)
    return tuple(_tie(entry, raw["lists"]) for entry in raw["ties"] if entry["schema"] == kind)


@cache
def _openings(kind: str) -> dict[str, list[int]]:
    """The numbers of the ties that can begin with a word."""
    made: dict[str, list[int]] = {}
    for number, tie in enumerate(_ties(kind)):
        for word in tie.at:
            made.setdefault(word, []).append(number)
    return made


@cache
def _opening_words(kind: str) -> frozenset[str]:
    return frozenset(_openings(kind))


def _tie(entry: dict[str, Any], lists: dict[str, str]) -> Tie:
    shape: str = entry["shape"]
    for _ in range(3):  # lists may name lists
        for name, words in lists.items():
            shape = shape.replace(name, words)
    verbs = [form for found in VERBS.finditer(shape) for form in inflected(found[1].split(";"))]
    shape = VERBS.sub(lambda m: choice(inflected(m[1].split(";"))).replace(r"\s+", " "), shape)
    at = entry["at"].split() if "at" in entry else [form.split()[0] for form in verbs]
    unlike = entry.get("unlike", "").split()
    return Tie(
        f"tie.{entry['schema'].lower()}.{entry['rule']}", entry["schema"], frozenset(at), Shape(expression(shape)),
        entry.get("status", "auto"),
        bool(entry.get("negated")), entry.get("kind", ""), entry.get("left", ""), entry.get("needs", ""),
        entry.get("quote", "clause"),
        re.compile(rf"\b(?:{'|'.join(unlike)})", re.I) if unlike else None,
    )  # fmt: skip


def wordings(scene: Scene, line: Line, kind: str) -> None:
    """Facts of one schema (Presence, Partnership, Membership) that the vocabulary tells and no rule told before."""
    if kind == "Membership" and not (line.has(MEMBER_WORDS) or line.says(UNION)):
        return
    openings, ties = _openings(kind), _ties(kind)
    numbers = {n for low in line.lows & _opening_words(kind) for n in openings[low] if line.admits(ties[n].shape)}
    for tie in [ties[n] for n in sorted(numbers)]:
        for match in line.begun(tie.shape, tie.at):
            _tell(scene, line, tie, match)


def _tell(scene: Scene, line: Line, tie: Tie, match: re.Match[str]) -> None:
    if (tie.unlike and tie.unlike.search(line.text[match.start() : match.end()])) or not _fits(scene, line, tie, match):
        return
    start, end = match.span()
    if tie.quote == "clause":
        start, end = clause.clause(line, start, end)
    elif tie.quote == "rest":
        end = clause.right_edge(line, start, min(end, start + 120))
    while end > start and line.text[end - 1] in " ,;:":
        end -= 1
    if end - start < 8 or end - start > LONGEST or _told(scene, line, tie.schema, match.start(), end):
        return
    negated = tie.negated or clause.negative(line.text[start:end])
    status = _status(tie, line, match, start, end)
    text = plain(line.text[start:end])
    claims = _sides(scene, line, tie, match, end, status, negated)
    claims.append(Claim("status", status.value, status=status, negated=negated))
    claims.append(
        Claim("role" if tie.schema == "Membership" else "description", text, lang="en", status=status, negated=negated)
    )
    claims += [Claim("presenceKind", tie.kind)] if tie.kind else []
    claims += when.of_act(scene.reading, line.text, start, end, line.start)
    if scene.once("wording", tie.schema, text.lower()):
        scene.add(tie.rule, Ref(tie.schema, text), line.start + start, line.start + end, *claims, line=line)


def _status(tie: Tie, line: Line, match: re.Match[str], start: int, end: int) -> Status:
    if tie.negated:
        return Status.NONE
    if tie.status != "auto":
        return Status(tie.status)
    return clause.status_of(line.text[start : min(end, match.end())], Status.RUNNING)


def _fits(scene: Scene, line: Line, tie: Tie, match: re.Match[str]) -> bool:
    """Whether what stands before and within a match is what the entry asks for."""
    before, whole = line.text[: match.start()], line.text[match.start() : match.end()]
    if (line.small[: match.start()].rstrip().endswith(("of", "on", "for")) and PAPER.search(before)) or (
        tie.needs and not NEEDS[tie.needs].search(whole)
    ):
        return False
    if tie.schema == "Presence" and _at_home(line, match):
        return False
    if tie.left == "body":
        near = before[-90:]
        return bool(BODY.search(near) or line.within(max(0, match.start() - 90), match.start(), "ORG"))
    if tie.left == "be":
        return bool(BE.search(line.text[: match.start() + 1] if before else "") or BE.search(before) or BE.match(whole))
    if tie.left == "start":
        return not before.strip(' “"')
    if tie.left == "has":
        return bool(HAS.search(before))
    if tie.left == "partner":
        return bool(PARTNER.search(before))
    if tie.left == "country":
        near_names = line.within(max(0, match.start() - 40), match.start(), "LOC", "GROUP")
        return bool(near_names)
    if tie.left == "foreign":
        return _foreign(line, match)
    if tie.left == "union.line":
        return line.says(UNION)
    if tie.left == "union":
        return bool(UNION.search(line.text[max(0, match.start() - 60) : match.end()]))
    return True


def _at_home(line: Line, match: re.Match[str]) -> bool:
    """Whether a body of a known country acts in that country only: no presence abroad."""
    bodies = [n.country for n in line.within(0, match.start(), "ORG") if n.country]
    places = [n.country for n in line.within(match.start(), match.end(), "LOC") if n.country]
    return bool(bodies and places) and all(place == bodies[-1] for place in places)


def _foreign(line: Line, match: re.Match[str]) -> bool:
    """Whether the subject is a country, or from one, or a body with goods at a show."""
    near = line.within(max(0, match.start() - 70), match.start(), "LOC", "GROUP", "ORG")
    return bool(near) or bool(BODY.search(line.text[max(0, match.start() - 60) : match.start()]))


def _told(scene: Scene, line: Line, name: str, start: int, end: int) -> bool:
    """Whether a fact of the same kind on overlapping words of this sentence was told before."""
    kind, first, last = schema(name).kind, line.start + start, line.start + end
    for draft in reversed(scene.drafts):
        if draft.start < line.start - 400:
            return False
        if schema(draft.about.schema).kind == kind and draft.start < last and first < draft.end:
            return True
    return False


def _sides(
    scene: Scene, line: Line, tie: Tie, match: re.Match[str], end: int, status: Status, negated: bool
) -> list[Claim]:  # fmt: skip
    acting, other = SIDES[tie.schema]
    actor = scene.actor(line, match.start() + 1)
    made = [Claim(acting, actor, status=status, negated=negated)] if actor else []
    kinds = ("LOC", "GROUP") if tie.schema == "Presence" else ("ORG", "LOC", "GROUP")
    for name in line.within(match.start(), end, *kinds)[:3]:
        ref = scene.ref(name)
        if ref != actor:
            made.append(Claim(other, ref, status=status, negated=negated))
    if tie.schema == "Membership" and not any(c.prop == other for c in made):
        made.append(Claim(other, Ref("Alliance", plain(line.text[match.start() : end]))))
    return made
