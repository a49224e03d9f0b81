"""Staff hear of every step once, in their own language."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.utils import timezone
from pytest_django import Settings
from wagtail.users.models import UserProfile

from alerts.groups import EDITORS, TRANSLATORS
from alerts.petitions.milestones import mail_milestone
from alerts.petitions.models import Petition, Signature, Tally
from alerts.petitions.services import announce_milestones
from tests.factories.petitions import PetitionFactory
from tests.support.queue import queued, work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_others() -> None:
    """The demo's own staff and petitions are not what is told of here."""
    User.objects.update(email="")
    Petition.objects.update(archived_at=timezone.now())


@pytest.fixture
def editor() -> User:
    return member(EDITORS)


def member(group: str) -> User:
    name = group.split(maxsplit=1)[0].lower()
    user = User.objects.create_user(group, email=f"{name}@example.org")
    user.groups.add(Group.objects.get(name=group))
    return user


def counted(petition: Petition, number: int) -> None:
    Tally.objects.update_or_create(
        petition=petition, locale="en", region="IL", defaults={"count": number}
    )


def mailed() -> list[str]:
    for waiting in queued("mail_milestone"):
        mail_milestone.call(*waiting.args_kwargs["args"])
    queued("mail_milestone").delete()
    return [message.subject for message in mail.outbox]


def test_a_step_is_announced_once_to_those_who_may_change_petitions(editor: User) -> None:
    member(TRANSLATORS)
    User.objects.create_superuser("root", email="root@example.org")
    petition = PetitionFactory(name="River path", goals="500, 1000")
    counted(petition, 499)
    assert announce_milestones() == 0
    counted(petition, 500)
    assert [announce_milestones() for _ in range(2)] == [1, 0]
    assert mailed() == ["500 signatures: River path"] * 2
    assert {to for message in mail.outbox for to in message.to} == {
        editor.email,
        "root@example.org",
    }


def test_of_several_steps_at_once_only_the_highest_is_told(editor: User) -> None:
    petition = PetitionFactory(name="River path")
    counted(petition, 2_600)
    announce_milestones()
    assert mailed() == ["2,500 signatures: River path"]
    assert f"/admin/snippets/petitions/petition/edit/{petition.pk}/" in mail.outbox[0].body
    assert "5,000" in mail.outbox[0].body


def test_falling_below_a_step_and_rising_again_is_no_news(editor: User) -> None:
    petition = PetitionFactory(goals="500")
    for number in (500, 450, 510):
        counted(petition, number)
        announce_milestones()
    assert len(mailed()) == 1


def test_beyond_the_ladder_every_million_is_a_step(editor: User) -> None:
    petition = PetitionFactory(name="River path")
    counted(petition, 2_000_001)
    announce_milestones()
    assert mailed() == ["2,000,000 signatures: River path"]


def test_everybody_is_written_to_in_the_language_of_their_admin(editor: User) -> None:
    UserProfile.objects.create(user=editor, preferred_language="es")
    petition = PetitionFactory(goals="500")
    counted(petition, 500)
    announce_milestones()
    mailed()
    assert mail.outbox[0].extra_headers["Content-Language"] == "es"


def test_who_has_left_or_has_no_address_is_not_written_to(editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)
    silent = User.objects.create_user("silent")
    silent.user_permissions.add(Permission.objects.get(codename="change_petition"))
    petition = PetitionFactory(goals="500")
    counted(petition, 500)
    assert announce_milestones() == 1
    assert mailed() == []


def test_who_loses_the_right_before_the_mail_goes_gets_none(editor: User) -> None:
    petition = PetitionFactory(goals="500")
    counted(petition, 500)
    announce_milestones()
    editor.groups.clear()
    assert mailed() == []


def test_an_archived_petition_is_not_announced(editor: User) -> None:
    petition = PetitionFactory(goals="500", archived_at=timezone.now())
    counted(petition, 500)
    assert announce_milestones() == 0


def test_the_worker_looks_and_mails(editor: User, settings: Settings) -> None:
    assert "alerts.petitions.services.announce_milestones" in dict(settings.PERIODIC_JOBS)
    petition = PetitionFactory(name="River path", goals="500")
    counted(petition, 500)
    announce_milestones()
    work()
    assert [message.subject for message in mail.outbox] == ["500 signatures: River path"]
    assert not Signature.objects.filter(petition=petition).exists()
