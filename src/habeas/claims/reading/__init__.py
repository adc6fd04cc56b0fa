"""Reads a passage of prose; writes proposed persons, events, figures and descriptions with exact spans."""
