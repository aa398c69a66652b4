"""The words of a name laid out for look-up, made once a name and kept with it."""

from __future__ import annotations

from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.stems import stem
from dragoman.compare.words import UNKNOWN

SILENT = (Role.FORM, Role.TITLE)  # compared apart (forms) or not at all (titles)


class Prepared:
    """Columns of the words that are aligned, one entry a word; `index` leads from a spelling to its places."""

    __slots__ = (
        "acronyms",
        "foreign",
        "forms",
        "index",
        "known",
        "latin",
        "optioned",
        "options",
        "person",
        "roles",
        "sounds",
        "stems",
        "texts",
        "total",
        "weights",
    )

    def __init__(self, name: Name) -> None:
        words = [word for word in name.words if word.role not in SILENT] or list(name.words)
        self.person = name.kind is Kind.PERSON
        self.texts = [word.text for word in words]
        self.latin = [word.latin for word in words]
        self.weights = [word.weight for word in words]
        self.roles = [word.role for word in words]
        self.sounds = [word.sound for word in words]
        self.options = [word.options for word in words]
        self.optioned = any(self.options)
        self.total = sum(self.weights) or 1.0
        rare = UNKNOWN[Kind.PERSON if self.person else Kind.ORGANISATION]
        self.known = [word.weight < rare for word in words]
        self.forms = [word.latin for word in name.words if word.role is Role.FORM]
        self.acronyms = name.acronyms
        self.foreign = any(not word.text.isascii() for word in words)
        self.index: dict[str, list[int]] = {}
        for at, latin in enumerate(self.latin):
            self.index.setdefault(latin, []).append(at)
        self.stems: dict[str, list[int]] | None = None

    def by_stem(self) -> dict[str, list[int]]:
        """From a stem to the places of its words; made when first asked for."""
        if self.stems is None:
            self.stems = {}
            for at, latin in enumerate(self.latin):
                self.stems.setdefault(stem(latin), []).append(at)
        return self.stems


def prepared(name: Name) -> Prepared:
    """The look-up columns of a name."""
    if name.prepared is None:
        name.prepared = Prepared(name)
    made: Prepared = name.prepared
    return made
