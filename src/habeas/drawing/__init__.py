"""Reads plain data; writes SVG and terminal pictures and knows no claim."""
