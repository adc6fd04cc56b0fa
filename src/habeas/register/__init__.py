"""Reads the operator's wishes; opens a register, takes in and answers."""
