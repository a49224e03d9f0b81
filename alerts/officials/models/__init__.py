"""Offices, the officials who hold them, and the districts each ZIP code lies in."""

from .office import Office
from .official import Official
from .zip_district import ZipDistrict

__all__ = ["Office", "Official", "ZipDistrict"]
