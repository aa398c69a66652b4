"""A summary of a dossier, sentence by sentence, each with the documents it rests on. None says more than a claim does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.schema import schema
from dragoman.report.values import CHOICES
from dragoman.web.words import Speech

if TYPE_CHECKING:
    from dragoman.workspace.dossiers import Claim, Dossier, Relation

LISTED, NAMED = 6, 4  # values, and things tied to it, named in one sentence; the section below has them all
TOLD = 6  # kinds of tie told in a sentence of their own; one sentence counts the rest
SOURCES = 3  # documents a sentence cites
KINDS = ("bodyKind", "placeKind", "eventKind", "nature", "agreementKind")
NEAR = ", "  # between places, the narrower first; other things are set apart as the language does
FIELDS = ("activity", "sector", "field", "use", "pastUse", "originSector")
WHERE = ("seat", "location", "place", "destination")
LANDS = ("country", "nationality")
BEGIN, END = ("startDate", "date", "established", "incorporationDate"), ("endDate", "dissolutionDate")
NOT_TOLD = ("Place", "CountryGroup", "Mention")  # ties of these kinds are said by the first sentence, or are none
POSTS = ("Employment", "Directorship", "Position")
FIRST = (  # kinds of tie a reader asks for first
    "Sanction", "Employment", "Directorship", "Position", "Figure", "Cooperation", "Agreement", "Contract", "JointLab",
    "Partnership", "Ownership", "Membership", "Edition", "Expo", "Delegation", "Visit", "Presence", "Sale", "Project",
    "Exhibit", "Technology", "Company", "Organization", "PublicBody", "Participation", "Consultation", "Forum",
)  # fmt: skip


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
        shown = {k: self.between(k, t).join(i.text for i in v) if isinstance(v, list) else v for k, v in self.values.items()}
        said = t(self.key, **shown)
        return said.removesuffix(".") if said.endswith("..") else said

    def between(self, key: str, t: Speech) -> str:
        """What stands between the things of a list."""
        return NEAR if key == "where" and t.lang != "zh" else t.listed(["", ""])


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the claim in it."""

    document: str
    statement: str
    title: str


def begun(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def summary(dossier: Dossier, t: Speech) -> list[Sentence]:
    """The sentences, what it is first."""
    found = [_is(dossier, t), _when(dossier, t), *_fields(dossier, t), *_ties(dossier, t)]
    return [s for s in found if s is not None]


def _sources(claims: list[Claim]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for claim in claims:
        for p in claim.proofs:
            if p.stored and p.stance == "supports":
                found.setdefault(p.document, Source(p.document, p.statement, p.title))
    return tuple(found.values())[:SOURCES]


def _is(dossier: Dossier, t: Speech) -> Sentence | None:
    """What it is and where; a country is not said to lie in itself."""
    kinds, where, lands = dossier.values(*KINDS)[:2], dossier.values(*WHERE)[:3], dossier.values(*LANDS)[:2]
    if any(c.prop == "placeKind" and c.value == "country" for c in kinds):
        lands = []
    cited = _sources([*kinds, *where, *lands]) or _sources(dossier.values("name", "alias")[:2])
    if not cited and not kinds and not where and not lands:
        return None
    if not kinds and (posts := _posts(dossier, t)):
        return posts
    what = list(dict.fromkeys(_kind(c, t) for c in kinds)) or [t.kind(dossier.schema)]
    places = {c.shown: Link(c.shown, f"/entities/{c.target}" if c.target else "") for c in where}
    places |= {name: Link(name) for name in (t.country(c.value) for c in lands) if name not in places}
    told: dict[str, list[Link] | str | int] = {
        "name": t.called(dossier.id, dossier.caption, dossier.schema), "what": t.such(what),
    }  # fmt: skip
    if not places:
        return Sentence("summary.is", told, cited)
    to = bool(where) and all(c.prop == "destination" for c in where) and not lands
    return Sentence("summary.is_to" if to else "summary.is_where", {**told, "where": list(places.values())}, cited)


def _posts(dossier: Dossier, t: Speech) -> Sentence | None:
    """Of a person the posts they hold or held."""
    held = [r for k in POSTS for r in dossier.relations.get(k, ()) if dossier.schema == "Person" and not r.suggested]
    shown = {title(r, t): Link(title(r, t), f"/entities/{r.id}") for r in held[:LISTED]}
    claims = [c for r in held[:LISTED] for c in (*r.ends, *r.said)]
    name = t.called(dossier.id, dossier.caption, dossier.schema)
    return Sentence("summary.posts", {"name": name, "list": list(shown.values())}, _sources(claims)) if held else None


def _kind(claim: Claim, t: Speech) -> str:
    """A kind in the singular: the report's words for kinds of bodies are headings."""
    if claim.prop == "bodyKind":
        return t.choice("one", claim.value)
    return t.choice(CHOICES.get(claim.prop, claim.prop), claim.value)


def _when(dossier: Dossier, t: Speech) -> Sentence | None:
    """From when to when."""
    begins, ends = dossier.values(*BEGIN)[:1], dossier.values(*END)[:1]
    if not begins:
        return None
    since, until = begins[0].value, ends[0].value if ends else ""
    if until and until != since:
        return Sentence("summary.when", {"when": t.days(since, until)}, _sources([*begins, *ends]))
    lasts = begins[0].prop in ("established", "incorporationDate") or schema(dossier.schema).edge
    return Sentence("summary.since" if lasts else "summary.when", {"when": t.date(since)}, _sources(begins))


def _fields(dossier: Dossier, t: Speech) -> list[Sentence | None]:
    made: list[Sentence | None] = []
    for prop in FIELDS:
        claims = dossier.values(prop)
        if claims:
            every = list(dict.fromkeys(t.value(prop, c.shown) for c in claims))
            said = every if len(every) <= LISTED else every[:NAMED]
            values: dict[str, list[Link] | str | int] = {"what": begun(t.property(prop)), "list": [Link(v) for v in said]}
            key = "summary.said" if said == every else "summary.said_more"
            made.append(Sentence(key, values, _sources(claims[:LISTED])))
    return made


def _ties(dossier: Dossier, t: Speech) -> list[Sentence | None]:
    """How many of each kind it is tied to, with the first of them; kinds of less weight in one sentence."""
    told_first = POSTS if dossier.schema == "Person" else ()
    kinds = [
        k for k in dossier.relations if k not in (*NOT_TOLD, *told_first) and any(not r.suggested for r in dossier.relations[k])
    ]
    kinds.sort(key=lambda k: (FIRST.index(k) if k in FIRST else len(FIRST), -dossier.tied.get(k, 0), k))
    rest = kinds[TOLD:] if len(kinds) > TOLD + 1 else []
    made: list[Sentence | None] = [_tied(dossier, k, t) for k in kinds if k not in rest]
    return [*made, _rest(dossier, rest, t)] if rest else made


def _tied(dossier: Dossier, kind: str, t: Speech) -> Sentence:
    sure = [r for r in dossier.relations[kind] if not r.suggested]
    shown = {title(r, t): r for r in reversed(sure)}
    named = [(text, r) for text, r in reversed(shown.items())][:NAMED]
    total = max(dossier.tied.get(kind, 0), len(sure)) - (len(sure) - len(shown))  # what is told twice is one
    claims = [c for _, r in named for c in (*r.ends, *r.said)]
    count = t.kind(kind) if total == 1 and kind not in dossier.partly else _count(dossier, kind, total, t)
    values: dict[str, list[Link] | str | int] = {
        "count": begun(count), "list": [Link(text, f"/entities/{r.id}") for text, r in named],
    }  # fmt: skip
    return Sentence("summary.tied_more" if total > len(named) else "summary.tied", values, _sources(claims))


def _count(dossier: Dossier, kind: str, n: int, t: Speech) -> str:
    count = t.counted(kind, n)
    return t("summary.at_least", count=count) if kind in dossier.partly else count


def _rest(dossier: Dossier, kinds: list[str], t: Speech) -> Sentence:
    """Kinds that are only counted: each leads to its ties."""
    sure = {k: [r for r in dossier.relations[k] if not r.suggested] for k in kinds}
    at = f"/entities/{dossier.id}/neighbourhood?as=list&kind="
    counts = [Link(_count(dossier, k, max(dossier.tied.get(k, 0), len(sure[k])), t), f"{at}{k}") for k in kinds]
    claims = [c for k in kinds for r in sure[k][:1] for c in (*r.ends, *r.said)]
    return Sentence("summary.rest", {"list": counts}, _sources(claims))


def _figure(relation: Relation, thing: str, t: Speech) -> str:
    """A number with its bound before the thing counted."""
    told = next((c for c in relation.said if c.prop in ("value", "amount")), None)
    if told is None:
        return thing
    bound = t.choice("bound", told.bound) if told.bound else ""
    return " ".join(p for p in (bound, t.figure(told.value), thing if told.prop == "value" else told.unit) if p)


def title(relation: Relation, t: Speech, dated: bool = True) -> str:
    """What to call a related entity: its name; a tie without one by its role and what it ties; with its date."""
    said = {c.prop: c for c in reversed(relation.said) if not c.negated}
    role = said["role"].value if "role" in said and said["role"].value == relation.caption else ""
    ends = t.listed(list(dict.fromkeys(c.shown for c in relation.ends))[:3])
    text = t.called(relation.id, relation.caption, relation.schema)
    if relation.schema == "Figure":
        text = _figure(relation, text, t)
    elif role:
        text = t("summary.role", role=t.value("role", role), of=ends) if ends else t.value("role", role)
    elif relation.caption == relation.id[:8] and ends:
        number = said["number"].value if "number" in said else ""
        text = f"{number} · {ends}" if number else ends
    return t("summary.dated", text=text, date=t.date(relation.date)) if dated and relation.date else text
