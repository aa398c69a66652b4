"""The menu: what stands in the head of every page, by what a person may see. A room adds its own line."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.web.accounts import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the message `menu.<key>`, its address, who sees it."""

    key: str
    path: str
    role: Role = Role.READER


ENTRIES = (
    Entry("start", "/"),
    Entry("expo", "/expo"),
    Entry("check", "/check"),
    Entry("documents", "/documents"),
    Entry("decisions", "/decisions"),
    Entry("import", "/import", Role.ANALYST),
    Entry("lists", "/lists"),
    Entry("screening", "/screening"),
    Entry("review", "/review"),
    Entry("jobs", "/jobs"),
    Entry("settings", "/settings"),
)


def menu(role: Role) -> list[Entry]:
    """The entries for somebody of a role."""
    return [e for e in ENTRIES if role >= e.role]
