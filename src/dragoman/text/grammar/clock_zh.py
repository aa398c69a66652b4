"""Chinese times of day: 下午三点半, 今早8点, 15时20分, 上午9:00至11:30."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.text.calendars import Moment
from dragoman.text.grammar.clock import HALF, HOUR, Clock, Hand, Language
from dragoman.text.grammar.dates_zh_days import number
from dragoman.text.grammar.numerals import WIDE

PARTS = {
    "凌晨": "dawn", "清晨": "morning", "早上": "morning", "早晨": "morning", "早间": "morning", "上午": "morning", "早": "morning", "晨": "morning",
    "中午": "noon", "正午": "noon", "午间": "noon", "下午": "afternoon", "傍晚": "evening", "晚上": "night", "晚间": "night", "夜里": "night",
    "夜间": "night", "深夜": "night", "半夜": "night", "晚": "night",
}  # fmt: skip
_PART = "|".join(sorted((p for p in PARTS if len(p) > 1), key=len, reverse=True))
_N = r"(?:二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二三四五六七八九两兩])"
_M = r"(?:[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]|[0-9０-９]{1,2})"


def _time(p: str) -> str:
    """The pattern of one time; its groups end in `p`."""
    part = rf"(?P<dp{p}>{_PART}|(?<![今昨明当當每最])[早晚](?=[0-9０-９]))\s?"
    digits = rf"(?P<h{p}>[0-9０-９]{{1,2}}|{_N})\s?"
    colon = rf"[:：](?P<m{p}>[0-5０-５][0-9０-９])(?:[:：](?P<s{p}>[0-5０-５][0-9０-９]))?(?:\s?(?P<ap{p}>[ap])\.?m(?:\.|(?![a-z])))?(?![0-9０-９])"
    spoken = rf"(?P<oc{p}>[点點时時])(?:(?P<half{p}>半)|(?P<q{p}>[一三])刻|(?P<full{p}>整|钟|鐘)|\s?(?P<mm{p}>{_M})(?:\s?(?P<min{p}>分)(?:\s?(?P<ss{p}>{_M})\s?秒)?|(?![0-9０-９分人名个個家位项項年月日条條件种種])))?"
    return rf"(?:{part})?{digits}(?:{colon}|{spoken}" + ("|(?P<bare>))" if p == "a" else ")")


FULL = re.compile(
    rf"(?:(?<![0-9０-９.．:：/百第十])|(?=[凌清早上中正下傍晚夜深半]))(?<![a-zA-Z][-])(?P<lead>从|自|大约|大約|约|約)?\s?{_time('a')}(?:\s?(?P<join>-|–|—+|~|～|到|至|和|与)\s?{_time('b')})?"
    r"(?P<after>\s?(?:之前|以前|之[后後]|以[后後]|前(?![0-9一二三四五六七八九十])|[后後](?![0-9一二三四五六七八九十])|之间|之間))?"
)
TRIGGER = re.compile(rf"[0-9０-９][:：][0-5０-５][0-9０-９]|(?:[0-9０-９]|{_N})\s?[点點时時](?!间|間|代|期|候)")
OPENS = re.compile(r"\s?(?:$|[，。、；,;）)]|的?时候|的?時候|左右|整|许|許|开|開|举|舉|在|到|至|抵)")
NO_TIME = re.compile(r"(?:[几幾百这這那有下提出]|比例|比分|比)(?:为|是|了)?$")


def _hand(match: re.Match[str], p: str) -> tuple[Hand, bool] | None:
    """One time of a match, and whether its words tell it from a number."""
    g = match.groupdict()
    hours = number(g[f"h{p}"])
    if hours is None or hours > 24:
        return None
    seconds = hours * HOUR + (30 if g[f"half{p}"] else {"一": 15, "三": 45}.get(g[f"q{p}"] or "", 0)) * 60
    seconds += (_digits(g[f"m{p}"] or g[f"mm{p}"])) * 60 + _digits(g[f"s{p}"] or g[f"ss{p}"])
    hand = Hand(seconds)
    part = PARTS.get(g[f"dp{p}"] or "", "")
    if g[f"ap{p}"] == "p" and seconds < HALF:
        hand.seconds += HALF
    hand.told = bool(g[f"ap{p}"]) or seconds >= HALF + HOUR or part == "dawn"
    if part == "noon":
        hand = Hand(seconds + HALF if seconds < 4 * HOUR else seconds, True)
    hand.put(part if part not in ("dawn", "noon") else "")
    return hand, bool(part or g[f"m{p}"] or g[f"half{p}"] or g[f"q{p}"] or g[f"full{p}"] or g[f"min{p}"])


def _digits(words: str | None) -> int:
    bare = (words or "0").translate(WIDE)
    return int(bare) if bare.isdecimal() else number(bare.lstrip("零〇")) or 0


def read(match: re.Match[str]) -> Clock | None:
    """The clock a match of `FULL` tells; None where its parts make none."""
    left = _hand(match, "a")
    right = _hand(match, "b") if match["join"] else None
    if left is None or (match["bare"] is not None and right is None):
        return None
    if match["join"] and (right is None or (match["join"] in "和与" and not (match["after"] or "").endswith(("间", "間")))):
        return None
    end = match.end()
    lead, after = match["lead"] or "", (match["after"] or "").strip()
    modifier = "about" if lead.endswith(("约", "約")) else ""
    if right is None and after:
        modifier = "before" if "前" in after else "after" if after[-1] in "后後" else ""
        end = end if modifier else match.start("after")
    start = match.start("lead") if lead and (right or modifier) else match.end("lead") if lead else match.start()
    start += len(match.string[start:end]) - len(match.string[start:end].lstrip())
    strong = left[1] or bool(right) or bool(modifier)
    return Clock(start, end, left[0], right[0] if right else None, modifier, strong, lead)


def strong(text: str, start: int, stop: int) -> list[Clock]:
    """The times whose own words tell them."""
    found: list[Clock] = []
    at = start
    for trigger in TRIGGER.finditer(text, start, stop):
        if trigger.start() < at:
            continue
        for match in FULL.finditer(text, max(at, trigger.start() - 12), min(stop, trigger.end() + 24)):
            if match.start() >= trigger.end():
                break
            clock = read(match) if match.end() > trigger.start() else None
            if (
                clock
                and (clock.strong or _lone(text, match))
                and not NO_TIME.search(text, max(0, match.start() - 4), match.start())
            ):
                found.append(clock)
                at = clock.end
                break
    return found


def _lone(text: str, match: re.Match[str]) -> bool:
    """Whether an hour without minutes or part of the day is one: 三点 also counts opinions."""
    digits = match["ha"][0] not in "一二三四五六七八九两兩"
    return match["oca"] in ("时", "時") or (digits and OPENS.match(text, match.end()) is not None)


def weak_after(text: str, day: Moment, stop: int) -> Clock | None:
    """A bare hour right behind a date: 1987年1月11日八点."""
    if not TRIGGER.match(text, day.end, stop):
        return None
    match = FULL.match(text, day.end, stop)
    return read(match) if match else None


def weak_before(text: str, day: Moment, start: int) -> Clock | None:
    """Chinese names the day first."""
    return None


DATED = re.compile("(?P<day>[今昨明当當])(?P<part>早上?|晨|晚上?|夜)")


def dated(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """今早, 昨晚: days only where an hour stands behind them."""
    if near is None:
        return []
    made = []
    for match in DATED.finditer(text, start, stop):
        cut = (near + timedelta(days={"昨": -1, "明": 1}.get(match["day"], 0))).isoformat()
        part = "morning" if match["part"][0] in "早晨" else "night"
        made.append(Moment(match.start(), match.end(), first=cut, last=cut, part=part))
    return made


NEVER = re.compile("(?!)(?P<part>)")
CHINESE = Language(
    strong,
    weak_after,
    weak_before,
    dated,
    re.compile(r"[\s，,（(）)]{0,2}的?(?P<part>(?!))?"),
    re.compile("(?!)"),
    NEVER,
    NEVER,
    "；",
)
