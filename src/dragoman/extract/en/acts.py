"""Clauses told apart by their verbs and nouns: partnerships, agreements, presence abroad."""

from __future__ import annotations

from dragoman.extract.en.agreements import agreements
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.partnerships import WORK_WORDS, partnerships
from dragoman.extract.en.presence import presences
from dragoman.extract.en.scene import Scene

COOP_WORDS = Gate(
    (
        "supplier suppliers buyer buyers producer producers agent agents manufacturer manufacturers sharing share shared "
        "shares lend lends negotiating pool agreements representation negotiations licensee distributor investor "
        "cooperation co-operation collaboration collaborations partnership partnerships partners partner distributor "
        "distributors investors investment investments licensee licensees joint jointly contacts ties alliance alliances "
        "cooperate cooperates cooperated cooperating collaborate collaborates collaborated collaborating partnered "
        "partnering works work worked working teamed co-funds co-funded interaction interact transferred institutes "
        "directions two-way contact co-develops"
    ).split()
)
AGREE_WORDS = Gate(
    (
        "charter orders plan awarded placed force agreement agreements memorandum memoranda memorandums mou mous contract "
        "contracts protocol protocols letter letters treaty deal deals declaration declarations accord agreed signed signing "
        "consensus roadmap projects"
    ).split()
)


def find(scene: Scene, line: Line) -> None:
    """All partnerships, agreements and presences a sentence tells."""
    taken: dict[str, list[tuple[int, int]]] = {"partnership": [], "presence": [], "agreement": []}
    if line.has(AGREE_WORDS):
        agreements(scene, line, taken["agreement"])
    if line.has(COOP_WORDS) or line.has(WORK_WORDS):
        partnerships(scene, line, taken["partnership"])
    presences(scene, line, taken["presence"])
