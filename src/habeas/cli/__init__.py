"""Reads the command line; calls the register and prints."""
