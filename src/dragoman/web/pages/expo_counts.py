"""The figures of an edition or a series as a page and its twin show them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dragoman.expo.choices import label, part_label
from dragoman.expo.figures import Counted, Figures, Reported
from dragoman.report.nouns import counted_kinds
from dragoman.report.words import script_language
from dragoman.web.pages.expo_coded import label as field_label
from dragoman.web.pages.expo_kept import kept
from dragoman.web.pages.expo_record import chosen, speech

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

# What the first screen of an edition counts, in this order; the figures page has all.
MAIN = (
    "exhibitors", "enterprises", "countries", "delegations", "exhibits", "projects", "forums", "releases", "agreements",
    "agreements signed",
)  # fmt: skip
MONEY = "money"
CODE = 2  # letters of a country's code
# The figure that a counted noun stands for (`report.nouns`).
KINDS = {
    "company": "enterprises", "exhibitor": "exhibitors", "university": "universities", "institute": "institutes",
    "government": "government", "organisation": "participants", "exhibit": "exhibits", "project": "projects",
    "agreement": "agreements", "country": "countries", "delegation": "delegations", "forum": "forums", "result": "results",
    "patent": "patents", "edition": "editions",
}  # fmt: skip


def figures(workspace: Workspace, subject: str) -> Figures:
    """The figures of an edition or series as of now."""
    return kept(workspace, ("figures", subject), lambda: workspace.expo.figures(subject))


def counted(c: Counted, lang: str) -> dict[str, Any]:
    """One counted figure: `name` opens its rows, `part` says which part of the whole it is."""
    return {
        "name": c.full_name, "figure": c.label(lang), "value": number(c.value), "unit": c.unit, "by": c.by, "key": c.key,
        "group": c.name, "whole": label(c.name, lang), "part": part(c, lang) if c.by else "", "rows": len(c.rows),
    }  # fmt: skip


def part(c: Counted, lang: str) -> str:
    """What a part of a figure is called: a country, a field, a choice in words."""
    words = speech(lang)
    if c.by == "country" and len(c.key) == CODE:
        return words.country(c.key)
    told = field_label(c.key, lang) if c.by == "field" else part_label(c.key, lang)
    return told if told != c.key else chosen(words, c.key)


def all_reported(workspace: Workspace, found: Figures, lang: str) -> list[dict[str, Any]]:
    """What sources report of an edition or series, each beside what is counted."""
    return [reported(workspace, r, lang) for r in found.reported]


def called(r: Reported, lang: str) -> str:
    """What a reported figure counts, in a language; the words of its source where they stand for no figure of ours."""
    if r.thing in (MONEY, r.unit):
        return label(MONEY, lang)
    kinds = counted_kinds(r.thing, r.quote)
    kinds = tuple(k for k in kinds if k != "organisation") or kinds  # "government bodies" are government
    told = [label(KINDS[k], lang) for k in kinds if k in KINDS]
    return {"zh": "、", "ru": ", "}.get(lang, ", ").join(told) if told and lang != script_language(r.thing) else r.thing


def reported(workspace: Workspace, r: Reported, lang: str) -> dict[str, Any]:
    """One reported figure beside what is counted."""
    proof = workspace.store.statement(r.statement).evidence
    return {
        "thing": r.thing,
        "called": called(r, lang),
        "of": r.of,
        "document": proof[0].document if proof else "",
        "value": number(r.value),
        "bound": r.bound,
        "unit": r.unit,
        "source": r.source,
        "date": r.date,
        "speaker": r.speaker,
        "quote": r.quote,
        "counted": None if r.counted is None else number(r.counted),
        "difference": None if r.difference is None else number(r.difference),
        "verdict": r.verdict.replace(" ", "_"),
        "rows": len(r.rows),
        "statement": r.statement,
        "inferred": r.inferred,
        "why": why(r),
    }


def why(r: Reported) -> str:
    """The name of the message that explains a difference."""
    if r.counted is None or r.difference is None:
        return "not_comparable"
    if r.verdict == "nothing counted":
        return "nothing"
    if r.verdict == "met":
        return "met"
    return "more" if r.difference > 0 else "fewer" if r.difference < 0 else "equal"


def number(value: Decimal) -> int | float | str:
    """A number as JSON has it; one too long for that stays in words."""
    if value == value.to_integral_value():
        return int(value) if abs(value) < 10**15 else str(int(value))
    return float(value) if len(value.as_tuple().digits) <= 15 else str(value)


def main(found: Figures, lang: str) -> list[dict[str, Any]]:
    """The figures of the first screen: those of `MAIN` that are not nothing, then signed money."""
    by_name = {c.full_name: c for c in found.counted}
    told = [by_name[n] for n in MAIN if n in by_name and by_name[n].value]
    told += [c for c in found.counted if c.name.startswith(f"{MONEY} signed") and c.unit and not c.by]
    return [counted(c, lang) for c in told]
