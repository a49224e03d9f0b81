"""Errors without the people in them: mail servers like to repeat the address they refuse."""

import re
from traceback import format_exception

ADDRESS = re.compile(r"""[^\s<>"'(),:;\[\]{}=|\\]+(?:@|%40)[^\s<>"'(),:;\[\]{}|\\]+""")


def scrub(text: str) -> str:
    """``text`` with every email address replaced."""
    return ADDRESS.sub("<address>", text)


def scrubbed_traceback(error: BaseException) -> str:
    """The traceback of ``error`` and of its causes, fit to be stored and logged."""
    return scrub("".join(format_exception(error)))
