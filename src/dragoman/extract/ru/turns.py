"""Turns of phrase: classes of words that prove a fact together, in any order within a clause.

The vocabulary `ru_turns.yaml` holds the classes (stems) and the turns (a head class and what must stand beside it). A word
is looked up once in a table of stems, so the cost does not grow with the number of turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.extract.grammar.scene import FIRST, SETS, Scene
from dragoman.extract.grammar.vocabulary import sections
from dragoman.extract.ru.phrases import Word, tokens

REACH = 9  # words from the head of a turn to its other parts, unless the turn says otherwise
RIGHT, LEFT, LONGEST = 70, 36, 150  # code points a quote may grow beyond its parts, and its length
STOPS = frozenset(".;!?")
BREAKS = frozenset(("а", "но", "однако", "что", "чтобы", "где", "куда", "когда", "если", "хотя", "поскольку"))
INNER = re.compile(r"[а-яёa-z-]+")
# Kinds of mention whose words tell more than their kind.
OPEN = frozenset(FIRST[k] for k in ("ORG", "UNNAMED", "EVENT", "PROJECT", "DELEGATION", "TECH", "DATE"))
MARKED = {mark: kind for kind, mark in FIRST.items()}
KIND_CLASSES = {kind: frozenset((kind, *(s for s, kinds in SETS.items() if kind in kinds))) for kind in FIRST}
SOURCE = "ru_turns"  # of the vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """What must stand (or must not stand) beside the head: one of some classes, on a side, within a number of words."""

    classes: frozenset[str]
    side: str = ""  # "<" before the head, ">" behind it, empty for either
    reach: int = REACH


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of phrase, and what it proves."""

    rule: str
    schema: str
    head: str
    parts: tuple[Part, ...]
    unlike: tuple[Part, ...]
    prop: str
    kind: str
    status: str
    negated: bool
    sure: float
    needs: str
    label: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Stem:
    """An entry of a class: the words a phrase begins with; `whole` words must be met to their end."""

    words: tuple[str, ...]
    whole: tuple[bool, ...]
    of: str


@cache
def stems() -> dict[str, tuple[Stem, ...]]:
    """The entries of all classes by their first word or stem."""
    made: dict[str, list[Stem]] = {}
    for name, text in sections(SOURCE)["classes"].items():
        for entry in filter(None, (e.strip() for e in text.split(";"))):
            words = entry.split()
            stem = Stem(tuple(w.rstrip("!") for w in words), tuple(w.endswith("!") for w in words), name)
            made.setdefault(stem.words[0], []).append(stem)
    return {k: tuple(v) for k, v in made.items()}


@cache
def turns() -> dict[str, tuple[Turn, ...]]:
    """All turns by the class of their head."""
    made: dict[str, list[Turn]] = {}
    for row in sections(SOURCE)["turns"]:
        turn = Turn(
            row["rule"], row["schema"], row["head"], _parts(row.get("with", "")), _parts(row.get("unlike", "")),
            row.get("prop", ""), row.get("kind", ""), row.get("status", ""), row.get("negated", False), row.get("sure", 0.85),
            row.get("needs", ""), row.get("label", False), row.get("quote", "clause"),
        )  # fmt: skip
        made.setdefault(turn.head, []).append(turn)
    return {k: tuple(v) for k, v in made.items()}


def _parts(text: str) -> tuple[Part, ...]:
    """Read "guests >LAND/3 <office|plant" as parts."""
    made = []
    for word in text.split():
        side = word[0] if word[0] in "<>" else ""
        classes, _, reach = word[len(side) :].partition("/")
        made.append(Part(frozenset(classes.split("|")), side, int(reach) if reach else REACH))
    return tuple(made)


@lru_cache(maxsize=50_000)
def _entries(word: str) -> tuple[Stem, ...]:
    """The entries a word may begin, by its first letters."""
    table = stems()
    found = [s for n in range(1, len(word) + 1) for s in table.get(word[:n], ()) if not s.whole[0] or n == len(word)]
    return tuple(found)


def classes_of(words: list[Word], at: int, scene: Scene) -> dict[str, int]:
    """The classes of the word at an index, each with the index of the last word of its entry; a mention has its words'."""
    low = words[at].low
    if low in MARKED:
        inside = INNER.findall(scene.low[words[at].start : words[at].end]) if low in OPEN else ()
        return dict.fromkeys(_kinds(MARKED[low]) | {s.of for w in inside for s in _entries(w) if len(s.words) == 1}, at)
    made: dict[str, int] = {}
    for stem in _entries(low):
        end = at + len(stem.words) - 1
        if end < len(words) and all(_met(words[at + i].low, stem, i) for i in range(1, len(stem.words))):
            made[stem.of] = max(end, made.get(stem.of, end))
    return made


@cache
def _kinds(kind: str) -> frozenset[str]:
    """The classes a kind of mention belongs to: its own, its sets, and those that name one of them."""
    own = KIND_CLASSES[kind]
    return own | {s.of for name in own for s in stems().get(name, ()) if len(s.words) == 1}


def _met(low: str, stem: Stem, at: int) -> bool:
    wanted = stem.words[at]
    if wanted.isupper():
        return MARKED.get(low) == wanted
    return low == wanted if stem.whole[at] else low.startswith(wanted)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence without a break, as words with their classes; `first` is the index of its first word."""

    words: list[Word]
    told: list[dict[str, int]]
    scene: Scene
    label: bool  # it begins its line, or stands behind a colon

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is in it."""
        return any(n in t for t in self.told for n in names)


def clauses(scene: Scene) -> Iterator[Clause]:
    """The clauses of a sentence: between its signs, and before "but", "that", "which" and the like."""
    words = tokens(scene)
    start = 0
    for at, word in enumerate(words):
        sign = word.low in STOPS
        follow = words[at + 1].low if at + 1 < len(words) else ""
        turned = word.low == "," and (follow in BREAKS or follow.startswith("котор"))
        if sign or turned:
            yield from _clause(scene, words[start:at], start == 0)
            start = at + 1
    yield from _clause(scene, words[start:], start == 0)


def _clause(scene: Scene, words: list[Word], first: bool) -> Iterator[Clause]:
    if len(words) > 1:
        told = [classes_of(words, i, scene) for i in range(len(words))]
        if any(told):
            yield Clause(words, told, scene, first)


@dataclass(frozen=True, slots=True)
class Met:
    """A turn that a clause holds: the indices of the words that prove it, and those of each part."""

    turn: Turn
    clause: Clause
    first: int
    last: int
    head: int


def met(scene: Scene) -> Iterator[Met]:
    """Every turn that a sentence holds."""
    table = turns()
    for clause in clauses(scene):
        for at, told in enumerate(clause.told):
            for name, end in told.items():
                for turn in table.get(name, ()):
                    if not turn.needs or turn.needs in scene.memory.last or (turn.needs == "EVENT" and scene.memory.series):
                        found = _match(turn, clause, at, end)
                        if found:
                            yield found


def _match(turn: Turn, clause: Clause, at: int, end: int) -> Met | None:
    if turn.label and not (at <= 2 and clause.label):
        return None
    first, last = at, end
    for part in turn.parts:
        hit = _find(part, clause, at, end)
        if hit is None:
            return None
        first, last = min(first, hit[0]), max(last, hit[1])
    if any(_find(part, clause, at, end, over=True) for part in turn.unlike):
        return None
    return Met(turn, clause, first, last, at)


def _find(part: Part, clause: Clause, at: int, end: int, over: bool = False) -> tuple[int, int] | None:
    """The nearest word of a part beside the head that runs from `at` to `end`; behind it rather than before; `over` it, too."""
    if part.side != "<":
        for i in range(end + 1, min(len(clause.told), end + 1 + part.reach)):
            for name in part.classes:
                if name in clause.told[i]:
                    return i, clause.told[i][name]
    if part.side != ">":
        for i in range(at - 1, max(-1, at - 1 - part.reach), -1):
            for name in part.classes:
                if name in clause.told[i] and (over or clause.told[i][name] < at):
                    return i, clause.told[i][name]
    return None


def span(found: Met) -> tuple[int, int]:
    """The quote of a turn: its words, grown to the signs around them while it stays short."""
    words = found.clause.words
    first, last = found.first, found.last
    if found.turn.quote == "clause":
        first = _grown(words, first, -1, LEFT)
    if found.turn.quote != "match":
        last = _grown(words, last, 1, RIGHT)
    while words[last].end - words[first].start > LONGEST and first < found.first:
        first += 1
    while words[last].end - words[first].start > LONGEST and last > found.last:
        last -= 1
    start, end = words[first].start, words[last].end
    return start, min(end, start + LONGEST)


def _grown(words: list[Word], at: int, step: int, most: int) -> int:
    from_ = words[at].start if step < 0 else words[at].end
    reached = at
    while 0 <= reached + step < len(words) and words[reached + step].low not in ",:()":
        nxt = words[reached + step]
        if (from_ - nxt.start if step < 0 else nxt.end - from_) > most:
            break
        reached += step
    return reached
