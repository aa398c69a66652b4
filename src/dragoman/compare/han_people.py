"""Names of Chinese people: the family name, then the given name, each in the spellings it is met in."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman import data
from dragoman.compare import han_dictionary, han_lexicon
from dragoman.compare.han import HanWord
from dragoman.compare.han_spelling import merged
from dragoman.compare.name import Role
from dragoman.text.cantonese import cantonese
from dragoman.text.pinyin import pinyin, syllables
from dragoman.text.simplified import simplify
from dragoman.text.wade_giles import wade_giles

USUAL, HONG_KONG, TAIWAN, OTHER = 0.6, 0.15, 0.15, 0.04
BODIES = frozenset("厂所院部局校社会行店寺馆站队团司处办室署厅港岛省市县区镇乡村州")  # what names of bodies and places end with
LONGEST = 4  # characters of a Chinese full name; longer ones are foreign names spelled in characters


@lru_cache(maxsize=20_000)
def han_person(text: str) -> tuple[HanWord, ...]:
    """Family name and given name of a Chinese person, or one word for what is none.

    `latin` is pinyin; the options are pinyin (given names also with their syllables apart), Hong Kong, Wade-Giles and, for
    family names, spellings of Southeast Asia. Foreign names well known in Chinese come from the dictionary (extra `zh`).
    """
    name = simplify(text)
    cut = next((n for n in (4, 2, 1) if name[:n] in family_names() and n < len(name)), 0)
    known = () if cut else han_dictionary.find(name)
    if known or not 2 <= len(name) <= max(LONGEST, cut + 2):
        return (_whole(name, known),)
    cut = cut or 1
    return (_family(name[:cut]), _given(name[cut:]))


def is_person(text: str) -> bool:
    """Whether a Chinese name of unknown kind is most likely a person's: a family name, one or two characters, no known word."""
    name = simplify(text)
    cut = next((n for n in (2, 1) if name[:n] in family_names()), 0)
    if not cut or not 1 <= len(name) - cut <= 2 or name[-1] in BODIES:
        return False
    if han_lexicon.find(name) or (len(name) > 2 and _says(name[:2], Role.PLACE, Role.ACTIVITY)):
        return False
    return not _says(name[-2:], Role.ACTIVITY, Role.FORM)  # places and other words are given names: 永康, 建国


def _says(word: str, *roles: Role) -> bool:
    entry = han_lexicon.find(word)
    return entry is not None and entry.role in roles


@cache
def family_names() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Family name -> its reading where it is not the usual one, its spellings outside China."""
    found = {}
    for line in data.text("han/family_names.tsv").splitlines()[1:]:
        name, reading, other = [*line.split("\t"), "", ""][:3]
        found[name] = (reading, tuple(other.split("|")) if other else ())
    return found


def _whole(name: str, known: tuple[tuple[str, float], ...]) -> HanWord:
    latin = "".join(pinyin(name))
    return HanWord(name, latin, merged(known, [(latin, USUAL)]), Role.CORE)


def _family(name: str) -> HanWord:
    reading, others = family_names().get(name, ("", ()))
    latin = reading or "".join(pinyin(name))
    spelled = [(latin, USUAL), *_abroad(name, "")]
    if "v" in "".join(syllables(name)):
        spelled += [("lyu", OTHER), ("lv", OTHER)]
    spelled += [(other, OTHER) for other in others]
    return HanWord(name, latin, merged((), spelled), Role.CORE)


def _given(name: str) -> HanWord:
    parts = pinyin(name)
    latin = "".join(parts)
    spelled = [(latin, USUAL)]
    if len(parts) > 1:
        spelled.append((" ".join(parts), USUAL / 2))
    return HanWord(name, latin, merged((), [*spelled, *_abroad(name, " ")]), Role.CORE)


def _abroad(name: str, gap: str) -> list[tuple[str, float]]:
    return [
        (gap.join(cantonese(name)), HONG_KONG),
        (gap.join(wade_giles(s) for s in syllables(name)), TAIWAN),
    ]
