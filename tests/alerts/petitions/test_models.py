"""What the petition's rows promise by themselves."""

import pytest
from django.db import IntegrityError, models
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from alerts.petitions.models import Petition, Signature
from tests.factories.petitions import PetitionFactory, SignatureFactory

pytestmark = pytest.mark.django_db


def test_the_database_itself_refuses_a_second_signature_of_an_address() -> None:
    signature = SignatureFactory(email="ana@example.org", counted=True)
    with pytest.raises(IntegrityError):
        SignatureFactory(version=signature.version, email="ANA@example.org", state="held")


def test_a_petition_that_was_used_cannot_be_deleted() -> None:
    signature = SignatureFactory()
    with pytest.raises(models.ProtectedError):
        signature.petition.delete()


def test_signatures_are_neither_snippets_nor_in_the_reference_index() -> None:
    assert Signature not in get_snippet_models()
    assert not ReferenceIndex.model_is_indexable(Signature)


def test_open_petitions_are_those_a_visitor_may_sign() -> None:
    petitions = [PetitionFactory(state=state) for state in Petition.State]
    opened = Petition.objects.open().filter(pk__in=[petition.pk for petition in petitions])
    assert [petition.state for petition in opened] == ["open"]
