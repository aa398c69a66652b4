"""What letters say before anyone knows what they mean: scripts, languages, sentences, dates, numbers, money, counts."""
