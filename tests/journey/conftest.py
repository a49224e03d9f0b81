"""What the journeys need: a mail server of their own, staff, officials, and the worker's hands."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User

from alerts.groups import EDITORS, TRANSLATORS
from tests.support import queue
from tests.support.mail_server import *  # noqa: F403 - fixtures are found by name here

PASSWORD = "correct horse battery"


@pytest.fixture
def work() -> Callable[[], None]:
    """Do what the worker would do now."""
    return queue.work


def staff(name: str, group: str) -> User:
    """A member of staff with the rights of ``group`` and no others."""
    user = User.objects.create_user(name, password=PASSWORD)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(transactional_db: None) -> User:
    """Somebody of the communications team."""
    return staff("editor", EDITORS)


@pytest.fixture
def translator(transactional_db: None) -> User:
    """A volunteer translator."""
    return staff("translator", TRANSLATORS)
