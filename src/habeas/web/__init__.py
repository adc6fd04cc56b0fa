"""Reads the register through its functions and what a browser sends; writes pages."""
