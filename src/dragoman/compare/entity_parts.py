"""What of two records can be set side by side: dates, identifiers, places, addresses. Plain values in, a level out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dragoman.compare.tokens import split

ONE_BEARER = frozenset(  # an identifier of these kinds is given to one bearer and is kept for life
    "innCode ogrnCode leiCode imoNumber uniqueEntityId permId npiCode isin wikidataId okpoCode uscCode".split()
) | frozenset(("registrationNumber",))
CONTACTS = frozenset(("website", "email", "phone"))
OF_OFFICES = frozenset(("kppCode", "bikCode", "giiNumber"))  # given by an office or a place to many: neither same nor other
LEAST_IDENTIFIER = 5  # shorter ones ("12", "N/A") say nothing
DAY, MONTH = 10, 7  # characters of an ISO date to the day, to the month


def dates(left: Iterable[str], right: Iterable[str]) -> str:
    """How far two sets of dates agree: same, month, year, near (a slip of one part), beside, otheryear, differ, or nothing."""
    found = {_pair(a, b) for a in left for b in right}
    return next((level for level in ("same", "month", "year", "near", "beside", "otheryear", "differ") if level in found), "")


def _pair(a: str, b: str) -> str:
    short = min(len(a), len(b), DAY)
    if a[:short] == b[:short]:
        return "same" if short == DAY else "month" if short == MONTH else "year"
    if not (a[:4].isdigit() and b[:4].isdigit()):
        return ""
    if short == DAY:
        return _days(a, b)
    return "beside" if abs(int(a[:4]) - int(b[:4])) == 1 else "near" if a[:4] == b[:4] else "differ"


def _days(a: str, b: str) -> str:
    year, month, day = a[:4] == b[:4], a[5:7] == b[5:7], a[8:10] == b[8:10]
    if year and (month or day or (a[5:7] == b[8:10] and a[8:10] == b[5:7])):
        return "near"
    if month and day:
        return "otheryear"
    return "beside" if abs(int(a[:4]) - int(b[:4])) <= 1 else "differ"


def identifiers(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """Level (same, differ, weakly differ, nothing) with the two values that show it. Values are compared without signs."""
    ours, theirs = _numbers(left), _numbers(right)
    if shared := ours.keys() & theirs.keys():
        value = min(shared, key=lambda v: (ours[v] not in ONE_BEARER, v))
        return "same", f"{ours[value]} {value}", f"{theirs[value]} {value}"
    kinds = set(ours.values()) & set(theirs.values())
    if not kinds:
        return "", "", ""
    kind = min(kinds, key=lambda k: (k not in ONE_BEARER, k))
    one, other = (next(f"{k} {v}" for k, v in side if k == kind) for side in (left, right))
    return ("differ" if kind in ONE_BEARER else "weakly differ"), one, other


def _numbers(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    kept = (
        (kind, "".join(c for c in value.upper() if c.isalnum()))
        for kind, value in pairs
        if kind not in CONTACTS and kind not in OF_OFFICES
    )
    return {value: kind for kind, value in kept if len(value) >= LEAST_IDENTIFIER}


def contacts(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> str:
    """A web address, e-mail or telephone number both have, or nothing."""
    ours, theirs = ({_contact(k, v) for k, v in side if k in CONTACTS} for side in (left, right))
    return min(ours & theirs, default="")


def _contact(kind: str, value: str) -> str:
    if kind == "phone":
        return "".join(c for c in value if c.isdigit())[-9:]
    return value.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """The Latin words and numbers of an address or a post, single letters left out."""
    return frozenset(latin for _, latin in split(text) if len(latin) > 1 or latin.isdigit())


def overlap(left: Iterable[str], right: Iterable[str]) -> tuple[float, str, str]:
    """The largest share of the shorter text's words found in the other (0-1, -1 where a side has none), and the two texts."""
    best, ours, theirs = -1.0, "", ""
    for a in left:
        one = words(a)
        for b in right:
            other = words(b)
            if one and other and (share := len(one & other) / min(len(one), len(other))) > best:
                best, ours, theirs = share, a, b
    return best, ours, theirs


def values(properties: Mapping[str, Sequence[str]], *names: str) -> tuple[str, ...]:
    """All values of the named properties, in order."""
    if not properties:
        return ()
    return tuple(v for name in names for v in properties.get(name, ()))
