"""Real lists: every file of the shared watchlists is added as it lies there, by what it is recognised to be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dragoman.workspace.lists import Lists

# file, format it is recognised as, records, the date it tells
FILES = [
    ("watchlist-eu/32006R0765.csv.gz", "eu_annex", 408, ""),
    ("watchlist-eu/32012R0267.csv.gz", "eu_annex", 339, ""),
    ("watchlist-eu/32014R0269.csv.gz", "eu_annex", 2_802, ""),
    ("watchlist-eu/32017R1509.csv.gz", "eu_annex", 326, ""),
    ("watchlist-eu/32023R1529.csv.gz", "eu_annex", 49, ""),
    ("watchlist-us-dod/bis_mieu.csv", "us_bis_mieu", 13, "2022-03-02"),
    ("watchlist-us-dod/fcc_covered_list.csv", "us_fcc_covered", 13, "2026-07-28"),
    ("watchlist-us-dod/inksna.csv", "us_statutory", 28, "2026-08-04"),
    ("watchlist-us-dod/section_1260H.csv", "us_section_1260h", 209, "2026-06-08"),
    ("watchlist-us-dod/section_1286.csv", "us_section_1286", 156, "2025"),
    ("watchlist-us-dod/section_154.csv", "us_statutory", 6, "2023-12-22"),
    ("watchlist-us-dod/section_5949.csv", "us_statutory", 3, ""),
    ("watchlist-us-dod/section_889.csv", "us_statutory", 5, ""),
    ("watchlist-jp/jp_meti_end_user_list.csv", "jp_meti_end_users", 835, ""),
    ("watchlist-un/UN_consolidated.xml.gz", "un-xml", 1_003, "2026-02-27"),
    ("watchlist-us-csl/csl_2023-11_sample.csv.gz", "csl-csv", 4_220, ""),
    ("watchlist-us-csl/csl_2025-05_full.csv.gz", "csl-csv", 14_048, ""),
    ("watchlist-us-ofac/sdn.csv.gz", "ofac-csv", 8_976, ""),
    ("watchlist-us-ofac/sdn_comments.csv.gz", "ofac-csv", 8_976, ""),
    ("watchlist-us-ofac/add.csv.gz", "ofac-csv", 8_976, ""),
    ("watchlist-us-ofac/alt.csv.gz", "ofac-csv", 8_976, ""),
    ("watchlist-us-ofac/cons_prim.csv.gz", "ofac-csv", 442, ""),
    ("watchlist-us-ofac/cons_add.csv.gz", "ofac-csv", 442, ""),
    ("watchlist-us-ofac/cons_alt.csv.gz", "ofac-csv", 442, ""),
    ("watchlist-us-ofac/bis_denied_persons.txt.gz", "bis-denied", 479, "2022-09-02"),
]  # fmt: skip
SECONDS_CSL = 25.0  # processor seconds: it takes about 5, the machines of CI are slower and shared


def held(shared: Path, name: str) -> Path:
    path = shared / "data" / name
    if not path.exists():
        pytest.skip(f"the shared data has no {name}")
    return path


@pytest.mark.parametrize(("name", "form", "records", "published"), FILES)
def test_every_shared_list(lists: Lists, shared: Path, name: str, form: str, records: int, published: str) -> None:
    made = lists.add("l", held(shared, name))
    edition = lists.edition("l")
    assert (made.meta.format, made.meta.records, made.meta.published) == (form, records, published)
    assert made.problems == [] and made.meta.law in {"EU", "US", "UN", "JP"}
    assert len(edition.index) == made.meta.names == sum(made.meta.name_kinds.values())
    for number in (0, records // 2, records - 1):
        entity = edition.entity(number)
        assert edition.find(entity["id"]) == number and edition.record(number).names


def test_no_file_of_the_shared_lists_is_left_out(shared: Path) -> None:
    held(shared, "watchlist-un")
    lying = {str(p.relative_to(shared / "data")) for p in (shared / "data").glob("watchlist-*/*") if p.name != "README.md"}
    assert lying == {name for name, *_ in FILES}


def test_the_whole_screening_list_loads_in_seconds(lists: Lists, shared: Path) -> None:
    path = held(shared, "watchlist-us-csl/csl_2025-05_full.csv.gz")
    begun = time.process_time()
    lists.add("csl", path)
    assert time.process_time() - begun < SECONDS_CSL


def test_parents_are_relations_not_names(lists: Lists, shared: Path) -> None:
    lists.add("dod", held(shared, "watchlist-us-dod/section_1260H.csv"))
    edition = lists.edition("dod")
    owned = [e["properties"] for e in map(edition.entity, range(len(edition))) if e["properties"].get("parent")]
    assert len(owned) > 100
    assert not any(set(p["parent"]) & {*p["name"], *p.get("alias", ())} for p in owned)


def test_years_of_one_list_compared(lists: Lists, shared: Path) -> None:
    path = held(shared, "watchlist-us-dod/section_1286.csv")
    for year in ("2022", "2023", "2024", "2025"):
        lists.add("dod", path, where={"report-date": year})
    assert [row["published"] for row in lists.show("dod")] == ["2025", "2024", "2023", "2022"]
    for old, new, grown in (("2022", "2023", 57), ("2023", "2024", 29), ("2024", "2025", 22)):
        found = lists.diff("dod", old, new)
        count = {what: sum(c.what == what for c in found) for what in ("added", "removed", "renamed", "changed")}
        assert count["added"] - count["removed"] == grown, "every record is added, removed or the same"
        assert count["removed"] <= 6
    renamed = [c for c in found if c.what == "renamed"]
    assert len(renamed) >= 20 and all(c.was and c.was != c.name for c in renamed)


def test_files_of_one_folder_are_one_list_or_told_apart(lists: Lists, shared: Path) -> None:
    from dragoman.base.errors import UsageError

    assert lists.add("eu", held(shared, "watchlist-eu")).meta.records == 408 + 339 + 2_802 + 326 + 49
    with pytest.raises(UsageError, match="holds several lists"):
        lists.add("dod", held(shared, "watchlist-us-dod"))
