"""The timeline: dated events as bars on one axis, each beside its date and name in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from dragoman.report.book import Book

SHOWN = 80  # the most rows drawn; the rest stand in the lists below it
LEAST = 12  # the narrowest bar, in thousandths of the axis
DATED = ("Event", "Visit", "Delegation", "Agreement", "Meeting", "Invitation", "JointLab")
STARTS, ENDS = ("startDate", "date", "established"), ("endDate",)


@dataclass(frozen=True, slots=True)
class Span:
    """A dated entity: its dates as told (cut to their precision) and as days."""

    key: str
    told: str
    since: date
    until: date
    inferred: bool


def spans(book: Book) -> list[Span]:
    """Every dated event, visit, delegation, agreement, in order of time."""
    found = [s for key in book.known() if book.is_a(key, *DATED) and (s := _span(book, key))]
    return sorted(found, key=lambda s: (s.since, s.until, s.key))


def _span(book: Book, key: str) -> Span | None:
    starts = [s for prop in STARTS for s in book.sure[key] if s.prop == prop and not s.negated]
    ends = [s for s in book.sure[key] if s.prop in ENDS and not s.negated]
    first = next((s for s in starts if day(s.value)), None)
    since = day(first.value) if first else None
    if first is None or since is None:
        return None
    last = next((s.value for s in ends if (day(s.value, last=True) or since) > since), first.value)
    told = first.value if last == first.value else f"{first.value} – {last}"
    return Span(key, told, since, day(last, last=True) or since, first.inferred)


def day(text: str, *, last: bool = False) -> date | None:
    """The first (or last) day of an ISO date that may be cut to its year or month; None for anything else."""
    parts = text[:10].split("-")
    try:
        year, month, number = (int(parts[i]) if i < len(parts) else 0 for i in range(3))
        if not last:
            return date(year, month or 1, number or 1)
        if number:
            return date(year, month, number)
        following = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
        return following - timedelta(days=1)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first to the last year shown, as thousandths."""

    first: date
    last: date

    @classmethod
    def over(cls, found: list[Span]) -> Axis:
        """Whole years that hold every span."""
        return cls(date(min(s.since.year for s in found), 1, 1), date(max(s.until.year for s in found), 12, 31))

    def at(self, when: date) -> float:
        """Where a day lies, 0 to 1000."""
        return 1000 * (when - self.first).days / max(1, (self.last - self.first).days)

    def years(self) -> list[tuple[int, float]]:
        """At most six years to write above the axis, each with where it begins."""
        count = self.last.year - self.first.year + 1
        step = -(-count // 6)
        return [(y, self.at(date(y, 1, 1))) for y in range(self.first.year, self.last.year + 1, step)]

    def bar(self, span: Span) -> Markup:
        """The bar of one span, over faint lines where years begin."""
        left = min(self.at(span.since), 1000 - LEAST)
        width = max(LEAST, self.at(span.until) - left)
        lines = Markup("").join(Markup('<path d="M{:.0f} 0V20"/>').format(x) for _, x in self.years())
        return Markup('<svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">{}'
                      '<rect x="{:.0f}" y="4" width="{:.0f}" height="12"/></svg>').format(lines, left, width)  # fmt: skip
