"""Glosses of CC-CEDICT cut to the words a name may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 5
# What is said about the word, not in its place.
NOTE = re.compile(
    r"(?:CL:|surname |(?:old |Japanese |archaic |erroneous |used in |euphemistic |popular |nonstandard |ancient )*variant of|"
    r"see |see also|also written|also called|also pr|Taiwan pr|used |abbr\. for [^,]*$|equivalent to|same as|classifier|"
    r"(?:idiom|interjection|particle|prefix|suffix|radical|component)\b|erhua|Kangxi|fig\.|lit\.|pr\. |\[)"
)
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
ABBREVIATION = re.compile(r"abbr\. for [^,]*, ?(?:the )?|abbr\. (?:of|to) [^,]*,? ?")
OPENING = re.compile(r"^(?:to be |to |an? |the )(?=\w)", re.IGNORECASE)
PLACE = re.compile(
    r"^((?:[A-Z][\w'-]* )+)(?:(?:prefecture|county|subprefecture)[ -]level )?"
    r"(?:autonomous )?(?:county|district|city|prefecture|town|township|province|municipality)\b.*"
)
LYING = re.compile(r"^([A-Z][\w' -]+) (?:in|of) [A-Z].*")  # a proper name and where it lies
MARKS = re.compile(r"[^a-z0-9 ]+")


def glosses(tail: str) -> Iterator[str]:
    """The renderings in what stands after the reading of an entry, the first ones first, in small ASCII letters."""
    for sense in tail.split("/"):
        for part in BRACKETS.sub("", sense).split(";"):
            text = ABBREVIATION.sub("", part.strip())
            if text and not NOTE.match(text):
                yield from _cut(text)


def _cut(text: str) -> Iterator[str]:
    """A gloss without its article; "a, b" is two where both are short."""
    text = LYING.sub(r"\1", PLACE.sub(r"\1", text))
    pieces = text.split(",") if text.count(",") == 1 else [text.split(",")[0]]
    for piece in pieces:
        plain = unicodedata.normalize("NFKD", piece.strip()).encode("ascii", "ignore").decode()
        plain = OPENING.sub("", plain, count=1).lower().replace("'", "")
        words = MARKS.sub(" ", plain).split()
        if 0 < len(words) <= MOST_WORDS and any(len(w) > 1 for w in words):
            yield " ".join(words)
