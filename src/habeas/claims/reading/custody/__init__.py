"""Arrests, moves, lost contact, illness and death of people held; reads sentences, writes tellings."""
