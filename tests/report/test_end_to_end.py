"""From texts in three languages through the extractor to a page and to exports, nothing made by hand between."""

from __future__ import annotations

import json
import re

import pytest
from report_samples import document, folded
from test_html import Page

from dragoman.extract.rules import RuleExtractor
from dragoman.model.document import Document
from dragoman.model.fact import Fact, facts
from dragoman.model.statement import Statement
from dragoman.report.data import ReportData
from dragoman.report.exports import export, read_jsonl
from dragoman.report.html import render

TEXTS = {
    "opening.txt": ("en", """Seventh Lakeside Optics Fair opens in Wuhan
The 7th Lakeside Optics Fair opened in Wuhan on May 14, 2019 and lasts three days, the organizers said.
It is organized by the Ministry of Science and Technology and the Hubei Provincial Government.
More than 300 enterprises from 14 countries take part, and nearly 1,200 exhibits are on display.
Oleg Marinin, chief designer of Minsk-based Lumen Ltd, brought a fibre laser to the fair.
A memorandum on a joint laboratory was signed by Lumen Ltd and Wuhan University on Wednesday.
"""),
    "visit.txt": ("ru", """Делегация Уханя посетила Минск
Делегация провинции Хубэй во главе с вице-губернатором Ли Вэем посетила Минск 3 июня 2019 года.
Гости осмотрели Институт физики. Стороны подписали меморандум о сотрудничестве.
"""),
    "profile.txt": ("zh", """湖畔光电博览会
湖畔光电博览会由科学技术部和湖北省人民政府主办，已举办七届，有超过300家企业参展。
"""),
}  # fmt: skip


@pytest.fixture(scope="module")
def read() -> tuple[list[Document], list[Statement], list[Fact], dict[str, str]]:
    extractor = RuleExtractor(models=False)
    documents = [document(name, text, lang, published="2019-06-04") for name, (lang, text) in TEXTS.items()]
    statements = [s for d in documents for s in extractor.extract(d)]
    captions = {e.id: e.caption for e in folded(statements)}
    return documents, statements, facts(statements, captions), captions


@pytest.mark.parametrize("lang", ["en", "zh", "ru"])
def test_every_fact_stands_on_the_page_with_its_quote_marked(read, lang) -> None:  # type: ignore[no-untyped-def]
    documents, statements, found, captions = read
    assert len(found) >= 10 and {f.document for f in found} == {d.id for d in documents}
    text = render(ReportData("Lakeside", "2026-01-05", "0", documents, folded(statements), found, captions), lang)
    page = Page(text)
    targets = [a["href"][1:] for a in page.all("a") if a.get("href", "").startswith("#")]
    assert not [t for t in targets if t not in page.by_id]
    shown = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", text, re.S)
    for fact in found:
        assert [s for s in shown if f"<mark>{fact.quote}</mark>" in s], fact.quote


def test_exports_hold_what_was_read(read) -> None:  # type: ignore[no-untyped-def]
    _, statements, _, _ = read
    assert list(read_jsonl(export(statements, "jsonl"))) == statements
    sure = {s.entity_id for s in statements if not s.suggested and not s.negated}
    assert {json.loads(line)["id"] for line in export(statements, "ftm")} == sure
