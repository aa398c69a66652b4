"""The workshop that tells when two names are one thing: proposals with scores; decisions make them so."""
