"""How often each rule was right on the development documents: what is under 0.9 goes to the to-check queue.

`scripts/score_rules.py --write` measures it into `data/vocabulary/en_sureness.yaml`; a rule without a measure is suggested.
"""

from __future__ import annotations

from functools import cache

from dragoman import data

UNMEASURED = 0.8


@cache
def _table() -> dict[str, float]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(data.text("vocabulary/en_sureness.yaml"), loader) or {}  # noqa: S506 (a safe loader)
    return {rule: float(row["sure"]) for rule, row in rows.items()}


def sureness(rule: str) -> float:
    """The measured share of right drafts of a rule."""
    return _table().get(rule, UNMEASURED)
