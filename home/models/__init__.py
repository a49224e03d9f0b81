"""The front door's models: pages everybody shares and the site's settings."""

from .base import BasePage
from .home import HomePage
from .settings import SiteSettings
from .standard import StandardPage

__all__ = ["BasePage", "HomePage", "SiteSettings", "StandardPage"]
