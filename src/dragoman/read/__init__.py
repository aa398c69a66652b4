"""Files to documents: `read_file`, `read_paths`, `walk`, `inputs`, `checksum`. Each format has a reader of its own.

What a file is, its first bytes tell, not its name. A file that cannot be read raises an `Unreadable` with one line.
"""

from dragoman.read.counting import inputs
from dragoman.read.paths import Known, Refused, read_file, read_paths, walk
from dragoman.read.source import Source, checksum

__all__ = ["Known", "Refused", "Source", "checksum", "inputs", "read_file", "read_paths", "walk"]
