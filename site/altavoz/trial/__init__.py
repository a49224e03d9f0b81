"""The trial site of ``make run``: prepared on first use, then served until it is stopped."""
