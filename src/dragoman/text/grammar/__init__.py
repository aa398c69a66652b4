"""The grammar of each language: numerals, calendar words, money and counted things."""
