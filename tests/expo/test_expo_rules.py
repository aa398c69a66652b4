"""What a form may hold, and the stages of an agreement: plain objects, no store."""

from __future__ import annotations

import pytest

from dragoman.expo import choices, rules, stages
from dragoman.expo.rules import Entered
from dragoman.model.schema import schema


def said(prop: str, value: str, unit: str = "") -> Entered:
    return Entered(prop, value, value, unit)


@pytest.mark.parametrize(
    ("kind", "prop", "value", "unit", "told"),
    [
        ("Exhibit", "trl", "10", "", "from 1 to 9"),
        ("Exhibit", "trl", "0", "", "from 1 to 9"),
        ("Exhibit", "trl", "4.5", "", "from 1 to 9"),
        ("Exhibit", "ipcCode", "Robots", "", "B25J"),
        ("Edition", "startDate", "2018-13-01", "", "write 2018-06-30"),
        ("Edition", "startDate", "2018-02-30", "", "write 2018-06-30"),
        ("Edition", "ordinal", "0", "", "no count"),
        ("Agreement", "amount", "5", "", "no currency"),
        ("Agreement", "amount", "-5", "CNY", "less than nothing"),
        ("Agreement", "price", "5", "CNY", "no property"),
        ("Company", "email", "rover", "", "name@example.org"),
        ("Stand", "width", "-1", "", "metres"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(kind: str, prop: str, value: str, unit: str, told: str) -> None:
    assert told in rules.value_problem(prop, value, unit, schema(kind))


@pytest.mark.parametrize(
    ("kind", "prop", "value", "unit"),
    [
        ("Exhibit", "trl", "9", ""), ("Exhibit", "ipcCode", "B25J 9/16", ""), ("Exhibit", "ipcCode", "G06N", ""),
        ("Edition", "startDate", "2018-02", ""), ("Agreement", "amount", "456500000000", "CNY"),
        ("Stand", "width", "0.5", ""), ("Company", "email", "a@b.cn", ""),
    ],
)  # fmt: skip
def test_what_can_be_passes(kind: str, prop: str, value: str, unit: str) -> None:
    assert rules.value_problem(prop, value, unit, schema(kind)) == ""


def test_a_record_needs_what_makes_it_say_something() -> None:
    assert "exhibitor" in " ".join(rules.problems(schema("Exhibit"), [said("name", "Sphere")]))
    assert rules.problems(schema("Exhibit"), [said("name", "Sphere"), said("exhibitor", "x")]) == []
    missing = rules.problems(schema("Participation"), [said("participant", "x")])
    assert missing == ["Participation needs event: add event=..."]


def test_an_end_before_its_start() -> None:
    assert rules.span_problems({"startDate": "2018-06-14", "endDate": "2018-06-13"})
    assert not rules.span_problems({"startDate": "2018-06-14", "endDate": "2018-06"})


def test_stages_go_forward_only() -> None:
    steps = [("contact", "2017-01-05"), ("memorandum", "2017-09-06")]
    assert stages.current(steps) == "memorandum"
    assert "already" in stages.forbidden(steps, "memorandum", "2018")
    assert "comes after" in stages.forbidden(steps, "intention", "2018")
    assert "after 2017-03-01" in stages.forbidden(steps, "contract", "2017-03-01")
    assert stages.forbidden(steps, "contract", "2018-01") == ""
    assert stages.forbidden([], "ended", "") == ""


def test_announced_is_not_signed() -> None:
    assert stages.stage_of([], "intended") not in stages.SIGNED_STAGES
    assert stages.stage_of([], "agreed") not in stages.SIGNED_STAGES
    assert stages.stage_of([], "signed") == stages.SIGNED
    assert stages.stage_of([], "signed", ["memorandum"]) == "memorandum"
    assert stages.stage_of([("intention", "")], "signed") == "intention"  # what was entered as a step goes first


def test_choices_are_known_in_three_languages() -> None:
    assert {choices.value_of("stage", w) for w in ("MoU", "备忘录", "Меморандум")} == {"memorandum"}
    assert choices.value_of("stage", "deal") == ""
    assert set(choices.values("stage")) == set(stages.STAGES)
    assert choices.label("projects", "zh") == "项目"
    assert all(choices.part_label(s, "ru") != s for s in (*stages.STAGES, stages.SIGNED))
    assert choices.part_label("robotics", "ru") == "robotics"


def test_every_word_of_a_choice_is_text() -> None:
    import yaml

    from dragoman import data

    for group, said in yaml.safe_load(data.text("expo.yaml"))["choices"].items():
        assert all(isinstance(w, str) for value, words in said.items() for w in (value, *words)), group
