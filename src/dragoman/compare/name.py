"""A name taken apart: its words, each with its role, its weight and the other spellings it may be met in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What bears the name; `ANY` where nothing is known of it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OTHER = "other"  # vessels, aircraft, works: compared like organisations, without legal forms
    ANY = "any"

    @classmethod
    def of(cls, schema: str) -> Kind:
        """The kind of a FollowTheMoney schema."""
        if schema == "Person":
            return cls.PERSON
        if schema in ("Vessel", "Airplane", "Vehicle", "Asset", "Security", "Address"):
            return cls.OTHER
        return cls.ANY if schema in ("", "LegalEntity", "Thing") else cls.ORGANISATION


class Role(StrEnum):
    """What a word does in a name."""

    CORE = "core"  # tells this bearer from others
    ACTIVITY = "activity"  # plant, university, trading, technology
    PLACE = "place"
    NUMBER = "number"
    FORM = "form"  # legal form
    HONOUR = "honour"  # named after, order of
    LINK = "link"  # of, the, and, bin, von
    TITLE = "title"  # Mr, Dr, General
    INITIAL = "initial"
    PATRONYMIC = "patronymic"


@dataclass(slots=True)
class Word:
    """One word of a name, or one segment of a Chinese one.

    `options` are spellings it may be met in beside `latin`, each with its probability (0-1): other transliterations and
    translations; an option of several words holds a space.
    """

    text: str  # folded, in its own script
    latin: str  # lower-case ASCII, the first reading
    role: Role = Role.CORE
    weight: float = 1.0  # how much it tells, in nats: -ln of its share among names of its kind
    options: tuple[tuple[str, float], ...] = ()
    sound: str = ""  # spellings of one spoken name agree in it


@dataclass(slots=True)
class Name:
    """A name with its words in order; `form` is the code of its legal form, `numbers` the numbers it holds."""

    text: str  # as given
    folded: str
    kind: Kind
    words: tuple[Word, ...]
    form: str = ""
    numbers: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = field(default=())  # what its words are shortened to, in Latin letters
    prepared: Any = field(
        default=None, compare=False, repr=False
    )  # what align.py looks up again and again; made when first needed
