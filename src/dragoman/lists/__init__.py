"""Watchlists and registers: their formats, dated editions, compiled snapshots."""
