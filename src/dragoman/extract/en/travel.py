"""Delegations and visits of a sentence."""

from __future__ import annotations

from dragoman.extract.en.delegations import delegations
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.visits import visits

TRAVEL_WORDS = Gate(
    (
        "delegation delegations delegates delegate mission visited visit visits toured tour trip inspected viewed examined "
        "surveyed acquainted shown received welcomed greeted guests visitors reception talks negotiations meeting invited "
        "invites invite invitation led headed excursion arrived stopped members met participants know saw looked went "
        "familiarised familiarized studied watched called started began mission lunch dinner sends sent together heads "
        "brought bring brings"
    ).split()
)


def find(scene: Scene, line: Line) -> None:
    """Delegations and visits of a sentence; a title is read last and tells only what the body did not."""
    if not line.has(TRAVEL_WORDS) or (line.title and scene.delegation):
        return
    delegations(scene, line)
    visits(scene, line)
