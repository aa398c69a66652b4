"""Chinese names of organisations cut into words, each with its pinyin and its English renderings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.compare import han_abbreviation, han_dictionary, han_lexicon, han_numbers
from dragoman.compare.han_lexicon import Options
from dragoman.compare.han_segment import segment
from dragoman.compare.han_spelling import merged, spellings
from dragoman.compare.name import Role
from dragoman.text.pinyin import pinyin
from dragoman.text.simplified import is_traditional, simplify

RUN = re.compile(r"([0-9]*[㐀-鿿○〇][㐀-鿿○〇0-9]*)|([a-z]+)|([0-9]+)")
HARD = frozenset("市省县区厂所院部局与和及号路")  # single characters that are words of their own even beside an unknown name
HARD_BONUS = 4.0
# Costs on top for a word of the general dictionary only; a long one is not worth two words of our own.
GENERAL = {2: 1.5, 3: 2.5}
GENERAL_LONG = 8.5
GLOSS, GLOSS_ONE = 0.65, 0.35  # what its glosses hold together: it may as well be a name that is spelled, most so one character
# Schools that spell their field (Shenyang Ligong University), and those known by the first syllables of place and field.
SCHOOLS, SPELLED_SCHOOL, BLEND = {"大学": "university", "学院": "college"}, 0.03, 0.05
# Characters that spell foreign names.
SOUNDS = frozenset(
    "阿埃艾奥巴贝比波布查茨茨达戴丹道德迪蒂杜顿多恩尔法菲费佛弗福夫戈格哈赫霍基吉加杰卡凯坎科克库奎拉莱兰朗雷里利莉林卢鲁伦罗洛"
    "玛麦曼梅蒙米密姆穆纳娜内尼妮诺帕佩皮普齐奇乔丘萨塞桑瑟森莎什史斯松苏索塔泰坦特提图托瓦万维韦沃乌西希谢辛雅亚耶伊尤扎泽佐"
)
ABROAD = re.compile("[国市私]立|台湾|台[北中南东]|高雄|香港|澳门")


@dataclass(frozen=True, slots=True)
class HanWord:
    """One word of a Chinese name. `options` holds its English renderings and its pinyin, each with its probability."""

    text: str
    latin: str  # pinyin without tones, joined
    options: Options
    role: Role


def han_words(text: str, traditional: bool | None = None) -> tuple[HanWord, ...]:
    """The words of a Chinese name in order; Latin words and figures within it are words of their own.

    `traditional`: whether it was written in traditional characters, told by `text` where it is None (give it where `text`
    is folded); names of Taiwan and Hong Kong are met in other spellings than pinyin.
    """
    return _words(simplify(text).lower(), is_traditional(text) if traditional is None else traditional)


@lru_cache(maxsize=4_000)
def _words(text: str, traditional: bool) -> tuple[HanWord, ...]:
    found: list[HanWord] = []
    abroad = traditional or ABROAD.search(text) is not None
    for run in RUN.finditer(text):
        found += _chinese(run[0], abroad) if run[1] else [_foreign(run[0])]
    return tuple(found)


def _foreign(text: str) -> HanWord:
    if text.isdigit():
        return _number(text, int(text), ordinal=False)
    return HanWord(text, text, ((text, 1.0),), Role.CORE)


def _number(text: str, number: int, ordinal: bool) -> HanWord:
    return HanWord(text, str(number), han_numbers.renderings(number, ordinal), Role.NUMBER)


def _chinese(run: str, abroad: bool) -> Iterator[HanWord]:
    """Numbers first, as they bound words; then what stands between them."""
    at = 0
    for found in han_numbers.NUMBER.finditer(run):
        if not _opens_word(run, found.start(), found.end()):
            yield from _plain(run[at : found.start()], abroad)
            yield _number(found[0], han_numbers.figure(found), ordinal=found[0][0] == "第")
            at = found.end()
    yield from _plain(run[at:], abroad)


def _opens_word(run: str, start: int, end: int) -> bool:
    """Whether the number begins a longer word of the lexicon: 第二炮兵."""
    return any(run[start:stop] in han_lexicon.lines() for stop in range(end + 1, min(end + 3, len(run)) + 1))


def _plain(run: str, abroad: bool) -> Iterator[HanWord]:
    words = segment(run, _extra, han_lexicon.longest()) if run else []
    short, used = _short(words)
    found = list(short)
    for word, known in words[used:]:
        found += [_known(word, abroad)] if known else (_core(part, abroad) for part in in_pairs(word))
    yield from blended(found)


def _extra(word: str) -> float | None:
    """The cost on top for a word of the lexicon or of the general dictionary."""
    if word in han_lexicon.lines():
        return -HARD_BONUS if word in HARD else 0.0
    return GENERAL.get(len(word), GENERAL_LONG) if len(word) > 1 and han_dictionary.has(word) else None


def _short(words: Sequence[tuple[str, bool]]) -> tuple[list[HanWord], int]:
    """A short form at the beginning, read letter by letter, and how many words of the path it takes."""
    used = 0
    while used < len(words) and (not words[used][1] or len(words[used][0]) == 1):
        used += 1
    head = "".join(word for word, _ in words[:used])
    letters = han_abbreviation.expand(head, words[used][0] if used < len(words) else "")
    return [HanWord(char, "".join(pinyin(char)), options, Role.ACTIVITY) for char, options in letters], used if letters else 0


def _known(word: str, abroad: bool) -> HanWord:
    entry = han_lexicon.find(word)
    if entry is None:
        return _core(word, abroad)
    latin = "".join(pinyin(word))
    others = [(latin, round(1 - han_lexicon.KNOWN, 3))]
    if len(word) == 4 and word[-2:] in SCHOOLS:
        others.append((f"{''.join(pinyin(word[:-2]))} {SCHOOLS[word[-2:]]}", SPELLED_SCHOOL))
    if abroad and entry.role is Role.CORE:
        others += [(name, round(p / 2, 3)) for name, p in spellings(word, abroad)]
    return HanWord(word, latin, merged(entry.options, others), entry.role)


def _core(word: str, abroad: bool) -> HanWord:
    """A name of its own, as it may be spelled, or a word of the general dictionary."""
    share = GLOSS if len(word) > 1 else GLOSS_ONE
    glosses = tuple((gloss, round(p * share, 3)) for gloss, p in han_dictionary.find(word))
    others = spellings(word, abroad)
    if glosses:
        others = [(name, round(p * (1 - share), 3)) for name, p in others]
    return HanWord(word, "".join(pinyin(word)), merged(glosses, others), Role.CORE)


def in_pairs(name: str) -> list[str]:
    """An unknown name of four or six characters is mostly two or three of two (宏国德霖), unless it spells a foreign one."""
    if len(name) not in (4, 6) or len(SOUNDS.intersection(name)) > 1:
        return [name]
    return [name[at : at + 2] for at in range(0, len(name), 2)]


def blended(words: list[HanWord]) -> list[HanWord]:
    """The words with Beihang as a spelling of the place in 北京航空航天大学, Xidian in 西安电子科技大学."""
    if len(words) != 2 or words[0].role is not Role.PLACE or not words[1].text.endswith("大学") or len(words[1].text) < 4:
        return words
    place, field = words
    name = "".join(pinyin(place.text)[:1] + pinyin(field.text)[:1])
    return [HanWord(place.text, place.latin, merged(place.options, [(name, BLEND)]), place.role), field]
