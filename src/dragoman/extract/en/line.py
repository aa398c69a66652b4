"""A sentence as the grammar sees it: names masked by one letter a kind, so that one pattern fits every name.

The mask has the length of the text, so every offset holds in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.extract.draft import Name, Sentence

# Letters of a script that does not occur in English texts and has no case.
MASK = {"ORG": "ሀ", "PER": "ለ", "LOC": "ሐ", "EVENT": "መ", "GROUP": "ሰ", "TECH": "", "PROJECT": "ረ"}
ABBREVIATION_DOT = re.compile(
    r"(?<=\bU)\.|(?<=\bU[.·]S)\.|(?<=\d)\.(?=\d)|(?<=\b(?:Mr|Dr|Ms|St|Co|No))\.|(?<=\b(?:Ltd|Inc|Mrs))\.(?=[\s,])"
)
WORD = re.compile(r"[^\W_]+(?:[-'’/&.][^\W_]+)*")
HELPING = frozenset(
    "have has had will would to also already is are was were be been being not now recently successfully jointly "
    "actively closely long then since first even just hope hopes hoping expect expects expected expecting plan plans "
    "planned "
    "planning intend intends intended want wants wanted wish wishes aim aims like ready willing eager keen going can "
    "could may seek seeks strive striving able task currently again further together mutually subsequently separately "
    "officially "
    "considering at the same time started began mainly do does did n't regularly traditionally grandly ceremonially "
    "due scheduled set agreed still yet only up fully kindly in turn ’ve 've".split()
)
DETERMINER = r"(?:(?:the|a|an|its|their|our|his|her|both|also|together with|representatives of)\s+){0,2}"
NUMBER = (
    r"(?:\d[\d,.·]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|several|"
    r"dozens of|hundreds of)"
)


@dataclass(slots=True)
class Line:
    """One sentence: `names` with the grammar's own spans among them, `mask` over them, words in lower case."""

    sentence: Sentence
    names: list[Name]
    heading: bool = False
    title: bool = False
    mask: str = ""
    named: str = ""  # the mask with unnamed parties left readable
    words: list[tuple[int, int, str]] = field(default_factory=list)  # relative start, end, lower case
    lows: frozenset[str] = frozenset()
    memo: dict[str, object] = field(default_factory=dict)  # what a rule worked out and others ask for again
    places: dict[str, list[int]] = field(default_factory=dict)  # where each word stands among the words

    def __post_init__(self) -> None:
        self.words = [(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(self.sentence.text)]
        for index, (_, _, low) in enumerate(self.words):
            self.places.setdefault(low, []).append(index)
        self.lows = frozenset(self.places)
        self.remask()

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.sentence.text

    @property
    def start(self) -> int:
        """Where the sentence starts in the document."""
        return self.sentence.start

    def remask(self) -> None:
        """Lay the mask anew over the present names."""
        self.mask = self._masked(self.names)
        told = [n for n in self.names if n.subkind != "unnamed"]
        self.named = self.mask if len(told) == len(self.names) else self._masked(told)

    def _masked(self, names: list[Name]) -> str:
        cells = list(self.sentence.text)
        base = self.sentence.start
        for name in names:
            letter = MASK.get(name.kind, "")
            if letter:
                cells[name.start - base : name.end - base] = letter * (name.end - name.start)
        return ABBREVIATION_DOT.sub("·", "".join(cells)[: len(self.sentence.text)])

    def put(self, added: Iterable[Name]) -> None:
        """Add spans; a name that one of them touches gives way."""
        new = list(added)
        if not new:
            return
        kept = [n for n in self.names if not any(a.start < n.end and n.start < a.end for a in new)]
        self.names = sorted(kept + new, key=lambda n: n.start)
        self.remask()

    def within(self, start: int, end: int, *kinds: str) -> list[Name]:
        """The names between two offsets of the sentence, of these kinds or of all."""
        base = self.sentence.start
        return [n for n in self.names if start <= n.start - base and n.end - base <= end and (not kinds or n.kind in kinds)]

    def name_at(self, at: int) -> Name | None:
        """The name whose mask covers an offset of the sentence."""
        base = self.sentence.start
        return next((n for n in self.names if n.start <= at + base < n.end), None)

    def matches(self, shape: re.Pattern[str], triggers: frozenset[str]) -> Iterator[re.Match[str]]:
        """Matches of a shape that begins with one of the trigger words, or with helping words before it.

        The shape is tried only where it can begin, which costs a tenth of a search over the sentence.
        """
        here = self.lows & triggers
        if not here:
            return
        passed = 0
        for index in sorted(i for low in here for i in self.places[low]):
            start = self.words[index][0]
            if start < passed:
                continue
            first = index
            while (
                first > 0 and index - first < 5 and self.words[first - 1][2] in HELPING and self.words[first - 1][0] >= passed
            ):
                first -= 1
            for at in range(first, index + 1):
                match = shape.match(self.mask, self.words[at][0])
                if match is not None:
                    passed = max(match.end(), start + 1)
                    yield match
                    break

    def has(self, triggers: frozenset[str]) -> bool:
        """Whether any of these words occurs: the gate before a rule's patterns."""
        return not self.lows.isdisjoint(triggers)


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
    """Compile a template: `<ORG>` stands for a name with its determiner, `<ORGS>` for a coordinated list of them.

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
    return re.compile(re.sub(r"<(?:(\w+):)?([A-Z]+)>", expand, spaced), re.IGNORECASE)


def items(line: Line, start: int, end: int, *kinds: str) -> list[Name]:
    """The names of a coordinated list between two offsets of the sentence."""
    return line.within(start, end, *kinds)
