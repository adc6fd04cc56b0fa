"""Reads who signs in and what the operator decides about accounts; writes accounts, sessions and the audit list beside the register."""
