"""The public list as files; the register as files is in ``tables``, for staff."""

from .public import public_csv, public_json

__all__ = ["public_csv", "public_json"]
