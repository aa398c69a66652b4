"""The simple join: spellings and short forms of one thing within a workspace, each as a decision that can be undone.

Only what a careful reader would join without looking anything up: the same name, the same letters written apart
(XinXiang, Xin Xiang), a surname after the full name in one document, a short form its document declares, a name with
and without its legal form. Whatever has two possible owners is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.model.ids import normal_name
from dragoman.model.schema import schema
from dragoman.resolve.editions import same_editions

VERSION = "variants-1"
LEGAL_FORMS = frozenset(
    "co company ltd limited llc inc incorporated corp corporation plc gmbh ag sa spa bv nv oy ab jsc pjsc ojsc cjsc ooo oao "
    "zao pao ao ооо оао зао пао ао нпо group holding holdings".split()
)
CHINESE_FORMS = re.compile(r"(股份)?有限(责任)?公司$|集团(公司)?$|公司$|(?<=[A-Za-z]{4})(中心|研究所|大学)$")
# Bodies that every country and town has: of one name in two documents they are one only where the country is.
EVERYWHERE = re.compile(
    r"(the )?(ministry|department|bureau|committee|commission|office|administration|city council|city administration)\b"
    r"|(министерство|департамент|управление|комитет|комиссия|администрация|мэрия|правительство|городской совет)\b"
    r"|\w{1,3}(部|局|委员会|办公室|政府)$",
    re.IGNORECASE,
)
# A branch is tied to its body by a relation; it is no longer spelling of it, and its body no short form of it.
BRANCH = re.compile(
    r"\b(branch|subsidiary|affiliate|representative office)\b|филиал|представительство|分公司|分院|分部|办事处", re.IGNORECASE
)
TITLES = frozenset("mr mrs ms dr prof professor academician sir madam г н господин госпожа".split())
# Schemata whose names may be joined; a relation is never joined, its ends are.
FAMILIES = ("Person", "CountryGroup", "Place", "JointLab", "LegalEntity", "Edition", "Expo", "Hall", "Forum", "Contest",
            "Event", "Technology", "Project", "Delegation")  # fmt: skip


@dataclass(slots=True)
class Named:
    """One id with what its data set calls it."""

    id: str
    schema: str
    dataset: str
    names: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)  # declared short forms and aliases
    identifiers: dict[str, set[str]] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    ordinal: str = ""
    days: set[str] = field(default_factory=set)  # on which an edition began


def gather(rows: Iterable[tuple[str, str, str, str, str]]) -> list[Named]:
    """Fold (id, schema, property, value, data set) rows into one `Named` an id; ids without any name are left out."""
    found: dict[str, Named] = {}
    for entity, kind, prop, value, dataset in rows:
        named = found.setdefault(entity, Named(entity, kind, dataset))
        if prop == "name":
            named.names.append(value)
        elif prop in ("alias", "weakAlias", "abbreviation", "previousName"):
            named.short.append(value)
        elif prop == "country":
            named.countries.add(value)
        elif prop == "ordinal":
            named.ordinal = value
        elif prop == "startDate":
            named.days.add(value)
        else:
            named.identifiers.setdefault(prop, set()).add(value)
    return [n for n in found.values() if n.names or n.short]


def family(kind: str) -> str:
    """The widest schema within which names may be joined; empty for relations."""
    of = schema(kind)
    if of.edge:
        return ""
    return next((f for f in FAMILIES if of.is_a(f)), "")


def squeezed(name: str) -> str:
    """The letters and digits of a name with nothing between them."""
    return normal_name(name).replace(" ", "")


def core(name: str) -> str:
    """A name without articles, titles and legal forms."""
    words = normal_name(CHINESE_FORMS.sub("", name)).split()
    kept = [w for w in words if w not in LEGAL_FORMS and w not in TITLES and w != "the"]
    return "".join(kept)


def propose(
    everything: Iterable[Named], decided: Iterable[tuple[str, str]], at: str, watched: Container[str] = ()
) -> list[Decision]:
    """Decisions to join, strongest rules first; pairs that were decided before, either way, are not touched again.

    `watched` are ids that a person has decided on.
    """
    pool = [n for n in everything if family(n.schema)]
    seen = {frozenset(pair) for pair in decided}
    made = []
    for rule, score, left, right in _pairs(pool, watched):
        pair = frozenset((left.id, right.id))
        if len(pair) == 2 and pair not in seen and _may_join(left, right):
            seen.add(pair)
            ids = tuple(sorted(pair))
            made.append(
                Decision(Subject.IDENTITY, ids, Judgement.SAME, f"rule:{rule}", at, _note(rule, left, right), score, VERSION)
            )
    return made


def _pairs(pool: list[Named], watched: Container[str]) -> Iterator[tuple[str, float, Named, Named]]:
    yield from _equal(pool, "same name", 0.97, squeezed, watched)
    yield from _declared(pool)
    yield from _equal(pool, "same name but for the legal form", 0.92, core, watched)
    yield from _surnames(pool)
    yield from _heads(pool)
    yield from _places(pool)
    for numbered, other in same_editions(n for n in pool if family(n.schema) == "Edition"):
        yield "edition of a series in one year", 0.9, numbered, other


def _equal(
    pool: list[Named], rule: str, score: float, key_of: Callable[[str], str], watched: Container[str]
) -> Iterator[tuple[str, float, Named, Named]]:
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in pool:
        for key in {key_of(name) for name in named.names}:
            if len(key) > 1 and _tells(named, key):
                groups[(family(named.schema), key)].append(named)
    for members in (part for group in groups.values() for part in _numbered(group)):
        for left, right in _links(sorted(members, key=lambda n: n.id), watched):
            yield rule, score, left, right


def _numbered(members: list[Named]) -> Iterable[list[Named]]:
    """Editions of one name by their numbers: where it has several, one without a number could be any of them."""
    if len({m.ordinal for m in members if m.ordinal}) < 2:
        return [members]
    return [[m for m in members if m.ordinal == ordinal] for ordinal in sorted({m.ordinal for m in members})]


def _links(members: list[Named], watched: Container[str]) -> Iterable[tuple[Named, Named]]:
    """A chain where nothing parts the members; else each with each, as a chain would break where one of them is cut out."""
    numbers = {tuple(sorted((p, *sorted(v)) for p, v in m.identifiers.items())) for m in members if m.identifiers}
    parted = len(numbers) > 1 or any(m.id in watched for m in members)
    return combinations(members, 2) if parted and len(members) <= EACH_WITH_EACH else pairwise(members)


EACH_WITH_EACH = 60  # members of one name; 1,770 links

# A shorter personal name has too many bearers to be joined across documents: Wang Wei (7 letters), 王伟.
LETTERS_OF_A_PERSON = 9
HAN_OF_A_PERSON = 3


def _tells(named: Named, key: str) -> bool:
    """Whether a name says enough to be joined across documents: of a person, a full and not too common one."""
    if family(named.schema) != "Person":
        return True
    if re.fullmatch("[\u4e00-\u9fff]+", key):
        return len(key) >= HAN_OF_A_PERSON
    spelt = [n for n in named.names if squeezed(n) == key]
    return len(key) >= LETTERS_OF_A_PERSON and any(len(normal_name(n).split()) > 1 for n in spelt)


def _declared(pool: list[Named]) -> Iterator[tuple[str, float, Named, Named]]:
    """What a document calls by a short form it declared itself."""
    owners: dict[tuple[str, str, str], list[Named]] = defaultdict(list)
    for named in pool:
        for short in {squeezed(s) for s in named.short}:
            owners[(named.dataset, family(named.schema), short)].append(named)
    for named in pool:
        for key in {squeezed(n) for n in named.names}:
            found = [o for o in owners.get((named.dataset, family(named.schema), key), ()) if o.id != named.id]
            if len(found) == 1:
                yield "declared short form", 0.95, found[0], named


def _surnames(pool: list[Named]) -> Iterator[tuple[str, float, Named, Named]]:
    """Mr. Popov after Gennady Popov: one word that ends exactly one fuller name of the same document."""
    people = [n for n in pool if family(n.schema) == "Person"]
    full: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for person in people:
        words = _person_words(person)
        if len(words) > 1:
            full[(person.dataset, words[-1])].append(person)
    for person in people:
        words = _person_words(person)
        if len(words) == 1 and len(found := full.get((person.dataset, words[0]), [])) == 1:
            yield "surname in one document", 0.93, found[0], person


def _person_words(person: Named) -> list[str]:
    return [w for w in normal_name(max(person.names or person.short, key=len)).split() if w not in TITLES]


def _heads(pool: list[Named]) -> Iterator[tuple[str, float, Named, Named]]:
    """The Union after its full name: a lone head word that one body of the same document carries, first or last."""
    bodies: dict[tuple[str, str, str], list[Named]] = defaultdict(list)
    places = {(n.dataset, squeezed(x)) for n in pool if family(n.schema) in ("Place", "CountryGroup") for x in n.names}
    lone = []
    for named in pool:
        kind = family(named.schema)
        if kind in ("Person", "Place", "CountryGroup", "Technology"):
            continue
        for name in named.names:
            if BRANCH.search(name):
                continue
            words = [w for w in normal_name(name).split() if w != "the"]
            if len(words) == 1 and (named.dataset, words[0]) not in places:
                lone.append((named, kind, words[0]))
            for head in {words[0], words[-1]} if len(words) > 1 else ():
                bodies[(named.dataset, kind, head)].append(named)
    for named, kind, head in lone:
        owners = {o.id: o for o in bodies.get((named.dataset, kind, head), ())}
        if len(owners) == 1:
            yield "short form in one document", 0.9, next(iter(owners.values())), named


def _places(pool: list[Named]) -> Iterator[tuple[str, float, Named, Named]]:
    """One place spelt in several languages: one of each spelling, as those of one spelling are joined by it."""
    from dragoman.resolve.gazetted import place_keys

    spelt: dict[str, dict[str, Named]] = defaultdict(dict)
    for named in sorted((n for n in pool if family(n.schema) == "Place" and n.names), key=lambda n: n.id):
        for key in place_keys(named.names, named.countries):
            spelt[key].setdefault(squeezed(named.names[0]), named)
    for members in spelt.values():
        for left, right in pairwise(members.values()):
            yield "same place of the gazetteer", 0.94, left, right


def _may_join(left: Named, right: Named) -> bool:
    """No identifier and no country that contradicts."""
    for prop, values in left.identifiers.items():
        other = right.identifiers.get(prop)
        if other and not values & other:
            return False
    if left.countries & right.countries:
        return True
    if left.dataset != right.dataset and any(EVERYWHERE.match(name) for name in (*left.names, *right.names)):
        return False
    return not (left.countries and right.countries)


def _note(rule: str, left: Named, right: Named) -> str:
    return f"{(left.names or left.short)[0]} / {(right.names or right.short)[0]}: {rule}"
