"""A row: one entity with what is said of it, its ties and the passages that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.statement import Statement
from dragoman.report.book import UNNAMED, Book, tally
from dragoman.report.passages import Passage, Passages
from dragoman.report.values import HIDDEN, Line, Value, Writer, number
from dragoman.report.worldmap import country_name

PASSAGES = 12  # a row opens to so many sentences; the others open in a second step
TIES = 12
ROLE_PROPS = ("role", "presenceKind", "status")


@dataclass(slots=True)
class Row:
    """What one line of a section opens to."""

    anchor: str
    caption: str
    lang: str
    gist: list[Value] = field(default_factory=list)
    chips: list[str] = field(default_factory=list)
    status: str = ""
    status_label: str = ""
    negated: bool = False
    unnamed: bool = False
    lines: list[Line] = field(default_factory=list)
    ties: list[Value] = field(default_factory=list)
    stops: list[tuple[Value, list[Line]]] = field(default_factory=list)  # of a visit, in order
    passages: list[Passage] = field(default_factory=list)
    further: list[Passage] = field(default_factory=list)
    left_out: int = 0  # facts that are not on the page
    documents: int = 0


class Rows:
    """Makes the row of an entity, with those of the ties that stand with it."""

    def __init__(self, book: Book, writer: Writer, passages: Passages) -> None:
        self.book, self.writer, self.passages = book, writer, passages
        self.tied: dict[str, dict[str, None]] = {}
        for key in book.known():
            for s in book.sure[key]:
                prop = book.schemas[key].properties.get(s.prop)
                if prop and prop.type == "entity" and not s.negated:
                    self.tied.setdefault(book.key(s.value), {})[key] = None

    def of(self, key: str, gist: tuple[str, ...] = ()) -> Row:
        """The row of an entity; `gist` are properties shown while it is closed."""
        book, words = self.book, self.writer.words
        caption = self.writer.caption(key)
        shown = list(dict.fromkeys(v for p in gist for v in self._gist(key, p) if v.text not in caption))
        status = book.status(key)
        owned = book.owned.get(key, [])
        facts = [f for member in (key, *owned) for f in book.facts.get(member, [])]
        made = [self.passages.of(fact, anchor, key) for anchor, fact in facts]
        return Row(
            book.anchors[key], caption, words.foreign(caption), shown[:4],
            self._chips(key), status, words.choice("status", status) if status else "",
            book.denied(key), book.is_unnamed(key),
            [*self.lines(key, set(gist) & {"summary"}), *self._owned(key)], self._ties(key),
            self._stops(key), made[:PASSAGES], made[PASSAGES:],
            sum(book.left_out.get(k, 0) for k in (key, *owned)), len({f.document for _, f in facts}),
        )  # fmt: skip

    def lines(self, key: str, without: set[str] | None = None) -> list[Line]:
        """What is said of an entity, property by property, in the order of its schema."""
        groups: dict[str, list[Statement]] = {}
        for s in self.book.sure[key]:
            own = s.prop == "status" and s.value in (self.book.status(key), UNNAMED)  # the row shows it as a chip
            if not own and s.prop not in HIDDEN and s.prop not in (without or ()):
                groups.setdefault(s.prop, []).append(s)
        kind = self.book.schemas[key]
        order = {name: n for n, name in enumerate(kind.properties)}
        caption = self.writer.caption(key)
        out = []
        for prop in sorted(groups, key=lambda p: order.get(p, 999)):
            values = [self.writer.value(s) for s in groups[prop]]
            unique = list(dict.fromkeys(v for v in values if v.text != caption))
            if unique:
                out.append(Line(self.writer.property(prop), unique[:40]))
        return out

    def _gist(self, key: str, prop: str) -> list[Value]:
        """The values of a property, its own or the other ends of ties that stand with it (`Employment`)."""
        if prop in self.book.schemas[key].properties:
            return list(dict.fromkeys(self.writer.value(s) for s in self.book.sure[key] if s.prop == prop))
        ties = [t for t in self.book.owned.get(key, []) if self.book.is_a(t, prop)]
        return [Value(*self._tie_words(key, t)) for t in ties]

    def _tie_words(self, key: str, tie: str) -> tuple[str, str]:
        line = self._tie(key, tie)
        text = ", ".join(dict.fromkeys([line.label, *(v.text for v in line.values)]))
        return text, self.writer.words.foreign(text)

    def _chips(self, key: str) -> list[str]:
        lang = self.writer.words.lang
        kinds = [self.writer.words.choice("place", k) for k in self.book.values(key, "placeKind")[:1]]
        codes = [] if self.book.is_a(key, "Place") else self.book.values(key, "country")[:2]
        countries = [country_name(c, lang) for c in codes]
        span = self.writer.span(*self.book.span(key))
        return [self.writer.short(c) for c in (*kinds, *countries, span) if c]

    def _owned(self, key: str) -> list[Line]:
        """The ties that stand with an entity, as lines: the role, and who or what is at the other end."""
        lines: dict[str, Line] = {}
        for tie in self.book.owned.get(key, []):
            if self.book.is_a(tie, "Stop"):
                continue
            line = self._tie(key, tie)
            known = lines.setdefault(line.label, Line(line.label, []))
            known.values.extend(v for v in line.values if v not in known.values)
        return list(lines.values())

    def _tie(self, key: str, tie: str) -> Line:
        book, words = self.book, self.writer.words
        kind = book.schemas[tie]
        role = next((s for p in ROLE_PROPS for s in book.sure[tie] if s.prop == p), None)
        label = self.writer.value(role).text if role else kind.label(words.lang)
        ends = [self.writer.value(s) for s in book.sure[tie] if _is_end(kind.properties, s) and book.key(s.value) != key]
        return Line(label, list(dict.fromkeys(ends)))

    def _stops(self, key: str) -> list[tuple[Value, list[Line]]]:
        """The stops of a visit in their order, each with what is said of it."""
        stops = [k for k in self.book.owned.get(key, []) if self.book.is_a(k, "Stop")]
        place = {k: n for n, k in enumerate(stops)}
        stops.sort(key=lambda k: (number(self.book.first(k, "order")) or 0, self.book.first(k, "date"), place[k]))
        made = []
        for stop in stops:
            caption = self.writer.caption(stop)
            lines = self.lines(stop, {"visit", "order"})
            made.append((Value(caption, self.writer.words.foreign(caption)), lines))
        return made

    def _ties(self, key: str) -> list[Value]:
        """Rows that speak of this entity: where else to read."""
        own = {self.book.owner[key], key}
        found: dict[str, Value] = {}
        for other in self.tied.get(key, {}):
            owner = self.book.owner[other]
            if owner not in own and owner not in found:
                link = self.writer.link(owner)
                kind = self.book.schemas[owner].label(self.writer.words.lang)
                found[owner] = Value(link.text, link.lang, link.href, time=kind)
        return list(found.values())[:TIES]


def by_value(book: Book, keys: list[str], prop: str) -> list[tuple[str, list[str]]]:
    """Entities grouped by the first value of a property, the largest group first; what has none comes last."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(book.first(key, prop), []).append(key)
    sizes = tally(v for v, members in groups.items() for _ in members if v)
    ordered = [(value, groups[value]) for value, _ in sizes]
    return [*ordered, ("", groups[""])] if "" in groups else ordered


def _is_end(properties: object, s: Statement) -> bool:
    prop = properties.get(s.prop) if isinstance(properties, dict) else None
    return prop is not None and prop.type == "entity"
