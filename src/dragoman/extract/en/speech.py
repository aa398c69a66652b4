"""Whose words: quotations and reported speech, with the speaker as named."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern

SAID = (
    r"(?:said|says|told|tells|noted|notes|stressed|emphasi[sz]ed|added|adds|explained|explains|stated|states|believes?|"
    r"believed|pointed out|remarked|announced|commented|concluded|recalled|reported|underlined|admitted|argues?|argued|"
    r"wrote|writes|shared)"
)
AFTER = pattern(rf"\b{SAID}(?: (?:the )?(?:[\w-]+ ){{0,8}}?)?(?P<who><PER>)")
BEFORE = pattern(rf"(?P<who><PER>)(?P<post>[^.;“”\"]{{0,110}}?)\b{SAID}\b")
ACCORDING = pattern(r"\baccording to (?:the )?(?:[\w-]+ ){0,5}?(?P<who><PER>)")
UNNAMED = pattern(
    rf"\b{SAID} (?:the |an? )?(?P<post>[a-z-]+(?: [a-z-]+){{0,4}}) (?:of|at|from) "
    rf"(?P<org><ORG>|(?:an?|one) (?:[\w-]+ ){{0,3}}(?:company|firm|enterprise|manufacturer|supplier|start-?up|institute|"
    rf"university|bank|centre|center)\b[^,.;:“”\"]{{0,60}})"
)
FIRM = re.compile(r"company|firm|enterprise|manufacturer|supplier|start-?up", re.I)
HE_SAID = re.compile(rf"\b(?:he|she)\s+(?:also\s+)?{SAID}\b|\b{SAID}\s+(?:he|she)\b|\baccording to (?:him|her)\b", re.I)
QUOTE = re.compile(r"[“\"](?P<words>[^“”\"]{12,2500})[”\"]")
SAID_WORDS = Gate(
    (
        "said says told tells noted notes stressed emphasized emphasised added adds explained explains stated states believes "
        "believe believed pointed remarked announced commented concluded recalled reported underlined according admitted "
        "argued argue argues wrote writes shared"
    ).split()
)


def find(scene: Scene) -> None:
    """Set the spans of the document whose words are a person's."""
    last = ""
    said: dict[int, str] = {}
    for number, line in enumerate(scene.lines):
        who = _attributed(scene, line, last)
        if who:
            said[number] = who
            if not QUOTE.search(line.text) and not re.search(r"[“”\"]", line.text):
                scene.speakers.append((line.start, line.sentence.end, who))
        people = [n for n in line.names if n.kind == "PER"]
        if people:
            last = scene.full_name(people[0].text)
    _quotations(scene, said)


def _attributed(scene: Scene, line: Line, last: str) -> str:
    if not line.has(SAID_WORDS):
        return ""
    shapes = (ACCORDING, BEFORE, AFTER) if "according" in line.lows else (BEFORE, AFTER)
    for shape in shapes if any(n.kind == "PER" for n in line.names) else ():
        match = line.first_masked(shape)
        if match:
            person = next(iter(line.within(match.start("who"), match.end("who"), "PER")), None)
            if person is not None:
                return scene.full_name(plain(person.text))
    return last if last and HE_SAID.search(line.text) else _unnamed(scene, line)


def _unnamed(scene: Scene, line: Line) -> str:
    """Somebody told by a post in a body, without a name: the chief executive of a company making aviation products."""
    match = line.first_masked(UNNAMED)
    if match is None:
        return ""
    start, end = match.span("org")
    body = next(iter(line.within(start, end, "ORG")), None)
    told = line.text[start:end].strip()
    ref = scene.ref(body) if body else Ref("Company" if FIRM.search(told) else "Organization", plain(told))
    who = plain(line.text[match.start("post") : end])
    scene.employer.setdefault(who, ref)
    if body is None and scene.once("body", ref.name.lower()):
        claims = (Claim("unnamed", ref.name, lang="en"), Claim("status", "unnamed"))
        scene.add("body.unnamed", ref, line.start + start, line.start + start + len(told), *claims, line=line)
    return who


def _quotations(scene: Scene, said: dict[int, str]) -> None:
    """Quotations, also over several sentences of a paragraph, go to who is said to have spoken them."""
    blocks: dict[int, list[int]] = {}
    for number, line in enumerate(scene.lines):
        blocks.setdefault(line.sentence.block, []).append(number)
    text = scene.reading.text
    for numbers in blocks.values():
        start, end = scene.lines[numbers[0]].start, scene.lines[numbers[-1]].sentence.end
        scene.quoted += [(q.start(), q.end()) for q in QUOTE.finditer(text, start, end)]
        speakers = [(scene.lines[n].start, scene.lines[n].sentence.end, said[n]) for n in numbers if n in said]
        if not speakers:
            continue
        for quote in QUOTE.finditer(text, start, end):
            near = [s for s in speakers if s[1] >= quote.start() - 1 and s[0] <= quote.end() + 200]
            if near:
                who = min(near, key=lambda s: abs(s[0] - quote.end()))[2]
                scene.speakers.append((quote.start(), quote.end(), who))
        quoted = list(QUOTE.finditer(text, start, end))
        for first, last, who in speakers:
            if any(q.start() < last and first < q.end() for q in quoted) and HE_SAID.search(text, first, last):
                scene.speakers.append((first, last, who))
