"""PDF papers: every character has a glyph, the text reads back, fonts are embedded, sources are numbered and listed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import paper_samples as samples
import pypdfium2
import pytest

from dragoman.base.errors import Missing, UnknownName
from dragoman.model.schema import LANGUAGES
from dragoman.report.papers import fonts as fonts_module
from dragoman.report.papers.content import Condition, Said
from dragoman.report.papers.directory import directory
from dragoman.report.papers.flow import Heading, Paper, Run
from dragoman.report.papers.fonts import Fonts, fonts
from dragoman.report.papers.memo import memo
from dragoman.report.papers.pdf import pdf
from dragoman.report.papers.programme import programme
from dragoman.report.papers.visit import visit_report
from dragoman.report.words import messages

pytest.importorskip("typst", reason="the extra papers is not installed")

MAKERS: dict[str, Callable[[str], Paper]] = {
    "visit": lambda lang: visit_report(samples.visit(), lang),
    "memo": lambda lang: memo(samples.memo(), lang),
    "programme": lambda lang: programme(samples.programme(), lang, LANGUAGES),
    "directory": lambda lang: directory(samples.directory(), lang),
}


def strings(value: Any) -> Iterator[str]:
    """The words of every run, label and source in a tree of blocks."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            unset = f.name == "heads" and getattr(value, "look", "") == "agenda"
            if f.name != "look" and not unset:
                yield from strings(getattr(value, f.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings(inner)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def lost(wanted: str, data: bytes) -> set[str]:
    """Characters of a text that do not come back from a PDF (a missing glyph has no character)."""
    found = text_of(data)
    return {c for c in set(wanted) if not c.isspace() and c not in found}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_character_of_a_paper_comes_back_from_its_pdf(kind: str, lang: str) -> None:
    paper = MAKERS[kind](lang)
    wanted = "".join(t for t in strings(paper.blocks))
    wanted += "".join(strings(paper.title)) + "".join(strings(paper.subtitle)) + "".join(strings(paper.sources))
    data = pdf(paper)
    assert len(set(wanted)) > 60
    assert not lost(wanted, data)
    for source in paper.sources:
        assert source.title.replace(" ", "") in re.sub(r"\s", "", text_of(data))


def test_the_check_sees_a_missing_glyph() -> None:
    paper = visit_report(samples.visit(), "zh")
    whole = fonts()
    latin = tuple(f for f in whole.folders if "noto_sans" in f)
    if not latin:
        pytest.skip("the fonts of the extra papers are not installed")
    crippled = replace(whole, han=(), folders=latin)
    assert len(lost("".join(strings(paper.title)), pdf(paper, use=crippled))) > 5


def test_all_common_characters_of_the_three_scripts_have_a_glyph() -> None:
    han = "".join(bytes((a, b)).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF))
    cyrillic = "".join(map(chr, range(0x400, 0x460)))
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x180)]))
    signs = "«»“”‘’—–…№§°€₽¥£×±≥≤·•，。；：！？（）《》【】、"
    own = "".join(text for lang in LANGUAGES for key, text in messages(lang).items() if key.startswith("paper."))
    assert len(han) > 6_700
    assert not fonts().missing(han + cyrillic + latin + signs + own)


def test_a_character_no_font_has_is_written_as_its_code_point() -> None:
    found = fonts()
    assert found.fit("робот 🤖 机器人") == "робот [U+1F916] 机器人"
    report = replace(samples.visit(), title="Robot 🤖")
    assert "U+1F916" in text_of(pdf(visit_report(report, "en")))


def test_system_fonts_stand_in_for_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    if not any(Path(f).expanduser().is_dir() for f in fonts_module.FOLDERS):
        pytest.skip("this system has no fonts")
    try:
        found = fonts(system_only=True)
    except Missing:
        pytest.skip("this system has no font for one of the scripts")
    data = pdf(visit_report(samples.visit(), "zh"), use=found)
    assert not lost("特罗伊茨克纳米中心考察Заголовок"[:11], data)


def test_missing_parts_are_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = visit_report(samples.visit(), "en")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Missing, match=r"dragoman\[papers\]") as told:
        pdf(paper)
    assert "\n" not in str(told.value)
    monkeypatch.setattr(fonts_module, "FOLDERS", ())
    with pytest.raises(Missing, match="no latin and no han font"):
        fonts_module.fonts.__wrapped__(system_only=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_are_embedded_as_subsets_and_the_file_is_tagged(lang: str) -> None:
    data = pdf(memo(samples.memo(), lang))
    assert b"/StructTreeRoot" in data
    assert len(data) < 400_000
    assert f"({lang}".encode() in data or f"/Lang({lang}".encode() in data or f"/Lang ({lang}".encode() in data


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pdf(memo(samples.memo(), "ru")) == pdf(memo(samples.memo(), "ru"))


def test_statements_cite_sources_that_are_listed_once() -> None:
    paper = visit_report(samples.visit(), "en")
    assert paper.sources == (samples.NEWS, samples.NOTES, samples.SHEET)
    text = text_of(pdf(paper))
    assert re.search(r"its makers look for a site\.\s*1\s*,\s*2", text)
    assert text.count("В Троицк приехала делегация") == 1


def test_a_text_is_never_a_command() -> None:
    evil = '#read("/etc/passwd") *bold* $x$ @source-1 <tag> \\ "'
    report = replace(samples.visit(), title=evil, purpose=evil)
    assert '#read("/etc/passwd") *bold*' in re.sub(r"\s+", " ", text_of(pdf(visit_report(report, "en"))))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownName):
        visit_report(samples.visit(), "fr")


def test_a_long_day_is_set_by_the_hour_and_nothing_is_left_out() -> None:
    plan = samples.programme(1)
    start, step = datetime(2017, 6, 22, 9), timedelta(minutes=2)
    one = plan.entries[0]
    many = tuple(
        replace(one, key=str(n), title=f"Item {n:04}", start=start + n * step, end=start + (n + 1) * step) for n in range(200)
    )
    paper = programme(replace(plan, entries=many), "en")
    text = text_of(pdf(paper))
    assert "Thursday, 22 June 2017, 10:00" in text
    assert all(f"Item {n:04}" in text for n in range(200))


def test_titles_are_given_in_the_other_languages_once() -> None:
    text = text_of(pdf(programme(samples.programme(3), "en", LANGUAGES)))
    for lang in LANGUAGES:
        assert text.count(samples.TITLES[0][lang]) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_numbered_and_no_line_leaves_the_page(lang: str) -> None:
    document = pypdfium2.PdfDocument(pdf(visit_report(samples.visit(), lang)))
    width, height = document[0].get_size()
    for page in document:
        left, low, right, high = page.get_bbox()
        assert 0 <= left < right <= width + 1 and 0 <= low < high <= height + 1
    assert str(len(document)) in document[len(document) - 1].get_textpage().get_text_bounded()


def test_fonts_cover_is_a_value() -> None:
    thin = Fonts(("A",), ("B",), (), frozenset(map(ord, "ab")))
    assert thin.missing("abc \n") == {"c"} and thin.fit("abc") == "ab[U+0063]"


def test_an_item_is_not_cut_by_the_end_of_a_page() -> None:
    document = pypdfium2.PdfDocument(pdf(programme(samples.programme(100), "en", LANGUAGES)))
    assert len(document) > 4
    for page in document:
        text = page.get_textpage().get_text_bounded()
        assert text.count("Spherical robot") == text.count("Робот-шар") == text.count("用于搜救的球形机器人")


def test_a_cell_longer_than_a_page_goes_on_over_the_next() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    report = replace(samples.visit(), conditions=tuple(Condition("site", Said(long)) for _ in range(4)))
    text = text_of(pdf(visit_report(report, "en")))
    assert text.count("word399") == 4


def test_exhibitors_stand_in_the_order_of_their_language() -> None:
    def order(lang: str) -> list[str]:
        heads = [b for b in directory(samples.directory(), lang).blocks if isinstance(b, Heading) and b.level == 2]
        return ["".join(r.text for r in b.line) for b in heads]

    assert order("en") == ["Chongqing Instruments", "Danube Biomedical", "Sphere Robotics"]
    assert order("zh") == ["重庆仪器厂", "多瑙生物医药", "球形机器人公司"]
    assert order("ru") == ["«Дунай Биомедикал»", "«Сфера Роботикс»", "«Чунцин Инструментс»"]
