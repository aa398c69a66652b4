"""Things told to be made, shown, supplied or worked on: noun phrases behind such words, whatever their head is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.extract.draft import Ref
from dragoman.extract.grammar.scene import Mention, Scene
from dragoman.extract.ru.phrases import QUOTED, Word, behind
from dragoman.extract.ru.words import is_adjective, is_verb, whole

MOST = 6  # things of one list
ADJECTIVES = 4  # before a head
SKIPPED = frozenset(
    ("также", "и", "свой", "свои", "свою", "своё", "новый", "новые", "новую", "собственные", "такие", "как", "на", "«")
)
LABELS = frozenset((":", "—", "–", "-"))
PURPOSE = re.compile(r"\s(?:для|под)\s(?:[а-яё-]+(?:ого|его|ой|ых|их|ей)\s){0,2}[а-яё-]{4,}(?:\s[а-яё-]+(?:ов|ев|ей|ия|ий))?")
REVEALED = re.compile(
    r"(?<!\w)(?:изюминк|гвозд|новинк|звезд|сенсаци|вниман|интерес|спрос|публик|очеред|украшени|гордост|аншлаг|ажиотаж)\w*\s"
    r"(?:[а-яё-]+\s){0,3}(?:стал[аио]?|вызв\w+|вызыва\w+|привл[её]к\w*|собрал\w*|пользу\w+|заслужи\w+)\s|"
    r"(?<!\w)в\s(?:области|сфере|сферах|отраслях)\s"
)
WORD = re.compile(r"[а-яё]{3,}(?:-[а-яё]+)*")


def found(scene: Scene, words: list[Word]) -> list[Mention]:
    """The things of every list that a word of making, showing or a label begins."""
    made: list[Mention] = []
    for at, word in enumerate(words):
        if whole("makes").fullmatch(word.low):
            made += _list(scene, words, at + 1)
        elif whole("offers").fullmatch(word.low) and at + 1 < len(words) and words[at + 1].low in LABELS:
            made += _list(scene, words, at + 2)
    starts = [w.start for w in words]
    for match in REVEALED.finditer(scene.marked):
        made += _list(scene, words, bisect_left(starts, match.end()))
    return made


def _list(scene: Scene, words: list[Word], at: int) -> Iterator[Mention]:
    for _ in range(MOST):
        while at < len(words) and (words[at].low in SKIPPED or words[at].low.endswith(("ам", "ям"))):
            at += 1
        head = _head(words, at)
        if head is None:
            return
        end = _end(scene, words, head)
        if not whole("no_thing").match(words[head].low) and not (head == at and len(words[head].low) < 5):
            text = scene.text[words[at].start : end]
            if scene.text[words[at].start].islower() or at <= 2:
                start = scene.start + words[at].start
                yield Mention("TECH", start, scene.start + end, text, Ref("Technology", text.lower()), False)
        at = next((i for i in range(head, len(words)) if words[i].start >= end), len(words))
        if at >= len(words) or words[at].low not in (",", "и", ";"):
            return
        at += 2 if at + 1 < len(words) and words[at + 1].low == "а" else 1


def _head(words: list[Word], at: int) -> int | None:
    """The index of the noun of a phrase that begins at a word."""
    for index in range(at, min(at + ADJECTIVES + 1, len(words))):
        low = words[index].low
        if not WORD.fullmatch(low) or whole("preposition").fullmatch(low) or whole("not_genitive").fullmatch(low):
            return None
        if not is_adjective(low):
            verb = low.endswith(("ть", "ти", "ться", "тись", "тся")) or (index == at and is_verb(low))
            return None if verb or whole("determiner").fullmatch(low) else index
    return None


def _end(scene: Scene, words: list[Word], head: int) -> int:
    """The end of a thing's phrase: one genitive phrase, "для ...", a name in quotes."""
    quoted = QUOTED.match(scene.text, words[head].end)
    if quoted:
        return quoted.end()
    end = behind(scene, words, head, about=False)
    end = min(end, words[min(head + 4, len(words) - 1)].end)
    purpose = PURPOSE.match(scene.marked, end)
    return purpose.end() if purpose else end
