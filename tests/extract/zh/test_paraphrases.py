"""One kind of fact in many wordings: sentences of our own, each with the words that must be quoted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from checks import MARK, Find

from dragoman.model.schema import schema

with (Path(__file__).parent / "paraphrases.tsv").open(encoding="utf-8") as table:
    ROWS = [(r["kind"], r["anchor"], r["sentence"]) for r in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("kind", "anchor", "sentence"), ROWS)
def test_the_words_prove_a_fact_of_the_kind(drafts: Find, kind: str, anchor: str, sentence: str) -> None:
    plain, wanted = MARK.sub(r"\2", sentence), MARK.sub(r"\2", anchor)
    start = plain.index(wanted)
    spans = [(d.start, d.end) for s, _, d in drafts(sentence) if schema(s).kind == kind]
    assert any(min(b, start + len(wanted)) - max(a, start) >= len(wanted) / 2 for a, b in spans), spans


PLAIN = (
    "他昨天在家里看了一本书，晚上和朋友一起吃饭。",
    "天气预报说明天有小雨，气温下降三度。",
    "记者了解到，近年来人们的生活水平不断提高。",
    "这家餐馆的老板是本地人，菜做得很好。",
    "孩子们在公园里放风筝，老人们在树下下棋。",
)


@pytest.mark.parametrize("sentence", PLAIN)
def test_plain_sentences_prove_nothing(drafts: Find, sentence: str) -> None:
    assert [(s, q) for s, q, _ in drafts(sentence) if schema(s).kind != "statistic"] == []
