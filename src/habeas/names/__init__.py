"""Reads a name as written; writes keys by which two spellings can be compared."""
