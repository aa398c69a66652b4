"""The counted figures of an edition or a series: the rules of reports, and those an organiser has besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dragoman.expo import rules, stages
from dragoman.expo.figures import DOMESTIC, ORIGIN, OVERSEAS, Counted, groups, number
from dragoman.report.counting import Counter
from dragoman.report.figures import Comparison
from dragoman.workspace.expo_records import MONEY, Records

EXHIBITOR = "exhibitor"
UNTOLD = "not told"
CLASSES = {"Company": "company", "PublicBody": "government"}  # of bodies whose kind nobody told
# Figure: kind of record of the rules of reports.
KINDS = {
    "exhibitors": "exhibitor", "participants": "organisation", "enterprises": "company", "universities": "university",
    "institutes": "institute", "institutions": "institution", "government": "government", "countries": "country",
    "delegations": "delegation", "exhibits": "exhibit", "projects": "project", "forums": "forum", "results": "result",
    "patents": "patent", "agreements signed": "agreement",
}  # fmt: skip
PARTS = {"releases": "Release", "contests": "Contest", "halls": "Hall"}
TIED = {"offers": "Offer", "requests": "Request"}


class EditionCounter(Counter):
    """The counting rules of reports; exhibitors are those who exhibit, and a project release is no forum."""

    book: Records

    def __init__(self, book: Records) -> None:
        super().__init__(book)
        self.rules |= {"exhibitor": self.exhibitors, "forum": self.talks, "institution": self.institutions}
        self._participants: dict[frozenset[str], list[str]] = {}
        self._tied: dict[tuple[object, ...], list[str]] = {}

    def _at(self, scope: set[str], schema: str, *props: str) -> list[str]:
        """As the rules of reports have it; found once for all the figures that ask for them."""
        key = (frozenset(scope), schema, *props)
        if key not in self._tied:
            self._tied[key] = super()._at(scope, schema, *props)
        return self._tied[key]

    def participants(self, scope: set[str]) -> list[str]:
        """Bodies that take part; found once for all the figures that ask for them."""
        key = frozenset(scope)
        if key not in self._participants:
            self._participants[key] = super().participants(scope)
        return self._participants[key]

    def exhibitors(self, scope: set[str]) -> list[str]:
        """Bodies with a part as exhibitors or with an exhibit."""
        book = self.book
        parts = [p for p in self._at(scope, "Participation", "event") if EXHIBITOR in book.values(p, "role")]
        found = [v for p in parts for v in book.values(p, "participant")]
        found += [v for key in self.exhibits(scope) for v in book.values(key, "exhibitor")]
        return [f for f in dict.fromkeys(found) if book.is_a(f, "LegalEntity") and not book.is_a(f, "Person")]

    def institutions(self, scope: set[str]) -> list[str]:
        """Universities and institutes that take part."""
        return [p for p in self.participants(scope) if self._of_kind(p, "university") or self._of_kind(p, "institute")]

    def talks(self, scope: set[str]) -> list[str]:
        """Forums within an event."""
        return [k for k in self.forums(scope) if not self.book.is_a(k, "Release")]

    def of_any_stage(self, scope: set[str]) -> list[str]:
        """Agreements one by one, whatever their stage; a record that stands for many is a report."""
        book = self.book
        found = [k for k in self._at(scope, "Agreement", "event") if book.values(k, "party") or book.values(k, "name")]
        return [k for k in found if not book.values(k, "count")]


class EditionComparison(Comparison):
    """Reported figures beside the counts of an edition."""

    def __init__(self, book: Records, counter: EditionCounter, editions: dict[str, dict[str, None]]) -> None:
        self.book, self.counter, self.editions = book, counter, editions


def counted(counter: EditionCounter, subject: str, home: str = "") -> list[Counted]:
    """Every counted figure of an edition or series; `home` is the country it is held in, which tells who is from overseas."""
    scope, book = counter.scope(subject), counter.book
    found = {name: number(name, counter.rows(kind, subject)) for name, kind in KINDS.items()}
    found |= {name: number(name, counter._at(scope, kind, "partOf")) for name, kind in PARTS.items()}
    found |= {name: number(name, counter._at(scope, kind, "edition")) for name, kind in TIED.items()}
    found["agreements"] = number("agreements", counter.of_any_stage(scope))
    agreements = found["agreements"].rows
    return [
        *found.values(),
        *_by(book, "exhibitors", "country", found["exhibitors"].rows),
        *_origin(book, "exhibitors", found["exhibitors"].rows, home),
        *_origin(book, "participants", found["participants"].rows, home),
        *groups("participants", "class", {k: [_class(book, k)] for k in found["participants"].rows}),
        *groups("delegations", "country", {k: _of_sender(book, k) or [UNTOLD] for k in found["delegations"].rows}),
        *_by(book, "projects", "field", found["projects"].rows),
        *_by(book, "exhibits", "field", found["exhibits"].rows),
        *groups("agreements", "stage", {k: [book.stage(k) or UNTOLD] for k in agreements}),
        *money(book, agreements),
    ]


def _by(book: Records, name: str, prop: str, rows: Iterable[str]) -> list[Counted]:
    return groups(name, prop, {k: book.values(k, prop) or [UNTOLD] for k in rows})


def _origin(book: Records, name: str, rows: Iterable[str], home: str) -> list[Counted]:
    """Domestic and overseas; nothing where the country of the edition is not known. A body of both is counted under both."""
    if not home:
        return []
    told = {k: [DOMESTIC if c == home else OVERSEAS for c in book.values(k, "country")] or [UNTOLD] for k in rows}
    return groups(name, ORIGIN, told)


def _class(book: Records, key: str) -> str:
    """The kind of a body: as it was told, else what its schema says."""
    told = book.values(key, "bodyKind")
    return told[0] if told else next((name for kind, name in CLASSES.items() if book.is_a(key, kind)), UNTOLD)


def _of_sender(book: Records, key: str) -> list[str]:
    own = book.values(key, "country")
    return own or list(dict.fromkeys(c for s in book.values(key, "sender") for c in book.values(s, "country")))


def money(book: Records, agreements: Iterable[str]) -> Iterator[Counted]:
    """Sums by kind and currency. An amount is signed money only where the agreement is; before that it is planned."""
    sums: dict[tuple[str, str], dict[str, Decimal]] = {}
    for key in agreements:
        for prop, kind in MONEY.items():
            for v in book.whole.get((key, prop), ()):
                read = rules.amount(v.value)
                if read is None or not v.unit:
                    continue
                told = "planned" if kind == "signed" and book.stage(key) not in stages.SIGNED_STAGES else kind
                sums.setdefault((told, v.unit), {}).setdefault(key, read)  # an amount two sources tell counts once
    for (kind, unit), by_row in sorted(sums.items()):
        yield Counted(f"money {kind}", sum(by_row.values(), Decimal(0)), tuple(by_row), unit)
