"""Technologies that Chinese sentences list: fields behind "涉及 ... 等领域", things behind verbs of showing and making."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.zh.words import HAN

FIELDS = re.compile(
    r"(?:涉及|涵盖|覆盖|包括|聚焦|围绕|集中在|主要在|专注于|深耕|从事|在|布局)(?P<list>[^，。；：在]{2,70}?)(?:等)?(?:多个|众多|多|若干|前沿|重点|\d+个|[一二三四五六七八九十]大)?"
    r"(?:领域|方向|行业|板块|产业)"
)
THINGS = re.compile(
    r"(?:展出|展示|研制|研发|推出|带来|演示|主打|生产|开发|制造|供应|亮出|展品有|展品包括|产品有|产品包括|主要产品|主营产品|重点产品|成果|展品|产品)"
    r"(?:了|出|着|的有|有|包括|为|：)(?P<list>[^，。；：]{2,70})"
)
SPLIT = re.compile(r"、|以及|及其|和|与|及")
LEAD = re.compile(
    r"^(?:其|自主|自行|最新|新型|新一代|一批|一系列|多种|多款|各类|各种|全新|首款|国产|\d+[余多]?[款种项台套件个]|[一二两三四五六七八九十]+[款种项台套件个]|该|其中|我国|本国|先进的|包括)+(?:的)?"
)
TAIL = re.compile(r"(?:等.*|样品|样机|模型|新品|系列产品|系列|的.*)$")
VAGUE = re.compile(
    rf"[^{HAN}A-Za-z0-9\-]|成果|项目|方案|服务|企业|风采|魅力|实力|形象|清单|展品|新品|产品$|^技术$|^设备$|^装备$|能力|经验|文化|作用|价值|效益|"
    r"问题|工作|活动|政策|人才|资金|合作|交流|品牌|机会|惊喜|变化|希望|影响|优势|理念|信息$|资料|报告|论文|标准|"
    r"^[一-鿿]?(?:公司|大学|机构|国家|地区|城市|经济|社会|教育|旅游|金融)"
)


def fields(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the fields of a list that ends in "领域", "方向" and the like."""
    for match in FIELDS.finditer(text):
        yield from _items(text, match.start("list"), match.end("list"))


def things(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the things shown or made, where the words behind the verb are a bare list of nouns."""
    for match in THINGS.finditer(text):
        yield from _items(text, match.start("list"), match.end("list"))


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at <= end:
        cut = SPLIT.search(text, at, end)
        stop = cut.start() if cut else end
        lead = LEAD.match(text[at:stop])
        first = at + (lead.end() if lead else 0)
        last = first + len(TAIL.sub("", text[first:stop]))
        if 2 <= last - first <= 14 and not VAGUE.search(text[first:last]):
            yield first, last
        if cut is None:
            return
        at = cut.end()
