"""Where things are: places with their positions as stated, as the gazetteer knows them, or of their country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.entity import Entity
from dragoman.model.schema import LANGUAGES
from dragoman.report.values import number
from dragoman.report.words import script_language
from dragoman.report.worldmap import country_point

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.text.places import Place
    from dragoman.workspace import Workspace


NEAR = 1.0  # degrees within which two entries of the gazetteer are one place: a city and its district
MUCH = 5  # times as many people as another town of the name has: then the larger is meant as a rule


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its position, where one is known."""

    id: str
    caption: str
    country: str
    position: tuple[float, float] | None  # longitude, latitude
    whole: bool  # a whole country


def spots(workspace: Workspace, ids: Iterable[str]) -> list[Spot]:
    """Those of some entities that are places, in the order given."""
    from dragoman.store.several import several

    wanted = list(dict.fromkeys(ids))
    found = several(workspace.store, wanted)
    places = [
        found[i] for i in wanted if i in found and found[i].schema.is_a("Place") and not found[i].schema.is_a("CountryGroup")
    ]
    return [_spot(p) for p in places]


def _first(entity: Entity, prop: str) -> str:
    return next(iter(entity.values(prop)), "")


def _spot(place: Entity) -> Spot:
    country, whole = _first(place, "country"), _first(place, "placeKind") == "country"
    return Spot(place.id, place.caption, country, _position(place, country, whole), whole)


def _position(place: Entity, country: str, whole: bool) -> tuple[float, float] | None:
    if whole and (middle := country_point(country)):
        return middle
    latitude, longitude = number(_first(place, "latitude")), number(_first(place, "longitude"))
    if latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180:
        return longitude, latitude
    return _looked_up(place, country)


def _looked_up(place: Entity, country: str) -> tuple[float, float] | None:
    """As the gazetteer knows a place by all its names in its country; one of several towns of the name is no position."""
    from dragoman.text.places import look_up

    known: dict[tuple[float, float], Place] = {}
    for name in place.names if country else ():
        lang = script_language(name)
        for p in look_up(name, lang, [country]) if lang in LANGUAGES else ():
            if p.country == country and p.kind != "country" and p.longitude is not None and p.latitude is not None:
                known.setdefault(_degrees(p), p)
    found = sorted(known.values(), key=lambda p: (-p.population, _degrees(p)))
    return _degrees(found[0]) if found and _is_one(found) else None


def _is_one(known: list[Place]) -> bool:
    """Whether the first of some places is meant: the others lie there too, or are much smaller."""
    first, *others = known
    far = [p for p in others if abs(_degrees(p)[0] - _degrees(first)[0]) + abs(_degrees(p)[1] - _degrees(first)[1]) > NEAR]
    return all(first.population >= MUCH * max(1, p.population) for p in far)


def _degrees(place: Place) -> tuple[float, float]:
    return place.longitude or 0.0, place.latitude or 0.0
