"""Drafts to statements: ids, evidence with context, and one entity for one schema and name within a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.extract.draft import SURE_ENOUGH, Claim, Draft, Reading, Ref
from dragoman.model.ids import entity_id
from dragoman.model.statement import Evidence, Statement

CONTEXT = 32  # code points of prefix and suffix: enough to find a quote again in a changed copy of the text


@lru_cache(maxsize=8_192)
def ref_id(dataset: str, ref: Ref) -> str:
    """The entity id a reference stands for within a data set."""
    return entity_id(dataset, ref.schema, ref.name, ref.discriminator)


def assemble(reading: Reading, drafts: Iterable[Draft], version: str) -> list[Statement]:
    """Statements in order of appearance; what is said twice is one statement with both pieces of evidence.

    A statement is suggested only while none of its drafts was sure enough.
    """
    kept: dict[str, Statement] = {}
    proofs: dict[str, list[Evidence]] = {}  # of statements made more than once: the kept one's evidence first
    proof = _Proof(reading)
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        for statement in _statements(reading.document.source, draft, version, proof):
            known = kept.setdefault(statement.id, statement)
            if known is statement:
                continue
            found = proofs.setdefault(statement.id, [*known.evidence])
            if known.suggested and not statement.suggested:
                kept[statement.id] = statement
                found.insert(0, statement.evidence[0])
            else:
                found.append(statement.evidence[0])
    for key, found in proofs.items():
        kept[key] = replace(kept[key], evidence=tuple(dict.fromkeys(found)))
    return list(kept.values())


def _statements(dataset: str, draft: Draft, version: str, proof: _Proof) -> Iterator[Statement]:
    """The statements of a draft; given by position, which is quicker."""
    about, schema = ref_id(dataset, draft.about), draft.about.schema
    origin, suggested = f"{draft.rule}@{version}", draft.sure < SURE_ENOUGH
    for claim in draft.claims:
        value, original = claim.value, claim.original
        if not isinstance(value, str):
            original = original or value.name
            value = ref_id(dataset, value)
        yield Statement(
            about, schema, claim.prop, value, dataset, original, claim.lang, origin, claim.status, claim.negated,
            claim.valid_from, claim.valid_to, claim.bound, claim.unit, claim.inferred, suggested, (proof.of(draft, claim),),
        )  # fmt: skip


class _Proof:
    """Evidence of one document; claims that share their words share it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        blocks = sorted(reading.document.blocks, key=lambda b: b.start)
        self.blocks, self.block_starts = blocks, [b.start for b in blocks]
        self.sentences = sorted(reading.sentences, key=lambda s: s.start)
        self.sentence_starts = [s.start for s in self.sentences]
        self.known: dict[tuple[int, int, str, tuple[int, int] | None], Evidence] = {}

    def of(self, draft: Draft, claim: Claim) -> Evidence:
        """The words of a claim, with page, sentence and the text around them."""
        start = draft.start if claim.start is None else claim.start
        end = draft.end if claim.end is None else claim.end
        key = (start, end, draft.speaker, draft.sentence)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = self._make(draft, start, end)
        return known

    def _make(self, draft: Draft, start: int, end: int) -> Evidence:
        text = self.reading.text
        return Evidence(
            self.reading.document.id, text[start:end], start, end, self._page(start),
            text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], draft.sentence or self._sentence(start),
            speaker=draft.speaker,
        )  # fmt: skip

    def _page(self, at: int) -> int | None:
        index = bisect_right(self.block_starts, at) - 1
        return self.blocks[index].page if index >= 0 and at < self.blocks[index].end else None

    def _sentence(self, at: int) -> tuple[int, int] | None:
        index = bisect_right(self.sentence_starts, at) - 1
        if index < 0 or at >= self.sentences[index].end:
            return None
        return self.sentences[index].start, self.sentences[index].end
