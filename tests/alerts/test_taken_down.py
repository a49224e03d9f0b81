"""An alert that was taken down takes no signature."""

import pytest
from django.test import Client

from alerts.models import AlertPage
from alerts.petitions.models import Petition, Signature
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db


def test_a_signature_to_an_alert_that_was_taken_down_is_not_kept(client: Client) -> None:
    petition = Petition.objects.get(name="Cities of safety")
    words = petition.versions.filter(locale="es").latest("number")
    for page in AlertPage.objects.live():
        page.unpublish()

    response = client.post(
        f"/es/act/sign/{words.pk}/",
        {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"},
        headers=HERE,
    )

    assert response.status_code == 422
    assert 'value="Ana Ruiz"' in response.content.decode()
    assert Signature.objects.count() == 0
