"""DOCX papers, read back with python-docx: styles, headings, tables, page numbers, sources, nothing lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import paper_samples as samples
import pytest
from docx.document import Document

from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.content import Said, Source
from dragoman.report.papers.directory import directory
from dragoman.report.papers.flow import Bullets, Facts, Grid, Heading, Line, Paper, Para
from dragoman.report.papers.memo import memo
from dragoman.report.papers.programme import programme
from dragoman.report.papers.visit import visit_report
from dragoman.report.papers.word import docx as written

PAPERS = {
    "visit": lambda lang: visit_report(samples.visit(), lang),
    "memo": lambda lang: memo(samples.memo(), lang),
    "programme": lambda lang: programme(samples.programme(), lang),
    "directory": lambda lang: directory(samples.directory(), lang),
}


def lines(paper: Paper) -> Iterator[Line]:
    for block in paper.blocks:
        if isinstance(block, Heading | Para):
            yield block.line
        elif isinstance(block, Bullets):
            yield from block.lines
        elif isinstance(block, Facts):
            yield from (value for _, value in block.rows)
        elif isinstance(block, Grid):
            yield from (line for row in block.rows for cell in row for line in cell)


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(written(paper)))


def all_text(document: Document) -> str:
    return "".join(t.text or "" for t in document.element.body.iter() if t.tag.endswith("}t"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAPERS)
def test_all_that_was_written_is_read_back(kind: str, lang: str) -> None:
    paper = PAPERS[kind](lang)
    text = all_text(opened(paper))
    for line in lines(paper):
        for run in line:
            assert run.text in text
    for source in paper.sources:
        assert source.title in text and source.url in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_lists_and_tables_have_their_styles(lang: str) -> None:
    paper = PAPERS["visit"](lang)
    document = opened(paper)
    wanted = [(f"Heading {b.level}", "".join(r.text for r in b.line)) for b in paper.blocks if isinstance(b, Heading)]
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert found[:-1] == wanted and found[-1] == ("Heading 1", paper.sources_head)
    assert document.paragraphs[1].style.name == "Title"
    assert [p.style.name for p in document.paragraphs].count("List Bullet") == sum(
        len(b.lines) for b in paper.blocks if isinstance(b, Bullets)
    )
    tables = [b for b in paper.blocks if isinstance(b, Grid | Facts)]
    assert [len(t.rows) for t in document.tables] == [len(b.rows) + isinstance(b, Grid) for b in tables]


def test_heads_of_tables_repeat_and_pages_are_numbered() -> None:
    document = opened(PAPERS["programme"]("en"))
    head = document.tables[0].rows[0]
    assert [c.text for c in head.cells] == ["Time", "What"]
    assert head._tr.trPr.xpath("w:tblHeader")
    footer = document.sections[0].footer._element
    assert [f.get(f"{{{footer.nsmap['w']}}}instr").strip() for f in footer.xpath(".//w:fldSimple")] == ["PAGE", "NUMPAGES"]


def test_notes_lead_to_their_sources() -> None:
    document = opened(PAPERS["visit"]("ru"))
    body = document.element.body
    anchors = {h.get(f"{{{body.nsmap['w']}}}anchor") for h in body.xpath(".//w:hyperlink[@w:anchor]")}
    marks = {m.get(f"{{{body.nsmap['w']}}}name") for m in body.xpath(".//w:bookmarkStart")}
    assert anchors and anchors <= marks and len(marks) == 3
    assert [r.target_ref for r in document.part.rels.values() if r.is_external] == ["https://example.org/notes"]


def test_every_part_is_xml_and_every_relation_leads_somewhere() -> None:
    with ZipFile(io.BytesIO(written(PAPERS["memo"]("zh")))) as archive:
        names = set(archive.namelist())
        for name in names:
            ElementTree.fromstring(archive.read(name))
        relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        inner = {r.get("Target") for r in relations if r.get("TargetMode") != "External"}
        assert {f"word/{t}" for t in inner} <= names


def test_hostile_text_stays_text() -> None:
    evil = Said(
        "a < b & c \x00\x1f\ufffe \ud800 ]]> </w:t>",
        (Source("<b>", url='https://example.org/?a=1&b="2"'), Source("x", url="javascript:alert(1)")),
    )
    document = opened(visit_report(replace(samples.visit(), summary=(evil,)), "en"))
    assert "a < b & c" in all_text(document) and "</w:t>" in all_text(document)
    assert not [r for r in document.part.rels.values() if r.is_external and r.target_ref.startswith("javascript")]


def test_the_same_paper_gives_the_same_bytes_and_carries_its_title() -> None:
    paper = PAPERS["memo"]("ru")
    assert written(paper) == written(paper)
    core = opened(paper).core_properties
    assert core.title == "Записка для клиента: «Лантерн Сенсорс»" and core.language == "ru-RU"
