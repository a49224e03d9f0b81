"""Clients that have logged in to the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from alerts.groups import EDITORS


@pytest.fixture
def admin(db: None, client: Client) -> Client:
    """The site's administrator."""
    client.force_login(User.objects.create_superuser("admin"))
    return client


@pytest.fixture
def editor(db: None, client: Client) -> Client:
    """Somebody of the communications team, with the rights of editors and no others."""
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return client
