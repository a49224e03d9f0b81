"""Whom a petition is addressed to: people, an office, the signer's own mayor."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import blocks

from alerts.office_chooser import OfficeChooserBlock
from alerts.officials.models import Office
from locales.cldr import local_list

OWN_MAYOR = "own_mayor"


class PersonBlock(blocks.StructBlock):
    """A person by name."""

    name = blocks.CharBlock(label=gettext_lazy("Name"), max_length=120)
    title = blocks.CharBlock(
        label=pgettext_lazy("of a person", "Title"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("For instance: Mayor of Springfield"),
    )

    class Meta:
        icon = "user"
        label = gettext_lazy("Person")


class AddresseesBlock(blocks.StreamBlock):
    """Any number of addressees, each named as it is."""

    person = PersonBlock()
    office = OfficeChooserBlock(
        label=gettext_lazy("Office"),
        icon="desktop",
        help_text=gettext_lazy("Whoever holds it. A new holder makes a new numbered version."),
    )
    own_mayor = blocks.StaticBlock(
        label=gettext_lazy("The signer’s own mayor"),
        icon="site",
        admin_text=gettext_lazy("The form asks everybody for the city."),
    )

    class Meta:
        icon = "group"
        label = gettext_lazy("By name or office")
        required = False
        block_counts = {OWN_MAYOR: {"max_num": 1}}


class AddressedValue(blocks.StructValue):
    """The value of a block that is addressed to somebody: ``addressee`` in words, or by name."""

    @property
    def to(self) -> str:
        """Everybody it is addressed to, in the reader's language."""
        words = [self["addressee"]] if self["addressee"] else []
        return local_list([*words, *map(name_of, self.get("addressees") or [])])

    @property
    def goes_to_own_mayor(self) -> bool:
        """Whether the signer's own mayor is among them."""
        return any(bound.block_type == OWN_MAYOR for bound in self.get("addressees") or [])


def _person(value: Any) -> str:
    if not value["title"]:
        return str(value["name"])
    return _("%(name)s (%(title)s)") % {"name": value["name"], "title": value["title"]}


def _office(office: Office | None) -> str:
    """Who holds it, or the seat itself while nobody does."""
    if office is None:
        return _("an office that is no longer listed")
    holder = getattr(office, "official", None)
    if holder is None:
        return str(office)
    names = {"title": office.title, "name": holder.name, "office": office}
    return _("%(title)s %(name)s (%(office)s)") % names


def _own_mayor(_value: None) -> str:
    return _("the mayor of your own city")


NAMERS: dict[str, Callable[[Any], str]] = {
    "person": _person,
    "office": _office,
    OWN_MAYOR: _own_mayor,
}


def name_of(addressee: Any) -> str:
    """An addressee, a child of :class:`AddresseesBlock`, in the reader's language."""
    return NAMERS[addressee.block_type](addressee.value)
