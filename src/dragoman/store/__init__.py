"""Logs of statements, evidence, sightings, retractions and decisions, and the views rebuilt from them."""
