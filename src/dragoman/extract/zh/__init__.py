"""Chinese grammar: from sentences with names to drafts of claims. No segmenter: longest match and delimiters."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.ru import named
from dragoman.extract.ru.rule import Rule, apply
from dragoman.extract.ru.scene import Memory, Scene, pieces
from dragoman.extract.zh import abroad, deals, mentions, roles, visits
from dragoman.extract.zh.words import pattern

RULES: tuple[Rule, ...] = roles.RULES + visits.RULES + deals.RULES + abroad.RULES


def find(reading: Reading) -> list[Draft]:
    """The claims the Chinese sentences of a reading make."""
    memory = Memory(key=mentions.key)
    found: list[Draft] = []
    for sentence in reading.sentences:
        if sentence.lang == "zh":
            for start, end in pieces(sentence):
                found += _drafts(staged(reading, sentence, start, end, memory))
    return found


def staged(reading: Reading, sentence: Sentence, start: int, end: int, memory: Memory) -> Scene:
    """A stretch of a sentence with every mention in it."""
    names = [named.mention_of(n, memory) for n in sentence.names if start <= n.start and n.end <= end]
    scene = Scene(sentence, start, reading.text[start:end], names, memory, released=reading.released)
    mentions.find(scene)
    return scene


def _drafts(scene: Scene) -> list[Draft]:
    found = [*named.names(scene), *named.described(scene, "zh")]
    found += roles.posts(scene)
    found += apply(RULES, scene, pattern)
    return found
