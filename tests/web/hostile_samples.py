"""A workspace whose every text is made to do harm: markup, signs that reorder, control characters, 10,000 characters."""

from __future__ import annotations

from pathlib import Path

from dragoman.base.settings import Settings
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.model.document import Block, Document
from dragoman.model.ids import entity_id
from dragoman.model.statement import Evidence, Stance, Statement
from dragoman.workspace import open_workspace

SCRIPT = "<script>alert('x')</script>"
EVIL = {
    "markup": f'{SCRIPT}"><img src=x onerror=alert(1)> Works',
    "quotes": '" onmouseover="alert(1)" x=\'',
    "reordered": "evil\u202eknil\u202c \u2066x\u2069 \u200fname",
    "controls": "nul\x00 bell\x07 \x1b[31mred\x1b[0m",
    "long": "word" * 2_500,
    "template": "{{ 7*7 }} {% raw %} {name} %s ${x}",
    "url": "javascript:alert(1)",
    "emoji": "👩‍👩‍👧‍👦 " * 40,
}


def hostile_workspace(folder: Path) -> dict[str, str]:
    """Make it; the ids of the entities by kind of harm."""
    ids = {key: entity_id("evil", "Company", text) for key, text in EVIL.items()}
    text = "\n".join(f"{t} signed with {SCRIPT} in 2018." for t in EVIL.values())
    document = Document("d" * 64, f"{SCRIPT}.txt", "text/plain", text, (Block(0, len(text)),), title=EVIL["markup"],
                        publisher=EVIL["quotes"], published="2018-05-03", lang="en")  # fmt: skip
    statements, at = [], 0
    for key, said in EVIL.items():
        proof = Evidence(document.id, said, at, at + len(said), speaker=EVIL["reordered"])
        against = Evidence(document.id, "no", None, None, stance=Stance.CONTRADICTS, speaker=SCRIPT)
        at += len(said) + len(f" signed with {SCRIPT} in 2018.") + 1
        for prop, value in (("name", said), ("website", EVIL["url"]), ("activity", EVIL["markup"]), ("country", SCRIPT),
                            ("incorporationDate", SCRIPT), ("bodyKind", EVIL["quotes"])):  # fmt: skip
            statements.append(Statement(ids[key], "Company", prop, value, document.id, evidence=(proof, against),
                                        suggested=prop == "activity"))  # fmt: skip
    tie = entity_id("evil", "Partnership", "tie")
    for prop, target in (("subject", ids["markup"]), ("object", ids["long"])):
        statements.append(Statement(tie, "Partnership", prop, target, document.id, evidence=(Evidence(document.id, SCRIPT),)))
    with open_workspace(folder, create=True, settings=Settings(models=False, processes=1)) as workspace:
        workspace.store.add(document, statements)
        pair = tuple(sorted((ids["markup"], ids["quotes"])))
        made = Decision(Subject.IDENTITY, pair, Judgement.DIFFERENT, SCRIPT, "2020-01-01T00:00:00+00:00", EVIL["reordered"])
        workspace.store.decide(made)
    return ids
