"""All facts on events a sentence tells."""

from __future__ import annotations

from dragoman.extract.en.event_facts import dated, names, opening
from dragoman.extract.en.event_features import features
from dragoman.extract.en.event_kinds import halls, unnamed
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene

RULES = (names, opening, dated, features, unnamed, halls)


def find(scene: Scene, line: Line) -> None:
    """All facts on events a sentence tells."""
    for rule in RULES:
        rule(scene, line)
