"""Ids: 16-byte BLAKE2b hashes, written as 32 hexadecimal digits. The recipe is frozen: a change would orphan every decision."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SEPARATOR = "\x1f"
_EMPTY = hashlib.blake2b(digest_size=16)  # copied for each id, which spares reading the parameters again
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")  # the quick way for most names; a test holds it equal to the other


def digest(*parts: str) -> str:
    """One id from its parts, in order."""
    made = _EMPTY.copy()
    made.update(SEPARATOR.join(parts).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


@lru_cache(maxsize=8192)
def normal_name(name: str) -> str:
    """A name as ids see it: compatibility forms folded, case folded, only letters and digits kept, single spaces."""
    if name.isascii():
        return _NOT_ASCII_WORD.sub(" ", name.lower()).strip()
    folded = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(c if c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in folded)
    return " ".join(kept.split())


def entity_id(dataset: str, schema: str, name: str, discriminator: str = "") -> str:
    """The id of what a data set calls `name`; `discriminator` tells namesakes and relations apart."""
    return digest("entity", dataset, schema, normal_name(name), discriminator)
