"""Facts are statements grouped by entity and quote, with what they say in words and attributes."""

from __future__ import annotations

from dragoman.model.fact import facts
from dragoman.model.statement import Bound, Evidence, Stance, Statement, Status

TEXT = "Rover Co. Ltd plans to sign a memorandum; more than 200 delegations came."


def say(entity: str, schema: str, prop: str, value: str, quote: str, **more: object) -> Statement:
    start = TEXT.index(quote)
    evidence = Evidence("doc", quote, start, start + len(quote))
    return Statement(entity, schema, prop, value, "doc", evidence=(evidence,), **more)  # type: ignore[arg-type]


def test_one_quote_of_one_entity_is_one_fact() -> None:
    statements = [
        say("r", "Company", "name", "Rover Co. Ltd", "Rover Co. Ltd"),
        say("a", "Agreement", "party", "r", "plans to sign a memorandum", status=Status.PLANNED),
        say("a", "Agreement", "agreementKind", "memorandum", "plans to sign a memorandum", status=Status.PLANNED),
    ]
    found = facts(statements, {"r": "Rover Co. Ltd"})
    assert [f.kind for f in found] == ["organisation", "agreement"]
    assert found[1].attributes["status"] == "planned"
    assert found[1].attributes["party"] == "Rover Co. Ltd"
    assert found[0].text == "Rover Co. Ltd"


def test_bounds_are_said_and_suggestions_marked() -> None:
    quote = "more than 200 delegations"
    said = [
        say("f", "Figure", "value", "200", quote, bound=Bound.MORE_THAN, unit="delegations", suggested=True),
        say("f", "Figure", "counted", "delegations", quote, suggested=True),
        say("f", "Figure", "subject", "e", quote, suggested=True),
    ]
    found = facts(said, {"e": "9th Expo"})
    assert found[0].attributes["bound"] == "more than"
    assert found[0].suggested
    assert found[0].text == "more than 200 delegations (9th Expo)"


def test_a_mention_or_a_contradiction_proves_nothing() -> None:
    evidence = Evidence("doc", "Rover", 0, 5, stance=Stance.MENTIONS)
    assert facts([Statement("r", "Company", "name", "Rover", "doc", evidence=(evidence,))], {}) == []


def test_a_negative_tie_reads_as_one() -> None:
    quote = "Rover Co. Ltd"
    statements = [
        say("p", "Partnership", "subject", "r", quote, negated=True),
        say("p", "Partnership", "object", "c", quote, negated=True),
    ]
    found = facts(statements, {"r": "Rover Co. Ltd", "c": "China"})
    assert found[0].text == "Rover Co. Ltd — not: partnership — China"
    assert found[0].attributes["negative"] == "yes"


def test_a_tie_says_what_kind_and_how_far_and_not_its_quote_again() -> None:
    quote = "Rover Co. Ltd plans to sign a memorandum; more than 200"
    statements = [
        say("p", "Presence", "subject", "r", quote, status=Status.PLANNED),
        say("p", "Presence", "description", quote, quote, status=Status.PLANNED),
        say("p", "Presence", "status", "planned", quote, status=Status.PLANNED),
        say("p", "Presence", "presenceKind", "office", quote, status=Status.PLANNED),
        say("p", "Presence", "place", "m", quote, status=Status.PLANNED),
    ]
    assert facts(statements, {"r": "Rover Co. Ltd", "m": "Minsk"})[0].text == "Rover Co. Ltd — office (planned) — Minsk"
    bare = facts(statements[:3], {"r": "Rover Co. Ltd"})[0].text
    assert bare == "Rover Co. Ltd: presence abroad (planned)"


def test_one_value_under_two_properties_is_said_once() -> None:
    quote = "200 delegations"
    statements = [say("v", "Visit", prop, "d", quote) for prop in ("visitor", "delegation")]
    assert facts(statements, {"v": "Visit", "d": "The guests"})[0].text == "Visit: visitor The guests"


def test_a_cell_that_names_a_record_is_shown_by_its_name() -> None:
    key = "9" * 32
    cell = Evidence("doc", key, sheet="form", row=2)
    (found,) = facts([Statement("e", "Edition", "expo", key, "doc", evidence=(cell,))], {key: "Tidal Fair"})
    assert found.quote == "Tidal Fair"
