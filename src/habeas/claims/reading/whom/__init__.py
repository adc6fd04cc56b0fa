"""Whom a noun, a pronoun, a list or a clause means; reads people and sentences, writes bearers of what befell somebody."""
