"""What two names of bodies share, against chance: short words, slips, acronyms; guards that stand on it."""

from __future__ import annotations

import math

import pytest

from dragoman.compare import THRESHOLD, Kind, compare_names, parse
from dragoman.compare.align import align
from dragoman.compare.evidence import told
from dragoman.compare.prepared import prepared


def nats(left: str, right: str) -> float:
    ours, theirs = (prepared(parse(name, Kind.ORGANISATION)) for name in (left, right))
    return told(align(ours, theirs))[0]


def value(left: str, right: str) -> float:
    return compare_names(left, right, Kind.ORGANISATION).value


def test_a_long_word_tells_more_than_a_short_one() -> None:
    assert nats("Qendorvaplan", "Qendorvaplan") > nats("Qendor", "Qendor") > nats("Qen", "Qen")


def test_a_slip_tells_less_and_least_in_a_short_word() -> None:
    assert nats("Qendorvaplan", "Qendorvaplan") > nats("Qendorvaplan", "Qendorbaplan") >= nats("Qendor", "Qendar")


def test_an_acronym_tells_by_its_letters() -> None:
    assert nats("Qendor Vaplan Tilmur Sorkan", "QVTS") < nats("Qendor Vaplan Tilmur Sorkan Bel", "QVTSB")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Qendor Road Tolling", "QRT"),
        ("P D Construction", "Veldmaria Construction"),
        ("L & M Shipping", "R & T Shipping"),
        ("Iris Green", "Green Industries"),
        ("Quendrovia University", "JSC Quendrovia"),
        ("университет Квендр", "JSC Kvendr"),
        ("Gir Engineering", "Golza Engineering"),
    ],
)
def test_what_chance_makes_is_no_match(left: str, right: str) -> None:
    assert value(left, right) < THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Qendorvaplan Aktiengeselschaft", "Qendorvaplan AG"),
        ("U.S. Department of Turbines", "United States Department of Turbines"),
        ("Квендротрансмаш", "Kvendrotransmash JSC"),
        ("P D Qendor Construction", "P.D. Qendor Construction"),
    ],
)
def test_what_is_shared_in_full_is_a_match(left: str, right: str) -> None:
    assert value(left, right) >= THRESHOLD


def test_the_reasons_add_up_where_chance_limits_the_value() -> None:
    match = compare_names("Qendor Road Tolling", "QRT", Kind.ORGANISATION)
    assert match.features["chance"] > 0
    score = match.score()
    assert sum(reason.weight for reason in score.reasons) == pytest.approx(math.log(match.value / (1 - match.value)), abs=1e-6)


def test_places_and_their_romanised_adjectives_are_places() -> None:
    assert parse("Курганский завод", Kind.ORGANISATION).words[0].role == "place"
    assert parse("Kurgansky zavod", Kind.ORGANISATION).words[0].role == "place"
    assert parse("Kvendrovsky zavod", Kind.ORGANISATION).words[0].role != "place"
