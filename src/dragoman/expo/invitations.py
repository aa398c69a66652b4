"""An invitation's way: drafted, then held or cleared by screening, sent, accepted or declined. Held ones are not sent."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.expo.due import is_over
from dragoman.model.clearance import Clearance

DRAFTED, SENT, ACCEPTED, DECLINED, WITHDRAWN = "drafted", "sent", "accepted", "declined", "withdrawn"
HELD, CLEARED, UNSCREENED = "held", "cleared", "not screened"  # of a draft, by its clearance; never entered by hand
NEXT = {
    DRAFTED: (SENT, WITHDRAWN), SENT: (ACCEPTED, DECLINED, WITHDRAWN), ACCEPTED: (DECLINED, WITHDRAWN), DECLINED: (ACCEPTED,),
    WITHDRAWN: (),
}  # fmt: skip


def entered(steps: Iterable[tuple[str, str]]) -> str:
    """The step entered last, from (state, date) pairs in the order they were entered; a draft without any."""
    return next((state for state, _ in reversed(list(steps)) if state in NEXT), DRAFTED)


def state(steps: Iterable[tuple[str, str]], clearance: Clearance) -> str:
    """Where it stands. A draft is held or cleared by what screening finds now, or not screened where no list is loaded."""
    at = entered(steps)
    if at != DRAFTED:
        return at
    return HELD if clearance.held else CLEARED if clearance.lists else UNSCREENED


def forbidden(steps: Iterable[tuple[str, str]], step: str, day: str, expires: str = "") -> str:
    """Why an invitation cannot take this step on that day; empty where it can. Whether it is held is the clearance's word."""
    at = entered(steps)
    if step not in NEXT[at]:
        after = " or ".join(NEXT[at]) or "nothing"
        return f"it is {at}: what can follow is {after}"
    if step == SENT and is_over(expires, day):
        return f"it expired on {expires}: correct the date first"
    return ""
