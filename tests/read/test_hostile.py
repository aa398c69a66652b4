"""Broken, locked, empty, huge and hostile files: one clear line each, and the others go on."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import tests_made_files as made
from dragoman.base.errors import Empty, Encrypted, Hostile, NotAFileFormat, TooLarge, Unreadable
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read import Refused, read_file, read_paths
from tests_bad_files import bad_files, make_bad_files, make_good_files

LIMITS = Limits()
EXPECTED = {
    "empty.txt": Empty,
    "binary.txt": NotAFileFormat, "locked.pdf": Encrypted, "locked.docx": Encrypted, "damaged.pdf": Unreadable,
    "damaged.xlsx": Unreadable, "entities.docx": Hostile, "bomb.zip": Hostile, "climber.zip": Hostile, "endless.pdf": TooLarge,
}  # fmt: skip


def refusal(folder: Path, name: str, data: bytes, limits: Limits = LIMITS) -> Unreadable:
    (folder / name).write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        list(read_file(folder / name, limits))
    return caught.value


def test_ten_bad_files_among_ten_good_ones(tmp_path: Path) -> None:
    bad, good = make_bad_files(tmp_path), make_good_files(tmp_path)
    started = time.perf_counter()
    seen = list(read_paths([tmp_path], LIMITS))
    assert time.perf_counter() - started < 10
    refused = {r.name: r.error for r in seen if isinstance(r, Refused)}
    documents = [d for d in seen if isinstance(d, Document)]
    assert sorted(refused) == sorted(bad)
    assert len(documents) == len(good) == 10
    assert len({str(e) for e in refused.values()}) == 10
    for name, error in refused.items():
        assert type(error) is EXPECTED[name], name
        assert error.exit_code == 4
        assert str(error).startswith(f"{name}: ") and "\n" not in str(error) and error.do


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_alone(tmp_path: Path, name: str) -> None:
    assert type(refusal(tmp_path, name, bad_files()[name])) is EXPECTED[name]


def test_ten_thousand_pages_are_refused_at_once(tmp_path: Path) -> None:
    data = made.blank_pdf(10_000)
    started = time.perf_counter()
    error = refusal(tmp_path, "endless.pdf", data)
    assert time.perf_counter() - started < 2
    assert "10,000 pages" in str(error)


def test_entities_in_a_workbook_and_a_page(tmp_path: Path) -> None:
    book = made.xlsx({"A": [["Company", "Country"], ["Nordwind", "Sweden"]]})
    xml = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst>&x;</sst>'
    assert type(refusal(tmp_path, "a.xlsx", made.with_part(book, "xl/sharedStrings.xml", xml))) is Hostile
    page = b'<!DOCTYPE html [<!ENTITY x "boom">]><html><body><p>&x;&x;</p></body></html>'
    assert type(refusal(tmp_path, "a.html", page)) is Hostile


def test_entities_hidden_behind_a_long_comment(tmp_path: Path) -> None:
    xml = b'<?xml version="1.0"?><!--' + b"x" * 9000 + b'--><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'
    assert type(refusal(tmp_path, "a.docx", made.with_part(made.docx(), "word/document.xml", xml))) is Hostile


def test_entities_hidden_by_wide_encoding(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'.encode("utf-16")
    assert type(refusal(tmp_path, "a.docx", made.with_part(made.docx(), "word/document.xml", xml))) is Hostile


def test_archives_in_archives_and_too_many_files(tmp_path: Path) -> None:
    inner = made.zipped({"a.txt": b"words of a text"})
    (tmp_path / "outer.zip").write_bytes(made.zipped({"inner.zip": inner, "b.txt": b"other words of a text"}))
    seen = list(read_paths([tmp_path], LIMITS))
    assert [type(s) for s in seen] == [Document, Refused]
    assert isinstance(seen[1], Refused) and type(seen[1].error) is Hostile and seen[1].name == "outer.zip/inner.zip"
    many = made.zipped({f"{i}.txt": b"a" for i in range(30)})
    assert type(refusal(tmp_path, "many.zip", many, replace(LIMITS, archive_files=20))) is TooLarge


def test_a_bomb_of_many_small_steps_and_a_lying_directory(tmp_path: Path) -> None:
    error = refusal(
        tmp_path, "wide.zip", made.zipped({f"{i}": b"ab" * 9000 for i in range(20)}), replace(LIMITS, archive_bytes=200_000)
    )
    assert type(error) is TooLarge
    data = bytearray(made.zipped({"a.txt": b"x" * 5_000_000 + b"the end"}))
    place = data.find(b"PK\x01\x02") + 24
    data[place : place + 4] = (100).to_bytes(4, "little")
    assert type(refusal(tmp_path, "liar.zip", bytes(data))) in (Hostile, Unreadable)


def test_locked_and_empty_archives(tmp_path: Path) -> None:
    assert type(refusal(tmp_path, "l.zip", made.locked_zip())) is Encrypted
    assert type(refusal(tmp_path, "e.zip", made.zipped({}))) is Empty
    assert type(refusal(tmp_path, "h.zip", made.zipped({"__MACOSX/x": b"x", ".hidden": b"y"}))) is Empty


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), NotAFileFormat),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), NotAFileFormat),
        ("a.rtf", b"{\\rtf1 hello}", NotAFileFormat),
        ("a.gz", b"\x1f\x8b\x08" + bytes(30), NotAFileFormat),
        ("a.xml", b'<?xml version="1.0"?><a>text</a>', NotAFileFormat),
        ("a.pdf", b"These are plain words in a file called pdf.", Unreadable),
        ("a.docx", made.zipped({"a.txt": b"words"}), Unreadable),
        ("a.pptx", made.zipped({"ppt/presentation.xml": b"<p/>"}), NotAFileFormat),
        ("a.json", b'{"title": "cut', Unreadable),
        ("a.csv", b"\n\n,,\n", Empty),
        ("a.html", b"<html><body><script>1</script></body></html>", Empty),
        ("a.xlsx", made.xlsx({"A": []}), Empty),
    ],
)
def test_other_files_no_reader_takes(tmp_path: Path, name: str, data: bytes, kind: type[Unreadable]) -> None:
    error = refusal(tmp_path, name, data)
    assert type(error) is kind
    assert str(error).startswith(f"{name}: ") and "\n" not in str(error) and error.do


def test_the_first_bytes_tell_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(made.pdf([list(made.PARAGRAPHS)]))
    (tmp_path / "notes.txt").write_bytes(made.html())
    (tmp_path / "report.pdf").write_bytes(made.html())
    kinds = {d.name: d.media_type for d in read_paths([tmp_path]) if isinstance(d, Document)}
    assert kinds == {"page.html": "application/pdf", "notes.txt": "text/html", "report.pdf": "text/html"}


def test_limits_of_size_rows_and_text(tmp_path: Path) -> None:
    text = b"words of a text\n" * 1000
    assert type(refusal(tmp_path, "a.txt", text, replace(LIMITS, file_bytes=100))) is TooLarge
    assert type(refusal(tmp_path, "a.txt", text, replace(LIMITS, text_chars=100))) is TooLarge
    rows = b"Company,Country\n" + b"a,b\n" * 50
    assert type(refusal(tmp_path, "a.csv", rows, replace(LIMITS, table_rows=20))) is TooLarge
    book = made.xlsx({"A": [["Company", "Country"], *[["a", "b"]] * 50]})
    assert type(refusal(tmp_path, "a.xlsx", book, replace(LIMITS, table_rows=20))) is TooLarge
    assert type(refusal(tmp_path, "a.xlsx", book, replace(LIMITS, table_columns=1))) is TooLarge


def test_every_cut_of_a_file_ends_in_a_document_or_one_line(tmp_path: Path) -> None:
    for name, whole in {
        "a.docx": made.docx(),
        "a.xlsx": made.xlsx({"A": [["Company", "Land"], ["x", "y"]]}),
        "a.pdf": made.pdf([["A b"]]),
    }.items():
        for part in (0.1, 0.5, 0.9, 0.99):
            (tmp_path / name).write_bytes(whole[: int(len(whole) * part)])
            for seen in read_paths([tmp_path / name]):
                assert isinstance(seen, Document) or "\n" not in str(seen.error)  # type: ignore[union-attr]


def test_damaged_parts_inside_office_files(tmp_path: Path) -> None:
    book = made.xlsx({"A": [["Company", "Land"], ["x", "y"]]})
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        assert type(refusal(tmp_path, "a.xlsx", made.with_part(book, part, b"<broken"))) is Unreadable, part
    assert type(refusal(tmp_path, "a.docx", made.with_part(made.docx(), "word/document.xml", b"<broken"))) is Unreadable


def test_a_member_damaged_inside_an_archive_does_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(made.zipped({"a.txt": b"words of a text", "b.txt": b"other words of a text"}, compress=False))
    data[data.find(b"words of")] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(bytes(data))
    seen = list(read_paths([tmp_path]))
    assert [type(s) for s in seen] == [Refused, Document]


def test_zip_names_in_an_old_code_page(tmp_path: Path) -> None:
    old = "отчёт о поездке.txt".encode("cp866")
    made_old = io.BytesIO()
    with zipfile.ZipFile(made_old, "w") as archive:
        archive.writestr("x" * len(old), "Поездка делегации завершилась подписанием протокола.")
    (tmp_path / "a.zip").write_bytes(made_old.getvalue().replace(b"x" * len(old), old))
    assert [d.name for d in read_file(tmp_path / "a.zip", LIMITS)] == ["a.zip/отчёт о поездке.txt"]
