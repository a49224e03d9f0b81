"""An update goes to those who asked for it, and once."""

from typing import Any

import pytest
from django.core import mail

from alerts.petitions import news
from alerts.petitions.models import Petition, Signature, Update
from alerts.petitions.news.queue import send_due
from alerts.petitions.services import change_state
from alerts.supporters.models import Silence
from tests.factories.news import UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.news import receivers, send_all
from tests.support.queue import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition() -> Petition:
    found: Petition = PetitionFactory()
    return found


def test_only_counted_signers_who_asked_get_it(petition: Petition) -> None:
    reader(petition, "asked@example.org")
    reader(petition, "silent@example.org", wants_news=False)
    reader(petition, "typed-by-others@example.org", confirmed_at=None)
    reader(PetitionFactory(), "elsewhere@example.org")
    for state in Signature.State:
        if state != Signature.State.COUNTED:
            reader(petition, f"{state}@example.org", counted=False, state=state)

    numbers = send_all(UpdateFactory(petition=petition))

    assert receivers() == ["asked@example.org"]
    assert numbers == news.Numbers(accepted=1)


def test_two_people_of_one_address_get_one_mail(petition: Petition) -> None:
    reader(petition, "both@example.org")
    reader(petition, "both@example.org", slot=2, name="Abu")

    assert send_all(UpdateFactory(petition=petition)) == news.Numbers(accepted=1)


def test_the_second_person_of_an_address_is_mailed_where_only_they_asked(
    petition: Petition,
) -> None:
    reader(petition, "both@example.org", wants_news=False)
    reader(petition, "both@example.org", slot=2)

    assert send_all(UpdateFactory(petition=petition)) == news.Numbers(accepted=1)


def test_who_changes_their_mind_meanwhile_is_not_mailed(petition: Petition) -> None:
    unsubscribed = reader(petition, "ana@example.org")
    withdrawn = reader(petition, "ben@example.org")
    silent = reader(petition, "cem@example.org")
    reader(petition, "dora@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)

    news.unsubscribe(signature_id=unsubscribed.pk)
    change_state(signature_id=withdrawn.pk, to=Signature.State.WITHDRAWN)
    Silence.objects.create(email_hash=silent.email_hash, about=petition.uuid)
    while send_due():
        pass

    assert receivers() == ["dora@example.org"]


def test_mails_that_are_laid_out_are_dropped_for_who_unsubscribes(
    petition: Petition, settings: Any
) -> None:
    settings.NEWS_PER_MINUTE = 6
    signatures = [reader(petition, f"{number}@example.org") for number in range(2)]
    update = UpdateFactory(petition=petition)
    news.start(update=update)
    assert send_due() == 1

    for signature in signatures:
        news.unsubscribe(signature_id=signature.pk)
    send_due()

    assert len(mail.outbox) == 1
    assert news.numbers_of(update) == news.Numbers(accepted=1, dropped=1)


def test_a_signer_who_is_erased_meanwhile_leaves_no_mail(petition: Petition, settings: Any) -> None:
    settings.NEWS_PER_MINUTE = 6
    for number in range(2):
        reader(petition, f"{number}@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)
    send_due()
    gone = petition.signatures.exclude(update_mails__state="accepted")
    gone.delete()
    send_due()

    update.refresh_from_db()
    assert len(mail.outbox) == 1
    assert update.state == Update.State.SENT


def test_signing_after_it_began_brings_no_mail_of_it(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    send_all(update)
    reader(petition, "late@example.org")
    work()

    assert receivers() == ["ana@example.org"]


def test_nothing_is_sent_where_nobody_asked(petition: Petition) -> None:
    reader(petition, "ana@example.org", wants_news=False)
    update = UpdateFactory(petition=petition)

    with pytest.raises(news.NobodyAsked):
        news.start(update=update)
    update.refresh_from_db()
    assert update.is_draft
