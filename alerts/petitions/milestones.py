"""Telling staff that a petition has come a step further."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django_tasks import task
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.users.models import UserProfile

from alerts.supporters.mail import own_host, send_in_language
from locales.cldr import local_number

from .goals import reached, read_steps
from .models import Petition

MAY_CHANGE = "petitions.change_petition"


def announce_milestones() -> int:
    """Note, by the clock, the steps that petitions have newly reached, and queue mails to staff.

    A step is announced once, also if the count falls below it and rises again; of several steps
    at once only the highest. Returns how many were.
    """
    petitions = Petition.objects.filter(archived_at=None).with_counts()
    return sum(_announce(petition) for petition in petitions)


@task()
def mail_milestone(petition_id: int, user_id: int) -> None:
    """Tell one of the staff of the step that the petition reached last."""
    petition = Petition.objects.filter(pk=petition_id).first()
    reader = staff().filter(pk=user_id).first()
    if petition is None or reader is None:
        return
    locale = language_of(reader)
    with translation.override(locale):
        numbers = {
            "number": local_number(petition.milestone),
            "goal": local_number(petition.progress.goal),
        }
    send_in_language(
        template="petition_milestone",
        to=reader.email,
        locale=locale,
        context={
            "petition": petition,
            "url": f"{settings.BASE_URL}{_page(petition, reader)}",
            **numbers,
        },
        message_id=f"<milestone-{petition_id}-{petition.milestone}-{user_id}@{own_host()}>",
    )


def staff() -> QuerySet[Any]:
    """Those who may change petitions and have an address."""
    backend = settings.AUTHENTICATION_BACKENDS[0]
    allowed = get_user_model().objects.with_perm(MAY_CHANGE, backend=backend)
    return allowed.filter(is_active=True).exclude(email="").order_by("pk")


def language_of(user: Any) -> str:
    """The language in which the admin speaks to ``user``."""
    profiles = UserProfile.objects.filter(user=user).exclude(preferred_language="")
    chosen = profiles.values_list("preferred_language", flat=True).first()
    return str(chosen or settings.LANGUAGE_CODE)


def _page(petition: Petition, reader: Any) -> str:
    """Where ``reader`` finds the petition in the admin."""
    return AdminURLFinder(reader).get_edit_url(petition) or ""


@transaction.atomic
def _announce(petition: Petition) -> bool:
    """Queue the mails about ``petition`` if it has come further than staff know."""
    step = reached(petition.count, read_steps(petition.goals))
    behind = Petition.objects.filter(pk=petition.pk, milestone__lt=step)
    if not behind.update(milestone=step):
        return False
    for user_id in staff().values_list("pk", flat=True):
        mail_milestone.enqueue(petition.pk, user_id)
    return True
