"""The spellings one printed name holds: "a.k.a." and "formerly" taken apart, short forms and other scripts in brackets,
lists of names cut, "SURNAME, Given" turned round."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.lists.countries import country
from dragoman.lists.short_forms import is_form, stands_for

_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_HEAD, _TAIL = r"(?:^|[\s,;(])(?:", r"),?(?:\s*:|\s)\s*"
_ALSO = re.compile(rf"{_HEAD}a\.?k\.?a\.?|a/k/a|also known as|also called|also spelled|alias(?:es)?{_TAIL}", re.I)
_FORMERLY = re.compile(rf"{_HEAD}f\.?k\.?a\.?|f/k/a|formerly(?: known as)?|previously(?: known as)?{_TAIL}", re.I)
_NEXT = re.compile(r"\s*;\s*|\s*,?\s+(?=(?:a\.?k\.?a\.?|f\.?k\.?a\.?)[\s:])", re.I)
_BORN = re.compile(r"(?:born|née|nee|maiden name)\s*:?\s+(\S+)\s*", re.I)
_LANGUAGE = re.compile(r"(?:in )?[A-Z][a-z]+(?: spelling| script| name| language)?\s*:\s*")
_UNIT = re.compile(r"\.\s+(?:Subordinate Institution|Affiliated Entity|Subsidiary|Affiliate)\s*[-–:]\s*(\S+ .+)$")
_PART = re.compile(
    r"\b(?:branch|office|division|plant|subsidiary|department|in|near|see|listed|located|operated|owned|of which)\b", re.I
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.I)
_EDGES = " ,;:()\"'“”–-"
DEPTH = 3  # brackets within brackets that are opened


@dataclass(slots=True)
class Spellings:
    """What one printed name says."""

    main: str
    aliases: list[str] = field(default_factory=list)
    previous: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)  # one word of a person's name
    short: list[str] = field(default_factory=list)  # its letters: an abbreviation

    def also(self, other: Spellings) -> None:
        """Take the spellings of another name of the same bearer in."""
        self.aliases += [other.main, *other.aliases]
        self.previous += other.previous
        self.weak += other.weak
        self.short += other.short


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
            pieces = [name for piece in pieces for name in outside(piece, separator)]
    return [piece.strip() for piece in pieces if piece.strip(" ,;")]


def outside(text: str, separator: str) -> list[str]:
    """A text split at a separator, but not within brackets, where these are in order."""
    pieces = text.split(separator)
    if len(pieces) == 1 or text.count("(") != text.count(")"):
        return pieces
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1].count("(") > joined[-1].count(")"):
            joined[-1] += separator + piece
        else:
            joined.append(piece)
    return joined


def _at_commas(text: str, person: bool) -> list[str]:
    pieces = [p.strip() for p in outside(text, ",")]
    if person and any(len(p.split()) < 2 for p in pieces):
        return [text]
    names: list[str] = []
    for piece in pieces:
        if names and is_form(piece):
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


def take_apart(text: str, schema: str = "") -> Spellings:
    """The spellings in one printed name; what a bracket holds else (a branch, a country) stays in the name."""
    first, *more = [piece.strip() for piece in outside(text, ";") if piece.strip(" ;,")] or [text]
    found = _one(first, schema)
    for piece in more:
        if _FORMERLY.match(piece):
            found.previous.append(_FORMERLY.sub("", piece, count=1))
        else:
            found.also(_one(_ALSO.sub("", piece, count=1), schema))
    unit = _UNIT.search(found.main)
    if unit:
        found.aliases.append(unit[1])
    return found


def _one(text: str, schema: str) -> Spellings:
    made = Spellings(text)
    for _ in range(DEPTH):
        before = made.main
        if "(" in before or "（" in before:
            _open(made, schema)
        if made.main == before:
            break
    main, *others = [name.strip() for name in made.main.split(" ; ")]
    made.aliases[:0] = others
    rest = _listed(" ".join(main.replace(" ,", ",").split()), schema)
    made.main = rest.main.strip(" –-") or text
    made.aliases[:0], made.weak[:0] = rest.aliases, rest.weak
    made.previous[:0] = rest.previous
    return made


def _open(made: Spellings, schema: str) -> None:
    """Take out the brackets of the name that say something else than a part of it."""
    text = made.main
    for found in _BRACKET.finditer(text):
        inner = found[1].strip(" ,;")
        inner = inner if _ALSO.match(inner) or _FORMERLY.match(inner) else _LANGUAGE.sub("", inner)
        before, after = text[: found.start()], text[found.end() :]
        if _said(made, inner, before, after, schema):
            two = schema == "Person" and min(len(before.split()), len(_BRACKET.sub(" ", after).split())) > 1
            apart = " ; " if two and _latin(inner) != _latin(before) else " "  # two whole names, each with its own bracket
            made.main = made.main.replace(found[0], apart if after else "", 1)


def _said(made: Spellings, inner: str, before: str, after: str, schema: str) -> bool:
    """Whether a bracket could be read, and is put where it belongs."""
    person, ends = schema == "Person", not after.strip() or is_form(after)
    if _ALSO.match(inner) or _FORMERLY.match(inner):
        rest = _listed(f"x {inner}", schema)
        made.aliases += rest.aliases
        made.previous += rest.previous
        made.weak += rest.weak
    elif person and (born := _BORN.fullmatch(inner)):
        made.previous += [" ".join((*before.split()[:-1], born[1]))]
    elif person and inner and _latin(inner) == _latin(before):
        _variants(made, inner, before, after)
    elif before.strip() and len(inner) > 1 and _latin(inner) != _latin(before):
        made.aliases += [name.strip() for name in inner.split(";")]
    elif stands_for(inner, before):
        made.short += [inner] if ends and stands_for(inner, before, whole=True) else []  # else it is short for a parent
    elif not person and ends and _another_name(inner, before):
        made.aliases.append(inner)
    else:
        return is_form(inner) and len(inner) < 6  # "Joint Stock Company (JSC) ..." says its legal form twice
    return True


def _listed(text: str, schema: str) -> Spellings:
    """A name followed by "a.k.a." and "formerly" with more."""
    first = min((m.start() for m in (_ALSO.search(text), _FORMERLY.search(text)) if m and m.start() > 0), default=-1)
    if first < 0:
        return Spellings(text)
    made = Spellings(text[:first].strip(" ,;("))
    for piece in _NEXT.split(text[first:].strip(" ,;()")):
        former, several = bool(_FORMERLY.match(piece)), piece.lower().startswith("aliases")
        name = _FORMERLY.sub("", _ALSO.sub("", piece, count=1), count=1).lstrip(_EDGES + ".").rstrip(_EDGES)
        names = cut(name, (",",), schema == "Person") if several or schema == "Person" else [name]
        if schema == "Person" and "," in name and len(names) == 1 and all(len(n.split()) == 1 for n in name.split(",")):
            made.weak += [n.strip() for n in name.split(",")]
        else:
            (made.previous if former else made.aliases).extend(n for n in names if n)
    return made


def _latin(text: str) -> bool:
    """Whether the letters are mostly Latin."""
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters) * 2 >= len(letters)


def _variants(made: Spellings, inner: str, before: str, after: str) -> None:
    """A person's name in brackets: whole ones as they are, a single word in the place of the word before it."""
    pieces = [p.strip() for p in inner.replace(" or ", ",").split(",") if any(c.isupper() or c > "\u0590" for c in p)]
    whole = [p for p in pieces if len(p.split()) > 1]
    made.aliases += whole
    single = [p for p in pieces if len(p.split()) == 1]
    if whole:
        made.weak += single
        return
    words, rest = _BRACKET.sub(" ", before).split(), _BRACKET.sub(" ", after).split()
    made.aliases += [" ".join((*words[:-1], p, *rest)) for p in single if len(words) > 1 or rest]


def _another_name(inner: str, name: str) -> bool:
    """Whether the bracket at the end of a body's name holds a name again: three words or more, or mostly the same words."""
    words = inner.lower().split()
    known = name.lower().replace(",", " ").split()
    if len(words) < 2 or len(known) < 1 or country(inner) or _PART.search(inner):
        return False
    same = sum(any(k.startswith(w.rstrip(".")) for k in known) for w in words)
    return 2 * same >= len(words) or (len(words) > 2 and inner[0].isupper())
