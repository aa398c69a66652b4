"""What the template shows beside the sections: tiles, cases, figures, map, timeline, ladder, what is to check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from dragoman.model.decision import Decision, Subject
from dragoman.model.schema import FACT_KINDS
from dragoman.report import timeline
from dragoman.report.book import LADDER, Book, tally
from dragoman.report.data import localised
from dragoman.report.figures import CURRENCY, Compared, Verdict, compare
from dragoman.report.located import Mapped, located
from dragoman.report.passages import Passage, Passages
from dragoman.report.reader import TO_CHECK_SHOWN, Reader
from dragoman.report.rows import Row, Rows
from dragoman.report.sections import Section, Sections
from dragoman.report.values import Line, Value, Writer
from dragoman.report.worldmap import country_name, draw

COUNTED_SHOWN = 40
DECISIONS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One reported figure beside its count."""

    anchor: str
    thing: Value
    scope: Value | None
    quote: Value | None  # where there is no scope: the words, so that the thing is understood
    inferred: bool
    reported: str
    counted: str
    verdict: str
    verdict_label: str
    explanation: str
    rows: list[Value]
    more: int
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A worked case on the first page."""

    letter: str
    title: Value
    summary: Value
    documents: list[Value]
    questions: list[Value]
    counts: list[Value]


class Views:
    """Everything a report shows that is not a section of rows."""

    def __init__(self, book: Book, writer: Writer, passages: Passages, rows: Rows, sections: Sections, reader: Reader) -> None:
        self.book, self.writer, self.words = book, writer, writer.words
        self.passages, self.rows, self.reader = passages, rows, reader
        self.sections: list[Section] = sections.all()
        self.members = sections.members

    @cached_property
    def figures(self) -> list[FigureCard]:
        """Reported beside counted: first what was compared, then what cannot be."""
        order = [Verdict.MET, Verdict.NOT_MET, Verdict.NOTHING, Verdict.NOT_COMPARABLE]
        found = sorted(compare(self.book), key=lambda c: order.index(c.verdict))
        seen: set[str] = set()
        return [self._figure(c, seen) for c in found]

    @cached_property
    def other_figures(self) -> list[Row]:
        """Figures without a number that can be read."""
        shown = {c.key for c in compare(self.book)}
        return [self.rows.of(k) for k in self.book.known() if self.book.is_a(k, "Figure") and k not in shown]

    def _figure(self, c: Compared, seen: set[str]) -> FigureCard:
        own = self.book.is_a(c.key, "Figure") and c.key not in seen
        seen.add(c.key)
        thing = self.writer.short(c.thing) or self.writer.property(c.statement.prop)
        key = str(c.verdict).replace(" ", "_")
        proofs = sorted(self.book.facts.get(c.key, []), key=lambda p: all(s.id != c.statement.id for s in p[1].statements))
        links = [self._counted(r) for r in c.rows]
        measured = not c.thing or CURRENCY.fullmatch(c.statement.unit)  # the unit of a count is the thing, or a classifier
        reported = self.writer.figure(c.statement, with_unit=bool(measured))
        counted = self._count(c)
        return FigureCard(
            self.book.anchors[c.key] if own else "", Value(thing, self.words.foreign(thing, c.lang)),
            self.writer.link(c.subject) if c.subject else None, None if c.counted is not None else self._quote(c),
            c.subject_inferred and c.counted is not None,
            reported, counted, key,
            self.words(f"verdict.{key}"), self._explain(c), links[:COUNTED_SHOWN], max(0, len(links) - COUNTED_SHOWN),
            [replace(self.passages.of(f, a if own else ""), lines=[]) for a, f in (proofs if own else proofs[:1])],
        )  # fmt: skip

    def _count(self, c: Compared) -> str:
        unit = f" {c.statement.unit}" if CURRENCY.fullmatch(c.statement.unit) else ""
        return "–" if c.counted is None else self.words.number(c.counted) + unit

    def _quote(self, c: Compared) -> Value | None:
        quote = self.writer.short(c.statement.evidence[0].exact) if c.statement.evidence else ""
        return Value(quote, self.words.foreign(quote)) if quote else None

    def _counted(self, row: str) -> Value:
        return self.writer.link(row) if row in self.book.entities else Value(country_name(row, self.words.lang))

    def _explain(self, c: Compared) -> str:
        if c.verdict is not Verdict.NOT_MET:
            key = {Verdict.MET: "met", Verdict.NOTHING: "nothing"}.get(c.verdict, "not_comparable")
            return self.words(f"explain.{key}")
        if not c.difference:
            return self.words("explain.equal")
        return self.words("explain.fewer" if c.difference < 0 else "explain.more", number=self.words.number(abs(c.difference)))

    @cached_property
    def tiles(self) -> list[Value]:
        """The counts of the first page, each opening its rows."""
        counts = [("documents", len(self.book.documents)), ("figures", len(self.figures) + len(self.other_figures))]
        counts += [(s.key, s.count) for s in self.sections] + [("to_check", len(self.book.to_check))]
        return [Value(self.words(f"section.{k}"), href=f"#{k}", time=self.words.number(n)) for k, n in counts if n]

    @cached_property
    def totals(self) -> list[tuple[str, str]]:
        """Further totals the workspace gave."""
        return [(self.words.choice("count", k), self.words.number(n)) for k, n in self.book.data.counts.items()]

    @cached_property
    def cases(self) -> list[CaseCard]:
        """The worked cases."""
        return [self._case(c.letter, n) for n, c in enumerate(self.book.data.cases)]

    def _case(self, letter: str, index: int) -> CaseCard:
        case, lang = self.book.data.cases[index], self.words.lang
        named = {d.name: d.id for d in self.book.documents.values()} | {d: d for d in self.book.documents}
        short = {name.rsplit("/", 1)[-1]: key for name, key in named.items()}
        ids = [i for d in case.documents if (i := named.get(d) or short.get(d.rsplit("/", 1)[-1]))]
        return CaseCard(
            letter, self._text(localised(case.title, lang)), self._text(localised(case.summary, lang)),
            [self._document(i) for i in dict.fromkeys(ids)], [self._text(localised(q, lang)) for q in case.questions],
            self._case_counts(set(ids)),
        )  # fmt: skip

    def _text(self, text: str) -> Value:
        return Value(self.writer.clean(text), self.words.foreign(text))

    def _document(self, key: str) -> Value:
        document = self.book.documents[key]
        title = self.writer.short(document.title or document.name)
        return Value(title, self.words.foreign(title, document.lang), self.reader.anchors[key])

    def _case_counts(self, documents: set[str]) -> list[Value]:
        """How many rows of each section the documents of a case speak of."""
        spoken = {k for k, facts in self.book.facts.items() if any(f.document in documents for _, f in facts)}
        spoken = {self.book.owner.get(k, k) for k in spoken}
        counted = [(s.key, len(spoken & set(self.members[s.key]))) for s in self.sections]
        return [Value(self.words(f"section.{k}"), href=f"#{k}", time=self.words.number(n)) for k, n in counted if n]

    @cached_property
    def mapped(self) -> list[Mapped]:
        """Every place with its point, weighted by the records tied to it."""
        return located(self.book, self.writer, self.rows, self.members["places"])

    @cached_property
    def map(self) -> Markup:
        """The drawing, empty where no place is known."""
        points = [m.point for m in self.mapped if m.point]
        codes = [c for key in self.book.known() for c in self.book.values(key, "country")]
        shaded = {c.lower(): n for c, n in tally(codes)}
        return draw(points, shaded, self.words("map.label"), self.book.data.outlines) if points else Markup("")

    @cached_property
    def timeline(self) -> tuple[list[tuple[timeline.Span, Value, str, Markup]], list[tuple[int, float]], int]:
        """Rows of the timeline (span, link, kind, bar), the years of its axis, and how many rows are left out."""
        spans = timeline.spans(self.book)
        kept = spans
        if len(spans) > timeline.SHOWN:
            weight = {s.key: len(self.book.facts.get(s.key, ())) for s in spans}
            best = {s.key for s in sorted(spans, key=lambda s: -weight[s.key])[: timeline.SHOWN]}
            kept = [s for s in spans if s.key in best]
        if not kept:
            return [], [], 0
        axis = timeline.Axis.over(kept)
        lang = self.words.lang
        rows = [(s, self.writer.link(s.key), self.book.schemas[s.key].label(lang), axis.bar(s)) for s in kept]
        return rows, axis.years(), len(spans) - len(kept)

    @cached_property
    def ladder(self) -> list[tuple[str, str, int, str]]:
        """Each step: its key, its name, how many agreements stand on it, and where they are listed."""
        counts = dict(tally(self.book.status(k) for k in self.members["agreements"] if not self.book.denied(k)))
        groups = next((s.groups for s in self.sections if s.key == "agreements"), [])
        where = {g.rows[0].status: f"#{g.anchor}" for g in groups if not g.rows[0].negated}
        return [(s, self.words.choice("status", s), counts.get(s, 0), where.get(s, "")) for s in LADDER]

    @cached_property
    def presence(self) -> list[Line]:
        """Presence abroad by country: how many of each kind."""
        table: dict[str, dict[str, int]] = {}
        for key in self.members["presence"]:
            if self.book.denied(key):
                continue
            kind = self.book.first(key, "presenceKind")
            label = self.words.choice("presence", kind) if kind else self.book.schemas[key].label(self.words.lang)
            kinds = table.setdefault(self._where(key), {})
            kinds[label] = kinds.get(label, 0) + 1
        ordered = sorted(table.items(), key=lambda row: (-sum(row[1].values()), row[0]))
        return [Line(c, [Value(self.writer.short(k), time=str(n)) for k, n in kinds.items()]) for c, kinds in ordered]

    def _where(self, key: str) -> str:
        place = self.book.first(key, "place") or self.book.first(key, "buyer")
        code = self.book.first(place, "country") if place in self.book.entities else ""
        if code:
            return country_name(code, self.words.lang)
        return self.writer.caption(place) if place else self.words("group.no_country")

    @cached_property
    def to_check(self) -> list[tuple[str, list[tuple[Value, list[Passage]]]]]:
        """Suggested facts by kind, those of one entity together."""
        groups: dict[str, dict[str, list[Passage]]] = {}
        for anchor, fact in self.book.to_check[:TO_CHECK_SHOWN]:
            members = groups.setdefault(fact.kind, {}).setdefault(self.book.key(fact.entity_id), [])
            members.append(self.passages.of(fact, anchor))
        return [
            (self.words(f"fact.{k}"), [(self._head(key), passages) for key, passages in groups[k].items()])
            for k in FACT_KINDS if k in groups
        ]  # fmt: skip

    @property
    def to_check_left(self) -> int:
        """How many suggested facts are not on the page."""
        return max(0, len(self.book.to_check) - TO_CHECK_SHOWN)

    def _head(self, key: str) -> Value:
        caption = self.writer.caption(key)
        kind = self.book.schema(key)
        return Value(caption, self.words.foreign(caption), time=kind.label(self.words.lang) if kind else "")

    @cached_property
    def decisions(self) -> tuple[list[tuple[str, list[tuple[list[Value], Decision]]]], int]:
        """Decisions on identity by verdict, those of people first; and how many are left out."""
        found = sorted((d for d in self.book.data.decisions if d.subject is Subject.IDENTITY), key=lambda d: d.by_rule)
        groups: dict[str, list[tuple[list[Value], Decision]]] = {}
        for d in found[:DECISIONS_SHOWN]:
            things = dict.fromkeys(self.writer.link(i) for i in d.ids if self.book.caption(i))
            groups.setdefault(self.words.choice("decision", d.verdict), []).append((list(things), d))
        return list(groups.items()), len(found) - min(len(found), DECISIONS_SHOWN)
