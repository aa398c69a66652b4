"""Whose words a sentence gives; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.extract.draft import Draft
from dragoman.extract.ru.scene import Mention, Scene

QUOTED = re.compile(r"[«“\"][^»”\"]{8,}[»”\"]?")
KEPT = ("-name", "-post-before", "-post-after", "-post-is", "-titled")  # what the publisher says even in such a sentence


def attributed(scene: Scene, drafts: Iterable[Draft], named: re.Pattern[str], pronoun: re.Pattern[str]) -> Iterator[Draft]:
    """The drafts of a sentence, those inside a quotation or a reported saying with their speaker."""
    who = speaker(scene, named, pronoun)
    spans = [(m.start() + scene.start, m.end() + scene.start) for m in QUOTED.finditer(scene.text)]
    for draft in drafts:
        said = who and not draft.rule.endswith(KEPT)
        if said and spans:
            said = any(a <= draft.start and draft.end <= b for a, b in spans)
        yield replace(draft, speaker=who) if said else draft


def speaker(scene: Scene, named: re.Pattern[str], pronoun: re.Pattern[str]) -> str:
    """The name of who speaks; empty where the publisher does."""
    match = named.search(scene.marked)
    if match:
        found: list[Mention] = scene.within(*match.span("who"))
        if found and found[0].ref:
            return found[0].ref.name
    last = scene.memory.last.get("PER")
    return last.name if last and pronoun.search(scene.marked) else ""
