"""A sentence prepared for rules: its mentions, and a copy of it in which each mention is a run of marks of equal length.

Rules are regular expressions over the marked copy, so "<ORG> and <ORG> signed" needs no look at the names, and every
offset of a match is an offset of the sentence. Used by the Russian and the Chinese grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.extract.draft import Claim, Draft, Ref, Sentence

KINDS = ("ORG", "PER", "LOC", "GROUP", "EVENT", "TECH", "PROJECT", "UNNAMED", "DATE", "MONEY", "COUNT", "POST", "DELEGATION")
FIRST = {kind: chr(0xE000 + 2 * i) for i, kind in enumerate(KINDS)}  # private use area: no text has them
REST = {kind: chr(0xE001 + 2 * i) for i, kind in enumerate(KINDS)}
SETS = {
    "PARTY": ("ORG", "UNNAMED", "LOC", "GROUP", "PER", "DELEGATION"),
    "BODY": ("ORG", "UNNAMED"),
    "LAND": ("LOC", "GROUP"),
    "SITE": ("ORG", "UNNAMED", "LOC", "GROUP", "PROJECT"),
    "ACT": ("EVENT", "PROJECT"),
    "THING": ("TECH", "PROJECT"),
}
LONGEST = 1500  # code points of one scene; longer stretches without a sentence end are tables or noise and are cut


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the document that name or describe something; offsets count code points of the stored text."""

    kind: str
    start: int
    end: int
    text: str
    ref: Ref | None = None
    value: Any = None  # what the finder of dates, money or counts returned
    shown: bool = True  # false: only marks the text, other mentions prove it
    marks: bool = True  # false: its words stay readable for the rules


@dataclass(slots=True)
class Memory:
    """What the sentences so far have brought up, for words that refer back ("the company", "the exhibition")."""

    event: Ref | None = None
    series: Ref | None = None
    title: Ref | None = None  # the event the sentence before this one names
    last: dict[str, Ref] = field(default_factory=dict)
    short: dict[str, Ref] = field(default_factory=dict)  # short names of events that the text has given
    stand: tuple[int, str] | None = None  # offset and number of a stand named just before
    people: dict[str, Ref] = field(default_factory=dict)
    key: Callable[[str], str] = str.lower  # what all forms of one name have in common


@dataclass(slots=True)
class Scene:
    """One sentence under the rules. `low` is its text in lower case, `marked` the same with mentions as marks."""

    sentence: Sentence
    start: int
    text: str
    mentions: list[Mention]
    memory: Memory
    low: str = ""
    marked: str = ""
    released: str = ""
    cut: tuple[str, list[Any]] | None = None  # the words of `marked`, kept while it does not change

    def __post_init__(self) -> None:
        lowered = self.text.lower()
        self.low = lowered if len(lowered) == len(self.text) else "".join(c.lower()[0] for c in self.text)
        self.remark()

    def remark(self) -> None:
        """Write the marks anew after mentions were added."""
        marked = list(self.low)
        for m in (m for m in self.mentions if m.marks):
            a, b = m.start - self.start, m.end - self.start
            marked[a:b] = FIRST[m.kind] + REST[m.kind] * (b - a - 1)
        self.marked = "".join(marked)

    def add(self, found: list[Mention]) -> None:
        """Add mentions that overlap none that is there, and remark."""
        for mention in found:
            if all(mention.end <= m.start or m.end <= mention.start for m in self.mentions):
                self.mentions.append(mention)
        self.mentions.sort(key=lambda m: m.start)
        self.remark()

    def swallow(self, found: list[Mention]) -> None:
        """Add mentions in place of those they contain; one that cuts through another is left out."""
        for mention in found:
            cut = [m for m in self.mentions if m.start < mention.end and mention.start < m.end]
            if all(mention.start <= m.start and m.end <= mention.end for m in cut):
                self.mentions = [m for m in self.mentions if m not in cut] + [mention]
        self.mentions.sort(key=lambda m: m.start)
        self.remark()

    def within(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions of these kinds (or all) inside a span of the sentence."""
        a, b = self.start + start, self.start + end
        return [m for m in self.mentions if a <= m.start and m.end <= b and (not kinds or m.kind in kinds)]

    def draft(self, about: Ref, start: int, end: int, rule: str, sure: float, *claims: Claim) -> Draft:
        """A draft whose quote is a span of the sentence, cut to its words."""
        while start < end and self.text[start] in " ,;:，；：、\u00a0":
            start += 1
        while end > start and self.text[end - 1] in " ,;:，；：、\u00a0":
            end -= 1
        span = (self.sentence.start, self.sentence.end)
        return Draft(about, self.start + start, self.start + end, claims, rule, sure, "", span)


def mark_class(kind: str) -> str:
    """The regular expression of one mention of that kind or set of kinds."""
    kinds = SETS.get(kind, (kind,))
    first = "".join(FIRST[k] for k in kinds)
    rest = "".join(REST[k] for k in kinds)
    return f"[{first}][{rest}]*+"


@cache
def marked_pattern(source: str, vocabulary: tuple[tuple[str, str], ...] = ()) -> re.Pattern[str]:
    """Compile a pattern: `<ORG>` stands for a mention, `<word>` in lower case for an alternation of the vocabulary."""
    words = dict(vocabulary)

    def expand(match: re.Match[str]) -> str:
        name = match[1]
        return mark_class(name) if name.isupper() else f"(?:{words[name]})"

    return re.compile(re.sub(r"(?<!\(\?P)<(\w+)>", expand, source))


def pieces(sentence: Sentence) -> list[tuple[int, int]]:
    """The spans (in the document) of a sentence to make scenes of: one, unless it is longer than `LONGEST`."""
    spans, at = [], sentence.start
    while sentence.end - at > LONGEST:
        cut = max(sentence.text.rfind(c, at - sentence.start, at - sentence.start + LONGEST) for c in ",;，； ")
        cut = sentence.start + cut + 1 if cut > at - sentence.start else at + LONGEST
        spans.append((at, cut))
        at = cut
    spans.append((at, sentence.end))
    return spans
