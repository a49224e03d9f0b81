"""A site that offers other languages than English, from its first start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import ROOT

TRY_IT = """
import django; django.setup()
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Page
call_command("migrate", verbosity=0)
call_command("load_demo")
client = Client(HTTP_HOST="localhost")
pages = Page.objects.filter(depth__gt=1).select_related("locale")
print({client.get(page.url).status_code for page in pages})
print(sorted({page.locale.language_code for page in pages}), Locale.all_objects.count())
print(client.get("/").url, client.get("/healthz").status_code)
"""


@pytest.mark.parametrize("codes", ["es", "ar,es", "es,en"])
def test_the_demo_speaks_exactly_the_offered_languages(codes: str, tmp_path: Path) -> None:
    offered = codes.split(",")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "DJANGO_SETTINGS_MODULE": "altavoz.settings.dev",
        "ALTAVOZ_ENV_FILE": os.devnull,
        "ALTAVOZ_VAR": str(tmp_path),
        "ALTAVOZ_LANGUAGES": codes,
    }
    command = [sys.executable, "-c", TRY_IT]
    result = subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stderr
    said = result.stdout.splitlines()[-3:]
    assert said == ["{200}", f"{sorted(offered)} {len(offered)}", f"/{offered[0]}/ 200"]
