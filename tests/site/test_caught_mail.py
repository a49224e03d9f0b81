"""On a trial site mail stays on the machine, where editors can read it and follow its links."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from altavoz.caught_mail import caught_mails

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.site.urls")]


@pytest.fixture(autouse=True)
def catching(settings: LazySettings, tmp_path: Path) -> None:
    settings.CAUGHT_MAIL_DIR = tmp_path / "mail"
    settings.EMAIL_BACKEND = "altavoz.caught_mail.CatchingBackend"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def send(subject: str = "Confirma tu firma", text: str = "Sí: https://example.org/c/1") -> None:
    connection = get_connection("altavoz.caught_mail.CatchingBackend")
    message = EmailMultiAlternatives(subject, text, to=["ana@example.org"], connection=connection)
    message.attach_alternative("<p>Sí<script>alert(1)</script></p>", "text/html")
    message.send()


def test_nothing_caught_yet_is_said_in_words(editor: Client) -> None:
    assert "Nothing has been sent yet." in editor.get("/admin/caught-mail/").content.decode()


def test_the_newest_message_stands_first(editor: Client) -> None:
    send("Older mail")
    send("Newer mail")
    page = editor.get("/admin/caught-mail/").content.decode()
    assert page.index("Newer mail") < page.index("Older mail")


def test_a_link_in_a_message_can_be_followed(editor: Client) -> None:
    send()
    [mail] = caught_mails()
    page = editor.get(f"/admin/caught-mail/{mail.name}/").content.decode()
    assert 'href="https://example.org/c/1"' in page
    assert "ana@example.org" in page


def test_markup_in_a_message_is_shown_and_never_run(editor: Client) -> None:
    send(text="<script>alert(2)</script>")
    [mail] = caught_mails()
    page = editor.get(f"/admin/caught-mail/{mail.name}/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "&lt;script&gt;alert(2)" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("name", ["20240101T000000000000-00000000", "..", "passwd", "%2e%2e%2fx"])
def test_only_caught_messages_can_be_read(editor: Client, name: str) -> None:
    assert editor.get(f"/admin/caught-mail/{name}/").status_code == 404


def test_a_stranger_is_sent_to_the_login(client: Client) -> None:
    send()
    response = client.get("/admin/caught-mail/")
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_the_menu_leads_there_only_on_a_site_that_catches_mail(
    editor: Client, settings: LazySettings
) -> None:
    assert "/admin/caught-mail/" in editor.get("/admin/account/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert "/admin/caught-mail/" not in editor.get("/admin/account/").content.decode()
    assert editor.get("/admin/caught-mail/").status_code == 404


def test_no_half_written_message_is_ever_listed(settings: LazySettings) -> None:
    send()
    (Path(settings.CAUGHT_MAIL_DIR) / "20990101T000000000000-00000000.part").write_text("Sub")
    assert len(caught_mails()) == 1
