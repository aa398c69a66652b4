"""A name taken apart: its words in order with role, weight, other spellings and sound; its legal form, numbers, acronyms."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.compare.acronyms import COMPANIES, LONGEST, RARE, SHORTEST, acronyms
from dragoman.compare.cyrillic import cyrillic_options, is_place
from dragoman.compare.cyrillic_acronym import compound_acronym, pieces
from dragoman.compare.cyrillic_latin import is_romanised_place, romanised_options
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.tokens import words_of
from dragoman.compare.words import LINK, NUMBER, is_patronymic, met, numbers, role, weight
from dragoman.text.folding import fold
from dragoman.text.legal_forms import forms, respelled
from dragoman.text.simplified import is_traditional
from dragoman.text.sound import sound
from dragoman.text.transliteration import readings

_HAN_RUN = re.compile(
    "[\u3400-\u9fff\U00020000-\U000323af0-9\u3007]*[\u3400-\u9fff\U00020000-\U000323af][\u3400-\u9fff\U00020000-\U000323af0-9\u3007]*"
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_LEET = str.maketrans("0134579", "oieastg")
CERTAIN = 0.9  # share from which a translation is the only one
COMPOUND = 9  # letters of a word that may be shortened to the letters of its pieces
HEAVIEST = 14.0  # nats one Chinese word of several English ones may tell
TRANSLITERATED = 0.9  # probability of a further reading of a Cyrillic word


def parse(text: str, kind: Kind = Kind.ANY) -> Name:
    """The name taken apart. With `Kind.ANY` a name that looks like a person's is read as one."""
    folded = fold(text)
    pairs = words_of(folded, joined=kind is not Kind.PERSON)
    if kind is Kind.ANY and _looks_personal(pairs):
        kind = Kind.PERSON
        pairs = words_of(folded, joined=False)
    words = [word for word in _words(text, folded, pairs, kind) if word.latin]
    form = ""
    if kind is not Kind.PERSON:
        _drop_initials(words)
        form = _mark_forms(words)
        _mark_numbers(words)
        _mark_trades(words)
        words = _without_repeats(words)
        _mark_honours(words)
    found = tuple(word.latin for word in words if word.role is Role.NUMBER)
    return Name(text, folded, kind, tuple(words), form, found, () if kind is Kind.PERSON else acronyms(words))


def _words(text: str, folded: str, pairs: list[tuple[str, str]], kind: Kind) -> list[Word]:
    if folded.isascii():
        return [_plain(latin, kind) for _, latin in pairs] if kind is not Kind.PERSON else _person(pairs)
    if _HAN_RUN.search(folded) and not _has_kana(folded):
        return _with_han(folded, kind, is_traditional(text))
    return _person(pairs) if kind is Kind.PERSON else [_any(text, latin, kind) for text, latin in pairs]


def _person(pairs: list[tuple[str, str]]) -> list[Word]:
    """Words of a person's name; a patronymic is one only beside a given and a family name."""
    words = [_any(text, latin, Kind.PERSON) for text, latin in pairs]
    if sum(word.role in (Role.CORE, Role.PATRONYMIC) for word in words) < 3:
        for at, word in enumerate(words):
            if word.role is Role.PATRONYMIC:
                words[at] = _plain_core(word)
    return words


def _plain_core(word: Word) -> Word:
    return Word(word.text, word.latin, Role.CORE, word.weight, word.options, word.sound)


@lru_cache(maxsize=50_000)
def _plain(latin: str, kind: Kind) -> Word:
    """A Latin word. Shared between names: nobody changes it."""
    what = role(latin, kind)
    told = LINK if what in (Role.LINK, Role.TITLE) else weight(latin, kind)
    options = romanised_options(latin) if kind is not Kind.PERSON and what is Role.CORE and told >= RARE else ()
    if kind is not Kind.PERSON and what is Role.CORE and told >= RARE and is_romanised_place(latin):
        what = Role.PLACE
    if not options:
        return Word(latin, latin, what, told, (), sound(latin))
    if options[0][0] in COMPANIES:
        return Word(latin, latin, Role.LINK, LINK, options, sound(latin))
    what, told = _told_by(options, kind, what, told)
    return Word(latin, latin, what, told, options, sound(latin))


@lru_cache(maxsize=50_000)
def _any(text: str, latin: str, kind: Kind) -> Word:
    """A word of any script but Han."""
    if kind is Kind.PERSON and not latin.isalpha() and not latin.isdigit():
        text = latin = latin.translate(_LEET)
    if text.isascii():
        return _plain(latin, kind)
    if not "\u0400" <= text[0] <= "\u052f":
        return _plain(latin, kind) if text == latin else _named(text, latin, (), kind)
    return _cyrillic(text, latin, kind)


def _cyrillic(text: str, latin: str, kind: Kind) -> Word:
    read = tuple([(other, TRANSLITERATED) for other in readings(text) if other != latin])
    if kind is Kind.PERSON:
        return _named(text, latin, read, kind)
    rendered = cyrillic_options(text)
    if is_place(text) and role(latin, kind) is Role.CORE:
        return Word(text, latin, Role.PLACE, weight(latin, kind), read + rendered, sound(latin))
    word = _named(text, latin, rendered or read, kind)
    word.options = read + rendered
    return word


def _named(text: str, latin: str, options: tuple[tuple[str, float], ...], kind: Kind) -> Word:
    """A word with options takes role and weight from the likeliest translation that names of its kind are known to hold."""
    what, told = role(latin, kind), weight(latin, kind)
    if what is not Role.LINK:
        what, told = _told_by(options, kind, what, told)
    if what is Role.CORE and kind is Kind.PERSON and is_patronymic(latin):
        what = Role.PATRONYMIC
    return Word(text, latin, what, LINK if what is Role.LINK else told, options, sound(latin))


def _told_by(options: tuple[tuple[str, float], ...], kind: Kind, what: Role, told: float) -> tuple[Role, float]:
    """Role and weight of the likeliest translation that names of the kind are known to hold; those given where none is."""
    for option, probability in options:
        if probability < 0.15 or not option:
            continue
        rarest = max(option.split(" "), key=lambda part: weight(part, kind))
        if met(rarest, kind) and weight(rarest, kind) < told:
            return role(rarest, kind), weight(rarest, kind)
    return what, told


def _with_han(folded: str, kind: Kind, traditional: bool) -> list[Word]:
    """Words of a name that holds Chinese characters: runs of them segmented, the rest word by word."""
    words: list[Word] = []
    at = 0
    for run in _HAN_RUN.finditer(folded):
        words += [_any(text, latin, kind) for text, latin in words_of(folded[at : run.start()])]
        words += _han(run.group(), kind, traditional)
        at = run.end()
    return words + [_any(text, latin, kind) for text, latin in words_of(folded[at:])]


def _han(text: str, kind: Kind, traditional: bool) -> list[Word]:
    if kind is Kind.PERSON:
        return _han_person(text)
    from dragoman.compare.han import han_words

    found: list[Word] = []
    for part in han_words(text, traditional):
        told = _han_weight(part.latin, part.options, kind)
        found.append(Word(part.text, part.latin, part.role, told, part.options, sound(part.latin)))
    return found


def _han_weight(latin: str, options: tuple[tuple[str, float], ...], kind: Kind) -> float:
    """The weight of the likeliest translation; of a word with none, by its pinyin."""
    if not options or options[0][0] == latin:
        return weight(latin, kind)
    parts = [part for part in options[0][0].split(" ") if role(part, kind) is not Role.LINK]
    return min(sum(weight(part, kind) for part in parts), HEAVIEST) or 1.0


def _han_person(text: str) -> list[Word]:
    """A Chinese person's name: family name, then given name, each in the spellings it is met in."""
    from dragoman.compare.han_people import han_person

    return [
        Word(part.text, part.latin, Role.CORE, weight(part.latin, Kind.PERSON), part.options, sound(part.latin))
        for part in han_person(text)
    ]


NO_FORMS = frozenset({"group", "trust", "fund"})  # codes whose words say what a body does: compared like other words


def _mark_forms(words: list[Word]) -> str:
    """Mark the words of legal forms; the codes of the forms, empty without one. A name of nothing but forms keeps its words."""
    found = [form for form in forms([respelled(word.text) for word in words]) if form.code not in NO_FORMS]
    if not found or sum(form.end - form.start for form in found) == len(words):
        return ""
    for form in found:
        for at in range(form.start, form.end):
            word = words[at]
            words[at] = Word(word.text, word.latin, Role.FORM, LINK, word.options if word.latin in COMPANIES else (), "")
        if form.code in STATE_BODIES:
            _mark_state(words, form.end)
    return " ".join(sorted({form.code for form in found if form.code != "company"}))


STATE_BODIES = frozenset({"gup", "fgup", "up"})  # codes of legal forms of state enterprises
OF_STATE = frozenset({"of", "the", "republic", "republican"})


def _mark_state(words: list[Word], end: int) -> None:
    """`of the Republic of X` behind the form of a state enterprise says who owns it: part of the form."""
    places = 0
    owner = words[end : end + 6]
    if not any(word.latin == "republic" for word in owner) or owner[0].latin not in OF_STATE:
        return
    for at, word in enumerate(owner, end):
        places += word.role is Role.PLACE
        if places > 1 or (word.latin not in OF_STATE and word.role is not Role.PLACE):
            return
        words[at] = Word(word.text, word.latin, Role.FORM, LINK)


TRADED = frozenset({"instrument", "machine", "engine", "ship", "motor", "aircraft", "tool", "mechanical", "turbine", "boiler"})
MAKING = frozenset({"making", "building", "engineering", "manufacturing"})


def _bureau(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].latin in ("bureau", "office")


def _mark_trades(words: list[Word]) -> None:
    """`making` behind `instrument`, `building` behind `machine`: which is said is the translator's choice."""
    for at in range(1, len(words)):
        word = words[at]
        if words[at - 1].latin in TRADED and (word.latin in MAKING or (word.latin == "design" and not _bureau(words, at + 1))):
            words[at] = Word(word.text, word.latin, Role.LINK, LINK, word.options, word.sound)


def _mark_numbers(words: list[Word]) -> None:
    """Numbers in digits, Roman or in words become `Role.NUMBER` with digits as Latin spelling; forty four is 44."""
    tens = 0
    for at, word in enumerate(words):
        value = _number(word, at)
        if not value:
            tens = 0
            continue
        if tens and len(value) == 1:
            value = str(tens + int(value))
            words[at - 1] = Word(words[at - 1].text, "", Role.LINK, 0.0)
        words[at] = Word(word.text, value, Role.NUMBER, NUMBER)
        tens = int(value) if not word.text.isdigit() and value in ("20", "30", "40", "50", "60", "70", "80", "90") else 0
    words[:] = [word for word in words if word.latin]


HONOUR = 2.0  # nats of a word of whom a body is named after: often left out
NAMED = frozenset({"named", "imeni", "im", "imya"})


def _honoured(words: list[Word]) -> int:
    """Where the words `named after` or `by name` stand; 0 without them."""
    for at in range(1, len(words)):
        if words[at].latin in NAMED or (words[at].latin == "name" and words[at - 1].latin == "by"):
            return at
    return 0


def _drop_initials(words: list[Word]) -> None:
    """Initials of whom a body is named after, joined to one word (I.I. Toropov), are no number or legal form."""
    start = _honoured(words)
    if start:
        for at in range(len(words) - 2, start, -1):
            if len(words[at].latin) == 2 and words[at].role is Role.CORE and words[at + 1].role in (Role.CORE, Role.HONOUR):
                del words[at]


def _mark_honours(words: list[Word]) -> None:
    """Words behind `named after` become `Role.HONOUR`, up to the legal form."""
    start = _honoured(words)
    if not start:
        return
    for at in range(start, len(words)):
        word = words[at]
        if word.role is Role.FORM:
            return
        if word.role in (Role.CORE, Role.INITIAL, Role.HONOUR):
            words[at] = Word(word.text, word.latin, Role.HONOUR, min(word.weight, HONOUR), word.options, word.sound)


INITIAL = 1.0  # nats of a single letter in the name of an organisation: mostly of the person it is named after


def _without_repeats(words: list[Word]) -> list[Word]:
    """Without words said before, and without an acronym of the name's own other words: it is found by `acronyms`."""
    kept, seen = [], set()
    for word in words:
        if word.latin in seen and word.role not in (Role.NUMBER, Role.LINK, Role.FORM):
            continue
        if word.role not in (Role.LINK, Role.FORM):
            seen.add(word.latin)
        if len(word.latin) == 1 and word.role is Role.CORE:
            word = Word(word.text, word.latin, Role.INITIAL, INITIAL, word.options, word.sound)
        kept.append(word)
    kept = _without_short_forms(kept)
    others = [word for word in kept if word.role not in (Role.FORM, Role.LINK)]
    if len(others) < 4:
        return kept
    for end in (others[0], others[-1]):
        if end.weight >= RARE and SHORTEST <= len(end.latin) <= LONGEST:
            rest = [word for word in kept if word is not end]
            if end.latin in acronyms(rest):
                return rest
    return kept


def _without_short_forms(words: list[Word]) -> list[Word]:
    """Without what a compound of the name is shortened to or made of (PSB Bank Promsvyazbank)."""
    said: set[str] = set()
    for word in words:
        if len(word.latin) >= COMPOUND and (short := compound_acronym(word.latin)):
            said.update((short, *pieces(word.latin)))
    return [word for word in words if word.latin not in said] if said else words


def _number(word: Word, at: int) -> str:
    """Digits of a number word, empty where it is none."""
    latin = word.latin
    if latin.isdigit():
        return latin.lstrip("0") or "0"
    if word.role is Role.FORM:
        return ""
    if at and word.text.isascii() and (value := numbers("roman").get(latin) or numbers("roman1").get(latin)):
        return value
    if value := numbers("number").get(latin):
        return value
    for option, probability in word.options:
        if probability > CERTAIN and (value := numbers("number").get(option)):
            return value
    return found.group(1) if (found := _ORDINAL.match(latin)) else ""


def _has_kana(folded: str) -> bool:
    return any("\u3040" <= char <= "\u30ff" for char in folded)


def _looks_personal(pairs: list[tuple[str, str]]) -> bool:
    """Two to five words, none of an organisation's, one of them more at home in names of people."""
    if not 2 <= len(pairs) <= 5:
        return False
    personal = False
    for _, latin in pairs:
        if role(latin, Kind.ORGANISATION) not in (Role.CORE, Role.PLACE) and role(latin, Kind.PERSON) not in (
            Role.LINK,
            Role.TITLE,
        ):
            return False
        if latin.isdigit():
            return False
        personal = personal or weight(latin, Kind.PERSON) + 1.0 < weight(latin, Kind.ORGANISATION) or is_patronymic(latin)
    return personal
