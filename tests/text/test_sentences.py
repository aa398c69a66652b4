"""Sentences: offsets are lossless and abbreviations do not split."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import sentences


def pieces(text: str, lang: str) -> list[str]:
    return [text[a:b] for a, b in sentences.split(text, lang)]


@pytest.mark.parametrize(
    "one",
    [
        "Daniil Lozhkin of Rover Co. Ltd came from St. Petersburg.",
        "The sale brought 64,000 U.S. dollars last year.",
        "Mr. Popov and Dr. Li read No. 5 of the list.",
        "It cost approx. 5 million and grew by 3.5 percent.",
        "See Vol. 3, pp. 12 to 15.",
        "Acme Inc. signed with Shenzhen Widgets Co., Ltd. in Jan. 2018.",
    ],
)
def test_english_abbreviations_do_not_split(one: str) -> None:
    assert pieces(f"Before. {one} After.", "en") == ["Before.", one, "After."]


@pytest.mark.parametrize(
    "one",
    [
        "Завод им. Королёва стоит в г. Туле на ул. Мира, д. 5.",
        "А.С. Пушкин и А. С. Иванов, проф. Петров и др. участники приехали.",
        "В 1955 г. создан союз, вложено 4,5 млн долл. США.",
        "Продано 300 тыс. долл. США и 5,5 млн. руб. за год.",
    ],
)
def test_russian_abbreviations_do_not_split(one: str) -> None:
    assert pieces(f"До этого. {one} Потом ушли.", "ru") == ["До этого.", one, "Потом ушли."]


def test_chinese_keeps_closing_quotes() -> None:
    assert pieces("他说：“我们来了。”然后走了！共5.5亿元；完。", "zh") == [
        "他说：“我们来了。”",
        "然后走了！",
        "共5.5亿元；",
        "完。",
    ]


def test_chinese_title_with_a_mark_is_no_end() -> None:
    assert pieces("《十万个为什么？》出版了。", "zh") == ["《十万个为什么？》出版了。"]


def test_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert pieces("A title without a stop\n\nThe text is\nwrapped here. Next.", "en") == [
        "A title without a stop", "The text is\nwrapped here.", "Next.",
    ]  # fmt: skip


def test_window_gives_offsets_of_the_whole_text() -> None:
    text = "First one. Second one. Third one."
    assert sentences.split(text, "en", 11, 22) == [(11, 22)]


@given(st.text(alphabet="aB. !?。“”\n5г😀Ж ", max_size=60), st.sampled_from(["en", "ru", "zh", "de"]))
def test_spans_are_ordered_and_lose_only_white_space(text: str, lang: str) -> None:
    spans = sentences.split(text, lang)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())
