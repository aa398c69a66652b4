"""Words of records that a paper can say in each of its languages: countries and fields of technology."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.expo import regions
from dragoman.expo.fields import labels_of
from dragoman.lists.countries import country
from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.content import Text
from dragoman.report.words import script_language
from dragoman.report.worldmap import country_name


def placed(words: Text) -> Text:
    """A text in all languages where it is the name of a country or of a part of the world, else as it is."""
    said = [words] if isinstance(words, str) else [w for w in words.values() if w]
    codes = {country(w) for w in said}
    code = codes.pop() if len(codes) == 1 else ""
    told = {lang: country_name(code, lang) for lang in LANGUAGES} if code else regions.named(said[0]) if len(said) == 1 else {}
    if not told:
        return words
    return told if isinstance(words, str) else told | dict(words)


def fielded(text: str) -> Mapping[str, str]:
    """A field as it was written; in the other languages the label of the field it speaks of, where that is known."""
    written = script_language(text) or "en"
    told = {lang: ", ".join(labels_of(text, lang)) for lang in LANGUAGES if lang != written}
    return {written: text} | {lang: words for lang, words in told.items() if words}
