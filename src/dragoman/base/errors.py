"""Every error Dragoman raises on purpose, each with its exit code and HTTP status.

DragomanError                 1   500
├── UsageError                2   400   the call itself is wrong
│   ├── UnknownName           2   404   no such entity, document, list or kind
│   └── BadMapping            2   422   a mapping file or template does not fit
├── Unreadable                4   422   one input cannot be read; the others go on
│   ├── Encrypted             4   422
│   ├── Empty                 4   422
│   ├── TooLarge              4   413
│   ├── Hostile               4   422   archive bombs, XML entities
│   └── NotAFileFormat        4   415   no reader knows it
├── HeldError                 3   403   a matter is held: a hit stands, or it is for military end use
├── WorkspaceError            1   409   the workspace is missing, busy, newer or damaged
├── Missing                   1   501   an optional extra is not installed
└── Interrupted             130   503   stopped by the user; what was done is kept
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors: one line that says what is wrong, where, and what to do next."""

    exit_code = 1
    http_status = 500

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.do})" if self.do else head


class UsageError(DragomanError):
    """The call cannot be understood."""

    exit_code = 2
    http_status = 400


class UnknownName(UsageError):
    """Nothing of that name or id is known."""

    http_status = 404


class BadMapping(UsageError):
    """A mapping file does not fit its table."""

    http_status = 422


class Unreadable(DragomanError):
    """One input cannot be read; the others go on and the exit code is 4."""

    exit_code = 4
    http_status = 422


class Encrypted(Unreadable):
    """The file asks for a password."""


class Empty(Unreadable):
    """The file holds no text and no rows."""


class TooLarge(Unreadable):
    """The file is over a limit of `dragoman.base.settings.Limits`."""

    http_status = 413


class Hostile(Unreadable):
    """The file is made to harm its reader: an archive bomb, XML entities."""


class NotAFileFormat(Unreadable):
    """No reader knows this kind of file."""

    http_status = 415


class HeldError(DragomanError):
    """A matter may not go out: a hit stands that nobody released, a person holds it, or it is for military end use."""

    exit_code = 3
    http_status = 403


class WorkspaceError(DragomanError):
    """The workspace is missing, busy, newer than this program, or damaged."""

    http_status = 409


class Missing(DragomanError):
    """An optional extra is needed and not installed."""

    http_status = 501


class Interrupted(DragomanError):
    """Stopped by the user; what was done is kept."""

    exit_code = 130
    http_status = 503
