"""The words a grammar turns on: a file of sections in the data, and patterns made of them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman import data
from dragoman.extract.grammar.scene import marked_pattern


@cache
def sections(name: str) -> dict[str, Any]:
    """What a file of `data/vocabulary` holds."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(data.text(f"vocabulary/{name}.yaml"), loader)  # noqa: S506 (a safe loader)
    return loaded


class Vocabulary:
    """The sections of one language: regular expressions divided by semicolons, or parts of such.

    `ending` is what the sign @ in an entry stands for: the endings a noun may have.
    """

    def __init__(self, lang: str, ending: str = "@") -> None:
        self.lang, self.ending = lang, ending
        self.entries, self.choice, self.pattern = cache(self._entries), cache(self._choice), cache(self._pattern)

    @property
    def sections(self) -> dict[str, Any]:
        """All of it, as the file has it."""
        return sections(self.lang)

    def _entries(self, section: str, part: str = "") -> tuple[str, ...]:
        """The entries of a section, or of one part of it."""
        found = self.sections[section]
        texts = [found[part]] if part else found.values() if isinstance(found, dict) else [found]
        split = (w.strip().replace("@", self.ending) for text in texts for w in text.split(";"))
        return tuple(dict.fromkeys(w for w in split if w))

    def _choice(self, section: str, part: str = "") -> str:
        """An alternation of a section, longest first."""
        return "|".join(sorted(self.entries(section, part), key=lambda w: -len(w)))

    def _pattern(self, source: str) -> re.Pattern[str]:
        """A rule's pattern: `<ORG>` is a mention, `<founded>` a section of the vocabulary."""
        used = sorted(set(re.findall(r"<([a-z_]+)>", source)))
        return marked_pattern(source, tuple((name, self.choice(name)) for name in used if name in self.sections))
