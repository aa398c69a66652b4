"""How often each rule was right on the development documents: what is under 0.9 goes to the to-check queue.

Measured by `scripts/score_rules.py` on the development gold; a rule without a measure is suggested.
"""

from __future__ import annotations

UNMEASURED = 0.8
PRECISION: dict[str, float] = {}


def sureness(rule: str) -> float:
    """The measured share of right drafts of a rule."""
    return PRECISION.get(rule, UNMEASURED)
