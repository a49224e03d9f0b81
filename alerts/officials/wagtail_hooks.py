"""Staff find officials and their seats in the admin menu."""

from wagtail.snippets.models import register_snippet

from .viewsets import OfficialsGroup

register_snippet(OfficialsGroup)
