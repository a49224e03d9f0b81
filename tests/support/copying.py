"""Copying a page in the admin as staff do."""

from typing import Any

from django.test import Client


def copy(admin: Client, page: Any, **options: str) -> Any:
    """Copy ``page`` beside itself as “copy”; ``options`` are further fields of the form."""
    fields = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": str(page.get_parent().pk),
    }
    return admin.post(f"/admin/pages/{page.pk}/copy/", fields | options, follow=True)
