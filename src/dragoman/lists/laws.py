"""Legal orders: the public sources of lists, the seat of a workspace, and which lists bind there. Counsel decides, not this."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman import data
from dragoman.base.errors import UsageError
from dragoman.lists.countries import country
from dragoman.lists.edition import Meta
from dragoman.lists.shelf import written

SEAT = "seat.json"
EU_MEMBERS = frozenset("at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk".split())
HOMES = {"US": "us", "UK": "gb", "JP": "jp", "CN": "cn", "RU": "ru", "CH": "ch", "CA": "ca", "AU": "au", "UA": "ua"}
NOTE = (
    "A setting, not advice: counsel decides which lists bind you. One legal order may forbid to apply another's "
    "(EU Regulation 2271/96, the blocking rules and the Anti-Foreign Sanctions Law of China, and others), and some bind "
    "abroad (US persons, US-origin items). Lists that do not bind are searched all the same and say so."
)


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A list anyone may fetch from its publisher."""

    key: str
    title: str
    publisher: str
    law: str
    page: str
    urls: tuple[str, ...]
    note: str = ""  # what to do where the publisher does not give it to everyone


@dataclass(slots=True)
class Seat:
    """Where the law is that binds: a country, and lists that are taken to bind or not to bind by decision."""

    country: str = ""
    binds: list[str] = field(default_factory=list)
    free: list[str] = field(default_factory=list)


def sources() -> dict[str, PublicSource]:
    """The public sources by key, with the addresses of their publishers."""
    found = tomllib.loads(data.text("lists/sources.toml"))
    return {key: PublicSource(key, **{**row, "urls": tuple(row["urls"])}) for key, row in found.items()}


def read_seat(folder: Path) -> Seat:
    """The seat set for the lists in a folder."""
    try:
        return Seat(**json.loads((folder / SEAT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Seat()


def keep_seat(folder: Path, seat: Seat) -> None:
    """Set it."""
    written(folder / SEAT, json.dumps(asdict(seat), indent=1))


def seat_in(text: str) -> str:
    """The code of a country a person named; raises `UsageError`."""
    code = country(text)
    if not code:
        raise UsageError(f"{text!r} is no country that is known", do="write its name or two-letter code, such as de")
    return code


def binding(meta: Meta, seat: Seat) -> str:
    """Whether a list binds at a seat: yes, no, or nothing where no seat is set or the list is of no legal order."""
    if meta.label in seat.binds:
        return "yes"
    if meta.label in seat.free:
        return "no"
    if not seat.country or not meta.law:
        return ""
    if meta.law == "UN":
        return "yes"  # member states carry Security Council measures out by their own law
    if meta.law == "EU":
        return "yes" if seat.country in EU_MEMBERS else "no"
    return "yes" if HOMES.get(meta.law) == seat.country else "no"
