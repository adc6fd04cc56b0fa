"""Reads persons with their custody and published figures; writes rolls, counts, compatibility and bridges."""
