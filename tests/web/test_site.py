"""Coming in, hosts, origins, headers, form tokens, errors."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from web_samples import LAUNCH, Client

from dragoman.web.app import create_app


def test_without_the_start_address_nobody_gets_in(folder: Path) -> None:
    stranger = Client(create_app(folder, launch=LAUNCH))
    assert stranger.get("/").status_code == 401
    assert stranger.get("/enter?token=wrong").status_code == 403
    came = stranger.get(f"/enter?token={LAUNCH}&next=//elsewhere.example")
    assert came.status_code == 303 and came.headers["location"] == "/"
    assert stranger.get("/").status_code == 200


def test_the_first_page_and_its_twin(reading: Client) -> None:
    assert "Dragoman" in reading.get("/").text
    assert reading.get("/index.json").json()["counts"]["documents"] == 4


def test_another_host_and_another_origin_are_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403
    refused = client.ask("POST", "/settings", headers={"origin": "http://evil.example"}, data={"csrf": "x"})
    assert refused.status_code == 403
    assert client.ask("POST", "/settings", data={"person": "Olga"}).status_code == 403


def test_every_answer_carries_the_policy(reading: Client) -> None:
    for path in ("/", "/no-such-page", "/static/style.css", "/index.json"):
        headers = reading.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"


def test_errors_are_pages_for_people_and_problems_for_programs(reading: Client) -> None:
    page = reading.get("/no-such-page?lang=ru")
    assert page.status_code == 404 and "Здесь ничего нет" in page.text
    told = reading.get("/no-such.json")
    assert told.status_code == 404 and told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == 404


def test_a_refused_form_leads_back_to_its_page_and_nowhere_else(client: Client) -> None:
    key = client.get("/documents.json").json()["rows"][0]["id"]
    form, page = {"words": "not there", "kind": "Company", "name": "x"}, f"/documents/{key}"
    refused = client.post(f"{page}/propose", form, headers={"referer": f"http://127.0.0.1:8321{page}?page=0"})
    assert refused.status_code == 400 and f'href="{page}?page=0"' in refused.text
    for away in ("http://evil.example/x", "http://127.0.0.1:8321//evil.example", "//[", "javascript:alert(1)"):
        assert "evil" not in client.post(f"{page}/propose", form, headers={"referer": away}).text


def test_requests_at_once_each_have_a_workspace_of_their_own(client: Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(client.get, ["/documents", "/search?q=robot", "/check", "/"] * 6))
    assert {a.status_code for a in answers} == {200}
