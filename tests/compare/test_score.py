"""Two names compared: what is the same, what is not, and why. All names are made up, but for the two regression traps."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare import THRESHOLD, Kind, compare_names, parse, rate
from dragoman.compare.features import NAMES
from dragoman.compare.reasons import PLAIN
from dragoman.compare.score import HIGHEST, IDENTICAL, bend

ORG, PERSON = Kind.ORGANISATION, Kind.PERSON


def value(left: str, right: str, kind: Kind = ORG) -> float:
    return compare_names(left, right, kind).value


SAME_BODIES = [
    ("Quendrovia LLC", "Quendrovia Limited Liability Company"),
    ("ООО «Квендровия»", "Kvendrovia LLC"),
    ("Brindlemoorplant JSC", "Brindlemoor Plant"),
    ("Brindlemoor Technological Centre", "Brindlemoor Technology Center"),
    ("Veldmar Aviation Works named after Orlenko", "Veldmar Aviation Works"),
    ("Quendrovia Turbine Plnat", "Quendrovia Turbine Plant"),
    ("Велдмарский приборостроительный завод", "Veldmar Instrument Plant"),
    ("Central Quartz Research Bureau", "CQRB"),
    ("2nd Brindlemoor Bank", "Second Brindlemoor Bank"),
    ("U.S. Bureau of Quartz", "US Bureau of Quartz"),
    ("青岛海洋大学", "Qingdao Ocean University"),
    ("JSC Quendrovsky Electromechanical Plant 'Velt'", "AO Quendrovskii Elektromekhanicheskii Zavod Velt"),
    ("Brindlemoor Research and Production Enterprise", "Scientific Production Company Brindlemoor"),
    ("Veldmar Machine Building Design Bureau", "Design Bureau of Mechanical Engineering Veldmar"),
    ("OAO Velttekhnopromeksport", "Velttechnopromexport JSC"),
    ("First Crimean Quendry Company", "Krymskaya Pervaya Quendry Kompaniya OOO"),
]
OTHER_BODIES = [
    ("Quendrovia Turbine Plant", "Quendrovia Sugar Plant"),
    ("Quendrovia GmbH", "Quendrovia GmbH & Co. KG"),
    ("Quendrovia", "Quendrovia (Kiev)"),
    ("Bank of Quendrovia China", "Bank of Quendrovia Chad"),
    ("Kama Depot No. 5", "Kama Depot No. 4"),
    ("青岛仓储有限公司第四分库", "青岛仓储有限公司第五分库"),
    ("Veldmar Quartz Trading", "Orlenko Quartz Trading"),
    ("Quendrovia University", "Quendrovia University of Aeronautics and Astronautics"),
    ("Veldmar Holding Company", "Quendrovia Holding Company"),
]
SAME_PEOPLE = [
    ("Orlen Veldmarov", "Veldmarov, Orlen"),
    ("Orlen Petrovich Veldmarov", "Orlen Veldmarov"),
    ("O. Veldmarov", "Orlen Veldmarov"),
    ("OrlenVeldmarov", "Orlen Veldmarov"),
    ("Orlen Veldmrov", "Orlen Veldmarov"),
    ("Dr. Yusuf bin Tarif al-Quendri", "Youssef ibn Tarif Quendri"),
    ("Сергей Велдмаров", "Sergei Veldmarov"),
    ("Serhii Veldmarov", "Sergey Veldmarov"),
    ("欧阳修远", "Ouyang Xiuyuan"),
]
OTHER_PEOPLE = [
    ("Orlen Veldmarov", "Boris Veldmarov"),
    ("Orlen Veldmarov", "Orlen Quendrin"),
    ("Orlen Petrovich Veldmarov", "Orlen Magomedovich Veldmarov"),
    ("B. Veldmarov", "Orlen Veldmarov"),
    ("O. V.", "Orlen Veldmarov"),
    ("Yusuf bin Tarif al-Quendri", "Yusuf bin Tarif al-Brindli"),
    ("Maria Hagen", "Hygon"),
]


@pytest.mark.parametrize(("left", "right"), SAME_BODIES)
def test_the_same_body_is_found(left: str, right: str) -> None:
    assert value(left, right) >= THRESHOLD


@pytest.mark.parametrize(("left", "right"), OTHER_BODIES)
def test_another_body_is_told_apart(left: str, right: str) -> None:
    assert value(left, right) < THRESHOLD


@pytest.mark.parametrize(("left", "right"), SAME_PEOPLE)
def test_the_same_person_is_found(left: str, right: str) -> None:
    assert value(left, right, PERSON) >= THRESHOLD


@pytest.mark.parametrize(("left", "right"), OTHER_PEOPLE)
def test_another_person_is_told_apart(left: str, right: str) -> None:
    assert value(left, right, PERSON) < THRESHOLD


def test_trap_a_name_inside_another_is_no_match() -> None:
    assert value("Nanjing University", "Nanjing University of Aeronautics and Astronautics") < THRESHOLD
    assert value("南京大学", "南京航空航天大学") < THRESHOLD


def test_trap_a_branch_is_no_identity() -> None:
    assert value("VTB", "VTB (Kiev)") < THRESHOLD
    assert value("Quendrovia Bank JSC", "Quendrovia Bank JSC Shanghai Branch") < THRESHOLD


def test_acronyms_are_met_across_languages() -> None:
    assert value("АО БЭМЗ", "JSC Bryansk Electromechanical Plant") >= THRESHOLD


def test_three_letters_alone_decide_nothing() -> None:
    assert value("Объединённая двигателестроительная корпорация", "UEC") < THRESHOLD
    assert value("Quendrovia Road Construction", "QRC") < THRESHOLD


def test_two_places_are_not_one_misspelled() -> None:
    assert value("Nanjing University", "Nanchang University") < THRESHOLD


def test_more_agreement_stands_higher_and_only_equal_names_are_certain() -> None:
    full = value("Quendrovia Turbine Plant of Tashkent", "Quendrovia Turbine Plant, Tashkent")
    slip = value("Quendrovia Turbine Plant of Tashkent", "Quendrovai Turbine Plant, Tashkent")
    part = value("Quendrovia Turbine Plant of Tashkent", "Veldmar Turbine Plant of Tashkent")
    assert IDENTICAL > full > slip > part
    assert value("QUENDROVIA turbine plant", "Quendrovia Turbine Plant") == IDENTICAL


def test_log_odds_are_bent_in_order() -> None:
    odds = [-20.0, 0.0, 4.9, 5.0, 5.1, 8.0, 20.0, 200.0]
    bent = [bend(x) for x in odds]
    assert bent == sorted(set(bent))
    assert max(bent) < HIGHEST


def test_the_waterfall_adds_up() -> None:
    for left, right, kind in (
        ("Северная верфь", "Severnaya Shipyard", ORG),
        ("Orlen Veldmrov", "Orlen Veldmarov", PERSON),
        ("a", "a", ORG),
    ):
        score = compare_names(left, right, kind).score()
        odds = math.log(score.value / (1 - score.value))
        assert sum(reason.weight for reason in score.reasons) == pytest.approx(odds, abs=1e-6)
        assert all(reason.detail for reason in score.reasons)


def test_reasons_name_the_words() -> None:
    reasons = {r.name: r for r in compare_names("Kama Depot No. 5", "Kama Depot No. 4", ORG).score().reasons}
    assert (reasons["number_conflict"].left, reasons["number_conflict"].right) == ("5", "4")
    assert reasons["number_conflict"].weight < 0


def test_every_figure_has_a_sentence() -> None:
    assert set(NAMES) == set(PLAIN)


WORDS = st.sampled_from(
    "quendrovia veldmar brindlemoor orlenko turbine plant university bank of and kiev harbin 4 12 llc gmbh named after "
    "завод институт северный 大学 哈尔滨 petrovich ivan a b".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(Kind)))
def test_it_is_the_same_from_left_to_right_as_from_right_to_left(left: str, right: str, kind: Kind) -> None:
    assert rate(parse(left, kind), parse(right, kind)) == pytest.approx(rate(parse(right, kind), parse(left, kind)), abs=1e-9)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(Kind)))
def test_a_name_is_nearest_to_itself(left: str, right: str, kind: Kind) -> None:
    ours, theirs = parse(left, kind), parse(right, kind)
    assert rate(ours, parse(left, kind)) == IDENTICAL
    assert 0.0 <= rate(ours, theirs) <= IDENTICAL


@settings(max_examples=60, deadline=None)
@given(st.permutations(["veldmar", "quendrovia", "turbine", "plant"]))
def test_the_order_of_words_moves_little(words: list[str]) -> None:
    assert value(" ".join(words), "veldmar quendrovia turbine plant") >= THRESHOLD


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(list(Kind)))
def test_no_text_breaks_it(left: str, right: str, kind: Kind) -> None:
    match = compare_names(left, right, kind)
    assert 0.0 <= match.value <= 1.0
    assert match.value == rate(parse(left, kind), parse(right, kind))
