"""What a client of yente leaves out of its answers: other lists, kinds, topics, records it knows or that did not change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.web.api.declare import Given, Param
from dragoman.web.api.shape import many, short, text

if TYPE_CHECKING:
    from dragoman.screen.hit import Hit

DAY = 10  # characters of a whole date
COMMON = (
    Param("include_dataset", "Further lists to look in; of all lists only these.", many(short("un"), 50)),
    Param("exclude_dataset", "Leave out results of these lists.", many(short("un"), 50)),
    Param("exclude_schema", "Leave out results of these schemata.", many(text("Vessel"), 50)),
    Param("topics", "Only results with one of these topics.", many(short("sanction"), 50)),
    Param("changed_since", "Leave out records known not to have changed since this day.", short("2024-01-31"), ""),
)
KNOWN = Param("exclude_entity_ids", "Leave out these records.", many(short("CDi.001"), 50))
FILTERS = (*(p.name for p in COMMON[1:]), KNOWN.name)


def scopes(given: Given, everything: tuple[str, ...]) -> list[str]:
    """The scopes to look in: the one of the address and those included, or of all lists those included."""
    scope, further = given["scope"], given["include_dataset"]
    if not further:
        return [scope]
    return list(dict.fromkeys(further if scope in everything else [scope, *further]))


def filtered(given: Given) -> bool:
    """Whether anything is left out, so that more has to be looked for."""
    return any(given.get(name) for name in FILTERS)


def wanted(hit: Hit, given: Given) -> bool:
    """Whether a result stays."""
    said = hit.entity.get("properties", {})
    topics, since, day = given["topics"], given["changed_since"][:DAY], changed(said, hit.published)
    return not (
        hit.list in given["exclude_dataset"]
        or hit.schema in given["exclude_schema"]
        or hit.record in given.get(KNOWN.name, ())
        or (topics and not set(topics) & set(said.get("topics", ())))
        or (since and day and day < since)
    )


def changed(properties: dict[str, Any], published: str) -> str:
    """The day a record changed last, as far as its list says; empty where it does not."""
    told = max(properties.get("modifiedAt", ()), default="") or published
    return str(told)[:DAY] if len(told) >= DAY else ""


def moment(day: str | None) -> str | None:
    """A day as the time clients read; None for what is no whole day."""
    return f"{day[:DAY]}T00:00:00" if day and len(day) >= DAY and day[4] == day[7] == "-" else None
