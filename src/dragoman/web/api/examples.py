"""Examples in the description of the API. The test of the document checks each against its shape."""

from __future__ import annotations

from typing import Any

Example = dict[str, Any]
ID = "3f0c92ab1e7744d08b6f1c0de51a2b9c"
OTHER = "a81d60c94be2449fb4b6f1c0de51a2b9"
DOC = "9b1c6f3f0c92ab1e7744d08b6f1c0de51a2b9c3f0c92ab1e7744d08b6f1c0de5"
AT = "2026-11-22T03:30:10Z"
ENTITY_ROW: Example = {
    "id": ID, "schema": "Company", "caption": "Harbour Robotics Ltd", "statements": 12, "datasets": 2, "suggested_only": False,
}  # fmt: skip
EVIDENCE: Example = {
    "document": DOC, "exact": "Harbour Robotics Ltd signed an agreement", "start": 0, "end": 40, "page": None, "sheet": "",
    "row": None, "column": "", "record": "", "stance": "supports", "speaker": "",
}  # fmt: skip
STATEMENT: Example = {
    "id": "5d41402abc4b2a76b9719d911017c592",
    "entity_id": ID,
    "schema": "Company",
    "prop": "name",
    "value": "Harbour Robotics Ltd",
    "original_value": "",
    "dataset": DOC,
    "lang": "en",
    "status": "",
    "valid_from": "",
    "valid_to": "",
    "suggested": False,
    "recorded_at": AT,
    "evidence": [EVIDENCE],
}
ENTITY: Example = {
    "id": ID, "schema": "Company", "caption": "Harbour Robotics Ltd",
    "properties": {"name": ["Harbour Robotics Ltd"], "country": ["gb"]}, "datasets": [DOC], "topics": [], "first_seen": AT,
}  # fmt: skip
DOCUMENT_ROW: Example = {
    "id": DOC,
    "name": "news.txt",
    "title": "",
    "publisher": "",
    "published": "2019-03-12",
    "lang": "en",
    "media_type": "text/plain",
    "size": 312,
    "statements": 7,
    "recorded_at": AT,
}
DOCUMENT: Example = {
    "id": DOC, "name": "news.txt", "title": "", "text": "Harbour Robotics Ltd signed an agreement with Tidal Optics JSC.",
    "lang": "en", "published": "2019-03-12", "blocks": [], "tables": [],
}  # fmt: skip
DECISION: Example = {
    "id": "0cc175b9c0f1b6a831c399e269772661", "subject": "identity", "ids": [ID, OTHER], "verdict": "same", "by": "A. Chen",
    "at": "2026-11-22T03:30:10.000001+00:00", "note": "one letterhead", "score": None, "version": "", "undoes": "",
}  # fmt: skip
LIST: Example = {
    "list": "un", "title": "UN Security Council", "law": "UN", "binds": True, "edition": "2026-11-01-ab12cd34",
    "published": "2026-11-01", "loaded": AT, "age": 21, "old": False, "records": 1003, "names": 4295, "problems": 0,
}  # fmt: skip
JOB: Example = {
    "id": "4f0c92ab1e77", "kind": "read", "title": "news.zip", "by": "A. Chen", "state": "running", "asked": AT, "begun": AT,
    "ended": "", "phase": "reading", "now": "news0412.txt", "done": 412, "total": 1000, "tries": 1, "result": {}, "error": "",
}  # fmt: skip
HIT: Example = {
    "id": "CDi.001",
    "name": "Eric Badege",
    "score": 0.91,
    "list": "un",
    "edition": "2026-11-01-ab12cd34",
    "published": "2026-11-01",
    "matched": "Eric Badege",
    "matched_as": "name",
    "schema": "Person",
    "sure": True,
    "status": "open",
    "by": "",
    "decided": "",
    "note": "",
    "programmes": ["DRC"],
    "at": "consolidated.xml",
    "remarks": ["name alone, 1 bearer known"],
    "fingerprint": "9f86d081884c7d65",
}
