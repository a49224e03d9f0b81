"""New keys: everything opens and is recognised afterwards, also when a run died on the way."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from alerts.letters.models import Message
from alerts.petitions.models import Signature
from alerts.petitions.services import confirm_signature
from alerts.supporters.hashing import email_hash
from alerts.supporters.models import Consent
from alerts.supporters.sealing import SealBroken, is_newest
from alerts.supporters.silence import is_silent, keep_silent
from coalition.models import Contact
from tests.factories.letters import MessageFactory
from tests.factories.petitions import SignatureFactory
from tests.factories.supporters import ConsentFactory
from tests.support.hash_keys import NEW_KEY, new_hash_key

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


def rotate_seals(settings: Settings) -> str:
    """Put a new key first; returns the old one."""
    (old,) = settings.SEAL_KEYS
    settings.SEAL_KEYS = [NEW_KEY, old]
    return str(old)


def run(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    call_command(command)
    return capsys.readouterr().out


def test_after_sealing_anew_the_old_key_is_not_needed(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        SignatureFactory(email=EMAIL),
        ConsentFactory(email=EMAIL),
        MessageFactory(email=EMAIL),
    ]
    rotate_seals(settings)
    assert "Done" in run("rotate_seal_keys", capsys)
    settings.SEAL_KEYS = [NEW_KEY]
    for row in rows:
        row.refresh_from_db()
        assert row.unseal()["email"] == EMAIL
    for contact in Contact.objects.all():
        assert is_newest(contact.sealed)


def test_a_run_that_died_goes_on_where_it_was(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    SignatureFactory.create_batch(5)
    rotate_seals(settings)
    monkeypatch.setattr("alerts.supporters.rotation.AT_ONCE", 2)
    with monkeypatch.context() as patched:
        patched.setattr(Signature, "seal", _die_at(4, Signature.seal))
        with pytest.raises(KeyboardInterrupt):
            call_command("rotate_seal_keys")
    assert sum(is_newest(row.sealed) for row in Signature.objects.all()) == 2
    capsys.readouterr()
    assert "signatures: 3 of 5 changed" in run("rotate_seal_keys", capsys)
    assert "signatures: 0 of 5 changed" in run("rotate_seal_keys", capsys)


def test_a_row_that_no_key_opens_is_told_and_the_others_are_done(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = SignatureFactory(), SignatureFactory()
    Signature.objects.filter(pk=bad.pk).update(sealed=b"x" * 60)
    rotate_seals(settings)
    with pytest.raises(CommandError, match="no key opens: 1"):
        call_command("rotate_seal_keys")
    assert is_newest(Signature.objects.get(pk=good.pk).sealed)
    with pytest.raises(SealBroken):
        Signature.objects.get(pk=bad.pk).unseal()


def test_after_hashing_anew_addresses_are_recognised_without_the_old_key(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True)
    consent, message = ConsentFactory(email=EMAIL), MessageFactory(email=EMAIL)
    old = signature.email_hash
    new_hash_key(settings)
    run("rotate_hash_key", capsys)
    settings.OLD_HASH_KEYS = []
    for model, row in ((Signature, signature), (Consent, consent), (Message, message)):
        assert model.objects.get(pk=row.pk).email_hash == email_hash(EMAIL) != old
    again = SignatureFactory(version=signature.version, email=EMAIL)
    assert confirm_signature(signature_id=again.pk).pk == signature.pk


def test_while_it_runs_nobody_is_counted_twice(settings: Settings) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True)
    new_hash_key(settings)
    again = SignatureFactory(version=signature.version, email=EMAIL)
    assert confirm_signature(signature_id=again.pk).pk == signature.pk
    assert signature.petition.count == 1


def test_who_was_counted_under_both_keys_is_counted_once_in_the_end(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True)
    new_hash_key(settings)
    SignatureFactory(version=signature.version, email=EMAIL, counted=True)
    assert signature.petition.count == 2
    run("rotate_hash_key", capsys)
    assert signature.petition.count == 1


def test_hashing_that_died_goes_on_and_forgotten_rows_are_left_alone(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    SignatureFactory.create_batch(4)
    forgotten = SignatureFactory(email_hash="")
    forgotten.seal()
    forgotten.save()
    new_hash_key(settings)
    monkeypatch.setattr("alerts.supporters.rotation.AT_ONCE", 1)
    with monkeypatch.context() as patched:
        patched.setattr(Signature, "hashes", _die_at(3, Signature.hashes))
        with pytest.raises(KeyboardInterrupt):
            call_command("rotate_hash_key")
    run("rotate_hash_key", capsys)
    for row in Signature.objects.exclude(pk=forgotten.pk):
        assert row.email_hash == email_hash(row.unseal()["email"])
    assert Signature.objects.get(pk=forgotten.pk).email_hash == ""


def test_who_asked_not_to_be_mailed_is_known_under_an_older_key(settings: Settings) -> None:
    keep_silent(email_hash=email_hash(EMAIL))
    new_hash_key(settings)
    assert is_silent(EMAIL)
    settings.OLD_HASH_KEYS = []
    assert not is_silent(EMAIL)


def _die_at(call: int, verb: Any) -> Any:
    """``verb``, which is killed when it is called for the ``call``-th time."""
    calls = []

    def dying(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        if len(calls) == call:
            raise KeyboardInterrupt
        return verb(*args, **kwargs)

    return dying
