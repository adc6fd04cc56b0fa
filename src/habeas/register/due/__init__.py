"""Reads what is known on a day; writes what needs a person, one kind a function."""
