"""Words and marks of an English sentence, as the patterns for names want them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Plain words come first, because most tokens are; what may go on after them is left to the alternatives behind
TOKEN = re.compile(
    r"\s*+([a-z]++(?![\w&'’-])|[A-Z][a-z]++(?![\w&'’.-])"
    r"|(?:[A-Z]\.){2,}|(?:Co|Ltd|Corp|Inc|St|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sen|Rep|Gov|Lt|Capt|Bros|No|Rev|Dept)\.|[A-Z]\.(?= )"
    r"|\w+(?:&\w+)+|(?:People|Women|Children|Men|Veterans|Workers|Farmers)['’]s?\b"
    r"|\w+(?:['’](?!s\b)\w+)*(?:-(?!based|born|led|backed|funded|owned|made|headquartered)\w+)*|['’]s\b|[^\w\s])"
)  # fmt: skip


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word or mark; `cap` when it may be part of a name."""

    start: int
    end: int
    text: str
    cap: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a sentence."""
    return [Token(m.start(1), m.end(), word := m[1], word[0].isupper()) for m in TOKEN.finditer(text, start, end)]
