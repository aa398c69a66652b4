"""The other end of a tie is always something the text tells."""

from __future__ import annotations

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.ends import tied

TEXT = "Alfa Works is a member of the Beta League. The 9th Tidal Fair opened."
ALFA = Ref("Organization", "Alfa Works")
MEMBERSHIP = Ref("Membership", "Alfa Works in Beta League")


def member(ref: Ref) -> Draft:
    return Draft(MEMBERSHIP, 0, 41, (Claim("member", ref),), "r", 0.95)


def named(ref: Ref) -> Draft:
    return Draft(ref, 0, 10, (Claim("name", ref.name),), "n")


def test_one_name_of_two_kinds_of_body_is_one_body() -> None:
    made = tied(TEXT, [named(ALFA), member(Ref("Company", "Alfa works"))])
    assert made[1].claims[0].value == ALFA
    assert len(made) == 2


def test_a_person_and_a_body_of_one_name_stay_two() -> None:
    made = tied(TEXT, [named(ALFA), member(Ref("Person", "Alfa Works"))])
    assert [d.about for d in made] == [ALFA, MEMBERSHIP, Ref("Person", "Alfa Works")]


def test_what_no_rule_told_is_told_by_the_words_that_name_it() -> None:
    series = Ref("Expo", "Tidal Fair")
    edition = Draft(Ref("Edition", "9th Tidal Fair"), 47, 61, (Claim("expo", series),), "r", 0.6)
    *_, name = tied(TEXT, [edition])
    assert (name.about, TEXT[name.start : name.end], name.claims[0].inferred, name.sure) == (series, "Tidal Fair", False, 0.6)


def test_a_name_that_does_not_stand_there_is_inferred() -> None:
    *_, name = tied(TEXT, [member(Ref("Company", "Gamma"))])
    assert (TEXT[name.start : name.end], name.claims[0].inferred) == (TEXT[0:41], True)


def test_all_told_stays_as_it_is() -> None:
    drafts = [named(ALFA), member(ALFA)]
    assert tied(TEXT, drafts) is drafts
