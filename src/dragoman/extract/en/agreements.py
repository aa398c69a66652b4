"""Agreements: intentions, memoranda, contracts and signings, with their status, sides and sums."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.ties import MONEY, free, sums
from dragoman.model.statement import Status

SIGN_WORDS = frozenset(
    (
        "sign signs signed signing conclude concludes concluded concluding reached reach reaches ink inked initialed "
        "initialled entered enter drew draw exchanged approved adopted prepared prepare have has received ended resulted "
        "placed awarded won"
    ).split()
)
AGREED_WORDS = frozenset("agreed reached came sides parties".split())
PAPER = (
    r"(?:(?:[\w-]+ ){0,3}?(?:agreements?|memorand(?:um|a)|memorandums|mou|mous|contracts?|protocols?|charters?|work plans?|"
    r"orders?|letters? of intent|treat(?:y|ies)|deals?|declarations?|accords?|roadmaps?|letters? of intentions?)(?: of "
    r"(?:understanding|intent(?:ions?)?|cooperation))?)"
)
PAPERS = Gate(
    "agreement agreements memorandum memoranda memorandums mou mous contract contracts protocol protocols charter charters "
    "plan plans order orders letter letters treaty treaties deal deals declaration declarations accord accords roadmap "
    "roadmaps".split()
)
PASSIVE_WORDS = Gate(
    "signed concluded reached inked drawn drafted initialled prepared adopted approved finalised finalized discussed awarded "
    "force placed".split()
)
COUNTED_WORDS = Gate("signed concluded reached inked worth agreed".split())
SIGNED = pattern(
    rf"\b(?P<verb>(?:(?:not|never|yet|did|do|does|n['’]t|have|has|had|was|were|will|be|been|to|is|are|also|hopes? to|"
    rf"hoping to|plans? to|planned to|"
    rf"intends? to|intend to|would|can|recently|officially|jointly|could|expects? to|then|agreed to|ready to|going to) "
    rf")*(?:sign(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|reach(?:ed|es)?|ink(?:ed)?|initial(?:l?ed)|entered into|enter into|"
    rf"drew up|draw up|exchanged|approved|adopted|prepared|prepare|have|has|received|ended with|resulted in|placed|awarded|"
    rf"won))(?: (?:a|an|the|its|their|several|\d+|\w+))? (?P<paper>{PAPER})\b"
)
PAPER_PASSIVE = pattern(
    rf"\b(?P<paper>(?:an? |the |no |not an? |any |none of the |neither |\d[\d,]* |several |many "
    rf")?{PAPER})\b(?P<mid>[^.;]{{0,110}}?)\b(?P<verb>(?:(?:was|were|has|"
    rf"have|had|is|are|will|be|been|being|to|also|expected|planned|would|could|can|successfully|then|on|scheduled|not|"
    rf"yet|never|ever) "
    rf"){{1,5}}(?:signed|concluded|reached|inked|drawn up|drafted|initialled|prepared|adopted|approved|finalised|finalized|"
    rf"discussed|awarded|in force|placed))\b"
)
COUNT_SIGNED = pattern(
    r"\b(?P<what>(?:a total of |in total,? |altogether )?(?:more than |over |nearly |about |some |almost |around |at least "
    r")?\d[\d,.]*\+? (?:[\w-]+ ){0,4}?(?:projects|contracts|agreements|deals|memoranda|intentions|transactions|documents|"
    r"memorandums)(?: (?:have been|were|was|had been|has been|are|will be))? ?(?P<verb>signed|concluded|reached|inked|"
    r"worth|agreed)\b)"
)
SIGNING = re.compile(r"\b(?P<what>(?:the\s+)?signing\s+(?:ceremony\s+)?of\s+(?:an?\s+|the\s+)?[^,.;]{5,80})", re.I)
AGREED = pattern(
    r"\b(?P<verb>(?:(?:the sides|the parties|both sides|they|<WHOS>) )?(?:have |has |also )?(?:agreed to|agreed on|reached "
    r"(?:a |an )?(?:preliminary )?(?:consensus|understanding)(?: on)?|came to an agreement))"
)


def agreements(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.finds(COUNT_SIGNED) if line.names_any(COUNTED_WORDS) else ():
        if free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.count", Status.SIGNED, subject=False)
    for match in line.finds(PAPER_PASSIVE) if line.names_any(PAPERS) and line.names_any(PASSIVE_WORDS) else ():
        if free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.passive", _paper_status(match["verb"], match["paper"]), subject=False)
    for match in line.matches(SIGNED, SIGN_WORDS):
        if free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.signed", _paper_status(match["verb"], match["paper"]))
    for match in [*line.matches(AGREED, AGREED_WORDS), *(line.reads(SIGNING) if "signing" in line.lows else ())]:
        if free(taken, match.start(), match.end()):
            signing = "signing" in match[0].lower()
            _agreement(
                scene, line, match, "agree.signing" if signing else "agree.agreed", Status.SIGNED if signing else Status.AGREED
            )


def _paper_status(verb: str, paper: str) -> Status:
    low = verb.lower()
    if re.search(r"\b(?:will|scheduled|planned|plans?|expected|be signed)\b", low) and not re.search(
        r"\b(?:been signed|hope)", low
    ):
        return Status.PLANNED
    if re.search(r"\b(?:hop\w+|intend\w*|to|would|could|can|ready)\b", low):
        return Status.INTENDED
    if re.search(r"\b(?:have|has|received)$", low):
        return Status.RUNNING
    if re.search(r"discussed", low):
        return Status.LOOKED_INTO
    if re.search(r"intent", paper.lower()):
        return Status.INTENDED
    if re.search(r"in force", low):
        return Status.RUNNING
    if re.search(r"sign|conclud|ink|exchanged|ended with|enter|award|placed|won", low):
        return Status.SIGNED
    return Status.AGREED


def _agreement(scene: Scene, line: Line, match: re.Match[str], rule: str, status: Status, subject: bool = True) -> None:
    start, end = clause.clause(line, match.start(), match.end(), subject=subject)
    money = MONEY.search(line.text, match.start(), min(len(line.text), end + 70))
    if money and money.end() - start <= 150:
        end = max(end, money.end())
    text = plain(line.text[start:end])
    before = line.text[max(0, match.start() - 40) : match.start()]
    if status is Status.SIGNED and re.search(r"\b(?:planned|expected|plans|hopes|intends|wants|wishes)\b[^.;]*$", before):
        status = Status.PLANNED
    negated = clause.negative(line.text[max(start, match.start() - 12) : match.end()])
    status = Status.NONE if negated else status
    parties = line.within(0, end, "ORG", "GROUP")[:4] or line.within(start, end, "LOC")[:2]
    claims = [Claim("party", scene.ref(n), status=status, negated=negated) for n in parties]
    claims += [Claim("status", status.value, status=status)] if status else []
    claims.append(Claim("subject", text, lang="en", status=status, negated=negated))
    claims += sums(line, match, money)
    claims += when.of_act(scene.reading, line.text, start, end, line.start)
    if scene.once("agreement", text.lower()):
        scene.add(rule, Ref("Agreement", text), line.start + start, line.start + end, *claims, line=line)
