"""Fonts that cover the three scripts: from the packages of the extra `papers`, else those of the system.

Noto Sans sets Latin, Cyrillic and Greek, Noto Sans CJK the Chinese. Both are under the SIL Open Font License, come inside
packages and are embedded as subsets. A character that no font covers is never set as an empty box: `Fonts.fit` writes its
code point instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dragoman.base.errors import Missing

PACKAGES = {"latin": ("fontpkg_noto_sans", "files", "*.ttf"), "han": ("manimgx_fonts_cjk", "", "*.ttc")}
# Usual fonts of Debian, Windows and macOS by file name, the better ones first.
SYSTEM = {
    "latin": ("NotoSans-Regular.ttf", "DejaVuSans.ttf", "segoeui.ttf", "arial.ttf", "Arial.ttf", "LiberationSans-Regular.ttf"),
    "han": ("NotoSansCJK-Regular.ttc", "SourceHanSansSC-Regular.otf", "msyh.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc",
            "wqy-microhei.ttc", "wqy-zenhei.ttc", "simsun.ttc", "DroidSansFallbackFull.ttf"),
}  # fmt: skip
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "C:/Windows/Fonts",
           "/System/Library/Fonts", "/Library/Fonts")  # fmt: skip
SIMPLIFIED = ("SC", "GB", "YaHei", "SimSun", "NSimSun")  # how a face of a collection says that it is for mainland Chinese
UNSET, INSTALL = "PDF papers need their typesetter and fonts", "pip install 'dragoman[papers]'"


def library(name: str) -> Any:
    """A library of the extra `papers`; raises `Missing` with the line that installs it."""
    try:
        return import_module(name)
    except ImportError:
        raise Missing(UNSET, do=INSTALL) from None


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families to set with, the folders they lie in, and all code points they cover."""

    latin: tuple[str, ...]
    han: tuple[str, ...]
    folders: tuple[str, ...]
    covered: frozenset[int]

    def missing(self, text: str) -> set[str]:
        """The characters of a text that none of the fonts has a glyph for (white space aside)."""
        return {c for c in set(text) if ord(c) not in self.covered and not c.isspace()}

    def fit(self, text: str) -> str:
        """The text with each character that has no glyph written as its code point, such as [U+1F600]."""
        for sign in self.missing(text):
            text = text.replace(sign, f"[U+{ord(sign):04X}]")
        return text


@cache
def fonts(system_only: bool = False) -> Fonts:
    """The fonts found; raises `Missing` with the line to install them where one of the scripts has none."""
    files = {script: ([] if system_only else _packaged(*where)) or _installed(script) for script, where in PACKAGES.items()}
    lacking = [script for script, found in files.items() if not found]
    if lacking:
        raise Missing(UNSET, where=f"no {' and no '.join(lacking)} font", do=INSTALL)
    covered: set[int] = set()
    families: dict[str, tuple[str, ...]] = {}
    for script, found in files.items():
        names: list[str] = []
        for path in found[:1]:
            family, points = _face(path)
            names.append(family)
            covered |= points
        families[script] = tuple(names)
    folders = {str(path.parent) for found in files.values() for path in found}
    return Fonts(families["latin"], families["han"], tuple(sorted(folders)), frozenset(covered))


def _packaged(package: str, folder: str, pattern: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    place = Path(next(iter(spec.submodule_search_locations))) / folder
    return sorted(place.glob(pattern), key=lambda p: ("Italic" in p.name, p.name))


def _installed(script: str) -> list[Path]:
    """The best system font there is: one file, its folder brings its bold."""
    for name in SYSTEM[script]:
        for folder in _folders():
            found = next(folder.rglob(name), None)
            if found:
                return [found]
    return []


def _folders() -> list[Path]:
    return [p for p in (Path(f).expanduser() for f in FOLDERS) if p.is_dir()]


@cache
def _face(path: Path) -> tuple[str, frozenset[int]]:
    """Family and code points of the face for mainland Chinese, or of the only one."""
    faces = _faces(path)
    chosen = next((f for f in faces if any(f[0].split()[-1] == s or s in f[0] for s in SIMPLIFIED)), faces[0])
    return chosen[0], frozenset(chosen[1].getBestCmap())


def _faces(path: Path) -> list[tuple[str, Any]]:
    reader = library("fontTools.ttLib")
    opened = reader.TTCollection(path, lazy=True).fonts if path.suffix == ".ttc" else [reader.TTFont(path, lazy=True)]
    return [(f["name"].getDebugName(16) or f["name"].getDebugName(1), f) for f in opened]
