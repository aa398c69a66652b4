"""Score dates, numbers, ordinals and money against the Recognizers-Text specifications (development data).

    python scripts/score_values.py [--wrong] [--file NAME] [--json] [--speed]

The folder is `$DRAGOMAN_SHARED/gold/values` (default: `../shared` beside the checkout). docs/values.md says which classes
of case are out of scope and what right means.
"""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.text import calendars, counts, dates, money, numbers, ordinals

Case = dict[str, Any]
Found = list[tuple[int, int, Any]]

FROM_NOW = re.compile(r"min|hour|sec|\dh\b|分钟|小时", re.IGNORECASE)
HOLIDAY = re.compile(
    r"christmas|easter|thanksgiving|halloween|independence|labou?r day|new year|black friday|cyber monday|earth day|patrick|valentine|"
    r"mother|father|martin luther|mlk|memorial|juneteenth|columbus|veteran|president|good friday|boxing day|workers|ramadan|eid|xmas|"
    r"\bst\.? |saint|holiday|groundhog|inauguration|teacher|lover|节|除夕|春节|元旦|圣诞", re.IGNORECASE)  # fmt: skip
VAGUE = re.compile(r"\b(?:few|several|some|couple)\b|几|数", re.IGNORECASE)
REIGN = re.compile("民国|康熙|雍正|乾隆|神龙|光绪|贞观|昭和|平成|令和")
OLDEST = 1800  # years before are told by the names of reigns in the Chinese cases
TOLERANCE = 1e-9


@dataclass
class Result:
    """The tally of one file."""

    name: str
    cases: int = 0
    scope: int = 0
    right: int = 0
    wrong: list[tuple[Case, Found]] = field(default_factory=list)
    out: dict[str, int] = field(default_factory=dict)


def shared() -> Path:
    """The folder of gold values."""
    return Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[2] / "shared")) / "gold" / "values"


def load(path: Path) -> list[Case]:
    """The cases of one file."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    cases: list[Case] = json.loads(raw.decode("utf-8-sig"))
    return cases


def out_of_scope(case: Case, kind: str) -> str:
    """The class that puts a case out of scope, told from its annotation alone; empty where it is in scope."""
    if len(re.findall("dotnet|javascript|python|java(?!script)", str(case.get("NotSupported", "")))) == 4:
        return "not supported by any implementation of the specification"
    for row in case["Results"]:
        reason = CLASSES[kind](row)
        if reason:
            return reason
    return ""


def _number_class(row: Case) -> str:
    return ""


def _money_class(row: Case) -> str:
    return "currency without an amount" if (row.get("Resolution") or {}).get("value") is None else ""


def _date_class(row: Case) -> str:
    kind = (row.get("TypeName") or row.get("Typename") or "").removeprefix("datetimeV2.")
    values = (row.get("Resolution") or {}).get("values", [])
    timex = " ".join(str(v.get("timex")) for v in values)
    if kind.startswith("datetime") and any(v.get("Mod") in ("start", "mid", "end") for v in values):
        return "part of the day"
    reason = _hour_class(row["Text"], timex)
    if reason:
        return reason
    if HOLIDAY.search(row["Text"]):
        return "holiday"
    if re.fullmatch(r"the (?:day|week|weekend|month|year|fortnight|hour)", row["Text"]):
        return "bare unit of time"
    if any(v.get("isLunar") for v in values):
        return "lunar calendar"
    if re.match(r"[FS]Y", timex):
        return "fiscal or school year"
    if any(v.get("Mod") == "ref_undef" for v in values):
        return "reference to another text"
    years = [int(y) for v in values for y in re.findall(r"^(\d{4})", v.get("start") or v.get("value") or "")]
    if REIGN.search(row["Text"]):
        return "historic era"
    if years and max(years) < OLDEST and "century" not in row["Text"] and "世纪" not in row["Text"]:
        return "historic era"
    return ""


def _hour_class(words: str, timex: str) -> str:
    """Hours that no clock tells."""
    if "PRESENT_REF" in timex:
        return "now"
    if re.search("T[A-Z]{2}", timex) or ("T23:59:59" in timex and ":" not in words):
        return "part of the day"
    from_now = FROM_NOW.search(words) and not re.search(r"\b(?:from|at) \d|past|to ", words)
    return (
        "hours from now"
        if from_now and re.search(r"T\d\d:\d\d:\d\d|^\d{4}-\d\d-\d\d$", timex.split()[0] if timex else "")
        else ""
    )


CLASSES: dict[str, Callable[[Case], str]] = {
    "Number": _number_class, "Ordinal": _number_class, "Currency": _money_class, "DateTime": _date_class,
}  # fmt: skip


def find_numbers(text: str, lang: str, case: Case) -> Found:
    """Cardinals and fractions; percentages and what is money in one character are the specification's other types."""
    return [
        (n.start, n.end, n.plain)
        for n in numbers.find(text, lang)
        if not n.ordinal and not (n.percent and "%" in text.replace("％", "%"))
    ]


def find_ordinals(text: str, lang: str, case: Case) -> Found:
    """Ordinals, absolute and relative."""
    found: Found = [(r.start, r.end, r.plain) for r in ordinals.relative(text, lang)]
    taken = [(a, b) for a, b, _ in found]
    told = [n for n in numbers.find(text, lang) if n.ordinal and not any(n.start < b and a < n.end for a, b in taken)]
    return found + [(n.start, n.end, n.plain) for n in told]


def find_money(text: str, lang: str, case: Case) -> Found:
    """Amounts, in the smaller unit where the text names only that."""
    return [(m.start, m.end, m) for m in money.find(text, lang)]


def find_dates(text: str, lang: str, case: Case) -> Found:
    """Dates, spans, durations and recurrences."""
    ref = (case.get("Context") or {}).get("ReferenceDateTime", "")
    return [(d.start, d.end, d) for d in dates.find(text, lang, ref=ref)]


def same_number(ours: str, row: Case) -> bool:
    """Equal values, to 9 significant digits; relative ordinals to the letter."""
    value = row["Resolution"].get("value")
    if value is None or not re.fullmatch(r"[-+\d.eE]+", str(value)) or not re.fullmatch(r"[-+\d.eE]+", ours):
        return bool(ours == value)
    return abs(float(ours) - float(value)) <= TOLERANCE * max(abs(float(value)), 1e-30)


MINOR = {"Cent": 100, "Pence": 100, "Penny": 100, "Sen": 100, "Satoshi": 10**8, "Mao": 10, "Fen": 100}
UNITS = {
    "Dollar": "USD",
    "Pound": "GBP",
    "Rupee": "INR",
    "Cent": "USD",
    "Pence": "GBP",
    "Penny": "GBP",
    "Sen": "JPY",
    "Bitcoin": "XBT",
    "Finnish markka": "FIM",
}


def same_money(ours: money.Money, row: Case) -> bool:
    """Equal amount and currency; a unit without a country counts as the currency we assume for it."""
    told = row["Resolution"]
    unit, code = told.get("unit", ""), told.get("isoCurrency") or UNITS.get(told.get("unit", ""), "")
    value = float(told["value"]) / MINOR.get(unit, 1)
    close = abs(float(ours.value) - value) <= 1e-9 * max(abs(value), 1e-30)
    return close and (not code or code == ours.currency)


def same_date(ours: dates.Date, row: Case) -> bool:
    """Equal to one of the values: the day, the ends of the span, or the amount and unit of a duration."""
    kind = (row.get("TypeName") or row.get("Typename") or "").removeprefix("datetimeV2.")
    values = row["Resolution"]["values"]
    if kind in ("duration", "set"):
        return ours.kind == kind and any(_same_duration(ours, v["timex"]) for v in values)
    if kind in ("time", "timerange", "datetime", "datetimerange"):
        return any(_same_hours(ours, kind, v) for v in values)
    if kind == "date":
        return ours.kind == "date" and any(_same_day(ours, v) for v in values)
    return ours.kind in ("range", "date") and any(_same_span(ours, v) for v in values)


def _same_hours(ours: dates.Date, kind: str, value: dict[str, str]) -> bool:
    """Equal days and hours; an hour without its half of the day counts in either, as the specification has it."""
    dated = kind.startswith("date")
    if dated == (ours.kind in ("time", "timerange")):
        return False
    modifier = value.get("Mod", "").partition("-")[0]
    if modifier in ("before", "after", "since", "until") and modifier != ours.modifier:
        return False
    left, right = (
        value.get("value") or value.get("start") or value.get("end") or "",
        value.get("end") if value.get("start") else "",
    )
    if value.get("value") == "not resolved":
        return bool(ours.time) and not ours.first
    return _hour(ours.first, ours.time, dated) == left and _hour(ours.last, ours.until, dated) == (right or "")


def _hour(day: str, time_of: str, dated: bool) -> str:
    full = time_of + ":00" if len(time_of) == 5 else time_of
    return f"{day} {full}" if dated and full else full


def _same_duration(ours: dates.Date, timex: str) -> bool:
    if "T" in timex and not timex.startswith("P"):
        return bool(ours.time) and timex.endswith("T" + ours.time.removesuffix(":00"))
    if re.fullmatch(r"XXXX-WXX-\d", timex):
        return ours.unit == "week"
    return length(ours.iso) == length(timex)


def length(timex: str) -> dict[str, float]:
    """A duration in months, days and seconds: P0.5Y is P6M."""
    made = {"months": 0.0, "days": 0.0, "seconds": 0.0, "other": 0.0}
    day, _, clock = timex.removeprefix("P").partition("T")
    for part, table in ((day, {"Y": ("months", 12), "M": ("months", 1), "W": ("days", 7), "D": ("days", 1)}),
                        (clock, {"H": ("seconds", 3600), "M": ("seconds", 60), "S": ("seconds", 1)})):  # fmt: skip
        for number, unit in re.findall(r"([\d.]+)([A-Z]+)", part):
            name, factor = table.get(unit, ("other", 1))
            made[name] += float(number) * factor
    return made


def _same_day(ours: dates.Date, value: dict[str, str]) -> bool:
    if value["value"] == "not resolved":
        return ours.first == ""
    return ours.first == ours.last == value["value"]


def _same_span(ours: dates.Date, value: dict[str, str]) -> bool:
    if value.get("value") == "not resolved":
        return ours.first == "" or ours.inferred  # a season: the specification gives it no days
    begin, end = value.get("start"), value.get("end")
    return _same_start(ours.first, begin) and _same_end(ours.last, end)


def _same_start(first: str, begin: str | None) -> bool:
    if not begin or not first:
        return not begin and not first
    return calendars.bounds(first)[0].isoformat() == begin


def _same_end(last: str, end: str | None) -> bool:
    """Our last day is within the span, theirs just after it; where two dates are named theirs is the first day of the second."""
    if not end or not last:
        return not end and not last
    first, final = calendars.bounds(last)
    return date.fromisoformat(end) in (first, final + timedelta(days=1))


FINDERS: dict[str, tuple[Callable[[str, str, Case], Found], Callable[[Any, Case], bool]]] = {
    "Number": (find_numbers, same_number), "Ordinal": (find_ordinals, same_number),
    "Currency": (find_money, same_money), "DateTime": (find_dates, same_date),
}  # fmt: skip


def right(case: Case, found: Found, same: Callable[[Any, Case], bool]) -> bool:
    """Whether what was found is what the case says: the same spans, no more and no fewer, each with the same value."""
    rows = sorted(case["Results"], key=lambda r: int(r["Start"]))
    if len(rows) != len(found):
        return False
    ours = sorted(found, key=lambda f: f[0])
    return all(a == int(r["Start"]) and b == int(r["End"]) + 1 and same(v, r) for (a, b, v), r in zip(ours, rows, strict=True))


def score(path: Path) -> Result:
    """Score one file."""
    name = path.name.split(".")[0].removesuffix("Model")
    language, kind = name.split("_")
    lang = {"English": "en", "Chinese": "zh"}[language]
    finder, same = FINDERS[kind]
    made = Result(name)
    for case in load(path):
        made.cases += 1
        reason = out_of_scope(case, kind)
        if reason:
            made.out[reason] = made.out.get(reason, 0) + 1
            continue
        made.scope += 1
        found = finder(case["Input"], lang, case)
        if right(case, found, same):
            made.right += 1
        else:
            made.wrong.append((case, found))
    return made


def scores(folder: Path | None = None) -> Iterator[Result]:
    """Score every file of the folder."""
    for path in sorted((folder or shared()).glob("*Model.json*")):
        yield score(path)


def _print_wrong(result: Result) -> None:
    for case, found in result.wrong:
        ref = (case.get("Context") or {}).get("ReferenceDateTime", "")
        print(f"\n{case['Input']!r} {ref}")
        for row in case["Results"]:
            told = row.get("Resolution") or {}
            print("   want", repr(row["Text"]), row["Start"], int(row["End"]) + 1, told.get("values") or told)
        for start, end, value in found:
            shown = (
                value
                if isinstance(value, str)
                else {k: getattr(value, k) for k in ("kind", "first", "last", "iso", "value", "currency") if hasattr(value, k)}
            )
            print("   have", repr(case["Input"][start:end]), start, end, shown)


def speed() -> None:
    """Print the milliseconds all four finders take together for 3,600 characters of the development gold."""
    texts = Path(__file__).parents[1] / "tests" / "gold" / "dev"
    for lang in ("en", "zh", "ru"):
        text = "\n\n".join(p.read_text("utf-8") for p in sorted(texts.glob(f"{lang}_*.txt")))
        best = min(_one_pass(text + " " * turn, lang) for turn in range(8))
        print(f"{lang}: {best * 1000 * 3600 / max(len(text), 1):.2f} ms for 3,600 characters ({len(text)} read)")


def _one_pass(text: str, lang: str) -> float:
    begin = time.process_time()
    numbers.find(text, lang)
    dates.find(text, lang, ref="2018-06-30")
    money.find(text, lang)
    counts.find(text, lang)
    return time.process_time() - begin


def main() -> None:
    """Print one row a file and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the wrong cases")
    parser.add_argument("--file", default="", help="only files whose name holds this")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--speed", action="store_true", help="time the finders on tests/gold/dev instead")
    options = parser.parse_args()
    if options.speed:
        speed()
        return
    results = [score(p) for p in sorted(shared().glob("*Model.json*")) if options.file in p.name]
    if options.json:
        print(
            json.dumps(
                [{"file": r.name, "cases": r.cases, "scope": r.scope, "right": r.right, "out": r.out} for r in results],
                indent=1,
            )
        )
        return
    print(f"{'file':24}{'cases':>7}{'in scope':>10}{'%':>6}{'right':>7}{'%':>7}")
    total = Result("all")
    for r in results:
        total.cases, total.scope, total.right = total.cases + r.cases, total.scope + r.scope, total.right + r.right
    for r in [*results, total]:
        print(
            f"{r.name:24}{r.cases:7}{r.scope:10}{100 * r.scope / max(r.cases, 1):6.1f}{r.right:7}{100 * r.right / max(r.scope, 1):7.1f}"
        )
    for r in results:
        for reason, count in sorted(r.out.items(), key=lambda item: -item[1]):
            print(f"  {r.name}: {count} out of scope, {reason}")
        if options.wrong:
            _print_wrong(r)


if __name__ == "__main__":
    main()
