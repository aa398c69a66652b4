"""The grammar as a whole: quotes stand in their text, whole documents give many kinds, hostile sentences end soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from english_told import read, told

from dragoman.extract import en
from dragoman.extract.draft import Reading, Sentence
from dragoman.extract.en.lexicon import forms, singular
from dragoman.extract.en.line import Line
from dragoman.extract.en.shapes import pattern
from dragoman.model.document import Document

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
SECONDS = 4.0  # for 100,000 hostile characters on a busy machine; they take under 1 second on an idle one


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_quotes_are_short_and_stand_in_their_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    reading, drafts = read(text)
    assert drafts
    for draft in drafts:
        assert 0 <= draft.start < draft.end <= len(reading.text)
        assert draft.end - draft.start <= 220
        assert text[draft.start : draft.end].strip() == text[draft.start : draft.end]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("visit_city.txt", "delegation visit organisation person place role agreement partnership presence technology event"),
        ("pavilion_release.txt", "event delegation organisation person role statistic partnership technology project"),
        ("tracker_giants.txt", "organisation presence partnership statistic technology project membership"),
    ],
)
def test_a_document_gives_the_kinds_it_is_made_of(name: str, kinds: str) -> None:
    path = next(p for p in TEXTS if p.name == name)
    found = {t.kind for t in told(path.read_text(encoding="utf-8"))}
    assert set(kinds.split()) <= found


@pytest.mark.parametrize(
    "unit",
    [
        "alpha ",
        "Alpha Beta ",
        "a, b and c, ",
        "the delegation visited ",
        "12 34,000 million ",
        "to find partners and ",
        '"x said ',
        "Expo of the ",
        "(((",
        "has been ",
    ],
)
def test_hostile_sentences_end_soon(unit: str) -> None:
    text = (unit * (100_000 // len(unit)))[:100_000]
    pieces = [text[at : at + 3_900] for at in range(0, 39_000, 3_900)]
    sentences = [Sentence(n * 3_900, n * 3_900 + len(p), p, "en") for n, p in enumerate(pieces)]
    sentences.append(Sentence(0, len(text), text, "en"))
    started = time.process_time()
    en.find(Reading(Document("d", "d", "text/plain", text), sentences, [], "en"))
    assert time.process_time() - started < SECONDS


def test_the_mask_keeps_every_offset() -> None:
    sentence = Sentence(10, 41, "Rover Co. Ltd came to Kazan U.S.", "en")
    line = Line(sentence, [])
    assert len(line.mask) == len(sentence.text)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("sign", "signing"),
        ("set up/set up", "setting up"),
        ("supply", "supplied"),
        ("hold/held", "held"),
        ("establish", "establishes"),
    ],
)
def test_verbs_are_inflected(verb: str, expected: str) -> None:
    assert expected in forms(verb)


@pytest.mark.parametrize(
    ("plural", "one"), [("batteries", "battery"), ("lasers", "laser"), ("robotics", "robotics"), ("switches", "switch")]
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_a_template_takes_optional_spaces() -> None:
    assert pattern(r"wanted:? ?<ORG>").search("Wanted: ሀሀሀ")
