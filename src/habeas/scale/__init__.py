"""Reads records of named people; writes scored pairs and groups: linkage in bulk, through Splink on DuckDB."""
