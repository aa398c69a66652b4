"""Lines that say who wrote or published a text and when: "By ...", "Автор: ...", "记者 ...", a lone name under a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.read.released import date_in, date_line
from dragoman.read.vocabulary import NO_NAMES

_SURNAME = r"[A-ZА-ЯЁ][\w'’-]+"
_NAME = re.compile(rf"{_SURNAME}(?:\s(?:[A-ZА-ЯЁ]\.\s?)*{_SURNAME}){{1,3}}|(?:[A-ZА-ЯЁ]\.\s?){{1,2}}{_SURNAME}")
_LABELLED = re.compile(
    r"^(?:(?:written |story |text |reported )?by[:\s]\s*(?=[A-Z])|(?:author|reporter|correspondent|writer)s?\s*[:：]\s*|"
    r"(?:автор(?:ы)?|текст|корреспондент)\s*[:：—-]?\s*(?=[A-ZА-ЯЁ])|(?:[А-Яа-яё]+\s)?подготовил[аи]?\s*[:：]?\s*(?=[А-ЯЁ])|"
    r"(?:本报记者|本刊记者|本网记者|特约记者|通讯员|记者|作者|撰稿|文)\s*[:：/／\s]\s*|(?:本报记者|本刊记者|本网记者)\s*(?=[\u4e00-\u9fff]{2,4}$))",
    re.I,
)
_MADE = re.compile(
    r"^(?:\(?(?:source|editor|edited by|photo(?: by)?|published|updated|posted|release date|date|time|views?|hits)\s*[:：]|"
    r"(?:(?:published|posted|updated)(?: on)?|\d+ min(?:ute)?s? read\b).{0,20}\d|"
    r"(?:источник|редактор|фото|опубликовано|обновлено|дата(?: публикации)?|время|просмотров|просмотры)\s*[:：]|"
    r"[（(]?(?:来源|稿源|责任编辑|责编|编辑|发布时间|发布日期|发表时间|时间|日期|浏览次数|浏览|点击|字号|摄影|供图)\s*[:：])",
    re.I,
)
_INSIDE = re.compile(
    rf"(?:\bby|reporter|correspondent|корреспондент|автор)[:\s]\s*(?P<name>{_NAME.pattern})|记者[:：\s]\s*(?P<zh>[\u4e00-\u9fff]{{2,4}})"
)
_SPLIT = re.compile(r"\s*(?:,|、|，|;|；| and | и |\s{2,})\s*")
_COLUMNS = re.compile(r"\s{2,}|\t|\s[/|]\s")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})*")
_SENTENCE = re.compile(r"[.!?。！？]$|\s[.!?]\s")
LONGEST = 160
ALONE = 60  # characters of a line of names alone


@dataclass(frozen=True, slots=True)
class Byline:
    """Whether the line is one, and the authors it names."""

    line: bool = False
    authors: tuple[str, ...] = ()


def byline(line: str, *, bare: bool = True) -> Byline:
    """Read a line; `bare`: it stands under a title, where names or a date alone will do."""
    line = line.strip()
    if len(line) > LONGEST or "\n" in line:
        return Byline()
    if label := _LABELLED.match(line):
        return _named(line[label.end() :].strip(" ：:()（）"))
    if (_MADE.match(line) and not _SENTENCE.search(line)) or date_line(line):
        return Byline(True, _inside(line))
    return _under_title(line) if bare else Byline()


def _named(rest: str) -> Byline:
    """After a label: names, in columns with a paper, a place or a date after them. A sentence is no byline."""
    first = _COLUMNS.split(rest)[0]
    if not first or len(rest) > 110 or _SENTENCE.search(rest):
        return Byline()
    if chinese := _CHINESE_NAME.match(first):
        return Byline(True, tuple(chinese[0].split()))
    names = [n[0] for p in _SPLIT.split(first) if (n := _NAME.match(p))]
    return Byline(True, tuple(names)) if names else Byline()


def _under_title(line: str) -> Byline:
    """Names alone; names and a date; or columns of which the first or last is a date."""
    date, start, end = date_in(line)
    rest = f"{line[:start]}{line[end:]}".strip(" ,;/|–—-")
    if len(rest) <= ALONE and _only_names(rest):
        return Byline(True, tuple(_SPLIT.split(rest)))
    at_edge = len(date) == 10 and (start == 0 or not line[end:].strip(" .,0123456789:"))
    if at_edge and not _SENTENCE.search(rest) and (start == 0 or _COLUMNS.search(line)):
        return Byline(True, _inside(line))
    return Byline()


def _inside(line: str) -> tuple[str, ...]:
    return tuple(m["name"] or m["zh"] for m in _INSIDE.finditer(line))


def _only_names(line: str) -> bool:
    names = _SPLIT.split(line)
    return all(_NAME.fullmatch(n) and not any(w.lower().strip(".") in NO_NAMES for w in re.split(r"[\s-]", n)) for n in names)
