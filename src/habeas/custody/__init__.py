"""Reads one person's claims; writes events, episodes and a status on a day, each with its because."""
