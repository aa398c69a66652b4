"""The pages of the fair itself: plan, programme, papers, figures and histories tell what is wrong, what lacks and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from expo_samples import made_edition, opened
from web_samples import Client

ANNA = "Anna Chen"
LANGUAGES = ("en", "zh", "ru")


@pytest.fixture
def edition(client: Client, folder: Path) -> str:
    """An edition with three exhibitors and a news release."""
    return made_edition(folder)


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def test_the_plan_tells_of_stands_over_one_another_and_outside_their_hall(client: Client, folder: Path, edition: str) -> None:
    with opened(folder) as workspace:
        enter = workspace.expo.enter
        enter("Hall", {"name": "Hall 1", "left": "0", "top": "0", "width": "20", "depth": "10"}, by=ANNA, of=edition)
        for number, left in (("C1", "0"), ("C2", "2"), ("C3", "19")):
            place = {"number": number, "hall": "Hall 1", "left": left, "top": "0", "width": "3", "depth": "3"}
            enter("Stand", place, by=ANNA, of=edition)
    told = client.get(f"/expo/{edition}/plan.json").json()
    assert [[s["number"] for s in pair] for pair in told["overlaps"]] == [["C1", "C2"]]
    assert [s["number"] for s in told["outside"]] == ["C3"]
    assert "1 pair of stands lies over one another" in text(client.get(f"/expo/{edition}/plan?lang=en").text)


def test_a_programme_tells_what_is_not_released_and_what_has_no_hour(client: Client, folder: Path, edition: str) -> None:
    path, forum = f"/expo/{edition}/programme", {"name": "Forum on tides", "startDate": "2019-06-15", "startTime": "09:30"}
    with opened(folder) as workspace:
        workspace.expo.enter("Forum", forum, by=ANNA, of=edition)
        workspace.expo.enter("Forum", {"name": "Forum on foam", "startDate": "2019-06-15"}, by=ANNA, of=edition)
    first = client.get(f"{path}.json").json()
    assert [(u["caption"], u["lacks"]) for u in first["unplaced"]] == [("Forum on foam", "hour")] and first["pending"] == []
    assert client.post(path, {"note": "first"}).status_code == 303
    with opened(folder) as workspace:
        late = {"name": "Forum on waves", "startDate": "2019-06-16", "startTime": "14:00"}
        workspace.expo.enter("Forum", late, by=ANNA, of=edition)
    assert [(c["kind"], c["title"]) for c in client.get(f"{path}.json").json()["pending"]] == [("new", "Forum on waves")]
    assert "1 change is not released yet" in text(client.get(f"{path}?lang=en").text)


def papers(client: Client, edition: str) -> dict[str, str]:
    """What each paper of an edition lacks."""
    return {k["kind"]: k["why"] for k in client.get(f"/expo/{edition}/papers.json").json()["kinds"]}


def test_papers_are_offered_only_where_they_can_be_made(client: Client, folder: Path, edition: str) -> None:
    base = f"/expo/{edition}/papers"
    assert papers(client, edition) == {
        "programme": "released", "calendar": "released", "directory": "out", "badges": "badges", "floor-plan": "placed",
        "public": "public",
    }  # fmt: skip
    assert f"{base}/directory.pdf" not in client.get(base).text
    refused = client.post(base, {"what": "exhibitors", "wish": "publish"})
    assert refused.status_code == 422 and "on what ground" in text(refused.text).lower()
    assert client.post(base, {"what": "exhibitors", "wish": "publish", "note": "agreed in the form"}).status_code == 303
    assert papers(client, edition)["directory"] == "" and f"{base}/directory.pdf" in client.get(base).text
    made = client.get(f"{base}/directory.docx?paper=en")
    assert made.status_code == 200 and made.content[:2] == b"PK"


def test_what_an_exhibitor_took_back_is_not_let_out_by_the_organiser(client: Client, folder: Path, edition: str) -> None:
    with opened(folder) as workspace:
        one = workspace.publishing.each(edition, "exhibitors")[0]
        workspace.publishing.publish([one], by="the exhibitor")
        workspace.publishing.withdraw([one], by="the exhibitor")
    client.post(f"/expo/{edition}/papers", {"what": "exhibitors", "wish": "publish", "note": "agreed in the form"})
    with opened(folder) as workspace:
        public = workspace.publishing.public()
        assert [public.record(i) for i in workspace.publishing.each(edition, "exhibitors")].count(True) == 2
        assert not public.record(one)


def test_a_series_has_the_tabs_of_a_series(client: Client, folder: Path, edition: str) -> None:
    series = client.get(f"/expo/{edition}.json").json()["series"]["id"]
    assert f"/expo/{series}/plan" not in client.get(f"/expo/{series}/figures").text
    assert f"/expo/{edition}/plan" in client.get(f"/expo/{edition}/figures").text


def test_figures_and_histories_speak_the_language_of_the_reader(client: Client, folder: Path, edition: str) -> None:
    zh = client.get(f"/expo/{edition}/figures.json?lang=zh").json()["reported"]
    assert {r["thing"]: r["called"] for r in zh} == {"exhibitors": "参展商", "countries": "国家和地区"}
    rows = client.get(f"/expo/{edition}/list/Exhibit.json").json()["rows"]
    for lang in LANGUAGES:
        for row in rows:
            page = text(client.get(f"{'/records/' + row['id']}/history?lang={lang}").text)
            assert not re.search(r"[0-9a-f]{16}", page), page
            assert "exhibitors.csv" in page and "entries of" not in page
    assert "机器人" in text(client.get(f"/expo/{edition}/list/Exhibit?lang=zh").text)


def test_records_without_a_name_are_never_called_by_an_id(client: Client, folder: Path, edition: str) -> None:
    with opened(folder) as workspace:
        stand = workspace.expo.enter("Stand", {"number": "C1"}, by=ANNA, of=edition)
        part = next(r.id for r in workspace.store.entities(schema="Participation", limit=5).rows)
    assert "<bdi>展位 C1</bdi>" in client.get(f"/records/{stand}?lang=zh").text
    named = client.get(f"/records/{part}.json?lang=ru").json()["record"]["caption"]
    assert named.endswith("экспонент") and part[:8] not in named
