"""Reads nothing of ours; writes days, ranges, as-of questions, bounds, ids and errors for every stage above."""
