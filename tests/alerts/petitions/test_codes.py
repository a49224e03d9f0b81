"""Six digits confirm like the link: for a day and five tries; a wrong code tells nothing."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alerts.petitions.models import Signature
from alerts.petitions.services import WrongCode, change_state, confirm_by_code, confirm_signature
from alerts.petitions.tasks import mail_confirmation
from tests.factories.petitions import SignatureFactory
from tests.support.mailbox import code_in

pytestmark = pytest.mark.django_db


def mailed_code(signature: Signature) -> str:
    mail_confirmation.call(str(signature.pk))
    return code_in(str(mail.outbox[-1].body))


def another(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def confirm(signature_id: UUID, code: str) -> Signature:
    return confirm_by_code(signature_id=signature_id, code=code)


def test_the_code_of_the_mail_counts_the_signature_once() -> None:
    signature = SignatureFactory()
    code = mailed_code(signature)
    for _ in range(2):
        assert confirm(signature.pk, code).state == "counted"
    assert signature.petition.count == 1
    assert Signature.objects.get().confirmed_at is not None


def test_the_code_stands_in_both_forms_of_the_mail_and_not_in_the_database() -> None:
    signature = SignatureFactory()
    code = mailed_code(signature)
    assert code in str(mail.outbox[0].alternatives[0][0])
    row = Signature.objects.filter(pk=signature.pk).values().get()
    assert code not in {str(value) for value in row.values()}
    assert len(bytes.fromhex(row["code_hash"])) == 32


def test_a_code_opens_no_signature_but_its_own() -> None:
    one, other = SignatureFactory(), SignatureFactory()
    code = mailed_code(one)
    mailed_code(other)
    Signature.objects.filter(pk=other.pk).update(
        code_hash=Signature.objects.get(pk=one.pk).code_hash
    )
    with pytest.raises(WrongCode):
        confirm(other.pk, code)
    assert other.petition.count == 0


def spend(signature: Signature, code: str, times: int = 5) -> None:
    for _ in range(times):
        with pytest.raises(WrongCode):
            confirm(signature.pk, another(code))


def test_after_five_wrong_tries_the_right_code_is_wrong_too_for_a_day(time_machine: Any) -> None:
    signature = SignatureFactory()
    spend(signature, code := mailed_code(signature))
    with pytest.raises(WrongCode):
        confirm(signature.pk, code)
    time_machine.move_to(timezone.now() + timedelta(hours=24, minutes=1))
    assert confirm(signature.pk, mailed_code(signature)).state == "counted"


def test_asking_for_the_mail_again_brings_a_new_code_and_no_new_tries(time_machine: Any) -> None:
    signature = SignatureFactory()
    for _ in range(5):
        spend(signature, code := mailed_code(signature), times=1)
        time_machine.move_to(timezone.now() + timedelta(minutes=2))
    assert len(mail.outbox) == 5
    with pytest.raises(WrongCode):
        confirm(signature.pk, code)
    assert signature.petition.count == 0


def test_one_wrong_try_leaves_four_for_the_code_of_the_next_mail(time_machine: Any) -> None:
    signature = SignatureFactory()
    spend(signature, mailed_code(signature), times=1)
    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    spend(signature, code := mailed_code(signature), times=3)
    assert confirm(signature.pk, code).state == "counted"


def test_signing_again_for_an_address_brings_no_new_tries(time_machine: Any) -> None:
    guessed = SignatureFactory(email="ana@example.org")
    again = SignatureFactory(version=guessed.version, email="ANA@example.org", name="Luis")
    elsewhere = SignatureFactory(email="ana@example.org")
    spend(guessed, mailed_code(guessed), times=3)
    spend(again, code := mailed_code(again), times=2)
    with pytest.raises(WrongCode):
        confirm(again.pk, code)
    assert confirm(elsewhere.pk, mailed_code(elsewhere)).state == "counted"
    time_machine.move_to(timezone.now() + timedelta(hours=24, minutes=1))
    assert confirm(again.pk, mailed_code(again)).state == "counted"


def test_a_code_works_for_a_day() -> None:
    late, timely = SignatureFactory(), SignatureFactory()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        codes = {row: mailed_code(row) for row in (late, timely)}
        clock.shift(timedelta(hours=24) - timedelta(seconds=1))
        assert confirm(timely.pk, codes[timely]).state == "counted"
        clock.shift(timedelta(seconds=1))
        with pytest.raises(WrongCode):
            confirm(late.pk, codes[late])


def test_a_new_mail_ends_the_code_of_the_one_before() -> None:
    signature = SignatureFactory()
    first = mailed_code(signature)
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        second = mailed_code(signature)
        if first != second:
            with pytest.raises(WrongCode):
                confirm(signature.pk, first)
        assert confirm(signature.pk, second).state == "counted"


def test_before_any_mail_no_code_works_and_an_empty_one_never_does() -> None:
    signature = SignatureFactory()
    for code in ("", "000000"):
        with pytest.raises(WrongCode):
            confirm(signature.pk, code)


def test_a_code_beside_a_link_that_was_used_tells_what_became_of_it() -> None:
    signature = SignatureFactory()
    code = mailed_code(signature)
    confirm_signature(signature_id=signature.pk)
    change_state(signature_id=signature.pk, to=Signature.State.INVALIDATED)
    assert confirm(signature.pk, code).state == "invalidated"
    assert signature.petition.count == 0


@pytest.mark.parametrize("kind", ["gone", "new", "mailed", "tried out", "counted", "held"])
def test_a_wrong_code_costs_the_same_queries_whatever_is_kept(kind: str) -> None:
    signature = SignatureFactory()
    code = mailed_code(signature) if kind != "new" else "123456"
    changes = {
        "tried out": {"code_tries": 5},
        "counted": {"state": "counted"},
        "held": {"state": "held"},
    }
    Signature.objects.update(**changes.get(kind, {"code_tries": 0}))
    asked = uuid4() if kind == "gone" else signature.pk
    with CaptureQueriesContext(connection) as queries, pytest.raises(WrongCode):
        confirm(asked, another(code))
    assert [query["sql"].split()[0] for query in queries] == ["UPDATE", "SELECT"]
