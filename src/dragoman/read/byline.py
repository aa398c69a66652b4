"""Lines that say who wrote or published a text: "By ...", "Автор: ...", "记者 ...", a lone name under a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.read.vocabulary import NO_NAMES

_SURNAME = r"[A-ZА-ЯЁ][\w'’-]+"
_LABELLED = re.compile(
    r"^(?:(?:written |story |text |reported )?by[:\s]\s*(?=[A-Z])|(?:author|reporter|correspondent|writer)s?\s*[:：]\s*|"
    r"(?:автор(?:ы)?|текст|корреспондент|подготовил[аи]?)\s*[:：—-]?\s*(?=[A-ZА-ЯЁ])|"
    r"(?:本报记者|本刊记者|本网记者|特约记者|通讯员|记者|作者|撰稿|文)\s*[:：/／\s]\s*|(?:本报记者|本刊记者|本网记者)\s*(?=[\u4e00-\u9fff]{2,4}$))",
    re.I,
)
_MADE = re.compile(
    r"^(?:\(?(?:source|editor|edited by|photo(?: by)?|published|updated|posted|release date|date|time|views?|hits)\s*[:：]|"
    r"(?:источник|редактор|фото|опубликовано|обновлено|дата(?: публикации)?|время|просмотров|просмотры)\s*[:：]|"
    r"[（(]?(?:来源|稿源|责任编辑|责编|编辑|发布时间|发布日期|发表时间|时间|日期|浏览次数|浏览|点击|字号|摄影|供图)\s*[:：])",
    re.I,
)
_DATED = re.compile(
    r"^(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[./]\d{1,2}[./]\d{4})[\s,]*(?:\d{1,2}:\d\d(?::\d\d)?)?"
    r"(?:\s*(?:来源|source|источник|作者|\|).{0,60})?$",
    re.I,
)
_NAME = re.compile(rf"{_SURNAME}(?:\s(?:[A-ZА-ЯЁ]\.\s?)*{_SURNAME}){{1,3}}|(?:[A-ZА-ЯЁ]\.\s?){{1,2}}{_SURNAME}")
_SPLIT = re.compile(r"\s*(?:,|、|，|;|；| and | и |\s{2,})\s*")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})*")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whether the line is one, and the authors it names."""

    line: bool = False
    authors: tuple[str, ...] = ()


def byline(line: str, *, bare: bool = True) -> Byline:
    """Read a line; `bare` also takes a name alone on it."""
    line = line.strip()
    if len(line) > 160:
        return Byline()
    if label := _LABELLED.match(line):
        return _named(line[label.end() :].strip(" ：:()（）"))
    if _MADE.match(line) or _DATED.match(line):
        return Byline(True)
    if bare and len(line) <= 60 and _only_names(line):
        return Byline(True, tuple(_SPLIT.split(line)))
    return Byline()


def _named(rest: str) -> Byline:
    """After a label: names, perhaps with a paper or a place after them. A sentence is no byline."""
    if len(rest) > 80 or rest.endswith((".", "。")) or not rest:
        return Byline()
    if chinese := _CHINESE_NAME.match(rest):
        return Byline(True, tuple(chinese[0].split()))
    names = [n[0] for p in _SPLIT.split(rest) if (n := _NAME.match(p))]
    return Byline(True, tuple(names)) if names else Byline()


def _only_names(line: str) -> bool:
    names = _SPLIT.split(line)
    return all(_NAME.fullmatch(n) and not any(w.lower().strip(".") in NO_NAMES for w in re.split(r"[\s-]", n)) for n in names)
