"""What each user of this machine was last shown of a record: where the log stood. `dragoman correct` guards from there.

Kept in the workspace in the folder `seen`, one file a user; it may be deleted at any time.
"""

from __future__ import annotations

import getpass
import json
import re
from contextlib import suppress
from pathlib import Path

FOLDER = "seen"
MOST = 500  # records a user was shown that are kept, the latest


def note(folder: Path, record: str, position: int) -> None:
    """Remember that this user was shown a record when the log stood at a position."""
    known = _known(folder)
    known.pop(record, None)
    kept = dict(list({**known, record: position}.items())[-MOST:])
    with suppress(OSError):  # nobody may write there: then `correct` guards during its own call alone
        _path(folder).parent.mkdir(exist_ok=True)
        _path(folder).write_text(json.dumps(kept), encoding="utf-8")


def noted(folder: Path, record: str) -> int | None:
    """Where the log stood when this user was last shown a record; None where that is not known."""
    return _known(folder).get(record)


def _path(folder: Path) -> Path:
    user = re.sub(r"[^\w.-]", "_", getpass.getuser())
    return folder / FOLDER / f"{user}.json"


def _known(folder: Path) -> dict[str, int]:
    with suppress(OSError, ValueError):
        told = json.loads(_path(folder).read_text(encoding="utf-8"))
        if isinstance(told, dict):
            return {str(k): v for k, v in told.items() if isinstance(v, int)}
    return {}
