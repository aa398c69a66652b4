"""Relative ordinals (the next edition, the last but one, 上一届): a place told from the present one or from the end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.text.numbers import grammar_of


@dataclass(frozen=True, slots=True)
class Relative:
    """A place in a row at `text[start:end]`: `offset` places from `anchor`, which is `current` or `end`."""

    start: int
    end: int
    text: str
    anchor: str
    offset: int

    @property
    def plain(self) -> str:
        """The anchor with the offset: current+1 (next), end-1 (last but one)."""
        return f"{self.anchor}{self.offset:+d}"


_ONE = r"(?:\s+one(?!\s+\w))?"
PATTERNS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "en": (
        (r"the\s+one\s+before\s+the\s+last(?:\s+one)?", "end", -1),
        (r"(?:the\s+)?last\s+but\s+one|(?:the\s+second|next)\s+to(?:\s+the)?\s+last|penultimate", "end", -1),
        (r"(?:the\s+)?last\s+but\s+two|the\s+third\s+to(?:\s+the)?\s+last|antepenultimate", "end", -2),
        (rf"(?:previous|preceding){_ONE}", "current", -1),
        (rf"(?:next|following){_ONE}", "current", 1),
        (rf"current{_ONE}", "current", 0),
        (rf"last{_ONE}", "end", 0),
    ),
    "zh": (
        (r"倒数第[二2]", "end", -1),
        (r"倒数第[三3]", "end", -2),
        (r"最后一|最後一|倒数第[一1]", "end", 0),
        (r"上一(?=[届次期场轮家个位])|上(?=[届次])", "current", -1),
        (r"下一(?=[届次期场轮家个位])|下(?=届)", "current", 1),
        (r"[本这](?=[届次])", "current", 0),
    ),
    "ru": (
        (r"предпоследн(?:ий|яя|ее|ие|ей|его|ему|ем|им|их|юю)", "end", -1),
        (r"последн(?:ий|яя|ее|ей|его|ему|ем|им|юю)", "end", 0),
        (r"предыдущ(?:ий|ая|ее|ей|его|ему|ем|им|ую)|прошл(?:ый|ая|ое|ой|ого|ому|ом|ым|ую)", "current", -1),
        (r"следующ(?:ий|ая|ее|ей|его|ему|ем|им|ую)", "current", 1),
        (r"нынешн(?:ий|яя|ее|ей|его|ему|ем|им|юю)|текущ(?:ий|ая|ее|ей|его|ему|ем|им|ую)", "current", 0),
    ),
}


def _compiled(lang: str, rows: tuple[tuple[str, str, int], ...]) -> re.Pattern[str]:
    body = "|".join(f"({pattern})" for pattern, _, _ in rows)
    return re.compile(f"(?:{body})" if lang == "zh" else rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


_COMPILED = {lang: _compiled(lang, rows) for lang, rows in PATTERNS.items()}


def relative(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Relative]:
    """The relative ordinals of `text[start:end]`, in order. Which of them belong to dates ("last year") `dates` tells."""
    grammar = grammar_of(lang)
    stop = len(text) if end is None else min(end, len(text))
    made = []
    for match in _COMPILED[grammar].finditer(text, start, stop):
        _, anchor, offset = PATTERNS[grammar][(match.lastindex or 1) - 1]
        made.append(Relative(match.start(), match.end(), match[0], anchor, offset))
    return made
