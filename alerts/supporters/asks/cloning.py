from typing import TypeVar

from django.utils.translation import gettext as _

from .ask import Ask

NAME_LENGTH = 180

Row = TypeVar("Row", bound=Ask)


def clone(ask: Row) -> Row:
    """A new draft with the settings of ``ask``, and nothing of what ``ask`` has lived through."""
    settings = {
        field.attname: getattr(ask, field.attname)
        for field in ask._meta.concrete_fields
        if field.name not in ask.OWN_LIFE
    }
    name = _("%(name)s (copy)") % {"name": ask.name[:NAME_LENGTH]}
    return type(ask)._default_manager.create(name=name, **settings)
