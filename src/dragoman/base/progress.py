"""How long work tells where it stands: a protocol and its silent form; the terminal's form is in `cli`."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each step of a long piece of work."""

    def start(self, what: str, total: int | None) -> None:
        """Begin a piece of work of `total` steps, None where it is not known."""

    def step(self, what: str = "", count: int = 1) -> None:
        """`count` more steps are done; `what` is the thing just finished."""

    def note(self, line: str) -> None:
        """One line the user should see, such as a file that was refused."""

    def done(self) -> None:
        """The piece of work is over."""


class Silent:
    """Says nothing."""

    def start(self, what: str, total: int | None) -> None: ...

    def step(self, what: str = "", count: int = 1) -> None: ...

    def note(self, line: str) -> None: ...

    def done(self) -> None: ...
