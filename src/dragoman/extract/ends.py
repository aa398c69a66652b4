"""The ends of ties: each thing that a draft names as the other end is one the text tells, or is told by these words.

Rules see a sentence each. One may take a body for a company that another rule took for an organisation, and some name what no
rule tells for itself (the series of an edition, the sender of a delegation). Such an end would lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.model.ids import normal_name
from dragoman.model.schema import schema


def tied(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every end told; unchanged where all are."""
    told = {_key(d.about) for d in drafts}
    astray = {c.value for d in drafts for c in d.claims if isinstance(c.value, Ref) and _key(c.value) not in told}
    if not astray:
        return drafts
    known: dict[str, dict[Ref, None]] = {}
    for d in drafts:
        known.setdefault(normal_name(d.about.name), {})[d.about] = None
    meant = {ref: found for ref in astray if (found := _meant(ref, known.get(normal_name(ref.name), ())))}
    made = [_pointed(d, meant) for d in drafts] if meant else drafts
    return [*made, *_named(text, made, astray - meant.keys())]


def _key(ref: Ref) -> tuple[str, str, str]:
    return ref.schema, normal_name(ref.name), normal_name(ref.discriminator)


def _meant(ref: Ref, candidates: Iterable[Ref]) -> Ref | None:
    """The one thing of that name that the text tells, of a kind that may be the same."""
    alike = [c for c in candidates if _one_kind(ref, c)]
    return alike[0] if len(alike) == 1 else None


def _one_kind(left: Ref, right: Ref) -> bool:
    one, other = schema(left.schema), schema(right.schema)
    bodies = all(s.is_a("LegalEntity") and not s.is_a("Person") for s in (one, other))
    return bodies or one.is_a(other.name) or other.is_a(one.name)


def _pointed(draft: Draft, meant: dict[Ref, Ref]) -> Draft:
    claims = tuple(
        replace(c, value=meant[c.value]) if isinstance(c.value, Ref) and c.value in meant else c for c in draft.claims
    )
    return replace(draft, claims=claims) if claims != draft.claims else draft


def _named(text: str, drafts: list[Draft], astray: set[Ref]) -> Iterator[Draft]:
    """What no draft tells, told by the words that name it first."""
    for d in drafts:
        for c in d.claims:
            if isinstance(c.value, Ref) and c.value in astray and "name" in schema(c.value.schema).properties:
                astray.discard(c.value)
                at = text.find(c.value.name, d.start, d.end)
                start, end = (at, at + len(c.value.name)) if at >= 0 else (d.start, d.end)
                name = Claim("name", c.value.name, lang=c.lang, inferred=at < 0)
                yield Draft(c.value, start, end, (name,), d.rule, d.sure, d.speaker, d.sentence)
