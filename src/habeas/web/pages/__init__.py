"""Reads what the register answers; writes the contents of one page each, as plain data for its template."""
