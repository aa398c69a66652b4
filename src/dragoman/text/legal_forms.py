"""Legal forms of companies and institutions: found among the folded words of a name, and compared.

A form has a code that its spellings in all languages share (`ООО`, `LLC`, `limited liability company`), families that say
what kind it is (limited, stock, partnership ...), and the countries it is proper to (none: it is met anywhere, often as a
translation). Long names of public institutions (`федеральное государственное бюджетное учреждение науки`) are runs of words.
Data: data/legal_forms.tsv, made by scripts/make_legal_forms.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from dragoman import data

Relation = Literal["same", "equivalent", "different", "unknown"]
VAGUE = frozenset({"company", "group", "trust", "fund"})  # said of anything: proves nothing against another form
TRAITS = frozenset({"public", "closed", "private"})  # of stock companies: laws made firms change them, they tell none apart
ENDS = ".,;:()\"'[]/"
LONGEST_WRITTEN_ON = 8  # characters of a form written on to a name
LONG, VERY_LONG, OPENING = (
    10,
    13,
    3,
)  # letters of a form met with one slip and with two; those at its beginning that must be right
FEWEST = 2  # words before the head of a run, unless a tail follows it


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form that stands at `words[start:end]`."""

    start: int
    end: int
    code: str
    family: str
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    families: tuple[str, ...]
    countries: frozenset[str]


@dataclass(slots=True)
class _Run:
    kind: _Kind
    before: frozenset[str]
    heads: frozenset[str]
    tails: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Table:
    """`spellings` leads from the words of a form to its kind and place (any, ~ last, ^ first or last)."""

    spellings: dict[tuple[str, ...], tuple[_Kind, str]] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)  # first word -> numbers of words, longest first
    kinds: dict[str, _Kind] = field(default_factory=dict)
    runs: list[_Run] = field(default_factory=list)
    openers: frozenset[str] = frozenset()  # words that may open a run


@cache
def _table() -> _Table:
    made, lengths = _Table(), dict[str, set[int]]()
    for line in data.text("legal_forms.tsv").splitlines()[1:]:
        code, families, countries, *rest = line.split("\t")
        if code == "run":
            made.runs.append(_run(made, [families, countries, *rest]))
            continue
        kind = _Kind(code, tuple(families.split()), frozenset(countries.split()))
        made.kinds.setdefault(code, kind)
        for spelling in rest[0].split("|"):
            mark = spelling[0] if spelling[0] in "~^" else ""
            words = tuple(spelling.lstrip("~^").split())
            made.spellings.setdefault(words, (kind, mark))
            lengths.setdefault(words[0], set()).add(len(words))
    made.openers = frozenset().union(*(run.before for run in made.runs))
    made.lengths = {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}
    return made


def _run(table: _Table, parts: list[str]) -> _Run:
    code, families, countries, before, heads, tails = parts
    kind = _Kind(code, tuple(families.split()), frozenset(countries.split()))
    table.kinds.setdefault(code, kind)
    longest_first = sorted((tuple(tail.split()) for tail in tails.split("|")), key=len, reverse=True)
    return _Run(kind, frozenset(before.split("|")), frozenset(heads.split("|")), tuple(longest_first))


@lru_cache(maxsize=20_000)
def respelled(word: str) -> str:
    """The one word of a legal form that a long word is with one or two slips (`aktiengeselschaft`); else the word."""
    if len(word) < LONG or not word.isascii() or (word,) in _table().spellings:
        return word
    allowed = 1 if len(word) < VERY_LONG else 2
    near = [form for form in _long_forms().get(word[:OPENING], ()) if OSA.distance(word, form, score_cutoff=allowed) <= allowed]
    return near[0] if near else word


@cache
def _long_forms() -> dict[str, list[str]]:
    """Long forms of one word in Latin letters by how they begin."""
    found: dict[str, list[str]] = {}
    for words, (_, mark) in _table().spellings.items():
        if len(words) == 1 and not mark and len(words[0]) >= LONG and words[0].isascii():
            found.setdefault(words[0][:OPENING], []).append(words[0])
    return found


def forms(words: Sequence[str]) -> list[Form]:
    """The legal forms among the folded words of a name, in order, none within another.

    Stops and commas at or in a word are passed over (`l.l.c.`, `co.,`), as are letters that stand apart (`l l c`).
    """
    table, found, end = _table(), list[Form](), 0
    lengths, openers = table.lengths, table.openers
    plain = [word if word.isalnum() or word in lengths else word.replace(".", "").strip(ENDS) for word in words]
    for place, word in enumerate(plain):
        if place < end or not (word in lengths or word in openers or len(word) == 1):
            continue
        form = _at(table, plain, place) or _run_at(table, plain, place) or _spelled(table, plain, place)
        if form is not None:
            found.append(form)
            end = form.end
    if not found:
        return found
    return _placed(table, plain, found)


def _at(table: _Table, words: list[str], start: int) -> Form | None:
    """The longest form of the table that starts there."""
    sizes = table.lengths.get(words[start])
    if sizes:
        for size in sizes:
            known = table.spellings.get(tuple(words[start : start + size]))
            if known and start + size <= len(words):
                return Form(start, start + size, known[0].code, known[0].families[0], known[0].countries)
    return None


def _spelled(table: _Table, words: list[str], start: int) -> Form | None:
    """A form whose letters stand apart: `l l c`, `s p a`."""
    end = start
    while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
        end += 1
    for stop in range(min(end, start + 5), start + 1, -1):
        known = table.spellings.get(("".join(words[start:stop]),))
        if known and (stop == len(words) or start == 0):
            return Form(start, stop, known[0].code, known[0].families[0], known[0].countries)
    return None


def _run_at(table: _Table, words: list[str], start: int) -> Form | None:
    if words[start] not in table.openers:
        return None
    for run in table.runs:
        if words[start] not in run.before:
            continue
        end = start
        while end < len(words) and words[end] in run.before:
            end += 1
        if end == len(words) or words[end] not in run.heads:
            continue
        before, end = end - start, end + 1
        tail = next((t for t in run.tails if tuple(words[end : end + len(t)]) == t), ())
        if before >= FEWEST or tail:
            return Form(start, end + len(tail), run.kind.code, run.kind.families[0], run.kind.countries)
    return None


def _placed(table: _Table, words: list[str], found: list[Form]) -> list[Form]:
    """Without the spellings that are ordinary words too and do not stand where a form would."""
    kept, last = list[Form](), len(words)
    for form in reversed(found):
        known = table.spellings.get(tuple(words[form.start : form.end]))
        mark = known[1] if known else ""
        at_end = form.end == last and form.start > 0
        if not mark or at_end or (mark == "^" and form.start == 0 and len(words) > form.end):
            kept.append(form)
            last = form.start if form.end == last else last
    return kept[::-1]


def relation(left: str, right: str) -> Relation:
    """How two codes stand to each other.

    equivalent: of one family, so that one may translate or follow the other (open, closed, public, plain joint-stock
    companies); different: of other families, or proper to other countries; unknown: one is missing or vague.
    """
    if left == right:
        return "same" if left else "unknown"
    kinds = _table().kinds
    one, other = kinds.get(left), kinds.get(right)
    if one is None or other is None or VAGUE & {one.families[0], other.families[0]}:
        return "unknown"
    if one.countries and other.countries and not one.countries & other.countries:
        return "different"
    return "equivalent" if set(one.families) & set(other.families) - TRAITS else "different"


def detach(word: str) -> tuple[str, ...]:
    """A word of a script without spaces, with a form at its start or end set apart: `株式会社東芝` in two; else the word."""
    known = _table().spellings
    if word.isascii() or (word,) in known or not any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in word):
        return (word,)
    for size in range(min(LONGEST_WRITTEN_ON, len(word) - 1), 1, -1):
        if (word[:size],) in known:
            return (word[:size], *detach(word[size:]))
        if (word[-size:],) in known:
            return (*detach(word[:-size]), word[-size:])
    return (word,)
