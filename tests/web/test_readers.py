"""Pages call things by their names in the reader's language; programs and what is written do not depend on who reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from expo_samples import opened
from web_samples import Client, local_client, made_workspace

NAMES = {"en": "River Tech Expo 2031", "zh": "2031年江城科博会", "ru": "Речная выставка 2031"}


@pytest.fixture
def edition(tmp_path: Path) -> tuple[Path, str]:
    """A workspace with an edition of three names."""
    folder = made_workspace(tmp_path, {})
    with opened(folder) as workspace:
        entered = workspace.expo.enter(
            "Edition", {"name": NAMES["en"], "alias": [NAMES["zh"], NAMES["ru"]], "startDate": "2031-05-01"}, by="Ada"
        )
    return folder, entered


def first(client: Client, path: str, lang: str) -> str:
    """The language of the name of the edition that a page says first."""
    html = client.get(path, headers={"accept-language": lang}).text.replace("<mark>", "").replace("</mark>", "")
    return min((key for key in NAMES if NAMES[key] in html), key=lambda key: html.index(NAMES[key]))


@pytest.mark.parametrize("path", ["/", "/expo", "/expo/{id}", "/expo/{id}/figures", "/search?q=2031"])
def test_a_page_calls_it_by_its_name_in_the_readers_language_whoever_asked_before(edition: tuple[Path, str], path: str) -> None:
    folder, key = edition
    with local_client(folder) as client:
        for lang in ("en", "zh", "ru", "en"):
            assert first(client, path.format(id=key), lang) == lang


def test_the_dossier_leads_with_it_and_has_all_names(edition: tuple[Path, str]) -> None:
    folder, key = edition
    with local_client(folder) as client:
        for lang, name in NAMES.items():
            html = client.get(f"/entities/{key}?lang={lang}").text
            assert f"<title>{name}" in html and all(other in html for other in NAMES.values())


def test_programs_get_the_same_name_in_every_language(edition: tuple[Path, str]) -> None:
    folder, key = edition
    with local_client(folder) as client:
        told = {client.get(f"/api/entities/{key}", headers={"accept-language": lang}).text for lang in NAMES}
        assert len(told) == 1
