"""Reads and writes the ledger in SQLite or PostgreSQL."""
