"""Things of the log in the reader's words: spans of days, who entered what, who decided and why, what a source is called."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model.schema import schemata

if TYPE_CHECKING:
    from dragoman.web.words import Speech

RULE = "rule:"
ENDINGS = ("names engine", "one bearer has only one")  # of notes by rule, which its name says too
FORM = re.compile(r"form (\w+)")
BARE = frozenset(("armed forces", "press"))  # kinds that take no article in English
AN = re.compile(r"[aeio]|u(?!ni|se|k)", re.I)
MOST, LEAST = 99.9, 0.1  # per cent told at most, and at least
DAY = 10  # characters of a whole date
# The first of two days, by what it shares with the second: the month, the year, nothing.
FIRST = {"en": ("d", "d MMMM"), "ru": ("d", "d MMMM"), "zh": ("d日", "M月d日")}


def days(t: Speech, since: str, until: str = "") -> str:
    """From one day (month, year) to another, what both share said once."""
    if not since or not until or since == until:
        return t.date(since or until)
    if len(since) == len(until) == DAY and (told := _near(t, since, until)):
        return told
    return f"{t.date(since)} – {t.date(until)}"


def _near(t: Speech, since: str, until: str) -> str:
    from babel.dates import format_date

    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return ""
    if first.year != last.year:
        return ""
    near = first.month == last.month
    pattern = FIRST[t.lang][not near]
    if t.lang == "zh":
        return f"{t.date(since)}至{format_date(last, pattern, locale=t.locale)}"
    return f"{format_date(first, pattern, locale=t.locale)}{'–' if near else ' – '}{t.date(until)}"


def held(t: Speech, since: str, until: str) -> str:
    """How long something held; what is still open says so in a word."""
    if since and not until:
        return t("dates.from", date=t.date(since))
    if until and not since:
        return t("dates.until", date=t.date(until))
    return days(t, since, until)


def document(t: Speech, title: str) -> str:
    """What a document is called; an entry by who made it and when."""
    from dragoman.workspace.expo_entries import entered

    found = entered(title)
    if found is None:
        return title
    form = FORM.fullmatch(found.form)
    by = t("entry.by", by=found.by, at=t.time(found.at))
    return t("entry.of", kind=t.schema(form[1]), by=by) if form and form[1] in schemata() else by


def dataset(t: Speech, name: str) -> str:
    """What a data set is called: a document, what somebody entered, the catalogue of an edition."""
    from dragoman.workspace.expo_entries import CATALOGUE, ENTRIES

    if name.startswith(ENTRIES):
        return t("entry.all", by=name.removeprefix(ENTRIES))
    if name.startswith(CATALOGUE):
        fair = name.removeprefix(CATALOGUE)
        return t("entry.catalogue", name=fair) if fair else t("entry.imported")
    return document(t, name)


def decider(t: Speech, by: str) -> str:
    """Who decided: a person, or a rule by its name."""
    return t("decisions.rule", name=_rule(t, by.removeprefix(RULE))) if by.startswith(RULE) else by


def note(t: Speech, by: str, text: str) -> str:
    """The note of a decision; one a rule wrote ends in the name of the rule, which is told already."""
    if not by.startswith(RULE):
        return text
    left, _, rule = text.rpartition(": ")
    return left if left and rule in (by.removeprefix(RULE), *ENDINGS) else text


def _rule(t: Speech, name: str) -> str:
    return t(f"rule.{name}") if t.has(f"rule.{name}") else name


def such(t: Speech, kinds: list[str]) -> str:
    """Some kinds as what a thing is said to be: in English each with its article."""
    told = [k if t.lang != "en" or k in BARE else f"{'an' if AN.match(k) else 'a'} {k}" for k in kinds]
    return t("summary.and", left=told[0], right=told[1]) if len(told) == 2 else t.listed(told)


def field(t: Speech, name: str) -> str:
    """A field that was let out: a property of a record, or a figure by the kind of thing it counts."""
    from dragoman.expo.choices import label
    from dragoman.expo.publication import FIGURE

    if not name.startswith(FIGURE):
        return t("decisions.field", name=t.property(name))
    return t("decisions.figure", name=label(name.removeprefix(FIGURE), t.lang))


def probability(t: Speech, value: float) -> str:
    """A probability in per cent, to a tenth, short of both ends."""
    share = round(value * 100, 1)
    if share >= 100:
        return f"> {t.number(MOST)} %"
    return f"{t.number(share)} %" if share > 0 else f"< {t.number(LEAST)} %"
