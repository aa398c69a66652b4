"""What lasts on a day: memberships, sets of countries, states of a market, by dates that may be cut to a month or a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something in a network, a group or a centre: since and until are ISO dates, empty where nobody tells."""

    record: str
    since: str = ""
    until: str = ""
    role: str = ""
    tie: str = ""  # the record that says so, empty where it is said of the network itself
    statement: str = ""


def lasts(since: str, until: str, day: str) -> bool:
    """Whether something lasts on a day, or at some time of a month or year; ends nobody tells are open.

    A date cut to its year counts from its first day to its last: 2018 lasts all through 2018.
    """
    if since and since[: len(day)] > day[: len(since)]:
        return False
    return not (until and until[: len(day)] < day[: len(until)])


def members_on(members: Iterable[Member], day: str) -> list[Member]:
    """Those that belong on a day, each once: of several times somebody belonged, the latest."""
    found: dict[str, Member] = {}
    for member in sorted(members, key=lambda m: m.since):
        if lasts(member.since, member.until, day):
            found[member.record] = member
    return list(found.values())
