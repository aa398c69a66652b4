"""Presence by sites and trade: offices, laboratories, plants and data centres abroad; exports, sales, purchases of firms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.shapes import pattern, small, twin
from dragoman.extract.en.shows import FOREIGN
from dragoman.extract.en.ties import ADJECTIVE, DEAL_WORDS, MONEY, TRADE_WORDS, free, sums, tie
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.model.statement import Status

OPERATE_WORDS = frozenset(
    (
        "operate operates operating operated work works working present active doing done presence represented manufacture "
        "manufactures manufacturing produce produces producing"
    ).split()
)
STAND_WORDS = Gate("stand pavilion exposition display".split())
STEP_WORDS = frozenset("registration certification sales production launch entry deliveries export exports".split())
PLACE_BODY = (
    r"(?:offices?|representative offices?|branch(?:es)?|subsidiar(?:y|ies)|representations?|r&d cent(?:re|er)s?|research "
    r"cent(?:re|er)s?|research and development cent(?:re|er)s?|research institutes?|institutes?|laborator(?:y|ies)|labs?|"
    r"data cent(?:re|er)s?|plants?|factor(?:y|ies)|production(?: lines?| sites?| facilit(?:y|ies))?|academ(?:y|ies)|"
    r"training (?:cent(?:re|er)s?|academ(?:y|ies))|warehouses?|studios?|colleges?|schools?|service points?|assembly shops?|"
    r"workshops?|courses|bases?|stores?|showrooms?|headquarters|innovation cent(?:re|er)s?|hubs?|facilit(?:y|ies)|"
    r"campus(?:es)?|joint stand|stands?|shops?|service cent(?:re|er)s?|networks?|cables?|dealers?)"
)
SITES = Gate(
    "points shops workshop workshops courses base bases shop office offices branch branches subsidiary subsidiaries "
    "representation representations centre centres center centers institute institutes laboratory laboratories lab "
    "labs plant plants factory factories production academy academies "
    "warehouse warehouses studio studios college colleges school schools store stores showroom showrooms headquarters "
    "hub hubs facility facilities campus campuses stand stands shop shops network networks cable cables dealers point "
    "desk".split()
)
SETS = pattern(
    rf"\b(?P<verb>(?:(?:have|has|had|already|also|will|to|is|are|was|were|not|now|recently|been|be|plans to|plan to|"
    rf"intends to|hopes to|wants to|considering|currently|at the same time|has been|planning to|since|then|recently|"
    rf"first|even|just) )*(?:open(?:s|ed|ing)?|run(?:s|ning)?|ran|operat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|"
    rf"set(?:s|ting)? up|maintain(?:s|ed)?|own(?:s|ed)?|built|build(?:s|ing)?|keep(?:s|ing)?|lay(?:s|ing)?|laid|"
    rf"consider(?:s|ing)?|plan(?:s|ning)?|launch(?:ed|es)?|ha(?:s|ve|d|ving)|locate[sd]?|found(?:ed)?|register(?:ed)?|"
    rf"acquire[sd]?|bought))"
    rf" (?P<what>(?:(?!which |who |that |with )[\w&’',-]+ ){{0,6}}?{PLACE_BODY})\b(?P<tail>[^.;]{{0,60}}?\b(?:in|at|"
    rf"across|outside|abroad|overseas)\b ?(?:<LOC>|(?:the )?{ADJECTIVE}|\d+|foreign|other|many|(?-i:[A-Z]\w+))?)"
)
SECOND_SITE = pattern(rf"\band (?P<what>an? (?:[\w-]+ ){{0,3}}{PLACE_BODY} in (?:<LOC>|(?-i:[A-Z]\w+)))")
TRADES = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|will|been|be|is|are|was|were|not|to|now|plans to|plan to|hopes to|"
    r"wants to|started|began|can|currently|actively|successfully|mainly|n't|n’t|do|does|did|being) )*(?:export(?:s|ed|"
    r"ing)?|sell(?:s|ing)?|sold|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|ship(?:s|ped)?|earn(?:s|ed)?|import(?:s|"
    r"ed)?|market(?:s|ed)|provide[sd]?|install(?:s|ed)?|licen[sc]e[sd]?|produce[sd]?|manufacture[sd]?|make[sd]?|made|"
    r"used|in demand|bought|buy|purchase[sd]?|purchased))(?P<rest>[^.;“”\"]{0,90})"
)
CUSTOMER = pattern(
    rf"(?:<LOC>|<ORG>|\b{ADJECTIVE} (?:[\w-]+ ){{0,2}}?(?:enterprises|companies|customers|clients|buyers|market|markets|"
    rf"consumers|partners|firms|distributors|universities|hospitals|army|troops)|\b\d+ countries|\babroad|\boverseas|"
    rf"\bforeign (?:customers|markets|countries)|\bborder troops|\bworldwide|\baround the world|\bcountries\b)"
)
STAND_OF = re.compile(
    r"\b(?:have|has|had|opened|presented|set up)\s+(?:had\s+)?(?:an?|their|its)\s+(?:(?:joint|own|national|separate|large|"
    r"single)\s+)+(?:stand|pavilion|exposition|display)\b",
    re.I,
)
STEPS = pattern(
    r"\b(?P<what>(?:registration|certification|sales|production|launch|entry|deliveries|exports?) (?:in|on|to) (?:the "
    r")?(?:<LOC>|\w+ market) (?:is|are|was|were|has|have|will) (?:planned|expected|started|begun|begin|scheduled|start|"
    r"been|be) ?)"
)
OPERATES = pattern(
    r"\b(?P<verb>(?:(?:are|is|have|has|been|already|also|now|not|yet|actively|currently|still) )*(?:operat(?:e|es|ing|ed)|"
    r"work(?:s|ing)|present|active|doing business|done business|presence|represented|manufactur(?:e|es|ing)|produc(?:e|es|"
    r"ing)) (?:in|on|at|across) (?:the )?(?:<LOC>|(?:\w+ ){0,2}market))"
)


def trades(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(TRADES, TRADE_WORDS):
        buyer = CUSTOMER.search(line.mask, match.end("verb"), match.end())
        if buyer is None or (
            re.search(r"\b(?:in|of)\s+$", line.text[match.end("verb") : buyer.start()])
            and " to " not in line.text[match.end("verb") : buyer.start()]
            and not re.search(r"mak|produc|manufact|sell|sold|market|used|demand", match["verb"], re.I)
        ):
            continue
        if not re.search(
            r"\b(?:to|in|for|with|on|from|by)\s+(?:the\s+|its\s+|many\s+)?$|\bto\s+[^,]{0,20}$|^\s*$",
            line.text[match.end("verb") : buyer.start()],
        ):
            continue
        if not free(taken, match.start(), buyer.end()):
            continue
        start, end = clause.clause(line, match.start(), buyer.end(), 120)
        status = clause.status_of(line.text[start : match.end("verb")], Status.RUNNING)
        money = MONEY.search(line.text, match.start(), end)
        extra = [*sums(line, match, money), *_buyer_country(line.text[buyer.start() : buyer.end()])]
        kind = "Sale" if re.search(r"export|sell|sold|suppl|deliver", match["verb"], re.I) and money else "Presence"
        more = extra if kind == "Sale" else [Claim("presenceKind", "trade")]
        tie(
            scene,
            line,
            kind,
            start,
            end,
            match.start(),
            "presence.trade",
            status,
            match.end("verb"),
            *more,
            negated=clause.negative(line.text[start:end]),
        )


def _buyer_country(customer: str) -> list[Claim]:
    """The country of customers without a name: Chinese enterprises."""
    codes = (vocabulary("en").demonyms.get(word) for word in customer.split())
    return [Claim("country", code) for code in codes if code][:1]


def _sets(line: Line) -> Iterator[re.Match[str]]:
    """The matches of SETS, sought in lower case."""
    low = line.small_mask if line.named == line.mask else small(line.named)
    at = 0
    while seen := twin(SETS).search(low, at):
        match = SETS.match(line.named, seen.start())
        at = match.end() if match else seen.start() + 1
        if match:
            yield match


def sites(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in _sets(line) if line.has(SITES) else ():
        event = line.within(0, match.start(), "EVENT")
        if event and match.start() - (event[-1].end - line.start) <= 2:
            continue
        if not _abroad(line, match.end("verb"), match.end()) or not free(taken, match.start(), match.end()):
            continue
        start, end = match.start(), _places_end(line, match.end())
        first, _ = clause.clause(line, start, end)
        status = clause.status_of(line.text[first : match.end("verb")], Status.RUNNING)
        claim = Claim("presenceKind", _site_kind(match["what"]))
        tie(
            scene,
            line,
            "Presence",
            first,
            end,
            start,
            "presence.site",
            status,
            match.end("verb"),
            claim,
            negated=clause.negative(line.text[first:end]),
        )
        second = SECOND_SITE.match(line.named, _skip(line, end))
        if second:
            kind = Claim("presenceKind", _site_kind(second["what"]))
            tie(
                scene,
                line,
                "Presence",
                second.start("what"),
                second.end("what"),
                start,
                "presence.site",
                status,
                second.start("what"),
                kind,
            )
    for match in [*(line.reads(STAND_OF) if line.has(STAND_WORDS) else ()), *line.matches(STEPS, STEP_WORDS)]:
        if (scene.event or "planned" in match[0]) and free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 110)
            status = clause.status_of(line.text[start:end], Status.RUNNING)
            tie(scene, line, "Presence", start, end, match.start(), "presence.stand", status, match.start())
    for match in line.matches(OPERATES, OPERATE_WORDS):
        if not free(taken, match.start(), match.end()):
            continue
        start, end = clause.clause(line, match.start(), match.end(), 110)
        status = clause.status_of(line.text[start : match.end()], Status.RUNNING)
        if start < match.start():
            tie(
                scene,
                line,
                "Presence",
                start,
                end,
                match.start(),
                "presence.operates",
                status,
                match.start(),
                negated=clause.negative(line.text[start:end]),
            )


MORE_PLACES = pattern(r"(?:, <LOC>)*,? and <LOC>")
ACQUIRES = pattern(
    rf"\b(?P<verb>(?:has |have |also |fully )*(?:acquired|bought|took over|taken over|purchased|invested in|took a stake "
    rf"in|acquires))(?P<what> [^.;]{{0,40}}?(?:<ORG>|\b{ADJECTIVE} (?:[\w-]+ ){{1,3}}?(?:maker|manufacturer|company|firm|"
    rf"developer|start-up|producer)))"
)


def _places_end(line: Line, end: int) -> int:
    """Take in the further places of a coordination."""
    more = MORE_PLACES.match(line.mask, end)
    return more.end() if more else end


def acquisitions(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(ACQUIRES, DEAL_WORDS):
        if free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 120)
            tie(
                scene,
                line,
                "Presence",
                start,
                end,
                match.start(),
                "presence.acquires",
                Status.RUNNING,
                match.end("verb"),
                Claim("presenceKind", "acquisition"),
            )


def _skip(line: Line, at: int) -> int:
    while at < len(line.text) and line.text[at] in " ,":
        at += 1
    return at


def _site_kind(what: str) -> str:
    low = what.lower()
    for word, kind in (
        ("data cent", "data centre"),
        ("research", "research"),
        ("r&d", "research"),
        ("lab", "research"),
        ("institute", "research"),
        ("office", "office"),
        ("branch", "office"),
        ("subsidiar", "office"),
        ("academ", "training"),
        ("plant", "production"),
        ("factor", "production"),
        ("production", "production"),
        ("stand", "exhibition"),
    ):
        if word in low:
            return kind
    return "site"


def _abroad(line: Line, start: int, end: int) -> bool:
    if re.search(r"\bin [A-Z]", line.text[start:end]):
        return True
    return bool(line.within(start, end, "LOC", "GROUP")) or bool(FOREIGN.search(line.text[start:end]))
