"""The one spelling under which addresses and names are compared; mail goes to what was typed.

What is one mailbox is a matter of its provider, so the rules are data for each domain: of domains
that are not listed nothing is known, and their dots and ``+tags`` may belong to different people.
"""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mailboxes:
    """How one provider reads the addresses of ``domain``.

    ``aliases`` are other names of it. ``ignored`` are characters that make no difference before
    the @, and what follows the first of ``tags`` there makes none either.
    """

    domain: str
    aliases: tuple[str, ...] = ()
    ignored: str = ""
    tags: str = "+"


PROVIDERS = (
    Mailboxes("gmail.com", aliases=("googlemail.com",), ignored="."),
    Mailboxes("proton.me", aliases=("protonmail.com", "pm.me", "protonmail.ch"), ignored="._-"),
    Mailboxes("icloud.com", aliases=("me.com", "mac.com")),
    Mailboxes("yandex.com", aliases=("yandex.ru", "ya.ru", "yandex.by", "yandex.kz")),
    Mailboxes("outlook.com"),
    Mailboxes("hotmail.com"),
    Mailboxes("live.com"),
    Mailboxes("msn.com"),
    Mailboxes("fastmail.com"),
    Mailboxes("fastmail.fm"),
    Mailboxes("hey.com"),
    Mailboxes("mailbox.org"),
    Mailboxes("posteo.de"),
    Mailboxes("riseup.net"),
    Mailboxes("zoho.com"),
)
BY_DOMAIN = {
    name: provider for provider in PROVIDERS for name in (provider.domain, *provider.aliases)
}


def canonical_email(address: str) -> str:
    """``address`` as all its spellings are compared.

    Case never tells two people apart in practice, and a domain is the same in Unicode and in
    Punycode; more is known of :data:`PROVIDERS`.
    """
    local, domain = _parts(address)
    provider = BY_DOMAIN.get(domain)
    if provider is None:
        return f"{local}@{domain}"
    return f"{_mailbox(local, provider) or local}@{provider.domain}"


def known_spellings(address: str) -> list[str]:
    """The one of :func:`canonical_email`, then that of the rule before it, if it differs.

    That one knew nothing of providers. What was hashed by it, and has nothing left to hash anew, is
    still found by the address as it was typed then.
    """
    return list(dict.fromkeys((canonical_email(address), "@".join(_parts(address)))))


def canonical_name(name: str) -> str:
    """``name`` without regard to case and to how it is spaced, in whatever script it is."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return unicodedata.normalize("NFC", " ".join(composed.split()))


def _parts(address: str) -> tuple[str, str]:
    """What stands before the @ and, in ASCII, behind it."""
    local, _, typed = unicodedata.normalize("NFC", address.strip()).casefold().rpartition("@")
    return local, _ascii_domain(typed)


def _mailbox(local: str, provider: Mailboxes) -> str:
    """What is left of ``local`` without dots and tags; nothing where it had only those."""
    for tag in provider.tags:
        local = local.partition(tag)[0]
    return local.translate(dict.fromkeys(map(ord, provider.ignored)))


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return domain
