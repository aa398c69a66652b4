"""The names engine: parts of a name, features, score with reasons, blocking index; shared by lists, resolve, screen, search."""

from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.score import REVIEW, THRESHOLD, Match, compare_names, rate

__all__ = ["REVIEW", "THRESHOLD", "Kind", "Match", "Name", "compare_names", "parse", "rate"]
