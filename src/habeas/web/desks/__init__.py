"""Reads what a person enters or decides at a desk; writes it to the register through its functions, and shows what came of it."""
