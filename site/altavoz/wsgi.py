"""The door for web servers: ``gunicorn --pythonpath .,site altavoz.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "altavoz.settings.production")

application = get_wsgi_application()
