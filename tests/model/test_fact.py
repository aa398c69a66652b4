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
