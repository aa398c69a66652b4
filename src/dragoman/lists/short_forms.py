"""Short forms in printed names: whether letters stand for the name before them, and whether a piece is a legal form."""

from __future__ import annotations

import re

_FORM = re.compile(
    r"(?:co\.?,? )?(?:ltd|limited|inc|incorporated|llc|l\.l\.c|corp|corporation|co|company|plc|pte|pvt|gmbh|ag|sa|s\.a|"
    r"s\.a\.s|s\.r\.l|srl|spa|s\.p\.a|bv|b\.v|nv|jsc|ojsc|pjsc|cjsc|oao|ooo|zao|ao|pao|lp|llp|s\.a\.r\.l|sarl|fze|fzco|"
    r"fzc|fz-llc|de c\.v|s\.a\.? de c\.v|a\.s|d\.o\.o|s\.r\.o|sdn\.? bhd|k\.k|jr|sr|ii|iii|pt|hong kong|china)\.?",
    re.I,
)
_SHORT = re.compile(r"[A-ZА-ЯЁ0-9][\w&./ʼ’'-]{1,11}")
SKIPPED = frozenset(
    "the of for and joint stock company open closed public private limited federal state jsc ojsc pjsc llc".split()
)


def is_form(text: str) -> bool:
    """Whether a piece of a name is a legal form, which belongs to the name before it."""
    return bool(_FORM.fullmatch(text.strip(" .,")) or _FORM.fullmatch(text.strip(" ,")))


def stands_for(short: str, name: str, whole: bool = False) -> bool:
    """Whether letters abbreviate a name: they occur there in order, the first at the head of a word.

    `whole`: of the first word that tells something, so that they stand for all of the name and not for the body it is part of.
    """
    if not _SHORT.fullmatch(short) or sum(c.isupper() or c.isdigit() for c in short) * 2 < len(short):
        return False
    letters = [c for c in short.lower() if c.isalnum()]
    words = list(re.finditer(r"\w+", name))
    if len(words) < 2:
        return False
    if whole:
        telling = next((i for i, w in enumerate(words) if w[0].lower() not in SKIPPED), 0)
        words = words[: telling + 1]
    heads = [w.start() for w in words if w[0][0].lower() == letters[0]]
    return any(_in_order(letters, name[start:].lower()) for start in heads)


def _in_order(letters: list[str], text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
