"""Short names: surnames of people and class words of bodies named in full elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.draft import Name, Ref
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import TITLED, Scene, plain

SHORT_HEADS = frozenset(
    "Union Institute Academy University Company Centre Center Group Association Alliance Committee Ministry Fund Corporation "
    "Laboratory Consortium Foundation Agency Council Administration Chamber Federation League Park Guild Exchange Bureau "
    "Commission Society Board Office House".split()
)


def short_forms(scene: Scene) -> None:
    """The Union, the Park: class words with a capital that stand for a body named before them."""
    heads: dict[str, Ref] = {}
    lows: set[str] = set()
    for line in scene.lines:
        for start, end, low in line.words if lows and not lows.isdisjoint(line.lows) else ():
            word = line.text[start:end] if low in lows else ""
            if (
                word in heads
                and line.name_at(start) is None
                and line.text[max(0, start - 4) : start].lower() == "the "
                and not FOLLOWED.match(line.text, end)
            ):
                line.put(
                    [Name("ORG", line.start + start, line.start + end, word, "en", heads[word].schema, "short", source="short")]
                )
                scene.aliases.setdefault(word.lower(), heads[word])
        for name in line.names:
            parts = plain(name.text).split()
            if name.kind == "ORG" and len(parts) > 1 and name.subkind != "unnamed":
                for part in parts:
                    if part in SHORT_HEADS:
                        lows.add(part.lower())
                        heads[part] = Ref(name.schema or "Organization", plain(name.text))


FOLLOWED = re.compile(r"\s+(?:of|for)\b|\s+[A-Z]")


def learn_people(scene: Scene) -> None:
    """Know every person's longest form before facts are told, so that a surname alone leads to it."""
    for line in scene.lines:
        for name in line.names:
            if name.kind == "PER":
                bare = TITLED.sub("", " ".join(name.text.split()))
                parts = bare.split()
                for key in {bare.lower(), parts[-1].lower(), parts[0].lower()}:
                    if (
                        len(parts) > 1
                        and len(scene.people.get(key, "")) < len(bare)
                        and (key == bare.lower() or key not in scene.people)
                    ):
                        scene.people[key] = bare


def people_by_surname(scene: Scene) -> None:
    """A lone surname of a person named in full is that person, whatever a model took it for."""
    lasts = {full.split()[-1] for full in scene.people.values()}
    places = {n.text for line in scene.lines for n in line.names if n.kind == "LOC" and n.source == "gazetteer"}
    for line in scene.lines:
        wrong = [n for n in line.names if n.kind == "ORG" and n.text in lasts]
        if wrong:
            line.put([replace(n, kind="PER", schema="Person", subkind="") for n in wrong])
        misread = [n for n in line.names if n.kind in ("ORG", "PER") and n.text in places]
        if misread:
            line.put([replace(n, kind="LOC", schema="Place", subkind="") for n in misread])


def lasts(scene: Scene) -> dict[str, frozenset[str]]:
    """The surnames of the people named in full, by their lower-case form."""
    found = {full.split()[-1] for full in scene.people.values()}
    lows = {last.lower() for last in found}
    return {low: frozenset(last for last in found if last.lower() == low) for low in lows}


def surnames(line: Line, known: dict[str, frozenset[str]]) -> Iterator[Name]:
    """Surnames of people named in full elsewhere, where no finder saw them."""
    if line.lows.isdisjoint(known):
        return
    for start, end, low in line.words:
        word = line.text[start:end] if low in known else ""
        if word and word in known[low] and len(word) > 2 and line.name_at(start) is None:
            yield Name("PER", line.start + start, line.start + end, word, "en", "Person", source="surname")
