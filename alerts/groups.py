"""The kinds of staff and what each may do."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = "Alert editors"
TRANSLATORS = "Translators"
ORGANIZERS = "Coalition organizers"
STEWARDS = "Petition stewards"

# What each group may do with pages, with pictures and documents, and with rows of models.
PAGES = {
    EDITORS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    TRANSLATORS: ["change_page"],
    ORGANIZERS: [],
    STEWARDS: [],
}
FILES = {
    EDITORS: [
        "add_image",
        "change_image",
        "choose_image",
        "add_document",
        "change_document",
        "choose_document",
    ],
    TRANSLATORS: ["choose_image", "choose_document"],
    ORGANIZERS: ["add_image", "change_image", "choose_image"],
    STEWARDS: [],
}
ROWS = {
    EDITORS: [
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        "petitions.add_petition",
        "petitions.change_petition",
        "petitions.view_petition",
        "letters.add_letter",
        "letters.change_letter",
        "letters.view_letter",
        "coalition.add_statement",
        "coalition.change_statement",
        "coalition.view_statement",
        "officials.view_official",
        "officials.add_official",
        "officials.change_official",
        "officials.view_office",
        "officials.add_office",
        "officials.change_office",
        "supporters.view_organisation",
        "coalition.view_endorser",
        "coalition.add_endorser",
        "coalition.change_endorser",
    ],
    TRANSLATORS: ["wagtailadmin.access_admin"],
    # Deleting is for spam and for merging; only who keeps the register sees contacts.
    ORGANIZERS: [
        "wagtailadmin.access_admin",
        "coalition.view_endorser",
        "coalition.add_endorser",
        "coalition.change_endorser",
        "coalition.delete_endorser",
        "coalition.view_contact",
        "coalition.view_importbatch",
        "coalition.add_importbatch",
        "coalition.change_importbatch",
        "coalition.view_statement",
        "coalition.change_statement",
    ],
    # Only they see who signed, and answer people who ask what is kept about them.
    STEWARDS: [
        "wagtailadmin.access_admin",
        "petitions.view_petition",
        "petitions.change_petition",
        "petitions.view_signature",
        "petitions.change_signature",
        "petitions.deliver_petition",
        "supporters.export_consent",
        "supporters.view_limit",
        "supporters.change_limit",
    ],
}


def ensure_groups() -> None:
    """Create the groups, or give them back any right they have lost."""
    for name, rows in ROWS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(rows))
        for permission in Permission.objects.filter(codename__in=PAGES[name]):
            GroupPagePermission.objects.get_or_create(
                group=group, page=Page.get_first_root_node(), permission=permission
            )
        for permission in Permission.objects.filter(codename__in=FILES[name]):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )


def _permissions(names: list[str]) -> list[Permission]:
    """The permissions called ``app_label.codename``; ``LookupError`` names a missing one."""
    wanted = Q()
    for name in names:
        app_label, codename = name.split(".")
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    found = list(Permission.objects.filter(wanted).select_related("content_type"))
    present = {f"{p.content_type.app_label}.{p.codename}" for p in found}
    if missing := sorted(set(names) - present):
        message = f"No such permission: {', '.join(missing)}"
        raise LookupError(message)
    return found
