"""The portfolio of a centre, and what is known of a country's market, each row with the source that tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.expo import portfolio
from dragoman.expo.portfolio import Sold, State, Step, Total
from dragoman.expo.rules import amount
from dragoman.expo.standing import Member, members_on
from dragoman.model.entity import Entity
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.expo_views import source_of
from dragoman.workspace.networks import country_of, members

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

MAKING = ("developer", "producer", "exhibitor", "broughtBy")  # how a project or a technology names who makes it


@dataclass(frozen=True, slots=True)
class Resident:
    """A resident company or project of a centre with its markets and its way to them."""

    member: Member
    caption: str
    kind: str
    fields: tuple[str, ...]
    projects: tuple[str, ...]
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    doubts: tuple[str, ...]
    told: str = ""  # its standing on markets in the words of a document


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A centre on a day."""

    id: str
    caption: str
    day: str
    residents: tuple[Resident, ...]
    sales: tuple[Total, ...]


class Portfolios:
    """Portfolios of the centres of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def of(self, centre: str, day: str = "") -> Portfolio:
        """Who resides at a centre on a day (default: this one): members of it, and projects it develops itself."""
        entity = self.store.entity(self.workspace.expo.find(centre))
        on = day or today()
        residents = self.residents(entity.id, on)
        sales = [s for r in residents for s in self.sales_of(r.member.record)] + self.sales_of(entity.id)
        return Portfolio(entity.id, entity.caption, on, tuple(residents), tuple(portfolio.totals(sales)))

    def residents(self, centre: str, day: str, without: Collection[str] = (), most: int | None = None) -> list[Resident]:
        """Who resides at a centre on a day, but for some records; at `most` so many are looked into."""
        entity = self.store.entity(self.store.canonical(centre))
        found = members_on([*members(self.workspace, entity), *self._own(entity)], day)
        wanted = [m for m in found if m.record not in without][:most]
        known = entities(self.workspace, (m.record for m in wanted))
        return [self._resident(m, known[m.record], day) for m in wanted if m.record in known]

    def _own(self, centre: Entity) -> list[Member]:
        projects = tied(self.workspace, centre.id, ("developer",), "Project")
        return [Member(p.id, first(p, "startDate", "established"), first(p, "endDate"), "own project") for p in projects]

    def _resident(self, member: Member, entity: Entity, day: str) -> Resident:
        made = [e for e in tied(self.workspace, entity.id, MAKING) if e.schema.is_a("Project") or e.schema.is_a("Technology")]
        subjects = [entity, *made]
        steps = portfolio.path(s for e in subjects for s in self._steps(e.id))
        fields = dict.fromkeys(f for e in subjects for f in e.values("field", sure=True))
        states = portfolio.standing([s for e in subjects for s in self._states(e.id)], day)
        told = "; ".join(dict.fromkeys(v for e in subjects for v in e.values("marketStatus", sure=True)))
        return Resident(
            member, entity.caption, entity.schema.label(), tuple(fields), tuple(e.caption for e in made), tuple(states),
            tuple(steps), tuple(portfolio.doubts(steps)), told,
        )  # fmt: skip

    def _states(self, subject: str) -> list[State]:
        made = []
        for e in tied(self.workspace, subject, ("subject",), "MarketStatus"):
            places = entities(self.workspace, ends(e, "place")).values()
            beside = ", ".join(self.store.captions(ends(e, "counterpart")).values())
            date = first(e, "date", "startDate")
            for s in [s for s in e.get("marketStage") if not s.negated][:1]:
                for p in places:
                    made.append(State(country_of(p) or p.caption, s.value, date, beside, first(e, "object"), s.id))
        return made

    def _steps(self, subject: str) -> list[Step]:
        found = []
        for e in tied(self.workspace, subject, ("subject",), "TransferStep"):
            level = amount(first(e, "trl"))
            holder = ", ".join(self.store.captions(ends(e, "holder")).values())
            found.append(
                Step(first(e, "transferStage"), first(e, "date", "startDate"), int(level or 0), holder, e.statements[0].id)
            )
        return found

    def sales_of(self, seller: str) -> list[Sold]:
        """The sales of somebody with an amount, by country of the buyer and year."""
        found = []
        for e in tied(self.workspace, seller, ("seller",), "Sale"):
            buyers = entities(self.workspace, ends(e, "buyer")).values()
            country = first(e, "country") or next((c for b in buyers if (c := country_of(b))), "")
            year = first(e, "date", "startDate", "endDate")[:4]
            for s in e.get("amount"):
                read = amount(s.value)
                if read is not None and not s.negated and not s.suggested:
                    found.append(Sold(seller, country, year, read, s.unit, s.id))
        return found

    def rows(self, found: Portfolio, lang: str = "en") -> list[dict[str, Any]]:
        """Each resident with its markets, one row a market; then its way, step by step; then sales by country and year."""
        from dragoman.report.worldmap import country_name

        def named(code: str) -> str:
            return country_name(code, lang) if len(code) == 2 else code

        rows: list[dict[str, Any]] = []
        for r in found.residents:
            head = {"resident": r.caption, "kind": r.kind, "field": ", ".join(r.fields)}
            states = [(named(s.country), s.stage, s.date, s.statement) for s in r.states] or [("", r.told, "", "")]
            for country, stage, date, statement in states:
                rows.append({**head, "country": country, "status": stage, "date": date, "source": self._source(statement)})
            for s in r.steps:
                told = " ".join(p for p in (s.stage, f"TRL {s.trl}" if s.trl else "", s.holder) if p)
                rows.append(
                    {**head, "country": "", "status": f"step: {told}", "date": s.date, "source": self._source(s.statement)}
                )
        for t in found.sales:
            sold = {"resident": "all", "kind": "sales", "field": "", "country": named(t.country) or "not told"}
            sources = "; ".join(dict.fromkeys(self._source(s) for s in t.statements))
            rows.append({**sold, "status": f"{t.amount:,} {t.currency}", "date": t.year, "source": sources})
        return rows

    def _source(self, statement: str) -> str:
        return source_of(self.workspace, self.store.statement(statement)) if statement else ""

    def doubts(self, found: Iterable[Resident]) -> list[str]:
        """What is odd about the ways of residents, one line each."""
        return [f"{r.caption}: {doubt}" for r in found for doubt in r.doubts]
