"""Batch work over whole tables: linking two of them."""
