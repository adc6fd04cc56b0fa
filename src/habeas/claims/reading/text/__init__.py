"""One text made ready: cut into pieces, shadowed, parsed, its sentences marked; reads a text, writes parsed sentences."""
