"""The directory of exhibitors: by stand on one page, then each with fields, exhibits and people."""

from __future__ import annotations

from dragoman.report.papers.content import Directory, Exhibit, Exhibitor
from dragoman.report.papers.flow import Bullets, Heading, Line, Paper, Run, Writing
from dragoman.report.words import CYRILLIC, HAN
from dragoman.report.worldmap import country_name
from dragoman.text.pinyin import pinyin


def directory(listed: Directory, lang: str = "en") -> Paper:
    """The directory in one language, exhibitors by name; raises `UnknownName` for a language without messages."""
    pen = Writing(lang)
    exhibitors = sorted(listed.exhibitors, key=lambda e: _order(pen.plain(e.name)))
    _by_stand(pen, exhibitors)
    pen.heading("paper.directory.exhibitors")
    for exhibitor in exhibitors:
        _entry(pen, exhibitor)
    countries = {e.country for e in exhibitors if e.country}
    number = pen.words(
        "paper.directory.number", number=pen.words.number(len(exhibitors)), countries=pen.words.number(len(countries))
    )
    return pen.paper("directory", listed.edition, (Run(number, lang),), listed.made)


def _order(name: str) -> tuple[str, str]:
    """Chinese names by their reading, Cyrillic by their own alphabet, others by their letters; capitals and marks aside."""
    from anyascii import anyascii

    letters = "".join(c for c in name if c.isalnum() or c.isspace()).strip()
    if HAN.search(letters[:1]):
        return " ".join(pinyin(letters)), name
    if CYRILLIC.search(letters[:1]):
        return letters.casefold().replace("ё", "е"), name
    return anyascii(letters).casefold(), name


def country(pen: Writing, code: str) -> str:
    """The name of a country in the paper's language; what is no code is shown as it is."""
    return country_name(code.lower(), pen.lang) if len(code) == 2 else code


def _by_stand(pen: Writing, exhibitors: list[Exhibitor]) -> None:
    placed = [e for e in exhibitors if e.stand]
    if not placed:
        return
    pen.heading("paper.directory.by_stand")
    rows = []
    for e in sorted(placed, key=lambda e: (pen.plain(e.hall), _stand_order(e.stand))):
        rows.append(((pen.line({pen.lang: e.stand}, "bold"),), (pen.line(e.hall),), (pen.line(e.name),)))
    pen.grid(("paper.directory.stand", "paper.directory.hall", "paper.directory.exhibitor"), rows, (1.1, 2, 6))


def _stand_order(label: str) -> tuple[str, int, str]:
    letters = label.rstrip("0123456789")
    digits = label[len(letters) :]
    return letters, int(digits) if digits else -1, label


def _entry(pen: Writing, e: Exhibitor) -> None:
    pen.blocks.append(Heading(2, pen.line(e.name)))
    where: list[Line] = [pen.line({pen.lang: country(pen, e.country)}), pen.line(e.hall)]
    if e.stand:
        where.append((Run(pen.words("paper.directory.at", stand=e.stand), pen.lang),))
    pen.facts({
        "paper.directory.where": pen.joined([w for w in where if w]),
        "paper.directory.fields": pen.joined([pen.line(f) for f in e.fields], "paper.semicolon"),
        "paper.directory.about": pen.said(e.about) if e.about else (),
        "paper.directory.people": pen.joined([pen.person(p) for p in e.people], "paper.semicolon"),
        "paper.directory.link": (Run(e.link, "en"),) if e.link else (),
    })  # fmt: skip
    if e.exhibits:
        pen.blocks.append(Bullets(tuple(_exhibit(pen, x) for x in e.exhibits)))


def _exhibit(pen: Writing, exhibit: Exhibit) -> Line:
    trl: Line = (Run(pen.words("paper.directory.trl", level=exhibit.trl), pen.lang, "soft"),) if exhibit.trl else ()
    parts = [pen.line(exhibit.name, "bold"), pen.line(exhibit.uses), trl]
    return pen.joined([p for p in parts if p], "paper.dot")
