"""Shapes: expressions over sentences with masked names, their twins for lower case, and what they cannot match without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.en.gates import count, gate
from dragoman.extract.en.needs import needs

# Letters of a script that does not occur in English texts and has no case.
MASK = {"ORG": "ሀ", "PER": "ለ", "LOC": "ሐ", "EVENT": "መ", "GROUP": "ሰ", "TECH": "", "PROJECT": "ረ"}
LETTERS = "".join(MASK.values())
DETERMINER = r"(?:(?:the|a|an|its|their|our|his|her|both|also|together with|representatives of)\s+){0,2}"
NUMBER = (
    r"(?:\d[\d,.·]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|several|"
    r"dozens of|hundreds of)"
)
CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)


class Shape:
    """An expression without regard to case, compiled where it is first tried, with its twin and what it cannot do without."""

    __slots__ = ("_low", "_own", "cased", "expression", "made", "need")

    def __init__(self, expression: str, own: re.Pattern[str] | None = None) -> None:
        self.expression, self._own = expression, own
        self._low: re.Pattern[str] | None = None
        self.cased = "(?-i:" in expression  # a part regards case: lower case would stretch it
        self.need = 0  # the gates a sentence must open for it
        for keys in needs(_small_letters(expression), LETTERS):
            self.need |= gate(keys)
        self.made = count()  # the gates there were then

    @property
    def own(self) -> re.Pattern[str]:
        """The expression, for a text as it stands."""
        if self._own is None:
            self._own = re.compile(self.expression, re.IGNORECASE)
        return self._own

    @property
    def low(self) -> re.Pattern[str]:
        """Its twin, for a text in lower case."""
        if self._low is None:
            self._low = _lowered(self.expression)
        return self._low


def _small_letters(expression: str) -> str:
    return CAPITALS.sub(lambda m: m[0].lower() if m[0][0] not in "\\(" else m[0], expression)


def _lowered(expression: str) -> re.Pattern[str]:
    return re.compile(_small_letters(expression))


_SHAPES: dict[int, Shape] = {}


def shape_of(own: re.Pattern[str]) -> Shape:
    """What is known of an expression."""
    return _SHAPES.get(id(own)) or _shape(own)


def _shape(own: re.Pattern[str]) -> Shape:
    if own.flags != re.IGNORECASE | re.UNICODE:
        raise ValueError(f"shape that regards case, or has other flags: {own.pattern}")
    found = _SHAPES[id(own)] = Shape(own.pattern, own)  # kept with its expression, so that no other takes its identity
    return found


def small(text: str) -> str:
    """A text in lower case, letter by letter where that would change its length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low


def twin(own: re.Pattern[str]) -> re.Pattern[str]:
    """The expression for a text in lower case, where it fits at least as often.

    Without regard to case an expression tries each alternative at length.
    """
    return shape_of(own).low


def occurrences(shape: Shape, low: str, text: str) -> Iterator[re.Match[str]]:
    """`finditer` of a shape over a text, sought in the same text in lower case, which is far quicker."""
    if shape.cased:
        yield from shape.own.finditer(text)
        return
    for seen in shape.low.finditer(low):
        match = shape.own.match(text, seen.start())
        if match is not None:
            yield match


def _unit(letters: str, bare: bool) -> str:
    cells = "".join(MASK[k] for k in letters.split("|"))
    return f"[{cells}]++" if bare else f"{DETERMINER}[{cells}]++"


UNITS = {
    "ORG": "ORG", "PER": "PER", "LOC": "LOC|GROUP", "EVT": "EVENT", "WHO": "ORG|PER|LOC|GROUP", "BODY": "ORG|LOC|GROUP",
    "ANY": "ORG|PER|LOC|GROUP|EVENT|PROJECT",
}  # fmt: skip
OPENING = 8  # characters of a template before its first name: `(?P<x>(?:`
LIST_JOIN = r"(?:\s*,\s*(?:and\s+|as\s+well\s+as\s+)?|\s*;\s*|\s+(?:and|as\s+well\s+as|together\s+with|&|or)\s+)"


@cache
def pattern(template: str) -> re.Pattern[str]:
    """Compile a template."""
    return re.compile(expression(template), re.IGNORECASE)


def expression(template: str) -> str:
    """The expression of a template: `<ORG>` stands for a name with its determiner, `<ORGS>` for a coordinated list of them.

    `<who:ORGS>` makes it a group. Kinds: ORG, PER, LOC, EVT, WHO (a party), BODY (a party but no person), ANY.
    White space in the template matches any run of it.
    """

    def expand(match: re.Match[str]) -> str:
        label, kind = match[1], match[2]
        many = kind.endswith("S") and kind[:-1] in UNITS
        letters = UNITS[kind[:-1] if many else kind]
        unit = _unit(letters, False)
        first = _unit(letters, match.start() <= OPENING)  # at the start of a shape an article only slows the search
        body = f"{first}(?:{LIST_JOIN}{unit})*+" if many else first
        return f"(?P<{label}>{body})" if label else f"(?:{body})"

    spaced = re.sub(r" +", r"\\s+", template.replace(" ?", r"\s*"))
    return re.sub(r"<(?:(\w+):)?([A-Z]+)>", expand, spaced)
