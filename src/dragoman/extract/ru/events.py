# ruff: noqa: E501 (a pattern reads best on one line)
"""What Russian sentences tell of an event: when and where it is held, its theme, short name, halls, honours, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Claim, Draft
from dragoman.extract.grammar.occasions import Holding, held
from dragoman.extract.grammar.rule import Rule
from dragoman.extract.grammar.scene import Scene
from dragoman.extract.ru.words import choice
from dragoman.model.statement import Status


@cache
def holding() -> Holding:
    """Russian words of holding an event."""
    return Holding(
        "ru", re.compile(rf"(?<![\w-])(?:{choice('opened')})(?!\w)"), re.compile(r"пройд|состоится|откро|стартует|заплан|намеч|будет|начн"),
        re.compile(r"(?<!\w)(?:в|во|на)\s(?:[\w-]+\s){0,3}[«\"]?$"), re.compile(r"пройд|прош|состо|ш[её]л|шла|длил|продл"),
    )  # fmt: skip


SHORT = re.compile(r"\s?\((?:далее|сокращённо|сокращенно)?\s?[—–:-]?\s?(?P<short>[«\"]?[\wА-Яа-яЁё][\w .-]{1,30}[»\"]?)\)")


def aliases(scene: Scene) -> Iterator[Draft]:
    """Short names in brackets behind the title of an event: "(далее — Выставка)"."""
    for mention in scene.mentions:
        match = SHORT.match(scene.text, mention.end - scene.start)
        if (
            match
            and mention.kind in ("EVENT", "ORG", "PROJECT")
            and mention.ref
            and mention.shown
            and (mention.kind == "EVENT" or "далее" in match[0])
        ):
            short = match["short"].strip('«»"')
            scene.memory.last[f"event:{scene.memory.key(short)}"] = mention.ref
            yield scene.draft(mention.ref, match.start(), match.end(), "ru-short-name", 0.9, Claim("alias", short, lang="ru"))


def find(scene: Scene) -> Iterator[Draft]:
    """Every draft on an event's circumstances."""
    yield from held(scene, holding())
    yield from aliases(scene)


EVENT = {"event": "@event"}
RULES = (
    Rule("ru-theme", ("девиз", "тем", "лозунг"), r"(?P<q>(?<!\w)(?:под\s(?:девизом|лозунгом|темой)|на\sтему|(?:главн\w+\s|основн\w+\s)?(?:тема|темой|девиз|девизом)\s(?:выставки|форума|ярмарки|конкурса|конференции|<EVENT>)?\s?(?:стал\w*|:|—|–|-|была|является)?)\s?(?P<what>[«\"“][^»\"”]{3,120}[»\"”]|[^.;!?«»]{5,90}))",
         "@event", {"theme": "what"}, sure=0.9),
    Rule("ru-hall", ("зал", "павильон", "экспозици", "стенд", "зон"), r"(?P<q>(?<!\w)(?:впервые\s[^.;!?]{0,40})?(?:для\s[^.;!?,]{3,30}\s)?(?:(?:отвед\w+|отведён\w*|выделен\w*|выделил\w*|созда\w+|откры\w+|организова\w+|подготов\w+|развернут\w*|разверн[её]т\w*|оборудова\w+|работал\w*)\s[^.;!?,]{0,25})?(?:отдельн\w+\s|специальн\w+\s|национальн\w+\s|российск\w+\s|собственн\w+\s|(?!экономич)\w+ск\w+\s)(?:выставочн\w+\s)?(?:зал\w{0,3}|павильон\w{0,3}|зон\w{1,2}|экспозици\w)(?!\w)[^.;!?,]{0,60})",
         "Hall", {"name": "q"}, sure=0.8),
    Rule("ru-honour", ("удосто", "награ", "призна", "звани", "десятк", "преми", "медал", "гран-при"), r"(?P<q>(?<!\w)(?:удосто\w+|награжд\w+|признан\w*|получа?и?л\w*\s(?:звание|знак|диплом|статус|приз|премию|награду|медаль|гран-при|титул)|вош\w+\sв\s(?:десятку|число\sлучших|топ)|завоевал\w*|присвоен\w*)\s[^.;!?]{3,100})",
         "@event", {"result": "q"}, sure=0.8),
    Rule("ru-letter", ("приветств", "поздрав", "телеграмм"), r"(?P<q>(?:<PER>\s?[^.;!?]{0,30})?(?<!\w)(?:направил\w*|прислал\w*|поступил\w*|зачита\w+|огласи\w+|адресова\w+)\s[^.;!?]{0,40}(?:приветстви\w+|поздравлени\w+|поздравительн\w+\s\w+|телеграмм\w+)[^.;!?]{0,60})",
         "@event", {"letter": "q"}, sure=0.88),
    Rule("ru-next", ("следующ", "очередн"), r"(?P<q>(?<!\w)(?:следующ\w+|очередн\w+)\s(?:\w+\s)?(?:выставк\w+|ярмарк\w+|форум\w*|конференци\w+|<EVENT>)\s[^.;!?]{3,90})",
         "@event", {"summary": "q"}, Status.PLANNED, 0.85),
    Rule("ru-first-time", ("впервые",), r"(?P<q>(?<!\w)впервые\s(?:в\sистории\s)?[^.;!?,]{5,80})", "@event", {"first": "q"}, sure=0.7, needs="EVENT"),
)  # fmt: skip
