"""What Chinese sentences describe beside names: events, technologies, projects, unnamed bodies, delegations."""

from __future__ import annotations

import re

from dragoman.extract.draft import Ref
from dragoman.extract.grammar import figures
from dragoman.extract.grammar.scene import FIRST, Mention, Scene
from dragoman.extract.zh import lists
from dragoman.extract.zh.words import HAN, WORDS, anywhere, choice, entries, left, pattern, unbalanced
from dragoman.text import numbers

TITLE = 45  # characters: the longest official titles of expos
ORDINAL = re.compile(r"第([一二三四五六七八九十百零〇两\d]{1,5})届|首届")
YEAR = re.compile(r"^(?:20\d\d|19\d\d)年?")
AWARDED = re.compile(r"(?:荣获|获评|获得|被评为|评为|入选|荣膺|授予)(?:了|为)?[“《]?$")  # an honour may be named like an expo
COUNTED = re.compile(r"[\d一二两三四五六七八九十]{1,3}届")  # so many editions, not the edition of that ordinal
AFTER_HEAD = re.compile(
    rf"[（(](?:以下)?简称[：:]?[“\"]?([{HAN}A-Za-z0-9\-]{{2,20}})[”\"]?[）)]|[（(]([A-Z][A-Za-z0-9\- ]{{1,20}})[）)]"
)
SPECIFIC = ("机器人", "无人机", "激光器", "传感器", "发动机", "直升机", "雷达", "电池", "合金", "卫星", "芯片", "蓄电池")
CEREMONIES = ("签约仪式", "开幕式", "闭幕式", "揭牌仪式", "启动仪式")
SURE_WORDS = re.compile(r"中国|国际|全国|世界|亚洲|全球|“|《|20\d\d|\ue004")


def key(name: str) -> str:
    """The forms of one Chinese name have it in common: letters and digits only."""
    return "".join(c for c in name.lower() if c.isalnum())


def events(scene: Scene) -> list[Mention]:
    """Expos, editions, forums, contests; "本届展会" stands for the event the text is about and proves nothing."""
    found = []
    for short, ref in scene.memory.short.items():
        found += [_short(scene, m, short, ref) for m in re.finditer(f"(?:{ORDINAL.pattern})?{re.escape(short)}", scene.marked)]
    for part in WORDS.sections["event_head"]:
        for match in anywhere("event_head", part).finditer(scene.marked):
            mention = _event(scene, match, part)
            if mention and not any(o.start <= mention.start and mention.end <= o.end for o in found):
                found = [o for o in found if not (mention.start <= o.start and o.end <= mention.end)] + [mention]
    return found


def _event(scene: Scene, match: re.Match[str], part: str) -> Mention | None:
    text = scene.marked
    start = left(text, match.start(), TITLE, joins="和与及、")
    wide = left(text, match.start(), TITLE, joins="、")
    if wide < start and SURE_WORDS.search(text[wide : wide + 8]):
        start = wide
    for ordinal in ORDINAL.finditer(text, max(0, match.start() - TITLE), match.start()):
        if not re.search(r"[，。；：、！？（“]|举行|举办|\ue008", text[ordinal.end() : match.start()]):
            start = ordinal.start()
            break
    start += len(re.match(r"[”》）)]*", text[start:])[0])  # type: ignore[index]
    if text[start] == "届" and start and text[start - 1] in "上往历前各下":
        return Mention(
            "EVENT", scene.start + start - 1, scene.start + match.end(), scene.text[start - 1 : match.end()], None, None, False
        )
    body = scene.text[start : match.end()]
    if COUNTED.match(body) or AWARDED.search(text, 0, start):
        return None
    refers = re.match(f"(?:{choice('event_refer')})", body)
    number = ORDINAL.search(body)
    bare = start == match.start() or bool(refers and refers.end() >= match.start() - start)
    short = re.fullmatch(f"(?:{choice('event_short')})", body)
    if start == match.start() and match[0] in CEREMONIES:
        ref = scene.memory.last.setdefault(f"event:{match[0]}", Ref("Event", match[0]))
        return Mention("EVENT", scene.start + start, scene.start + match.end(), match[0], ref, None, False)
    if bare and not short and not (number and number[0] != "首届"):
        known = scene.memory.event or scene.memory.series or Ref("Event", match[0])
        scene.memory.series = scene.memory.series or known
        return Mention("EVENT", scene.start + match.start(), scene.start + match.end(), match[0], known, None, False)
    if match.start() - start < 2 and not short and not number:
        return None
    if unbalanced(body) or re.fullmatch(f"(?:{choice('event_generic')})*(?:{choice('event_head')})", body):
        return None
    ref = _event_ref(scene, body, part, number)
    named = bool(number or short or SURE_WORDS.search(text[start : match.end()]) or SURE_WORDS.search(body))
    return Mention("EVENT", scene.start + start, scene.start + match.end(), body, ref, (_ordinal(number), named))


def _short(scene: Scene, match: re.Match[str], short: str, ref: Ref | None) -> Mention:
    """A short name the text gave before, alone or as an edition: "第十三届华交会"; not that of another year: "上届华交会"."""
    if re.search("[上往历前各下]届$", scene.marked[: match.start()]):
        ref = None
    start, end = scene.start + match.start(), scene.start + match.end()
    number = _ordinal(ORDINAL.search(match[0]))
    if number is None:
        return Mention("EVENT", start, end, match[0], ref, None, False)
    made = scene.memory.last.setdefault(f"event:{key(match[0])}", Ref("Edition", match[0]))
    return Mention("EVENT", start, end, match[0], made, (number, True))


def _ordinal(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    if match[0] == "首届":
        return 1
    found = numbers.find(match[1], "zh")
    return int(found[0].value) if found else None


def _event_ref(scene: Scene, body: str, part: str, number: re.Match[str] | None) -> Ref:
    known = scene.memory.last.get(f"event:{key(body)}")
    if known:
        return known
    schema = "Edition" if part == "Expo" and (number or YEAR.match(body)) else part
    ref = scene.memory.last[f"event:{key(body)}"] = Ref(schema, body)
    return ref


def aliases(scene: Scene) -> list[tuple[Mention, int, int, str]]:
    """Short names given in brackets behind a mention: (mention, start and end in the sentence, short name)."""
    found = []
    for mention in scene.mentions:
        match = AFTER_HEAD.match(scene.text, mention.end - scene.start)
        if match and mention.ref:
            found.append((mention, match.start(), match.end(), match[1] or match[2]))
    return found


def technologies(scene: Scene) -> list[Mention]:
    """Fields from the vocabulary, and product words with what qualifies them."""
    found = []
    for spans, strong in ((lists.fields(scene.marked), True), (lists.things(scene.marked), False)):
        found += [_thing(scene, start, end, strong) for start, end in spans]
    listed_spans = [(m.start, m.end) for m in found]
    for match in anywhere("tech_head").finditer(scene.marked):
        start = left(scene.marked, match.start(), 10, joins="和与及、“”《》（）", verbs=True)
        if scene.marked[start : start + 1] in (FIRST["LOC"], "\ue005"):
            continue
        trait = re.sub(f"^(?:{choice('tech_plain')})+", "", scene.text[start : match.start()])
        start = match.start() - len(trait)
        alone = match[0] in entries("tech_alone")
        within = any(a < scene.start + match.end() and scene.start + start < b for a, b in listed_spans)
        if within or re.search(r"\d", trait):
            continue
        follows = scene.text[match.end() : match.end() + 2]
        if (
            (len(trait) >= 2 or alone or (trait and match[0] in ("合金", "电池", "陶瓷", "机器人", "无人机")))
            and not re.match("官|转移|领域|人员|公司|交流|合作|工程|展|专家|创新|服务|学院|委员", follows)
            and "\ue000" not in trait
        ):
            found.append(_thing(scene, start, match.end(), len(trait) >= 2 and match[0] in SPECIFIC))
    taken = [(m.start, m.end) for m in found]
    for match in anywhere("tech_field").finditer(scene.marked):
        a, b = scene.start + match.start(), scene.start + match.end()
        if not any(x <= a and b <= y for x, y in taken):
            found.append(_thing(scene, match.start(), match.end(), True))
    return sorted(found, key=lambda m: (m.start, -m.end))


def _thing(scene: Scene, start: int, end: int, strong: bool) -> Mention:
    text = scene.text[start:end]
    ref = scene.memory.last.setdefault(f"tech:{key(text)}", Ref("Technology", text))
    return Mention("TECH", scene.start + start, scene.start + end, text, ref, strong)


def projects(scene: Scene) -> list[Mention]:
    """Platforms, centres, plans and strategies that are named in quotation marks or told to be set up."""
    found = []
    for match in anywhere("project_head").finditer(scene.marked):
        quoted = re.search(r"“[^”]{2,30}”$", scene.text[: match.start()])
        start = quoted.start() if quoted else left(scene.marked, match.start(), 30, joins="和与及、")
        body = scene.text[start : match.end()]
        verbal = match[0].endswith("计划") and PLANNING.match(scene.text, match.end())
        if verbal or NOT_PROJECT.match(scene.text, match.end()):
            continue
        if re.match(r"百余|多个|多项|\d|一批|数|众多|近|超", body):
            continue
        if match.start() - start < 2 or unbalanced(body) or (re.search(r"\d+$", scene.text[:start]) and match[0] == "项目"):
            continue
        founded = anywhere("founded").search(scene.marked, max(0, start - 16), match.end() + 14)
        named = bool(quoted) or bool(re.match(r"国家|中国|全国|国际", body))
        if not named and (not founded or len(body) < 5):
            continue
        schema = (
            "Programme"
            if match[0].endswith(entries("programme_head"))
            else "Platform"
            if match[0].endswith(entries("platform_head"))
            else "Project"
        )
        ref = scene.memory.last.setdefault(f"project:{key(body)}", Ref(schema, body))
        found.append(
            Mention(
                "PROJECT",
                scene.start + start,
                scene.start + match.end(),
                body,
                ref,
                (named and bool(founded), bool(founded)),
                True,
                named,
            )
        )
    return found


PLANNING = re.compile(r"于|在|到|将|投资|明年|今年|\d|赴|与|向|建|用|把|从|三年|两年|派")  # behind 计划 the verb "to plan"
NOT_PROJECT = re.compile(r"师|学|院|技术|机械|与|和[^，。]{2,8}(?:合作|签)|经理|负责人|发布会|路演|对接|推介")
DOING = re.compile(r"提供|面向|由|为|负责|开展|推动|支持|服务|用于|促进|帮助|最终")
ITEMS = re.compile(r"(?:平台|项目|计划|工程|中心)(?:包括|有)?：([^。；：]{6,90})")
TITLED = re.compile(
    r"“[^”]{1,20}(?:计划|平台|工程|行动|战略|基金|项目|驿站|交易网|中心|网|港|云)”|“[^”]{1,14}”(?:[一-鿿]{0,4})(?:计划|平台|工程|行动|战略|基金|驿站|中心)"
)


def listed(scene: Scene) -> list[Mention]:
    """Projects in quotation marks, and those listed behind a colon."""
    spans = [m.span() for m in TITLED.finditer(scene.text)]
    for match in ITEMS.finditer(scene.marked):
        at = match.start(1)
        for item in re.split("(、|以及|和)", match[1]):
            if (
                len(item) >= 4
                and not DOING.match(item)
                and "，" not in item
                and not any(a < at + len(item) and at < b for a, b in spans)
            ):
                spans.append((at, at + len(item)))
            at += len(item)
    found = []
    for a, b in spans:
        text = scene.text[a:b]
        ref = scene.memory.last.setdefault(f"project:{key(text)}", Ref("Project", text.strip("“”")))
        found.append(Mention("PROJECT", scene.start + a, scene.start + b, text, ref, (False, True)))
    return found


UNNAMED = (
    r"(?:某(?:家|些)?|一家(?:未(?:具名|透露名称|公开)的)?|另一家|一所|一名)"
    rf"(?P<trait>[{HAN}A-Za-z0-9、]{{0,16}}?)(?P<body><body>)"
)


def unnamed(scene: Scene) -> list[Mention]:
    """Bodies that are told of but not named: "某科技企业", "一家俄罗斯企业"."""
    found = []
    for match in pattern(UNNAMED).finditer(scene.low):
        end = match.end() + (2 if scene.text[match.end() : match.end() + 2] == "集团" else 0)
        schema = "Company" if re.search("公司|企业|集团|厂", match["body"]) else "Organization"
        text = scene.text[match.start() : end]
        found.append(Mention("UNNAMED", scene.start + match.start(), scene.start + end, text, Ref(schema, text)))
    return found


GROUPS = re.compile(
    r"(?:代表团|使节团|经贸团|专家组|分团|展团|考察团|访问团|参访团|经贸团|经贸代表团|访华团|商务团|参展团)(?!成员|名单)|(?<=[\ue003\ue002\u4e00-\u9fff])一行(?:\d{1,3}余?人|[一二三四五六七八九十]{1,3}余?人)?(?=[，。到赴来参访考])"
)


def delegations(scene: Scene) -> list[Mention]:
    """Groups that are sent: "俄罗斯科技代表团", "副市长一行"."""
    found = []
    for match in GROUPS.finditer(scene.marked):
        start = left(
            scene.marked.replace(FIRST["ORG"], FIRST["LOC"]).replace("\ue001", "\ue005"), match.start(), 30, joins="、，与和"
        )
        if match[0].startswith("一行"):
            people = [m for m in scene.mentions if m.kind == "PER" and m.end - scene.start == match.start()]
            if not people:
                continue
            start = match.start()
        bare = start == match.start()
        text = scene.text[start : match.end()]
        known = scene.memory.last.get("delegation")
        ref = known if bare and known else Ref("Delegation", text)
        scene.memory.last["delegation"] = ref
        found.append(Mention("DELEGATION", scene.start + start, scene.start + match.end(), text, ref, None, not bare))
    return found


def find(scene: Scene) -> None:
    """Add all of them to the scene. Events, projects and delegations may contain names; the rest may not."""
    scene.swallow(figures.sums(scene, "zh"))
    scene.swallow(events(scene))
    scene.swallow(listed(scene))
    scene.swallow([m for m in projects(scene) if m.marks])
    scene.swallow(unnamed(scene))
    late = [m for m in projects(scene) if not m.marks]
    scene.add([t for t in technologies(scene) if not any(p.start <= t.start and t.end == p.end for p in late)])
    fixed = [m for m in scene.mentions if m.kind != "TECH"]
    scene.mentions += [p for p in late if all(p.end <= m.start or m.end <= p.start for m in fixed)]
    scene.mentions.sort(key=lambda m: m.start)
    scene.swallow(delegations(scene))
