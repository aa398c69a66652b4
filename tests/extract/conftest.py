"""What the tests of the Russian and the Chinese grammar share lies in `checks.py` beside this file."""

from __future__ import annotations

import pytest
from checks import Find, finder

from dragoman.extract.grammar.walk import Language


@pytest.fixture
def drafts(language: Language) -> Find:
    """Find the drafts of a marked text in the language of the folder; each as (schema, quote, draft)."""
    return finder(language)
