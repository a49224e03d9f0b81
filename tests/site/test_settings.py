"""Every entry point loads, and a production site that lacks something says all of it at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import ROOT, database_url

COMPLETE = ROOT / "tests" / "production.env"


def complete() -> dict[str, str]:
    """The variables of a complete production environment."""
    lines = [line for line in COMPLETE.read_text().splitlines() if not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def run(code: str, settings: str, variables: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run ``code`` in a fresh Python with these settings and only these variables."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "DJANGO_SETTINGS_MODULE": settings,
        "ALTAVOZ_ENV_FILE": os.devnull,
        **variables,
    }
    command = [sys.executable, "-c", code]
    return subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def loads(settings: str, variables: dict[str, str], wish: str) -> str:
    """Print ``wish`` out of the loaded settings."""
    result = run(f"from django.conf import settings; print({wish})", settings, variables)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def refusal(variables: dict[str, str]) -> str:
    """What production says instead of starting."""
    result = run("import django; django.setup()", "altavoz.settings.production", variables)
    assert result.returncode != 0
    return result.stderr.rpartition("ImproperlyConfigured:")[2]


def test_the_trial_site_needs_no_settings_and_keeps_its_keys(tmp_path: Path) -> None:
    variables = {"ALTAVOZ_VAR": str(tmp_path / "var")}
    first = loads("altavoz.settings.dev", variables, "settings.SECRET_KEY, settings.SEAL_KEYS")
    second = loads("altavoz.settings.dev", variables, "settings.SECRET_KEY, settings.SEAL_KEYS")
    assert first == second
    assert (tmp_path / "var" / "trial-keys.json").stat().st_mode & 0o777 == 0o600


def test_the_tests_settings_load() -> None:
    variables = {"TEST_DATABASE_URL": "sqlite:///:memory:"}
    assert loads("altavoz.settings.test", variables, "settings.DEBUG") == "False"


def test_production_loads_with_a_complete_environment() -> None:
    wish = "settings.DATABASES['default']['OPTIONS'], settings.EMAIL_HOST, settings.DEBUG"
    said = loads("altavoz.settings.production", complete(), wish)
    assert said == "{'pool': {'min_size': 1, 'max_size': 4, 'timeout': 3}} mail.invalid False"


def test_an_env_file_counts_for_every_setting(tmp_path: Path) -> None:
    file = tmp_path / "env"
    file.write_text("ALTAVOZ_SITE_NAME=Voces\nALTAVOZ_LANGUAGES=es,en\nALTAVOZ_TIME_ZONE=UTC\n")
    variables = {"ALTAVOZ_ENV_FILE": str(file), "ALTAVOZ_VAR": str(tmp_path / "var")}
    wish = "settings.SITE_NAME, settings.LANGUAGE_CODE, settings.TIME_ZONE"
    assert loads("altavoz.settings.dev", variables, wish) == "Voces es UTC"


def test_a_variable_wins_over_the_env_file(tmp_path: Path) -> None:
    file = tmp_path / "env"
    file.write_text("ALTAVOZ_SITE_NAME=Voces\n")
    variables = {"ALTAVOZ_ENV_FILE": str(file), "ALTAVOZ_VAR": str(tmp_path)}
    variables["ALTAVOZ_SITE_NAME"] = "Louder"
    assert loads("altavoz.settings.dev", variables, "settings.SITE_NAME") == "Louder"


def test_production_names_everything_that_is_missing_in_one_message() -> None:
    said = refusal({})
    for name in complete():
        assert f"{name} is missing" in said
    assert "docs/settings.md" in said


def test_production_names_everything_that_is_wrong_in_one_message() -> None:
    wrong = {
        **complete(),
        "ALTAVOZ_SECRET_KEY": "short",
        "ALTAVOZ_SEAL_KEYS": "bm90IGxvbmcgZW5vdWdo",
        "ALTAVOZ_HASH_KEY": "?",
        "ALTAVOZ_HOSTS": "*",
        "ALTAVOZ_BASE_URL": "http://act.example.org",
        "ALTAVOZ_LANGUAGES": "en,tlh",
        "ALTAVOZ_PAGE_CACHE_SECONDS": "ten",
        "ALTAVOZ_TRUSTED_PROXIES": "10.0.0.1, proxy",
        "DATABASE_URL": "mysql://db/altavoz",
        "REDIS_URL": "memcached://cache",
        "EMAIL_URL": "mail.example.org",
        "ALTAVOZ_MEDIA_STORAGE_OPTIONS": "{",
    }
    said = refusal(wrong)
    for name in wrong.keys() - {"ALTAVOZ_FROM_EMAIL"}:
        assert f"{name} is wrong" in said
    assert "tlh" in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALTAVOZ_SEAL_KEYS", ","),
        ("ALTAVOZ_HOSTS", " , "),
        ("ALTAVOZ_LANGUAGES", ","),
        ("ALTAVOZ_TRUSTED_PROXIES", ","),
        ("ALTAVOZ_DATABASE_POOL", "0"),
        ("ALTAVOZ_CONFIRMATION_DAYS", "-1"),
        ("ALTAVOZ_PAGE_CACHE_SECONDS", "-1"),
        ("ALTAVOZ_TASK_LEASE_SECONDS", "0"),
        ("ALTAVOZ_HSTS_SECONDS", "1.5"),
        ("ALTAVOZ_FROM_EMAIL", "Altavoz"),
        ("ALTAVOZ_FROM_EMAIL", "Altavoz <act>"),
        ("ALTAVOZ_FROM_EMAIL", "Altavoz act@example.org"),
        ("ALTAVOZ_LANGUAGES", "tlh"),
    ],
)
def test_a_value_that_says_nothing_sensible_is_refused_in_one_sentence(
    name: str, value: str
) -> None:
    said = refusal(complete() | {name: value})
    assert said.count(f"{name} is wrong") == 1
    assert ".." not in said


def test_an_empty_list_of_keys_is_missing() -> None:
    assert "ALTAVOZ_SEAL_KEYS is missing" in refusal(complete() | {"ALTAVOZ_SEAL_KEYS": ""})


def test_zero_switches_the_page_cache_off() -> None:
    variables = complete() | {"ALTAVOZ_PAGE_CACHE_SECONDS": "0"}
    assert loads("altavoz.settings.production", variables, "settings.PAGE_CACHE_SECONDS") == "0"


def test_the_database_may_be_named_by_the_folder_of_its_socket() -> None:
    variables = complete() | {"DATABASE_URL": "postgres://a:b@%2Ftmp%2FMy%20Socket/altavoz"}
    wish = "settings.DATABASES['default']['HOST']"
    assert loads("altavoz.settings.production", variables, wish) == "/tmp/My Socket"  # noqa: S108


def test_a_database_that_is_away_is_told_quickly() -> None:
    code = (
        "import django; django.setup()\n"
        "import time; from django.db import connection; from django.test import Client\n"
        "began = time.monotonic()\n"
        "answer = Client(HTTP_HOST='act.example.org').get('/healthz')\n"
        "print(answer.status_code, answer.json(), time.monotonic() - began < 6)\n"
        "connection.close_pool()"
    )
    variables = complete() | {"DATABASE_URL": "postgres://a:b@127.0.0.1:1/altavoz"}
    said = run(code, "altavoz.settings.production", variables)
    assert said.stdout.strip() == "503 {'database': 'unreachable'} True", said.stderr


def test_connections_that_the_database_ended_are_replaced_before_anybody_meets_them() -> None:
    code = (
        "import django; django.setup()\n"
        "import os, psycopg; from django.db import connection\n"
        "end = 'select pg_terminate_backend(pid) from pg_stat_activity'\n"
        "end += ' where application_name = %s'\n"
        "connection.ensure_connection(); connection.close()\n"
        "with psycopg.connect(os.environ['DATABASE_URL'], application_name='other') as other:\n"
        "    print(len(other.execute(end, ['doomed']).fetchall()) > 0)\n"
        "with connection.cursor() as cursor:\n"
        "    print(cursor.execute('select 1').fetchone())\n"
        "connection.close(); connection.close_pool()"
    )
    variables = complete() | {"DATABASE_URL": database_url(), "PGAPPNAME": "doomed"}
    said = run(code, "altavoz.settings.production", variables)
    assert said.stdout.split() == ["True", "(1,)"], said.stderr


def test_the_refusal_repeats_no_secret() -> None:
    secrets = {"DATABASE_URL": "mysql://u:hunter2@db/x", "ALTAVOZ_SECRET_KEY": "hunter2"}
    assert "hunter2" not in refusal(secrets | {"EMAIL_URL": "hunter2", "REDIS_URL": "hunter2"})


def test_a_mail_provider_is_chosen_by_name() -> None:
    variables = complete() | {
        "EMAIL_URL": "",
        "ALTAVOZ_EMAIL_PROVIDER": "mailgun",
        "MAILGUN_API_KEY": "k",
        "MAILGUN_API_URL": "https://api.eu.mailgun.net/v3",
    }
    said = loads(
        "altavoz.settings.production",
        variables,
        "settings.EMAIL_BACKEND, sorted(settings.ANYMAIL.items())",
    )
    assert "anymail.backends.mailgun.EmailBackend" in said
    assert "('MAILGUN_API_KEY', 'k')" in said
    assert "('MAILGUN_API_URL', 'https://api.eu.mailgun.net/v3')" in said


@pytest.mark.parametrize(
    ("provider", "complaint"),
    [
        ("mailgun", "MAILGUN_API_KEY is missing: ALTAVOZ_EMAIL_PROVIDER=mailgun needs it"),
        ("pigeon", "ALTAVOZ_EMAIL_PROVIDER is wrong: 'pigeon' is none of"),
        ("amazon_ses", "ALTAVOZ_EMAIL_PROVIDER=amazon_ses needs the package boto3"),
    ],
)
def test_a_mail_provider_that_cannot_work_is_refused(provider: str, complaint: str) -> None:
    assert complaint in refusal(complete() | {"ALTAVOZ_EMAIL_PROVIDER": provider})


def test_every_mail_provider_exists() -> None:
    code = (
        "from altavoz.settings.mail import PROVIDERS\n"
        "from importlib.util import find_spec\n"
        "print([name for name in PROVIDERS if not find_spec(f'anymail.backends.{name}')])"
    )
    assert run(code, "altavoz.settings.test", {}).stdout.strip() == "[]"


def test_the_web_servers_door_opens() -> None:
    code = "from altavoz.wsgi import application; print(type(application).__name__)"
    result = run(code, "altavoz.settings.production", complete())
    assert result.stdout.strip() == "WSGIHandler", result.stderr


def test_production_logs_name_no_person() -> None:
    code = (
        "import django; django.setup()\n"
        "import logging\n"
        "try: raise ValueError('ana@example.org')\n"
        "except ValueError: logging.getLogger('x').exception('to ben@example.org %s', "
        "'/es/act/confirm/SECRETTOKEN/')"
    )
    said = run(code, "altavoz.settings.production", complete()).stderr
    assert '"level": "error"' in said
    assert "/es/act/confirm/<token>" in said
    assert "Traceback" in said
    for private in ("ana@", "ben@", "SECRETTOKEN"):
        assert private not in said


def test_a_cache_that_is_away_is_no_reason_to_fail() -> None:
    code = (
        "import django; django.setup()\n"
        "from django.core.cache import cache\n"
        "cache.set('a', 1); cache.delete('a')\n"
        "print(cache.get('a', 'nothing'), cache.get_many(['a']))"
    )
    variables = complete() | {"REDIS_URL": "redis://127.0.0.1:1/0"}
    assert run(code, "altavoz.settings.production", variables).stdout.strip() == "nothing {}"


def test_djangos_own_deployment_check_finds_nothing() -> None:
    code = (
        "import sys; from django.core.management import execute_from_command_line\n"
        "execute_from_command_line(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )
    result = run(code, "altavoz.settings.production", complete())
    assert result.returncode == 0, result.stderr
