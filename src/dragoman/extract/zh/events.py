# ruff: noqa: E501 (a pattern reads best on one line)
"""What Chinese sentences tell of an event: when and where it is held, its theme, short name, halls, honours, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Claim, Draft
from dragoman.extract.grammar.occasions import Holding, held
from dragoman.extract.grammar.rule import Rule
from dragoman.extract.grammar.scene import Scene
from dragoman.extract.zh.mentions import CEREMONIES, aliases, key
from dragoman.extract.zh.words import choice
from dragoman.model.statement import Status


@cache
def holding() -> Holding:
    """Chinese words of holding an event."""
    return Holding(
        "zh",
        re.compile(f"(?:{choice('opened')})"),
        re.compile("将|拟|定于"),
        re.compile(r"(?:在|于|落户|永久落户)$"),
        re.compile("开幕|闭幕|落幕|为期|举行"),
    )


def find(scene: Scene) -> Iterator[Draft]:
    """Every draft on an event's circumstances."""
    yield from held(scene, holding())
    for mention in scene.mentions:
        if mention.kind == "EVENT" and mention.text in CEREMONIES and mention.ref:
            a, b = mention.start - scene.start, mention.end - scene.start
            yield scene.draft(mention.ref, a, b, "zh-ceremony", 0.82, Claim("name", mention.text, lang="zh"))
    for mention, start, end, short in aliases(scene):
        if mention.ref and mention.shown:
            if mention.kind == "EVENT":
                scene.memory.short[short] = mention.ref
            scene.memory.last[f"{mention.kind if mention.kind != 'EVENT' else 'event'}:{key(short)}"] = mention.ref
            yield scene.draft(mention.ref, start, end, "zh-short-name", 0.9, Claim("alias", short, lang="zh"))


RULES = (
    Rule("zh-postponed", ("延期", "推迟", "改期", "开馆"), r"(?P<q>(?:延期|推迟|改期)(?:至|到|举行)?[^，。；]{0,14}|[^，。；]{0,8}开馆)", "@event", {"summary": "q"}, sure=0.85),
    Rule("zh-in-a-row", ("连续",), r"(?P<q>连续(?:<DATE>|[^，。；]{1,6}(?:年|届))[^，。；]{0,14}(?:举办|举行|召开))", "@event", {"summary": "q"}, sure=0.87),
    Rule("zh-manner", ("线上线下", "线上举行", "云端"), r"(?P<q>线上(?:和|与)?线下[^，。；]{0,12}|(?:在)?(?:线上|云端)举[办行])", "@event", {"summary": "q"}, sure=0.84),
    Rule("zh-grew-from", ("前身", "升级而", "更名"), r"(?P<q>(?:前身(?:为|是)|由[^，。；]{2,20}(?:升级|更名)而来|更名为)[^，。；]{0,24})", "@event", {"summary": "q"}, sure=0.84),
    Rule("zh-under-title", ("为题", "主线", "主旨"), r"(?P<q>以(?P<what>“[^”]{2,60}”|[^，。；“]{4,40})为(?:题|主线|主旨|核心议题))", "@event", {"theme": "what"}, sure=0.9),
    Rule("zh-moves", ("移师", "转场", "落户", "永久会址", "永久举办地"), r"(?P<q>(?:将)?(?:移师|转场至?|永久落户|永久会址(?:为|是|在|设在)|永久举办地(?:为|是))(?P<where><LOC>))", "@event", {"location": "where"}, sure=0.9),
    Rule("zh-certified", ("认证", "评为", "评选", "列为", "冠名"), r"(?P<q>(?:获|获得|通过|取得)(?:了)?[^，。；]{0,14}认证|被?(?:评为|评选为|列为|授予)[^，。；]{2,30})", "@event", {"result": "q"}, sure=0.85),
    Rule("zh-every-other", ("一度", "隔年", "一届"), r"(?P<q>(?:[一两二三]年一度|隔年(?:举办|举行)|[一两二三]年一届|每[两三]年一次))", "@event", {"frequency": "q"}, sure=0.9, raw=True),
    Rule("zh-greeting", ("祝贺", "贺词", "贺信", "致辞", "贺电"), r"(?P<q>(?:<PER>)?[^，。；]{0,20}(?:发来|致|送来|专门|以视频)[^，。；]{0,8}(?:祝贺|贺词|贺信|贺电|视频致辞))", "@event", {"letter": "q"}, sure=0.9),
    Rule("zh-halls", ("展区", "展馆", "分会场", "板块", "专区"), r"(?P<q>(?:分设|共设|设置|划分为|设有|分为|设)(?:了)?[^，。；]{0,6}(?:\d+|[一二两三四五六七八九十])(?:个|大)?[^，。；]{0,10}(?:展区|展馆|分会场|板块|专区))", "@event", {"summary": "q"}, sure=0.84),
    Rule("zh-first-hall", ("首设", "首次设", "增设", "新设"), r"(?P<q>(?:首设|首次设立|首次设|增设|新设)(?:了)?(?P<what>[^，。；]{2,24}(?:馆|展区|专区|展台)))", "Hall", {"name": "what"}, sure=0.9),
    Rule("zh-lasts", ("历时", "为期", "持续", "连展"), r"(?P<q>(?:历时|为期|持续|连展)(?P<when><DATE>|[一二两三四五六七八九十\d]{1,3}天))", "@event", {"duration": "q"}, sure=0.9),
    Rule("zh-theme", ("主题", "口号"), r"(?P<q>(?:以(?P<what>“[^”]{2,60}”|[^，。；“]{4,40})为(?:年度|大会)?(?:主题|口号)|主题(?:为|是|：|定为|确定为)(?P<what2>“[^”]{2,60}”|[^，。；]{2,50})))",
         "@event", {"theme": "what what2"}, sure=0.94),
    Rule("zh-when-field", ("会期", "时间", "日期", "展期"), r"(?P<q>(?:会期|展期|举办时间|展会时间|活动时间|会议时间|(?<!发布)(?<!更新)时间|(?<!发布)日期)[：\s]{1,3}(?P<when><DATE>))", "@event", {"startDate": "when"}, sure=0.9),
    Rule("zh-where-field", ("会场", "地点", "会址", "展馆", "场地"), r"(?P<q>(?:会场|举办地点|展会地点|活动地点|会议地点|地点|会址|场地)[：\s]{1,3}(?P<what>[^，。；\s]{3,30}))", "@event", {"venue": "what"}, sure=0.9),
    Rule("zh-theme-around", ("围绕",), r"(?P<q>围绕(?P<what>“[^”]{4,60}”)(?:的)?(?:主题)?)", "@event", {"theme": "what"}, sure=0.8),
    Rule("zh-hall", ("展馆", "展区", "展厅", "国家馆", "专馆", "主题馆", "专区"), r"(?P<q>(?:首次)?(?:设立|设置|开设|设|设有|增设|新增|开辟)(?:了)?(?P<what>[^，。；]{0,34}(?:展馆|展区|展厅|国家馆|专馆|主题馆|专区)))",
         "Hall", {"name": "what"}, sure=0.9),
    Rule("zh-honour", ("荣获", "被评为", "获评", "入选", "荣膺", "获得", "授予"), r"(?P<q>(?:连续[^，。；]{1,6}(?:年|届))?(?:荣获|被评为|获评|入选|荣膺|被授予|获(?:得)?(?=[^，。；]{0,20}(?:奖|称号|品牌|荣誉)))[^，。；]{2,50})",
         "@event", {"result": "q"}, sure=0.85),
    Rule("zh-letter", ("贺信", "贺电", "致贺"), r"(?P<q>(?:<PER>[^。；]{0,30})?(?:发来|致|向[^，。；]{2,40}(?:致|发来?)|发)(?:了)?(?:贺信|贺电|致贺))", "@event", {"letter": "q"}, sure=0.92),
    Rule("zh-first-time", ("首次",), r"(?P<q>(?:系|是|这是)?首次[^，。；]{3,40})", "@event", {"first": "q"}, sure=0.7, needs="EVENT"),
    Rule("zh-rhythm", ("每年", "每两年", "一年一届", "两年一届"), r"(?P<q>每(?:两|三|隔一)?年[^，。；]{0,14}(?:举办|举行|召开)[^，。；]{0,8}|[一两三]年一届)", "@event", {"frequency": "q"}, sure=0.92),
    Rule("zh-established", ("创办", "始办", "创立", "首届"), r"(?P<q>(?:创办|始办|创立|始)于(?P<when><DATE>))", "@event", {"date": "when"}, sure=0.88),
    Rule("zh-next", ("下届", "明年"), r"(?P<q>下(?:一)?届[^。；，]{0,24}(?:将|定于|拟)[^。；]{2,50})", "@event", {"summary": "q"}, Status.PLANNED, 0.88),
)  # fmt: skip
