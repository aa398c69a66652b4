"""Drafts to statements: ids within a data set, evidence with context, repeated claims joined, suggestions kept apart."""

from __future__ import annotations

from dragoman.extract.assemble import CONTEXT, assemble, ref_id
from dragoman.extract.draft import SURE_ENOUGH, Claim, Draft, Reading, Ref, Sentence
from dragoman.model.document import Block, Document

TEXT = "Alfa Works is a member of the Beta League. Later Alfa Works left."
ALFA, BETA = Ref("Company", "Alfa Works"), Ref("Alliance", "Beta League")


def reading() -> Reading:
    document = Document("d1", "a.txt", "text/plain", TEXT, (Block(0, len(TEXT), page=3),), lang="en")
    return Reading(document, [Sentence(0, 42, TEXT[:42], "en"), Sentence(43, len(TEXT), TEXT[43:], "en")], [], "en")


def named(start: int, sure: float, rule: str = "r") -> Draft:
    return Draft(ALFA, start, start + 10, (Claim("name", "Alfa Works"),), rule, sure)


def test_a_statement_cites_the_words_their_page_and_sentence() -> None:
    (statement,) = assemble(reading(), [named(0, 1.0)], "1")
    (evidence,) = statement.evidence
    assert (evidence.exact, evidence.page, evidence.context) == ("Alfa Works", 3, (0, 42))
    assert evidence.suffix == TEXT[10 : 10 + CONTEXT]
    assert statement.origin == "r@1"


def test_what_is_said_twice_is_one_statement_with_both_pieces_of_evidence() -> None:
    (statement,) = assemble(reading(), [named(49, 1.0), named(0, 1.0)], "1")
    assert [e.start for e in statement.evidence] == [0, 49]


def test_it_is_suggested_only_while_nothing_surer_says_it() -> None:
    (unsure,) = assemble(reading(), [named(0, SURE_ENOUGH - 0.1)], "1")
    assert unsure.suggested
    (sure,) = assemble(reading(), [named(0, SURE_ENOUGH - 0.1, "weak"), named(49, SURE_ENOUGH, "strong")], "1")
    assert not sure.suggested
    assert sure.origin == "strong@1"
    assert sure.evidence[0].start == 49  # the surer proof comes first


def test_a_tie_points_to_the_id_of_its_other_end() -> None:
    about = Ref("Membership", "Alfa Works in Beta League")
    drafts = [Draft(about, 0, 41, (Claim("member", ALFA), Claim("organization", BETA)), "r")]
    member, body = assemble(reading(), drafts, "1")
    assert member.value == ref_id("d1", ALFA)
    assert (body.value, body.original_value) == (ref_id("d1", BETA), "Beta League")


def test_names_differ_by_schema_and_discriminator_not_by_case() -> None:
    assert ref_id("d", Ref("Company", "ALFA  works")) == ref_id("d", ALFA)
    assert ref_id("d", Ref("Person", "Alfa Works")) != ref_id("d", ALFA)
    assert ref_id("d", Ref("Company", "Alfa Works", "2")) != ref_id("d", ALFA)
    assert ref_id("other", ALFA) != ref_id("d", ALFA)


def test_a_claim_may_cite_narrower_words_and_the_speaker_stays() -> None:
    draft = Draft(ALFA, 0, 41, (Claim("activity", "member", start=16, end=22),), "r", speaker="Ann Lee")
    (statement,) = assemble(reading(), [draft], "1")
    assert (statement.evidence[0].exact, statement.evidence[0].speaker) == ("member", "Ann Lee")
