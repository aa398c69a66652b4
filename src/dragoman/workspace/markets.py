"""What is known of a country's market in a field: notes, wishes and offers of its bodies, who is active there, what is sold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo.fields import fields_of
from dragoman.expo.regions import countries_of
from dragoman.extract.sheets.cells import country as country_code
from dragoman.model.entity import Entity
from dragoman.model.statement import Statement
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import all_of, ends, entities, first
from dragoman.workspace.expo_views import source_of
from dragoman.workspace.networks import country_of

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

Row = dict[str, Any]
MANY = 100_000


class Markets:
    """Market notes and what records add to them. Every row names its source."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def of(self, place: str, field: str = "", day: str = "") -> list[Row]:
        """The rows of a country or a region by its name or code; of one field where it is named. What expired is left out.

        Raises `UsageError` for a name that is neither.
        """
        code = country_code(place)
        codes = frozenset((code,)) if code else countries_of(place)
        if not codes:
            raise UsageError(f"no country or region is called {place!r}", do="write its name or two-letter code")
        on = day or today()
        rows = [*self._notes(codes, place), *self._wishes(codes, on), *self._active(codes), *self._sales(codes)]
        return [r for r in rows if not field or _speaks_of(field, f"{r['field']} {r['what']}")]

    def _all(self, schema: str) -> list[Entity]:
        """Records of a schema with what is sure and not denied."""
        found = [
            Entity(e.id, tuple(s for s in e.statements if not s.negated and not s.suggested))
            for e in all_of(self.workspace, schema)
        ]
        return [e for e in found if e.statements]

    def _row(self, kind: str, e: Entity, what: str, said: Statement, who: str = "", field: str = "") -> Row:
        return {
            "kind": kind, "who": who, "field": field or ", ".join(e.values("field")), "what": what,
            "date": first(e, "date", "startDate"), "source": source_of(self.workspace, said), "record": e.id[:12],
        }  # fmt: skip

    def _notes(self, codes: frozenset[str], place: str) -> list[Row]:
        rows = []
        for e in self._all("Market"):
            places = list(entities(self.workspace, ends(e, "place")).values())
            named = {country_of(p) for p in places} | {w.casefold() for p in places for w in p.names}
            if named & codes or place.casefold() in named:
                rows += [self._row(s.prop, e, s.value, s) for s in (*e.get("wants"), *e.get("offers"), *e.get("summary"))]
        return rows

    def _wishes(self, codes: frozenset[str], day: str) -> list[Row]:
        """What bodies of the country seek and offer, and what others offer to it."""
        rows = []
        for schema, owner, kind in (("Request", "requester", "seeks"), ("Offer", "offeror", "offers")):
            for e in self._all(schema):
                expires = first(e, "expires")
                if expires and expires < day[: len(expires)]:
                    continue
                owners = list(entities(self.workspace, ends(e, owner)).values())
                own = bool(codes & {country_of(o) for o in owners})
                if own or codes & set(e.values("partnerCountry")):
                    said = next((s for p in ("summary", "partnerSought", "name") for s in e.get(p)), e.statements[0])
                    who = ", ".join(o.caption for o in owners)
                    rows.append(self._row(kind if own else f"{kind} there", e, said.value, said, who))
        return rows

    def _active(self, codes: frozenset[str]) -> list[Row]:
        rows = []
        for e in self._all("MarketStatus"):
            places = entities(self.workspace, ends(e, "place")).values()
            if codes & {country_of(p) for p in places}:
                subjects = entities(self.workspace, ends(e, "subject"))
                fields = ", ".join(f for x in subjects.values() for f in x.values("field"))
                stage = e.get("marketStage")
                who = ", ".join(x.caption for x in subjects.values())
                what = f"{first(e, 'marketStage')} {first(e, 'object')}".strip()
                rows += [self._row("active", e, what, s, who, fields) for s in stage[:1]]
        return rows

    def _sales(self, codes: frozenset[str]) -> list[Row]:
        rows = []
        for e in self._all("Sale"):
            buyers = entities(self.workspace, ends(e, "buyer")).values()
            if codes & {*e.values("country"), *(country_of(b) for b in buyers)}:
                who = ", ".join(self.store.captions(ends(e, "seller")).values())
                for s in e.get("amount"):
                    rows.append(self._row("sold", e, f"{s.value} {s.unit} {first(e, 'object')}".strip(), s, who))
        return rows


def _speaks_of(field: str, text: str) -> bool:
    """Whether a text speaks of a field: by its own words, or by the common vocabulary of fields in three languages."""
    wanted = fields_of(field)
    return field.casefold() in text.casefold() or bool(wanted.keys() & fields_of(text).keys())
