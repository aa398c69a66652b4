"""Tables to statements by their headings, in three languages or by a mapping file; and blank sheets to fill in.

A column no heading of the kind is known for is not lost: its cells become notes of the row's main thing, and it is reported.
"""

from dragoman.extract.sheets.extractor import Examined, Preview, SheetExtractor
from dragoman.extract.sheets.mapping import Mapping, load_mapping
from dragoman.extract.sheets.template import kinds, template

__all__ = ["Examined", "Mapping", "Preview", "SheetExtractor", "kinds", "load_mapping", "template"]
