"""Whom organizations may write to: counted for staff, and handed over as a list."""
