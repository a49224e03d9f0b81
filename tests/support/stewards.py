"""Those who look after signatures, and what is done to many of them."""

from django.contrib.auth.models import Permission, User
from django.test import Client

from alerts.petitions.services import continue_sweeps

RIGHTS = ("view_petition", "change_petition", "view_signature", "change_signature")


def client_with(*codenames: str) -> Client:
    """Somebody of the staff with just these rights."""
    user = User.objects.create_user("-".join(codenames))
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client = Client()
    client.force_login(user)
    return client


def steward() -> Client:
    """Somebody who may see and change signatures."""
    return client_with(*RIGHTS)


def finish_sweeps() -> None:
    """Turn the worker's clock until no sweep goes on."""
    while continue_sweeps():
        pass
