"""The spellings one printed name holds: "a.k.a." and "formerly" taken apart, short forms and other scripts in brackets,
lists of names cut, "SURNAME, Given" turned round."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.lists.countries import country

_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_HEAD, _TAIL = r"(?:^|[\s,;(])(?:", r")(?:\s*:|\s)\s*"
_ALSO = re.compile(rf"{_HEAD}a\.?k\.?a\.?|a/k/a|also known as|also called|also spelled|alias(?:es)?{_TAIL}", re.I)
_FORMERLY = re.compile(rf"{_HEAD}f\.?k\.?a\.?|f/k/a|formerly(?: known as)?|previously(?: known as)?{_TAIL}", re.I)
_NEXT = re.compile(r"\s*;\s*|\s*,?\s+(?=(?:a\.?k\.?a\.?|f\.?k\.?a\.?)[\s:])", re.I)
_FORM = re.compile(
    r"(?:co\.?,? )?(?:ltd|limited|inc|incorporated|llc|l\.l\.c|corp|corporation|co|company|plc|pte|pvt|gmbh|ag|sa|s\.a|"
    r"s\.a\.s|s\.r\.l|srl|spa|s\.p\.a|bv|b\.v|nv|jsc|ojsc|pjsc|cjsc|oao|ooo|zao|ao|pao|lp|llp|s\.a\.r\.l|sarl|fze|fzco|"
    r"fzc|fz-llc|de c\.v|s\.a\.? de c\.v|a\.s|d\.o\.o|s\.r\.o|sdn\.? bhd|k\.k|jr|sr|ii|iii|pt|hong kong|china)\.?",
    re.I,
)
_PART = re.compile(
    r"\b(?:branch|office|division|plant|subsidiary|department|in|near|see|listed|located|operated|owned|of which)\b", re.I
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.I)
_SHORT = re.compile(r"[A-ZА-ЯЁ0-9][\w&./ʼ’'-]{1,11}")
_ALSO_END = " .,;:"


@dataclass(frozen=True, slots=True)
class Spellings:
    """What one printed name says."""

    main: str
    aliases: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # one word of a person's name
    short: tuple[str, ...] = ()  # its letters: an abbreviation


def turned(text: str) -> str:
    """A person's "SURNAME, Given, Jr." as "Given SURNAME Jr."."""
    surname, _, rest = (part.strip() for part in text.partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if suffix and not _SUFFIX.fullmatch(suffix):
        given, suffix = f"{given} {suffix}".strip(), ""
    if _SUFFIX.fullmatch(given):
        given, suffix = "", given
    return " ".join(part for part in (given, surname, suffix) if part)


def cut(text: str, separators: tuple[str, ...], person: bool = False) -> list[str]:
    """The names of a cell. At commas a legal form stays with the name before it; a person's surname is not cut off."""
    pieces = [text]
    for separator in separators:
        if separator.strip() == ",":
            pieces = [name for piece in pieces for name in _at_commas(piece, person)]
        else:
            pieces = [name for piece in pieces for name in piece.split(separator)]
    return [piece.strip() for piece in pieces if piece.strip(" ,;")]


def _at_commas(text: str, person: bool) -> list[str]:
    pieces = [p.strip() for p in text.split(",")]
    if person and any(len(p.split()) < 2 for p in pieces):
        return [text]
    names: list[str] = []
    for piece in pieces:
        if names and (_FORM.fullmatch(piece.strip(" .")) or _FORM.fullmatch(piece)):
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


def take_apart(text: str, schema: str = "") -> Spellings:
    """The spellings in one printed name; what a bracket holds else (a branch, a country) stays in the name."""
    first, *more = (piece.strip() for piece in text.split(";") if piece.strip(" ;,"))
    found = _unbracketed(first, schema) if "(" in first or "（" in first else _listed(first)
    for other in (take_apart(piece, schema) for piece in more):
        found = Spellings(
            found.main, (*found.aliases, _ALSO.sub("", other.main), *other.aliases), found.previous + other.previous,
            found.weak + other.weak, found.short + other.short,
        )  # fmt: skip
    return found


def _unbracketed(text: str, schema: str) -> Spellings:
    aliases: list[str] = []
    previous: list[str] = []
    weak: list[str] = []
    short: list[str] = []
    main = text
    for found in _BRACKET.finditer(text):
        inner, before, after = found[1].strip(" ,;"), text[: found.start()], text[found.end() :]
        if _ALSO.match(inner) or _FORMERLY.match(inner):
            listed = _listed(f"x {inner}")
            aliases += listed.aliases
            previous += listed.previous
        elif schema == "Person" and inner and _latin(inner) == _latin(before):
            full, single = _variants(inner, before, after)
            aliases += full
            weak += single
        elif before.strip() and inner and _latin(inner) != _latin(before) and len(inner) > 1:
            aliases.append(inner)
        elif _FORM.fullmatch(inner) and len(inner) < 6:
            pass  # "Joint Stock Company (JSC) ..." says its legal form twice
        elif _stands_for(inner, before):
            short.append(inner)
        elif not after.strip() and schema != "Person" and _another_name(inner, before):
            aliases.append(inner)
        else:
            continue
        main = main.replace(found[0], " " if after else "", 1)
    listed = _listed(" ".join(main.split()))
    return Spellings(listed.main, (*listed.aliases, *aliases), (*listed.previous, *previous), tuple(weak), tuple(short))


def _listed(text: str) -> Spellings:
    """A name followed by "a.k.a." and "formerly" with more."""
    first = min((m.start() for m in (_ALSO.search(text), _FORMERLY.search(text)) if m and m.start() > 0), default=-1)
    if first < 0:
        return Spellings(text)
    aliases: list[str] = []
    previous: list[str] = []
    for piece in _NEXT.split(text[first:].strip(" ,;()")):
        is_former = bool(_FORMERLY.match(piece))
        several = piece.lower().startswith("aliases")
        name = _FORMERLY.sub("", _ALSO.sub("", piece, count=1), count=1).strip(_ALSO_END + "()\"'“”")
        if name:
            (previous if is_former else aliases).extend(cut(name, (",",)) if several else [name])
    return Spellings(text[:first].strip(" ,;("), tuple(aliases), tuple(previous))


def _latin(text: str) -> bool:
    """Whether the letters are mostly Latin."""
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters) * 2 >= len(letters)


def _variants(inner: str, before: str, after: str) -> tuple[list[str], list[str]]:
    """A person's name in brackets: whole ones as they are, a single word in the place of the word before it."""
    pieces = [p.strip() for p in inner.split(",") if p.strip()]
    whole = [p for p in pieces if len(p.split()) > 1]
    if whole:
        return whole, [p for p in pieces if len(p.split()) == 1]
    words = before.split()
    return [" ".join((*words[:-1], p, *after.split())) for p in pieces if len(words) > 1 or after.split()], []


def _stands_for(short: str, name: str) -> bool:
    """Whether a bracket abbreviates the name before it: its letters occur there in order, the first at the head of a word."""
    if not _SHORT.fullmatch(short) or sum(c.isupper() or c.isdigit() for c in short) * 2 < len(short):
        return False
    letters = [c for c in short.lower() if c.isalnum()]
    heads = [m.start() for m in re.finditer(r"\b\w", name) if name[m.start()].lower() == letters[0]]
    return len(name.split()) > 1 and any(_in_order(letters, name[start:].lower()) for start in heads)


def _another_name(inner: str, name: str) -> bool:
    """Whether the bracket at the end of a body's name holds a name again: three words or more, or mostly the same words."""
    words = inner.lower().split()
    known = name.lower().replace(",", " ").split()
    if len(words) < 2 or len(known) < 1 or country(inner) or _PART.search(inner):
        return False
    same = sum(any(k.startswith(w.rstrip(".")) for k in known) for w in words)
    return 2 * same >= len(words) or (len(words) > 2 and inner[0].isupper())


def _in_order(letters: list[str], text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
