"""The expo: what an organiser may enter, how far an agreement has come, and what of an edition is counted."""
