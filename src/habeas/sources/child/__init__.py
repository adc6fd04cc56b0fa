"""Reads one hostile file, confined; writes its text, as JSON on standard output."""
