"""Reads the tables of published lists and their mappings; writes what each row asserts of whom, cell by cell."""
