"""Reads nothing; writes the accounts' tables, step by step."""
