"""A summary of a dossier, sentence by sentence, each with the documents it rests on. None says more than a claim does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.schema import schema
from dragoman.report.values import CHOICES
from dragoman.web.words import Speech

if TYPE_CHECKING:
    from dragoman.workspace.dossiers import Claim, Dossier, Relation

LISTED = 6  # things named in one sentence; the section below has them all
SOURCES = 3  # documents a sentence cites
KINDS = ("bodyKind", "placeKind", "eventKind", "nature", "agreementKind", "presenceKind")
FIELDS = ("activity", "sector", "field", "use", "pastUse", "originSector")
WHERE = ("seat", "location", "country", "place", "destination")
BEGIN, END = ("startDate", "date", "established", "incorporationDate"), ("endDate", "dissolutionDate")
NOT_TOLD = ("Place", "Mention")  # ties of these kinds are said by the first sentence, or are none


@dataclass(frozen=True, slots=True)
class Link:
    """A thing named in a sentence."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a message with lists of links in its places, and what it rests on."""

    key: str
    values: dict[str, list[Link] | str | int]
    sources: tuple[Source, ...]

    def text(self, t: Speech) -> str:
        """As plain text."""
        shown = {k: t.listed([i.text for i in v]) if isinstance(v, list) else v for k, v in self.values.items()}
        return t(self.key, **shown)


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the claim in it."""

    document: str
    statement: str
    title: str


def summary(dossier: Dossier, t: Speech) -> list[Sentence]:
    """The sentences, what it is first."""
    found = [_is(dossier, t), _when(dossier, t), *_fields(dossier, t)]
    found += [_tied(dossier, kind, group, t) for kind, group in dossier.relations.items() if kind not in NOT_TOLD]
    return [s for s in found if s is not None]


def _sources(claims: list[Claim]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for claim in claims:
        for p in claim.proofs:
            if p.stored and p.stance == "supports":
                found.setdefault(p.document, Source(p.document, p.statement, p.title))
    return tuple(found.values())[:SOURCES]


def _is(dossier: Dossier, t: Speech) -> Sentence | None:
    """What it is and where."""
    kinds, where = dossier.values(*KINDS), dossier.values(*WHERE)
    told = dict.fromkeys(_kind(c, t) for c in kinds[:2])
    what = [Link(w) for w in told] or [Link(t.schema(dossier.schema))]
    places = {(t.country(c.value) if c.kind == "country" else c.shown): Link("", f"/entities/{c.target}" if c.target else "")
              for c in where[:4]}  # fmt: skip
    listed = [Link(text, link.href) for text, link in places.items()]
    named = dossier.values("name", "alias")[:2]
    cited = _sources([*kinds[:2], *where[:4]]) or _sources(named)
    if not cited and not kinds and not where:
        return None
    key = "summary.is_where" if listed else "summary.is"
    return Sentence(
        key,
        {"name": t.called(dossier.id, dossier.caption, dossier.schema), "what": what, **({"where": listed} if listed else {})},
        cited,
    )


def _kind(claim: Claim, t: Speech) -> str:
    """A kind of body in the singular: the report's words for them are headings."""
    if claim.prop == "bodyKind":
        return t.choice("one", claim.value)
    return t.choice(CHOICES.get(claim.prop, claim.prop), claim.value)


def _when(dossier: Dossier, t: Speech) -> Sentence | None:
    """From when to when."""
    begins, ends = dossier.values(*BEGIN)[:1], dossier.values(*END)[:1]
    if not begins:
        return None
    values: dict[str, list[Link] | str | int] = {"since": t.date(begins[0].value)}
    if ends and ends[0].value != begins[0].value:
        return Sentence("summary.from_to", {**values, "until": t.date(ends[0].value)}, _sources([*begins, *ends]))
    return Sentence("summary.on" if schema(dossier.schema).is_a("Event") else "summary.since", values, _sources(begins))


def _fields(dossier: Dossier, t: Speech) -> list[Sentence | None]:
    made: list[Sentence | None] = []
    for prop in FIELDS:
        claims = dossier.values(prop)[:LISTED]
        if claims:
            made.append(
                Sentence("summary.said", {"what": t.property(prop), "list": [Link(c.shown) for c in claims]}, _sources(claims))
            )
    return made


def _tied(dossier: Dossier, kind: str, group: list[Relation], t: Speech) -> Sentence | None:
    """How many of a kind it is tied to, and the first of them."""
    sure = [r for r in group if not r.suggested]
    if not sure:
        return None
    links = [Link(title(r, t), f"/entities/{r.id}") for r in sure[:LISTED]]
    claims = [c for r in sure[:LISTED] for c in (*r.ends, *r.said)]
    values: dict[str, list[Link] | str | int] = {"kind": t.schema(kind), "n": dossier.tied.get(kind, len(sure)), "list": links}
    return Sentence("summary.tied_more" if dossier.tied.get(kind, 0) > len(links) else "summary.tied", values, _sources(claims))


def _figure(relation: Relation, thing: str, t: Speech) -> str:
    """A number with its bound before the thing counted."""
    told = next((c for c in relation.said if c.prop in ("value", "amount")), None)
    if told is None:
        return thing
    bound = t.choice("bound", told.bound) if told.bound else ""
    return " ".join(p for p in (bound, t.figure(told.value), thing if told.prop == "value" else told.unit) if p)


def title(relation: Relation, t: Speech) -> str:
    """What to call a related entity: its name; a tie without one by what it ties; with its date where it has one."""
    nameless = relation.caption == relation.id[:8] or any(
        c.prop == "role" and c.value == relation.caption for c in relation.said
    )
    ends = list(dict.fromkeys(c.shown for c in relation.ends))
    text = " · ".join(ends[:3]) if nameless and ends else t.called(relation.id, relation.caption, relation.schema)
    if relation.schema == "Figure":
        text = _figure(relation, text, t)
    if nameless and relation.caption != relation.id[:8]:
        text = f"{t.choice('role', relation.caption)}: {text}"
    return f"{text} ({t.date(relation.date)})" if relation.date else text
