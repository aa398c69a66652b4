"""People in English text: a title or a role before the name, a given name, a Chinese name in pinyin, then surnames alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Name
from dragoman.extract.names.english_tokens import Token
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import Vocabulary
from dragoman.text import places

SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui"
    r"|uo|ue|er|a|o|e|i|u|v|ü)"
)  # fmt: skip
GIVEN_PINYIN = re.compile(rf"{SYLLABLE}(?:['’-]?{SYLLABLE})?$", re.IGNORECASE)
PARTICLES = frozenset("van von de der den da di del la le bin ibn al el dos du ten ter".split())
MOST_PARTS = 4


def people(text: str, line: list[Token], caps: list[int], words: Vocabulary) -> Iterator[Name]:
    """People of one sentence."""
    free, others, titles = 0, words.words("notname"), words.words("title")
    for i in caps:
        if i < free or line[i].text in others or line[i].text in titles:
            continue
        size, sure = _person(line, i, words)
        if size:
            yield name("PER", text, line[i].start, line[i + size - 1].end, "en", sure=sure)
            free = i + size


def _person(line: list[Token], i: int, words: Vocabulary) -> tuple[int, float]:
    """How many tokens from here, the first with a capital and no title, are a person's name, and how sure that is."""
    size = _extent(line, i, words)
    first = line[i].text
    if _titled(line, i, words) and not (size == 1 and places.gazetteer("en").names.get(first)):
        return size, 0.95
    if size in (2, 3) and first in words.words("pinyin") and all(GIVEN_PINYIN.match(t.text) for t in line[i + 1 : i + size]):
        whole = " ".join(t.text for t in line[i : i + size])
        return (0, 0.0) if whole in places.gazetteer("en").names else (size, 0.9)
    if size >= 2 and first in words.words("given"):
        return size, 0.93
    if size >= 2 and _initial(first) and len(line[i + size - 1].text) > 2:
        return size, 0.9
    if size in (2, 3) and _has_role(line, i, size, words):
        return size, 0.85
    return 0, 0.0


def _titled(line: list[Token], i: int, words: Vocabulary) -> bool:
    """ "Premier X"; also a label, "Director: X"."""
    before = i - 2 if i > 1 and line[i - 1].text == ":" else i - 1
    if before < 0 or not line[before].cap:
        return False
    return line[before].text in words.words("title") or line[before].text in words.words("label")


def _initial(word: str) -> bool:
    return len(word) in (2, 4) and word[1] == "." and word[-1] == "."


def _extent(line: list[Token], i: int, words: Vocabulary) -> int:
    """Tokens of the name: capitalised words with particles and initials; 0 where one of them heads an organisation or is
    a title, which the first is not."""
    if i + 1 == len(line) or not (line[i + 1].cap or line[i + 1].text in PARTICLES):
        return 0 if line[i].text in words.heads else 1
    j, others = i + 1, words.words("notname")
    while j < len(line) and j - i < MOST_PARTS:
        token = line[j]
        near = token.start - line[j - 1].end <= 1
        particle = token.text in PARTICLES and j + 1 < len(line) and line[j + 1].cap and j - i < MOST_PARTS - 1
        if not near or not (particle or (token.cap and token.text not in others)):
            break
        j += 1
    titles = words.words("title")
    for token in line[i:j]:
        if token.text in words.heads or token.text in titles:
            return 0
    return j - i


def _has_role(line: list[Token], i: int, size: int, words: Vocabulary) -> bool:
    """ "said X Y", "X Y said", "X Y, head of": the words beside tell a person."""
    before = line[i - 1].text if i else ""
    after = [t.text for t in line[i + size : i + size + 4]]
    if before in words.words("says") or (after and after[0] in words.words("says")):
        return True
    if before in words.words("role"):
        return True
    return len(after) > 1 and after[0] == "," and any(w in words.words("role") for w in after[1:4])
