"""One edition in one text: its forms are joined, and what is told of its series by a short name is told of it.

A release names the same edition several times ("седьмая выставка ...", "7-я Китайская выставка ...", "第五届科博会",
"the 5th Expo") and calls it by a short name in the headline. Two forms are one edition when their ordinals are equal and the
words of one are found in the other: as words, as initials, or in Chinese as characters in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.en.happenings import ordinal as english_ordinal
from dragoman.extract.ru.mentions import ordinal_value, stem

HAN = re.compile(r"[\u4e00-\u9fff]")
ORDINAL_ZH = re.compile(r"第[一二三四五六七八九十百零〇两\d]{1,5}届|首届")
YEAR = re.compile(r"(?:19|20)\d\d年?")
BARE = frozenset("expo exhibition fair exposition edition show экспо выставк ярмарк салон 博览会 展会 展览会 交易会".split())
SMALL = frozenset("the of and for on in a an".split())
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
CLIPPED = 4  # letters of a clipped word that still tell it
OPENING = 400  # code points in which a release says which edition it is about
HEADLINE = 60  # code points: a name that begins there stands in the headline
HELD = frozenset(
    ("startDate", "endDate", "date", "duration", "venue", "location", "theme")
)  # what an edition has, not a series
# Words before a figure that tell it of an edition before this one, or of all; words that bring the present one back.
BEFORE = re.compile(
    r"上一?届|往届|历届|去年|\b(?:previous|preceding|last)\s+(?:year['’]s\s+)?(?:expo|edition|fair|exhibition|show|event|session)\b"
    r"|(?<!第)[\d一二三四五六七八九十]+届[^，。；]{0,10}累计|自[^，。；]{1,10}以来"
    r"|\bsince its (?:launch|inception|debut|founding)\b|\b\w+ (?:previous |past |last )?(?:editions|sessions)\b"
    r"|с момента (?:основани|создани|запуск)|за все годы|(?:прошл|предыдущ)\w+\s(?:выставк|ярмарк|экспо|форум|салон)",
    re.I,
)
COMPARED = re.compile(
    r"(?:\b(?:than|over|on|with|from|against|since)(?: the| those of the)?|\bсо?|\bчем на|[与和比较])\s*$", re.I
)
NOW = re.compile(r"本届|今年|\bthis (?:year|edition|time)|нынешн|текущ|в этом году", re.I)
ANOTHER = re.compile(r"(?:next|upcoming|forthcoming|previous|preceding)\b")  # an edition told without its number
BESIDE = re.compile(
    r"同期|期间|配套|同时|\balongside\b|\bduring the\b|\bon the sidelines\b|\bwithin the\b|\bin parallel\b|\bside events?\b"
    r"|в рамках|на полях|параллельно|в ходе|одновременно",
    re.I,
)


def plain(name: str) -> str:
    """A name of an edition without its ordinal and its year."""
    if HAN.search(name):
        return YEAR.sub("", ORDINAL_ZH.sub("", name)).strip()
    words = name.split()
    while words and (_numbers(words[0]) or YEAR.fullmatch(words[0])):
        words = words[1:]
    while words and YEAR.fullmatch(words[-1]):
        words = words[:-1]
    return " ".join(words)


def _numbers(word: str) -> bool:
    low = word.lower().strip(".,")
    if english_ordinal(word) or re.fullmatch(r"\d{1,3}-?\w{0,3}", low):
        return True
    return bool(re.match(r"[а-яё]+(?:ый|ой|ая|ое|ого|ую|ом|ий|ья|ьей|ьего|ью|ьем)$", low) and ordinal_value(low))


def _words(name: str) -> list[str]:
    return [stem(w) for w in re.findall(r"\w+", plain(name).lower()) if w not in SMALL]


def alike(one: str, other: str) -> bool:
    """Whether one name, its ordinal aside, is a short form of the other."""
    short, full = sorted((one, other), key=lambda n: len(plain(n)))
    if HAN.search(short) and HAN.search(full):
        letters = iter(c for c in plain(full) if c.isalnum())
        return all(c in letters for c in plain(short) if c.isalnum())
    words, among = _words(short), _words(full)
    if not words or set(words) <= BARE or all(any(_clipped(w, o) for o in among) for w in words):
        return True
    initials = "".join(w[0] for w in re.findall(r"\w+", plain(full).lower()) if w not in SMALL)
    return len(words) == 1 and len(words[0]) > 2 and words[0] == initials


def _clipped(word: str, other: str) -> bool:
    """Whether two words are one, or one is the beginning of the other: tech, technology."""
    return word == other or (min(len(word), len(other)) >= CLIPPED and (word.startswith(other) or other.startswith(word)))


@dataclass(slots=True)
class _Text:
    """The events of one text: ordinals of its editions, and the offset of the first words that name each event."""

    ordinals: dict[Ref, str] = field(default_factory=dict)
    named: dict[Ref, int] = field(default_factory=dict)
    series: dict[Ref, Ref] = field(default_factory=dict)  # of an edition
    told: dict[Ref, int] = field(default_factory=dict)  # offset of the words that number an edition


def joined(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a text with the forms of its editions joined; unchanged where it numbers none."""
    known = _known(drafts)
    groups = _groups(known)
    if not groups:
        return drafts
    told = [r for d in drafts for r in (d.about, *(c.value for c in d.claims)) if isinstance(r, Ref)]
    main = max(groups, key=lambda g: sum(told.count(r) for r in g))  # the first of equals
    stands = {form: _fullest(group) for group in groups for form in group}
    edition = _fullest(main)
    shorts = [e for e in known.named if e.schema == "Expo" and _is_short(known, e, main, len(groups))]
    series = _series(known, main, edition)
    shorts += [known.series[m] for m in main if m in known.series]
    stands |= dict.fromkeys(shorts, series or edition)
    for ref, number in known.ordinals.items():  # "the 5th expo" of a series that proved to be this one
        if ref not in stands and known.series.get(ref) in stands and number == known.ordinals[edition]:
            stands[ref] = edition
    named = {stands.get(r, r) for r in known.named}
    made = [_called(_renamed(d, stands), named) for d in drafts]
    own = frozenset((series,)) if series else frozenset()
    placed = [_placed(text, d, made, edition, own) for d in made]
    return [_of_series(d, edition, series) for d in placed] if series else placed


def _of_series(draft: Draft, edition: Ref, series: Ref) -> Draft:
    """The words that number the edition tell its series too."""
    told = {c.prop for c in draft.claims}
    if draft.about != edition or "ordinal" not in told or "expo" in told:
        return draft
    return replace(draft, claims=(*draft.claims, Claim("expo", series)))


def _known(drafts: list[Draft]) -> _Text:
    known = _Text()
    for d in drafts:
        if d.about.schema not in ("Edition", "Expo"):
            continue
        for claim in d.claims:
            if claim.prop == "name":
                known.named[d.about] = min(d.start, known.named.get(d.about, d.start))
            elif claim.prop == "ordinal" and isinstance(claim.value, str):
                known.ordinals.setdefault(d.about, claim.value)
                known.told.setdefault(d.about, d.start)
            elif claim.prop == "expo" and isinstance(claim.value, Ref):
                known.series.setdefault(d.about, claim.value)
    return known


def _groups(known: _Text) -> list[list[Ref]]:
    """The named editions with an ordinal, those that are one together, in order of appearance."""
    groups: list[list[Ref]] = []
    for ref in sorted((r for r in known.ordinals if r in known.named), key=lambda r: (_bare(r.name), known.named[r])):
        number = known.ordinals[ref]
        group = next((g for g in groups if known.ordinals[g[0]] == number and _one(known, ref, g)), None)
        if group is None:
            groups.append([ref])
        else:
            group.append(ref)
    dated = [r for r in known.named if r.schema == "Edition" and r not in known.ordinals and not ANOTHER.match(r.name)]
    if len(dated) == 1 and len(groups) == 1 and any(alike(dated[0].name, r.name) for r in groups[0]):
        groups[0].append(dated[0])
        known.ordinals[dated[0]] = known.ordinals[groups[0][0]]
    return groups or _unnamed(known)


def _one(known: _Text, ref: Ref, group: list[Ref]) -> bool:
    """Whether an edition is that of a group of its ordinal: by name, in another script, or by its name in the headline."""
    if any(alike(ref.name, o.name) or bool(HAN.search(ref.name)) != bool(HAN.search(o.name)) for o in group):
        return True
    return known.named[ref] > HEADLINE >= known.named[group[0]] or known.named[ref] <= HEADLINE < known.named[group[0]]


def _unnamed(known: _Text) -> list[list[Ref]]:
    """Where none is named: the edition of a named series that the opening tells of ("the third edition of the fair")."""
    told = [(at, ref) for ref, at in known.told.items() if known.series.get(ref) in known.named and at <= OPENING]
    return [[min(told, key=lambda t: t[0])[1]]] if told else []


def _bare(name: str) -> bool:
    return set(_words(name)) <= BARE


def _fullest(group: list[Ref]) -> Ref:
    return max(group, key=lambda r: len(plain(r.name)))


def _is_short(known: _Text, expo: Ref, main: list[Ref], groups: int) -> bool:
    """Whether an expo without an ordinal is the edition's by name, or is what the headline calls it."""
    if _bare(expo.name):
        return False
    if any(alike(expo.name, m.name) for m in main):
        return True
    first = min(known.named.values())
    alone = groups == 1 and sum(e.schema == "Expo" for e in known.named) == 1 and not _generic(expo.name)
    return alone and known.named[expo] == first <= HEADLINE


def _generic(name: str) -> bool:
    """Whether a name is mere class words: "trade fair"; Chinese has no capitals to tell by."""
    return name.islower() and not HAN.search(name)


def _series(known: _Text, main: list[Ref], edition: Ref) -> Ref | None:
    """The series of the edition, named in full: by its name without the number where the grammar tells of none."""
    if not any(m in known.series for m in main) and (edition not in known.named or _bare(edition.name)):
        return None
    if edition not in known.named:
        return known.series[edition]
    return Ref("Expo", plain(edition.name) or edition.name)


def _renamed(draft: Draft, stands: dict[Ref, Ref]) -> Draft:
    """A draft about what its forms stand for; a name that is not the full one is an alias."""
    about = stands.get(draft.about, draft.about)
    claims = []
    for c in draft.claims:
        value = stands.get(c.value, c.value) if isinstance(c.value, Ref) else c.value
        alias = c.prop == "name" and about != draft.about and value != about.name
        claims.append(replace(c, value=value, prop="alias" if alias else c.prop))
    return replace(draft, about=about, claims=tuple(claims))


def _called(draft: Draft, named: set[Ref]) -> Draft:
    """A numbered edition of a named series that has no name of its own, named after the series."""
    told = {c.prop: c.value for c in draft.claims}
    number, series = told.get("ordinal"), told.get("expo")
    if draft.about.schema != "Edition" or draft.about in named or not (number and isinstance(series, Ref)):
        return draft
    ending = "th" if str(number)[-2:-1] == "1" else ENDINGS.get(str(number)[-1], "th")
    name = Claim("name", f"{number}{ending} {series.name}", lang="en", inferred=True)
    return replace(draft, claims=(name, *draft.claims))


def _placed(text: str, draft: Draft, drafts: list[Draft], edition: Ref, series: frozenset[Ref]) -> Draft:
    """A draft tied to the edition it speaks of: days and figures of the series are its own, those of an earlier one not."""
    if draft.about in series and draft.claims and all(c.prop in HELD for c in draft.claims):
        return replace(draft, about=edition)
    if draft.about.schema == "Figure":
        return replace(draft, claims=tuple(_counted(text, draft, drafts, edition, series)))
    if draft.about.schema == "Expo" and draft.about not in series and _beside(text, draft):
        return replace(draft, about=Ref("Event", draft.about.name), claims=(*draft.claims, Claim("partOf", edition)))
    return draft


def _counted(text: str, draft: Draft, drafts: list[Draft], edition: Ref, series: frozenset[Ref]) -> Iterator[Claim]:
    for claim in draft.claims:
        if claim.prop != "subject" or not (claim.value == edition or claim.value in series):
            yield claim
        elif draft.sentence is None:
            yield replace(claim, value=edition)
        else:
            start = draft.sentence[0]
            others = [d for d in drafts if d.about.schema == "Edition" and start <= d.start and d.end <= draft.start]
            others = [d for d in others if not COMPARED.search(text, start, d.start)]
            # "In the five sessions ..." holds for the sentences after it too, until the paragraph ends or the edition is told.
            since = text.rfind("\n", 0, start) + 1 if claim.value in series else start
            side = _side_event(text, draft, drafts, edition, series)
            if side:
                yield replace(claim, value=side)
            elif others and others[-1].about != edition:
                yield replace(claim, value=others[-1].about)
            elif not _earlier(text, since, draft.start, [d.end for d in drafts if d.about == edition]):
                yield replace(claim, value=edition)
            else:  # of all editions or of an earlier one: the series', so that nobody takes it for this one's
                yield from (replace(claim, value=s) for s in series)


def _side_event(text: str, draft: Draft, drafts: list[Draft], edition: Ref, series: frozenset[Ref]) -> Ref | None:
    """The side event that the sentence of a figure names last before it: what it drew is its own, not the edition's."""
    start = draft.sentence[0] if draft.sentence else draft.start
    named = [d for d in drafts if start <= d.start and d.end <= draft.start and any(c.prop == "name" for c in d.claims)]
    last = max((d for d in named if d.about.schema in ("Expo", "Edition")), key=lambda d: d.start, default=None)
    if last is None or last.about.schema != "Expo" or last.about in series or last.about == edition or not _beside(text, last):
        return None
    return Ref("Event", last.about.name)


def _earlier(text: str, start: int, end: int, told: list[int]) -> bool:
    """Whether the words before a figure tell it of other editions or of all; `told`: where the edition itself is told."""
    before = [m.end() for m in BEFORE.finditer(text, start, end) if not COMPARED.search(text, start, m.start())]
    if not before:
        return False
    return not NOW.search(text, before[-1], end) and not any(before[-1] < at <= end for at in told)


def _beside(text: str, draft: Draft) -> bool:
    """Whether an expo is told as held within or beside the edition: its sentence says so, or it has no name of its own."""
    start, end = draft.sentence or (draft.start, draft.end)
    return bool(BESIDE.search(text, start, end)) or _generic(draft.about.name)
