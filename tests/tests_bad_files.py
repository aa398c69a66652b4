"""Ten files that must not be read, each bad in a way of its own, and ten good ones. Made here, never committed."""

from __future__ import annotations

from pathlib import Path

import tests_made_files as made

ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)


def bad_files() -> dict[str, bytes]:
    """Ten bad files by name."""
    return {
        "empty.txt": b" \n\n",
        "binary.txt": bytes(range(256)) * 64,
        "locked.pdf": made.pdf([["Nothing to see here."]], password="x"),
        "locked.docx": made.locked_office(),
        "damaged.pdf": b"%PDF-1.7\n" + b"garbage " * 200,
        "damaged.xlsx": made.xlsx({"A": [["Company", "Country"], ["Nordwind", "Sweden"]]})[:-400],
        "entities.docx": made.with_part(made.docx(), "word/document.xml", ENTITIES),
        "bomb.zip": made.zipped({"zeros.txt": b"0" * 20_000_000}),
        "climber.zip": made.zipped({"../../outside.txt": b"This would land outside."}),
        "endless.pdf": made.blank_pdf(10_000),
    }


def good_files() -> dict[str, bytes]:
    """Ten good files by name, one document each."""
    text = "\n\n".join(made.PARAGRAPHS)
    return {
        "a.txt": text.encode(),
        "b.md": f"# Fair opens\n\n{text}\n".encode(),
        "c.html": made.html(),
        "d.pdf": made.pdf([["Fair opens in Harbour City", *made.PARAGRAPHS]]),
        "e.docx": made.docx(),
        "f.csv": b"Company,Country\nNordwind,Sweden\nOstsee,Germany\n",
        "g.tsv": "Компания\tСтрана\nСевер\tРоссия\n".encode("koi8-r"),
        "h.xlsx": made.xlsx({"Exhibitors": [["Company", "Country"], ["Nordwind", "Sweden"]]}),
        "i.json": b'{"title": "Fair opens", "text": "The third fair opened on Tuesday in the harbour.", "date": "2019-05-15"}',
        "j.zip": made.zipped({"inside.txt": text.encode() + b"\n\nThe end of the report."}),
    }


def make_bad_files(folder: Path) -> list[str]:
    """Write the ten bad files into a folder; their names."""
    for name, data in bad_files().items():
        (folder / name).write_bytes(data)
    return list(bad_files())


def make_good_files(folder: Path) -> list[str]:
    """Write the ten good files into a folder; their names."""
    for name, data in good_files().items():
        (folder / name).write_bytes(data)
    return list(good_files())
