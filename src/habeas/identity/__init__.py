"""Reads mentions and judgements; writes persons."""
