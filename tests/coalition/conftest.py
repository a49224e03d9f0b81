"""What the tests of the coalition share."""

from tests.support.coalition_fixtures import coalition, contact, empty_register, version
from tests.support.database_fixtures import needs_postgresql
from tests.support.language_fixtures import english
from tests.support.mail_server import mail_server, no_mail_server

__all__ = [
    "coalition",
    "contact",
    "empty_register",
    "english",
    "mail_server",
    "needs_postgresql",
    "no_mail_server",
    "version",
]
