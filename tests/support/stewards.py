"""Those who look after signatures, and what is done to many of them."""

from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from alerts.groups import STEWARDS
from alerts.petitions.services import continue_sweeps


def client_with(*codenames: str) -> Client:
    """Somebody of the staff with just these rights."""
    user = User.objects.create_user("-".join(codenames))
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client = Client()
    client.force_login(user)
    return client


def steward() -> Client:
    """Somebody who looks after signatures, with the rights of stewards and no others."""
    user = User.objects.create_user("steward")
    user.groups.add(Group.objects.get(name=STEWARDS))
    client = Client()
    client.force_login(user)
    return client


def finish_sweeps() -> None:
    """Turn the worker's clock until no sweep goes on."""
    while continue_sweeps():
        pass
