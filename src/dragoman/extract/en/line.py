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
ABBREVIATION_DOT = re.compile(  # the dot first: a search for it alone is quick
    r"\.(?:(?<=\bU\.)|(?<=\bU[.·]S\.)|(?<=\d\.)(?=\d)|(?<=\b(?:Mr|Dr|Ms|St|Co|No)\.)|(?<=\b(?:Ltd|Inc|Mrs)\.)(?=[\s,]))"
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


JOINT = re.compile(r"[-'’/&.]")
MOST_HELPING = 5  # helping words that a shape may begin with
CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)
_TWINS: dict[int, tuple[re.Pattern[str], re.Pattern[str]]] = {}


def small(text: str) -> str:
    """A text in lower case, letter by letter where that would change its length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low


def twin(shape: re.Pattern[str]) -> re.Pattern[str]:
    """The shape for a text in lower case, where it fits at least as often.

    Without regard to case an expression tries each alternative at length.
    """
    found = _TWINS.get(id(shape))
    if found is None:  # kept with its shape, so that no other shape takes its identity
        if not shape.flags & re.IGNORECASE:
            raise ValueError(f"shape that regards case: {shape.pattern}")
        low = CAPITALS.sub(lambda m: m[0].lower() if m[0][0] not in "\\(" else m[0], shape.pattern)
        found = _TWINS[id(shape)] = (shape, re.compile(low, shape.flags & ~re.IGNORECASE))
    return found[1]


def _found(shape: re.Pattern[str], low: str, text: str) -> Iterator[re.Match[str]]:
    if "(?-i:" in shape.pattern:  # a part that regards case: lower case would stretch it
        yield from shape.finditer(text)
        return
    for seen in twin(shape).finditer(low):
        match = shape.match(text, seen.start())
        if match is not None:
            yield match


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
    parts: frozenset[str] = frozenset()  # the words, and what hyphens and the like join in them
    small: str = ""  # the text in lower case, of the same length
    small_mask: str = ""  # the mask likewise
    leads: list[int] = field(default_factory=list)  # for each word, the first of the helping words right before it

    def __post_init__(self) -> None:
        text = self.sentence.text
        low_text = self.small = small(text)
        self.words = [(start, end, low_text[start:end]) for start, end in map(re.Match.span, WORD.finditer(text))]
        places, leads, run = self.places, self.leads, 0
        for index, (_, _, low) in enumerate(self.words):
            leads.append(index - run)
            run = min(run + 1, MOST_HELPING) if low in HELPING else 0
            if low in places:
                places[low].append(index)
            else:
                places[low] = [index]
        self.lows = frozenset(places)
        self.parts = self.lows.union(*(JOINT.split(low) for low in places if not low.isalnum()))
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
        self.small_mask = small(self.mask)

    def _masked(self, names: list[Name]) -> str:
        text, base = self.sentence.text, self.sentence.start
        whole = len(text)
        for name in names:
            letter = MASK.get(name.kind, "")
            if letter:
                text = text[: name.start - base] + letter * (name.end - name.start) + text[name.end - base :]
        return ABBREVIATION_DOT.sub("·", text[:whole])

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
        quick, low_mask, words, leads = twin(shape).match, self.small_mask, self.words, self.leads
        spots = self.places[next(iter(here))] if len(here) == 1 else sorted([i for low in here for i in self.places[low]])
        passed = 0
        for index in spots:
            start = words[index][0]
            if start < passed:
                continue
            for at in range(leads[index], index + 1):
                begin = words[at][0]
                if begin >= passed and quick(low_mask, begin) is not None:
                    match = shape.match(self.mask, begin)
                    if match is not None:
                        passed = max(match.end(), start + 1)
                        yield match
                        break

    def reads(self, shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """`finditer` of a shape without regard to case over the text: sought in lower case, which is far quicker."""
        return _found(shape, self.small, self.text)

    def finds(self, shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """`finditer` of a shape without regard to case over the mask."""
        return _found(shape, self.small_mask, self.mask)

    def reads_at(self, shape: re.Pattern[str], at: int) -> re.Match[str] | None:
        """`match` of a shape without regard to case at an offset of the text."""
        return shape.match(self.text, at) if twin(shape).match(self.small, at) is not None else None

    def says(self, shape: re.Pattern[str]) -> bool:
        """Whether a shape without regard to case occurs in the text."""
        return twin(shape).search(self.small) is not None

    def names_any(self, triggers: frozenset[str]) -> bool:
        """Whether any of these words occurs, be it within a word with a hyphen: the gate before whole-word shapes."""
        return not self.parts.isdisjoint(triggers)

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
