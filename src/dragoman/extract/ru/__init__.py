"""Russian grammar: from sentences with names to drafts of claims."""

from __future__ import annotations

from functools import partial

from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.grammar import circumstances, figures, named, occasions
from dragoman.extract.grammar.rule import Grammar, Rule
from dragoman.extract.grammar.scene import Memory, Scene
from dragoman.extract.grammar.walk import Language, walked
from dragoman.extract.ru import (
    abroad,
    counts,
    deals,
    events,
    mentions,
    roles,
    told,
    uses,
    visits,
)
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


LANGUAGE = Language("ru", mentions.stem_key, staged, _drafts, partial(pattern, NAMED), partial(pattern, PRONOUN))


def find(reading: Reading) -> list[Draft]:
    """The claims the Russian sentences of a reading make."""
    return walked(LANGUAGE, reading)
