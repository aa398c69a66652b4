"""A score as a waterfall: each reason with its weight in log-odds and the bar from where the ones before it left off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.model.score import Score
    from dragoman.web.words import Speech

HELD = {
    "an identifier contradicts": "one_identifier", "the countries differ": "countries", "the dates differ": "dates",
    "the genders differ": "genders", "one is a person, the other is not": "person_not", "no name is shared": "no_name",
    "a body of a sort that many places have": "common", "a person by name alone": "name_alone",
    "one is a branch or an affiliate": "branch", "written in other characters": "other_characters",
    "letters or a short word, which many may bear": "letters", "a single word, which many may bear": "single",
}  # fmt: skip
LEAST = 0.005  # log-odds below which a reason is not worth a line
WIDTH = 100.0  # units of the drawing


@dataclass(frozen=True, slots=True)
class Step:
    """One line. `x` and `width` place its bar; `up` where it speaks for the pair."""

    name: str
    detail: str
    left: str
    right: str
    weight: float
    x: float
    width: float
    up: bool


def waterfall(score: Score, words: Speech) -> dict[str, Any]:
    """The steps, where nought lies, the sum in log-odds and the probability it comes to."""
    reasons = [r for r in score.reasons if abs(r.weight) >= LEAST]
    sums = [0.0]
    for reason in reasons:
        sums.append(sums[-1] + reason.weight)
    low, high = min(*sums, -1.0), max(*sums, 1.0)
    unit = WIDTH / (high - low)
    steps = [
        Step(
            r.name, told(r.name, r.detail, words), r.left, r.right, r.weight, round((min(before, after) - low) * unit, 2),
            round(max(abs(r.weight) * unit, 0.6), 2), r.weight > 0,
        )
        for r, before, after in zip(reasons, sums, sums[1:], strict=False)
    ]  # fmt: skip
    return {"steps": steps, "zero": round(-low * unit, 2), "sum": sums[-1], "value": score.value}


def told(name: str, detail: str, words: Speech) -> str:
    """A reason in the language of the page; as the engine says it where there is no message."""
    key = f"reason.{name.replace(' ', '_')}"
    return words(key) if words.has(key) and words.lang != "en" else detail or name


def objection(text: str, words: Speech) -> str:
    """Why no rule joins two entries, in the language of the page; as the engine says it where there is no message."""
    from dragoman.compare.reasons import PLAIN

    if text in HELD:
        return words(f"held.{HELD[text]}")
    name = next((name for name, said in PLAIN.items() if said == text), "")
    return told(name, text, words) if name else text
