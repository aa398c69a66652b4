"""Score and Reason: one explanation for identity, screening, exposure and partner fit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that moved a score: `weight` is added to the log-odds; left and right are what was compared."""

    name: str
    weight: float
    detail: str = ""
    left: str = ""
    right: str = ""
    evidence: tuple[str, ...] = ()  # statement ids


@dataclass(frozen=True, slots=True)
class Score:
    """A value between 0 and 1 with its reasons, strongest first."""

    value: float
    reasons: tuple[Reason, ...] = ()
