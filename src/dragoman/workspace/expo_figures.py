"""Figures of an edition or a series: counted from records beside what sources report; series, and two editions compared."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.expo.figures import Counted, Figures, Reported, explained, number, repeated
from dragoman.model.document import Document
from dragoman.model.reader import reading_in
from dragoman.model.schema import schema
from dragoman.model.statement import Statement
from dragoman.report.figures import CURRENCY, Compared, Verdict
from dragoman.report.nouns import counted_kinds
from dragoman.workspace.expo_counting import EXHIBITOR, EditionComparison, EditionCounter, counted
from dragoman.workspace.expo_entries import CATALOGUE, is_entered
from dragoman.workspace.expo_records import Records

if TYPE_CHECKING:
    from dragoman.store.gathering import Wanted
    from dragoman.workspace import Workspace

PARTS = frozenset(("partOf", "expo"))
TIES = frozenset(("edition", "event", "broughtBy", "visit", "organization", "group", "subject"))
ENDS = frozenset(("participant", "exhibitor", "subject", "member", "sender"))
PROPS = frozenset(("role", "status", "count", "agreementKind", "field", "country", "organizer", "party"))
SPECIAL = frozenset((("Agreement", "name"), ("Contract", "name"), ("Edition", "ordinal"), ("Edition", "startDate")))
WHOLE = frozenset(("amount", "plannedAmount", "paidAmount", "stage"))
OF_ENDS = frozenset(("country", "bodyKind"))
EXHIBITING = frozenset(("Participation", "Exhibit"))
REPEATED = ("exhibitors", "participants", "enterprises", "countries", "projects", "exhibits", "delegations")


def _wanted() -> Wanted:
    from dragoman.store.gathering import Wanted

    return Wanted(PARTS, TIES, ENDS, PROPS, SPECIAL, OF_ENDS, WHOLE)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without collecting cycles, of which counting makes none: looking for them among its rows takes half of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def figures(workspace: Workspace, subject: str) -> Figures:
    """All figures of an edition or a series, by its id."""
    from dragoman.workspace.expo_cache import cached

    root = workspace.store.canonical(subject)
    with uncollected(), reading_in(""):  # what is kept is not that of one reader
        return cached(workspace, root, lambda: _figures(workspace, root))


def _figures(workspace: Workspace, root: str) -> Figures:
    from dragoman.store.gathering import gather

    store = workspace.store
    gathered = gather(store, [root], _wanted())
    if root not in gathered.schemas:
        raise UnknownName(f"nothing is known of {root!r}")
    book = Records(store, gathered)
    counter = EditionCounter(book)
    found = counted(counter, root, _home(workspace, book, root))
    told, comparison = _reported(workspace, book, counter, root)
    if book.is_a(root, "Expo"):
        found += _across(counter, root)
    elif book.is_a(root, "Edition"):
        found += _came_before(workspace, book, root, found[0])
        told = [_of_editions(workspace, book, root, r) for r in told]
        told += _of_series(workspace, book, comparison, root)
    caption = store.captions([root]).get(root, root[:8])
    return Figures(root, caption, tuple(found), tuple(told))


def _home(workspace: Workspace, book: Records, root: str) -> str:
    """The country an edition is held in: its own, that of its place, or its series'; of a series that of its first edition."""
    first = ordered(book, (k for k in book.known() if book.is_a(k, "Edition")))[:1] if book.is_a(root, "Expo") else []
    for key in (root, *book.values(root, "expo"), *first):
        if not workspace.store.size(key):
            continue
        entity = workspace.store.entity(key)
        own = entity.values("country", sure=True)
        places = [workspace.store.entity(p) for p in entity.values("location", sure=True) if workspace.store.size(p)]
        told = [*own, *(c for p in places for c in p.values("country", sure=True))]
        if told:
            return told[0]
    return ""


def _of_editions(workspace: Workspace, book: Records, root: str, r: Reported) -> Reported:
    """How many editions there were is told of the series, also where a source tells it with one of them."""
    series = next((i for i in book.values(root, "expo") if workspace.store.size(i)), "")
    if not series or counted_kinds(r.thing) != ("edition",):
        return r
    name = workspace.store.entity(series).caption
    told = f"told of the whole series: see the figures of {name}"
    return replace(r, counted=None, difference=None, verdict=Verdict.NOT_COMPARABLE, rows=(), explanation=told, of=name)


def _of_series(workspace: Workspace, book: Records, comparison: EditionComparison, root: str) -> list[Reported]:
    """What sources report of the whole series of an edition: shown with it, and comparable with the series alone.

    Where the series has this edition alone, and the source tells its day ("the expo closed on Tuesday") and does not count the
    sessions of the series, it speaks of this edition: the figure is compared with its records, and marked as inferred.
    """
    from dragoman.workspace.expo_around import tied

    found = []
    for series in (i for i in book.values(root, "expo") if workspace.store.size(i)):
        name, figures_ = workspace.store.entity(series).caption, tied(workspace, series, ("subject",), "Figure")
        dated = _dated(workspace, root) if in_order(workspace, series) == [root] else set()
        dated -= {s.dataset for f in figures_ for s in f.get("counted") if "edition" in counted_kinds(s.value)}
        for figure in figures_:
            members = [s for s in figure.statements if not s.suggested]
            book.enter(figure.id, members)
            for s in (s for s in members if s.prop in ("value", "amount") and not s.negated):
                if s.dataset in dated and (near := comparison.of(figure.id, s)).subject == root:
                    found.append(_one(workspace, book, near))
                    continue
                thing = next((t.value for t in members if t.prop == "counted"), s.unit)
                compared = Compared(figure.id, thing, "", series, False, s, None, (), Verdict.NOT_COMPARABLE)
                told = _one(workspace, book, compared)
                found.append(replace(told, explanation=f"told of the whole series: see the figures of {name}", of=name))
    return found


def _across(counter: EditionCounter, root: str) -> list[Counted]:
    """Of a series: its editions, and what is in two of them or more."""
    editions = ordered(counter.book, counter.rows("edition", root))
    by_edition = [{c.name: c.rows for c in counted(counter, e) if not c.by and not c.unit} for e in editions]
    again = [number(f"{name} of several editions", repeated(f[name] for f in by_edition)) for name in REPEATED]
    return [number("editions", editions), *again]


def in_order(workspace: Workspace, series: str) -> list[str]:
    """The editions of a series, by the id of it, in their order."""
    from dragoman.store.gathering import Wanted, gather

    wanted = Wanted(ties=frozenset(("expo",)), props=frozenset(("ordinal", "startDate")))
    book = Records(workspace.store, gather(workspace.store, [series], wanted))
    return ordered(book, [k for k in book.known() if book.is_a(k, "Edition")])


def ordered(book: Records, editions: Iterable[str]) -> list[str]:
    """Editions in their order: by ordinal, else by the day they began."""
    return sorted(editions, key=lambda e: _place(book.values(e, "ordinal"), book.values(e, "startDate")))


def _place(ordinals: list[str], days: list[str]) -> tuple[Decimal, str]:
    return (Decimal(ordinals[0]) if ordinals else Decimal(10**6), days[0] if days else "9999")


def _came_before(workspace: Workspace, book: Records, root: str, exhibitors: Counted) -> list[Counted]:
    """Who exhibits for the first time in the series, and who exhibited in an earlier edition of it."""
    from dragoman.store.gathering import Wanted, led_to

    series = book.values(root, "expo")
    if not series:
        return []
    editions = in_order(workspace, series[0])
    earlier = editions[: editions.index(root)] if root in editions else []
    if not earlier:
        return [number("first-timers", exhibitors.rows), number("returners", ())]
    wanted = Wanted(ties=frozenset(("event", "edition")), ends=frozenset(("participant", "exhibitor")), schemas=EXHIBITING)
    before = led_to(workspace.store, earlier, wanted, {"participant": EXHIBITOR})
    return [
        number("first-timers", (k for k in exhibitors.rows if k not in before)),
        number("returners", (k for k in exhibitors.rows if k in before)),
    ]


def is_ours(dataset: str) -> bool:
    """Whether a data set is what organisers enter or import."""
    return is_entered(dataset) or dataset.startswith(CATALOGUE)


def _reported(
    workspace: Workspace, book: Records, counter: EditionCounter, root: str
) -> tuple[list[Reported], EditionComparison]:
    """What sources report of a subject, each beside what is counted; and what compares them."""
    from dragoman.store.gathering import claimed_beside

    told = claimed_beside(workspace.store, root, ("Figure", "Edition"), is_ours)
    beside = [k for keys in told.values() for k in keys]
    near = [k for k in book.known() if book.is_a(k, "Figure", "Expo") or book.values(k, "count")]
    statements: dict[str, list[Statement]] = {}
    wanted = list(dict.fromkeys([*near, *beside]))
    for s in workspace.store.statements(ids=wanted) if wanted else ():
        if not s.suggested:
            statements.setdefault(s.entity_id, []).append(s)
    editions = {d: {k: None for k in keys if _is_edition(statements.get(k, ()))} for d, keys in told.items()}
    comparison = EditionComparison(book, counter, editions)
    found = []
    for key, members in statements.items():
        if _told_of(members, root):
            book.enter(key, members)
            made = [comparison.of(key, s) for s in comparison.reported(key)]
            found += [_one(workspace, book, c) for c in made if c.subject == root]
    once: list[Reported] = []
    for r in found:
        if not any(_same(r, other) for other in once):
            once.append(r)
    return once, comparison


def _same(left: Reported, right: Reported) -> bool:
    """Whether a source tells one figure twice, in the same words or in some of them."""
    told = [(r.thing, r.value, r.bound, r.unit, r.source) for r in (left, right)]
    return told[0] == told[1] and (left.quote in right.quote or right.quote in left.quote)


def _dated(workspace: Workspace, root: str) -> set[str]:
    """The sources that tell a day of an edition."""
    return {s.dataset for s in workspace.store.entity(root).statements if s.prop in ("startDate", "endDate", "date")}


def _is_edition(members: Iterable[Statement]) -> bool:
    return any(schema(s.schema).is_a("Edition") for s in members)


def _told_of(members: list[Statement], root: str) -> bool:
    """Whether a record reports on this subject by name, or names none."""
    kind = schema(members[0].schema)
    if not kind.is_a("Figure"):
        return True
    named = {s.value for s in members if s.prop == "subject"}
    return not named or root in named


def _one(workspace: Workspace, book: Records, c: Compared) -> Reported:
    s, value = c.statement, Decimal(c.statement.value)
    proof = s.evidence[0] if s.evidence else None
    document = book.documents.get(proof.document) if proof else None
    unit = s.unit if CURRENCY.fullmatch(s.unit) else ""  # for a count it is the thing counted
    known = None if c.counted is None else _summed(book, c.rows, unit) if unit else Decimal(len(c.rows))
    return Reported(
        c.thing or s.unit, value, str(s.bound), unit, _source(s, document),
        _day(book, c.key, s, document), proof.speaker if proof else "", proof.exact if proof else "", known,
        None if known is None else known - value, str(c.verdict), explained(str(c.verdict), known, str(s.bound), value, unit),
        c.rows, s.id, c.subject_inferred,
    )  # fmt: skip


def _source(s: Statement, document: Document | None) -> str:
    if document is None:
        return s.dataset
    return document.name if is_entered(s.dataset) else document.title or document.name


def _summed(book: Records, rows: Iterable[str], unit: str) -> Decimal:
    """The exact sum behind a comparison of money."""
    found = (next(s.value for s in book.sure[k] if s.prop == "amount" and s.unit == unit and not s.negated) for k in rows)
    return sum((Decimal(v) for v in found), Decimal(0))


def _day(book: Records, key: str, s: Statement, document: Document | None) -> str:
    """When it was reported: the figure's own date, else that of the source; empty where neither is told."""
    told = next((v.value for v in book.sure[key] if v.prop == "date"), "")
    entered = s.recorded_at[:10] if is_entered(s.dataset) else ""
    return told or (document.published if document else "") or entered
