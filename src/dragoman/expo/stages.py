"""The stages of an agreement. Announced is not signed: only a memorandum, a contract and what follows it count as signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.statement import Status

# How far anything has come, as statements have it: what is looked into is not intended, what is intended is not agreed.
LADDER = tuple(s.value for s in Status if s)
STAGES = ("contact", "intention", "memorandum", "contract", "in force", "ended")
SIGNED = "signed"  # a source says it was signed, and not what kind of paper it is
SIGNED_STAGES = frozenset(("memorandum", "contract", SIGNED, "in force", "ended"))
# What a status of the common ladder is as a stage, where no stage was entered.
OF_STATUS = {
    "looked into": "contact", "planned": "contact", "invited": "contact", "intended": "intention", "agreed": "intention",
    "signed": SIGNED, "running": "in force", "ended": "ended",
}  # fmt: skip
OF_KIND = {"letter of intent": "intention", "memorandum": "memorandum", "contract": "contract"}
STATUS_OF = {
    "contact": "looked into", "intention": "intended", "memorandum": "signed", "contract": "signed", SIGNED: "signed",
    "in force": "running", "ended": "ended",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """A stage an agreement reached, on an ISO date (empty where it is not told), by the statement that says so."""

    stage: str
    date: str
    statement: str


def current(steps: Iterable[tuple[str, str]], ladder: Sequence[str] = STAGES) -> str:
    """The stage an agreement (or whatever has a ladder) stands at, from (stage, date) pairs: the furthest; empty without."""
    found = [stage for stage, _ in steps if stage in ladder]
    return max(found, key=ladder.index, default="")


def stage_of(steps: Iterable[tuple[str, str]], status: str, kinds: Iterable[str] = ()) -> str:
    """The stage by its steps; without any by its status, and for what is signed by the kind of paper."""
    told = current(steps)
    if told:
        return told
    stage = OF_STATUS.get(status, "")
    if stage != SIGNED:
        return stage
    return next((OF_KIND[k] for k in kinds if k in OF_KIND and k != "letter of intent"), SIGNED)


def forbidden(steps: Iterable[tuple[str, str]], stage: str, date: str, ladder: Sequence[str] = STAGES) -> str:
    """Why what has these steps cannot take this one on that date; empty where it can."""
    known = list(steps)
    at = current(known, ladder)
    if stage == at:
        return f"it is at {stage!r} already"
    if at and ladder.index(stage) < ladder.index(at):
        return f"it is at {at!r}, which comes after {stage!r}; correct the earlier step if that was wrong"
    latest = max((d for _, d in known if d), default="")
    if date and latest and date[: len(latest)] < latest[: len(date)]:
        return f"its last step was on {latest}, after {date}"
    return ""
