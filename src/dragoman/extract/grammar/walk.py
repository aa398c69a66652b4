"""A text under a grammar: sentence by sentence, with what the text has brought up so far and who says what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.grammar import speech
from dragoman.extract.grammar.scene import Memory, Scene, pieces
from dragoman.extract.grammar.settle import settled


@dataclass(frozen=True, slots=True)
class Language:
    """What one language brings to the walk."""

    code: str
    key: Callable[[str], str]  # what all forms of one name have in common
    staged: Callable[[Reading, Sentence, int, int, Memory], Scene]  # a stretch of a sentence with every mention in it
    drafts: Callable[[Scene], Iterable[Draft]]
    named: Callable[[], re.Pattern[str]]  # a verb of saying with its speaker; compiled at its first use
    pronoun: Callable[[], re.Pattern[str]]  # a verb of saying whose speaker was named before


def walked(language: Language, reading: Reading) -> list[Draft]:
    """The claims the sentences of a language make in a reading."""
    memory = Memory(key=language.key)
    found: list[Draft] = []
    said: list[speech.Saying] = []
    for sentence in reading.sentences:
        if sentence.lang == language.code:
            for start, end in pieces(sentence):
                scene = language.staged(reading, sentence, start, end, memory)
                found += language.drafts(scene)
                said += speech.sayings(scene, language.named(), language.pronoun())
    return settled(speech.attributed(reading.text, found, said))
