"""Which records a counted noun counts: "more than 3,700 enterprises" is set beside the organisations on record as taking part.

The heads are the plain words of the field in three languages. A noun in `UNCOUNTED` is known, and known to have no
records here; a noun in neither list is simply not known. In both cases nothing is compared.
"""

from __future__ import annotations

import re

# What is counted -> English and Russian stems (a word begins with one), Chinese words (the phrase holds one).
HEADS: dict[str, tuple[str, ...]] = {
    "company": (
        "enterprise", "compan", "firm", "corporation", "manufacturer", "startup",
        "предприяти", "компани", "фирм", "корпораци", "企业", "公司",
    ),
    "exhibitor": ("exhibitor", "экспонент", "участник выставки", "参展商", "参展单位"),
    "university": ("universit", "college", "университет", "вуз", "大学", "高校", "院校"),
    "institute": (
        "institute", "academ", "laborator", "институт", "академи", "лаборатори", "研究所", "研究院", "科研院所", "科研机构",
    ),
    "government": (
        "ministr", "government bod", "government agenc", "agenc", "department", "министерств", "ведомств",
        "政府部门", "政府机构",
    ),
    "organisation": (
        "organisation", "organization", "institution", "bodies", "body", "организаци", "учреждени", "机构", "单位",
    ),
    "exhibit": ("exhibit", "item", "product", "экспонат", "издели", "展品", "产品"),
    "technology": ("technolog", "технологи", "разработ", "技术"),
    "project": ("project", "проект", "项目"),
    "agreement": (
        "agreement", "contract", "memorand", "deal", "соглашени", "контракт", "договор", "меморандум",
        "协议", "合同", "备忘录",
    ),
    "country": ("countr", "nation", "стран", "государств", "国家", "国"),
    "delegation": ("delegation", "делегаци", "代表团"),
    "forum": ("forum", "conference", "seminar", "форум", "конференци", "семинар", "论坛", "会议", "研讨会"),
    "result": ("result", "achievement", "результат", "достижени", "成果"),
    "patent": ("patent", "патент", "专利"),
    "edition": ("edition", "session", "выпуск", "届"),
    "organiser": ("organiser", "organizer", "организатор", "主办"),
}  # fmt: skip
_STEMS = [s for stems in HEADS.values() for s in stems]
_LONGER = {s: longer for s in _STEMS if (longer := tuple(o for o in _STEMS if o != s and o.startswith(s)))}
UNCOUNTED = (
    "visitor", "people", "person", "participant", "guest", "expert", "delegate", "job", "metre",
    "meter", "year", "day", "visit", "buyer", "trader", "employee", "researcher", "student", "percent", "ton",
    "посетител", "человек", "гост", "эксперт", "специалист", "метр", "лет", "дней",
    "人", "人次", "嘉宾", "专家", "平方米", "观众", "客商",
)  # fmt: skip
SIGNED = re.compile(r"\bsigned\b|\bsigning\b|подписан|签约|签署|签订", re.I)
# A place or a purpose after the noun does not change what is counted.
TAIL = re.compile(r"\s(?:of|from|for|in|on|at|with|across|within|to|that|which|из|для|в|на|с|от|по)\s.*", re.I | re.S)


def counted_kinds(thing: str, about: str = "") -> tuple[str, ...]:
    """The kinds of record a counted phrase stands for, in order; empty where it cannot be compared.

    "enterprises and universities" gives both. Projects that were signed (`about` is the scope, status and quote) are
    agreements.
    """
    kinds = _kinds(thing)
    return ("agreement",) if set(kinds) == {"project"} and SIGNED.search(f"{thing} {about}") else kinds


def _kinds(thing: str) -> tuple[str, ...]:
    phrase = " ".join(thing.lower().split())
    head = TAIL.sub("", f" {phrase}").strip() or phrase
    if re.search("[\u3400-\u9fff]", phrase):
        return _chinese(phrase)
    words = re.findall(r"[^\W\d_]+", head)
    if any(w.startswith(UNCOUNTED) for w in words):
        return ()
    kinds = tuple(kind for kind, stems in HEADS.items() if any(_begins(words, head, s) for s in stems))
    return tuple(k for k in kinds if k != "technology") if "result" in kinds else kinds  # "science and technology results"


def _begins(words: list[str], head: str, stem: str) -> bool:
    """Whether a word begins with a stem and with no longer one: an exhibitor is no exhibit."""
    longer = _LONGER.get(stem, ())
    return stem in head if " " in stem else any(w.startswith(stem) and not (longer and w.startswith(longer)) for w in words)


def _chinese(phrase: str) -> tuple[str, ...]:
    """The last noun is the head; what stands before it is counted too where a comma or 和 joins them."""
    if phrase.endswith(UNCOUNTED):
        return ()
    parts = [p for p in re.split("[、，和及与]", phrase) if p]
    kinds = [next((k for k, stems in HEADS.items() if p.endswith(stems)), "") for p in parts]
    return tuple(dict.fromkeys(k for k in kinds if k))
