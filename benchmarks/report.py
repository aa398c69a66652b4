"""How long a report of 5,000 facts takes and how large it is: under 5 s and 8 MB are wanted.

python benchmarks/report.py [--facts 5000]
"""

from __future__ import annotations

import argparse
import time

from dragoman.model.document import Block, Document
from dragoman.model.entity import Entity
from dragoman.model.fact import facts
from dragoman.model.statement import Evidence, Statement
from dragoman.report.data import ReportData
from dragoman.report.html import render

SENTENCE = "In {year} the company Firm {n} of the river region sent a delegation abroad and showed a new spherical robot. "
EVERY = 25  # sentences a document


def made(count: int) -> ReportData:
    """About so many facts: two a sentence, one of a company with a name, one of its presence abroad."""
    documents, statements = [], []
    for number in range(count // (2 * EVERY)):
        text, key = "", f"doc-{number}"
        for line in range(EVERY):
            n = number * EVERY + line
            sentence = SENTENCE.format(n=n, year=2000 + n % 25)
            start = len(text)
            text += sentence
            statements += _says(key, n, text, start, len(text) - 1)
        block = Block(0, len(text))
        documents.append(Document(key, f"{key}.txt", "text/plain", text, (block,), title=f"News {number}", lang="en"))
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        groups.setdefault(s.entity_id, []).append(s)
    entities = [Entity(k, tuple(v)) for k, v in groups.items()]
    captions = {e.id: e.caption for e in entities}
    return ReportData("Benchmark", "2026-01-01", "0", documents, entities, facts(statements, captions), captions)


def _says(key: str, n: int, text: str, start: int, end: int) -> list[Statement]:
    def proof(quote: str) -> tuple[Evidence, ...]:
        at = text.index(quote, start)
        return (Evidence(key, quote, at, at + len(quote), context=(start, end)),)

    firm, tie = f"firm-{n}", f"presence-{n}"
    return [
        Statement(firm, "Company", "name", f"Firm {n}", key, lang="en", evidence=proof(f"Firm {n}")),
        Statement(firm, "Company", "country", ("ru", "cn", "by", "kz")[n % 4], key, evidence=proof(f"Firm {n}")),
        Statement(tie, "Presence", "subject", firm, key, evidence=proof("showed a new spherical robot")),
        Statement(tie, "Presence", "presenceKind", "exhibition", key, evidence=proof("showed a new spherical robot")),
        Statement(tie, "Presence", "startDate", str(2000 + n % 25), key, evidence=proof("showed a new spherical robot")),
    ]


def main() -> None:
    """Render once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=5_000)
    data = made(parser.parse_args().facts)
    start = time.process_time()
    text = render(data)
    took = time.process_time() - start
    print(f"{len(data.facts):,} facts, {len(data.entities):,} entities: {took:.2f} s CPU, {len(text.encode()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
