"""A sentence as the grammar sees it: names masked by one letter a kind, so that one pattern fits every name.

The mask has the length of the text, so every offset holds in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.extract.draft import Name, Sentence
from dragoman.extract.en.gates import OPENED, Gate, count
from dragoman.extract.en.shapes import MASK, Shape, occurrences, shape_of, small

ABBREVIATION_DOT = re.compile(  # the dot first: a search for it alone is quick
    r"\.(?:(?<=\bU\.)|(?<=\bU[.·]S\.)|(?<=\d\.)(?=\d)|(?<=\b(?:Mr|Dr|Ms|St|Co|No)\.)|(?<=\b(?:Ltd|Inc|Mrs)\.)(?=[\s,]))"
)
WORD = re.compile(r"[^\W_]++(?:[-'’/&.][^\W_]++)*+")
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
JOINT = re.compile(r"[-'’/&.]")
MOST_HELPING = 5  # helping words that a shape may begin with


class Line:
    """One sentence: `names` with the grammar's own spans among them, `mask` over them, words in lower case.

    `small` and `small_mask` are text and mask in lower case, of the same length; `named` is the mask with unnamed parties
    left readable; `words` have their relative start and end; `places` tells where each stands among them; `lows` are those
    words, `parts` also what hyphens and the like join in them; `bits` and `part_bits` are the gates they open. `memo` holds
    what a rule worked out and others ask for again.
    """

    __slots__ = (
        "bits", "gates", "heading", "lows", "mask", "mask_bits", "memo", "named", "names", "part_bits", "parts", "places",
        "sentence", "small", "small_mask", "start", "text", "title", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, names: list[Name], heading: bool = False, title: bool = False) -> None:
        self.sentence, self.names, self.heading, self.title = sentence, names, heading, title
        self.text, self.start = sentence.text, sentence.start
        self.memo: dict[str, object] = {}
        self.words: list[tuple[int, int, str]]
        self.places: dict[str, list[int]]
        self.small = small(self.text)
        self._read()
        self.remask()

    def _read(self) -> None:
        """Find the words, where each stands, and the gates that they and their parts open."""
        low_text, opened, bits, at = self.small, OPENED, 0, 0
        words = self.words = []
        places = self.places = {}
        for index, low in enumerate(WORD.findall(low_text)):
            start = low_text.find(low, at)
            at = start + len(low)
            words.append((start, at, low))
            if low in places:
                places[low].append(index)
            else:
                places[low] = [index]
                bits |= opened[low]
        self.bits, self.gates = bits, count()
        self.lows = self.parts = frozenset(places)
        joined = [part for low in places if not low.isalnum() for part in JOINT.split(low)]
        if joined:
            self.parts = self.lows.union(joined)
            for part in joined:
                bits |= opened[part]
        self.part_bits = bits

    def remask(self) -> None:
        """Lay the mask anew over the present names."""
        if not self.names:
            self.mask = self.named = ABBREVIATION_DOT.sub("·", self.text)
            self.small_mask, self.mask_bits = self.small if self.mask == self.text else small(self.mask), self.part_bits
            return
        self.mask = self._masked(self.names)
        told = [n for n in self.names if n.subkind != "unnamed"]
        self.named = self.mask if len(told) == len(self.names) else self._masked(told)
        self.small_mask = small(self.mask)
        bits = self.part_bits
        for letter in {MASK.get(n.kind, "") for n in self.names}:
            bits |= OPENED[letter]
        self.mask_bits = bits

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

    def matches(self, own: re.Pattern[str], triggers: frozenset[str]) -> Iterable[re.Match[str]]:
        """Matches of a shape that begins with one of the trigger words, or with helping words before it.

        The shape is tried only where it can begin, which costs a tenth of a search over the sentence.
        """
        shape = shape_of(own)
        return () if self._lacks(shape, self.mask_bits) else self.begun(shape, triggers)

    def admits(self, shape: Shape) -> bool:
        """Whether the words and names are there without which a shape cannot match the mask."""
        return self.mask_bits & shape.need == shape.need or shape.made > self.gates

    def _lacks(self, shape: Shape, bits: int) -> bool:
        """Whether a word is missing without which a shape, known when the sentence was read, cannot match."""
        return bits & shape.need != shape.need and shape.made <= self.gates

    def begun(self, shape: Shape, triggers: frozenset[str]) -> Iterator[re.Match[str]]:
        """`matches` of a shape that the sentence admits."""
        quick, low_mask, words, places = shape.low.match, self.small_mask, self.words, self.places
        passed = 0
        for index in sorted([i for low in self.lows & triggers for i in places[low]]):
            start = words[index][0]
            if start < passed:
                continue
            for at in range(self._lead(index), index + 1):
                begin = words[at][0]
                if begin >= passed and quick(low_mask, begin) is not None:
                    match = shape.own.match(self.mask, begin)
                    if match is not None:
                        passed = max(match.end(), start + 1)
                        yield match
                        break

    def _lead(self, index: int) -> int:
        """The first of the helping words right before a word, or the word."""
        words, last = self.words, max(0, index - MOST_HELPING)
        while index > last and words[index - 1][2] in HELPING:
            index -= 1
        return index

    def reads(self, own: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """`finditer` of a shape without regard to case over the text: sought in lower case, which is far quicker."""
        shape = shape_of(own)
        return () if self._lacks(shape, self.part_bits) else occurrences(shape, self.small, self.text)

    def finds(self, own: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """`finditer` of a shape without regard to case over the mask."""
        shape = shape_of(own)
        return () if self._lacks(shape, self.mask_bits) else occurrences(shape, self.small_mask, self.mask)

    def reads_at(self, own: re.Pattern[str], at: int) -> re.Match[str] | None:
        """`match` of a shape without regard to case at an offset of the text."""
        shape = shape_of(own)
        if self._lacks(shape, self.part_bits):
            return None
        return own.match(self.text, at) if shape.low.match(self.small, at) is not None else None

    def says(self, own: re.Pattern[str]) -> bool:
        """Whether a shape without regard to case occurs in the text."""
        shape = shape_of(own)
        return not self._lacks(shape, self.part_bits) and shape.low.search(self.small) is not None

    def first(self, own: re.Pattern[str], start: int, stop: int) -> re.Match[str] | None:
        """`search` of a shape without regard to case in a part of the text."""
        seen = shape_of(own).low.search(self.small, start, stop)
        return own.search(self.text, seen.start(), stop) if seen is not None else None

    def first_masked(self, own: re.Pattern[str]) -> re.Match[str] | None:
        """`search` of a shape without regard to case over the mask."""
        shape = shape_of(own)
        seen = None if self._lacks(shape, self.mask_bits) else shape.low.search(self.small_mask)
        return own.search(self.mask, seen.start()) if seen is not None else None

    def searches(self, own: re.Pattern[str], start: int, stop: int | None = None) -> bool:
        """Whether a shape without regard to case occurs in a part of the mask."""
        shape, end = shape_of(own), len(self.mask) if stop is None else stop
        seen = shape.low.search(self.small_mask, start, end)
        return seen is not None and own.search(self.mask, seen.start(), end) is not None

    def names_any(self, triggers: Gate) -> bool:
        """Whether any of these words occurs, be it within a word with a hyphen: the gate before whole-word shapes."""
        return self.part_bits & triggers.bit != 0

    def has(self, triggers: Gate) -> bool:
        """Whether any of these words occurs: the gate before a rule's patterns."""
        return self.bits & triggers.bit != 0


def items(line: Line, start: int, end: int, *kinds: str) -> list[Name]:
    """The names of a coordinated list between two offsets of the sentence."""
    return line.within(start, end, *kinds)
