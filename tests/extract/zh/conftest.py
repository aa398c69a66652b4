"""The tests of this folder read Chinese."""

from __future__ import annotations

import pytest

from dragoman.extract import zh
from dragoman.extract.grammar.walk import Language


@pytest.fixture
def language() -> Language:
    """The language that `drafts` reads."""
    return zh.LANGUAGE
