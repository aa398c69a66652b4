"""Russian noun phrases around a head word: adjectives before it, genitives, quotation and short form behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.extract.grammar.scene import FIRST, REST, Scene
from dragoman.extract.ru.words import TOKEN, is_adjective, is_genitive, whole

LEFT_MOST = 7  # words before a head; official titles of expos have up to six
RIGHT_MOST = 9  # words behind it
QUOTED = re.compile(r"\s{0,2}[«“\"][^»”\"\n]{1,90}[»”\"]")
BRACKETED = re.compile(r"\s?\((?!далее)[a-zA-ZА-ЯЁ][\w\s&.-]{1,24}\)")
MARKS = "".join(FIRST.values())
PLACE_WORD = re.compile(r"(?:город|провинци|област|район|уезд|округ|кра|республик|государств)[аеийоуыюя]{0,2}[мйх]?")
NAMES = FIRST["LOC"] + FIRST["ORG"] + FIRST["GROUP"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign or mention of the marked sentence."""

    start: int
    end: int
    low: str


def tokens(scene: Scene) -> list[Word]:
    """The words of the marked sentence; a mention is one word."""
    if scene.cut and scene.cut[0] == scene.marked:
        return scene.cut[1]
    found = []
    at = 0
    while match := TOKEN.search(scene.marked, at):
        end = match.end()
        if match[0] in MARKS:
            while end < len(scene.marked) and scene.marked[end] in _rest:
                end += 1
        found.append(Word(match.start(), end, match[0]))
        at = end
    scene.cut = (scene.marked, found)
    return found


_rest = frozenset(REST.values())


def before(words: list[Word], at: int, *, ordinals: bool = False) -> int:
    """The index of the first word of the phrase whose head is word `at`: adjectives, joined by a comma or "and"."""
    first, case = at, ""
    while first > 0 and at - first < LEFT_MOST:
        word = words[first - 1].low
        if not _agrees(word, case):
            break
        case = case or _case(word)
        if is_adjective(word) or (ordinals and whole("ordinal").fullmatch(word)):
            first -= 1
        elif ordinals and word == ")" and first > 3 and words[first - 3].low == "(" and is_adjective(words[first - 4].low):
            first -= 3  # the seat in brackets: "Китайская (Мяньян) выставка"
        elif ordinals and re.fullmatch(r"[ivxlc]{1,7}(?:-?(?:й|я|ый|ая))?|20\d\d|\d{1,3}", word):
            return first - 1
        elif word in ("и", ",") and first > 1 and is_adjective(words[first].low) and _coordinates(words, first - 2):
            first -= 2
        else:
            break
    return first


CASES = (
    ("ых", "их"), ("ые", "ие"), ("ыми", "ими"), ("ой", "ей", "ый", "ий"), ("ого", "его"), ("ому", "ему"), ("ая", "яя"),
    ("ую", "юю"), ("ое", "ее"), ("ом", "ем"),
)  # fmt: skip


def _case(word: str) -> str:
    """The ending an adjective shares with all others of its phrase; empty for other words and ambiguous forms."""
    return next((group[0] for group in CASES if word.endswith(group)), "") if is_adjective(word) else ""


def _agrees(word: str, case: str) -> bool:
    """Whether a word may stand before the adjectives of a phrase: of one case with them, or no adjective at all."""
    return not case or not is_adjective(word) or _case(word) in ("", case)


def _coordinates(words: list[Word], at: int) -> bool:
    return is_adjective(words[at].low) and not whole("ordinal").fullmatch(words[at].low)


def behind(scene: Scene, words: list[Word], at: int, *, about: bool = True) -> int:
    """The offset where the phrase with head word `at` ends: genitives, "по ...", "в области ...", names in quotes."""
    last, index = at, at + 1
    while index < len(words) and index - at <= RIGHT_MOST:
        word = words[index].low
        step = _step(words, index, last == at and about, scene.text[words[index].start].isupper())
        if not step:
            if word == "«" or scene.text[words[index].start] in '«“"':
                return _closed(scene, words[index].start, words[last].end)
            break
        index += step
        last = index - 1
    return _short_form(scene, words[last].end)


def _step(words: list[Word], index: int, first: bool, capital: bool) -> int:
    """How many words to take into the phrase from `index` on: 0 where it ends."""
    word = words[index].low
    if word.endswith(("ями", "ами")) and not first and words[index - 1].low.endswith(("ния", "ена", "ции", "вия", "мена")):
        return 1
    if not first and PLACE_WORD.fullmatch(words[index - 1].low) and capital:
        return 1
    follow = words[index + 1].low if index + 1 < len(words) else ""
    if is_genitive(word) or word in NAMES:
        return 1
    if first and word in ("по", "в") and (is_genitive(follow) or is_adjective(follow) or word == "по"):
        topic = word == "по" and follow and (follow.endswith(("у", "ю", "м", "е", "и")) or is_adjective(follow))
        field = word == "в" and follow in ("области", "сфере")
        return 2 if topic or field else 0
    if word == "и" and (is_genitive(follow) or follow in NAMES) and not first:
        return 2
    return 0


def _closed(scene: Scene, start: int, fallback: int) -> int:
    match = QUOTED.match(scene.text, start)
    return _short_form(scene, match.end()) if match else fallback


def _short_form(scene: Scene, end: int) -> int:
    match = QUOTED.match(scene.text, end) or BRACKETED.match(scene.text, end)
    if not match:
        return end
    bracket = BRACKETED.match(scene.text, match.end())
    return bracket.end() if bracket else match.end()
