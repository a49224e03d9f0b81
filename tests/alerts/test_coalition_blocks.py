"""The blocks of the coalition on an alert: as content, translated and copied with it."""

import pytest
from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, TranslationSource

from alerts.models import AlertPage
from coalition.models import Statement
from tests.factories.alerts import add_alert, alert_index, petition_block, translated
from tests.factories.coalition import StatementFactory
from tests.factories.coalition import coalition_block as block
from tests.factories.petitions import PetitionFactory

pytestmark = pytest.mark.django_db


def test_on_an_alert_joining_stands_beside_the_words_and_is_no_action_of_its_own(
    client: Client,
) -> None:
    statement = StatementFactory()
    join = block("join", statement=statement.pk, heading="Join these towns")
    page = add_alert(alert_index(), block("endorser_counter"), join)

    context = client.get(page.url).context_data

    assert [bound.block_type for bound in context["actions"]] == ["join"]
    assert [bound.block_type for bound in context["words"]] == ["endorser_counter"]
    assert page.owned_actions == []
    assert page.state == "open"


def test_translators_translate_the_headings_and_cannot_choose_another_statement() -> None:
    statement = StatementFactory()
    body = [
        block("endorser_counter", heading="Together", statement=statement.pk),
        block("endorser_list", heading="All of us", statement=statement.pk, state="GA"),
        block("endorser_map", heading="Everywhere", statement=statement.pk),
        block("endorser_logos", heading="Among us", statement=statement.pk, limit=6),
        block("join", heading="Join us", statement=statement.pk),
    ]
    page = add_alert(alert_index(), *body)

    spanish = translated(page)

    source = TranslationSource.objects.get(object_id=page.translation_key)
    overridable = OverridableSegment.objects.filter(source=source, context__path__startswith="body")
    assert not overridable.exists()
    assert [bound.value["statement"] for bound in spanish.body] == [statement] * 5
    headings = [bound.value["heading"] for bound in spanish.body]
    assert headings == [
        "es: Together",
        "es: All of us",
        "es: Everywhere",
        "es: Among us",
        "es: Join us",
    ]
    assert spanish.body[1].value["state"] == "GA"
    assert spanish.body[3].value["limit"] == 6
    assert spanish.locale == Locale.objects.get(language_code="es")


def test_a_copied_alert_shows_the_same_statement_and_asks_with_a_petition_of_its_own() -> None:
    statement, petition = StatementFactory(), PetitionFactory()
    page = add_alert(
        alert_index(),
        block("endorser_map", statement=statement.pk),
        petition_block(petition),
        block("join", statement=statement.pk),
    )

    copy = page.copy(update_attrs={"slug": "copied"})

    copied = AlertPage.objects.get(pk=copy.pk).body
    assert copied[0].value["statement"] == statement
    assert copied[2].value["statement"] == statement
    assert copied[1].value["petition"] != petition
    assert Statement.objects.filter(name__startswith=statement.name).count() == 1
