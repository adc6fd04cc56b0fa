"""Reads bytes; writes captures, notes, passages and locators."""
