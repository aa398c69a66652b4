"""Broken and hostile files get one clear line, and what was in force stays in force."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lists_samples import CSL_CSV, CSL_JSON, EU_XML, FTM_FLAT, OFAC_ADD, OFAC_ALT, OFAC_SDN, UN

from dragoman.base.errors import DragomanError, Hostile, NotAFileFormat, TooLarge, Unreadable
from dragoman.base.settings import Limits, Settings
from dragoman.lists import compiling
from dragoman.lists.entry import Entry, Problem
from dragoman.workspace.lists import Lists

Put = Callable[..., Path]
LAUGHS = UN.replace(
    "<CONSOLIDATED_LIST", '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><CONSOLIDATED_LIST'
).replace("OTMAR", "&b;")


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind", "told"),
    [
        ("un.xml", UN[:900].encode(), Unreadable, "broken XML or was cut short"),
        ("un.xml", LAUGHS.encode(), Hostile, "document type or XML entities"),
        ("eu.xml", EU_XML.replace("</export>", "").encode(), Unreadable, "broken XML or was cut short"),
        ("csl.json", CSL_JSON[:-40].encode(), Unreadable, "broken JSON or was cut short"),
        ("csl.json", b'{"alt_names": 1, "source": 2}', Unreadable, "holds no results"),
        ("un.xml.gz", gzip.compress(UN.encode())[:-30], Unreadable, "damaged or was cut short"),
        ("bomb.csv.gz", gzip.compress(b"name\n" + b"a" * 40_000_000), Hostile, "archive bomb"),
        ("bad.zip", b"PK\x03\x04 not a zip", Unreadable, "damaged archive"),
        ("bomb.zip", zipped(list__csv=b"name\n" + b"a" * 40_000_000), Hostile, "archive bomb"),
        ("book.xlsx", b"PK\x03\x04 no workbook", Unreadable, "damaged or locked workbook"),
        ("book.xlsx", zipped(a__xml='<!DOCTYPE x [<!ENTITY a "b">]><x/>'), Hostile, "declares XML entities"),
        ("quote.csv", b'name,country\n"Korvan,de\n' + b"x,y\n" * 700_000, Unreadable, "opened and not closed"),
        ("names.csv", b"name,country\n,de\n,fr\nKorvan,de\n", Unreadable, "1 records could be read and 2 could not"),
        ("empty.csv", b"name,country\n", Unreadable, "0 records could be read"),
        ("photo.csv", bytes(range(256)) * 40, NotAFileFormat, "binary data"),
        ("notes.docx", b"anything", NotAFileFormat, "no list format knows it"),
    ],
)
def test_a_broken_file_leaves_the_old_edition(
    lists: Lists, put: Put, name: str, data: bytes, kind: type[DragomanError], told: str
) -> None:
    lists.add("l", put("good.xml", UN))
    before = lists.edition("l").meta.edition
    with pytest.raises(kind, match=told):
        lists.add("l", put(name, data))
    assert lists.edition("l").meta.edition == before and len(lists.show("l")) == 1
    assert [p.name for p in (lists.shelf.folder / "l").iterdir() if p.name.startswith(".")] == []


def test_a_load_that_is_interrupted_leaves_the_old_edition(lists: Lists, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    lists.add("l", put("good.xml", UN))
    before = lists.edition("l").meta.edition

    def stopped(number: int, *_: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(compiling, "_names", stopped)
    with pytest.raises(KeyboardInterrupt):
        lists.add("l", put("csl.csv", CSL_CSV))
    assert lists.edition("l").meta.edition == before and lists.edition("l").index.search("Otmar Velli")


def test_what_a_killed_load_left_is_no_edition_and_is_cleared_away(lists: Lists, put: Put) -> None:
    import os

    lists.add("l", put("good.xml", UN))
    left = lists.shelf.folder / "l" / f"{compiling.MAKING}dead"
    left.mkdir()
    (left / "meta.json").write_text("{")
    assert len(lists.show("l")) == 1
    os.utime(left, (1, 1))
    lists.add("l", put("csl.csv", CSL_CSV))
    assert not left.exists() and len(lists.show("l")) == 2


def test_bad_rows_are_told_and_the_others_kept(lists: Lists, put: Put) -> None:
    made = lists.add("t", put("t.csv", "name,country\nKorvan,de\nZarya,ru,x,y\nVelli,cd\nLast,\n"))
    assert [str(p) for p in made.problems] == ["t.csv line 3: has 4 cells where the headings are 2"]
    assert made.meta.records == 3


def test_too_many_members_and_rows(put: Put, tmp_path: Path) -> None:
    few = Lists(tmp_path / "few", Settings(limits=Limits(archive_files=1)))
    with pytest.raises(TooLarge, match="holds 2 files, over the limit of 1"):
        few.add("z", put("two.zip", zipped(a__csv="name\nA\n", b__csv="name\nB\n")))


def test_archives_and_folders_of_a_set(lists: Lists, put: Put) -> None:
    whole = zipped(sdn__csv=OFAC_SDN, alt__csv=OFAC_ALT, add__csv=gzip.compress(OFAC_ADD.encode()), readme__txt="about")
    assert lists.add("z", put("sdn.zip", whole)).meta.records == 4
    for name, text in (("sdn.csv", OFAC_SDN), ("alt.csv", OFAC_ALT), ("add.csv", OFAC_ADD)):
        put(name, text, "set")
    made = lists.add("f", put("README.md", "about", "set").parent)
    assert made.meta.records == 4 and lists.edition("f").entity(0)["properties"]["alias"] == ["KORVAN AIRWAYS"]
    assert lists.add("g", put("un.xml.gz", gzip.compress(UN.encode()))).meta.records == 2


def test_a_long_json_lines_file_is_not_held_in_memory(lists: Lists, put: Put) -> None:
    """Forty thousand entities pass while the entries alive at once stay few."""
    alive, most = 0, 0

    def counted(entries: Iterator[Entry | Problem]) -> Iterator[Entry | Problem]:
        nonlocal alive, most
        import weakref

        class Marked(str):
            __slots__ = ("__weakref__",)

        def gone(_: object) -> None:
            nonlocal alive
            alive -= 1

        kept = []
        for entry in entries:
            assert isinstance(entry, Entry)
            mark = Marked(entry.at)
            kept.append(weakref.ref(mark, gone))
            entry.at = mark
            alive += 1
            most = max(most, alive)
            del mark
            yield entry

    from dragoman.lists.formats.ftm import FtmJson
    from dragoman.lists.parts import parts
    from dragoman.lists.reading import Reading

    line = FTM_FLAT.split("\n")[0]
    text = "\n".join(line.replace('"p1"', f'"p{n}"') for n in range(40_000))
    reading = Reading(parts(put("e.json", text), Limits()))
    assert sum(1 for _ in counted(FtmJson().read(reading))) == 40_000
    assert most <= 3
