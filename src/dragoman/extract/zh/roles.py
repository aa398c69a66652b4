# ruff: noqa: E501 (a pattern reads best on one line)
"""Who has which post, and what part a body plays in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.rule import Rule
from dragoman.extract.grammar.scene import Mention, Scene
from dragoman.extract.zh.words import HAN, choice, pattern

GAP = r"[^。；！？\ue000-\ue0ff]"
NEAR = r"[^，。；：！？\ue000-\ue0ff]"
JOIN = r"(?:、|，|,|和|与|及|以及|同|并由|会同|联合)"
PART = r"主办|承办|协办|批准|支持|指导|发起"  # a list of bodies ends where their part is named
SITES = rf"<SITE>(?:(?:(?!{PART}){NEAR}){{0,6}}{JOIN}(?:(?!{PART}){NEAR}){{0,12}}<SITE>){{0,14}}"


def _part(name: str, words: tuple[str, ...], source: str, role: str, sure: float = 0.9, full: bool = False) -> Rule:
    claims = {"participant": "who", "role": f"={role}", "event": "@event"}
    return Rule(name, words, source, "Participation", claims, sure=sure, each="who", full=full)


TAIL = rf"(?:等{NEAR}{{0,12}})?(?:共同|联合)?"
PARTS = (
    _part("zh-organized-by", ("主办",), rf"由(?P<who>{SITES}){TAIL}主办", "organizer", 0.94, True),
    _part("zh-organizes", ("主办",), rf"(?<!由)(?P<who>{SITES}){TAIL}主办(?!单位|方)", "organizer", 0.92, True),
    _part("zh-organizer-list", ("主办",), rf"主办(?:(?:单位|方|机构)(?:为|是|有|包括)|(?:单位|方|机构)?：)\s?(?P<who>{SITES})", "organizer", 0.93),
    _part("zh-undertakes", ("承办",), rf"(?P<who>{SITES}){TAIL}(?:具体)?承办(?!单位|方)", "undertaker", 0.92, True),
    _part("zh-undertaker-list", ("承办",), rf"承办(?:单位|方|机构)(?:为|是|有|包括|：|:)\s?(?P<who>{SITES})", "undertaker", 0.93),
    _part("zh-co-organizes", ("协办",), rf"(?P<who>{SITES}){TAIL}协办(?!单位|方)", "co-organizer", 0.92, True),
    _part("zh-co-organizer-list", ("协办",), rf"协办(?:单位|方)(?:为|是|有|包括|：|:)\s?(?P<who>{SITES})", "co-organizer", 0.93),
    _part("zh-initiator-list", ("发起",), rf"(?:共同|联合)?发起(?:单位|方|人)?(?:为|是|：)\s?(?P<who>{SITES})", "initiator", 0.92),
    _part("zh-guidance-list", ("指导单位", "组织单位", "执行单位", "实施单位", "运营单位", "战略合作"), rf"(?:指导|组织|执行|实施|运营|合作)(?:单位|机构|伙伴)(?:为|是|：)\s?(?P<who>{SITES})", "organizer", 0.9),
    _part("zh-invited-country", ("特邀", "主题国", "伙伴国", "合作国"), r"(?:特邀|主题|伙伴|合作)国(?:家)?(?:为|是|：)\s?(?P<who><PARTY>(?:(?:、|，|和|与|及)<PARTY>){0,8})", "guest of honour", 0.92),
    _part("zh-carried-out", ("实施", "运营"), rf"由(?P<who>{SITES}){TAIL}(?:负责)?(?:实施|运营|管理|领导|统筹)", "operator", 0.85, True),
    _part("zh-sponsors", ("冠名", "赞助"), rf"(?P<who>{SITES}){NEAR}{{0,4}}(?:总|独家)?(?:冠名|赞助)", "sponsor", 0.9, True),
    _part("zh-backs", ("提供",), rf"(?P<who>{SITES})为{NEAR}{{0,12}}提供{NEAR}{{0,8}}(?:支持|保障|赞助)", "supporter", 0.86, True),
    _part("zh-guided", ("指导",), rf"由(?P<who>{SITES}){TAIL}(?:担任)?指导(?!单位|下)", "guidance", 0.9, True),
    _part("zh-rotates", ("轮值", "主席单位"), rf"(?P<who>{SITES}){NEAR}{{0,4}}(?:任|担任|为|出任){NEAR}{{0,6}}(?:轮值{NEAR}{{1,6}}|主席单位)", "rotating partner", 0.86, True),
    _part("zh-founders", ("创办", "创建", "发起成立", "创立", "出资"), rf"(?:由)?(?P<who>{SITES}){TAIL}(?:联手|出资)?(?:创办|创建|发起成立|创立|出资建设)(?!于)", "founder", 0.86, True),
    _part("zh-is-unit", ("指导单位", "支持单位", "承办单位", "主管单位", "协办单位", "合作单位"), rf"由?(?P<who>{SITES}){NEAR}{{0,4}}(?:担任|作为|为|是){NEAR}{{0,6}}(?:指导|支持|承办|主管|协办|合作)单位", "supporter", 0.9, True),
    _part("zh-supporters", ("支持单位", "支持机构"), rf"支持(?:单位|机构)(?:为|是|有|包括|：|:)\s?(?P<who>{SITES})", "supporter", 0.93),
    _part("zh-supports", ("支持",), rf"(?:在|得到|获得)(?P<who>{SITES}){NEAR}{{0,8}}(?:的)?(?:大力|鼎力)?支持", "supporter", 0.9, True),
    _part("zh-as-supporter", ("支持单位",), rf"(?P<who>{SITES}){NEAR}{{0,14}}(?:为|作为|担任)支持单位", "supporter", 0.92, True),
    _part("zh-approved", ("批准", "审批", "同意举办"), rf"(?:经|由|获)(?P<who>{SITES}){NEAR}{{0,4}}(?:批准|审批|同意)", "approver", 0.93, True),
    _part("zh-guest", ("主宾国", "主宾省", "主宾市", "主宾城市"), rf"(?P<who><PARTY>(?:(?:、|，|和|与|及){NEAR}{{0,6}}<PARTY>){{0,8}}){NEAR}{{0,6}}，?{NEAR}{{0,16}}(?:担任|作为|应邀|成为|出任|为|任){NEAR}{{0,10}}主宾(?:国|省|市|城市)", "guest of honour", 0.93, True),
    _part("zh-guest-is", ("主宾国", "主宾省", "主宾市", "主宾城市"), r"主宾(?:国|省|市|城市)(?:为|是|由|：|分别为|分别是)(?P<who><PARTY>(?:(?:、|，|和|与|及)<PARTY>){0,8})", "guest of honour", 0.94),
    _part("zh-takes-part", ("参加", "参展", "参会", "出席", "参与"), rf"(?P<who>{SITES}){NEAR}{{0,20}}(?:参加|参展|参会|参与)(?:了|本届|此次|<EVENT>|，|。|$)", "participant", 0.8, True),
    _part("zh-co-hosts", ("联合举办", "共同举办", "共同发起", "联合发起"), rf"由?(?P<who>{SITES}){TAIL}(?:联合|共同)(?:举办|发起)", "organizer", 0.9, True),
)  # fmt: skip

BODY_FACTS = (
    Rule("zh-body-founded", ("成立于", "创建于", "创立于", "始建于", "创办于"), r"(?P<q>(?:成立|创建|创立|始建|创办)于(?P<when><DATE>))", "@org", {"incorporationDate": "when"}, sure=0.92),
    Rule("zh-body-seat", ("总部", "位于", "坐落"), r"(?P<q>(?:总部(?:设在|位于|在)|位于|坐落(?:于|在))(?P<where><LOC>))", "@org", {"seat": "where"}, sure=0.85, needs="ORG"),
)  # fmt: skip
RULES = PARTS + BODY_FACTS

TITLE = rf"(?:[{HAN}]{{0,10}}?(?:<post_before>){{0,2}})(?:<post>)(?:[、兼](?:[{HAN}]{{0,8}}?(?:<post_before>){{0,2}})(?:<post>)){{0,2}}"
BEFORE = rf"(?P<at><SITE>(?:<SITE>)?)?(?P<post>(?:{TITLE}))(?P<who><PER>)"
AFTER = rf"(?P<who><PER>)(?:<DATE>|去年|今年|现|随后|于<DATE>)?(?:是|为|，|担任|现任|任|出任|系|（)(?P<at><SITE>)?(?:的)?(?P<post>{TITLE})(?=[，。；、）]|$|说|表示|介绍|在)"
TITLED = r"(?P<who><PER>)(?P<post>(?:<post>))(?=[，。；、）]|$|说|表示|介绍|在|率|一行|对|和|与|向|会见|出席)"


def posts(scene: Scene) -> Iterator[Draft]:
    """Employment of every person whose post stands before or behind the name."""
    if not any(m.kind == "PER" for m in scene.mentions):
        return
    taken: set[int] = set()
    for name, source, sure in (("zh-post-before", BEFORE, 0.93), ("zh-post-after", AFTER, 0.92), ("zh-titled", TITLED, 0.9)):
        for match in pattern(source).finditer(scene.marked):
            who = scene.within(*match.span("who"))[0]
            again = name == "zh-post-after" and match[0][len(match["who"]) :].startswith(("担任", "出任", "兼任", "当选"))
            if who.ref is not None and (who.start not in taken or again):
                taken.add(who.start)
                yield _employment(scene, match, who, name, sure)


def _employment(scene: Scene, match: re.Match[str], who: Mention, rule: str, sure: float) -> Draft:
    assert who.ref is not None  # noqa: S101 (asked by posts)
    post = scene.text[match.start("post") : match.end("post")]
    cut = _trimmed(post)
    start = (
        match.start() if rule != "zh-post-before" or match["at"] or cut == post else match.start("post") + len(post) - len(cut)
    )
    at = scene.within(*match.span("at")) if "at" in match.re.groupindex and match["at"] else []
    employer = at[-1].ref if at and at[-1].kind in ("ORG", "UNNAMED") else None
    if at and employer is None:
        cut = "".join(m.text for m in at) + cut
    about = Ref("Employment", f"{who.ref.name} | {employer.name if employer else ''} | {cut}")
    claims = [Claim("employee", who.ref, who.text), Claim("role", cut, lang="zh")]
    if employer:
        claims.append(Claim("employer", employer, at[-1].text))
        scene.memory.last[f"employer:{who.ref.name}"] = employer
    return scene.draft(about, start, match.end(), rule, sure, *claims)


def _trimmed(post: str) -> str:
    """A post without the words of the sentence that stand before it: "在会上副市长" is "副市长"."""
    found = re.search(rf"(?:(?:{choice('post_before')}){{0,3}})(?:{choice('post')})(?:[、兼][{HAN}]{{0,10}})?$", post)
    return found[0] if found and re.search("[在的了与和、，]", post[: found.start()]) else post


STAND = re.compile(r"(?:展位|展台)(?:号|编号)?[：:\s]*(?P<stand>[A-Za-z]?\d[\dA-Za-z\-]{0,7})")


def stands(scene: Scene) -> Iterator[Draft]:
    """Exhibitors of a catalogue: a body and the number of its stand in one line."""
    match = STAND.search(scene.text)
    first = next((m for m in scene.mentions if m.kind == "ORG" and m.ref), None)
    if match is None or first is None or first.ref is None:
        return
    event = scene.memory.event or scene.memory.series
    about = Ref("Participation", f"{first.ref.name} | exhibitor | {event.name if event else ''}")
    claims = [Claim("participant", first.ref), Claim("role", "exhibitor"), Claim("stand", match["stand"])]
    if event:
        claims.append(Claim("event", event))
    a, b = min(match.start(), first.start - scene.start), max(match.end(), first.end - scene.start)
    yield scene.draft(about, a, b, "zh-stand", 0.92, *claims)
