"""Drafts to statements: ids, evidence with context, and one entity for one schema and name within a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.extract.draft import SURE_ENOUGH, Claim, Draft, Reading, Ref
from dragoman.model.ids import entity_id
from dragoman.model.statement import Evidence, Statement

CONTEXT = 32  # code points of prefix and suffix: enough to find a quote again in a changed copy of the text


def ref_id(dataset: str, ref: Ref) -> str:
    """The entity id a reference stands for within a data set."""
    return entity_id(dataset, ref.schema, ref.name, ref.discriminator)


def assemble(reading: Reading, drafts: Iterable[Draft], version: str) -> list[Statement]:
    """Statements in order of appearance; what is said twice is one statement with both pieces of evidence.

    A statement is suggested only while none of its drafts was sure enough.
    """
    made: dict[str, Statement] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        for claim in draft.claims:
            statement = _statement(reading, draft, claim, version)
            known = made.get(statement.id)
            if known is None:
                made[statement.id] = statement
                continue
            sure = known.suggested and not statement.suggested
            evidence = (statement.evidence + known.evidence) if sure else (known.evidence + statement.evidence)
            kept = statement if sure else known
            made[statement.id] = replace(kept, evidence=tuple(dict.fromkeys(evidence)))
    return list(made.values())


def _statement(reading: Reading, draft: Draft, claim: Claim, version: str) -> Statement:
    dataset = reading.document.source
    value = claim.value if isinstance(claim.value, str) else ref_id(dataset, claim.value)
    original = claim.original or (claim.value.name if isinstance(claim.value, Ref) else "")
    return Statement(
        ref_id(dataset, draft.about), draft.about.schema, claim.prop, value, dataset,
        original_value=original, lang=claim.lang, origin=f"{draft.rule}@{version}", status=claim.status,
        negated=claim.negated, valid_from=claim.valid_from, valid_to=claim.valid_to, bound=claim.bound, unit=claim.unit,
        inferred=claim.inferred, suggested=draft.sure < SURE_ENOUGH, evidence=(_evidence(reading, draft, claim),),
    )  # fmt: skip


def _evidence(reading: Reading, draft: Draft, claim: Claim) -> Evidence:
    start = draft.start if claim.start is None else claim.start
    end = draft.end if claim.end is None else claim.end
    text = reading.text
    page = next((b.page for b in reading.document.blocks if b.start <= start < b.end), None)
    context = draft.sentence or next(((s.start, s.end) for s in reading.sentences if s.start <= start < s.end), None)
    return Evidence(
        reading.document.id, text[start:end], start, end, page, text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT], context, speaker=draft.speaker,
    )  # fmt: skip
