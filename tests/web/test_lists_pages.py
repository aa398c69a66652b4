"""Lists on their pages: the next edition dropped by hand, what each change says, the way back from what failed."""

from __future__ import annotations

import pytest
from test_work_pages import page, wait
from web_samples import Client

FIRST = b"name,id,country\nAlpha Optics,1,cn\nBeta Bearings,2,ru\nGamma Ltd,3,de\nDelta,4,de\n"
SECOND = b"name,id,country\nAlpha Optics,1,us\nBeta Bearings JSC,2,ru\nEpsilon,5,de\nDelta,4,de\n"


@pytest.fixture
def listed(client: Client) -> Client:
    """A site with a list of the user's own, dropped by hand."""
    sheet = [("files", ("a.csv", FIRST))]
    assert wait(client, client.post("/lists", {"label": "suppliers", "law": "EU", "published": "2019-03-01"}, files=sheet))
    return client


def dropped(client: Client, content: bytes, **more: str) -> dict[str, object]:
    return wait(client, client.post("/lists/suppliers/update", more, files=[("files", ("b.csv", content))]))


def test_the_next_edition_is_dropped_and_compared(listed: Client) -> None:
    text = page(listed, "/lists/suppliers?lang=ru")
    assert 'type="file"' in text and "Европейский союз" in text
    assert "Обновить сейчас" not in text  # the copy that was dropped never changes
    assert dropped(listed, SECOND, published="2019-06-01")["state"] == "done"
    editions = listed.get("/lists/suppliers.json").json()["editions"]
    assert [(e["published"], e["law"], e["in force"]) for e in editions] == [
        ("2019-06-01", "EU", True),
        ("2019-03-01", "EU", False),
    ]
    found = {c["name"]: c for c in listed.get("/lists/suppliers/changes.json").json()["changes"]}
    assert found["Alpha Optics"]["values"] == [{"property": "country", "before": ["cn"], "after": ["us"]}]
    assert found["Beta Bearings JSC"]["was"] == "Beta Bearings" and found["Gamma Ltd"]["what"] == "removed"
    text = page(listed, "/lists/suppliers/changes?lang=ru")
    assert "Китай" in text and "Соединенные Штаты" in text
    assert f"edition={editions[1]['edition']}" in text  # a removed record opens as the earlier edition has it


def test_what_shrank_is_taken_only_when_told_so(listed: Client) -> None:
    job = dropped(listed, b"name,id\nAlpha Optics,1\n")
    assert job["state"] == "failed"
    text = page(listed, f"/jobs/{job['id']}?lang=zh")
    assert "1 条记录" in text and "dragoman lists" not in text and "files/" not in text and 'href="/lists"' in text
    assert len(listed.get("/lists/suppliers.json").json()["editions"]) == 1
    assert dropped(listed, b"name,id\nAlpha Optics,1\n", fewer="1")["state"] == "done"
    assert len(listed.get("/lists/suppliers.json").json()["editions"]) == 2


def test_a_record_says_where_it_stands_in_the_language_of_the_page(listed: Client) -> None:
    text = page(listed, "/lists/suppliers/record?id=2&lang=ru")
    assert "a.csv, строка 3" in text and "номер 2" in text
    assert text.index("Beta Bearings") < text.index("Россия")


def test_a_refused_form_leads_back_to_its_page(listed: Client) -> None:
    answer = listed.post("/lists", {"label": "no such/label"}, headers={"referer": f"{listed.base}/lists?lang=zh"})
    assert answer.status_code == 400 and 'href="/lists?lang=zh"' in answer.text
