"""Figures kept beside the workspace for the state of the log they were counted from; after a change they are counted anew."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.version import VERSION
from dragoman.expo.figures import Counted, Figures, Reported

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

FOLDER = "figures"  # of the workspace; may be deleted at any time
RECIPE = 2  # goes up when what is counted changes


def cached(workspace: Workspace, subject: str, make: Callable[[], Figures]) -> Figures:
    """The figures of a subject: those kept for this very state of the log, else made now and kept."""
    from dragoman.store.amending import stamp

    path = workspace.folder / FOLDER / f"{subject}.json"
    mark = f"{VERSION} {RECIPE} {stamp(workspace.store)}"
    with suppress(OSError, ValueError, KeyError, TypeError):  # whatever is wrong with what was kept: it is counted anew
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["mark"] == mark:
            return _read(told["figures"])
    made = make()
    if mark == f"{VERSION} {RECIPE} {stamp(workspace.store)}":  # nobody changed anything while it was counted
        with suppress(OSError):  # a folder nobody may write to: it is counted each time
            _keep(path, {"mark": mark, "figures": asdict(made)})
    return made


def _keep(path: Path, told: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(told, out, ensure_ascii=False, default=str)
    Path(name).replace(path)


def _read(told: dict[str, Any]) -> Figures:
    counted = tuple(Counted(**c | {"value": Decimal(c["value"]), "rows": tuple(c["rows"])}) for c in told["counted"])
    return Figures(told["id"], told["caption"], counted, tuple(_reported(r) for r in told["reported"]))


def _reported(told: dict[str, Any]) -> Reported:
    numbers = {key: None if told[key] is None else Decimal(told[key]) for key in ("value", "counted", "difference")}
    return Reported(**told | numbers | {"rows": tuple(told["rows"])})
