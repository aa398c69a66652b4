"""Talent exchange: offers their owners entered, with consent and an end. Nobody is taken from documents, nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = timedelta(days=366)  # consent that nobody renews does not last longer than a year


@dataclass(frozen=True, slots=True)
class TalentOffer:
    """An offer as it may be shown. `texts` are its summary by language; `entered` is a time, `expires` a day (ISO 8601)."""

    id: str
    holder: str
    kind: str
    texts: Mapping[str, str]
    field: str
    languages: tuple[str, ...]
    region: str
    entered: str
    expires: str
    contact: str
    edition: str = ""


def problems(*, consent: bool, expires: str, today: str) -> list[str]:
    """Why an offer cannot be entered so; nothing where it can."""
    found = [] if consent else ["an offer needs the consent of its owner: --consent"]
    try:
        last = date.fromisoformat(expires)
    except ValueError:
        return [*found, f"expires: {expires!r} is no day: write 2019-12-31"]
    first = date.fromisoformat(today)
    if last < first:
        found.append(f"expires: {expires} is over")
    if last - first > LONGEST:
        found.append(f"expires: {expires} is more than a year away: the owner renews it then")
    return found


def is_expired(expires: str, today: str) -> bool:
    """Whether an offer is over on a day; one without an end was never a good one."""
    return not expires or expires < today[: len(expires)]


def shown(
    offers: Iterable[TalentOffer], today: str, *, words: str = "", kind: str = "", language: str = ""
) -> list[TalentOffer]:
    """The offers that last, as they were asked for, in the order they were entered: there is no better and no worse."""
    kept = [o for o in offers if not is_expired(o.expires, today)]
    kept = [o for o in kept if not kind or o.kind == kind]
    kept = [o for o in kept if not language or any(language.casefold() in known.casefold() for known in o.languages)]
    wanted = words.casefold().split()
    kept = [o for o in kept if all(w in " ".join((*o.texts.values(), o.field, o.region)).casefold() for w in wanted)]
    return sorted(kept, key=lambda o: o.entered)
