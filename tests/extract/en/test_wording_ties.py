"""Projects, presences, partnerships and memberships in many wordings: each marked passage must be quoted for its kind."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from dragoman.extract.rules import RuleExtractor
from dragoman.model.document import Block, Document
from dragoman.model.schema import schema

MARKED = re.compile(r"\[\[(.*?)\]\]")
FOLDER = Path(__file__).parent / "wording"
KINDS = ("project", "presence", "partnership", "membership", "technology")


@cache
def _extractor() -> RuleExtractor:
    return RuleExtractor(models=False)


def rows(kind: str) -> list[str]:
    text = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def quotes(text: str, kind: str) -> list[tuple[int, int]]:
    document = Document("0" * 64, "en_wording.txt", "text/plain", text, lang="en", blocks=(Block(0, len(text)),))
    _, drafts = _extractor().drafts(document)
    return [(d.start, d.end) for d in drafts if schema(d.about.schema).kind == kind]


@pytest.mark.parametrize(("kind", "row"), [(kind, row) for kind in KINDS for row in rows(kind)])
def test_wording_is_found(kind: str, row: str) -> None:
    text = MARKED.sub(r"\1", row)
    found = quotes(text, kind)
    for passage in MARKED.findall(row):
        start = text.index(passage)
        covered = [min(b, start + len(passage)) - max(a, start) for a, b in found if b - a <= 160]
        assert max(covered, default=0) >= len(passage) / 2, [text[a:b] for a, b in found]
    if "[[" not in row:
        assert not found, [text[a:b] for a, b in found]
