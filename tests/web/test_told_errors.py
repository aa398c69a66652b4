"""Forms and pages that refuse something say why in the language of the page; programs get it as it was raised."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from expo_samples import add_list, made_all
from web_samples import Client, local_client, made_workspace

ENGLISH = re.compile(r"[A-Za-z]{3,}(?: [A-Za-z]{2,}){2,}")  # three words on end are a sentence, no name
NAMES = ("TechnoSpark", "Xinxiang Prefecture", "Anna Chen", "Tidal Optics Ltd", "Rover Systems JSC", "Visit to the centre",
         "3rd Tidal Fair", "Nobody At All GmbH", "watch")  # fmt: skip


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, dict[str, str]]]:
    """An edition with one of everything."""
    folder = made_workspace(tmp_path_factory.mktemp("told"), {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAGOMAN_MODELS", "off")
        ids = made_all(folder)
        add_list(folder)
        with local_client(folder) as client:
            yield client, ids


def refused(html: str) -> str:
    """What a page says is wrong."""
    found = re.search(r'<(?:p|div) class="(?:wrong|detail)"[^>]*>(.*?)</(?:p|div)>', html, re.S)
    assert found, html[:2000]
    return re.sub(r"<[^>]+>", " ", found[1])


# What is sent where, with fields that cannot be kept.
SENT = [
    ("/visits/{Visit}", {"act": "stop", "name": ""}),
    ("/visits/{Visit}", {"act": "note", "next": "Send prices"}),
    ("/visits/{Visit}", {"act": "decide", "wish": "release", "note": "x", "version": "1.2"}),
    ("/visits/{Visit}", {"act": "decide", "wish": "nothing"}),
    ("/delegations/{Delegation}", {"act": "decide", "wish": "hold", "note": ""}),
    ("/agreements/{Agreement}", {"act": "stage", "stage": "contact", "date": "2019-01-01"}),
    ("/agreements/{Agreement}", {"act": "stage", "stage": "contract", "date": "soon"}),
    ("/cooperations/{Cooperation}", {"act": "step"}),
    ("/records/new/Visit", {"p.name": "Visit to the centre", "p.visitor": "Xinxiang Prefecture", "p.host": "TechnoSpark"}),
    ("/expo/{edition}/links", {"record": "Nobody At All GmbH", "name": "x"}),
    ("/expo/{edition}/links", {"record": "Rover Systems JSC", "name": ""}),
    ("/settings", {"person": ""}),
    ("/hits", {"record": "watch:1", "verdict": "perhaps", "note": "x"}),
    ("/review", {"left": "a", "right": "b", "verdict": "perhaps"}),
    ("/jobs/0123456789abcdef/cancel", {}),
]


@pytest.mark.parametrize("lang", ["zh", "ru"])
def test_what_is_refused_is_told_in_the_language_of_the_page(fair: tuple[Client, dict[str, str]], lang: str) -> None:
    client, ids = fair
    english = []
    for path, sent in SENT:
        answer = client.post(f"{path.format(**ids)}?lang={lang}", sent)
        if answer.status_code < 400:
            english.append((path, sent, answer.status_code))
            continue
        said = refused(answer.text)
        for name in NAMES:
            said = said.replace(name, "")
        if ENGLISH.search(said) or not re.search("[一-鿿]" if lang == "zh" else "[а-я]", said):
            english.append((path, sent, said))
    assert english == []


@pytest.mark.parametrize("path", ["/entities/0", "/jobs/x", "/lists/none", "/expo/0", "/documents/0?lang=ru", "/facts/0",
                                  "/search?offset=x", "/lists-of/Nothing"])  # fmt: skip
def test_pages_that_are_not_there_say_so_in_chinese(fair: tuple[Client, dict[str, str]], path: str) -> None:
    page = fair[0].get(f"{path.partition('?')[0]}?lang=zh&{path.partition('?')[2]}")
    assert page.status_code >= 400
    assert not ENGLISH.search(refused(page.text)), refused(page.text)


def test_programs_get_it_as_it_was_raised(fair: tuple[Client, dict[str, str]]) -> None:
    answer = fair[0].get("/entities/0.json?lang=zh")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].isascii()
