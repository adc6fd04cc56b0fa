"""Reads and writes the accounts file of the register being served, through the driver and passphrase by which it was opened."""
