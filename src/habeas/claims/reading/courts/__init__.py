"""Charges, trials, verdicts and penalties; reads sentences, writes tellings."""
