"""What the tests of letters share: a real mail server."""

from tests.support.mail_server import *  # noqa: F403 - fixtures are found by name here
