"""What is on record of an event, a delegation or an alliance, kind by kind: the counted side of a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.report.book import Book, rank
from dragoman.report.values import number

# Bodies that make an event are not counted among those that come to it.
MAKERS = ("organi", "host", "support", "sponsor", "approv", "undertak", "主办", "承办", "支持", "协办", "批准")
KINDS = {
    "university": ("university", "academy of sciences"),
    "institute": ("institute", "academy", "laboratory", "centre"),
    "government": ("ministry", "government", "agency", "administration"),
    "company": ("company", "conglomerate", "group", "enterprise"),
}


class Counter:
    """Counts the sure records of a book within a scope: an event with its parts, a delegation, an alliance."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.tied: dict[tuple[str, str], list[str]] = {}
        for key in book.known():
            for prop in ("partOf", "expo", "edition", "event", "broughtBy", "visit", "organization", "group"):
                for value in book.values(key, prop):
                    self.tied.setdefault((prop, value), []).append(key)
        self.rules: dict[str, Callable[[set[str]], Iterable[str]]] = {
            "exhibitor": self.participants, "organisation": self.participants, "exhibit": self.exhibits,
            "technology": self.exhibits, "project": self.projects, "agreement": self.agreements,
            "country": self.countries, "delegation": self.delegations, "forum": self.forums, "patent": self.patents,
            "result": self.results, "edition": self.editions, "organiser": self.organisers,
        }  # fmt: skip

    def rows(self, kind: str, subject: str) -> list[str]:
        """The entities (or country codes, for `country`) of that kind on record for a subject."""
        scope = self.scope(subject)
        if kind in KINDS:
            return [p for p in dict.fromkeys(self.participants(scope)) if self._of_kind(p, kind)]
        return list(dict.fromkeys(self.rules[kind](scope)))

    def scope(self, subject: str) -> set[str]:
        """The subject and all that is part of it: the editions of a series, the halls and forums of an edition."""
        found, wave = {subject}, [subject]
        while wave:
            parts = [k for key in wave for p in ("partOf", "expo") for k in self.tied.get((p, key), ())]
            wave = [k for k in dict.fromkeys(parts) if k not in found]
            found.update(wave)
        return found

    def _at(self, scope: set[str], schema: str, *props: str) -> list[str]:
        """The records of a schema that name something in scope under one of these properties."""
        found = [k for key in sorted(scope) for p in props for k in self.tied.get((p, key), ())]
        return [k for k in dict.fromkeys(found) if self.book.is_a(k, schema) and not self.book.denied(k)]

    def participants(self, scope: set[str]) -> list[str]:
        """Bodies that take part: exhibitors, members of a delegation or alliance, makers left out."""
        book = self.book
        parts = [p for p in self._at(scope, "Participation", "event") if not self._makes(p)]
        found = [v for p in parts for v in book.values(p, "participant")]
        found += [v for key in self.exhibits(scope) for v in book.values(key, "exhibitor")]
        found += [v for p in self._at(scope, "Presence", "event") for v in book.values(p, "subject")]
        found += [v for m in self._at(scope, "Membership", "organization") for v in book.values(m, "member")]
        groups = [*(k for k in scope if book.is_a(k, "Delegation")), *self.delegations(scope)]
        found += [v for d in groups for v in book.values(d, "member")]
        return [f for f in dict.fromkeys(found) if book.is_a(f, "LegalEntity") and not book.is_a(f, "Person")]

    def _makes(self, part: str) -> bool:
        return any(m in role.lower() for role in self.book.values(part, "role") for m in MAKERS)

    def _of_kind(self, key: str, kind: str) -> bool:
        kinds = {k.lower() for k in self.book.values(key, "bodyKind")}
        special = {"company": "Company", "government": "PublicBody"}.get(kind, "")
        return bool(kinds & set(KINDS[kind])) or (not kinds and bool(special) and self.book.is_a(key, special))

    def exhibits(self, scope: set[str]) -> list[str]:
        """Exhibits of an edition or a hall."""
        return self._at(scope, "Exhibit", "edition")

    def projects(self, scope: set[str]) -> list[str]:
        """Projects of an edition, and those a delegation brought; platforms and programmes are not counted."""
        found = self._at(scope, "Project", "edition", "broughtBy")
        return [k for k in found if not self.book.is_a(k, "Platform", "Programme", "Framework")]

    def agreements(self, scope: set[str]) -> list[str]:
        """Agreements signed there, one by one: a record that itself stands for many is a report, not a count."""
        signed = [k for k in self._at(scope, "Agreement", "event") if rank(self.book.status(k)) >= rank("signed")]
        named = [k for k in signed if self.book.values(k, "party") or self.book.values(k, "name")]
        return [k for k in named if not self.book.values(k, "count")]

    def amounts(self, subject: str, unit: str) -> dict[str, float]:
        """The amounts in one currency of agreements signed there."""
        found = {}
        for key in self.agreements(self.scope(subject)):
            told = next((s for s in self.book.sure[key] if s.prop == "amount" and s.unit == unit and not s.negated), None)
            if told and (value := number(told.value)) is not None:
                found[key] = value
        return found

    def delegations(self, scope: set[str]) -> list[str]:
        """Delegations to an event."""
        return self._at(scope, "Delegation", "event")

    def forums(self, scope: set[str]) -> list[str]:
        """Forums and conferences within an event."""
        return [k for k in self._at(scope, "Event", "partOf") if self.book.is_a(k, "Forum", "Release")]

    def results(self, scope: set[str]) -> list[str]:
        """Results of research and technologies put forward at an event; exhibits on stands are counted as such."""
        return [k for k in self._at(scope, "Technology", "edition", "event") if not self.book.is_a(k, "Exhibit")]

    def patents(self, scope: set[str]) -> list[str]:
        """Patents shown."""
        return [k for k in self._at(scope, "Thing", "edition", "event") if self.book.is_a(k, "Patent")]

    def editions(self, scope: set[str]) -> list[str]:
        """Editions of a series."""
        return self._at(scope, "Edition", "expo", "partOf")

    def organisers(self, scope: set[str]) -> list[str]:
        """Bodies that organise."""
        parts = [p for p in self._at(scope, "Participation", "event") if self._organises(p)]
        named = [v for key in sorted(scope) if key in self.book.entities for v in self.book.values(key, "organizer")]
        return [*named, *(v for p in parts for v in self.book.values(p, "participant"))]

    def _organises(self, part: str) -> bool:
        return any("organi" in r.lower() or r in ("主办", "承办") for r in self.book.values(part, "role"))

    def countries(self, scope: set[str]) -> list[str]:
        """Country codes of those who take part, of senders of delegations and of countries named as taking part."""
        book = self.book
        parts = [v for p in self._at(scope, "Participation", "event") for v in book.values(p, "participant")]
        senders = [v for d in self.delegations(scope) for v in (d, *book.values(d, "sender"))]
        shows = [v for p in self._at(scope, "Presence", "event") for v in book.values(p, "subject")]
        every = dict.fromkeys([*self.participants(scope), *parts, *senders, *shows])
        return sorted({c for k in every if k in book.entities for c in book.values(k, "country")})
