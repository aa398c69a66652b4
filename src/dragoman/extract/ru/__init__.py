"""Russian grammar: from sentences with names to drafts of claims."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.ru import abroad, deals, mentions, named, roles, visits
from dragoman.extract.ru.rule import Rule, apply
from dragoman.extract.ru.scene import Memory, Scene, pieces
from dragoman.extract.ru.words import pattern

RULES: tuple[Rule, ...] = roles.RULES + visits.RULES + deals.RULES + abroad.RULES


def find(reading: Reading) -> list[Draft]:
    """The claims the Russian sentences of a reading make."""
    memory = Memory(key=mentions.stem_key)
    found: list[Draft] = []
    for sentence in reading.sentences:
        if sentence.lang == "ru":
            for start, end in pieces(sentence):
                scene = staged(reading, sentence, start, end, memory)
                found += _drafts(scene)
    return found


def staged(reading: Reading, sentence: Sentence, start: int, end: int, memory: Memory) -> Scene:
    """A stretch of a sentence with every mention in it."""
    names = [named.mention_of(n, memory) for n in sentence.names if start <= n.start and n.end <= end]
    scene = Scene(sentence, start, reading.text[start:end], names, memory, released=reading.released)
    mentions.find(scene)
    return scene


def _drafts(scene: Scene) -> list[Draft]:
    found = [*named.names(scene), *named.described(scene, "ru")]
    found += roles.posts(scene)
    found += apply(RULES, scene, pattern)
    return found
