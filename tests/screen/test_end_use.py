"""Words of military end use in three languages, and what only says where a technology comes from."""

from __future__ import annotations

import pytest

from dragoman.screen.end_use import military_words

ASKED = [
    "Who makes guidance for anti-ship missiles?",
    "A sonar for military use",
    "Robots for the navy",
    "Optics for military and civil applications",
    "Not only for military use but for rescue as well",
    "Sensors for defence applications",
    "weapon systems development",
    "寻找用于军队的声呐",
    "军事用途的机器人",
    "导弹制导部件",
    "不仅用于军队，也用于救援",
    "Ищем двигатели для боевых машин",
    "Датчики военного назначения",
    "Оптика для нужд министерства обороны",
    "не только для военных целей",
]
CIVIL = [
    "Who makes sonar for harbour surveys?",
    "Military technology converted to civil use",
    "A fair of military and civil technology",
    "Robots, not for military use",
    "Only for non-military purposes",
    "It came from space and defence and now cares for elderly people",
    "Partners for a launch vehicle",
    "军民融合展览会",
    "军转民技术",
    "非军事用途",
    "不用于军事用途",
    "军民两用技术的民用市场",
    "Невоенное применение лазеров",
    "не для военных целей",
    "Двигатели для ракет-носителей",
    "Конверсия: бывшая оборонная техника для медицины",
    "Выставка военных и гражданских технологий",
]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_asked(text: str) -> None:
    found = military_words(text)
    assert found
    assert found in text


@pytest.mark.parametrize("text", CIVIL)
def test_civil(text: str) -> None:
    assert military_words(text) == ""
