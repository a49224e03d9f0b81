"""Finding what a reader could follow in a text, however it is disguised.

Which endings of a host name exist is told by the Public Suffix List.
"""

import re
import unicodedata
from functools import cache

from publicsuffixlist import PublicSuffixList

# What leads somewhere whatever stands around it: schemes, mail addresses, numbered hosts.
_FOLLOWED = re.compile(
    r"://|\bwww\.|\w@\w|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])", re.IGNORECASE
)
_HOST = re.compile(r"((?:[\w-]+\.)+([^\W\d_]{2,}))(?![\w-])(/?\w?)")
# Browsers take this for a dot; between other letters than Latin ones it ends a sentence.
_IDEOGRAPHIC_STOP = re.compile(r"(?<=[a-z0-9])。(?=[a-z])", re.IGNORECASE)
# Endings that no name of a person has.
_COMMON = frozenset(
    ["biz", "click", "com", "info", "link", "net", "online", "org", "shop", "site", "top", "xyz"],
)
# Before a dot, shorter ones are initials and titles: “J.Kim”, “Ma.de la Luz”.
_LEAST_OF_HOST = 3


def holds_link(text: str) -> bool:
    """Whether ``text`` has the address of a page or of mail in it."""
    plain = _undisguised(text)
    return bool(_FOLLOWED.search(plain)) or any(map(_exists, _HOST.finditer(plain)))


def name_holds_link(name: str) -> bool:
    """The same for a person's name, in which dots part initials and titles from what follows."""
    plain = _undisguised(name)
    return bool(_FOLLOWED.search(plain)) or any(
        _exists(host) and _is_no_name(host) for host in _HOST.finditer(plain)
    )


def _undisguised(text: str) -> str:
    """``text`` as a browser would read it in its address bar, without what cannot be seen."""
    plain = unicodedata.normalize("NFKC", text)
    seen = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return _IDEOGRAPHIC_STOP.sub(".", seen)


def _exists(host: re.Match[str]) -> bool:
    """Whether there are hosts with such an ending."""
    return _endings().publicsuffix(host[1].casefold()) is not None


def _is_no_name(host: re.Match[str]) -> bool:
    before, ending, path = host[1].split(".")[0], host[2], host[3]
    is_written_small = not ending.istitle() and len(before) >= _LEAST_OF_HOST
    return is_written_small or ending.casefold() in _COMMON or path not in ("", "/")


@cache
def _endings() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False, only_icann=True)
