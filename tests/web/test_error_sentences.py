"""Every error a page may show is told in English, Chinese and Russian, and the catalogue holds nothing else."""

from __future__ import annotations

import re

import pytest
import yaml
from error_sentences import ROOT, Found, classes, of_errors, returned, strings

from dragoman import data
from dragoman.base.errors import Encrypted, HeldError, UsageError
from dragoman.model.schema import LANGUAGES
from dragoman.web.telling import PLACE, Sentence, catalogue, skeleton
from dragoman.web.words import Speech

# What no page shows: commands, programs' answers, what ends before a page, and faults of ours.
NOT_SHOWN = ("cli/", "web/api/", "web/serve.py", "web/words.py", "report/words.py", "compare/index_file.py", "web/telling.py",
             "extract/names/models.py", "lists/mapping.py", "workspace/comparing.py")  # fmt: skip
# Modules that answer with sentences instead of raising them.
ANSWERING = ("expo/rules.py", "expo/stages.py", "expo/invitations.py", "expo/talent.py", "expo/contests.py",
             "expo/conflict.py", "model/clearance.py")  # fmt: skip
# Sentences of other modules, joined or passed on, and what is told in the reader's language already.
PASSED_ON = re.compile(
    r"ask\.words\(.*|'; '\.join\((wrong|problems|dict\.fromkeys\(wrong\))\)|', '\.join\(found\[:5\]\)|"
    r"|str\((item|refusal|item\.error)\)|line|match\['why'\]|(rules\.)?(value_problem|door)\(.*"
    r"|problems\.told\(ask, error\)|clearance\.placed\.held|(stages|invitations)\.forbidden\(.*"
)
IN_PAPERS = {"not found in {}{}", " ({} cleared by a person)", "{}; {} unnamed {} could not be looked up"}
REFUSED = re.compile(r"(path|document|source)\.name|\*member|path\.relative_to.*")  # a pair of a name and an error, no error
EDITS = re.compile(r"tuple\(.*")  # of a conflict, which tells them itself
OWN = re.compile(r"', '\.join\(dict\.fromkeys.*")  # the door of a kind is one of the rules


def shown() -> list[Found]:
    names = classes()
    paths = [p for p in sorted(ROOT.rglob("*.py")) if not p.relative_to(ROOT).as_posix().startswith(NOT_SHOWN)]
    found = [f for p in paths for f in of_errors(p, names)]
    return found + [f for name in ANSWERING for f in returned(ROOT / name)]


def told() -> set[str]:
    return {skeleton(s.text) for s in catalogue()}


def test_every_sentence_of_an_error_is_in_the_catalogue() -> None:
    known, missing, sentences = told(), [], 0
    for found in shown():
        if not found.forms:
            continue
        words = (
            found.text not in IN_PAPERS
            and not found.text.endswith(",")
            and (found.part != "where" or " " in PLACE.sub("", found.text).strip())
        )
        sentences += words
        if words and found.text and found.text not in known and not known.issuperset(f for f in found.forms if f):
            missing.append((found.place, found.part, found.text))
    assert sentences > 500
    assert not missing


def test_what_is_no_literal_comes_from_where_sentences_are_known() -> None:
    odd = [f for f in shown() if not f.forms and f.part != "where"]
    passed = (PASSED_ON, REFUSED, EDITS, OWN)
    assert not [(f.place, f.text) for f in odd if not any(p.fullmatch(f.text) for p in passed)]


def test_nothing_is_left_over() -> None:
    there = {skeleton(s) for p in ROOT.rglob("*.py") for s in strings(p)}
    filled_in = yaml.safe_load(data.text("locale/errors/values.yaml"))
    assert not [s.text for s in catalogue() if skeleton(s.text) not in there and s.text not in filled_in]
    texts = "\n".join([*there, data.text("lists/sources.toml")])
    parts = {part.strip(" ,") for text in filled_in for part in re.split(r"\{\w+\}| and ", text)}
    assert not [part for part in parts if part not in texts]


def forms(message: object) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values()) if isinstance(message, dict) else []


@pytest.mark.parametrize("place", range(3), ids=LANGUAGES)
def test_each_is_told_in_the_language_with_places_that_are_there(place: int) -> None:
    for sentence in catalogue():
        assert len(sentence.told) == len(LANGUAGES), sentence.text
        message, names = sentence.told[place], {m[1] for m in PLACE.finditer(sentence.text)}
        assert message is not None or not place, sentence.text
        for form in forms(message):
            assert form.strip() and {m[1] for m in PLACE.finditer(form)} <= names, (sentence.text, form)
            assert form.count("{") == len(PLACE.findall(form)), (sentence.text, form)
            if place:
                assert re.search("[一-鿿]" if place == 1 else "[а-яА-Я]", PLACE.sub("", form)) or not re.search(
                    "[a-z]{3}", PLACE.sub("", form)
                ), (sentence.text, form)


def filled(sentence: Sentence) -> str:
    def value(place: re.Match[str]) -> str:
        return repr("Alpha's 7") if place[2] else "Alpha7"

    return PLACE.sub(value, sentence.text)


def test_each_is_known_again_and_not_taken_for_another() -> None:
    wrong = []
    for sentence in catalogue():
        met = next((s for s in catalogue() if s.fits(filled(sentence)) is not None), None)
        if met is not sentence:
            wrong.append((sentence.text, met and met.text))
    assert not wrong


def test_no_sentence_is_so_bare_that_anything_fits_it() -> None:
    assert not [s.text for s in catalogue() if not re.search("[A-Za-z]{2}|: ", PLACE.sub("", s.text)) and PLACE.search(s.text)]


@pytest.mark.parametrize(("lang", "line"), [
    ("en", "a.pdf: is locked with a password. Remove the password and try again."),
    ("zh", "a.pdf：有密码保护。请去除密码后重试。"), ("ru", "a.pdf: защищён паролем. Снимите пароль и попробуйте снова."),
])  # fmt: skip
def test_an_error_and_the_line_a_job_kept_of_it_read_alike(lang: str, line: str) -> None:
    error = Encrypted("is locked with a password", where="a.pdf", do="remove the password and try again")
    assert Speech(lang).error(error).line(lang) == line == Speech(lang).told(str(error))


def test_values_are_told_too() -> None:
    held = HeldError("held: endUse says 'tank'; Ann on 2018-06-01: no; and 2 more", do="nothing lifts this: it is not brokered")
    assert Speech("zh").error(held).what.startswith("已暂缓：最终用途：“tank”；")
    many = UsageError("3 records are called 'Beta; Gamma'")
    assert Speech("ru").error(many).what == "«Beta; Gamma»: 3 записи с таким именем."
    assert Speech("zh").error(UsageError("x", where="Exhibit 0a1b2c3d")).where == Speech("zh").schema("Exhibit")


def test_several_in_one_line_are_told_one_by_one() -> None:
    wrong = UsageError(
        "trl: '12' is no technology readiness level: write a whole number from 1 to 9; Offer needs offeror: add offeror=..."
    )
    assert Speech("zh").error(wrong).what == "成熟度（TRL）：“12”不是技术成熟度，请写 1 到 9 的整数；供给须填写：提供方。"


def test_what_nobody_knows_is_shown_as_it_is() -> None:
    assert Speech("zh").told("the moon is full (wait)") == "the moon is full (wait)"
    assert Speech("ru").error(UsageError("the moon is full", do="wait")).line("ru") == "the moon is full. wait."
