"""Messages of the pages: complete in three languages, every one asked for is there, none is left over, plurals fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman.web
from dragoman.model.schema import LANGUAGES
from dragoman.report.words import messages
from dragoman.web.ask import inside
from dragoman.web.words import Speech, language, plural, web_messages

ROOM = Path(dragoman.web.__file__).parent
PLACES = re.compile(r"\{(\w+)\}")
FORMS = {"en": {"one", "other"}, "zh": {"other"}, "ru": {"one", "few", "many"}}
# A message by its whole key, or by a group whose key is put together when the page is made.
ASKED = re.compile(r"""["']([a-z_]+\.[\w .-]+?)["']""")
BUILT = re.compile(r"""["']([a-z_]+)\.["'] ~|f["']([a-z_]+)\.\{|\.choice\(["']([a-z_]+)["']|["']([a-z_]+)\.(\w+)_["'] ~""")


def sources() -> str:
    found = [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")]
    return "\n".join(p.read_text(encoding="utf-8") for p in found)


def texts(said: str | dict[str, str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said.values())


def test_each_message_has_three_languages_with_the_same_places() -> None:
    for key, said in web_messages().items():
        assert len(said) == len(LANGUAGES), key
        wanted = set(PLACES.findall(" ".join(texts(said[0]))))
        for lang, message in zip(LANGUAGES, said, strict=True):
            for text in texts(message):
                assert isinstance(text, str) and text.strip(), (key, lang)
                assert set(PLACES.findall(text)) <= wanted, (key, lang)
            assert set(PLACES.findall(" ".join(texts(message)))) == wanted, (key, lang)
            if isinstance(message, dict):
                assert FORMS[lang] <= set(message) | {"other"} and set(message) <= {*FORMS[lang], "other"}, (key, lang)


def test_every_message_that_is_asked_for_is_there() -> None:
    text = sources()
    groups = {key.partition(".")[0] for key in web_messages()}
    asked = set(re.findall(r"""\b(?:t|words|marked|says?)\(\s*["']([a-z_]+\.[\w .-]+)["']""", text))
    asked |= {
        k for k in ASKED.findall(text) if k.partition(".")[0] in groups and not k.endswith((".html", ".css", ".js", ".py"))
    }
    known = set(web_messages()) | set(messages("en"))
    files = {p.stem for p in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")]}
    missing = {k for k in asked - known if k.split(".")[1] not in files and not k.endswith(("json", "pdf", "csv", "xlsx", "_"))}
    assert len(asked) > 200
    assert not missing


def test_no_message_is_left_over() -> None:
    text = sources()
    built = {g for found in BUILT.findall(text) for g in found[:4] if g}
    built |= {"menu", "error", "one", "paper", "prop"}
    left = {k for k in web_messages() if k.partition(".")[0] not in built and k not in text}
    assert not left


def test_chinese_and_russian_are_not_left_in_english() -> None:
    words = re.compile("[a-z]{3}")  # abbreviations and codes are the same everywhere
    for place, lang in enumerate(LANGUAGES[1:], 1):
        same = [(key, said[0]) for key, said in web_messages().items() if said[place] == said[0] and isinstance(said[0], str)]
        left = [key for key, text in same if words.search(PLACES.sub("", text).replace("Dragoman", ""))]
        assert not left, lang


PLURALS = [("en", 1, "one"), ("en", 0, "other"), ("ru", 1, "one"), ("ru", 21, "one"), ("ru", 11, "many"), ("ru", 3, "few"),
           ("ru", 12, "many"), ("ru", 5, "many"), ("ru", 1.5, "other"), ("zh", 1, "other")]  # fmt: skip


@pytest.mark.parametrize(("lang", "n", "form"), PLURALS)
def test_plural_forms(lang: str, n: float, form: str) -> None:
    assert plural(lang, n) == form


def test_numbers_and_dates_are_set_as_the_language_does() -> None:
    assert Speech("ru")("check.left", n=1234) == "Ждут 1\u00a0234 утверждения."
    assert Speech("en").date("2017-06") == "June 2017"
    assert Speech("zh").date("2017-06-22") == "2017年6月22日"
    assert "июня 2017" in Speech("ru").date("2017-06-22")
    assert Speech("en").date("about 1990") == "about 1990"


def test_the_language_is_that_asked_for_then_kept_then_accepted() -> None:
    assert language("ru", "zh", "en") == "ru"
    assert language("xx", "zh", "en") == "zh"
    assert language("", "", "de, ru;q=0.8, en;q=0.4") == "ru"
    assert language("", "", ";q=, zh-CN;q=x") == "en" or language("", "", ";q=, zh-CN;q=x") == "zh"
    assert language("", "", "de") == "en"


EVIL = ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", "", "evil"]


@pytest.mark.parametrize("evil", EVIL)
def test_an_address_from_outside_stays_inside(evil: str) -> None:
    assert inside(evil) == "/"
    assert inside("/check?after=1") == "/check?after=1"
