"""Presence abroad: who is active in a market or expressly not."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.shows import markets, shows
from dragoman.extract.en.sites import acquisitions, sites, trades
from dragoman.extract.en.ties import DEAL_WORDS, SHOW_WORDS, TRADE_WORDS, free, tie
from dragoman.extract.en.wording import wordings
from dragoman.model.statement import Status

DENIALS = Gate("no not never without hasn't haven't hasn’t haven’t isn't don't".split())
SHARES = Gate("number share proportion".split())
NO_YET = re.compile(
    r"\b(?P<neg>(?:no|not|n['’]t|never|hasn['’]t|haven['’]t|without)\b[^.;“”\"]{3,90}?(?:\bso far\b|\byet\b|\bup to now\b|"
    r"\buntil now\b|\bto date\b)|not yet\b[^.;“”\"]{3,60}|\bno\s+(?:[\w-]+\s+){0,3}(?:partners?|clients?|customers?|"
    r"offices?|laborator(?:y|ies)|presence|contracts?|sales|branch|representation)\s+(?:in|from|at|with|on)\s+[^,.;"
    r"“”\"]{2,50}|(?:still\s+)?(?:has|have)\s+no\s+(?:representation|offices?|partners?|presence|branch(?:es)?|clients|"
    r"customers)\b|\bin\s+[A-Z]\w+\s+we\s+have\s+no\s[^,.;“”\"]{3,40})"
)
OVERSEAS = re.compile(
    r"\b(?P<what>(?:(?:an?\s+)?(?:increasing|growing|rising|record)\s+(?:number|share)\s+of\s+[^.;,]{0,60}?(?:overseas|"
    r"foreign|international|abroad)[^.;,]{0,50}|(?:the\s+)?(?:number|share|proportion)\s+of\s+(?:overseas|foreign|"
    r"international)\s+(?:exhibitors|participants|enterprises|companies|visitors)\s+[^.;,]{0,50}))",
    re.I,
)
SITE_WORDS = Gate(
    (
        "planned expected started scheduled begun open opens opened opening run runs running ran operate operates operated "
        "operating establish establishes established establishing set sets setting maintain maintains own owns built build "
        "building launched has have had having located founded registered acquired works working present active presence doing "
        "produces producing manufacturing represented keeps keep keeping lays laying laid considering considers acquires"
    ).split()
)
ENTRY_WORDS = Gate("foothold enter".split())
MARKET_WORDS = Gate("market markets products".split())


def presences(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in NO_YET.finditer(line.text) if line.has(DENIALS) else ():
        if _market_like(line, match) and free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start("neg"), match.end("neg"), 140)
            kind = "Partnership" if re.search(r"\bpartner", match[0]) else "Presence"
            tie(scene, line, kind, start, end, match.start(), "presence.none", Status.NONE, match.start(), negated=True)
    if line.has(TRADE_WORDS):
        trades(scene, line, taken)
    if line.has(SITE_WORDS):
        sites(scene, line, taken)
    if line.has(DEAL_WORDS):
        acquisitions(scene, line, taken)
    if line.has(SHOW_WORDS):
        shows(scene, line, taken)
    if line.has(MARKET_WORDS) or line.has(ENTRY_WORDS) or "investing" in line.lows:
        markets(scene, line, taken)
    for match in line.reads(OVERSEAS) if line.has(SHARES) else ():
        if scene.event and free(taken, match.start(), match.end()):
            end = clause.right_edge(line, match.start(), match.end(), 130)
            tie(
                scene,
                line,
                "Presence",
                match.start(),
                end,
                match.start(),
                "presence.overseas",
                Status.RUNNING,
                match.start(),
                Claim("event", scene.event),
            )
    wordings(scene, line, "Partnership")
    wordings(scene, line, "Presence")


def _market_like(line: Line, match: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:client|customer|partner|market|sales|sold|export|office|branch|presence|present|represent|laborator|"
            r"contract|buyer|distributor)",
            match[0],
            re.I,
        )
    )
