"""Counts: a number with the thing counted ("more than 3,700 enterprises", "10,964个项目", "более 200 делегаций").

Not a count: money, dates, ages and durations, ordinals, versions and types (5G, GPT-4, Type 052), labels ("Fortune 500
Companies", "Article 5"), percentages of nothing named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.text import dates, money, numbers, ranges
from dragoman.text.grammar import bounds, counted
from dragoman.text.grammar.numerals_en_words import TENS, UNITS
from dragoman.text.numbers import Number, grammar_of

Phrase = tuple[int, int, int, str]  # start and end of the noun phrase, start of its head, the head in English or as written


@dataclass(slots=True, unsafe_hash=True)
class Count:
    """A number with the thing counted: `text[start:end]` is all of it, with the words of the bound.

    `head` is the English noun, singular, where the vocabulary knows it, else the head as written. `percent`: a share of
    the things, not their number. Of a range ("20-30 firms") `value` is the lower end, with the bound "at least" where the words
    set none, and `upper` the upper one.
    """

    start: int
    end: int
    text: str
    value: str
    bound: str
    number_start: int
    number_end: int
    noun_start: int
    noun_end: int
    noun: str
    head: str
    percent: bool = False
    upper: str = ""


def find(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Count]:
    """The counts of `text[start:end]`, in order, without overlaps; offsets are into `text`."""
    stop = len(text) if end is None else min(end, len(text))
    grammar = grammar_of(lang)
    seen = numbers.find(text, lang, start, stop)
    if not seen:
        return []
    seen = ranges.evened(text, seen, grammar)
    found = []
    for n, number in enumerate(seen):
        lower = seen[n - 1] if n and ranges.are_ends(text, seen[n - 1], number, grammar) else None
        if lower is not None:
            made = _ranged(text, lower, number, grammar, stop)
        else:
            phrase = PHRASES[grammar](text, number, stop) if _countable(text, number, grammar) else None
            made = _made(text, number, phrase) if phrase else None
        if made:
            found.append(made)
    if not found:
        return []
    taken = [(m.start, m.end) for m in money.find(text, lang, start, stop)]
    taken += dates.spans(text, lang, start, stop)
    return _free(found, taken)


def _free(found: list[Count], taken: list[tuple[int, int]]) -> list[Count]:
    """The counts whose number is no part of an amount or a date; both lists are walked once."""
    spans, at, kept = sorted(taken), 0, []
    for count in found:
        while at < len(spans) and spans[at][1] <= count.number_start:
            at += 1
        if at == len(spans) or spans[at][0] >= count.number_end:
            kept.append(count)
    return kept


def _made(text: str, number: Number, phrase: Phrase) -> Count:
    noun_start, noun_end, _, head = phrase
    begin, end = min(number.outer_start, number.start), max(noun_end, number.outer_end)
    value = format(abs(number.value), "f") if number.value < 0 else number.plain
    return Count(begin, end, text[begin:end], value, number.bound, number.start, number.end, noun_start, noun_end,
                 text[noun_start:noun_end], head, number.percent)  # fmt: skip


def _ranged(text: str, lower: Number, number: Number, lang: str, stop: int) -> Count | None:
    """Twenty to thirty firms: the lower end counts, the upper one is told beside it."""
    if lower.value % 1 or number.value % 1 or number.percent or _glued(text, lower, lang) or _glued_after(text, number, lang):
        return None
    if lang == "en" and _labelled(text, lower.outer_start):
        return None
    phrase = PHRASES[lang](text, number, stop)
    if phrase is None:
        return None
    made = _made(text, number, phrase)
    begin = min(lower.outer_start, lower.start)
    bound = lower.bound or bounds.LEAST
    return replace(made, start=begin, text=text[begin : made.end], value=lower.plain, upper=number.plain, bound=bound,
                   number_start=lower.start)  # fmt: skip


GLUED = re.compile(r"(?:[A-Za-zА-Яа-яЁё0-9][-–./]|[#№§+$€£¥/_]\s?|[A-Za-zА-Яа-яЁё_]|\d[,.:]\s?)$")
GLUED_ZH = re.compile(r"[A-Za-z][-–]?$|[-+#№/.:]$")
GLUED_AFTER = re.compile(r"[-–](?=[A-Za-zА-Яа-яЁё0-9])|[/:.,]\d|[A-Za-z_]")
LETTERED = re.compile(r"\d[A-Za-z]$")  # 5G is a generation of networks, not five thousand million of them
WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z'’.-]*)[\s\xa0]+$")


def _countable(text: str, number: Number, lang: str) -> bool:
    if number.ordinal or (number.value == 1 and number.words and not number.bound) or number.value == 0:
        return False
    if LETTERED.search(number.text):
        return False
    if number.value != number.value.to_integral_value() and not number.percent:
        return False
    if _glued(text, number, lang) or _glued_after(text, number, lang):
        return False
    if lang != "en" or number.bound != "":
        return True
    return not _labelled(text, number.outer_start) and not _year_like(text, number)


def _glued(text: str, number: Number, lang: str) -> bool:
    """Whether what stands right before makes it a part of a name or of a longer figure."""
    pattern = GLUED_ZH if lang == "zh" else GLUED
    return pattern.search(text, max(0, number.start - 2), number.start) is not None


def _glued_after(text: str, number: Number, lang: str) -> bool:
    after = GLUED_AFTER.match(text, number.outer_end)
    return after is not None and not (lang == "zh" and not after[0].isascii())


LED_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|for|to|before|after|and|late|early|mid)[\s-]+$", re.IGNORECASE
)


def _year_like(text: str, number: Number) -> bool:
    """Whether four bare digits after a preposition are a year that another phrase happens to follow."""
    bare = re.fullmatch(r"(?:19|20)\d\d", number.text) is not None
    return bare and LED_YEAR.search(text, max(0, number.start - 8), number.start) is not None


def _labelled(text: str, at: int) -> bool:
    """Whether the word before makes a name or a label of the number: Fortune 500, Type 052, Article 5."""
    match = WORD_BEFORE.search(text, max(0, at - 30), at)
    if match is None:
        return False
    word = match[1].lower().rstrip(".'’")
    return word in counted.LABELS or (match[1][0].isupper() and word not in counted.LEADING)


EN_WORD = re.compile(r"([ \xa0](?=\S)| ?\n(?=\S)|,\s+|\s*[-–]\s*(?=odd))([A-Za-z][A-Za-z'’-]*)")
EN_OF = re.compile(r"\s?(?:%|percent|per\s?cent)\s+of\s+(?:the\s+|its\s+|all\s+|their\s+)?", re.IGNORECASE)
EN_REGIONS = re.compile(r"\s\([a-z]+s\)")
LONGEST = 9  # words between a number and its head: "science and technology achievements and patent technologies" is 7


def _english(text: str, number: Number, stop: int) -> Phrase | None:
    at = number.outer_end
    if number.percent:
        share = EN_OF.match(text, number.end, stop)
        if share is None:
            return None
        at = share.end() - 1
    first, head_start, end, head, since = -1, -1, -1, "", 0
    for _ in range(LONGEST):
        match = EN_WORD.match(text, at, stop)
        if match is None or match[2].lower() in counted.STOP or (match[1][0] == "," and (first < 0 or head)):
            break
        word = match[2]
        lower = word.lower()
        if first < 0:
            if lower in ("and", "or") or lower in counted.NOT_THINGS:
                return None
            first = match.start(2)
        if lower in counted.NOT_THINGS and not head and lower not in ("years",):
            return None
        if head and ((lower not in ("and", "or") and since == 0) or lower in UNITS or lower in TENS):
            break
        since = since + 1 if lower in ("and", "or") or since else 0
        at = match.end()
        if counted.plural(word) and not _modifies(text, at, stop, head):
            head_start, head = (head_start, head) if head else (match.start(2), word)
            end, since = at, 0
    if not head:
        return _english_single(text, number, first, stop)
    if number.words and text[number.start].isupper() and head[0].isupper():
        return None  # a name: Three Gorges, Twelve Apostles
    region = EN_REGIONS.match(text, end, stop)
    return first, (region.end() if region else end), head_start, counted.singular(head)


def _modifies(text: str, at: int, stop: int, head: str) -> bool:
    """Whether a plural stands before the noun it belongs to, as in `sports clubs`."""
    match = EN_WORD.match(text, at, stop)
    if match is None or match[1].strip() or match[2].lower() in counted.STOP or match[2].lower() in ("and", "or"):
        return False
    return counted.plural(match[2]) and counted.singular(match[2]) in counted.HEADS


def _english_single(text: str, number: Number, first: int, stop: int) -> Phrase | None:
    """`1 company`: one thing, where the vocabulary knows it."""
    match = EN_WORD.match(text, number.outer_end, stop)
    if match is None or number.value != 1 or match[2].lower() not in counted.HEADS:
        return None
    return match.start(2), match.end(), match.start(2), match[2].lower()


ZH_NOUNS = "|".join(sorted((w for w in counted.CHINESE if len(w) > 1), key=len, reverse=True))
ZH_PHRASE = re.compile(
    rf"\s?(?P<more>[余餘多]?)(?P<measure>[{counted.ZH_MEASURES}]?)(?P<more_>[余餘多]?)"
    rf"(?P<noun>(?P<lead>[^{counted.ZH_STOPPERS}]{{0,14}}?)(?P<head>{ZH_NOUNS})(?:(?:[、和与及]|（)(?:{ZH_NOUNS})）?)*)"
)
ZH_BARE = re.compile(r"\s?[余餘多]?(?P<noun>人次|平方米|公里|人|国|吨|届(?!时))(?![民际家士才们员工有防务土外内])")
ZH_OTHER = re.compile(
    r"\s?[余餘多]?(?P<measure>[家个項项名位种件台款所座支架套])(?P<noun>[\u4e00-\u9fff]{2,6})(?=[，。；、！？]|$)"
)
ZH_OF = re.compile(r"\s?[%％]的")


def _chinese(text: str, number: Number, stop: int) -> Phrase | None:
    at = number.outer_end
    if number.percent:
        share = ZH_OF.match(text, number.end, stop)
        if share is None:
            return None
        at = share.end()
    match = ZH_PHRASE.match(text, at, stop)
    if match and (match["measure"] or number.percent or not match["lead"]) and not counted.ZH_VERBS.search(match["lead"]):
        begin = match.start("noun")
        return begin, match.end(), match.start("head"), counted.CHINESE[match["head"]]
    bare = ZH_BARE.match(text, at, stop)
    if bare:
        word = bare["noun"]
        return bare.start("noun"), bare.end(), bare.start("noun"), counted.CHINESE.get(word, word)
    other = ZH_OTHER.match(text, at, stop)
    if other and not counted.ZH_VERBS.search(other["noun"]):
        return other.start("noun"), other.end(), other.start("noun"), other["noun"]
    return None


RU_WORD = re.compile(r"(?:[ \xa0]| ?\n)(«?[А-Яа-яЁёA-Za-z][А-Яа-яЁёA-Za-z-]*)")
RU_AREA = re.compile(r"[ \xa0](кв\.?\s?м(?:етр\w*|\.)?|квадратн\w+\s+метр\w*)(?!\w)")
RU_OF = re.compile(r"\s?(?:%|процент\w*)")
RU_AND = re.compile(r"[\s\xa0]+(?:и|или)(?=[\s\xa0])")
RU_PLURAL = re.compile(r"(?:ов|ев|ей|ий|ций|аний|ств|[^аеёиоуыэюя]ок|стей)$")


def _russian(text: str, number: Number, stop: int) -> Phrase | None:
    at = number.outer_end
    if number.percent:
        share = RU_OF.match(text, number.end, stop)
        if share is None:
            return None
        at = share.end()
    area = RU_AREA.match(text, at, stop)
    if area:
        return area.start(1), area.end(1), area.start(1), "square metre"
    first, head_start, end, head = -1, -1, -1, ""
    for _ in range(6):
        match = RU_WORD.match(text, at, stop)
        if match is None:
            break
        word = match[1].lower()
        if word in ("и", "или") and first >= 0:
            at = match.end()
            continue
        if word in counted.RU_STOP or counted.RU_NOT_THINGS.match(word) or match[1].startswith("«"):
            break
        first = match.start(1) if first < 0 else first
        at = match.end()
        if not _known(word) and counted.RU_VERB.search(word):
            break
        if not counted.RU_ADJECTIVE.search(word) or _known(word):
            head_start, end, head = match.start(1), at, word
            break
    if not head or (number.percent and not _known(head)):
        return None
    return first, _and_more(text, end, stop), head_start, _known(head) or head


def _and_more(text: str, end: int, stop: int) -> int:
    """Where the phrase ends with a second noun: стран и регионов, предприятий и научных организаций."""
    both = RU_AND.match(text, end, stop)
    at = both.end() if both else stop
    for _ in range(3):
        match = RU_WORD.match(text, at, stop)
        if match is None or match[1].lower() in counted.RU_STOP:
            return end
        at = match.end()
        if not counted.RU_ADJECTIVE.search(match[1].lower()):
            return at if RU_PLURAL.search(match[1].lower()) and _known(match[1].lower()) else end
    return end


def _known(word: str) -> str:
    return next((head for stem, head in counted.RUSSIAN if stem.match(word)), "")


PHRASES: dict[str, Callable[[str, Number, int], Phrase | None]] = {"en": _english, "zh": _chinese, "ru": _russian}
