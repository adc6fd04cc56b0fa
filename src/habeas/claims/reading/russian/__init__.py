"""Reads Russian prose the way the English reader reads English; Belarusian only as far as the two are alike."""
