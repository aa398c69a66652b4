"""Linking two tables: made rows with noise, weights learned without judged pairs, one partner each."""

from __future__ import annotations

import random

import pytest

from dragoman.bulk.blocking import Blocks
from dragoman.bulk.linking import Party, link
from dragoman.bulk.weights import learn

WORDS = ("amber birch cobalt delta ember falcon granite harbour indigo juniper kestrel lumen marble nickel onyx pioneer quartz "
         "raven saffron tundra umbra vertex willow xenon yarrow zephyr meridian polaris solstice horizon").split()  # fmt: skip
WORK = ("optics", "robotics", "pumps", "machinery", "trading", "instruments", "materials", "software")


def tables(count: int) -> tuple[list[Party], list[Party]]:
    """Two tables with half of their bearers in common; the right one with typing errors and gaps."""
    chance = random.Random(3)
    names = sorted({" ".join([*chance.sample(WORDS, 2), chance.choice(WORK)]) for _ in range(2 * count)})
    chance.shuffle(names)
    parties = [
        Party(
            str(n),
            f"{name} ltd",
            chance.choice(("cn", "ru", "de")),
            chance.choice(("Brno", "Kazan", "Mianyang")),
            str(10**6 + n),
        )
        for n, name in enumerate(names[: count + count // 2])
    ]
    left, right = parties[:count], parties[count // 2 :]
    return left, [noisy(p, chance) for p in right]


def noisy(party: Party, chance: random.Random) -> Party:
    name = party.name
    if chance.random() < 0.5:
        at = chance.randrange(1, len(name) - 5)
        name = name[:at] + name[at + 1 :]
    number = party.identifier if chance.random() < 0.3 else ""
    return Party(party.id, name.replace("ltd", "limited"), party.country if chance.random() < 0.8 else "", party.text, number)


def test_half_of_the_rows_find_their_partner() -> None:
    left, right = tables(400)
    linked = link(left, right)
    both = {p.id for p in left} & {p.id for p in right}
    right_ones = sum(found.left == found.right for found in linked.links)
    assert right_ones / len(linked.links) > 0.95
    assert right_ones / len(both) > 0.9


def test_a_row_has_one_partner_at_most() -> None:
    left, right = tables(200)
    linked = link(left, right + [Party(f"copy {p.id}", p.name, p.country, p.text, p.identifier) for p in right], threshold=0.1)
    assert len({f.left for f in linked.links}) == len({f.right for f in linked.links}) == len(linked.links)


def test_an_identifier_finds_a_row_of_another_name() -> None:
    left, right = tables(200)
    right.append(Party("renamed", "brightwater holding", left[0].country, left[0].text, left[0].identifier))
    right = [p for p in right if p.id != left[0].id]
    assert ("0", "renamed") in {(f.left, f.right) for f in link(left, right).links}


def test_empty_tables_link_nothing() -> None:
    assert link([], []).links == []
    assert link(tables(10)[0], []).links == []


def test_weights_are_learned_from_counts_alone() -> None:
    """Nine hundred pairs of two bearers agree on a country by chance, a hundred of one bearer agree on name and country."""
    patterns = {("hi", "same"): 98, ("lo", "same"): 300, ("lo", "differ"): 600, ("hi", "differ"): 2, ("hi", "-"): 5}
    weights = learn(patterns, (frozenset(("hi",)), frozenset(("same",))))
    assert weights.levels[0]["hi"] > 2 > 0 > weights.levels[0]["lo"]
    assert weights.levels[1]["same"] > 0 > weights.levels[1]["differ"]
    assert weights.probability(("hi", "same")) > 0.9 > weights.probability(("lo", "same"))
    assert "-" not in weights.levels[1]


@pytest.mark.parametrize("order", [0, 1])
def test_the_order_of_rows_changes_nothing(order: int) -> None:
    left, right = tables(150)
    found = {(f.left, f.right) for f in link(left, right).links}
    chance = random.Random(order)
    chance.shuffle(left)
    chance.shuffle(right)
    again = {(f.left, f.right) for f in link(left, right).links}
    assert found == again


def test_names_are_found_in_spite_of_an_error_and_whatever_is_common() -> None:
    blocks = Blocks([*(f"{w} trading company" for w in WORDS), "trading company", "ООО Тундра"])
    assert blocks.search("fallcon trading company", 1)[0][1] == WORDS.index("falcon")
    assert blocks.search("falcno company trading", 1)[0][1] == WORDS.index("falcon")
    assert blocks.search("trading company", 1)[0][1] == len(WORDS)
    assert blocks.search("ooo tundra", 1)[0] == (1.0, len(WORDS) + 1)
    assert blocks.search("", 3) == blocks.search("zzzz", 3) == []
