"""Clients that have logged in to the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from alerts.groups import EDITORS, ORGANIZERS


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


@pytest.fixture
def organizer(db: None, client: Client) -> Client:
    """Somebody who keeps the register of endorsers, with the rights of organizers and no others."""
    user = User.objects.create_user("organizer", first_name="Olga", last_name="Ortiz")
    user.groups.add(Group.objects.get(name=ORGANIZERS))
    client.force_login(user)
    return client
