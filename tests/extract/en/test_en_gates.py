"""What a shape needs, the gates that tell it, and that no gate ever shuts out a match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.extract.draft import Name, Sentence
from dragoman.extract.en import phrases, wording
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.needs import needs
from dragoman.extract.en.shapes import LETTERS, MASK, pattern, shape_of

GOLD = Path(__file__).parents[2] / "gold" / "dev"


def line(text: str, *names: tuple[str, str]) -> Line:
    """A sentence with names: their words and kinds."""
    found = [Name(kind, text.index(word), text.index(word) + len(word), word, "en", "Thing") for word, kind in names]
    return Line(Sentence(0, len(text), text, "en", tuple(found), 0), found)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bsigned\s+(?:with|by)\b", [{"signed."}, {"with.", "by."}]),
        (r"\borgani[sz]e[sd]?\b", [{"organi"}]),
        (r"(?:co-)?operates\b", []),  # a word can begin before it
        (r"\bplans?\s+to\b", [{"plan"}, {"to."}]),
        (r"\b(?:has )*set up\b", [{"set."}, {"up."}]),
        (r"\bin (?:the )?[ሐሰ]++", [{"in."}, {"ሐ.", "ሰ."}]),
        (r"\b(?:sold|(?!not )exported|[xy]*) abroad\w*", [{"abroad"}]),
        (r"\bno(?: more)?(?=\s+later\b)", [{"no"}]),
        (r"[a-z]+ed\b|\bmade\b", []),
        (r"\b(?:to |not )?(?:\d+|half)", []),
    ],
)
def test_needs_of_an_expression(expression: str, expected: list[set[str]]) -> None:
    assert [set(keys) for keys in needs(expression, LETTERS)] == expected


def test_a_gate_opens_at_whole_words_only() -> None:
    opened = Gate("zorbed zorb")
    assert line("They zorb.").has(opened)
    assert not line("They zorbing.").has(opened)
    assert not line("A zorb-like thing.").has(opened)
    assert line("A zorb-like thing.").names_any(opened)


def test_a_shape_made_after_a_sentence_was_read_is_tried() -> None:
    read = line("The quuxer grumbled loudly.")
    assert [m[0] for m in read.reads(re.compile(r"\bquuxer\s+grumbled\b", re.I))] == ["quuxer grumbled"]


def test_a_shape_needs_the_names_it_speaks_of() -> None:
    shape = pattern(r"\bfrom <LOC>")
    shape_of(shape)
    assert not list(line("It came from nowhere.").finds(shape))
    assert [m[0] for m in line("It came from Brno.", ("Brno", "LOC")).finds(shape)] == ["from " + MASK["LOC"] * 4]


def test_no_gate_shuts_out_a_match() -> None:
    """Every shape of the vocabularies on every sentence of the open gold: where it matches, its gates are open."""
    shapes = [p.shape for p in phrases.phrases()]
    shapes += [t.shape for kind in ("Presence", "Partnership", "Membership") for t in wording._ties(kind)]
    matched = 0
    for file in sorted(GOLD.glob("en_*.txt")):
        sentences = re.split(r"(?<=[.!?])\s+|\n+", file.read_text(encoding="utf-8"))
        for read in (line(sentence) for sentence in sentences if sentence):
            for shape in shapes:
                if shape.low.search(read.small_mask):
                    matched += 1
                    assert read.mask_bits & shape.need == shape.need, (shape.low.pattern, read.text)
    assert matched > 100
