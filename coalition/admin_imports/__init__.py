"""The pages of the admin that bring lists in, take them back, and hand the register out."""
