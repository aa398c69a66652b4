"""Words and marks of an English sentence, as the patterns for names want them."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Co|Ltd|Corp|Inc|St|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sen|Rep|Gov|Lt|Capt|Bros|No|Rev|Dept)\.|[A-Z]\.(?= )"
    r"|\w+(?:&\w+)+|(?:People|Women|Children|Men|Veterans|Workers|Farmers)['’]s?\b"
    r"|\w+(?:['’](?!s\b)\w+)*(?:-(?!based|born|led|backed|funded|owned|made|headquartered)\w+)*|['’]s\b|[^\w\s]"
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
    return [Token(m.start(), m.end(), m.group(), m.group()[0].isupper()) for m in TOKEN.finditer(text, start, end)]
