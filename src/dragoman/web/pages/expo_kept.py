"""What was worked out for a page, kept in memory while the log stands where it stood: figures, lists, what is due."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from dragoman.model.reader import script

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

KEPT = 32  # answers held: the list of a full-scale edition's projects is about 2 MB
_answers: OrderedDict[tuple[object, ...], object] = OrderedDict()
_lock = Lock()
T = TypeVar("T")


def kept(workspace: Workspace, key: tuple[object, ...], make: Callable[[], T]) -> T:
    """The answer for a key as of now: the one kept, else made and kept. `key` names all it depends on but who
    reads."""
    whole = (str(workspace.folder), workspace.expo.position(), script(), *key)
    with _lock:
        if whole in _answers:
            _answers.move_to_end(whole)
            return cast("T", _answers[whole])
    made = make()
    with _lock:
        _answers[whole] = made
        while len(_answers) > KEPT:
            _answers.popitem(last=False)
    return made
