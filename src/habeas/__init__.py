"""Habeas, an evidence-first register of political prisoners."""
