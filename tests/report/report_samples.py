"""A small workspace by hand, in three languages, for the tests of the report and the exports."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.model.decision import Decision, Subject
from dragoman.model.document import Block, Document, Table
from dragoman.model.entity import Entity
from dragoman.model.fact import facts
from dragoman.model.ids import entity_id
from dragoman.model.statement import Bound, Evidence, Statement, Status
from dragoman.report.data import Case, ReportData

NEWS = """River Tech Expo opens in Mianyang
The ninth River Tech Expo opened in Mianyang on June 22, 2017 and lasts four days. It is organised by the Ministry of Tools.
More than 3 enterprises show more than 2 exhibits, and nearly 20,000 visitors are expected.
Anna Petrova, chief engineer of Polyus Robots, showed a spherical robot that helps search and rescue after earthquakes.
The robot came from the space industry. "We have no clients in China yet," Petrova said.
Polyus Robots seeks partners in Sichuan.
An unnamed Chinese aviation company sold parts for 64,000 US dollars to Russian firms last year.
A memorandum on a joint laboratory was signed by Polyus Robots and Sichuan University; 27 projects were signed.
"""
VISIT = """Делегация Мяньяна посетила Троицк
Делегация города Мяньян во главе с Ли Вэем посетила наноцентр в Троицке 5 июня 2018 года.
Гости осмотрели лабораторию искусственных алмазов. Стороны намерены создать совместный центр.
"""
PROFILE = """绵阳科技城国际博览会
中国（绵阳）科技城国际科技博览会已举办五届，有超过3700家企业参展。四川大学是长江高校联盟成员。
"""


def document(name: str, text: str, lang: str, **more: Any) -> Document:
    """A document whose lines are its blocks."""
    blocks = [Block(m.start(), m.end(), "title" if not m.start() else "paragraph", lang) for m in re.finditer(r"[^\n]+", text)]
    return Document(f"sha-{name}", name, "text/plain", text, tuple(blocks), title=text.split("\n")[0], lang=lang, **more)


@dataclass
class Made:
    """Statements under construction."""

    documents: dict[str, Document] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def say(self, doc: str, about: tuple[str, str], prop: str, value: str | tuple[str, str], quote: str, **more: Any) -> str:
        """`about` and a tuple `value` are schema and name; returns the entity's id."""
        text, source = self.documents[doc].text, f"sha-{doc}"
        start = text.index(quote)
        line = (text.rfind("\n", 0, start) + 1, text.find("\n", start))
        evidence = Evidence(source, quote, start, start + len(quote), context=line, speaker=more.pop("speaker", ""))
        key = entity_id("test", *about)
        told = value if isinstance(value, str) else entity_id("test", *value)
        original = more.pop("original_value", "" if isinstance(value, str) else value[1])
        self.statements.append(
            Statement(key, about[0], prop, told, source, original, lang=self.documents[doc].lang, evidence=(evidence,), **more)
        )
        return key

    def named(self, doc: str, about: tuple[str, str], quote: str, **props: str) -> None:
        """A name, and plain properties proved by the same words."""
        for prop, value in {"name": about[1], **props}.items():
            self.say(doc, about, prop, value, quote)


EXPO, EDITION = ("Expo", "River Tech Expo"), ("Edition", "ninth River Tech Expo")
FIVE = ("Expo", "中国（绵阳）科技城国际科技博览会")
POLYUS, TOOLS = ("Company", "Polyus Robots"), ("PublicBody", "Ministry of Tools")
SICHUAN = ("Organization", "Sichuan University")
ANNA, LI = ("Person", "Anna Petrova"), ("Person", "Ли Вэй")
MIANYANG, TROITSK, CHINA, RUSSIA = ("Place", "Mianyang"), ("Place", "Троицк"), ("Place", "China"), ("Place", "Russia")
ROBOT, AVIATION = ("Exhibit", "spherical robot"), ("Company", "an unnamed Chinese aviation company")
LEAGUE = ("Alliance", "长江高校联盟")


def made() -> Made:
    """The statements of the three documents."""
    m = Made()
    m.documents = {
        "news.txt": document("news.txt", NEWS, "en", publisher="River News", published="2017-06-23",
                             source_url="https://example.org/news"),
        "visit.txt": document("visit.txt", VISIT, "ru", publisher="Наноцентр", published="2018-06-06"),
        "profile.txt": document("profile.txt", PROFILE, "zh"),
    }  # fmt: skip
    _events(m)
    _bodies(m)
    _ties(m)
    _visit(m)
    _figures(m)
    return m


def _events(m: Made) -> None:
    n = "news.txt"
    m.named(n, EXPO, "River Tech Expo")
    m.named(n, EDITION, "The ninth River Tech Expo", ordinal="9", duration="four days")
    m.say(n, EDITION, "expo", EXPO, "The ninth River Tech Expo")
    m.say(n, EDITION, "startDate", "2017-06-22", "June 22, 2017", original_value="June 22, 2017")
    m.say(n, EDITION, "endDate", "2017-06-25", "lasts four days", inferred=True)
    m.say(n, EDITION, "location", MIANYANG, "opened in Mianyang")
    m.say(n, ("Participation", "tools"), "participant", TOOLS, "organised by the Ministry of Tools")
    m.say(n, ("Participation", "tools"), "event", EDITION, "organised by the Ministry of Tools")
    m.say(n, ("Participation", "tools"), "role", "organizer", "organised by the Ministry of Tools")
    m.named("profile.txt", FIVE, "中国（绵阳）科技城国际科技博览会")
    m.say("profile.txt", FIVE, "sessions", "5", "已举办五届")


def _bodies(m: Made) -> None:
    n = "news.txt"
    m.named(n, TOOLS, "Ministry of Tools", bodyKind="ministry", country="cn")
    m.named(n, POLYUS, "Polyus Robots", bodyKind="company", country="ru")
    m.named(n, SICHUAN, "Sichuan University", bodyKind="university", country="cn")
    m.named("profile.txt", ("Organization", "四川大学"), "四川大学", bodyKind="university", country="cn")
    m.say(n, AVIATION, "unnamed", "an unnamed Chinese aviation company", "An unnamed Chinese aviation company")
    m.named(n, ANNA, "Anna Petrova")
    m.named(n, MIANYANG, "in Mianyang", placeKind="city", country="cn", latitude="31.47", longitude="104.68")
    m.named(n, CHINA, "in China", placeKind="country", country="cn")
    m.named(n, RUSSIA, "Russian firms", placeKind="country", country="ru")
    m.named(n, ROBOT, "spherical robot", nature="exhibit")
    m.say(n, ROBOT, "use", "search and rescue", "helps search and rescue")
    m.say(n, ROBOT, "originSector", "space industry", "came from the space industry")
    m.say(n, ROBOT, "exhibitor", POLYUS, "showed a spherical robot")
    m.say(n, ROBOT, "edition", EDITION, "showed a spherical robot")


def _ties(m: Made) -> None:
    n = "news.txt"
    post = ("Employment", "anna")
    for prop, value in (("employee", ANNA), ("employer", POLYUS), ("role", "chief engineer")):
        m.say(n, post, prop, value, "Anna Petrova, chief engineer of Polyus Robots")
    none = ("Presence", "none")
    for prop, value in (("subject", POLYUS), ("place", CHINA), ("presenceKind", "sales")):
        m.say(n, none, prop, value, "We have no clients in China yet", negated=True, speaker="Anna Petrova")
    seeks = ("Request", "partners")
    for prop, value in (("requester", POLYUS), ("region", "Sichuan"), ("partnershipKind", "sought")):
        m.say(n, seeks, prop, value, "seeks partners in Sichuan", status=Status.INTENDED)
    sale = ("Sale", "aviation")
    for prop, value in (("seller", AVIATION), ("buyer", RUSSIA)):
        m.say(n, sale, prop, value, "sold parts for 64,000 US dollars to Russian firms")
    m.say(n, sale, "amount", "64000", "64,000 US dollars", unit="USD", valid_from="2016", valid_to="2016")
    memo = ("Agreement", "joint laboratory")
    ties = (("party", POLYUS), ("party", SICHUAN), ("event", EDITION), ("subject", "a joint laboratory"), ("status", "signed"))
    for prop, value in ties:
        m.say(n, memo, prop, value, "A memorandum on a joint laboratory was signed", status=Status.SIGNED)
    member = ("Membership", "四川大学")
    for prop, value in (("member", ("Organization", "四川大学")), ("organization", LEAGUE)):
        m.say("profile.txt", member, prop, value, "四川大学是长江高校联盟成员")
    m.named("profile.txt", LEAGUE, "长江高校联盟")


def _visit(m: Made) -> None:
    v = "visit.txt"
    m.named(v, LI, "Ли Вэем")
    m.named(v, TROITSK, "в Троицке", country="ru", latitude="55.48", longitude="37.30")
    sent, visit, stop = ("Delegation", "мяньян"), ("Visit", "троицк"), ("Stop", "алмазы")
    m.say(v, sent, "sender", MIANYANG, "Делегация города Мяньян")
    m.say(v, sent, "head", LI, "во главе с Ли Вэем")
    m.say(v, visit, "visitor", sent, "посетила наноцентр в Троицке")
    m.say(v, visit, "destination", TROITSK, "посетила наноцентр в Троицке")
    m.say(v, visit, "date", "2018-06-05", "5 июня 2018 года")
    m.say(v, stop, "visit", visit, "осмотрели лабораторию искусственных алмазов")
    m.say(v, stop, "shown", "искусственные алмазы", "осмотрели лабораторию искусственных алмазов")
    joint = ("Partnership", "центр")
    m.say(v, joint, "subject", MIANYANG, "намерены создать совместный центр", status=Status.INTENDED, suggested=True)
    m.say(v, joint, "object", TROITSK, "намерены создать совместный центр", status=Status.INTENDED, suggested=True)


def figure(m: Made, doc: str, value: str, counted: str, quote: str, bound: Bound = Bound.EXACT, **more: Any) -> str:
    """A reported figure."""
    about = ("Figure", f"{value} {counted}")
    m.say(doc, about, "counted", counted, quote)
    if subject := more.pop("subject", None):
        m.say(doc, about, "subject", subject, quote)
    return m.say(doc, about, "value", value, quote, bound=bound, **more)


def _figures(m: Made) -> None:
    n = "news.txt"
    figure(m, n, "3", "enterprises", "More than 3 enterprises", Bound.MORE_THAN, subject=EDITION)
    figure(m, n, "2", "exhibits", "more than 2 exhibits", Bound.MORE_THAN)
    figure(m, n, "20000", "visitors", "nearly 20,000 visitors", Bound.NEARLY, subject=EDITION)
    figure(m, n, "27", "projects signed", "27 projects were signed", subject=EDITION)
    figure(m, "profile.txt", "3700", "家企业", "超过3700家企业", Bound.MORE_THAN, subject=FIVE)


def folded(statements: list[Statement]) -> list[Entity]:
    """Entities of statements."""
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        groups.setdefault(s.entity_id, []).append(s)
    return [Entity(k, tuple(v)) for k, v in groups.items()]


def report_data(m: Made, **more: Any) -> ReportData:
    """What a workspace would hand over."""
    entities = folded(m.statements)
    captions = {e.id: e.caption for e in entities}
    given = {
        "title": "River expo", "made_at": "2026-01-05T10:00:00+00:00", "version": "0.1.0",
        "documents": list(m.documents.values()), "entities": entities, "facts": facts(m.statements, captions),
        "captions": captions, "counts": {"statements": len(m.statements)},
    }  # fmt: skip
    return ReportData(**(given | more))


def sample() -> ReportData:
    """The whole sample, with cases, a sheet and a decision."""
    m = made()
    sheet = Table("Catalogue", ("Company", "Country"), (("Polyus Robots", "Russia"), ("Orbita", "Belarus")))
    m.documents["catalogue.xlsx"] = replace(document("catalogue.xlsx", "Catalogue", "en"), text="", blocks=(), tables=(sheet,))
    row = Evidence("sha-catalogue.xlsx", "Orbita", sheet="Catalogue", row=3, column="Company")
    orbita = entity_id("test", "Company", "Orbita")
    m.statements.append(Statement(orbita, "Company", "name", "Orbita", "sha-catalogue.xlsx", evidence=(row,)))
    ids = (entity_id("test", *SICHUAN), entity_id("test", "Organization", "四川大学"))
    decision = Decision(Subject.IDENTITY, ids, "same", "rule:translation", "2026-01-05T10:00:00", "one name, two languages")
    cases = [
        Case("A", {"en": "An exhibition", "ru": "Выставка", "zh": "展览"}, "The ninth edition.", ("news.txt",), ("Who?",)),
        Case("B", "A delegation", "A visit with its stops.", ("visit.txt", "profile.txt")),
    ]  # fmt: skip
    return report_data(m, cases=cases, decisions=[decision])
