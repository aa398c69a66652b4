"""Standing services and work in hand: whom a body helps and how, what it has been developing."""

from __future__ import annotations

import re

from dragoman.extract.en import clause
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, inflected
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene
from dragoman.extract.en.shapes import pattern
from dragoman.extract.en.undertakings import Taken, told
from dragoman.model.statement import Status

HELPING = tuple(
    "advise|help|assist|support|train|guide|represent|coach|mentor|accompany|subsidise|subsidize|finance|serve|consult|"
    "teach/taught|certify|register|protect|promote|select".split("|")
)
CLIENTS = (
    r"(?:firms|companies|exporters|importers|inventors|start-ups|startups|scientists|entrepreneurs|newcomers|residents|"
    r"developers|institutes|universities|farmers|investors|small businesses|SMEs|enterprises|manufacturers|graduates|"
    r"researchers|foreigners|tenants|innovators|founders)"
)
SERVES = pattern(
    rf"(?P<verb>{choice(f for f in inflected(HELPING) if not f.endswith(('ed', 'ing')))}) (?:(?!which |that |who |"
    rf"to )[\w-]+ ){{0,3}}?{CLIENTS}\b"
)
GIVES = pattern(
    r"(?:organi[sz]es|arranges|holds|publishes|compiles|runs|offers|provides|translates|keeps|issues|prepares|maintains) "
    r"(?:(?!which |that |who |talks )[\w-]+ ){0,4}?(?:trips|study tours|seminars|courses|trainings?|workshops|"
    r"meetings|contests|"
    r"surveys|bulletins?|newsletters?|directory|directories|register|registry|hotline|library|catalogues?|databases?|"
    r"translations?|documents|loans|grants|premises|office space|expertise|certification|patent searches?|trade missions|"
    r"matchmaking|internships|scholarships)\b"
)
IN_HAND = pattern(
    r"(?:<ORG>|\b(?:company|institute|firm|bureau|team|laboratory|university|group|centre|center|enterprise|plant|academy|"
    r"engineers|scientists|specialists|start-up|it|they)) (?P<what>(?:is|are|has been|have been) (?:also |now |"
    r"already |currently "
    r"|jointly )*(?:developing|designing|creating|working on|building) (?:an? |the |its |their |new )[^.;,]{4,70})"
)
SERVE_WORDS = Gate(f for f in inflected(HELPING) if not f.endswith(("ed", "ing")))
GIVE_WORDS = Gate(
    (
        "organises organizes arranges holds publishes compiles runs offers provides translates keeps issues prepares maintains"
    ).split()
)
HAND_WORDS = Gate("developing designing creating working building".split())
PROVIDER = re.compile(
    r"\b(?:cent(?:re|er)|union|guild|park|agency|association|chamber|foundation|fund|office|society|hub|incubator|"
    r"accelerator|"
    r"technopark|club|committee|desk|platform|programme|bureau|it|which|that|council|league|alliance|scheme|service|staff|"
    r"department|ministry|exchange|bank|zone|institution|institute|university|academy|and)\b[^.;]{0,70}$",
    re.I,
)


def services(scene: Scene, line: Line, taken: Taken) -> None:
    """Services a body gives to firms and inventors, and developments it is at work on."""
    for shape, words in ((SERVES, SERVE_WORDS), (GIVES, GIVE_WORDS)):
        for match in line.matches(shape, words) if line.has(words) else ():
            before = line.text[: match.start()]
            if PROVIDER.search(before) or line.within(0, match.start(), "ORG"):
                end = clause.right_edge(line, match.start(), match.end(), 110)
                told(scene, line, match.start(), end, "project.serves", taken, status=Status.RUNNING)
    for match in line.finds(IN_HAND) if line.has(HAND_WORDS) else ():
        told(scene, line, match.start("what"), match.end("what"), "project.inhand", taken, status=Status.RUNNING)
