"""Each format becomes a document: text, blocks with kinds and sources, tables, and what it says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tests_made_files as made
from dragoman.base.errors import UnknownName
from dragoman.model.document import Document
from dragoman.read import Known, checksum, read_file, read_paths, walk


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    (document,) = read_file(folder / name)
    for block in document.blocks:
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end] != ""
    assert [b.start for b in document.blocks] == sorted(b.start for b in document.blocks)
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def body(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.body()]


def test_plain_text_keeps_its_text_and_marks_its_parts(tmp_path: Path) -> None:
    text = f"Fair opens in Harbour City\r\n\r\nAnn Reyes\r\n\r\n{made.PARAGRAPHS[0]}\r\n\r\n• Sonar buoy\r\n• Ice radar\r\n"
    document = read(tmp_path, "a.txt", text.encode("utf-16"))
    assert document.text == text.replace("\r\n", "\n")
    assert [k for k, _ in kinds(document)] == ["title", "byline", "paragraph", "item", "item"]
    assert (document.title, document.authors, document.published) == (
        "Fair opens in Harbour City",
        ("Ann Reyes",),
        "2019-05-14",
    )
    assert (document.publisher, document.lang, document.encoding) == ("Coast Agency", "en", "utf-16-le")
    assert document.id == checksum(tmp_path / "a.txt") and document.size == (tmp_path / "a.txt").stat().st_size
    assert [b.source for b in document.blocks] == ["line 1", "line 3", "line 5", "line 7", "line 8"]


def test_wrapped_lines_are_one_block_and_single_lines_are_each_one(tmp_path: Path) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in made.PARAGRAPHS)
    assert len(read(tmp_path, "a.txt", wrapped.encode()).blocks) == 2
    assert len(read(tmp_path, "b.txt", "\n".join(made.PARAGRAPHS).encode()).blocks) == 2
    sentences = "\n".join(f"Sentence number {i} of the corpus names Harbour City ." for i in range(9))
    assert len(read(tmp_path, "c.txt", sentences.encode()).blocks) == 9


def test_markdown(tmp_path: Path) -> None:
    head = "---\ntitle: Fair\ndate: 2019-05-15\nauthor: Ann Reyes\n---\n\n"
    text = f"{head}# Fair opens\n\nWords of\na paragraph.\n\n## Shown\n\n- Buoy\n- Radar\n"
    document = read(tmp_path, "a.md", text.encode())
    assert kinds(document) == [
        ("title", "Fair opens"),
        ("paragraph", "Words of\na paragraph."),
        ("heading", "Shown"),
        ("item", "Buoy"),
        ("item", "Radar"),
    ]
    assert (document.title, document.published, document.authors) == ("Fair", "2019-05-15", ("Ann Reyes",))


def test_markdown_tables_quotes_and_rules(tmp_path: Path) -> None:
    text = (
        "# Fair\n\n> Words of a\n> quotation.\n\n---\n\n| Company | Country |\n|:---|---|\n| Nordwind | Sweden |\n\nThe end.\n"
    )
    document = read(tmp_path, "a.md", text.encode())
    assert [k for k, _ in kinds(document)] == ["title", "paragraph", "paragraph", "item", "item", "paragraph"]
    (table,) = document.tables
    assert (table.columns, table.rows, table.first_row) == (("Company", "Country"), (("Nordwind", "Sweden"),), 10)


def test_page_with_its_head_and_furniture(tmp_path: Path) -> None:
    document = read(tmp_path, "a.html", made.html())
    assert body(document) == ["Fair opens in Harbour City", *made.PARAGRAPHS, "What was shown", "Sonar buoy", "Ice radar"]
    furniture = [t for k, t in kinds(document) if k == "furniture"]
    assert "Related News" in furniture and "Copyright 2019 Coast Daily. All rights reserved." in furniture
    assert document.published == "2019-05-15" and document.publisher == "Coast Daily" and document.authors == ("Ann Reyes",)
    assert document.source_url == "https://daily.example/2019/05/15/fair.html"
    assert next(b.source for b in document.blocks if b.kind == "paragraph") == "/html/body/article[1]/p[1]"


def test_the_source_of_each_block_of_a_page_is_its_xpath(tmp_path: Path) -> None:
    from lxml import html

    document = read(tmp_path, "a.html", made.html())
    tree = html.document_fromstring(made.html())
    for block in document.blocks:
        (element,) = tree.xpath(block.source)
        assert document.text[block.start : block.end] in " ".join(element.text_content().split())


def test_page_in_the_encoding_it_declares(tmp_path: Path) -> None:
    words = "第三届海洋技术博览会五月十四日在港口城市开幕，来自十一个国家的一百四十家企业参加了展览。"
    page = f'<html><head><meta charset="gb2312"><title>海博会开幕_海岸日报</title></head><body><p>{words}</p></body></html>'
    document = read(tmp_path, "a.html", page.encode("gb18030"))
    assert words in body(document) and document.lang == "zh" and document.title == "海博会开幕"


def test_page_tables_become_tables(tmp_path: Path) -> None:
    cells = (("th", "Company", "Country"), ("td", "Nordwind", "Sweden"), ("td", "Ostsee", "Germany"))
    rows = "".join(f"<tr><{tag}>{left}</{tag}><{tag}>{right}</{tag}></tr>" for tag, left, right in cells)
    page = f"<html><body><h1>Exhibitors</h1><p>{made.PARAGRAPHS[0]}</p><table>{rows}</table></body></html>"
    (table,) = read(tmp_path, "a.html", page.encode()).tables
    assert table.columns == ("Company", "Country") and table.rows == (("Nordwind", "Sweden"), ("Ostsee", "Germany"))


def test_pdf_pages_headers_and_joined_paragraphs(tmp_path: Path) -> None:
    pages = [["Journey to the coast", made.PARAGRAPHS[0]], [made.PARAGRAPHS[1]], ["A third page of few words."], ["The end."]]
    document = read(tmp_path, "a.pdf", made.pdf(pages, header="Coast Agency Bulletin 12"))
    assert body(document) == ["Journey to the coast", *made.PARAGRAPHS, "A third page of few words.", "The end."]
    assert [b.page for b in document.body()] == [1, 1, 2, 3, 4] and document.pages == 4
    assert [t for k, t in kinds(document) if k == "furniture"].count("Coast Agency Bulletin 12") == 4
    assert document.title == "Journey to the coast"


@pytest.mark.parametrize("columns", [1, 2])
def test_pdf_as_a_typesetter_makes_it(tmp_path: Path, columns: int) -> None:
    document = read(tmp_path, "a.pdf", made.report_pdf(columns=columns, repeats=20))
    assert document.title == "The fair and its harbour"
    prose = [t for k, t in kinds(document) if k == "paragraph"]
    assert prose == [*made.PARAGRAPHS] * 20
    assert [t for k, t in kinds(document) if k == "heading"] == ["What was shown", "Who came"]
    assert {t for k, t in kinds(document) if k == "furniture"} <= {
        "Yearbook of the Coast",
        "Page 1",
        "Page 2",
    } or document.pages < 2
    if columns == 2:  # cells that stand as near to each other as words are not told apart
        return
    (table,) = document.tables
    assert table.columns == ("Company name", "Country", "Stand") and table.rows[1] == ("Ostsee", "Germany", "H2")


@pytest.mark.parametrize("by_row", [True, False])
def test_pdf_columns_are_read_one_after_the_other(tmp_path: Path, by_row: bool) -> None:
    left = [f"left line {i} of the text goes on and" for i in range(9)] + ["here it ends."]
    right = [f"Right line {i} of the text goes on and" for i in range(9)] + ["there it ends."]
    document = read(tmp_path, "a.pdf", made.columns_pdf(left, right, by_row=by_row))
    assert " ".join(body(document)) == " ".join(left + right)


def test_pdf_hyphens_at_line_ends(tmp_path: Path) -> None:
    lines = [
        "The fair shows measuring instru-",
        "ments and a Russian-",
        "Chinese laboratory of high qual-",
        "ity that is well-",
        "known.",
    ]
    document = read(tmp_path, "a.pdf", made.columns_pdf(lines, [], by_row=False))
    assert body(document) == [
        "The fair shows measuring instruments and a Russian-Chinese laboratory of high quality that is well-known."
    ]


def test_word_document_with_headings_items_and_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, "a.docx", made.docx(rows=[["Time", "Place"], ["09:00", "Laboratory"], ["11:00", "Yard"]]))
    assert [k for k, _ in kinds(document)][:5] == ["title", "heading", "paragraph", "paragraph", "item"]
    assert document.title == "Report of a journey"
    assert document.tables[0].columns == ("Time", "Place") and len(document.tables[0].rows) == 2
    assert document.blocks[2].source == "paragraph 3"
    assert document.published == "2019-05-14"  # of the dateline, not of the file's properties


def test_workbook_with_a_title_two_heading_rows_merged_cells_dates_and_numbers(tmp_path: Path) -> None:
    import datetime

    rows = [
        ["Catalogue of the third fair", None, None, None, None],
        [None] * 5,
        ["Company", "Country", "Representative", None, "Since"],
        [None, None, "name", "post", None],
        ["Nordwind", "Sweden", "Marta", "engineer", datetime.date(2016, 5, 14)],
        [None, "Norway", "Olav", "agent", 2017.0],
        ["Ostsee", 12.5, "Karl", "owner", "#N/A"],
    ]
    data = made.xlsx({"List": rows, "Empty": []}, {"List": ["A1:E1", "C3:D3", "A5:A6"]})
    document = read(tmp_path, "a.xlsx", data)
    (table,) = document.tables
    assert document.title == "Catalogue of the third fair" and document.blocks[0].source == "List row 1"
    assert table.columns == ("Company", "Country", "Representative: name", "Representative: post", "Since")
    assert table.rows[0] == ("Nordwind", "Sweden", "Marta", "engineer", "2016-05-14")
    assert table.rows[1] == ("Nordwind", "Norway", "Olav", "agent", "2017")
    assert table.rows[2] == ("Ostsee", "12.5", "Karl", "owner", "") and table.first_row == 5


def test_rows_keep_their_numbers_over_empty_ones(tmp_path: Path) -> None:
    rows = [["Company", "Country"], ["Nordwind", "Sweden"], [None, None], ["Ostsee", "Germany"]]
    (table,) = read(tmp_path, "a.xlsx", made.xlsx({"List": rows})).tables
    assert [i for i, r in enumerate(table.rows, table.first_row) if r[0]] == [2, 4]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Компания;Страна\nСевер;Россия\nВосток;Китай\n".encode("cp1251"), "cp1251"),
        ("Компания\tСтрана\nСевер\tРоссия\n".encode("koi8-r"), "koi8-r"),
        ("sep=;\nКомпания;Страна\nСевер;Россия\n".encode("utf-8-sig"), "utf-8"),
        ("公司,国家\n北方公司,俄罗斯\n".encode("gb18030"), "gb18030"),
        (b'Company,Country\n"Nordwind, Sons",Sweden\n"two\nlines",Norway\n', "utf-8"),
    ],
)
def test_separated_values_in_many_dialects(tmp_path: Path, data: bytes, encoding: str) -> None:
    document = read(tmp_path, "a.csv", data)
    (table,) = document.tables
    assert len(table.columns) == 2 and document.encoding == encoding and all(len(r) == 2 for r in table.rows)


def test_articles_in_json_lines_are_documents_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(made.articles(3) + b'\n{"broken": \n')
    seen = list(read_paths([tmp_path]))
    documents = [d for d in seen if isinstance(d, Document)]
    assert [d.published for d in documents] == ["2019-05-11", "2019-05-12", "2019-05-13"]
    assert len({d.id for d in documents}) == 3 and documents[0].title == "Fair, day 1"
    assert len(seen) == 4


def test_objects_without_text_are_a_table_and_others_text(tmp_path: Path) -> None:
    rows = [{"Company": "Nordwind", "TRL": 7}, {"Company": "Ostsee", "Country": None}]
    (table,) = read(tmp_path, "a.json", json.dumps(rows).encode()).tables
    assert table.columns == ("Company", "TRL", "Country") and table.rows[0] == ("Nordwind", "7", "")
    document = read(tmp_path, "b.json", json.dumps({"note": {"first": "Some words.", "more": ["Other words."]}}).encode())
    assert body(document) == ["Some words.", "Other words."] and document.blocks[1].source == "$.note.more[0]"


def test_archive_members_and_folders_by_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text("not read")
    (tmp_path / "sub" / "b.txt").write_text("Some words of a text.")
    (tmp_path / "a.zip").write_bytes(made.zipped({"in/one.txt": b"One text of words.", "in/.DS_Store": b"x"}))
    assert [getattr(d, "name", "") for d in read_paths([tmp_path])] == ["a.zip/in/one.txt", "sub/b.txt"]
    assert walk([tmp_path, tmp_path / "a.zip"]) == [tmp_path / "a.zip", tmp_path / "sub" / "b.txt"]
    with pytest.raises(UnknownName, match="nowhere"):
        walk([tmp_path / "nowhere"])


def test_what_is_known_is_not_parsed_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words of a text.")
    (tmp_path / "b.zip").write_bytes(made.zipped({"x.txt": b"Some words of a text.", "y.txt": b"New words of a text."}))
    seen = list(read_paths([tmp_path], known={checksum(tmp_path / "a.txt")}.__contains__))
    assert [type(s) for s in seen] == [Known, Known, Document]
