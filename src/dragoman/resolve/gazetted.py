"""One key for the spellings of a place in three languages (Tomsk, Томск; China, 中国), where the gazetteer leaves no doubt.

No doubt means: the place's country is told, and in that country the name leads to one place that is known well, with
no other of that name of a size to be meant. Troitsk (two towns of one country) has no key and is joined by spelling only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.text.places import KNOWN_CITY, Place, look_up

RIVAL = 0.1  # a namesake with a tenth of the inhabitants may be the one that is meant
HAN, CYRILLIC = re.compile("[㐀-鿿]"), re.compile("[а-яё]", re.IGNORECASE)


def place_keys(names: Iterable[str], countries: Iterable[str]) -> set[str]:
    """The keys of a place by its names and the one country it is told to lie in."""
    told = set(countries)
    return {key for name in names if len(told) == 1 and (key := _key(name, next(iter(told))))}


@cache
def _key(name: str, country: str) -> str:
    lang = "zh" if HAN.search(name) else "ru" if CYRILLIC.search(name) else "en"
    spellings = (name, f"{name}市") if lang == "zh" else (name,)
    found = {place for spelt in spellings for place in look_up(spelt, lang, [country]) if place.country == country}
    best = _sole(found, "country") or _sole(found, "city") or _sole(found, "region")
    return f"{country}:{best.kind}:{best.name}" if best else ""


def _sole(found: set[Place], kind: str) -> Place | None:
    """The one well known place of a kind; those of the own list (no inhabitants told) are well known."""
    of_kind = sorted((p for p in found if p.kind == kind), key=lambda p: -p.population)
    if not of_kind:
        return None
    best = of_kind[0]
    rivals = [p for p in of_kind[1:] if p.population > RIVAL * best.population or (not p.population and p.name != best.name)]
    return best if not rivals and (best.population >= KNOWN_CITY or not best.population) else None
