"""Two names compared: how sure it is that they are one, and what moved the value."""

from __future__ import annotations

from dragoman.web.ask import Ask, Page
from dragoman.web.route import get
from dragoman.web.waterfall import waterfall

KINDS = ("", "Organization", "Company", "Person", "Vessel")


def compare(ask: Ask) -> Page:
    """The form, and below it the waterfall."""
    from dragoman.workspace.comparing import compare_two, verdict

    left, right = ask.text("left"), ask.text("right")
    schema = ask.text("schema") if ask.text("schema") in KINDS else ""
    data: dict[str, object] = {"left": left, "right": right, "schema": schema, "score": None}
    if left and right:
        score = compare_two(left, right, schema)
        data |= {"score": waterfall(score, ask.words), "verdict": verdict(score.value)}
    return Page("work_compare.html", data, {"kinds": KINDS})


DOORS = (get("/compare", compare),)
