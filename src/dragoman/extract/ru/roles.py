# ruff: noqa: E501 (a pattern reads best on one line)
"""Who has which post, and what part a body plays in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.rule import Rule
from dragoman.extract.grammar.scene import Mention, Scene
from dragoman.extract.ru.words import pattern

NEAR = r"[^,;.!?:\ue000-\ue0ff]"
GAP = r"[^;.!?:\ue000-\ue0ff]"
BODIES = rf"<SITE>(?:(?:\s?,|\sи|\sа\sтакже|,\sа\sтакже|\sсовместно\sс)\s{GAP}{{0,30}}<SITE>){{0,12}}"


def _part(name: str, words: tuple[str, ...], lead: str, role: str, sure: float = 0.9) -> Rule:
    source = rf"(?<!\w)(?:{lead})(?P<who>{BODIES})"
    claims = {"participant": "who", "role": f"={role}", "event": "@event"}
    return Rule(name, words, source, "Participation", claims, sure=sure, each="who")


AT = rf"(?:\s<EVENT>)?{GAP}{{0,45}}(?::\s?)?{GAP}{{0,20}}"
PARTS = (
    _part("ru-organizer", ("организатор",), rf"организатор\w*{AT}", "organizer"),
    _part("ru-organized-by", ("организован", "организова", "проводит", "проведен", "проведён"),
          rf"(?:организован\w*|проводит\w*ся|провед[её]н\w*|проводим\w+)(?:\s(?:совместно|силами|усилиями)){{0,2}}\s{GAP}{{0,12}}", "organizer", 0.85),
    _part("ru-founder", ("учредител", "основател"), rf"(?:учредител|основател)\w*{AT}", "founder"),
    _part("ru-decided", ("по решению", "по указу", "по распоряжению", "по инициативе"), rf"по\s(?:решению|указу|распоряжению|инициативе)\s{GAP}{{0,15}}", "approver", 0.88),
    _part("ru-co-organizer", ("соорганизатор",), rf"соорганизатор\w*{AT}", "co-organizer"),
    _part("ru-supporter", ("при поддержке", "при содействии", "поддержку", "содействие", "помощь"),
          rf"(?:при\s(?:\w+\s){{0,2}}(?:поддержке|содействии)|(?:поддержку|содействие|помощь)\s(?:<EVENT>\s)?(?:в\s\w+\s)?оказ\w+){GAP}{{0,35}}", "supporter"),
    _part("ru-patron", ("под эгидой", "под патронатом", "под патронажем"), rf"под\s(?:эгидой|патронатом|патронажем)\s{GAP}{{0,30}}", "patron"),
    _part("ru-approver", ("одобрен", "утвержд", "санкционир"), rf"(?:одобрен\w*|утвержд[её]н\w*|санкционирован\w*)\s{GAP}{{0,25}}", "approver"),
    _part("ru-guest", ("почётн", "почетн", "страной-гост", "страна-гост", "гостем"),
          rf"(?:поч[её]тн\w+\sгост\w+|стран\w+-гост\w+){AT}", "guest of honour"),
    _part("ru-partner-country", ("страна-партн", "страной-партн", "страны-партн"), rf"стран\w+-партн[её]р\w*{AT}", "guest of honour"),
    _part("ru-sponsor", ("спонсор",), rf"спонсор\w*{AT}", "sponsor"),
    _part("ru-operator", ("оператор",), rf"оператор\w*\s<EVENT>{GAP}{{0,25}}", "operator"),
    _part("ru-participants", ("участник", "участие", "участву", "участвова"),
          rf"(?:участник\w*\s(?:<EVENT>\s)?(?:стали|—|–|были|являются)|(?:участие|участвова\w+|участву\w+)(?:\sв\s<EVENT>)?\s(?:приня\w+|также|в\sтом\sчисле))\s?{GAP}{{0,35}}", "participant", 0.85),
)  # fmt: skip
PARTS_BEFORE = (
    Rule("ru-part-taken", ("участ",), rf"(?P<who>{BODIES})\s{GAP}{{0,25}}(?:приня\w+\sучастие|участву\w+|участвова\w+)",
         "Participation", {"participant": "who", "role": "=participant", "event": "@event"}, sure=0.8, each="who"),
    Rule("ru-stand", ("стенд",), rf"(?P<q>(?<!\w)стенды?\s?(?:№|номер)?\s?(?P<stand>[a-zа-я]{{0,2}}[-–./\s]?\d[\d./-]{{0,6}}[a-zа-я]?)[.,:—–-]?\s(?:{GAP}{{0,25}}\s)?(?P<who><SITE>))",
         "Participation", {"participant": "who", "role": "=exhibitor", "stand": "stand", "event": "@event"}, sure=0.93),
    Rule("ru-holds", ("провод", "организу", "организова", "провел", "провёл"), r"(?P<q>(?<!\w)(?:центр|институт|компания|университет|союз|ассоциация|фонд|технопарк|академия)\s(?:ежегодно\s|регулярно\s)?(?:провод\w+|организу\w+|организова\w+|пров[её]л\w*)\s<EVENT>)",
         "Participation", {"participant": "@ORG", "role": "=organizer", "event": "@event"}, sure=0.85, needs="ORG"),
    Rule("ru-guest-before", ("гост",), rf"(?P<who><LAND>(?:(?:,|\sи)\s<LAND>){{0,4}})\s{GAP}{{0,40}}(?:поч[её]тн\w+\sгост\w+|стран\w+-(?:гост\w+|партн[её]р\w*))",
         "Participation", {"participant": "who*", "role": "=guest of honour", "event": "@event"}, sure=0.88),
    Rule("ru-organizer-before", ("выступ", "организатор"), rf"(?P<who>{BODIES})\s{GAP}{{0,20}}(?:выступ\w+|стал\w*|явля\w+)\s(?:\w+\s)?организатор\w*",
         "Participation", {"participant": "who*", "role": "=organizer", "event": "@event"}, sure=0.88),
    Rule("ru-organizes", ("организ", "провод", "провел", "провёл"), rf"<EVENT>\s?{GAP}{{0,25}}(?:организ\w+|провод\w+|провел\w*|пров[её]л)\s(?P<who>{BODIES})",
         "Participation", {"participant": "who*", "role": "=organizer", "event": "@event"}, sure=0.85),
)  # fmt: skip

POST = r"(?:(?:<post_before>)\s){0,3}(?:<post>)(?!\w)"
WORDS = r"(?:\s(?:и\s|по\s)?[а-яё-]{2,30}){0,6}?"
BEFORE = rf"(?<![\w-])(?P<post>{POST}{WORDS})(?:\s(?:«[^»]{{1,60}}»)?\s?(?P<at><SITE>)(?P<more>(?:\s(?:по\s)?[а-яё-]{{3,25}}){{0,4}}?))?\s?[,:—–-]?\s?(?P<who><PER>)"
AFTER = rf"(?P<who><PER>)\s?(?:,|\(|—|–|-)\s?(?:который\sявляется\s|ныне\s|это\s)?(?P<post>{POST}{WORDS})(?:\s(?P<at><SITE>)|(?=[,.;)—–]|\sи\s|$))"
IS = rf"(?P<who><PER>)\s(?:занимает\sдолжность|назначен\w*|избран\w*|работает|является|стал\w*)\s(?P<post>{POST}{WORDS})(?:\s(?P<at><SITE>)|(?=[,.;)—–]|$))"


LEADS = r"(?:возглав(?:ил\w*|ля\w+)|руковод(?:ит|ил\w*)|руководил\w*|управляет|курирует)"
LED = rf"(?<!\w)(?P<post>{LEADS})\s(?:(?P<at><SITE>)|[а-яё]{{4,}}(?:\s[а-яё]{{4,}}){{0,4}}?)\s(?:<DATE>\s)?(?P<who><PER>)"
LEADING = rf"(?P<who><PER>),?\s(?:котор\w+\s|с\s<DATE>\s)?(?P<post>{LEADS}|возглавляющ\w+|руководящ\w+)\s(?:(?P<at><SITE>)|[а-яё]{{4,}})"
HOLDS = r"(?<!\w)(?:пост|должность)\s(?P<post>[а-яё]{4,}(?:\s[а-яё]{3,}){0,4}?)(?:\s(?P<at><SITE>))?\s(?:занима\w+|занял\w*|получил\w*|перешёл\sк)\s(?P<who><PER>)"
POSTS = (
    ("ru-post-before", BEFORE, 0.93), ("ru-post-after", AFTER, 0.92), ("ru-post-is", IS, 0.9), ("ru-post-holds", HOLDS, 0.9),
    ("ru-post-leads", LEADING, 0.86), ("ru-post-led", LED, 0.86),
)  # fmt: skip


def posts(scene: Scene) -> Iterator[Draft]:
    """Employment of every person whose post stands before or behind the name."""
    if not any(m.kind == "PER" for m in scene.mentions):
        return
    taken: set[int] = set()
    for name, rule, sure in POSTS:
        for match in pattern(rule).finditer(scene.marked):
            who = scene.within(*match.span("who"))[0]
            if who.ref is None or who.start in taken:
                continue
            taken.add(who.start)
            yield _employment(scene, match, who, name, sure)


def _employment(scene: Scene, match: re.Match[str], who: Mention, rule: str, sure: float) -> Draft:
    assert who.ref is not None  # noqa: S101 (asked by posts)
    post = scene.text[match.start("post") : match.end("post")].strip(" ,")
    at = scene.within(*match.span("at")) if match["at"] else []
    employer = at[0].ref if at else None
    if at and at[0].kind in ("LOC", "GROUP"):
        post, employer = f"{post} {at[0].text}", None
    about = Ref("Employment", f"{who.ref.name} | {employer.name if employer else ''} | {post}")
    claims = [Claim("employee", who.ref, who.text), Claim("role", post, lang="ru")]
    if employer and employer.schema not in ("Place", "CountryGroup", "Project", "Platform", "Programme"):
        claims.append(Claim("employer", employer, at[0].text))
        scene.memory.last[f"employer:{who.ref.name}"] = employer
    return scene.draft(about, match.start(), match.end(), rule, sure, *claims)


BODY_FACTS = (
    Rule("ru-body-founded", ("созда", "основа", "образова", "учрежд"), r"(?P<q>(?:(?<!\w)(?:<ORG>|центр|институт|компания|университет|союз|ассоциация|предприятие|фонд)\s?)?(?<!\w)(?:созда|основа|образова|учрежд[её])н\w?\s(?:ещё\s|еще\s)?(?:в\s)?(?P<when><DATE>))",
         "@org", {"incorporationDate": "when"}, sure=0.9),
    Rule("ru-body-seat", ("располож", "базиру", "штаб-квартир", "находит"), r"(?P<q>(?:(?<!\w)(?:<ORG>|центр|институт|компания|университет|предприятие)\s?)?(?<!\w)(?:расположен\w*|базиру\w+|находит\w+|со\sштаб-квартирой|штаб-квартира\s[^.;!?,]{0,30})\s(?:в|во)\s(?:\w+\s)?(?P<where><LOC>))",
         "@org", {"seat": "where"}, sure=0.88, needs="ORG"),
)  # fmt: skip
STAND = re.compile(
    r"\s*(?:стенд|павильон\s\S{1,4},?\sстенд)\s?(?:№|номер)?\s?(?P<stand>[a-zа-я]{0,2}[-–./\s]?\d[\d./-]{0,7}[a-zа-я]?)\.?\s*",
    re.IGNORECASE,
)


def stands(scene: Scene) -> Iterator[Draft]:
    """Exhibitors of a catalogue, where the number of the stand is a sentence before the name."""
    alone = STAND.fullmatch(scene.text)
    if alone:
        scene.memory.stand = (scene.start + alone.start("stand") - 6, alone["stand"].rstrip("."))
        return
    stand, scene.memory.stand = scene.memory.stand, None
    first = next((m for m in scene.mentions if m.kind in ("ORG", "UNNAMED") and m.start - scene.start < 40), None)
    if stand is None or first is None or first.ref is None:
        return
    event = scene.memory.event or scene.memory.series
    about = Ref("Participation", f"{first.ref.name} | exhibitor | {event.name if event else ''}")
    claims = [Claim("participant", first.ref), Claim("role", "exhibitor"), Claim("stand", stand[1])]
    if event:
        claims.append(Claim("event", event))
    span = (scene.sentence.start, scene.sentence.end)
    yield Draft(about, max(0, stand[0]), first.end, tuple(claims), "ru-stand-line", 0.92, "", span)


RULES = PARTS + PARTS_BEFORE + BODY_FACTS
