"""Search, dossier, neighbourhood, documents: what they show and that the JSON twin tells the same."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from web_samples import Client, local_client

from dragoman.workspace import open_workspace

LANGS = ("en", "zh", "ru")


def entity(client: Client, name: str) -> str:
    """The id of the first hit for a name."""
    hits = client.get("/search.json", params={"q": name}).json()["hits"]
    assert hits, name
    return str(hits[0]["hit"]["id"])


FINDS = [("Rover Systems", "Rover"), ("rovver systems", "Rover"), ("Ровер Системс", "Rover"), ("Sichuan daxue", "四川大学"),
         ("四川", "四川大学"), ("Tekhnospark", "Техноспарк"), ("техноспарк", "Техноспарк")]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), FINDS)
def test_names_are_found_in_other_scripts_and_misspelt(reading: Client, words: str, name: str) -> None:
    found = reading.get("/search.json", params={"q": words}).json()
    assert name.lower() in " ".join(h["hit"]["caption"] for h in found["hits"][:4]).lower()


def test_a_search_shows_the_words_and_narrows(reading: Client) -> None:
    page = reading.get("/search?q=robot")
    assert "<mark>robot</mark>" in page.text and "fair.txt" in page.text
    everything = reading.get("/search.json?q=university").json()
    kinds = {v[0]: v[2] for f in everything["facets"] if f["name"] == "kind" for v in f["values"]}
    assert kinds
    kind, n = next(iter(kinds.items()))
    narrowed = reading.get(f"/search.json?q=university&kind={kind}").json()
    assert narrowed["total"] == n <= everything["total"]
    assert narrowed["documents"] == [], "documents have no kind"


def test_nothing_found_says_what_to_try_and_no_word_shows_what_there_is(reading: Client) -> None:
    assert "another spelling" in reading.get("/search?q=zzqqxx&lang=en").text
    assert reading.get("/search.json").json()["kinds"]
    assert "Organi" in reading.get("/search?of=organisation&lang=en").text
    assert reading.get("/search?of=nonsense").status_code == 404
    assert reading.get("/search?q=" + "x" * 2000).status_code == 400


@pytest.mark.parametrize("lang", LANGS)
def test_a_dossier_says_each_thing_with_its_source(reading: Client, lang: str) -> None:
    key = entity(reading, "Rover Systems")
    page = reading.get(f"/entities/{key}?lang={lang}")
    data = reading.get(f"/entities/{key}.json?lang={lang}").json()
    assert page.status_code == 200 and "Rover Systems" in page.text
    assert data["summary"] and all(s["sources"] for s in data["summary"])
    for claim in data["dossier"]["claims"]:
        assert claim["proofs"] and claim["proofs"][0]["quote"], claim["prop"]
    assert {"id", "title", "published"} <= set(data["dossier"]["documents"][0])
    links = re.findall(r'href="(/documents/[0-9a-f]+)\?fact=([0-9a-f]+)#f-', page.text)
    assert links
    reader = reading.get(f"{links[0][0]}?fact={links[0][1]}")
    assert 'id="now"' in reader.text, "the sentence is marked in the document"
    assert f"/entities/{key}" in reader.text, "and leads back"


def test_a_dossier_as_of_a_date_and_of_nobody(reading: Client) -> None:
    key = entity(reading, "Rover Systems")
    assert "June 2018" in reading.get(f"/entities/{key}?as_of=2018-06&lang=en").text
    assert reading.get(f"/entities/{key}?as_of=soon").status_code == 400
    assert reading.get(f"/entities/{'0' * 32}").status_code == 404
    early = reading.get(f"/entities/{key}.json?known_at=2001-01-01")
    assert early.status_code == 404 and early.json()["status"] == 404


def test_names_are_shown_in_latin_letters_on_demand(reading: Client) -> None:
    key = entity(reading, "四川大学")
    assert "daxue" in reading.get(f"/entities/{key}?latin=1").text.lower()


def test_a_dossier_is_handed_over_as_pdf(reading: Client) -> None:
    pytest.importorskip("typst")
    answer = reading.get(f"/entities/{entity(reading, 'Rover Systems')}/dossier.pdf?lang=ru")
    assert answer.content.startswith(b"%PDF") and answer.headers["content-type"] == "application/pdf"


def test_a_neighbourhood_is_a_drawing_a_list_and_a_file(reading: Client) -> None:
    key = entity(reading, "5th River Tech Expo")
    data = reading.get(f"/entities/{key}/neighbourhood.json").json()
    drawn = reading.get(f"/entities/{key}/neighbourhood").text
    assert len(data["nodes"]) > 1 and "<svg" in drawn
    kind = next(iter(data["kinds"]))
    listed = reading.get(f"/entities/{key}/neighbourhood.json?as=list&kind={kind}").json()
    assert listed["total"] == data["kinds"][kind] == len(listed["rows"])
    rows = list(csv.reader(io.StringIO(reading.get(f"/entities/{key}/neighbourhood.csv").text.lstrip("\ufeff"))))
    assert len(rows) == 1 + len(data["edges"])
    other = next(n["id"] for n in data["nodes"] if n["depth"] == 1)
    opened = reading.get(f"/entities/{key}/neighbourhood.json?open={other}").json()
    assert next(n for n in opened["nodes"] if n["id"] == other)["opened"]


def test_documents_are_listed_and_found(reading: Client) -> None:
    assert reading.get("/documents.json").json()["total"] == 4
    assert [r["name"] for r in reading.get("/documents.json?words=fair").json()["rows"]] == ["fair.txt"]
    assert reading.get("/documents/none").status_code == 404


def test_the_start_page_tells_what_waits_and_draws_the_whole(reading: Client) -> None:
    data = reading.get("/index.json").json()
    assert data["counts"]["documents"] == 4 and data["channels"]
    html = reading.get("/").text
    assert 'class="whole wide"' in html and 'class="whole narrow"' in html


def test_labels_of_the_drawing_break_between_words() -> None:
    from dragoman.web.drawn_overview import _text

    assert re.findall(">([^<]+)<", _text("Delegations 29", 0, 0, "middle", 14)) == ["Delegations 29"]
    assert re.findall(">([^<]+)<", _text("Спрос и предложение 25", 0, 0, "middle", 14)) == ["Спрос и", "предложение 25"]
    cut = re.findall(">([^<]+)<", _text("a very long name of a country far away", 0, 0, "end", 12))
    assert cut[0] == "a very long" and cut[1].endswith("…") and all(len(line) <= 12 for line in cut)


def test_what_a_person_entered_is_no_document_of_the_start_page(client: Client, folder: Path) -> None:
    with open_workspace(folder) as workspace:
        before = workspace.store.counts()["documents"]
        workspace.expo.enter("Expo", {"name": "Reed Fair"}, by="A. Chen")
        assert workspace.store.counts()["documents"] == before + 1
    assert client.get("/index.json").json()["counts"]["documents"] == 4


def test_an_empty_workspace_offers_three_ways_to_begin(tmp_path: Path) -> None:
    open_workspace(tmp_path / "empty", create=True).close()
    with local_client(tmp_path / "empty") as client:
        page = client.get("/").text
        assert 'action="/start/cases"' in page and "/records/new/Edition" in page and 'type="file"' in page
        for path in ("/search?q=x", "/documents", "/check", "/decisions", "/settings"):
            assert client.get(path).status_code == 200, path


def test_a_town_is_placed_only_where_one_is_meant() -> None:
    from dragoman.text.places import look_up
    from dragoman.workspace.placing import _is_one

    def placed(name: str, country: str) -> bool:
        return _is_one([p for p in look_up(name, "en", [country]) if p.country == country and p.longitude is not None])

    assert placed("Chongqing", "cn") and placed("Mianyang", "cn"), "the others of the name are much smaller"
    assert not placed("Troitsk", "ru"), "there are two of some size"
