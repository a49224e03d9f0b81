"""Logs as one JSON object a line, without a person in them."""

from __future__ import annotations

import logging
import re
from typing import Any

import structlog

from altavoz.scrubbing import scrub

TOKEN_IN_PATH = re.compile(r"(/act/[a-z-]+/)[^\s/\"']+")
EventDict = dict[str, Any]


def without_persons(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Remove email addresses and the tokens of confirmation links from every text."""
    return {key: clean(value) if isinstance(value, str) else value for key, value in event.items()}


def clean(text: str) -> str:
    """``text`` without addresses and tokens."""
    return TOKEN_IN_PATH.sub(r"\1<token>", scrub(text))


SHARED = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


class ScrubbingFormatter(logging.Formatter):
    """Takes addresses and tokens out of a line and its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be shown."""
        return clean(super().format(record))


JSON_LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": SHARED,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                without_persons,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Their lines are ours already; the server's own would name every visitor's address.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
    },
}

# The trial's terminal shows what went wrong, and stays quiet otherwise.
TRIAL_LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": ScrubbingFormatter}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
