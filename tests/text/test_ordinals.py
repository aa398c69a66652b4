"""Relative ordinals in three languages."""

from __future__ import annotations

import pytest

from dragoman.text import ordinals


@pytest.mark.parametrize(
    ("lang", "text", "words", "place"),
    [
        ("en", "The next edition is held in Shenzhen.", "next", "current+1"),
        ("en", "At the previous one they signed.", "previous", "current-1"),
        ("en", "Compare it with the previous one.", "previous one", "current-1"),
        ("en", "the last but one hall", "the last but one", "end-1"),
        ("en", "the antepenultimate item", "antepenultimate", "end-2"),
        ("en", "the last exhibitor", "last", "end+0"),
        ("zh", "上一届科博会", "上一", "current-1"),
        ("zh", "下届高交会", "下", "current+1"),
        ("zh", "倒数第二个展厅", "倒数第二", "end-1"),
        ("ru", "Следующая выставка", "Следующая", "current+1"),
        ("ru", "на предпоследнем месте", "предпоследнем", "end-1"),
        ("ru", "прошлого форума", "прошлого", "current-1"),
    ],
)
def test_relative(lang: str, text: str, words: str, place: str) -> None:
    assert [(r.text, r.plain) for r in ordinals.relative(text, lang)] == [(words, place)]


@pytest.mark.parametrize(("lang", "text"), [("en", "a lasting currency"), ("zh", "上海下午"), ("ru", "последствия прошлись")])
def test_words_that_only_begin_so(lang: str, text: str) -> None:
    assert ordinals.relative(text, lang) == []
