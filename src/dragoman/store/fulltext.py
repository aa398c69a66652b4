"""The search seam: words of a text, and an index of them. Here over SQLite's FTS5, contentless.

Words are runs of letters and digits, case and marks folded; a run of Chinese characters becomes its bigrams and its last
character, so that any word of one character or more is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import Connection

INDEXES = ("search_names", "search_values", "search_documents")
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff"
PIECES = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]+")


def fold(text: str) -> str:
    """Case, width and marks folded: É is e, Ё is е, Ａ is a."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def words(text: str) -> list[str]:
    """The words of a text as the index holds them."""
    found: list[str] = []
    for piece in PIECES.findall(fold(text)):
        if _HAN.match(piece):
            found += [piece[i : i + 2] for i in range(len(piece))]
        else:
            found.append(piece)
    return found


def is_han(piece: str) -> bool:
    """Whether a piece of a query is Chinese, and so may stand anywhere in a run of characters."""
    return _HAN.match(piece) is not None


def pieces(query: str) -> list[str]:
    """The words someone asks for, Chinese ones whole."""
    return list(dict.fromkeys(PIECES.findall(fold(query))))


def create(connection: Connection) -> None:
    """Make the indexes."""
    for name in INDEXES:
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5("
            "words, content='', columnsize=0, detail=none, tokenize=\"unicode61 remove_diacritics 0\")"
        )


def clear(connection: Connection) -> None:
    """Empty the indexes."""
    for name in INDEXES:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES('delete-all')")


def take(connection: Connection, index: str, texts: Iterable[tuple[int, str]]) -> None:
    """Add texts under their keys."""
    rows = [(key, text if text.isascii() else " ".join(words(text))) for key, text in texts]
    if rows:
        connection.exec_driver_sql(f"INSERT INTO {index}(rowid, words) VALUES(?, ?)", rows)


def find(connection: Connection, index: str, query: str, limit: int) -> list[int]:
    """Keys of up to `limit` texts that have all words, earliest first; nothing is sorted, so a common word costs no more."""
    terms = [term for piece in pieces(query) for term in _terms(piece)]
    if not terms:
        return []
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT ?"  # noqa: S608 (own names)
    return [row[0] for row in connection.exec_driver_sql(sql, (" AND ".join(terms), limit))]


def _terms(piece: str) -> list[str]:
    if not _HAN.match(piece):
        return [f'"{piece}"']
    if len(piece) == 1:
        return [f'"{piece}"*']
    return [f'"{piece[i : i + 2]}"' for i in range(len(piece) - 1)]


def contents(connection: Connection, index: str) -> set[tuple[str, int]]:
    """Each word of an index with the number of texts that have it."""
    table = f"temp.{index}_words"
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5vocab(main, {index}, row)")
    return {(row[0], row[1]) for row in connection.exec_driver_sql(f"SELECT term, doc FROM {table}")}  # noqa: S608 (own names)
