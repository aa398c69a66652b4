"""Military end use, recognised by what a record says: the end use chosen in a form, or words of its question or purpose.

Such a request is recorded and never brokered. The words err to the safe side: a question on finding mines speaks of munitions
and is held; then it is entered anew in other words by a person who answers for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from dragoman import data

CHOICE, CHOSEN = "endUse", "military"
# Kinds of record that ask for something or lead somebody to somebody; what a technology was made for is no request.
ASKING = (
    "Request", "Offer", "Consultation", "Cooperation", "Introduction", "Invitation", "Delegation", "Visit", "Stop", "Meeting",
    "Agreement", "Project", "Promise", "Step", "Enquiry",
)  # fmt: skip
# What of them asks. What was shown or seen at a visit and what came of it is told, not asked for.
ASKED = frozenset(
    "name question purpose subject goal hostGoal visitorGoal partnerSought partnerRole field use promise nextStep "
    "benefitExpected keywords".split()
)
SUMMING_UP = frozenset(("summary", "description"))  # these ask too, but not where they narrate a visit
NARRATING = ("Visit", "Stop", "Delegation", "Meeting")
BEFORE = 30  # characters before the words in which a denial may stand


@cache
def _words() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Of each language: the uses in one pattern, denials, and what takes a denial back."""
    import yaml

    raw: dict[str, Any] = yaml.load(data.text("end_use.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return tuple(
        (
            re.compile("|".join(f"(?:{one})" for one in uses), re.I),
            re.compile(raw["denied"][lang], re.I),
            re.compile(raw["undone"][lang], re.I),
        )
        for lang, uses in raw["uses"].items()
    )  # fmt: skip


def military_words(text: str) -> str:
    """The first words of a text that speak of military end use; empty where none do, or where the text denies it."""
    plain = " ".join(text.split())
    for uses, denied, undone in _words():
        for found in uses.finditer(plain):
            before = plain[max(0, found.start() - BEFORE) : found.start()]
            denial = denied.search(before)
            if not denial or undone.search(denial[0]):
                return found[0]
    return ""


def asks(ancestors: Iterable[str], prop: str) -> bool:
    """Whether a property of a record of these schemata asks for something."""
    kinds = set(ancestors)
    if kinds.isdisjoint(ASKING):
        return False
    return prop in ASKED or (prop in SUMMING_UP and kinds.isdisjoint(NARRATING))
