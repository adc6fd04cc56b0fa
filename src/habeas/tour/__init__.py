"""Reads the bundled case and a seed; writes the guided tour and an invented country."""
