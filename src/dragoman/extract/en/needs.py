"""What an expression cannot match without: sets of word beginnings, one of each of which every match holds.

Read off the expression itself, so that no list has to be kept beside it. What is not understood is taken to need nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST = 8  # code points of a word's beginning that are told apart
SHORTEST = 2  # fewer say too little
PIECE = re.compile(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|P=\w+|<?[=!]|[a-z]*-?[a-z]*:|>|[a-z]+\)))?|"
    r"(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?|[a-z]+(?![*+?{])|.",
    re.DOTALL,
)
END = "."  # closes a word that is known to its end; the beginning of a longer one has none
Needs = list[frozenset[str]]


@dataclass(slots=True)
class Part:
    """One piece of an expression: letters, a gap between words, a boundary, alternatives, or anything else."""

    kind: str  # letter, gap, edge, group, look, any
    text: str = ""
    branches: list[list[Part]] = field(default_factory=list)
    least: int = 1  # how often it must occur
    most_one: bool = True


def needs(expression: str, letters: str) -> Needs:
    """The sets of beginnings; `letters` are those that stand for masked names, which need no word boundary."""
    pieces = PIECE.findall(expression)
    branches, _ = _branches(pieces, 0, letters)
    group = Part("group", branches=branches)
    found = _of_parts([group], False, False)[0]
    return [keys for keys in dict.fromkeys(found) if keys]


def _branches(pieces: list[str], at: int, letters: str) -> tuple[list[list[Part]], int]:
    """The alternatives from a piece on, up to the bracket that closes them."""
    branches: list[list[Part]] = [[]]
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece == ")":
            break
        if piece == "|":
            branches.append([])
        elif piece[0] == "(":
            inner, at = ([], at) if piece[-1] == ")" else _branches(pieces, at, letters)
            look = piece in ("(?=", "(?!", "(?<=", "(?<!") or piece[-1] == ")"
            branches[-1].append(Part("look") if look else Part("any") if "P=" in piece else Part("group", branches=inner))
        elif piece[0] in "*+?{" and (len(piece) > 1 or piece in "*+?") and branches[-1]:
            branches[-1][-1] = _repeated(branches[-1][-1], piece)
        else:
            branches[-1].append(_single(piece, letters))
    return branches, at


def _repeated(part: Part, piece: str) -> Part:
    part.least = 0 if piece[0] in "*?" else 1 if piece[0] == "+" else int(re.findall(r"\d+", piece)[0])
    part.most_one = piece[0] == "?"
    return part


def _single(piece: str, letters: str) -> Part:
    if piece in ("\\b", "^", "$"):
        return Part("edge")
    if piece[0] == "[":
        if piece[1] != "^" and all(c in letters for c in piece[1:-1]):
            return Part("name", piece[1:-1])
        return Part("gap" if piece[1] != "^" and piece.isascii() and not re.search(r"\w|\\[DSW]", piece) else "any")
    if piece[0] == "\\" and len(piece) > 1:
        return Part("gap" if piece == "\\s" or not (piece[1].isalnum() or piece[1] == "_") else "any")
    if piece in letters:
        return Part("name", piece)
    if piece in "._":
        return Part("any")
    return Part("letter", piece) if piece.isalnum() else Part("gap")


def _of_parts(parts: list[Part], start: bool, closing: bool) -> tuple[Needs, bool]:
    """The needs of a sequence; `start`: a word can only begin here; `closing`: a word that ends here is whole."""
    found: Needs = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if part.kind == "letter":
            word, at = _word(parts, at, closing)
            if start and word and part.least:
                found.append(frozenset({word}))
            start = False
            continue
        at += 1
        if part.kind == "group":
            inner, after = _of_group(part, start, _closes(parts, at, closing))
            if part.least:
                found += inner
            start = after if part.least else start and after
        elif part.kind == "name":
            found += [frozenset(letter + END for letter in part.text)] if part.least else []
            start = False
        elif part.kind in ("gap", "edge"):
            start = start or part.least > 0
        elif part.kind == "any":
            start = False
    return found, start


def _closes(parts: list[Part], at: int, closing: bool) -> bool:
    """Whether what follows ends a word."""
    while at < len(parts) and parts[at].kind == "look":
        at += 1
    return closing if at == len(parts) else parts[at].kind in ("gap", "edge") and parts[at].least > 0


def _word(parts: list[Part], at: int, closing: bool) -> tuple[str, int]:
    """The beginning of a word that letters from a place on spell, empty where it is too short; and where they end."""
    letters = ""
    while at < len(parts) and parts[at].kind == "letter":
        part = parts[at]
        if part.least == 0 or not part.most_one:
            letters += part.text if part.least else ""
            return (letters[:LONGEST] if len(letters) >= SHORTEST else ""), at + 1
        letters += part.text
        at += 1
    if len(letters) > LONGEST:
        return letters[:LONGEST], at
    if _closes(parts, at, closing):
        return letters + END, at
    return (letters if len(letters) >= SHORTEST else ""), at


def _of_group(group: Part, start: bool, closing: bool) -> tuple[Needs, bool]:
    """The needs all alternatives share: one of what each needs most."""
    closing = closing and group.most_one
    made = [_of_parts(branch, start, closing) for branch in group.branches]
    after = all(end for _, end in made)
    if len(made) == 1:
        return made[0][0], after
    if any(not found for found, _ in made):
        return [], after
    return [frozenset().union(*(_rarest(found) for found, _ in made))], after


def _rarest(found: Needs) -> frozenset[str]:
    """The need that says most: of the longest beginnings, and of few."""
    return max(found, key=lambda keys: (min(len(k) if k.isascii() else LONGEST for k in keys), -len(keys)))
