"""Russian grammar: from sentences with names to drafts of claims."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.ru import (
    abroad,
    circumstances,
    counts,
    deals,
    events,
    figures,
    mentions,
    named,
    occasions,
    roles,
    speech,
    told,
    uses,
    visits,
)
from dragoman.extract.ru.rule import Grammar, Rule
from dragoman.extract.ru.scene import Memory, Scene, pieces
from dragoman.extract.ru.settle import settled
from dragoman.extract.ru.words import pattern

RULES: tuple[Rule, ...] = roles.RULES + visits.RULES + deals.RULES + abroad.RULES + events.RULES + uses.RULES
GRAMMAR = Grammar(RULES, pattern)
SAID = (
    r"сказал|отметил|сообщил|рассказал|подчеркнул|заявил|пояснил|добавил|"
    r"уточнил|поделил|объяснил|признал|напомнил|заметил|посетовал"
)
SAYS = rf"(?:(?:{SAID})\w*|считает|говорит|отмечает|напоминает|сообщает|поясняет)"
QUIET = r"[^.;!?«»\ue000-\ue0ff]"
NAMED = rf"(?:{SAYS}\s{QUIET}{{0,80}}(?:<BODY>{QUIET}{{0,30}})?<PER>|по\sсловам\s{QUIET}{{0,60}}(?:<BODY>\s)?<PER>)"
PRONOUN = rf"(?:{SAYS}\s(?:он|она)(?!\w)|(?<!\w)(?:он|она)\s{SAYS}|по\s(?:его|её|ее)\sсловам)"


def find(reading: Reading) -> list[Draft]:
    """The claims the Russian sentences of a reading make."""
    memory = Memory(key=mentions.stem_key)
    found: list[Draft] = []
    said: list[speech.Saying] = []
    for sentence in reading.sentences:
        if sentence.lang == "ru":
            for start, end in pieces(sentence):
                scene = staged(reading, sentence, start, end, memory)
                found += _drafts(scene)
                said += speech.sayings(scene, pattern(NAMED), pattern(PRONOUN))
    return settled(speech.attributed(reading.text, found, said))


def staged(reading: Reading, sentence: Sentence, start: int, end: int, memory: Memory) -> Scene:
    """A stretch of a sentence with every mention in it."""
    here = (mentions.trimmed(n) for n in sentence.names if start <= n.start and n.end <= end and mentions.proper(n))
    names = [named.mention_of(n, memory) for n in here]
    scene = Scene(sentence, start, reading.text[start:end], names, memory, released=reading.released)
    occasions.mark_dates(scene)
    mentions.find(scene)
    occasions.remember(scene)
    return scene


def _drafts(scene: Scene) -> list[Draft]:
    found = [*named.names(scene), *named.described(scene, "ru"), *roles.posts(scene), *roles.stands(scene), *events.find(scene)]
    found += figures.find(scene, "ru", counts.counted)
    found += GRAMMAR.apply(scene)
    found += told.find(scene, found)
    return list(circumstances.told(scene, found))
