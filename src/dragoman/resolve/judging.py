"""Whether two records of a workspace are one bearer: the engine's value, and the guards that no value gets past.

`RULE` is the value from which a pair is joined by rule, `REVIEW` the one from which a person is asked. Both were measured with
scripts/measure_resolving.py on the development pairs, guards in force: at or above `RULE` at least 99 of 100 pairs are one
bearer. Names that are spelt alike are left to the simple join, which knows its documents; here they join only beside a second
particular.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from operator import itemgetter

from dragoman.base.version import VERSION as RELEASE
from dragoman.compare.entities import RecordMatch, compare_entities
from dragoman.compare.entity_names import parsed
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.reasons import PLAIN
from dragoman.compare.record import Record
from dragoman.compare.score import compare_names
from dragoman.data import path
from dragoman.model.ids import normal_name
from dragoman.resolve.variants import BRANCH, EVERYWHERE
from dragoman.text.scripts import letters

RULE = 0.93
REVIEW = 0.7
AGREED = 0.95  # share of two names' words that agree, from which nothing of weight is left over
AGREED_HAN = 0.999  # the same for two names in Han characters, where one other character is another body
SHORT = 5  # letters up to which a single word is mostly an acronym
FULL_NAME = 3  # words of a personal name with a patronymic: few bear the same three
PLAIN_WORD = 8.0  # nats: a single word met more often than in one of 3,000 names is borne by many
SECOND = {  # what beside a name tells a bearer; many bodies share an address or a founding year
    Kind.PERSON: frozenset(("date same", "identifier same", "contact same", "address same", "post shared")),
    Kind.ORGANISATION: frozenset(("identifier same", "contact same")),
}
CONTRADICTIONS = {
    "country differ": "the countries differ",
    "date differ": "the dates differ",
    "gender differ": "the genders differ",
    "kind differ": "one is a person, the other is not",
}
GUARDS = (
    "number_conflict", "number_missing", "place_conflict", "place_added", "inside", "replaced", "form_different",
    "patronymic_conflict", "only_initials", "acronym", "first_letter", "both_known",
)  # fmt: skip
BRANCHES = ("number_conflict", "place_conflict")


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its value. `held` says why no rule may join it; `apart` that an identifier contradicts."""

    value: float
    held: tuple[str, ...] = ()
    apart: bool = False

    @property
    def joins(self) -> bool:
        """Whether a rule may join the pair."""
        return self.value >= RULE and not self.held and not self.apart

    @property
    def asks(self) -> bool:
        """Whether a person should look at it."""
        return self.value >= REVIEW and not self.joins and not self.apart


NOTHING = Judged(0.0)
COMMON = "a body of a sort that many places have"
LONGEST_SORT = 24  # characters of a name that may be a single word; longer ones need not be taken apart


@cache
def version() -> str:
    """The engine with its parameters, as decisions name it; under another one everything is looked at anew."""
    made = blake2b(digest_size=4)
    for file in (files("dragoman.compare") / "entities.json", path("name_weights.json"), path("word_weights.tsv")):
        made.update(file.read_bytes())
    return f"engine {RELEASE} rule {RULE} review {REVIEW} weights {made.hexdigest()}"


def judge(left: Record, right: Record) -> Judged:
    """Judge two records; symmetrical. Names spelt alike with nothing beside them are not the engine's to judge: no value."""
    match = compare_entities(left, right)
    levels = {name for name, _, _, _ in match.levels}
    if "identifier differ" in levels:
        return Judged(match.value, apart=True)
    second = bool(levels & SECOND[Kind.PERSON if match.kind is Kind.PERSON else Kind.ORGANISATION])
    if match.value < REVIEW or (not second and _alike(left, right)):
        return NOTHING
    held = [said for level, said in CONTRADICTIONS.items() if level in levels]
    if not second:
        held += _by_name_alone(match, left, right, "country same" in levels)
    if COMMON in held and len(set(held)) > 1:  # the Ministry of Industry and the Ministry of Science: nothing to ask
        return NOTHING
    return Judged(match.value, tuple(dict.fromkeys(held)))


def telling(record: Record) -> Record | None:
    """The record without names that are a single word for a sort of body: "the Union" means one only in its document."""
    kept = [tuple(n for n in names if not _sort_of_body(n, record.kind)) for names in (record.names, record.aliases)]
    if not kept[0] and not kept[1]:
        return None
    return replace(record, names=kept[0] or kept[1][:1], aliases=kept[1])


def _sort_of_body(name: str, kind: Kind) -> bool:
    if kind is Kind.PERSON or len(name) > LONGEST_SORT:
        return False
    words = _words(parsed(name, kind))
    return len(words) == 1 and words[0].role in (Role.ACTIVITY, Role.PLACE) and not _is_several(words[0])


def _words(name: Name) -> list[Word]:
    return [w for w in name.words if w.role not in (Role.FORM, Role.LINK)]


def _is_several(word: Word) -> bool:
    """Whether one word, such as a whole Chinese name, is several in English."""
    return " " in max(word.options, key=itemgetter(1), default=("", 0.0))[0]


def _alike(left: Record, right: Record) -> bool:
    """Whether a name of one is a name of the other, letter by letter."""
    return bool(_squeezed(left.names) & _squeezed(right.names))


def _squeezed(names: Iterable[str]) -> set[str]:
    return {normal_name(name).replace(" ", "") for name in names}


def _by_name_alone(match: RecordMatch, left: Record, right: Record, one_country: bool) -> list[str]:
    """What speaks against joining two records that share nothing but a name."""
    pair = next(((ours, theirs) for name, _, ours, theirs in match.levels if name in ("name equal", "name near")), None)
    if pair is None:
        return ["no name is shared"]
    person = match.kind is Kind.PERSON
    names = parsed(pair[0], match.kind), parsed(pair[1], match.kind)
    held = _person(*names) if person else _body(names, (*left.names, *right.names), one_country)
    held += _guarded(*names, GUARDS)
    if pair != (left.caption, right.caption):  # one short form, but two branches
        held += _guarded(parsed(left.caption, match.kind), parsed(right.caption, match.kind), BRANCHES)
    return held


def _guarded(left: Name, right: Name, guards: tuple[str, ...]) -> list[str]:
    if left.folded == right.folded:
        return []
    figures = compare_names(left, right).features
    return [PLAIN[guard] for guard in guards if figures[guard]]


def _person(left: Name, right: Name) -> list[str]:
    """People: a name alone has many bearers; three words that agree have few."""
    telling = [sum(w.role not in (Role.TITLE, Role.LINK, Role.INITIAL) for w in name.words) for name in (left, right)]
    if min(telling) >= FULL_NAME and compare_names(left, right).features["agreed"] >= AGREED:
        return []
    return ["a person by name alone"]


def _body(names: tuple[Name, Name], spelt: Iterable[str], one_country: bool) -> list[str]:
    """Organisations: bodies that every country and town has, names of one plain or short word, other Han characters."""
    held = []
    left, right = names
    if bool(BRANCH.search(left.text)) != bool(BRANCH.search(right.text)):
        held.append("one is a branch or an affiliate")
    if not one_country and any(EVERYWHERE.match(name) for name in spelt):
        held.append(COMMON)
    held += [said for name in names if (said := _single(name, one_country))]
    if all(letters("Han").search(name.folded) for name in names) and compare_names(left, right).features["agreed"] < AGREED_HAN:
        held.append("written in other characters")
    return held


def _single(name: Name, one_country: bool) -> str:
    words = _words(name)
    if len(words) != 1 or _is_several(words[0]):
        return ""
    if len(words[0].latin) <= SHORT:
        return "letters or a short word, which many may bear"
    return "" if one_country or words[0].weight >= PLAIN_WORD else "a single word, which many may bear"
