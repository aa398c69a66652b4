"""The names engine: parts of a name, features, score with reasons, blocking index; shared by lists, resolve, screen, search."""
