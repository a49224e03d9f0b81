"""Sign-on letters: signed with a role, listed by state, and never with more than was agreed."""

import re
from typing import Any

import pytest
from django.test import Client

from alerts.petitions.models import Petition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.services import change_state
from alerts.supporters.leaving import leave_url
from tests.support.mailbox import confirm_from_mail
from tests.support.pages import HERE, cost
from tests.support.queue import work
from tests.support.sign_on import SLUG, alert, demo_letter, list_url, post, signed

pytestmark = pytest.mark.django_db
RTL_OVERRIDE = "\u202e"


@pytest.fixture
def letter() -> Petition:
    return demo_letter()


def listed(page: str) -> str:
    """The part of an alert that lists who has signed."""
    return page[page.index('class="signers"') :]


def headings(page: str) -> list[str]:
    return re.findall(r'class="endorsers__state">([^<]+)<', page)


def test_who_signs_and_confirms_is_listed_in_every_language(
    client: Client, letter: Petition
) -> None:
    assert post(client, letter, "es").status_code == 302
    assert "Zamora-Quint" not in alert(client)

    work()
    confirm_from_mail(client)

    line = "<bdi>Ana Zamora-Quint</bdi>, <bdi>Pastora</bdi>, <bdi>Iglesia del Puente</bdi>, "
    assert line in alert(client)
    assert headings(alert(client)) == ["Illinois"]
    assert headings(alert(client, "ar")) == ["إلينوي"]
    assert "<bdi>Chicago</bdi>" in listed(alert(client, "ar"))
    assert "ana@example.org" not in alert(client)
    assert "60622" not in alert(client)


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("name", "Please write your name."),
        ("title", "Please fill in this field."),
        ("organisation", "Please fill in this field."),
        ("city", "Please write the name of your city or town."),
        ("zip", "Please write your ZIP code."),
        ("shows_name", "everybody who signs this letter is listed under it."),
    ],
)
def test_every_field_is_required_with_a_sentence_of_its_own(
    client: Client, letter: Petition, field: str, sentence: str
) -> None:
    response = post(client, letter, **{field: ""})

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert f'name="{field}"' in response.content.decode()
    assert not Signature.objects.exists()


def test_having_agreed_to_less_on_an_older_page_is_not_enough(
    client: Client, letter: Petition
) -> None:
    assert post(client, letter, shows_name="full").status_code == 422
    assert not Signature.objects.exists()


@pytest.mark.parametrize("field", ["name", "title", "organisation", "city"])
@pytest.mark.parametrize(
    "text",
    [f"Ana {RTL_OVERRIDE}anA", "see https://spam.example", "www.spam.example", "<b>Ana</b>", "=A1"],
)
def test_what_would_deceive_or_lead_elsewhere_is_refused(
    client: Client, letter: Petition, field: str, text: str
) -> None:
    response = post(client, letter, **{field: text})

    # A name may hold any sign; it is shown as text.
    harmless = field == "name" and text.startswith("<")
    assert response.status_code == (302 if harmless else 422)


@pytest.mark.parametrize("field", ["title", "organisation", "city"])
def test_a_line_that_is_too_long_is_refused(client: Client, letter: Petition, field: str) -> None:
    assert post(client, letter, **{field: "x" * 121}).status_code == 422
    assert post(client, letter, **{field: "x" * 120}).status_code == 302


def test_a_name_with_markup_is_shown_as_text(client: Client, letter: Petition) -> None:
    signed(letter, name="Bo <b>Li</b>")

    assert "<bdi>Bo &lt;b&gt;Li&lt;/b&gt;</bdi>" in alert(client)


def test_states_stand_in_the_alphabet_and_those_elsewhere_last(
    client: Client, letter: Petition
) -> None:
    signed(letter, region="WY", name="Zoe Zimmer")
    signed(letter, region="AL", name="أحمد")
    signed(letter, region="WY", name="ada Ames")
    signed(letter, region="", country="MX", name="Luz Ruiz", city="Puebla")

    page = listed(alert(client))

    assert headings(page) == ["Alabama", "Wyoming", "Elsewhere"]
    assert page.index("ada Ames") < page.index("Zoe Zimmer")
    assert "<bdi>Puebla</bdi></span>, <span>Mexico</span>" in page
    assert "Organizations are named for identification purposes only." in page


@pytest.mark.parametrize("state", ["held", "invalidated", "withdrawn", "anonymised"])
def test_only_who_counts_is_listed(client: Client, letter: Petition, state: str) -> None:
    signature = signed(letter)
    assert "Bo Okafor" in alert(client)

    change_state(signature_id=signature.pk, to=Signature.State(state))

    assert "Okafor" not in alert(client)
    assert "Okafor" not in client.get(list_url(letter)).content.decode()


def test_who_takes_the_signature_back_vanishes_at_once(client: Client, letter: Petition) -> None:
    signature = signed(letter)
    link = "/" + leave_url("signature", signature.pk, "en").split("/", 3)[3]

    client.post(link, {"step": "this"}, headers=HERE)

    assert "Okafor" not in alert(client)
    assert "Nobody is listed here." in client.get(list_url(letter)).content.decode()


def test_who_agreed_to_less_is_not_listed(client: Client, letter: Petition) -> None:
    signed(letter, agreed=Shown.FULL_NAME)
    signed(letter, agreed=Shown.NOTHING, name="Ana Ruiz")

    for page in (alert(client), client.get(list_url(letter)).content.decode()):
        assert "Okafor" not in page
        assert "Ruiz" not in page


@pytest.mark.parametrize(
    ("shows", "name"),
    [("nothing", ""), ("first", "<bdi>Bo</bdi>"), ("full", "<bdi>Bo Okafor</bdi>")],
)
def test_a_narrower_setting_is_obeyed_at_once_and_shows_no_role(
    client: Client, letter: Petition, shows: str, name: str
) -> None:
    signed(letter)
    Petition.objects.filter(pk=letter.pk).update(shows=shows)

    page = alert(client)

    assert name in page
    assert "Deacon" not in page
    assert "River Church" not in page
    assert ("Okafor" in page) == (shows == "full")
    assert client.get(list_url(letter)).status_code == 404
    Petition.objects.filter(pk=letter.pk).update(shows="list")
    assert "<bdi>Deacon</bdi>" in alert(client)


def test_a_reason_is_shown_beside_the_list_with_its_name(client: Client, letter: Petition) -> None:
    Petition.objects.filter(pk=letter.pk).update(asks_reason="may")
    signed(letter, reason="For the children.", reason_state="shown", reason_locale="en")

    page = alert(client)

    assert "and show my reason there." in page
    assert "For the children." in page
    assert "Signed lately" not in page


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_list_costs_the_same_for_20_and_for_200(
    client: Client, letter: Petition, locale: str
) -> None:
    addresses = [f"/{locale}/alerts/{SLUG}/", list_url(letter, locale)]
    for number in range(20):
        signed(letter, region="IL" if number % 2 else "TX")
    few = [cost(client, address) for address in addresses]
    for number in range(180):
        signed(letter, region=("IL", "NY", "CA", "", "WY")[number % 5])

    assert [cost(client, address) for address in addresses] == few


@pytest.fixture
def three_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of more than three names is a long one."""
    for module in ("letter", "page"):
        monkeypatch.setattr(f"alerts.signers.{module}.MOST_NAMED", 3)


@pytest.mark.usefixtures("three_fit")
def test_of_a_long_list_the_alert_tells_the_numbers_and_leads_to_the_names(
    client: Client, letter: Petition
) -> None:
    for region in ("IL", "IL", "WY", ""):
        signed(letter, region=region, name=f"Bo of {region or 'abroad'}")

    page = listed(alert(client))

    assert "Bo of" not in page
    assert f'<a href="{list_url(letter)}?state=il#names">Illinois <b>2</b></a>' in page
    assert f'<a href="{list_url(letter)}?state=elsewhere#names">Elsewhere <b>1</b></a>' in page


@pytest.mark.usefixtures("three_fit")
@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", set()),
        ("?state=il", {"IL"}),
        ("?state=elsewhere", {"abroad"}),
        ("?state=all", {"IL", "WY", "abroad"}),
        ("?state=zz", set()),
        ("?state=%00", set()),
    ],
)
def test_a_long_list_is_read_a_state_at_a_time_or_whole(
    client: Client, letter: Petition, query: str, seen: set[str]
) -> None:
    for region in ("IL", "IL", "WY", ""):
        signed(letter, region=region, name=f"Bo of {region or 'abroad'}")

    page = client.get(list_url(letter) + query)

    assert page.status_code == 200
    assert set(re.findall(r"<bdi>Bo of (\w+)", page.content.decode())) == seen


def test_the_list_is_there_only_in_languages_of_the_alert_and_may_be_kept(
    client: Client, letter: Petition
) -> None:
    page: Any = client.get(list_url(letter))
    assert "public" in page["Cache-Control"]
    assert not page.cookies
    assert f'href="{list_url(letter, "ar")}"' in page.content.decode()
    assert client.post(list_url(letter)).status_code == 405
    assert client.get("/en/act/signers/999999/").status_code == 404
    other = Petition.objects.get(name="Cities of safety")
    assert client.get(list_url(other)).status_code == 404
