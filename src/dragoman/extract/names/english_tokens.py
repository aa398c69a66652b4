"""Words and marks of an English sentence, as the patterns for names want them."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

# Plain words come first, because most tokens are; what may go on after them is left to the alternatives behind
TOKEN = re.compile(
    r"\s*+([a-z]++(?![\w&'’-])|[A-Z][a-z]++(?![\w&'’.-])"
    r"|(?:[A-Z]\.){2,}|(?:Co|Ltd|Corp|Inc|St|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sen|Rep|Gov|Lt|Capt|Bros|No|Rev|Dept)\.|[A-Z]\.(?= )"
    r"|\w+(?:&\w+)+|(?:People|Women|Children|Men|Veterans|Workers|Farmers)['’]s?\b"
    r"|\w+(?:['’](?!s\b)\w+)*(?:-(?!based|born|led|backed|funded|owned|made|headquartered)\w+)*|['’]s\b|[^\w\s])"
)  # fmt: skip


class Token(NamedTuple):
    """A word or mark; `cap` when it may be part of a name."""

    start: int
    end: int
    text: str
    cap: bool


_made = partial(tuple.__new__, Token)  # spares the call of a constructor written in Python


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a sentence: nothing but white space stands between them, so that each is found from the end of the last."""
    made, at, find = [], start, text.find
    for word in TOKEN.findall(text, start, end):
        at = find(word, at)
        after = at + len(word)
        made.append(_made((at, after, word, word[0].isupper())))
        at = after
    return made
