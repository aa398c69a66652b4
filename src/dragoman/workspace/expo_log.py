"""The log of a record in words, and how a value that was taken back can be said again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from dragoman.expo.conflict import Edit
from dragoman.model.statement import Statement

if TYPE_CHECKING:
    from dragoman.store import Store
    from dragoman.store.amending import Change

AGAIN = " (again {})"  # a retraction is final: the same said once more is a statement of its own
REPLACED = "replaced by "  # the note of what the newer file of a catalogue no longer says


def edits(store: Store, changes: Iterable[object]) -> list[Edit]:
    """Changes of the log as lines for people, records they name by their captions."""
    found = [cast("Change", c) for c in changes]
    captions = store.captions({c.statement.value for c in found if len(c.statement.value) == 32})
    return [_edit(c, captions) for c in found]


def _edit(change: Change, captions: dict[str, str]) -> Edit:
    s = change.statement
    speaker = s.evidence[0].speaker if s.evidence else ""
    return Edit(
        change.position, s.prop, captions.get(s.value, s.value), change.taken_back, change.by or speaker, change.at, s.dataset,
        s.unit, change.note, s.id, s.valid_from,
    )  # fmt: skip


def reworded(store: Store, statements: list[Statement], *, only_replaced: bool = False) -> list[Statement]:
    """The statements, those that were taken back before under a data set of their own: retractions are final.

    `only_replaced` leaves those alone that a person took back: a file does not undo a person's correction.
    """
    from dragoman.store.amending import retracted

    pending = {s.id: n for n, s in enumerate(statements)}
    made, times = list(statements), 2
    while pending and (taken := retracted(store, pending)):
        fresh = {i: n for i, n in pending.items() if i in taken and not (only_replaced and not _by_file(taken[i]))}
        pending = {}
        for n in fresh.values():
            made[n] = replace(statements[n], dataset=statements[n].dataset + AGAIN.format(times), id="")
            pending[made[n].id] = n
        times += 1
    return made


def plain_dataset(dataset: str) -> str:
    """A data set without the mark of what was said once more."""
    return dataset.partition(AGAIN.partition("{")[0])[0]


def _by_file(taken: tuple[str, str]) -> bool:
    return taken[1].startswith(REPLACED)
