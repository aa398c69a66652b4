"""Sheets on the page of import: each mapped by itself, a mapping that does not fit leaves all as it was."""

from __future__ import annotations

from typing import Any

from test_work_pages import CATALOGUE, page, wait
from web_samples import Client


def kinds(client: Client, path: str) -> list[tuple[str, str]]:
    return [(s["file"], s["kind"]) for s in client.get(f"{path}.json").json()["intake"]["sheets"]]


def mapped(file: str, *fields: str, **more: Any) -> dict[str, str]:
    told = {"wish": "map", "kind": "catalogue", "file": file, "sheet": file.partition(".")[0], **more}
    for number, field in enumerate(fields):
        told |= {f"heading{number}": ("Foo", "Bar")[number], f"field{number}": field}
    return told


def test_one_sheet_is_mapped_and_the_others_stay_as_they_are(client: Client) -> None:
    sheets = {"catalogue.csv": CATALOGUE, "one.csv": "Foo,Bar\nAlpha Ltd,2\n", "two.csv": "Foo,Bar\n7,Beta Ltd\n"}
    files = [("files", (name, text.encode())) for name, text in sheets.items()]
    path = client.post("/import", {}, files=files).headers["location"]
    assert kinds(client, path) == [("catalogue.csv", "catalogue"), ("one.csv", ""), ("two.csv", "")]
    client.post(path, mapped("one.csv", "exhibitor.name", ""))
    assert kinds(client, path) == [("catalogue.csv", "catalogue"), ("one.csv", "catalogue"), ("two.csv", "")]
    client.post(path, mapped("two.csv", "", "exhibitor.name"))
    assert {kind for _, kind in kinds(client, path)} == {"catalogue"}
    job = wait(client, client.post(path, {"wish": "begin"}))
    assert (job["state"], job["figures"]["problems"], job["figures"]["refused"]) == ("done", 0, 0)
    for name in ("Alpha Ltd", "Beta Ltd", "Harbour Robotics Ltd"):
        assert client.get("/search.json", params={"q": name}).json()["total"] > 0, name


def test_a_mapping_that_does_not_fit_leaves_the_page_as_it_was(client: Client) -> None:
    path = client.post("/import", {}, files=[("files", ("one.csv", b"Foo,Bar\nAlpha Ltd,2\n"))]).headers["location"]
    referer = {"referer": f"{client.base}{path}"}
    for wrong in (mapped("one.csv", "", ""), mapped("one.csv", "no.such", ""), mapped("one.csv", "exhibitor.country", "")):
        answer = client.post(path, wrong, headers=referer)
        assert answer.status_code == 422 and f'href="{path}"' in answer.text
        assert kinds(client, path) == [("one.csv", "")]
    client.post(path, mapped("one.csv", "exhibitor.name", ""))
    assert client.post(path, mapped("one.csv", "", "")).status_code == 422
    assert kinds(client, path) == [("one.csv", "catalogue")] and "Alpha Ltd" in page(client, path)
