"""Agreements: who is party, what tells that two entries are one agreement, and when it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.ids import normal_name


@dataclass(frozen=True, slots=True)
class Terms:
    """What tells an agreement: parties by id, those without a name by the words for them, name, day, money."""

    record: str = ""
    parties: frozenset[str] = frozenset()
    unnamed: tuple[str, ...] = ()
    name: str = ""
    date: str = ""
    money: frozenset[tuple[str, str]] = frozenset()  # amount and currency

    @property
    def blind(self) -> tuple[str, ...]:
        """The words for the parties without a name, as they are compared."""
        return tuple(sorted(normal_name(words) for words in self.unnamed))


def alike(new: Terms, known: Terms) -> bool:
    """Whether two entries may be one agreement: the same parties, and nothing else that tells them apart.

    A party without a name is never taken for another one; but the same words for it beside the same parties, on one day, for
    one sum, are more likely one agreement entered twice than two.
    """
    if not (new.parties or new.unnamed) or (new.parties, new.blind) != (known.parties, known.blind):
        return False
    if new.name and known.name and normal_name(new.name) != normal_name(known.name):
        return False
    if new.money and known.money and not new.money & known.money:
        return False
    shorter, longer = sorted((new.date, known.date), key=len)
    return longer.startswith(shorter)


def first_alike(new: Terms, known: Iterable[Terms]) -> str:
    """The record of the first agreement that may be the same; empty where none is."""
    return next((k.record for k in known if k.record != new.record and alike(new, k)), "")
