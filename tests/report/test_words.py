"""Messages: complete in three languages, no more and no less than is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman.report
from dragoman.base.errors import UnknownName
from dragoman.model.schema import FACT_KINDS, LANGUAGES, schemata
from dragoman.model.statement import Bound, Stance, Status
from dragoman.report.figures import Verdict
from dragoman.report.sections import ORDER
from dragoman.report.words import HARMFUL, Words, messages, script_language, shown

ROOM = Path(dragoman.report.__file__).parent


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_each_message_with_the_same_places(lang: str) -> None:
    own, english = messages(lang), messages("en")
    assert set(own) == set(english)
    for key, text in own.items():
        assert text.strip(), key
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), key


def test_every_message_that_is_asked_for_is_there() -> None:
    sources = [p.read_text(encoding="utf-8") for p in [*ROOM.glob("*.py"), *(ROOM / "templates").glob("*.html")]]
    asked = {k for text in sources for k in re.findall(r"""(?:\bt|words|say)\(f?["']([a-z_]+\.[a-z_]+)["']""", text)}
    asked |= {f"section.{name}" for name in [*ORDER, "figures", "documents", "to_check"]}
    asked |= {f"fact.{kind}" for kind in FACT_KINDS} | {f"stance.{s}" for s in Stance}
    asked |= {f"status.{s}" for s in Status if s} | {f"bound.{b}" for b in Bound if b}
    asked |= {f"verdict.{v.replace(' ', '_')}" for v in Verdict}
    asked |= {f"prop.{p}" for s in schemata().values() for p in s.properties}
    assert len(asked) > 250
    missing = asked - set(messages("en"))
    assert not missing


def test_chinese_and_russian_are_not_left_in_english() -> None:
    english = messages("en")
    for lang in ("zh", "ru"):
        same = [k for k, text in messages(lang).items() if text == english[k]]
        assert len(same) < 12, same


def test_a_missing_message_is_an_error_and_an_open_value_is_not() -> None:
    words = Words("en")
    with pytest.raises(UnknownName, match=r"no\.such"):
        words("no.such")
    assert words.choice("body", "guild of bakers") == "guild of bakers"


def test_numbers_are_set_as_the_language_does() -> None:
    assert Words("en").number(456500000000) == "456,500,000,000"
    assert Words("ru").number(1234.5) == "1\u00a0234,5"


SCRIPTS = [("四川大学", "zh"), ("Новосибирск", "ru"), ("Rover", "en"), ("1234", ""), ("ロボット", "ja")]


@pytest.mark.parametrize(("text", "lang"), SCRIPTS)
def test_the_script_tells_the_language(text: str, lang: str) -> None:
    assert script_language(text) == lang


@given(st.text(max_size=400), st.integers(1, 50))
def test_what_is_shown_is_short_and_clean(text: str, limit: int) -> None:
    out = shown(text, limit)
    assert len(out) <= limit + 1 and not HARMFUL.search(out)
