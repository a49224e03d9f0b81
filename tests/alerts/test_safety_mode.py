"""Safety mode: of an alert whose signers could be at risk, nothing but the number is public."""

import pytest
from django.test import Client

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown
from alerts.petitions.services import fold_tallies
from alerts.safety import in_safety_mode
from tests.factories.alerts import add_alert, alert_index, petition_block, publish, translated
from tests.factories.petitions import PetitionFactory, SignatureFactory
from tests.support.pages import cost, read

pytestmark = pytest.mark.django_db
ADDRESSES = [f"/{code}/alerts/cities-of-safety/" for code in ("en", "es", "ar")]
every_language = pytest.mark.parametrize("address", ADDRESSES)


@pytest.fixture
def petition() -> Petition:
    """The demo's petition, which shows whole names, with five signers from Illinois.

    Enough others have signed that the sum does not tell how many each small state has.
    """
    found: Petition = Petition.objects.get(name="Cities of safety")
    found.shows = Shown.FULL_NAME
    found.save()
    agreed = {"counted": True, "agreed": Shown.FULL_NAME, "version": found.versions.first()}
    for _number in range(5):
        SignatureFactory(name="Ana Zamora-Quint", region="IL", **agreed)
    for text, locale in (("Por mi <madre>.", "es"), ("لأجل أمي", "ar")):
        reason = {"reason": text, "reason_locale": locale, "reason_state": "shown"}
        SignatureFactory(name="Bo <b>Li</b>", region="WY", **agreed | reason)
    SignatureFactory.create_batch(3, counted=True, version=agreed["version"], region="VT")
    fold_tallies()
    return found


def make_safe(code: str = "en", *, safe: bool = True) -> None:
    pages = AlertPage.objects.filter(slug="cities-of-safety", locale__language_code=code)
    assert pages.update(safety_mode=safe) == 1


def delete_alert(*codes: str) -> None:
    for code in codes:
        AlertPage.objects.get(slug="cities-of-safety", locale__language_code=code).delete()


def own_anew(petition: Petition) -> str:
    """The address of another alert that has taken over the petition."""
    publish(add_alert(alert_index(), petition_block(petition), slug="anew"))
    return "/en/alerts/anew/"


def tells_of_signers(page: str) -> bool:
    return any(part in page for part in ("Zamora-Quint", "Por mi", 'class="signers"', "أمي"))


@every_language
def test_names_reasons_and_states_are_shown_where_the_editor_chose_so(
    client: Client, petition: Petition, address: str
) -> None:
    page = read(client, address)

    assert "<bdi>Ana Zamora-Quint</bdi>" in page
    assert '<blockquote lang="es" dir="ltr">Por mi &lt;madre&gt;.</blockquote>' in page
    assert '<blockquote lang="ar" dir="rtl">لأجل أمي</blockquote>' in page
    assert "<bdi>Bo &lt;b&gt;Li&lt;/b&gt;</bdi>" in page


def test_the_state_of_fewer_than_five_is_nowhere(client: Client, petition: Petition) -> None:
    page = read(client, ADDRESSES[0])

    assert "Illinois: 5" in page
    assert "<bdi>Ana Zamora-Quint</bdi>, Illinois" in page
    assert "Wyoming" not in page[page.index('class="signers"') :]


@every_language
@pytest.mark.parametrize("code", ["en", "ar"])
def test_safety_mode_of_one_language_hides_them_in_all_at_once(
    client: Client, petition: Petition, address: str, code: str
) -> None:
    make_safe(code)

    assert not tells_of_signers(read(client, address))


@every_language
def test_the_count_stays_public(client: Client, petition: Petition, address: str) -> None:
    shown = read(client, address)
    make_safe()
    safe = read(client, address)

    assert "progress__count" in shown
    assert "progress__count" in safe


def test_a_form_that_comes_back_with_errors_shows_no_signers_either(
    client: Client, petition: Petition
) -> None:
    make_safe()
    version = petition.versions.filter(locale="en").order_by("-number").first()
    assert version is not None

    here = {"Sec-Fetch-Site": "same-origin"}
    response = client.post(f"/en/act/sign/{version.pk}/", {"name": ""}, headers=here)

    assert response.status_code == 422
    assert not tells_of_signers(response.content.decode())


def test_leaving_safety_mode_shows_them_again(client: Client, petition: Petition) -> None:
    make_safe()
    make_safe(safe=False)

    assert tells_of_signers(read(client, ADDRESSES[0]))


@pytest.mark.parametrize("safe", ["en", "es"])
def test_safety_outlasts_the_alert_until_staff_lift_it(
    client: Client, petition: Petition, safe: str
) -> None:
    make_safe(safe)
    delete_alert("en", "es", "ar")
    petition.refresh_from_db()
    address = own_anew(petition)

    assert in_safety_mode(petition)
    assert not tells_of_signers(read(client, address))
    Petition.objects.filter(pk=petition.pk).update(at_risk=False)
    assert tells_of_signers(read(client, address))


def test_what_is_left_of_an_alert_is_as_safe_as_what_was_deleted(
    client: Client, petition: Petition
) -> None:
    make_safe("es")
    delete_alert("es")

    assert not tells_of_signers(read(client, ADDRESSES[0]))


def test_deleting_an_alert_that_is_not_safe_hides_nobody(
    client: Client, petition: Petition
) -> None:
    delete_alert("en", "es", "ar")
    petition.refresh_from_db()

    assert tells_of_signers(read(client, own_anew(petition)))


def test_staff_may_say_of_a_petition_itself_that_signers_are_at_risk(
    editor: Client, petition: Petition
) -> None:
    edit = f"/admin/snippets/petitions/petition/edit/{petition.pk}/"
    asked = dict.fromkeys(("asks_city", "asks_phone", "asks_role", "asks_reason"), "no")
    typed = {"name": "Cities", "state": "open", "at_risk": "on", **asked}

    refused = editor.post(edit, {**typed, "shows": "list"})
    assert "Signers who could be at risk cannot be listed." in refused.content.decode()
    assert editor.post(edit, {**typed, "shows": "full"}).status_code == 302
    assert not tells_of_signers(read(editor, ADDRESSES[0]))


def test_safety_mode_of_another_alert_hides_nothing(client: Client, petition: Petition) -> None:
    AlertPage.objects.exclude(slug="cities-of-safety").update(safety_mode=True)

    assert tells_of_signers(read(client, ADDRESSES[0]))


def test_the_live_count_tells_nothing_of_signers(client: Client, petition: Petition) -> None:
    for safe in (False, True):
        make_safe(safe=safe)
        told = client.get(f"/en/act/count/{petition.pk}/").content.decode()

        assert not tells_of_signers(told)
        assert "IL" not in told
        assert "Illinois" not in told


def test_a_translation_is_as_safe_as_its_original() -> None:
    page = add_alert(alert_index(), petition_block(PetitionFactory()))
    page.safety_mode = True
    page.save()

    assert translated(page).safety_mode


def test_a_copied_alert_is_as_safe_as_its_original(petition: Petition) -> None:
    make_safe()
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")

    copied = page.copy(update_attrs={"slug": "copied", "title": "Copied"})

    assert copied.safety_mode


def test_an_editor_switches_it_on(editor: Client, petition: Petition) -> None:
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")

    edit = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert 'name="safety_mode"' in edit


def test_a_draft_shows_in_its_preview_what_the_public_would_see(
    petition: Petition,
) -> None:
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    page.safety_mode = True

    response = page.make_preview_request()
    response.render()

    assert not tells_of_signers(response.content.decode())


def test_signers_cost_a_constant_number_of_queries(client: Client, petition: Petition) -> None:
    few = cost(client, ADDRESSES[0])
    for region in ("NY", "CA", "TX") * 6:
        SignatureFactory(
            counted=True,
            agreed=Shown.FULL_NAME,
            version=petition.versions.first(),
            region=region,
            reason="Mine.",
            reason_state="shown",
        )

    assert cost(client, ADDRESSES[0]) == few


def test_a_block_that_names_no_petition_yet_shows_nobody() -> None:
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    page.body = [petition_block(Petition(), title="Not chosen")]

    response = page.make_preview_request()
    response.render()

    assert response.status_code == 200
    assert not tells_of_signers(response.content.decode())
