"""Partnerships: sought, existing, ended or denied; joint laboratories, centres and ventures; two-way transfer."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.shows import FOREIGN
from dragoman.extract.en.ties import ADJECTIVE, free, tie
from dragoman.model.statement import Status

COOP = (
    r"(?:(?:strategic |business |scientific |technical |technological |international |foreign |overseas |mutual |close "
    r"|closer |further |more |long-term |industrial |local |new |reliable |potential |dual-use |joint |technology |"
    r"research |" + ADJECTIVE + r" )*"
    r"(?:cooperation|co-operation|collaborations?|partnerships?|partners|partner|suppliers?|buyers?|producers?|agents?|"
    r"manufacturers?|distributors?|investors|investments?|licensees?|those who|joint ventures?|joint projects?|joint "
    r"research|joint production|joint developments?|(?:active )?negotiations(?: with)?|contacts|ties|alliances?|"
    r"customers and partners|sponsors|overseas institutes|interaction))"
)
SEEK = pattern(
    r"\b(?P<verb>(?:hop(?:e|es|ed|ing) to|expect(?:s|ed|ing)? to|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|"
    r"want(?:s|ed|ing)? to|wish(?:es|ed|ing)? to|aim(?:s|ed|ing)? to|would like to|ready to|willing to|eager to|keen "
    r"to|going to|will|can|to|strive[sd]? to|able to|task is to|seek(?:s|ing)? to)? ?(?:further |jointly |actively |"
    r"also |mutually |together )*"
    r"(?:find|seek(?:s|ing)?|sought|look(?:s|ed|ing)? for|search(?:es|ed|ing)? for|in search of|eye[sd]?|eyeing|"
    r"establish|strengthen|develop|expand|deepen|enhance|promote|build|start|launch|set up|explore|attract|broaden|"
    r"intensify|boost|continue|carry out|conduct|enter into|form|gain|interested in|interest in|welcome[sd]?|wanted:?|"
    r"sought:|would (?:also )?consider|need(?:s|ed)?|invite[sd]?|offer(?:s|ed)?))"
    rf" (?P<mid>(?:(?!which |who |that |said )[\w’'-]+ ){{0,7}}?)(?P<noun>{COOP})\b"
)
EXISTS = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|’ve|'ve|successfully|jointly|actively|now|closely|long|been|is|are|"
    r"was|were) ?)*(?:established|established|maintain(?:s|ed|ing)?|set up|sets up|founded|formed|built|created|"
    r"launched|developed|deepened|strengthened|signed|has|have|had|entered into|run[s]?|operate[sd]?|opened|started|"
    r"carried out|conduct(?:s|ed|ing)?|enjoy(?:s|ed)?|agreed on|discussed|discuss|concluded|is in|are in|keeps?|"
    r"engaged in))"
    rf" (?P<mid>(?:(?!which |who |that |said )[\w’'-]+ ){{0,5}}?)(?P<noun>{COOP}|joint (?:[\w&-]+ "
    rf"){{0,3}}?(?:laborator(?:y|ies)|labs?|cent(?:re|er)s?|institutes?|colleges?|schools?|enterprises?|projects?|"
    rf"companies|company|factory|production|programmes?|platforms?)|research agreements?|(?:active |close |direct "
    rf")?contact)\b"
)
COOPERATES = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|is|are|was|were|will|closely|actively|jointly|successfully|been|now|"
    r"long|to|can|would|hope to|hopes to|want to|wants to|plan to|plans to|ready to|not|do|does) )*(?:cooperat(?:e|es|"
    r"ed|ing)|collaborat(?:e|es|ed|ing)|partner(?:s|ed|ing)? with|team(?:s|ed)? up|work(?:s|ed|ing)? (?:closely |"
    r"together |jointly )?with|work(?:s|ed|ing)? together|joined forces|co-funds?|co-funded|co-develop(?:s|ed)?|"
    r"jointly (?:develop|research|produc|creat|build|train|stud|design|test)\w*|transferred (?:\w+ ){0,2}(?:technology|"
    r"technologies)|interact(?:s|ed)? with|(?:test|develop|research|build|train|design|stud|creat|produc)\w* (?:its |"
    r"their |the |new |an? )?(?:[\w-]+ ){1,3}?(?:together |jointly )?with(?= <ORG>)|negotiat(?:e|es|ed|ing) with|"
    r"share[sd]? (?:the |its |their )?(?:[\w-]+ )?(?:laborator(?:y|ies)|telescopes?|equipment|staff|moulds|facilit(?:y|"
    r"ies)|infrastructure|data)|pool(?:s|ed)? (?:their |its )?(?:laborator(?:y|ies)|resources)|joined forces|"
    r"co-operat\w+|lend(?:s)? (?:[\w-]+ ){0,2}?(?:equipment|instruments)))\b"
)
PARTNER_NOUN = pattern(
    r"\b(?P<noun>(?:(?:strategic|main|long-term|long-standing|important|research|key|close) )*(?:partners? of |research "
    r"partnerships? with |joint (?:[\w&-]+ ){0,3}?(?:laborator(?:y|ies)|lab|cent(?:re|er)s?|institute|venture) (?:with|of|"
    r"between|for|by) |cooperation (?:with|between) |in (?:close|direct|active|constant|regular) contact with |alliance "
    r"(?:of|between) |partnership (?:with|between) ))"
)
NONE_THERE = pattern(
    r"\bpartners? (?:in|from) [^.;]{2,40}?,? but (?:(?:has|have|there (?:is|are)) )?(?P<none>(?:yet )?(?:none|no one|nobody|"
    r"not yet any)(?: yet| so far)? (?:in|from) (?:the )?<LOC>(?: yet| so far)?)"
)
FORMED = pattern(
    r"\b(?P<noun>(?:alliance|union|league|consortium|association|network|partnership|mechanism)s?\b(?: of [^.;]{3,80}?)?,? "
    r"(?:was|were|has been|have been|is) (?:\w+ )?(?:founded|established|set up|formed|created|launched))"
)
SEEK_WORDS = frozenset(
    (
        "hope hopes hoping expect expects expecting plan plans intend intends want wants wish wishes aim aims ready "
        "willing eager keen seek seeks seeking sought find look looks looked looking search searches searching in eye eyes "
        "eyed eyeing establish strengthen develop expand deepen enhance promote build start launch set explore attract "
        "broaden intensify boost continue carry conduct enter form gain interested interest welcome welcomed welcomes "
        "wanted need needs needed invite invited invites offer offers offered task"
    ).split()
)
EXIST_WORDS = frozenset(
    (
        "established maintain maintains maintained maintaining set sets founded formed built created launched developed "
        "deepened strengthened signed has have had entered run runs operate operated operates opened started carried "
        "conduct conducts conducted conducting enjoy enjoys enjoyed agreed discussed discuss concluded is are keep keeps "
        "engaged"
    ).split()
)
WORK_WORDS = Gate(
    (
        "cooperate cooperates cooperated cooperating collaborate collaborates collaborated collaborating partners "
        "partnered partnering partner team teams teamed work works worked working joined co-fund co-funds co-funded "
        "co-develop co-develops co-developed jointly transferred interact interacts interacted test tests tested testing "
        "develop develops developed developing research researches researched researching build builds training train "
        "trains trained design designs designed study studies studied create creates created creating produce produces "
        "produced producing"
    ).split()
)
UNION_WORDS = frozenset(
    (
        "alliance union league consortium association network partnership mechanism alliances unions leagues associations "
        "networks partnerships"
    ).split()
)
COOP_NOUNS = Gate(
    (
        "cooperation co-operation collaboration collaborations partnership partnerships partners partner distributor "
        "distributors "
        "investor investors investment investments licensee licensees joint contacts contact ties alliance alliances "
        "interaction "
        "supplier suppliers buyer buyers producer producers agent agents manufacturer manufacturers negotiations those "
        "institutes "
        "agreement agreements sponsors customers"
    ).split()
)
NOUNS = Gate("partner partners partnership partnerships joint cooperation contact alliance".split())
FLOWS = Gate("two-way directions mutual".split())
VAGUE = re.compile(r"(?:cooperation|collaboration|contacts|ties|interaction|investments?)$", re.I)
JOINT = re.compile(
    r"\bjoint(?:ly)?\s+(?:[\w&-]+\s+){0,3}?(?P<kind>laborator(?:y|ies)|labs?|workshops?|companies|company|factory|r&d "
    r"cent(?:re|er)s?|cent(?:re|er)s?|institutes?|ventures?)\b",
    re.I,
)
TWO_WAY = re.compile(r"\b(?:two-way|both directions|in both directions|mutual)\b[^.;]{0,60}", re.I)


def partnerships(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    tied = line.has(COOP_NOUNS)
    for match in line.matches(EXISTS, EXIST_WORDS) if tied else ():
        _partnership(scene, line, match, taken, "partner.exists")
    for match in line.matches(SEEK, SEEK_WORDS) if tied else ():
        if (
            not VAGUE.search(match["noun"])
            or FOREIGN.search(match["mid"] + match["noun"])
            or re.match(r"\s+(?:with|between|on)\b", line.text[match.end() :])
        ):
            _partnership(scene, line, match, taken, "partner.sought")
    for match in line.matches(COOPERATES, WORK_WORDS):
        if re.search(r"work", match["verb"], re.I) and not re.match(
            r"\s*(?:the\s+|an?\s+)?(?:(?:[\w-]+\s+){0,2}(?:partners?|distributors?|companies|universities|institutes|"
            r"colleagues|enterprises)|[ሀሐ])",
            line.mask[match.end() :],
        ):
            continue
        _partnership(scene, line, match, taken, "partner.verb")
    for match in line.finds(PARTNER_NOUN) if tied and line.names_any(NOUNS) else ():
        if re.search(r"\b(?:for|to|a|of|on|\d+)\s+$", line.text[: match.start()]):
            continue
        if (
            re.search(r"[ሀሐሰ]|\bgovernments\b|\bauthorities\b", line.mask[match.end() : match.end() + 50])
            or "research" in match[0]
            or "joint" in match[0].lower()
        ):
            _partnership(scene, line, match, taken, "partner.noun")
    for match in line.finds(NONE_THERE) if tied and "but" in line.lows else ():
        if free(taken, match.start("none"), match.end("none")):
            start, end = match.span("none")
            tie(scene, line, "Partnership", start, end, match.start(), "partner.none", Status.RUNNING, start, negated=True)
    for match in line.matches(FORMED, UNION_WORDS):
        _partnership(scene, line, match, taken, "partner.formed")
    for match in line.reads(JOINT) if "joint" in line.lows or "jointly" in line.lows else ():
        _partnership(scene, line, match, taken, "partner.jointnoun", subject=False)
    for match in line.reads(TWO_WAY) if line.has(FLOWS) else ():
        if re.search(r"transfer|flow|exchange", line.text[max(0, match.start() - 40) : match.end()]):
            _partnership(scene, line, match, taken, "partner.flow")


def _partnership(
    scene: Scene, line: Line, match: re.Match[str], taken: list[tuple[int, int]], rule: str, subject: bool = True
) -> None:
    if re.match(r"\s+mechanism", line.text[match.end() :]) or not free(taken, match.start(), match.end()):
        return
    start, end = clause.clause(line, match.start(), match.end(), subject=subject)
    text = line.text[start:end]
    base = Status.INTENDED if rule == "partner.sought" and WISHES.search(match["verb"]) else Status.RUNNING
    status = clause.status_of(
        match["verb"] if base is Status.RUNNING and "verb" in match.groupdict() else line.text[match.start() : end], base
    )
    if re.match(
        r"\W*(?:have |has |had |'ve |’ve |already |also )*(?:established|founded|set up|formed|signed|created|launched|"
        r"opened)",
        match[0],
        re.I,
    ):
        status = (
            Status.RUNNING
            if not clause.INTENT.search(line.text[start : match.end("verb") if "verb" in match.groupdict() else match.end()])
            else status
        )
    tie(scene, line, "Partnership", start, end, match.start(), rule, status, match.start(), negated=clause.negative(text))
    _joint(scene, line, start, end)


WISHES = re.compile(
    r"\b(?:to|will|can|find|seek\w*|sought|look\w*|search\w*|eye\w*|attract|interest\w*|welcome\w*|wanted|need\w*|invit\w+|"
    r"offer\w*|explore|gain)\b",
    re.I,
)


def _joint(scene: Scene, line: Line, start: int, end: int) -> None:
    """A joint laboratory, centre or venture is a thing of its own beside the tie."""
    match = JOINT.search(line.text, start, end)
    if match is None:
        return
    text = plain(match[0])
    if scene.once("joint", text.lower(), str(line.start + start)):
        partners = line.within(0, end, "ORG")
        claims = [Claim("unnamed", text, lang="en"), *(Claim("partner", scene.ref(n)) for n in partners[:4])]
        about = Ref("JointLab", text, str(line.start))
        scene.add("partner.joint", about, line.start + start, line.start + end, *claims, line=line)
