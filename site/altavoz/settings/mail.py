"""Outgoing mail: an SMTP server by its address, or a provider by its name."""

from __future__ import annotations

import os
from importlib.util import find_spec

import environ

from .environment import Environment

SMTP_SCHEMES = ("smtp://", "smtp+tls://", "smtp+ssl://")
SMTP_PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
TIMEOUT_SECONDS = 15

# What each provider of django-anymail must be told; what it may be told is read if it is set.
PROVIDERS: dict[str, tuple[str, ...]] = {
    "amazon_ses": (),
    "brevo": ("BREVO_API_KEY",),
    "mailersend": ("MAILERSEND_API_TOKEN",),
    "mailgun": ("MAILGUN_API_KEY",),
    "mailjet": ("MAILJET_API_KEY", "MAILJET_SECRET_KEY"),
    "mailtrap": ("MAILTRAP_API_TOKEN",),
    "mandrill": ("MANDRILL_API_KEY",),
    "postal": ("POSTAL_API_KEY", "POSTAL_API_URL"),
    "postmark": ("POSTMARK_SERVER_TOKEN",),
    "resend": ("RESEND_API_KEY",),
    "sendgrid": ("SENDGRID_API_KEY",),
    "sparkpost": ("SPARKPOST_API_KEY",),
}
OPTIONAL_ENDINGS = ("_API_URL", "_SENDER_DOMAIN", "_MESSAGE_STREAM")
# Amazon's client is a large library of its own; who uses it installs it.
NEEDED_PACKAGES = {"amazon_ses": "boto3"}


def mail_settings(env: Environment) -> dict[str, object]:
    """Django's mail settings out of ``EMAIL_URL`` or ``ALTAVOZ_EMAIL_PROVIDER``."""
    provider = env.text("ALTAVOZ_EMAIL_PROVIDER", default="")
    if provider:
        return provider_settings(env, provider)
    needed = "the SMTP server for mail, or a provider's name in ALTAVOZ_EMAIL_PROVIDER"
    return env.understood("EMAIL_URL", env.text("EMAIL_URL", needed=needed), smtp_settings, {})


def smtp_settings(url: str) -> dict[str, object]:
    """Settings for an address like ``smtp+tls://user:password@mail.example.org:587``."""
    if not url:
        return {}
    if not url.startswith(SMTP_SCHEMES):
        raise ValueError("it must look like smtp+tls://user:password@mail.example.org:587")
    config = environ.Env.email_url_config(url)
    del config["EMAIL_FILE_PATH"]
    config["EMAIL_PORT"] = config["EMAIL_PORT"] or SMTP_PORTS[url.partition("://")[0]]
    return {**config, "EMAIL_TIMEOUT": TIMEOUT_SECONDS}


def provider_settings(env: Environment, provider: str) -> dict[str, object]:
    """Settings for one of ``PROVIDERS``."""
    if provider not in PROVIDERS:
        known = ", ".join(PROVIDERS)
        env.faults.append(f"ALTAVOZ_EMAIL_PROVIDER is wrong: {provider!r} is none of {known}.")
        return {}
    package = NEEDED_PACKAGES.get(provider)
    if package and not find_spec(package):
        env.faults.append(f"ALTAVOZ_EMAIL_PROVIDER={provider} needs the package {package}.")
    needed = f"ALTAVOZ_EMAIL_PROVIDER={provider} needs it"
    anymail = {name: env.text(name, needed=needed) for name in PROVIDERS[provider]}
    optional = {f"{provider.upper()}{ending}" for ending in OPTIONAL_ENDINGS}
    anymail |= {name: os.environ[name] for name in optional & set(os.environ) - set(anymail)}
    return {
        "EMAIL_BACKEND": f"anymail.backends.{provider}.EmailBackend",
        "ANYMAIL": {**anymail, "REQUESTS_TIMEOUT": TIMEOUT_SECONDS},
    }
