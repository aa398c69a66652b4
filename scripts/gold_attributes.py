"""When an attribute of a fact agrees with the gold: one rule for each attribute, none of them lenient on figures.

Gold attributes: status, role, value, unit, bound, date, negative, named, speaker. A gold value without a bound is exact, and a
gold row without `negative` is affirmative: a fact that says otherwise disagrees, though the gold does not spell it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

VALUES = ("value", "amount", "count", "size", "percentage", "area", "sessions", "ordinal", "population")
DATES = ("date", "startDate", "endDate", "from", "established", "incorporationDate", "due")
UNITS = ("unit", "counted", "currency")
ROLES = ("role", "position", "title")
# Words for one part in an event. Chinese 主办 and Russian организатор are Englished as organise, host or sponsor.
SAME_ROLE = {
    "organizer": "organiser", "host": "organiser", "sponsor": "organiser", "co-organizer": "co-organiser",
    "co-host": "co-organiser", "co-sponsor": "co-organiser", "guest of honor": "guest of honour",
    "guest country of honour": "guest of honour", "guest country of honor": "guest of honour",
    "supporter": "supporting unit", "support": "supporting unit", "approval": "approver", "approved": "approver",
}  # fmt: skip
STEM = 4  # letters that inflected words of one root share at least: участников, участники


def parts(given: Mapping[str, str], keys: tuple[str, ...]) -> list[str]:
    """The values under any of these keys; several values of one property are joined by "; "."""
    return [p.strip() for k in keys if given.get(k) for p in given[k].split("; ")]


def words(text: str) -> set[str]:
    """Lower-case words of more than two letters."""
    return {w for w in re.findall(r"\w+", text.casefold()) if len(w) > 2}


def overlaps(left: str, right: str) -> bool:
    """Whether one stands in the other, whatever the case."""
    a, b = left.casefold().strip(), right.casefold().strip()
    return bool(a and b) and (a in b or b in a)


def same_number(wanted: str, given: str) -> bool:
    """Whether both are the same plain decimal."""
    try:
        return abs(float(wanted) - float(given.replace(",", ""))) <= 1e-9 * abs(float(wanted))
    except ValueError:
        return False


def same_unit(wanted: str, given: str) -> bool:
    """Currencies must be equal; for things counted, the words must overlap or share a stem."""
    if re.fullmatch("[A-Z]{3}", wanted):
        return wanted == given.upper()
    stems = {(w[: max(STEM, len(w) - 2)]) for w in words(wanted)}
    return overlaps(wanted, given) or any(w.startswith(s) for w in words(given) for s in stems)


def same_role(wanted: str, given: str) -> bool:
    """The same part or post; the longer may say more, as `deputy head of the administration` does."""
    a, b = (SAME_ROLE.get(r.casefold().strip(), r.casefold().strip()) for r in (wanted, given))
    return a == b if a in SAME_ROLE.values() else overlaps(a, b)


def same_speaker(wanted: str, given: str) -> bool:
    """The same person: one name in the other, or a shared word such as the surname."""
    return overlaps(wanted, given) or bool(words(wanted) & words(given))


def _any(keys: tuple[str, ...], same: Callable[[str, str], bool]) -> Callable[[str, Mapping[str, str]], bool]:
    return lambda wanted, given: any(same(wanted, p) for p in parts(given, keys))


def _named(wanted: str, given: Mapping[str, str]) -> bool:
    unnamed = bool(given.get("unnamed")) or given.get("named") == "unnamed"
    return unnamed is (wanted == "unnamed")


def _equal(wanted: str, given: str) -> bool:
    return wanted == given


RULES: dict[str, Callable[[str, Mapping[str, str]], bool]] = {
    "status": _any(("status",), _equal),
    "role": _any(ROLES, same_role),
    "value": _any(VALUES, same_number),
    "unit": _any(UNITS, same_unit),
    "bound": lambda wanted, given: given.get("bound", "") == wanted,
    "date": _any(DATES, _equal),
    "negative": lambda wanted, given: given.get("negative", "") == wanted,
    "named": _named,
    "speaker": _any(("speaker",), same_speaker),
}


def agreement(wanted: Mapping[str, str], given: Mapping[str, str]) -> dict[str, bool]:
    """For each attribute of the gold, spelled out or implied, whether the fact agrees."""
    asked = dict(wanted)
    if "value" in wanted:
        asked.setdefault("bound", "")
    if given.get("negative"):
        asked.setdefault("negative", "")
    return {key: RULES[key](value, given) for key, value in asked.items()}
