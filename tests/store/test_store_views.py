"""Lists, look-ups, search and upkeep over the views."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from store_samples import document, ident, judge, name, say, story

from dragoman.base.errors import UnknownName, WorkspaceError
from dragoman.model.entity import Entity
from dragoman.model.reader import reading_in
from dragoman.store import Store, fulltext
from dragoman.store.searching import CAP
from dragoman.store.several import several, tied


def test_entities_are_listed_by_schema_and_kind(store: Store) -> None:
    store.add(*story())
    captions = {r.caption for r in store.entities().rows}
    assert captions == {"Acme Robotics", "中国科学院", "Bo Li", "director", ident("firms", "Figure")[:8]}
    assert [r.caption for r in store.entities(schema="Organization").rows] == ["Acme Robotics", "中国科学院"]
    assert [r.caption for r in store.entities(kind="person").rows] == ["Bo Li"]
    assert store.entities(kind="person").rows[0].suggested_only
    page = store.entities(limit=2, offset=4)
    assert (len(page.rows), page.total) == (1, 5)
    with pytest.raises(UnknownName):
        store.entities(schema="Martian")


def test_rows_say_what_the_entity_says(store: Store) -> None:
    doc, statements = story()
    store.add(doc, [*statements, name("Acme Robotics", dataset="two"), name("Acme Robotics (Troitsk)", dataset="two")])
    store.decide(judge(ident("Acme Robotics"), ident("Acme Robotics", dataset="two")))
    for row in store.entities().rows:
        entity: Entity = store.entity(row.id)
        assert (row.schema, row.statements, row.datasets) == (entity.schema.name, len(entity.statements), len(entity.datasets))
        assert row.caption == entity.caption


def test_the_caption_is_the_name_most_say_and_the_longest_of_equals(store: Store) -> None:
    acme = ident("Acme")
    for n, told in enumerate(("Acme", "Acme Robotics", "Acme")):
        store.add(None, [say(acme, "Company", "name", told, dataset=f"d{n}")])
    store.add(None, [say(acme, "Company", "name", "Wrong by far", negated=True)])
    assert store.captions([acme]) == {acme: "Acme"}
    store.add(None, [say(acme, "Company", "name", "Acme Robotics", dataset="d9"), say(acme, "Thing", "notes", "x")])
    assert store.captions([acme]) == {acme: "Acme Robotics"}
    assert store.entities().rows[0].schema == "Company"


def test_found_by_name_exact_then_prefix_then_words(store: Store) -> None:
    store.add(None, [name(n) for n in ("Robotics of Acme", "ACME-Robotics", "Acme Robotics Troitsk", "Acme")])
    assert [r.caption for r in store.find_entities("Acme robotics")] == [
        "ACME-Robotics", "Acme Robotics Troitsk", "Robotics of Acme",
    ]  # fmt: skip
    assert [r.caption for r in store.find_entities("acme", limit=1)] == ["Acme"]
    assert store.find_entities("...") == []


def test_a_page_of_an_entity(store: Store) -> None:
    store.add(None, [name("Acme"), *(say(ident("Acme"), "Company", "notes", str(n)) for n in range(30))])
    page = store.entity_page(ident("Acme"), limit=10, offset=25)
    assert (page.caption, page.schema, page.total) == ("Acme", "Company", 31)
    assert page.properties == {"name": 1, "notes": 30}
    assert (store.size(ident("Acme")), store.size("nobody")) == (31, 0)
    assert [s.value for s in page.statements] == [str(n) for n in range(24, 30)]


def test_facets_count_entities(store: Store) -> None:
    store.add(None, [say(ident(n), "Company", "country", c) for n, c in (("A", "ru"), ("B", "ru"), ("C", "cn"))])
    store.add(None, [say(ident("A"), "Company", "country", "ru", dataset="two"), say(ident("A"), "Company", "topics", "expo")])
    assert store.facets("country") == [("ru", 2), ("cn", 1)]
    assert store.facets("schema") == [("Company", 3)]
    assert store.facets("dataset") == [("news", 3), ("two", 1)]
    assert store.facets("topic") == [("expo", 1)]
    with pytest.raises(UnknownName):
        store.facets("colour")


def test_names_are_streamed_under_the_ids_as_written(store: Store) -> None:
    store.add(*story())
    store.decide(judge(ident("Acme Robotics"), ident("中国科学院", "Organization")))
    found = list(store.names())
    assert (ident("Acme Robotics"), "Company", "country", "ru", "news") in found
    assert (ident("中国科学院", "Organization"), "Organization", "name", "中国科学院", "news") in found
    assert {prop for _, _, prop, _, _ in found} == {"name", "country"}
    assert list(store.names("two")) == []


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("科学", "中国科学院"), ("学院", "中国科学院"), ("中国科学院", "中国科学院"), ("院", "中国科学院"), ("國", None),
        ("acme", "Acme Robotics"), ("ROBOTICS acme", "Acme Robotics"), ("академия", "Академия"), ("ёлкин", "Елкин"),
        ("ELAN", "Élan"), ("acm", None), ("中学", None), ("acme 科学", None), ("...", None),
    ],
)  # fmt: skip
def test_search_finds_names_in_three_scripts(store: Store, words: str, caption: str | None) -> None:
    store.add(None, [name(n) for n in ("Acme Robotics", "中国科学院", "Академия", "Елкин", "Élan")])
    hits = store.search(words).hits
    assert [h.caption for h in hits] == ([caption] if caption else [])


def test_search_marks_the_words_in_documents(store: Store) -> None:
    doc = document(text="x" * 300 + " The 技术交易会 opened in Zürich. " + "y" * 300, title="News")
    store.add(doc, [])
    for words, marked in (("交易", ["交易"]), ("zurich OPENED", ["opened", "Zürich"])):
        (hit,) = store.search(words).hits
        assert (hit.kind, hit.id, hit.caption) == ("document", doc.id, "News")
        assert [hit.snippet[a:b] for a, b in hit.marks] == marked
        assert len(hit.snippet) < 200
    assert [h.id for h in store.search("Нева").hits] == [doc.id]  # a cell of its table
    assert store.search("交会").hits == []


def test_search_finds_what_is_said_and_leaves_out_what_no_longer_stands(store: Store) -> None:
    note = say(ident("Acme"), "Company", "notes", "spherical robots for rescue")
    store.add(None, [name("Acme"), note])
    (hit,) = store.search("rescue robots").hits
    assert (hit.caption, hit.snippet, hit.marks) == ("Acme", note.value, ((10, 16), (21, 27)))
    assert store.search("rescue", schema="Person").hits == [] and len(store.search("rescue", schema="Organization").hits) == 1
    store.retract(note.id, by="Ada")
    assert store.search("rescue").hits == []


def test_a_word_that_is_everywhere_is_capped_and_says_so(store: Store) -> None:
    store.add(None, [name(f"Technology {n}") for n in range(CAP + 50)])
    page = store.search("technology", limit=5)
    assert (len(page.hits), page.total, page.capped) == (5, CAP, True)
    assert not store.search("technology 7").capped


def test_words_of_a_text() -> None:
    assert fulltext.words("Ёлка-1 中国人 ＡＢ") == ["елка", "1", "中国", "国人", "人", "ab"]


@pytest.mark.parametrize(
    ("wrong", "view"),
    [
        ("UPDATE entities SET caption = 'no' WHERE caption = 'Bo Li'", "entities"), ("DELETE FROM ties WHERE out = 1", "ties"),
        ("UPDATE tallies SET count = count + 1 WHERE what = 2", "tallies"), ("DELETE FROM figures", "figures"),
        ("INSERT INTO members VALUES (1, 2)", "members"), ("INSERT INTO standing VALUES (x'00', 'rejected', '')", "standing"),
        ("INSERT INTO search_values(rowid, words) VALUES (99, 'nonsense')", "search_values"),
        ("UPDATE meta SET value = 0 WHERE name = 'view ties'", "view ties"),
    ],
)  # fmt: skip
def test_a_damaged_view_is_found_and_a_rebuild_mends_it(store: Store, wrong: str, view: str) -> None:
    store.add(*story())
    store.decide(judge("x", "y"))
    assert store.check() == []
    rows, found = store.entities(), list(store.statements())
    with create_engine(store.url).begin() as raw:
        raw.execute(text(wrong))
    differences = store.check()
    assert any(view in line for line in differences)
    assert store.check() == differences, "checking changes nothing"
    store.rebuild()
    assert store.check() == [] and store.entities() == rows and list(store.statements()) == found


def test_a_newer_workspace_is_refused(store: Store, tmp_path: Path) -> None:
    with create_engine(store.url).begin() as raw:
        raw.execute(text("UPDATE meta SET value = 99 WHERE name = 'version'"))
    with pytest.raises(WorkspaceError, match="version 99"):
        Store.open(store.url)


def test_a_file_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dragoman.sqlite").write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    with pytest.raises(WorkspaceError, match="damaged"):
        Store.open(tmp_path)


@pytest.mark.parametrize("lang", ["", "en", "zh", "ru"])
def test_every_view_calls_an_entity_by_the_name_its_statements_give_to_the_reader(store: Store, lang: str) -> None:
    body, one = ident("Harbin Engineering University", "PublicBody"), ident("Acme")
    told = [("name", "Harbin Engineering University"), ("alias", "哈尔滨工程大学"), ("alias", "ХИУ"), ("previousName", "老校")]
    store.add(None, [say(body, "PublicBody", prop, value) for prop, value in told])
    store.add(None, [name("Acme"), say(ident("tie", "Membership"), "Membership", "member", body),
                     say(ident("tie", "Membership"), "Membership", "organization", one)])  # fmt: skip
    with reading_in(lang):
        called = store.entity(body).caption
        assert called == {"": "Harbin Engineering University", "en": "Harbin Engineering University",
                          "zh": "哈尔滨工程大学", "ru": "ХИУ"}[lang]  # fmt: skip
        assert store.captions([body, one]) == {body: called, one: "Acme"}
        assert {r.caption for r in store.entities(schema="Organization").rows} == {called, "Acme"}
        assert store.entity_page(body).caption == called
        assert [r.caption for r in store.find_entities("Harbin Engineering University")] == [called]
        assert [h.caption for h in store.search("老校").hits] == [called]
        assert several(store, [body])[body].caption == called
        assert [t.caption for t in tied(store, ident("tie", "Membership"), ["PublicBody"])] == [called]
