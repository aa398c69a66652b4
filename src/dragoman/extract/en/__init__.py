"""English grammar: from sentences with names to drafts of claims.

`find` first reads the whole text for its events, parties and speakers (the scene), then lets each rule look at each
sentence. Rules are gated by trigger words, so a sentence costs only the patterns that can fit it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.extract.draft import Draft, Name, Reading, Ref
from dragoman.extract.en import (
    acts,
    context,
    event_facts,
    events,
    fields,
    figures,
    happenings,
    members,
    parties,
    parts,
    people,
    phrases,
    projects,
    speech,
    travel,
    unnamed,
    when,
)
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import small, twin

LONGEST = 4_000  # code points of a sentence that are looked at: longer ones are lists or no prose
RULES = (
    events.find,
    parts.find,
    parties.find,
    travel.find,
    acts.find,
    members.find,
    projects.find,
    fields.find,
    figures.find,
    phrases.find,
)
TITLE_RULES = tuple(rule for rule in RULES if rule not in (travel.find, phrases.find))
HEADINGS = frozenset({"title", "heading", "byline", "caption", "item"})


def find(reading: Reading) -> list[Draft]:
    """The claims the English sentences of a reading make."""
    if not reading.released:
        reading.released = _release_date(reading)
    scene = Scene(reading)
    scene.lines = _lines(reading)
    for line in scene.lines:
        line.put([*happenings.find(line), *happenings.quoted(line)])
        line.put(happenings.plainly(line))
        line.put(context.find(line))
    people.learn_people(scene)
    people.people_by_surname(scene)
    _main_event(scene)
    known = people.lasts(scene)
    for line in scene.lines:
        _mentions(scene, line)
        line.put(people.surnames(line, known))
        line.put(unnamed.unnamed(scene, line))
        event_facts.other_editions(scene, line)
    people.short_forms(scene)
    speech.find(scene)
    for line in scene.lines:
        for rule in TITLE_RULES if line.title else RULES:
            rule(scene, line)
    for line in scene.lines:
        if line.title:
            travel.find(scene, line)
    return scene.drafts


def _lines(reading: Reading) -> list[Line]:
    blocks = reading.document.blocks
    found = []
    for sentence in reading.sentences:
        if sentence.lang == "en" and len(sentence.text) <= LONGEST:
            kind = blocks[sentence.block].kind if sentence.block < len(blocks) else "paragraph"
            names = [
                _sited(n)
                for n in sentence.names
                if _is_name(n, sentence.text[n.end - sentence.start : n.end - sentence.start + 24])
            ]
            found.append(Line(sentence, names, kind in HEADINGS or _short(sentence.text), kind == "title"))
    return found


HEAD = 600  # code points at the start of a text in which a full date tells its year
STAMP = re.compile(r"(?<!\d)(?:(?P<y>20\d\d)[-/.](?P<m>\d\d)[-/.](?P<d>\d\d)|(?P<d2>\d\d)\.(?P<m2>\d\d)\.(?P<y2>20\d\d))(?!\d)")


def _release_date(reading: Reading) -> str:
    """The date stamp of a short line, where the reader of the file found no release date."""
    for block in reading.document.blocks:
        if block.end - block.start <= 120 and (found := STAMP.search(reading.text, block.start, block.end)):
            return "-".join((found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"]))
    seen = twin(when.WITH_YEAR).search(small(reading.text[:HEAD]))
    return when.moments(reading, reading.text[slice(*seen.span())])[0] if seen else ""


SITE = re.compile(
    r"\b(?:Convention|Exhibition|Expo|Conference|Congress|Trade)(?: (?:and|&) \w+)? (?:Cent(?:er|re)|Complex|Hall)$|"
    r"\b(?:Hotel|Stadium|Palace|Airport)$"
)


CLASSES = Gate("Companies Enterprises Firms Groups Universities Institutes Zones Projects Achievements Brands".split())
RANKED = re.compile(r"(?:Fortune|Top|Global) \d+")
PURSUITS = frozenset("Programme Program Initiative Strategy Plan Scheme Policy Roadmap".split())
FUNDS = re.compile(r"\b(?:Guiding|Investment|Industry|Innovation|Development|Venture) Fund\b")
BRANCH = re.compile(rf"\b(?:{'|'.join(context.BRANCH.split())})$")


def _is_name(name: Name, after: str) -> bool:
    """Whether a name is no class of bodies, no programme (a project), and no lone word a model guessed."""
    if name.kind == "LOC" and name.source != "gazetteer" and any(c.isdigit() for c in name.text):
        return False
    if name.kind != "ORG":
        return True
    if name.text.lower() in words("fields") or name.text in context.NOT_NAMES:
        return False
    last = name.text.rpartition(" ")[2]
    if (last in CLASSES and " of " not in name.text) or last in PURSUITS or RANKED.match(name.text) or FUNDS.search(name.text):
        return False
    return not (name.text.isupper() and last == name.text and after.startswith(" ") and after[1:].isupper())


def _sited(name: Name) -> Name:
    """A body named as a building is where things take place; a person with a company's last word is a company."""
    if name.kind == "PER" and BRANCH.search(name.text):
        return replace(name, kind="ORG", schema="Company", subkind="company")
    return replace(name, kind="LOC", schema="Place", subkind="site") if name.kind == "ORG" and SITE.search(name.text) else name


def _short(text: str) -> bool:
    """A line without a full stop is a heading, an item or a label."""
    return len(text) < 120 and not text.rstrip().endswith((".", "!", "?", "”", '"'))


def _main_event(scene: Scene) -> None:
    """The event the text is about: its first expo by name, else its first named event."""
    named = [n for line in scene.lines for n in line.names if n.kind == "EVENT"]
    expos = [n for n in named if n.schema in ("Edition", "Expo")] or named
    if not expos:
        return
    first = _fullest(expos)
    ref = Ref(first.schema, plain(first.text))
    scene.event = ref
    if ref.schema == "Edition":
        scene.series = Ref("Expo", _series_name(first))
        scene.aliases.setdefault(scene.series.name.lower(), scene.series)
    elif ref.schema == "Expo":
        scene.series = ref


def _fullest(expos: list[Name]) -> Name:
    """The first mention, or an edition of it named soon after: the edition is what the text is about."""
    first = expos[0]
    for later in expos[1:3]:
        if (
            later.schema == "Edition"
            and first.schema == "Expo"
            and plain(first.text).lower() in later.text.lower()
            and len(later.text) < len(first.text) + 12
        ):
            return first
    return first


def _series_name(name: Name) -> str:
    parts = plain(name.text).split()
    while parts and (happenings.ordinal(parts[0]) or happenings.YEAR.match(parts[0])):
        parts = parts[1:]
    while parts and happenings.YEAR.match(parts[-1]):
        parts = parts[:-1]
    return " ".join(parts) or plain(name.text)


def _mentions(scene: Scene, line: Line) -> None:
    """Mask short names and class words that stand for known events."""
    for name in [n for n in line.names if n.kind == "EVENT"]:
        found = event_facts.SHORT.match(line.text, name.end - line.start)
        if found:
            ref = scene.series if name.schema == "Edition" and scene.series else Ref(name.schema, plain(name.text))
            scene.aliases.setdefault(found["short"].lower(), ref)
    shorts = [
        key
        for key, ref in scene.aliases.items()
        if ref.schema in ("Expo", "Edition", "Forum", "Contest", "Event") and len(key) > 2
    ]
    added = []
    low = line.text.lower()
    for key in shorts:
        at = low.find(key)
        while at >= 0:
            known = line.name_at(at)
            free = known is None or known.kind != "EVENT"
            if (
                free
                and (at == 0 or not low[at - 1].isalnum())
                and not low[at + len(key) : at + len(key) + 1].isalnum()
                and line.text[at].isupper()
            ):
                added.append(_alias(scene, line, key, at))
            at = low.find(key, at + len(key))
    line.put(added)
    if scene.event is not None:
        line.put([n for n in happenings.anaphors(line) if not line.within(n.start - line.start, n.end - line.start, "EVENT")])


NUMBERED = re.compile(r"\b(?P<n>\d{1,3}(?:st|nd|rd|th)|[A-Z]?[a-z]+th|[Ff]irst|[Ss]econd|[Tt]hird)\s+$")


def _alias(scene: Scene, line: Line, key: str, at: int) -> Name:
    """A short name where it stands; with an ordinal before it, it names an edition."""
    end = at + len(key)
    before = NUMBERED.search(line.text[:at])
    number = happenings.ordinal(before["n"]) if before else None
    if before and number:
        start = before.start()
        edition = str(number)
        return Name(
            "EVENT", line.start + start, line.start + end, line.text[start:end], "en", "Edition", edition, source="pattern"
        )
    kind = scene.aliases[key].schema
    return Name("EVENT", line.start + at, line.start + end, line.text[at:end], "en", kind, source="alias")
