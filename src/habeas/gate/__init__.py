"""Reads one claim's sensitivity and circumstances; writes whether it may leave the house, and why not."""
