"""What the engine joins by rule, what it asks a person about, and what it leaves alone."""

from __future__ import annotations

import pytest

from dragoman.compare.record import Record
from dragoman.resolve.judging import judge, telling
from dragoman.resolve.neighbours import Neighbours, spellings

BODY, PERSON = "Organization", "Person"


def record(name: str, schema: str = BODY, number: str = "", country: str = "", born: str = "", **more: object) -> Record:
    identifiers = (("innCode", number),) if number else ()
    return Record(
        name, schema, (name,), countries=frozenset([country] if country else []), identifiers=identifiers,
        dates=frozenset([born] if born else []), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (record("Nanjing University"), record("南京大学")),
        (record("Moscow State University"), record("Московский государственный университет")),
        (record("Rosatom"), record("Росатом")),
        (record("Nikolai Vladimirovich Sokolov", PERSON), record("Николай Владимирович Соколов", PERSON)),
        (record("Ministry of Science", country="cn"), record("Ministry of Science", country="cn", number="7701234567")),
    ],
)
def test_joined_by_rule_or_at_least_near_it(left: Record, right: Record) -> None:
    found, back = judge(left, right), judge(right, left)
    assert found == back
    assert not found.held and not found.apart


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (record("Li Wei", PERSON), record("李伟", PERSON), "by name alone"),
        (record("Gennady Popov", PERSON), record("Геннадий Попов", PERSON), "by name alone"),
        (record("Rosatom"), record("Rosatom Shanghai Branch"), "branch"),
        (record("Ministry of Science and Technology"), record("科学技术部"), "many places have"),
        (record("48th Research Institute"), record("第三十八研究所"), "numbers differ"),
        (record("Nanjing University", country="cn"), record("南京大学", country="tw"), "countries differ"),
    ],
)
def test_held_for_a_person_with_the_reason(left: Record, right: Record, why: str) -> None:
    found = judge(left, right)
    assert not found.joins
    assert found.value == 0.0 or any(why in said for said in found.held)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (record("Nanjing University"), record("Nanjing University of Aeronautics and Astronautics")),
        (record("南京大学"), record("南京航空航天大学")),
        (record("Nanjing University"), record("南京航空航天大学")),
        (record("Orion Plant No. 4"), record("Завод Орион № 5")),
        (record("常州信息学校"), record("常州信息学院")),
    ],
)
def test_never_joined_by_rule(left: Record, right: Record) -> None:
    assert not judge(left, right).joins


def test_contradicting_identifiers_keep_apart_and_are_not_asked_about() -> None:
    found = judge(record("Rosatom", number="7701234567"), record("Росатом", number="5029112443"))
    assert found.apart and not found.joins and not found.asks


def test_equal_names_need_a_second_particular() -> None:
    bare = judge(record("Wang Wei", PERSON), record("Wang Wei", PERSON))
    assert not bare.joins and not bare.asks
    born = judge(*(record(name, PERSON, born="1970-03-04", country="cn") for name in ("Wang Wei", "WANG Wei")))
    assert born.joins


def test_a_word_for_a_sort_of_body_is_no_name_to_go_by() -> None:
    union = record("Union of Scientific Societies", aliases=("the Union", "USS"))
    kept = telling(union)
    assert kept and kept.aliases == ("USS",) and kept.names == union.names
    assert telling(record("Ministry")) is None and telling(record("大学")) is None
    assert telling(record("中国科学院")) and telling(record("Rosatom"))


def test_ministries_of_two_fields_are_not_even_asked_about() -> None:
    found = judge(record("Ministry of Science and Technology"), record("Министерство образования и науки"))
    assert not found.joins and not found.asks


def test_a_chinese_name_is_also_sought_by_its_english() -> None:
    kind = record("").kind
    assert spellings("Nanjing University", kind) == ("Nanjing University",)
    assert spellings("南京大学", kind) == ("南京大学", "nanjing university")


def test_names_that_come_later_find_the_earlier_ones(tmp_path: object) -> None:
    kind = record("").kind
    first = Neighbours(tmp_path, "v")  # type: ignore[arg-type]
    first.take([(kind, f"Works Number {n}") for n in range(40)] + [(kind, "Harbin Engineering University")])
    first.save(5)
    again = Neighbours(tmp_path, "v")  # type: ignore[arg-type]
    assert again.position == 5 and len(again.parts) == 1
    again.take([(kind, "哈尔滨工程大学"), (kind, "Harbin Engineering University")])
    assert [len(part.keys) for part in again.parts] == [41, 1]
    assert (kind, "Harbin Engineering University") in set(again.near((kind, "哈尔滨工程大学")))
    again.take([(kind, f"Depot {n}") for n in range(30)])
    assert [len(part.keys) for part in again.parts] == [72]
    again.save(6)
    assert Neighbours(tmp_path, "another engine").position == 0  # type: ignore[arg-type]
