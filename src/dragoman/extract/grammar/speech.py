"""Whose words a text gives; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.extract.draft import Draft
from dragoman.extract.grammar.scene import Scene

QUOTED = re.compile(r"[«“][^«»“”]{8,800}[»”]|\"[^\"\n]{8,800}\"")
NEAR = 60  # code points from the end of a quotation to the verb of saying
KEPT = ("-name", "-post-before", "-post-after", "-post-is", "-titled")  # what the publisher says even in such a sentence


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in the document, and who is its subject."""

    start: int
    end: int
    sentence: tuple[int, int]
    who: str


def sayings(scene: Scene, named: re.Pattern[str], pronoun: re.Pattern[str]) -> list[Saying]:
    """The sayings of a sentence: a named speaker, else "he said" of the last person named."""
    sentence = (scene.sentence.start, scene.sentence.end)
    for match in named.finditer(scene.marked):
        who = next((m.ref for m in scene.within(*match.span()) if m.kind == "PER" and m.ref), None)
        if who:
            return [Saying(scene.start + match.start(), scene.start + match.end(), sentence, who.name)]
    spoken = pronoun.search(scene.marked)
    last = scene.memory.last.get("PER")
    return [Saying(scene.start + spoken.start(), scene.start + spoken.end(), sentence, last.name)] if spoken and last else []


def attributed(text: str, drafts: Iterable[Draft], said: list[Saying]) -> list[Draft]:
    """The drafts with the speakers of quotations, over sentence ends, and of reported speech without quotation marks."""
    if not said:
        return list(drafts)
    spans = [(m.start(), m.end(), who) for m in QUOTED.finditer(text) if (who := _speaker(m.start(), m.end(), said))]
    reported = [s for s in said if not any(s.sentence[0] < b and a < s.sentence[1] for a, b, _ in spans)]
    spans += [(*s.sentence, s.who) for s in reported]
    return [_with(draft, spans) for draft in drafts]


def _speaker(start: int, end: int, said: list[Saying]) -> str:
    close = [s for s in said if 0 <= s.start - end <= NEAR or 0 <= start - s.end <= NEAR // 3]
    return min(close, key=lambda s: abs(s.start - end)).who if close else ""


def _with(draft: Draft, spans: list[tuple[int, int, str]]) -> Draft:
    if draft.rule.endswith(KEPT):
        return draft
    who = next((who for a, b, who in spans if a <= draft.start and draft.end <= b + 1), "")
    return replace(draft, speaker=who) if who else draft
