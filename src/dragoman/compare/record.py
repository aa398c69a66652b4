"""A record to compare: what a list, a workspace or a table knows of one bearer, ready for the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.compare.name import Kind


@dataclass(slots=True)
class Record:
    """An entity as the engine sees it. Countries are ISO 3166-1 alpha-2 in small letters, dates ISO 8601, maybe short.

    `properties` keeps everything the source said (FollowTheMoney property names), for showing and for identifiers.
    """

    id: str
    schema: str
    names: tuple[str, ...]  # the first is the caption
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # weak aliases: lead to a candidate, never alone to a hit
    countries: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()  # of birth or incorporation
    identifiers: tuple[tuple[str, str], ...] = ()  # (property, value as printed)
    addresses: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()  # the lists or data sets it was taken from
    properties: Mapping[str, Sequence[str]] = ()  # type: ignore[assignment]

    @property
    def kind(self) -> Kind:
        """What bears the names."""
        return Kind.of(self.schema)

    @property
    def caption(self) -> str:
        """The name it is shown by."""
        return self.names[0] if self.names else self.aliases[0] if self.aliases else self.id


IDENTIFIERS = frozenset(
    "idNumber registrationNumber taxNumber vatCode innCode ogrnCode kppCode okpoCode leiCode swiftBic imoNumber mmsi "
    "passportNumber socialSecurityNumber ticker isin isinCode cageCode dunsCode uscCode npiCode callSign wikidataId "
    "email phone website uniqueEntityId permId bikCode figiCode giiNumber".split()
)
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag", "birthCountry")
DATES = ("birthDate", "incorporationDate", "buildDate")


def from_ftm(entity: Mapping[str, Any]) -> Record:
    """A record of one FollowTheMoney object (`id`, `schema`, `caption`, `properties` of lists of strings)."""
    properties: dict[str, list[str]] = {k: [str(v) for v in vs] for k, vs in (entity.get("properties") or {}).items()}
    names = tuple(dict.fromkeys(properties.get("name", ())))
    aliases = (*properties.get("alias", ()), *properties.get("previousName", ()), *properties.get("abbreviation", ()))
    caption = str(entity.get("caption") or "")
    if not names and caption:
        names = (caption,)
    return Record(
        id=str(entity.get("id") or ""),
        schema=str(entity.get("schema") or ""),
        names=names,
        aliases=tuple(dict.fromkeys(aliases)),
        weak=tuple(dict.fromkeys(properties.get("weakAlias", ()))),
        countries=frozenset(v.lower() for key in COUNTRIES for v in properties.get(key, ())),
        dates=frozenset(v for key in DATES for v in properties.get(key, ())),
        identifiers=tuple((key, v) for key, vs in properties.items() if key in IDENTIFIERS for v in vs),
        addresses=tuple(properties.get("address", ())),
        sources=frozenset(str(v) for v in entity.get("datasets") or ()),
        properties=properties,
    )
