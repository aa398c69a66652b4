"""What a Chinese number counts: the words behind it, or before it where a measure word ends the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.scene import Scene
from dragoman.extract.zh.words import HAN, left
from dragoman.model.statement import Bound
from dragoman.text.numbers import Number

MEASURE = (
    r"(?:余|多)?(?:个|家|项|名|宗|队|人次|人|位|款|种|件|台|套|所|场|次|届|份|条|座|支|批|类|"
    r"辆|架|艘|颗|间|处|对|组|轮|城|市|国|国家|县|区)(?!月|小时|百分)"
)
UNIT = r"(?:万|亿)?(?:平方米|平方公里|公里|吨|公顷|亩|千瓦|兆瓦|千克|公斤)"
BEHIND = re.compile(rf"(?:{MEASURE}|{UNIT})")
NOUN = re.compile(rf"(?!以上|以下|左右|、|和|与)[{HAN}A-Za-z“”、和与（）\ue000-\ue0ff]{{0,30}}")
ENDS = re.compile(
    r"共同|联合|打造|确立|分布|遍布|建立|加入|成立|携手|参观|考察|访问|出席|前往|来访|参展|参会|参加|参与|亮相|展示|展出|签约|签署|达成|举行|举办|将|已|被|在|为|是|了|，|。|；|、(?=\d)|(?<=[一-鿿])(?:以上|左右)|前来|汇聚|齐聚|来自|组成|现场|集中|共(?!同)|均|都|可|能|并|于|到|用于|从|涉及|具备|获|由|有|落户|入驻|达|率|超过|增长|比|同比|连续|分别|进行|用"
)
BEFORE_SHARE = re.compile(r"[^，。；：、（“”0-9%]{1,16}$")
REACHED = re.compile(r"(?:由|从|达到?|超过|约|近|为|占|的|已|比例|提高到?|下降到?|升至|降至|了)+$")
# Nouns that names end in too: before a number with a measure word they are what is counted.
GENERIC = re.compile(r"(?:论坛|代表团|考察团|研讨会|会议|发布会|推介会|对接会|洽谈会|签约仪式|大赛|比赛)$")
HELD = re.compile(r"(?:举办|举行|召开|办)$")  # so many sessions were held: the sessions are counted
VAGUE = re.compile(r"层次|角色|方面|阶段|案例|窗口|桥梁|问题|部分|特点|以来|以上|步骤|目标|小时|月|世纪|优势|关键|字|环节|维度")


def counted(scene: Scene, number: Number) -> tuple[int, int, str, str] | None:
    """The span from the bound of a number to the end of what it counts, the thing counted, and its unit."""
    text = scene.marked
    if number.percent:
        before = BEFORE_SHARE.search(text, max(0, number.outer_start - 16), number.outer_start)
        start = before.start() if before else number.outer_start
        return start, number.outer_end, REACHED.sub("", scene.text[start : number.outer_start]), "%"
    measure = BEHIND.match(text, number.end)
    if number.words and number.value < 2:
        return None
    at = max(measure.end() if measure else number.end, number.end)
    if measure is None:
        return None
    noun = NOUN.match(text, at)
    end = noun.end() if noun else at
    stop = ENDS.search(text, at, end)
    end = stop.start() if stop else end
    end = _shorter(text, at, end)
    what = scene.text[at:end].strip("“”、和与的")
    unit = scene.text[measure.start() : measure.end()].lstrip("余多")
    if VAGUE.match(what) or (number.words and number.value < 4 and (unit in ("类", "种", "大", "方", "国") or len(what) < 3)):
        return None
    if not what:
        generic = GENERIC.search(scene.text, max(0, number.outer_start - 8), number.outer_start)
        start = generic.start() if generic else left(text, number.outer_start, 10, joins="、，：（")
        what = scene.text[start : number.outer_start].strip("的共了达超约近")
        start = start if what else number.outer_start
        if unit == "届" and HELD.search(scene.text, 0, number.outer_start):
            return number.outer_start, max(at, number.outer_end), unit, unit
        if not what and unit in ("个", "次", "种", "对", "处", "组", "类", "届", "市", "城"):
            return None
        return start, max(at, number.outer_end), what or unit, unit
    return number.outer_start, at + len(scene.text[at:end].rstrip("、和与的“")), what, unit


def _shorter(text: str, at: int, end: int) -> int:
    """A counted thing ends where the next number begins."""
    digits = re.search(r"\d", text[at:end])
    return at + digits.start() if digits else end


DIGITS = "一二三四五六七八九十"
TENTHS = re.compile(
    rf"(?P<what>[^，。；：、“”]{{0,12}}?)(?P<lead>占|达|超过|超|近|约|不足|逾)?(?:了)?(?P<tenth>[{DIGITS}])成(?![员果立功年都为本效交份套型])(?P<more>以上|多|左右)?"
    rf"|(?P<part>[{DIGITS}]{{1,2}})分之(?P<of>[{DIGITS}])(?:的(?P<thing>[^，。；：、“”]{{1,10}}?)(?=来自|是|为|由|在|，|。|$))?"
)
BOUNDS = {
    "超过": "more than",
    "超": "more than",
    "逾": "more than",
    "以上": "more than",
    "多": "more than",
    "近": "nearly",
    "约": "about",
    "左右": "about",
    "不足": "less than",
}


def fractions(scene: Scene) -> Iterator[Draft]:
    """Shares told in tenths or fractions: "三成以上" is 30 %, "四分之一的展商" 25 %."""
    for match in TENTHS.finditer(scene.marked):
        if match["tenth"]:
            value = str(10 * (DIGITS.index(match["tenth"]) + 1))
            bound = BOUNDS.get(match["more"] or match["lead"] or "", "")
            what = scene.text[match.start("what") : match.end("what")]
        elif len(match["part"]) == 1:
            value = f"{100 * (DIGITS.index(match['of']) + 1) / (DIGITS.index(match['part']) + 1):.4g}"
            bound, what = "", scene.text[match.start("thing") : match.end("thing")] if match["thing"] else ""
        else:
            continue
        claims = [
            Claim("value", value, match[0], bound=Bound(bound), unit="%"),
            *([Claim("counted", what, "", "zh")] if what else []),
        ]
        yield scene.draft(
            Ref("Figure", scene.text[match.start() : match.end()]), match.start(), match.end(), "zh-fraction", 0.85, *claims
        )
