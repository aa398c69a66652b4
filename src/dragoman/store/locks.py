"""A lock on a file that its process holds until it lets go or dies: who holds one is alive, however the last one ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_held: set[Path] = set()  # by this process: closing the file once more would let go of the lock


class Lock:
    """One lock. Processes made by forking do not share it, and a killed process leaves nothing behind."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._file = -1

    def take(self) -> bool:
        """Take the lock if nobody has it; whether it was taken."""
        if self.path in _held:
            return False
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(file)
        except OSError:
            os.close(file)
            return False
        self._file = file
        _held.add(self.path)
        return True

    def release(self) -> None:
        """Let go."""
        if self._file >= 0:
            _held.discard(self.path)
            os.close(self._file)
            self._file = -1

    def is_held(self) -> bool:
        """Whether a process has it."""
        if not self.path.exists():
            return False
        if not self.take():
            return True
        self.release()
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
