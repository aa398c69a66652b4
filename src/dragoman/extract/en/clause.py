"""Clauses: how far to the left and right of a trigger the words go that prove a claim."""

from __future__ import annotations

import re

from dragoman.extract.en.line import Line
from dragoman.extract.en.shapes import small, twin
from dragoman.model.statement import Status

REACH = 125  # code points to the right of a trigger: longer quotes stop proving one thing
LONGEST = 155  # code points of a whole quote, subject included
SUBJECT = 62  # code points to the left that a subject may take
STOPPERS = (
    r"(?:which|who|whom|where|while|but|so|adding|expecting|hoping|noting|saying|he|she|they|we|said|says|according|"
    r"whereas|although|because|after|before|when|"
    r"thus|thereby|making|bringing|drawing|including|especially|as well as making|in order|however|then|it|this)"
)
BREAK = re.compile(
    rf"[.;:!?](?=\s|$|[”\"])|[”\"“](?=[,.\s]|$)|\s[–—-]{{1,2}}\s|,\s+(?:and\s+|or\s+)?{STOPPERS}\b"
    r"|\s+(?:which|who|whom|while|whereas|although|but|because|after which|said|says)\s"
    r"|,?\s+and\s+(?:(?:also|then|now|later|at the same time|will|would|is|are|was|were|has|have|had|that|it|he|she|"
    r"they|we|to)\s|(?:[a-z]+ed|has|makes|brings|runs|operates|plans|tests|produces|develops|sells|helps|advises|"
    r"employs|hopes|wants|seeks|co-funds|sees|gives)\s+(?:a|an|the|its|their|with|in|to|for)\s)"
)
COMMA = re.compile(r",\s")
SERIES = re.compile(r",\s+(?:[\w&'’/-]+\s+){0,4}?[\w&'’/-]+(?:,\s+(?:[\w&'’/-]+\s+){0,4}?[\w&'’/-]+)*,?\s+and\s+[\w&'’/-]+")
INTRO = re.compile(
    r"(?:for instance|for example|in addition|moreover|however|also|thus|in particular|besides|according to \w+|then|today|"
    r"so|in fact|at present),?\s+",
    re.I,
)
NAMED = "[ሀለሐሰ]"
LEFT_BREAK = re.compile(
    rf"[.;:!?“\"”]\s*|(?<!{NAMED}),\s+(?:and\s+|but\s+)?|,\s+(?!{NAMED})(?:and\s+(?!{NAMED})|but\s+)?|"
    rf"(?<!{NAMED})\s+and\s+|\s+and\s+(?!{NAMED})"
    r"|\s+(?:but|that|which|who|while|where|because|so|if)\s+|\s[–—]\s"
)
MARGIN = 40  # code points before the farthest subject from which breaks are read
NEGATION = re.compile(r"\b(?:no|not|never|none|neither|nor|without|has yet to|have yet to)\b|n['’]t\b", re.I)
INTENT = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed|ing)?|wish(?:es|"
    r"ed|ing)?|would like|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|look(?:s|ed|ing)? (?:for|forward)|"
    r"eye(?:s|d|ing)?|eager|keen|willing|ready|interested|interest in|strive[sd]?|striving|try(?:ing)?|tries|in search|"
    r"search(?:es|ing)? for|wanted|will|shall|would|to be|going to|is to|are to|scheduled|propose[sd]?|offer(?:s|ed)? "
    r"to|task is|goal|aspire[sd]?|attract|needs?|"
    r"welcome[sd]?|explor(?:e|ing)|desire|call(?:s|ed)? for|invite[sd]?|opportunit(?:y|ies)|open to|should|must|can|"
    r"could|potential|possib\w+)\b",
    re.I,
)
PLANNED = re.compile(r"\b(?:will|shall|plan(?:s|ned|ning)?|scheduled|is to|are to|to be|due to|going to)\b", re.I)
DISCUSSED = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|talk(?:s|ed)? (?:about|on)|consider(?:s|ed|ing)?|would consider|negotiat\w+|exchanged "
    r"(?:views|opinions)|explored|(?<!jointly )stud(?:ied|y)|learn(?:ed|t)?|looked into|wanted to know|prospects)\b",
    re.I,
)
FORMED = re.compile(r"\b(?:sign(?:ed|s)|signing of|conclud(?:ed|es)|inked)\b", re.I)
ENDED = re.compile(
    r"\b(?:shut(?:tered)?|closed (?:down )?(?:its|their|the)|pulled out|withdrew|vacated|lapsed|not renewed|wound up|"
    r"broken off|frozen|ended|terminated|ceased|expired|was closed|no longer|stopped|"
    r"discontinued|suspended)\b",
    re.I,
)


def right_edge(line: Line, start: int, at: int, reach: int = REACH) -> int:
    """The end of the clause that goes on at `at`, at most `reach` code points from `start`."""
    text = line.mask
    stop = min(len(text), start + reach)
    found = BREAK.search(text, at, len(text))
    if found and found.start() < stop:
        stop = found.start()
    comma = at
    while (match := COMMA.search(text, comma, stop)) is not None:
        if _goes_on(line, match.start()):
            comma = match.end()
            continue
        stop = match.start()
        break
    if stop == start + reach and stop < len(text):
        stop = max(at, text.rfind(" ", at, stop))
    while stop > at and text[stop - 1] in ' ,.;:”"':
        stop -= 1
    return max(stop, at)


def _goes_on(line: Line, comma: int) -> bool:
    """Whether a comma stands within a coordination of short items."""
    found = SERIES.match(line.text, comma)
    return found is not None and len(found[0]) <= 120


def left_edge(line: Line, at: int, reach: int = SUBJECT) -> int:
    """The start of the subject before a trigger, or the trigger itself where the subject stands too far off."""
    head = line.mask[:at].rstrip()
    closed = head.endswith(",")  # a comma right before the verb closes an insertion
    stop = len(head) - 1 if closed else at
    floor = max(0, at - reach - (35 if closed else 0))
    edge = 0
    for found in LEFT_BREAK.finditer(line.mask, max(0, floor - MARGIN), stop):
        if closed and found[0].startswith(",") and found.start() > floor:
            continue
        if (
            found is not None
            and found[0].strip() == "and"
            and re.fullmatch(r"\w+s(?:\s+\w+s)?\s*", line.mask[found.end() : stop])
        ):
            continue  # a compound subject: countries and regions have taken part
        edge = found.end()
    if edge < floor or edge >= stop:
        return at
    opening = INTRO.match(line.mask, edge)
    return opening.end() if opening and opening.end() < at else edge


def clause(line: Line, start: int, end: int, reach: int = REACH, subject: bool = True) -> tuple[int, int]:
    """The words around a trigger that prove its claim, relative to the sentence."""
    first = left_edge(line, start) if subject else start
    stop = right_edge(line, start, end, reach)
    return (first if stop - first <= LONGEST else start), stop


def status_of(text: str, otherwise: Status = Status.RUNNING) -> Status:
    """How far an act has come by the words of its clause; intent is never taken for agreement."""
    low = small(text)
    if twin(ENDED).search(low):
        return Status.ENDED
    if twin(DISCUSSED).search(low):
        return Status.LOOKED_INTO
    if twin(INTENT).search(low):
        wished = re.search(r"\bhop|want|wish|like|seek", low)
        return Status.PLANNED if twin(PLANNED).search(low) and not wished else Status.INTENDED
    return otherwise


def negative(text: str) -> bool:
    """Whether the clause denies its act."""
    low = small(text)
    return bool(twin(NEGATION).search(low)) and not re.search(r"\bnot only\b", low)
