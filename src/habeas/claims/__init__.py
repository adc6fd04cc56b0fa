"""Reads passages and claims files; writes drafts, reviews and claims in a ledger."""
