"""Hits: checking names and entities against lists; what is open, cleared or confirmed."""
