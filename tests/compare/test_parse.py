"""Names taken apart: words with roles, legal forms, numbers, other scripts, names of people."""

from __future__ import annotations

import pytest

from dragoman.compare import Kind, parse
from dragoman.compare.name import Role
from dragoman.compare.words import is_patronymic


def latin(text: str, kind: Kind = Kind.ORGANISATION) -> list[str]:
    return [word.latin for word in parse(text, kind).words]


def roles(text: str, kind: Kind = Kind.ORGANISATION) -> dict[str, Role]:
    return {word.latin: word.role for word in parse(text, kind).words}


def test_words_of_an_organisation_have_roles() -> None:
    found = roles("Quendrovia Turbine Plant of Tashkent LLC")
    assert found["quendrovia"] is Role.CORE
    assert found["plant"] is Role.ACTIVITY
    assert found["tashkent"] is Role.PLACE
    assert found["of"] is Role.LINK
    assert found["llc"] is Role.FORM


def test_the_legal_form_is_coded() -> None:
    assert parse("Quendrovia LLC", Kind.ORGANISATION).form == parse("ООО «Квендровия»", Kind.ORGANISATION).form == "llc"
    assert parse("Quendrovia", Kind.ORGANISATION).form == ""


@pytest.mark.parametrize("text", ["Depot 44", "Depot No. 44", "Depot forty-four", "44th Depot", "Depot Forty 4"])
def test_numbers_are_digits(text: str) -> None:
    assert parse(text, Kind.ORGANISATION).numbers == ("44",)


@pytest.mark.parametrize("text", ["Десятый завод", "Школа десятая", "Plant No. 10", "Desyatyi zavod"])
def test_ordinals_of_other_languages_are_numbers(text: str) -> None:
    assert parse(text, Kind.ORGANISATION).numbers == ("10",)


def test_roman_numerals_are_numbers_but_russian_and_is_none() -> None:
    assert parse("Brindlemoor Fund VI", Kind.ORGANISATION).numbers == ("6",)
    assert parse("Институт радионавигации и времени", Kind.ORGANISATION).numbers == ()


def test_dotted_letters_are_one_word_and_possessives_none() -> None:
    assert latin("Q.R.S. Brindlemoor's Mill")[:2] == ["qrs", "brindlemoor"]


def test_words_said_twice_and_own_acronyms_count_once() -> None:
    assert latin("Brindlemoor Sugar (Brindlemoor)") == ["brindlemoor", "sugar"]
    assert "bqrc" not in latin("Brindlemoor Quartz Research Centre BQRC")


def test_of_whom_a_body_is_named_after_tells_little() -> None:
    found = {word.latin: word for word in parse("Veldmar Aviation Works named after Orlenko", Kind.ORGANISATION).words}
    assert found["orlenko"].role is Role.HONOUR
    assert found["orlenko"].weight < found["veldmar"].weight


def test_rare_words_weigh_more() -> None:
    found = {word.latin: word.weight for word in parse("Veldmar Trading Company", Kind.ORGANISATION).words}
    assert found["veldmar"] > found["trading"] > found["company"]


def test_words_of_other_scripts_have_english_options() -> None:
    russian = {word.text: dict(word.options) for word in parse("Велдмарский завод", Kind.ORGANISATION).words}
    assert "plant" in russian["завод"]
    chinese = {
        option for word in parse("哈尔滨大学", Kind.ORGANISATION).words for option, _ in (*word.options, (word.latin, 1))
    }
    assert {"harbin", "university"} <= chinese


def test_people_have_initials_particles_titles_and_patronymics() -> None:
    found = roles("Dr. A. Oren ibn Veldmar", Kind.PERSON)
    assert (found["dr"], found["a"], found["ibn"]) == (Role.TITLE, Role.INITIAL, Role.LINK)
    assert roles("Orlen Petrovich Veldmarov", Kind.PERSON)["petrovich"] is Role.PATRONYMIC
    assert roles("Orlen Petrovich", Kind.PERSON)["petrovich"] is Role.CORE


def test_figures_in_the_name_of_a_person_are_letters() -> None:
    assert latin("0len Veldm4rov", Kind.PERSON) == ["olen", "veldmarov"]


def test_a_chinese_person_has_family_and_given_name() -> None:
    assert latin("欧阳修远", Kind.PERSON) == ["ouyang", "xiuyuan"]


@pytest.mark.parametrize(("text", "kind"), [("Maria Petrovna Ivanova", Kind.PERSON), ("Veldmar Turbine Plant", Kind.ANY)])
def test_the_kind_is_guessed(text: str, kind: Kind) -> None:
    assert parse(text).kind is kind


@pytest.mark.parametrize("text", ["", " ", "...", "LLC", "()", "‘’", "1", "A", "و", "ក"])
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_much_is_parsed_without_harm(text: str, kind: Kind) -> None:
    assert parse(text, kind).text == text


def test_quotes_side_by_side_part_words_and_an_apostrophe_joins_them() -> None:
    assert latin("Works of the ‘Republic of Crimea’‘Quendrovia-Avia’")[-3:] == ["crimea", "quendrovia", "avia"]
    assert latin("O'Quendry 'Veldmar'") == ["oquendry", "veldmar"]


def test_romanised_russian_takes_role_and_number_of_its_translation() -> None:
    found = roles("Veldmarski Tekhnologicheski Zavod")
    assert found["zavod"] is found["tekhnologicheski"] is Role.ACTIVITY
    assert parse("Veldmarskaya Pervaya Strakhovaya Kompaniya", Kind.ORGANISATION).numbers == ("1",)


def test_the_owner_of_a_state_enterprise_is_part_of_its_form() -> None:
    found = parse("State Unitary Enterprise of the Crimean Republic 'Crimean Quendrovia'", Kind.ORGANISATION).words
    assert [word.latin for word in found if word.role is not Role.FORM] == ["crimean", "quendrovia"]


def test_initials_of_whom_a_body_is_named_after_are_no_number_or_form() -> None:
    assert parse("Design Bureau Quendrovia named after I.I. Veldmarov", Kind.ORGANISATION).numbers == ()
    assert parse("Design Bureau Quendrovia named after A.G. Veldmarov", Kind.ORGANISATION).form == ""


def test_what_a_compound_is_shortened_to_is_said_once() -> None:
    assert latin("Stroygazmontazh-Quendrovia OOO (SGM-Quendrovia OOO)")[:2] == ["stroygazmontazh", "quendrovia"]
    assert "sgm" not in latin("Stroygazmontazh-Quendrovia OOO (SGM-Quendrovia OOO)")


@pytest.mark.parametrize(
    "word", ["anatolijevitch", "wladimirowitsch", "sergejewna", "petrovitsj", "andrejevitsj", "ivanovytch", "mykolayovych"]
)
def test_patronymics_are_known_in_other_spellings(word: str) -> None:
    assert is_patronymic(word)
    assert not is_patronymic(word[:6])
