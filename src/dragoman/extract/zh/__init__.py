"""Chinese grammar: from sentences with names to drafts of claims. No segmenter: longest match and delimiters."""

from __future__ import annotations

import re
from functools import partial

from dragoman.extract.draft import Draft, Name, Reading, Sentence
from dragoman.extract.grammar import circumstances, figures, named, occasions
from dragoman.extract.grammar.rule import Grammar, Rule
from dragoman.extract.grammar.scene import Memory, Scene
from dragoman.extract.grammar.walk import Language, walked
from dragoman.extract.zh import abroad, counts, deals, events, mentions, roles, uses, visits
from dragoman.extract.zh.words import choice, pattern

RULES: tuple[Rule, ...] = roles.RULES + visits.RULES + deals.RULES + abroad.RULES + events.RULES + uses.RULES
GRAMMAR = Grammar(RULES, pattern)
SAYS = r"(?:说|表示|介绍|指出|称|告诉|认为|强调|透露|坦言|谈到|补充)"
NAMED = rf"<PER>[^。；，、\ue000-\ue0ff]{{0,12}}{SAYS}"
PRONOUN = rf"(?:他|她){SAYS}"
FULL_WIDTH = str.maketrans(",:;()!?", "，：；（）！？")
IN_NUMBER = re.compile(r"(?<=\d)，(?=\d{3})|(?<=\d)：(?=\d\d)")


def folded(text: str) -> str:
    """A text with Chinese punctuation where it has ASCII: many pages are typed so. Same length."""
    return IN_NUMBER.sub(lambda m: "," if m[0] == "，" else ":", text.translate(FULL_WIDTH))


def staged(reading: Reading, sentence: Sentence, start: int, end: int, memory: Memory) -> Scene:
    """A stretch of a sentence with every mention in it."""
    names = [named.mention_of(n, memory) for n in sentence.names if start <= n.start and n.end <= end and proper(n)]
    scene = Scene(sentence, start, folded(reading.text[start:end]), names, memory, released=reading.released)
    mentions.find(scene)
    occasions.mark_dates(scene)
    occasions.remember(scene)
    return scene


def proper(name: Name) -> bool:
    """Whether a name may be one: an event's title and a class of bodies ("高校", "中外企业") are none of a body."""
    if name.kind != "ORG":
        return True
    if re.search(rf"(?:{choice('event_head')})[(（]", name.text):
        return False
    return not re.search(rf"(?:企业|机构|高校|院校|单位|公司等|厂商|{choice('event_head')})$", name.text)


def _drafts(scene: Scene) -> list[Draft]:
    found = [*named.names(scene), *named.described(scene, "zh"), *roles.posts(scene), *roles.stands(scene), *events.find(scene)]
    found += figures.find(scene, "zh", counts.counted)
    found += counts.fractions(scene)
    found += GRAMMAR.apply(scene)
    return [d for d in circumstances.told(scene, found) if _fits(scene, d)]


FOUNDED = re.compile(r"(?:创办|创立|创建|成立|始建|始)于$")


def _fits(scene: Scene, draft: Draft) -> bool:
    """Whether what stands around a draft lets it be: abroad is abroad, a founding is of the body named before it."""
    start = draft.start - scene.start
    if draft.rule in abroad.AT_PLACE:
        return _abroad(scene, draft)
    if draft.rule == "zh-held-when":
        bare = re.fullmatch("[今去明前后]年|近年来?|目前|当前", scene.text[start : draft.end - scene.start])
        return not bare and not FOUNDED.search(scene.text, 0, start)
    if draft.rule.startswith("zh-body-"):
        before = [m.kind for m in scene.mentions if m.end <= draft.start and m.kind in ("ORG", "EVENT")]
        return before[-1:] != ["EVENT"] and (bool(before) or scene.memory.series is None)
    return True


def _abroad(scene: Scene, draft: Draft) -> bool:
    """Whether the words of a draft tell of more than one country, or of a place that is not in China."""
    inside = [n for n in scene.sentence.names if draft.start <= n.start and n.end <= draft.end]
    places = {n.country for n in inside if n.kind in ("LOC", "GROUP")}
    return places != {"cn"} or any(n.country not in ("cn", "") for n in inside if n.kind == "ORG")


LANGUAGE = Language("zh", mentions.key, staged, _drafts, partial(pattern, NAMED), partial(pattern, PRONOUN))


def find(reading: Reading) -> list[Draft]:
    """The claims the Chinese sentences of a reading make."""
    return walked(LANGUAGE, reading)
