"""How much of many wordings the Russian grammar finds, kind by kind, with the names that patterns alone find."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from dragoman.extract.draft import Draft
from dragoman.extract.rules import RuleExtractor
from dragoman.model.document import Block, Document
from dragoman.model.schema import schema

MARK = re.compile(r"\[(\w+)((?::\w+=[^|\]:]*)*)\|([^\]]*)\]")
BEFORE = "IX Приволжская выставка «Горизонт» открылась. ООО «Ромашка» привезло беспилотный катер. Приехала делегация Египта.\n"
LONGEST = 160  # code points of a quote that still proves (the scorer's limit)
FLOORS = {
    "agreement": 0.93, "delegation": 0.76, "event": 0.79, "membership": 0.81, "partnership": 0.81, "presence": 0.9,
    "project": 0.87, "role": 0.82, "technology": 0.78, "visit": 0.88,
}  # fmt: skip

Wanted = tuple[str, int, int, dict[str, str]]


def marked(line: str) -> tuple[str, list[Wanted]]:
    """The plain text of a line, and the facts marked in it: kind, start, end, attributes."""
    text, at, wanted = BEFORE, 0, []
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        given = dict(pair.split("=") for pair in match[2].split(":") if pair)
        wanted.append((match[1], len(text), len(text) + len(match[3]), given))
        text += match[3]
        at = match.end()
    return text + line[at:], wanted


def proves(draft: Draft, kind: str, start: int, end: int) -> bool:
    """Whether a draft of a kind quotes half of these words with a quote that is short enough."""
    shared = min(end, draft.end) - max(start, draft.start)
    short = draft.end - draft.start <= max(LONGEST, 3 * (end - start))
    return schema(draft.about.schema).kind == kind and shared >= (end - start) / 2 and short


def agrees(draft: Draft, given: dict[str, str]) -> bool:
    """Whether a draft says what is given of status and denial."""
    told = {str(c.status) for c in draft.claims} | {c.value for c in draft.claims if isinstance(c.value, str)}
    denied = any(c.negated for c in draft.claims)
    return given.get("status", "") in (*told, "") and ("negative" not in given or denied)


@cache
def measured() -> dict[str, list[int]]:
    """Found, wanted, agreeing and compared facts of each kind."""
    extractor = RuleExtractor(models=False)
    made: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    lines = Path(__file__).with_name("wordings.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        text, wanted = marked(line)
        blocks = (Block(0, len(BEFORE) - 1), Block(len(BEFORE), len(text)))
        document = Document(f"{number:064d}", "t.txt", "text/plain", text, blocks, lang="ru", published="2019-03-15")
        drafts = extractor.drafts(document)[1]
        for kind, start, end, given in wanted:
            hits = [d for d in drafts if proves(d, kind, start, end)]
            tally = made[kind]
            tally[0] += bool(hits)
            tally[1] += 1
            if hits and given:
                tally[2] += any(agrees(d, given) for d in hits)
                tally[3] += 1
    return dict(made)


@pytest.mark.parametrize("kind", FLOORS)
def test_wordings_found(kind: str) -> None:
    found, wanted, _, _ = measured()[kind]
    assert wanted >= 30
    assert found / wanted >= FLOORS[kind], (found, wanted)


def test_status_and_denial_are_as_told() -> None:
    agreeing, compared = (sum(t[i] for t in measured().values()) for i in (2, 3))
    assert compared > 120
    assert agreeing / compared >= 0.9
