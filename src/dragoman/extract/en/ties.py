"""What partnerships, agreements and presences share: one draft of a tie, with its sides, status, polarity and date."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.model.statement import Status

ADJECTIVE = choice(words("kinds_of_adjectives"))
TRADE_WORDS = Gate(
    (
        "export exports exported exporting sell sells selling sold supply supplies supplied supplying deliver delivers "
        "delivered delivering ship ships shipped earn earns earned import imports imported marketed provides provided provide "
        "install installs installed license licensed produces produced manufactures manufactured makes make made bought buy "
        "purchased purchase demand"
    ).split()
)
SHOW_WORDS = Gate(
    (
        "taken take takes took taking display displays displayed displaying exhibit exhibits exhibited exhibiting "
        "showcase showcases showcased showcasing "
        "demonstrate demonstrates demonstrated demonstrating present presents presented presenting brought bring brings "
        "bringing unveil unveiled show shows showed shown showing came participate participates participated participating "
        "part attend attends attended attending represented"
    ).split()
)
DEAL_WORDS = Gate("acquired bought took taken purchased invested acquires".split())
MONEY = re.compile(
    r"(?:RMB|USD|EUR|CNY|US\$|\$|€|£|¥)\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|bn|m))?|"
    r"\d[\d,.]*\s+(?:thousand\s+|million\s+|billion\s+|trillion\s+)?(?:U\.?S\.?\s+dollars|US dollars|dollars|euros?|yuan|"
    r"roubles|rubles|RMB|pounds|yen|won)",
    re.I,
)


def free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether no earlier claim of the kind covers this trigger."""
    if any(a < end and start < b for a, b in taken):
        return False
    taken.append((start, end))
    return True


def _counterparts(scene: Scene, line: Line, start: int, end: int, actor: Ref | None) -> list[Name]:
    found = line.within(start, end, "ORG", "LOC", "GROUP")
    return [n for n in found if actor is None or scene.ref(n) != actor]


def tie(
    scene: Scene,
    line: Line,
    kind: str,
    start: int,
    end: int,
    trigger: int,
    rule: str,
    status: Status,
    after: int,
    *extra: Claim,
    negated: bool = False,
) -> None:
    """One draft of a tie: its subject, its counterparts, status and polarity."""
    actor = scene.actor(line, trigger)
    others = _counterparts(scene, line, after, end, actor)
    who = actor.name if actor else ""
    what = plain(line.text[start:end])
    subject, target = {"Partnership": ("subject", "object"), "Presence": ("subject", "place"), "Sale": ("seller", "buyer")}[
        kind
    ]
    claims = [Claim(subject, actor, status=status, negated=negated)] if actor else []
    for other in others[:4]:
        claims.append(
            Claim(
                "counterpart" if kind == "Presence" and other.kind == "ORG" else target,
                scene.ref(other),
                status=status,
                negated=negated,
            )
        )
    claims += [Claim("status", status.value, status=status, negated=negated)] if status else []
    claims.append(Claim("description", what, lang="en", status=status, negated=negated))
    claims += extra
    claims += when.of_act(scene.reading, line.text, start, end, line.start)
    if scene.once(kind.lower(), what.lower()):
        scene.add(rule, Ref(kind, f"{who}: {what}"), line.start + start, line.start + end, *claims, line=line)


def sums(line: Line, match: re.Match[str], money: re.Match[str] | None) -> list[Claim]:
    from dragoman.extract.en.sums import amount

    return [amount(money[0])] if money else []
