"""The tests of this folder read Russian."""

from __future__ import annotations

import pytest

from dragoman.extract import ru
from dragoman.extract.grammar.walk import Language


@pytest.fixture
def language() -> Language:
    """The language that `drafts` reads."""
    return ru.LANGUAGE
