"""Seeking with facets: all entities that have some words, what they can be narrowed by, one page with the words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dragoman.model.schema import schemata
from dragoman.store import fulltext, tables, tally
from dragoman.store.codec import unpack_document
from dragoman.store.engine import lookup, within
from dragoman.store.finding import calling
from dragoman.store.results import Hit
from dragoman.store.searching import CAP, passage, snippet
from dragoman.store.store import Store

FACETS = {"country": tally.COUNTRY, "topic": tally.TOPIC, "dataset": tally.DATASET}
THINGS = {"edition": ("Edition",), "technology": ("Technology",)}  # tied to it, perhaps through a tie of its own
TIED_FROM, TIES = 300, 6_000  # the first entities, whose ties are followed; ties read at once
HUB = 2_000  # statements of an entity whose ties are not followed: they lead everywhere
VALUES = 400  # code points of a value shown where no word of it was asked for
STRONG = 0.8  # likeness of a name from which it stands before those that only hold the words elsewhere


@dataclass(slots=True)
class Candidate:
    """An entity that has the words: `rank` 0 the very name, 1 a name, 2 a name that is alike, 3 elsewhere, 4 less alike."""

    key: int
    schema: str
    caption: str
    statements: int
    rank: int
    via: int = 0  # the statement that holds the words
    alike: float = 0.0
    facets: dict[str, set[str]] = field(default_factory=dict)


class Seeking:
    """One search over the views of a store."""

    def __init__(self, store: Store, words: str, alike: Mapping[str, float] | None = None) -> None:
        self.store, self.words, self.alike = store, words, alike or {}
        self.pieces = fulltext.pieces(words)
        self.capped = False

    def candidates(self) -> list[Candidate]:
        """All entities that have all the words, or a name like them, best first; no facets yet."""
        with self.store._read() as connection:
            said, named = self._said(connection)
            ids = self.store._ids
            near = self.store._views.canonical(connection, ids.known(connection, list(self.alike)).values())
            texts = ids.texts(connection, near)
            scores: dict[int, float] = {}
            for key, canonical in near.items():
                scores[canonical] = max(self.alike[texts[key]], scores.get(canonical, 0.0))
            e = tables.entities
            rows = lookup(connection, e, e.c.key, {*said, *scores})
            asked = fulltext.fold(self.words).strip()
            found = [
                Candidate(r.key, r.schema, r.caption, r.statements, 0, said.get(r.key, 0), scores.get(r.key, 0.0)) for r in rows
            ]
        for one in found:
            one.rank = self._rank(one, asked, one.key in named, one.key in said)
        return sorted(found, key=lambda c: (c.rank, -c.alike if c.rank in (2, 4) else 0, -c.statements, c.key))

    @staticmethod
    def _rank(one: Candidate, asked: str, named: bool, said: bool) -> int:
        if fulltext.fold(one.caption).strip() == asked:
            return 0
        if named:
            return 1
        if one.alike >= STRONG:
            return 2
        return 3 if said else 4

    def _said(self, connection: Connection) -> tuple[dict[int, int], set[int]]:
        """The entities that hold the words with the statement that does, and those that hold them in a name."""
        said: dict[int, int] = {}
        named: set[int] = set()
        for index in ("search_names", "search_values") if self.pieces else ():
            keys = fulltext.find(connection, index, self.words, CAP)
            self.capped = self.capped or len(keys) == CAP
            for statement, entity in self.store._finding.entities_of(connection, keys).items():
                said.setdefault(entity, statement)
                if index == "search_names":
                    named.add(entity)
        return said, named

    def facet(self, found: Sequence[Candidate]) -> None:
        """Note on each candidate what it can be narrowed by."""
        by_key = {c.key: c for c in found}
        known = schemata()
        for one in found:
            kind = known[one.schema].kind if one.schema in known else None
            one.facets["kind"] = {kind or one.schema}
        t = tables.tallies
        what = {number: name for name, number in FACETS.items()}
        query = select(t.c.entity, t.c.what, t.c.value).where(t.c.what.in_(sorted(what)))
        with self.store._read() as connection:
            sources: dict[int, set[str]] = {}
            for entity, number, value in within(connection, query, t.c.entity, by_key):
                by_key[entity].facets.setdefault(what[number], set()).add(value)
                if number == tally.DATASET:
                    sources.setdefault(int(value), set())
            names = self.store._sources.texts(connection, list(sources))
            for one in found:
                one.facets["dataset"] = {names[int(v)] for v in one.facets.get("dataset", ())}
            self._things(connection, [c for c in found[:TIED_FROM] if c.statements < HUB])

    def _things(self, connection: Connection, found: Sequence[Candidate]) -> None:
        """Editions and technologies a candidate is tied to, itself or by a tie between."""
        keys = {c.key: c for c in found}
        wanted = {name: _children(kinds) for name, kinds in THINGS.items()}
        between = frozenset(s.name for s in schemata().values() if s.edge) | _children(("Exhibit",))
        near = self._ties(connection, keys, frozenset().union(*wanted.values(), between))
        middles = {other for _, other, schema in near if schema in between}
        far: dict[int, list[tuple[int, str]]] = {}
        for middle, other, schema in self._ties(connection, middles, frozenset().union(*wanted.values())):
            far.setdefault(middle, []).append((other, schema))
        reached: dict[int, set[tuple[int, str]]] = {}
        for key, other, schema in near:
            reached.setdefault(key, set()).update([(other, schema), *far.get(other, ())])
        ids = self.store._ids.texts(connection, {other for things in reached.values() for other, _ in things})
        for key, things in reached.items():
            for name, kinds in wanted.items():
                keys[key].facets.setdefault(name, set()).update(ids[o] for o, schema in things if schema in kinds and o != key)

    @staticmethod
    def _ties(connection: Connection, keys: Iterable[int], schemas: frozenset[str]) -> list[tuple[int, int, str]]:
        t, e = tables.ties, tables.entities
        query = select(t.c.entity, t.c.other, e.c.schema).join(e, e.c.key == t.c.other).where(e.c.schema.in_(sorted(schemas)))
        return [(r[0], r[1], r[2]) for r in within(connection, query.limit(TIES), t.c.entity, keys)]

    def page(self, found: Sequence[Candidate]) -> list[Hit]:
        """Some candidates as hits, with the text that holds the words."""
        with self.store._read() as connection:
            texts = self.store._searching._values(connection, [c.via for c in found if c.via])
            ids = self.store._ids.texts(connection, [c.key for c in found])
            called = calling(connection, {c.key: c.caption for c in found})
        hits = []
        for one in found:
            text = texts.get(one.via, "")
            cut, spans = snippet(text, self.pieces)
            hits.append(Hit("entity", ids[one.key], one.schema, called[one.key], cut or text[:VALUES], spans))
        return hits

    def documents(self, limit: int, offset: int = 0) -> tuple[list[Hit], int]:
        """Documents that have all the words, and how many there are (at most `CAP` are counted)."""
        if not self.pieces:
            return [], 0
        d = tables.documents
        with self.store._read() as connection:
            keys = fulltext.find(connection, "search_documents", self.words, CAP)
            shown = keys[offset : offset + limit]
            rows = {r.key: r for r in lookup(connection, d, d.c.key, shown)}
        hits = []
        for key in shown:
            row = rows[key]
            text, spans = passage(unpack_document(dict(row._mapping), row.body), self.pieces)
            hits.append(Hit("document", row.id, "Document", row.title or row.name, text, spans))
        return hits, len(keys)


def _children(kinds: Sequence[str]) -> frozenset[str]:
    return frozenset(s.name for s in schemata().values() if any(s.is_a(k) for k in kinds))


def tallied(found: Iterable[Candidate], facet: str) -> list[tuple[str, int]]:
    """How many candidates have each value of a facet, most first."""
    counts: Counter[str] = Counter()
    for one in found:
        counts.update(one.facets.get(facet, ()))
    return sorted(counts.items(), key=lambda c: (-c[1], c[0]))
