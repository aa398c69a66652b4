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

    from dragoman.workspace import Workspace


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
    """As the gazetteer knows a place of one of its names in its country; a name alone is no position."""
    from dragoman.text.places import look_up

    for name in place.names if country else ():
        lang = script_language(name)
        for known in look_up(name, lang, [country]) if lang in LANGUAGES else ():
            if (
                known.country == country
                and known.kind != "country"
                and known.longitude is not None
                and known.latitude is not None
            ):
                return known.longitude, known.latitude
    return None
