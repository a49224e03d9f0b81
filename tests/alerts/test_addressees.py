"""To whom a petition goes: in words, to people, to an office, to the signer's own mayor."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from alerts.blocks import PetitionBlock
from alerts.models import AlertPage
from alerts.officials.models import Official
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.publishing import publish_missed_words
from tests.factories.alerts import add_alert, add_draft, alert_index, petition_block, publish
from tests.factories.alerts import translated as translate
from tests.factories.officials import HouseSeatFactory, OfficialFactory
from tests.factories.petitions import PetitionFactory
from tests.support.pages import HERE, read

pytestmark = pytest.mark.django_db
MAYOR = {"type": "own_mayor", "value": None}
TYPED = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622"}


def person(name: str, title: str = "") -> dict[str, Any]:
    return {"type": "person", "value": {"name": name, "title": title}}


def addressed(petition: Petition, *addressees: dict[str, Any], words: str = "") -> dict[str, Any]:
    block = petition_block(petition, addressee=words)
    named = [{**addressee, "id": str(uuid4())} for addressee in addressees]
    block["value"]["addressees"] = named
    return block


def published(*addressees: dict[str, Any], words: str = "") -> PublishedPetition:
    petition = PetitionFactory()
    publish(add_draft(alert_index(), addressed(petition, *addressees, words=words)))
    found: PublishedPetition = petition.versions.get()
    return found


def test_words_and_names_are_one_list_for_the_reader(client: Client) -> None:
    version = published(
        person("Ana Alba", "Mayor of Springfield"), person("Bo Berg"), words="the city council"
    )

    to = "the city council, Ana Alba (Mayor of Springfield), and Bo Berg"
    assert version.fields["to"] == to
    assert f"To: {to}" in read(client, version.fields["page_url"])
    assert not version.goes_to_own_mayor


def test_an_office_is_addressed_by_who_holds_it(client: Client) -> None:
    seat = HouseSeatFactory(state="IL", district=9)
    official = OfficialFactory(office=seat, name="Rosa Rivera")

    version = published({"type": "office", "value": seat.pk})

    assert version.fields["to"] == "Representative Rosa Rivera (Illinois, district 9)"
    Official.objects.filter(pk=official.pk).update(office=None)
    page = version.fields["page_url"]
    assert version.fields["to"] in read(client, page), "the page says what people sign"
    publish_missed_words()
    assert "To: Illinois, district 9<" in read(client, page)
    assert version.petition.versions.latest("number").fields["to"] == "Illinois, district 9"


def test_an_office_that_was_removed_breaks_no_page(client: Client) -> None:
    seat = HouseSeatFactory(state="IL", district=9)
    version = published({"type": "office", "value": seat.pk})

    seat.delete()
    publish_missed_words()

    assert "no longer listed" in read(client, version.fields["page_url"])


def test_the_words_are_published_in_the_language_of_the_page_not_of_the_editor() -> None:
    petition = PetitionFactory()
    page = add_alert(alert_index(), addressed(petition, MAYOR, person("Bo Berg")))
    publish(page)
    spanish = translate(page)

    publish(spanish)

    to = petition.versions.get(locale="es").fields["to"]
    assert to.endswith(" y es: Bo Berg")


def test_a_translation_keeps_the_office_and_the_mayor_of_its_source() -> None:
    seat = HouseSeatFactory()
    office = {"type": "office", "value": seat.pk}
    page = add_alert(alert_index(), addressed(PetitionFactory(), office, MAYOR))
    publish(page)

    spanish: AlertPage = translate(page)

    addressees = spanish.body[0].value["addressees"]
    assert [bound.block_type for bound in addressees] == ["office", "own_mayor"]
    assert addressees[0].value == seat


def test_for_the_signers_own_mayor_the_city_is_asked(client: Client) -> None:
    version = published(MAYOR)
    address = f"/en/act/sign/{version.pk}/"
    assert 'autocomplete="address-level2" required' in read(client, version.fields["page_url"])

    refused = client.post(address, TYPED, headers=HERE)
    taken = client.post(address, TYPED | {"city": "Chicago"}, headers=HERE)

    assert refused.status_code == 422
    assert "Please write the name of your city or town." in refused.content.decode()
    assert taken.status_code == 302
    assert Signature.objects.get().unseal()["city"] == "Chicago"


def test_a_petition_to_nobody_is_refused() -> None:
    block = PetitionBlock()
    value = block.to_python(addressed(PetitionFactory())["value"])

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert "addressee" in refused.value.block_errors


def test_an_editor_names_addressees_in_the_form(editor: Client) -> None:
    petition, seat = PetitionFactory(state="draft"), HouseSeatFactory(state="IL", district=9)
    page = add_draft(alert_index())
    block = {
        "petition": str(petition.pk),
        "title": "Keep the clinic open",
        "addressee": "",
        "addressees": streamfield(
            [
                ("person", {"name": "Ana Alba", "title": ""}),
                ("office", str(seat.pk)),
                ("own_mayor", ""),
            ]
        ),
        "statement": rich_text("<p>Keep it open.</p>"),
        "outcome": rich_text(""),
        "consent_text": "Clinic Friends may mail me.",
        "thank_you": "Thank you.",
    }
    fields = {"title": "The clinic", "slug": "clinic", "body": streamfield([("petition", block)])}
    data = nested_form_data({**fields, "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}})

    editor.post(f"/admin/pages/{page.pk}/edit/", {**data, "action-publish": "1"}, follow=True)

    to = petition.versions.get().fields["to"]
    assert to == "Ana Alba, Illinois, district 9, and the mayor of your own city"


def test_the_dialog_of_offices_is_narrowed_by_state(editor: Client) -> None:
    OfficialFactory(office=HouseSeatFactory(state="IL", district=9), name="Rosa Rivera")
    HouseSeatFactory(state="OH", district=3)

    answer = editor.get("/admin/choose-office/results/?state=IL")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Illinois, district 9" in page
    assert "Rosa Rivera" in page
    assert "Ohio" not in page


def test_the_dialog_of_offices_offers_the_states(editor: Client) -> None:
    answer = editor.get("/admin/choose-office/")

    assert answer.status_code == 200
    assert "Illinois" in answer.json()["html"]


def test_offices_are_no_business_of_the_public(client: Client) -> None:
    assert client.get("/admin/choose-office/results/").status_code == 302
