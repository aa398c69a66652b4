"""What was refused, on the pages of work: in the reader's language, without folders of the server, where it can be mended."""

from __future__ import annotations

import pytest
from test_work_pages import page, wait
from web_samples import Client

import tests_bad_files as bad


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "请去除密码"), ("ru", "Снимите пароль"), ("en", "is locked with a password")]
)
def test_what_was_refused_is_told_in_the_language_of_the_page(client: Client, lang: str, words: str) -> None:
    files = [("files", (name, bad.bad_files()[name])) for name in ("locked.pdf", "empty.txt", "climber.zip")]
    job = wait(client, client.post("/import", {}, files=files))
    text = page(client, f"/jobs/{job['id']}?lang={lang}")
    assert words in text and str(client.site.folder) not in text
    assert ("leads out of the archive" in text) == (lang == "en") and '<bdi lang="en">climber.zip:' not in text
    assert client.get(f"/jobs/{job['id']}.json").json()["refusals"][0].startswith("climber.zip: holds a file")


def test_a_broken_sheet_is_refused_where_it_was_dropped(client: Client) -> None:
    client.site.folder.joinpath("a.csv").write_text("name\nHarbour Robotics\n", "utf-8")
    wait(client, client.post("/lists", {"label": "watch"}, files=[("files", ("a.csv", b"name\nHarbour Robotics\n"))]))
    for name, content in (("damaged.xlsx", bad.bad_files()["damaged.xlsx"]), ("empty.csv", b""), ("locked.pdf", b"%PDF-1.7 x")):
        answer = client.post("/screening?lang=ru", {"names": "Kama Depot"}, files=[("files", (name, content))])
        assert answer.status_code == 422 and 'role="alert"' in answer.text and "Kama Depot" in answer.text, name
        assert "jobs/" not in answer.text.partition("</form>")[0]
    assert client.post("/screening", {}).status_code == 422
