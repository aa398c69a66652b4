"""Compiling an index of names: each name is parsed once, its words are numbered, and the words lead back to the names.

A word is kept once, with its role, weight and spellings, however many names hold it. Keys (its Latin letters, its own
letters, its other spellings, its sound) lead to words, words to names; so a spelling more costs one entry, not one a name.
Han names are found by pairs of neighbouring characters too, whatever words they were cut into.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from dragoman.base.progress import Progress, Silent
from dragoman.compare.index_file import Section, write_sections
from dragoman.compare.index_wholes import Wholes
from dragoman.compare.index_words import term_sections
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.stems import stem
from dragoman.text.scripts import letters

KINDS = (Kind.PERSON, Kind.ANY, Kind.ORGANISATION, Kind.OTHER)  # those that may be one another stand side by side
FIELD, ITEM = "\x1f", "\x1e"
SHARE = 255  # a probability of 1 in the one byte it is kept in
MASS = 16  # the weight of a name is kept in sixteenths of a nat
LEAST_WEIGHT = 1.5  # nats
STEM, STEM_FROM = "=", 5  # begins the mark of a stem; letters a word must have to be met by its stem
REPORT_EVERY = 10_000
PARTLY = 0.1  # spellings less probable than this lead nowhere


def build(
    path: Path,
    names: Iterable[tuple[int, str, Kind]],
    progress: Progress | None = None,
    parse: Callable[[str, Kind], Name] | None = None,
) -> None:
    """Compile the names (record number, name, kind) into the index file at `path`; the n-th name given has number n."""
    read = parse or _parser()
    told = progress or Silent()
    told.start("names", None)
    builder = Builder()
    for record, text, kind in names:
        builder.add(record, read(text, kind))
        if not len(builder.records) % REPORT_EVERY:
            told.step(count=REPORT_EVERY)
    write_sections(path, builder.sections(), {"names": len(builder.records), "words": len(builder.words)})
    told.done()


def _parser() -> Callable[[str, Kind], Name]:
    from dragoman.compare.parse import parse

    return parse


class Builder:
    """Names on their way into an index."""

    def __init__(self) -> None:
        self.words: dict[tuple[object, ...], int] = {}
        self.records, self.kinds, self.mass = array("I"), array("B"), array("H")
        self.held, self.held_ends = array("I"), array("I", [0])  # the words of each name
        self.lines, self.line_ends = bytearray(), array("Q", [0])
        self.pairs: dict[str, array[int]] = {}
        self.shorts: dict[str, array[int]] = {}
        self.wholes = Wholes()

    def add(self, record: int, name: Name) -> None:
        """Take in one parsed name."""
        number, words, mass = len(self.records), self.words, 0.0
        for word in name.words:
            self.held.append(words.setdefault(_key(word), len(words)))
            mass += telling(word)
        self.held_ends.append(len(self.held))
        self.records.append(record)
        self.kinds.append(KINDS.index(name.kind))
        self.mass.append(min(int(mass * MASS), 0xFFFF))
        self.lines += name_line(name).encode()
        self.line_ends.append(len(self.lines))
        if name.kind in (Kind.PERSON, Kind.ANY):
            self.wholes.add(number, name)
        for short in name.acronyms:
            self.shorts.setdefault(short, array("I")).append(number)
        if not name.folded.isascii():
            for pair in han_pairs(name.folded):
                self.pairs.setdefault(pair, array("I")).append(number)

    def sections(self) -> dict[str, Section]:
        """Everything as the sections of the file."""
        sections: dict[str, Section] = {"records": self.records, "kinds": self.kinds, "mass": self.mass}
        sections |= {"held": self.held, "held_ends": self.held_ends, "name_lines": self.lines, "name_ends": self.line_ends}
        sections |= self._word_lines() | self._word_names() | self._pair_names()
        sections |= self.wholes.sections()
        return sections | self._terms()

    def _word_lines(self) -> dict[str, Section]:
        lines, ends, weights = bytearray(), array("I", [0]), array("H")
        for key in self.words:
            word = Word(*key)  # type: ignore[arg-type]
            lines += word_line(word).encode()
            ends.append(len(lines))
            weights.append(int(telling(word) * MASS))
        return {"word_lines": lines, "word_ends": ends, "weights": weights}

    def _word_names(self) -> dict[str, Section]:
        """The names that hold each word, those of each kind together, those with the least beside it last."""
        held, ends, kinds = self.held, self.held_ends, self.kinds
        counts = [0] * (len(self.words) * len(KINDS) + 1)
        for number, kind in enumerate(kinds):
            for word in held[ends[number] : ends[number + 1]]:
                counts[word * len(KINDS) + kind + 1] += 1
        place = list(accumulate(counts))
        found_ends, found = array("I", place), array("I", bytes(4 * len(held)))
        for number in sorted(range(len(kinds)), key=self.mass.__getitem__, reverse=True):
            for word in held[ends[number] : ends[number + 1]]:
                slot = word * len(KINDS) + kinds[number]
                found[place[slot]] = number
                place[slot] += 1
        return {"found": found, "found_ends": found_ends}

    def _pair_names(self) -> dict[str, Section]:
        """The names that hold each pair of Han characters, and those shortened to each acronym, in the order of their codes."""
        pairs = {pair_code(pair): names for pair, names in self.pairs.items()}
        shorts: dict[int, array[int]] = {}
        for short, names in self.shorts.items():
            shorts.setdefault(crc32(short.encode()), array("I")).extend(names)
        return {**_led("pair", array("Q"), pairs), **_led("short", array("I"), shorts)}

    def _terms(self) -> dict[str, Section]:
        """The keys, and the words each leads to with the probability that it stands for them."""
        terms: dict[str, dict[int, float]] = {}
        sounds: dict[str, set[str]] = {}
        for number, key in enumerate(self.words):
            word = Word(*key)  # type: ignore[arg-type]
            for mark in alikes(word):
                sounds.setdefault(mark, set()).add(word.latin)
            for term, share in keys(word):
                words = terms.setdefault(term, {})
                words[number] = max(share, words.get(number, 0.0))
        owners, ends, shares = array("I"), array("I", [0]), array("B")
        for words in terms.values():
            owners.extend(words)
            shares.extend([int(share * SHARE) for share in words.values()])
            ends.append(len(owners))
        leads = {"term_words": owners, "term_word_ends": ends, "term_shares": shares}
        return {**leads, **term_sections(terms), **_sound_sections(sounds, terms)}


def _led(what: str, codes: array[int], names: dict[int, array[int]]) -> dict[str, Section]:
    """Codes in their order, and the names each leads to."""
    ends, found = array("I", [0]), array("I")
    for code in sorted(names):
        codes.append(code)
        found.extend(names[code])
        ends.append(len(found))
    return {f"{what}s": codes, f"{what}_ends": ends, f"{what}_names": found}


def _sound_sections(sounds: dict[str, set[str]], terms: Iterable[str]) -> dict[str, Section]:
    """The words of each sound, in the order of the hashes of the sounds."""
    numbers = {term: number for number, term in enumerate(terms)}
    hashes, ends, owners = array("I"), array("I", [0]), array("I")
    for value, sound in sorted((crc32(sound.encode()), sound) for sound in sounds):
        hashes.append(value)
        owners.extend(sorted(numbers[latin] for latin in sounds[sound] if latin in numbers))
        ends.append(len(owners))
    return {"sounds": hashes, "sound_ends": ends, "sound_terms": owners}


def telling(word: Word) -> float:
    """What a word weighs in a rough score: links and titles (`abu`, `amir`), which may be names, more than in a comparison."""
    return word.weight if word.role is Role.FORM else max(word.weight, LEAST_WEIGHT)


def alikes(word: Word) -> list[str]:
    """What words that are alike without being near have in common: their sound, the stem of what they do."""
    marks = [word.sound] if word.sound else []
    if word.role in (Role.ACTIVITY, Role.PLACE) and len(word.latin) >= STEM_FROM:
        marks.append(STEM + stem(word.latin))
    return marks


def _key(word: Word) -> tuple[object, ...]:
    return (word.text, word.latin, word.role, word.weight, word.options, word.sound)


def keys(word: Word) -> Iterator[tuple[str, float]]:
    """The keys that lead to a word, each with its probability; each word of a spelling has that of the whole."""
    for spelling, share in ((word.latin, 1.0), *word.options):
        if share >= PARTLY:
            yield from ((part, share) for part in spelling.split())
    if not word.text.isascii() and not letters("Han").search(word.text):
        yield word.text, 1.0


def han_pairs(folded: str) -> list[str]:
    """The pairs of neighbouring Han characters of a folded name, each once."""
    runs = letters("Han").findall(folded)
    return list(dict.fromkeys(run[i : i + 2] for run in runs for i in range(len(run) - 1)))


def pair_code(pair: str) -> int:
    """A pair of characters as one number, in the order of the pairs."""
    return ord(pair[0]) << 32 | ord(pair[1])


def word_line(word: Word) -> str:
    """A word as the text it is kept in."""
    options = ITEM.join(f"{spelling}={share:.4g}" for spelling, share in word.options)
    return FIELD.join((word.text, word.latin, word.role, f"{word.weight:.6g}", word.sound, options))


def word_of(line: str) -> Word:
    """The word of a kept line."""
    text, latin, role, weight, sound, options = line.split(FIELD)
    pairs = tuple((s, float(p)) for s, _, p in (option.rpartition("=") for option in options.split(ITEM))) if options else ()
    return Word(text, latin, Role(role), float(weight), pairs, sound)


def name_line(name: Name) -> str:
    """A name, without its words, as the text it is kept in; the folded text only where the words do not give it."""
    folded = "" if name.folded == " ".join([word.text for word in name.words]) else name.folded
    return FIELD.join((_plain(name.text), _plain(folded), name.form, ITEM.join(name.numbers), ITEM.join(name.acronyms)))


def _plain(text: str) -> str:
    """A text without the marks its fields are parted by."""
    return text.replace(FIELD, " ").replace(ITEM, " ") if FIELD in text or ITEM in text else text


def name_of(line: str, kind: Kind, words: tuple[Word, ...]) -> Name:
    """The name of a kept line, with its words."""
    text, folded, form, numbers, acronyms = line.split(FIELD)
    return Name(
        text,
        folded or " ".join([word.text for word in words]),
        kind,
        words,
        form,
        tuple(numbers.split(ITEM)) if numbers else (),
        tuple(acronyms.split(ITEM)) if acronyms else (),
    )
